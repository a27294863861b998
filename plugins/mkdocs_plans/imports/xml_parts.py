"""Elements of XML by their names alone, in lower case, and which of their texts were made something of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Part:
    """An element. `used` are those whose text was taken, of the whole document."""

    element: Element
    used: set[Element]

    @property
    def name(self) -> str:
        """Its name without namespace, in lower case."""
        return _name(self.element)

    def children(self, name: str) -> Iterator[Part]:
        """The elements of a name right below."""
        return (Part(one, self.used) for one in self.element if _name(one) == name)

    def all(self) -> Iterator[Part]:
        """It and all below, in the order of the document."""
        return (Part(one, self.used) for one in self.element.iter() if isinstance(one.tag, str))

    def own_text(self) -> str:
        """The text that stands in itself; it is taken."""
        text = " ".join((self.element.text or "").split())
        if text:
            self.used.add(self.element)
        return text

    def peek(self, name: str) -> str:
        """The text of the first element of a name right below that has one."""
        texts = (" ".join((one.element.text or "").split()) for one in self.children(name))
        return next(filter(None, texts), "")

    def take(self, name: str) -> str:
        """The same, as something that was made something of."""
        for one in self.children(name):
            if text := one.own_text():
                return text
        return ""

    def left(self) -> Iterator[tuple[str, str]]:
        """The texts of it and all below that nothing was made of, each with the name of its element."""
        for one in self.element.iter():
            name = str(one.tag).rpartition("}")[2] if isinstance(one.tag, str) else "comment"
            if one not in self.used and (text := " ".join((one.text or "").split())):
                yield name, text
            for key, value in one.attrib.items():
                if value.strip() and not key.endswith(_SAYING_NOTHING):
                    yield f"{name} {key.rpartition('}')[2]}", " ".join(value.split())
            if one is not self.element and (tail := " ".join((one.tail or "").split())):
                yield f"beside {name}", tail

    def use_all(self) -> None:
        """Take all that is left, because it is kept elsewhere."""
        self.used.update(self.element.iter())
        for one in self.element.iter():
            one.attrib.clear()
            if one is not self.element:
                one.tail = None


_SAYING_NOTHING = ("schemaLocation", "StakeholderTypeType", "PerformanceIndicatorType", "Type")
"""Attributes that say of which kind an element is, or where its schema is."""


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
