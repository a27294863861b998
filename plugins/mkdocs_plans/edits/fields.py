"""A field set: its value replaced, or the field inserted where it belongs among the others."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from mkdocs_plans.edits.nodes import Entry, Nodes, Steps
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.yaml import Written, as_field, in_one_line, quoted


def field_edits(nodes: Nodes, steps: Steps, value: Written, order: Sequence[str]) -> Fix:
    """Give the edits that set the field at the end of some steps."""
    holder, key = nodes.at(steps[:-1]), str(steps[-1])
    if not isinstance(holder, yaml.MappingNode):
        raise EditError(f"`{key}` can't be set where there are no fields: see `plans check`")
    entry = nodes.entry(holder, key)
    if entry is None:
        return (inserted(nodes, holder, key, value, order),)
    if entry.is_alias:
        raise EditError(f"`{key}` names what stands elsewhere in the file (`*`): change it by hand")
    return (_replaced(nodes, entry, value, in_braces=bool(holder.flow_style)),)


def _replaced(nodes: Nodes, entry: Entry, value: Written, *, in_braces: bool) -> Edit:
    """Write another value in the place of one that stands in one line, in the quotes that it has."""
    start, end = nodes.start(entry.value), nodes.end(entry)
    text = in_one_line(value, in_braces=in_braces)
    if entry.key is not None and nodes.is_empty(entry.value):
        colon = nodes.colon(entry.key)
        return nodes.edit(colon, colon, f" {text}")
    source = nodes.text[start:end]
    if isinstance(entry.value, yaml.ScalarNode) and source[0] in "&!|>":
        raise EditError(f"`{source.split()[0]}` stands before what is to be changed: change it by hand")
    if isinstance(value, str) and text == value and source[0] in "\"'":
        text = f"{source[0]}{text}{source[0]}" if source[0] not in text else quoted(text)
    return nodes.edit(start, end, text)


def inserted(nodes: Nodes, holder: yaml.MappingNode, key: str, value: Written, order: Sequence[str]) -> Edit:
    """Insert a field after the last of those that come before it."""
    entries = [nodes.field(*pair) for pair in holder.value]
    before = [entry for entry in entries if _comes_before(entry, key, order)]
    if holder.flow_style:
        return _in_braces(nodes, holder, before, f"{key}: {in_one_line(value, in_braces=True)}")
    indent = nodes.column(nodes.start(entries[0].key))  # type: ignore[arg-type]  # a field has a key
    lines = as_field(key, value, indent, nodes.hyphen)
    if before:
        here = nodes.line_after(nodes.end(before[-1]))
        return nodes.edit(here, here, "".join(f"{line}\n" for line in lines))
    here = nodes.start(entries[0].key)  # type: ignore[arg-type]  # likewise
    return nodes.edit(here, here, "\n".join(lines).lstrip() + "\n" + " " * indent)


def _comes_before(entry: Entry, key: str, order: Sequence[str]) -> bool:
    name = entry.key.value if entry.key is not None else ""
    if key not in order:
        return True
    return name in order and order.index(name) < order.index(key)


def _in_braces(nodes: Nodes, holder: yaml.MappingNode, before: Sequence[Entry], text: str) -> Edit:
    if before:
        here = nodes.end(before[-1])
        return nodes.edit(here, here, f", {text}")
    here = nodes.text.index("{", nodes.start(holder)) + 1
    return nodes.edit(here, here, f"{text}, " if holder.value else text)
