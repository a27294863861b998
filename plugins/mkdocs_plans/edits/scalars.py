"""One text of a front matter put in the place of another, in the quotes that it has.

YAML has many ways to write a text. What is edited is only a text that stands in one line as it is,
with or without quotes; and the edit is made only if the whole front matter then reads as before with
this one text changed. So an anchor, a tag, an escape or a folded text is left to its author.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_plans.edits.text import edit_text
from mkdocs_plans.findings import Edit, Fix, Route, Steps
from mkdocs_plans.source import BYTE_ORDER_MARK, Document
from mkdocs_plans.yaml import Value


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of a front matter: where it stands, as a value or as a key, and what it says."""

    route: Route
    text: str


def find_scalar(document: Document, route: Route) -> Scalar | None:
    """The text that a route leads to. One text may stand for a list of one, and the other way round."""
    value: Value = document.values
    for depth, step in enumerate(route.steps):
        if isinstance(value, str) and route.steps[depth:] == (0,):
            return Scalar(replace(route, steps=route.steps[:depth]), value)
        if not _has(value, step):
            return None
        value = value[step]  # type: ignore[index]
    if route.part == "key":
        return Scalar(route, str(route.steps[-1])) if route.steps else None
    if isinstance(value, list) and len(value) == 1:
        value, route = value[0], Route((*route.steps, 0))
    return Scalar(route, value) if isinstance(value, str) else None


def rewrite(document: Document, scalar: Scalar, text: str) -> Fix:
    """Write another text in the place of one, within the quotes that it has; nothing where it can't
    be done by changing that text alone.
    """
    return rewrite_all(document, {scalar: text})


def rewrite_all(document: Document, texts: Mapping[Scalar, str]) -> Fix:
    """Write other texts in the place of several, all of them or none."""
    edits: list[Edit] = []
    expected: Value = document.values
    for scalar, text in texts.items():
        edit = _edit(document, scalar, text)
        if edit is None:
            return ()
        edits.append(edit)
        expected = replace_value(expected, *_renewed(expected, scalar.route, text))
    return _confirm(document, expected, tuple(edits))


def _edit(document: Document, scalar: Scalar, text: str) -> Edit | None:
    """The edit that writes a text in the place of one that stands in its line as it is; None where it
    doesn't.
    """
    span = document.locate(scalar.route)
    source = document.line(span.line)[span.column - 1 : span.end_column - 1]
    if source == scalar.text:
        return Edit(span, text)
    quote = source[:1]
    is_quoted = quote in {'"', "'"} and source == f"{quote}{scalar.text}{quote}"
    return Edit(span, f"{quote}{text}{quote}") if is_quoted else None


def confirm_text(document: Document, route: Route, text: str, *edits: Edit) -> Fix:
    """Give the edits if they change the text at a route to `text`, and nothing else."""
    return _confirm(document, replace_value(document.values, *_renewed(document.values, route, text)), edits)


def confirm_value(document: Document, route: Route, value: Value, *edits: Edit) -> Fix:
    """Give the edits if they change the value at a route to another one, of any kind, and nothing else."""
    return _confirm(document, replace_value(document.values, route.steps, value), edits)


def _confirm(document: Document, expected: Value, edits: Fix) -> Fix:
    after = read_after(document, edits)
    rules = [finding.rule for finding in document.findings]
    is_alike = [finding.rule for finding in after.findings] == rules
    return edits if is_alike and after.values == expected != document.values else ()


def read_after(document: Document, edits: Iterable[Edit]) -> Document:
    """The document as it would read with these edits made."""
    # Reading takes one byte order mark away. A text that begins with another one must still have it then.
    return document.read_again(edit_text(BYTE_ORDER_MARK + document.text, edits))


def value_at(document: Document, steps: Steps) -> Value:
    """The value that some steps lead to; nothing where they lead nowhere."""
    return _value_in(document.values, steps)


def _value_in(value: Value, steps: Steps) -> Value:
    for step in steps:
        value = value[step] if _has(value, step) else None  # type: ignore[index]
    return value


def find_neighbours(document: Document, route: Route) -> list[Value]:
    """The items of the list that a route leads into; for a key, the keys of its mapping."""
    holder = value_at(document, route.steps[:-1])
    return list(holder) if isinstance(holder, dict if route.part == "key" else list) else []


def _has(value: Value, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def replace_value(value: Value, steps: Steps, new: Value) -> Value:
    """Copy values with another value at the end of some steps, which may be a key that isn't there yet."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(value, list):
        return [replace_value(item, rest, new) if at == step else item for at, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    return {**value, str(step): replace_value(value.get(str(step)), rest, new)}


def _renewed(values: Value, route: Route, text: str) -> tuple[Steps, Value]:
    """What another text at a route renews: the value there, or the mapping whose key it is."""
    if route.part == "value":
        return route.steps, text
    *above, last = route.steps
    holder = _value_in(values, tuple(above))
    named = holder.items() if isinstance(holder, dict) else ()
    return tuple(above), {text if key == last else key: item for key, item in named}
