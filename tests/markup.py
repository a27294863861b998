"""HTML as tests read it: its elements with their attributes, and its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass
class Element:
    """An element: its name, its attributes, the text within it, and the elements around it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    _texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text within the element, its white space as a browser shows it."""
        return " ".join("".join(self._texts).split())

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    def stands_in(self, other: Element) -> bool:
        """Whether this element stands within another."""
        return self.parent is not None and (self.parent is other or self.parent.stands_in(other))

    def add(self, text: str) -> None:
        """Add text to this element and to those around it, which a program's is none of."""
        self._texts.append(text)
        if self.parent is not None and self.tag not in {"script", "style"}:
            self.parent.add(text)


class Html(HTMLParser):
    """A document or a fragment, parsed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._root = self._open = Element("", {})
        self.feed(source)
        self.close()

    @property
    def text(self) -> str:
        """All text, its white space as a browser shows it."""
        return self._root.text

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements of a name that have these attributes, of `class_` one of the classes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [e for e in self.elements if tag in {"", e.tag} and _has(e, wanted)]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only element that `all` finds."""
        (found,) = self.all(tag, **attributes)
        return found

    def texts(self, tag: str = "", **attributes: str) -> list[str]:
        """The texts of the elements that `all` finds."""
        return [element.text for element in self.all(tag, **attributes)]

    def part(self, tag: str = "", **attributes: str) -> Html:
        """What stands within the only element that `all` finds."""
        part = Html("")
        part._root = self.one(tag, **attributes)
        part.elements = [element for element in self.elements if element.stands_in(part._root)]
        return part

    def links(self) -> dict[str, str]:
        """Where each link leads, by its text."""
        return {element.text: element["href"] for element in self.all("a")}

    def facts(self) -> dict[str, str]:
        """The terms of the first description list with what is said of them."""
        first = self.all("dl")[0]
        terms, said = ([e.text for e in self.all(tag) if e.stands_in(first)] for tag in ("dt", "dd"))
        return dict(zip(terms, said, strict=True))

    def shape(self) -> list[tuple[str, ...]]:
        """The elements in their order, each with the names of its attributes."""
        return [(element.tag, *sorted(element.attributes)) for element in self.elements]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self.elements.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that ends where it begins."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End the innermost element of that name, and what stands open within it."""
        element: Element | None = self._open
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self._open = element.parent

    def handle_data(self, data: str) -> None:
        """Add text."""
        self._open.add(data)


def _has(element: Element, wanted: dict[str, str]) -> bool:
    classes = element["class"].split()
    return all(
        value in classes if name == "class" else element.attributes.get(name) == value
        for name, value in wanted.items()
    )
