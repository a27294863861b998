"""Fields set, items inserted into lists, and lines added to texts, each in the style of what is there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from mkdocs_plans.edits.nodes import Entry, Nodes
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Fix, Steps
from mkdocs_plans.yaml import Written, quote, write_field, write_inline, write_item, write_scalar


def set_field(nodes: Nodes, steps: Steps, value: Written, order: Sequence[str]) -> Fix:
    """Give the edits that set the field at the end of some steps."""
    holder, key = nodes.at(steps[:-1]), str(steps[-1])
    if not isinstance(holder, yaml.MappingNode):
        raise EditError(f"`{key}` can't be set where there are no fields: see `plans check`")
    entry = nodes.entry(holder, key)
    if entry is None:
        return (_insert_field(nodes, holder, key, value, order),)
    if entry.is_alias:
        raise EditError(f"`{key}` names what stands elsewhere in the file (`*`): change it by hand")
    if entry.key is not None and not holder.flow_style and _is_in_lines(nodes, entry):
        return _replace_lines(nodes, entry, key, value)
    return (_replace_value(nodes, entry, value, in_braces=bool(holder.flow_style)),)


def _replace_value(nodes: Nodes, entry: Entry, value: Written, *, in_braces: bool) -> Edit:
    """Write another value in the place of one that stands in one line, in the quotes that it has."""
    start, end = nodes.start(entry.value), nodes.end(entry)
    text = write_inline(value, in_braces=in_braces)
    if entry.key is not None and nodes.is_empty(entry.value):
        colon = nodes.colon(entry.key)
        return nodes.edit(colon, colon, f" {text}")
    source = nodes.text[start:end]
    if isinstance(entry.value, yaml.ScalarNode) and source[0] in "&!|>":
        raise EditError(f"`{source.split()[0]}` stands before what is to be changed: change it by hand")
    if isinstance(value, str) and text == value and source[0] in "\"'":
        text = f"{source[0]}{text}{source[0]}" if source[0] not in text else quote(text)
    return nodes.edit(start, end, text)


def _is_in_lines(nodes: Nodes, entry: Entry) -> bool:
    """Whether a value stands in several lines, or below its key."""
    assert entry.key is not None, "a field has a key"
    return "\n" in nodes.text[nodes.colon(entry.key) : nodes.end(entry)]


_HEADER = re.compile(r"[ \t]*[|>][+-]?[ \t]*")


def _replace_lines(nodes: Nodes, entry: Entry, key: str, value: Written) -> Fix:
    """Write another value in the place of one that stands in several lines: it takes as many as it needs."""
    assert entry.key is not None, "a field has a key"
    start, end = nodes.colon(entry.key), nodes.end(entry)
    source = nodes.text[start:end]
    is_block = isinstance(entry.value, yaml.ScalarNode) and entry.value.style in {"|", ">"}
    first = source.partition("\n")[0]
    rest = nodes.text[end : nodes.line_after(end)]
    if rest.strip() or (not _HEADER.fullmatch(first) if is_block else set(source) & set("#&!")):
        raise EditError(f"`{key}` stands in several lines, with more beside it: change it by hand")
    indent = nodes.column(nodes.start(entry.key))
    lines = write_field(key, value, indent, nodes.hyphen)
    text = "\n".join(lines)[len(" " * indent + write_scalar(key)) + 1 :]
    edits = [nodes.edit(start, start + len(first), text)]
    for _ in range(source.count("\n")):
        start = nodes.line_after(start + 1)
        edits.append(nodes.delete_line(start))
    return tuple(edits)


def _insert_field(
    nodes: Nodes, holder: yaml.MappingNode, key: str, value: Written, order: Sequence[str]
) -> Edit:
    """Insert a field after the last of those that come before it."""
    entries = [nodes.field(*pair) for pair in holder.value]
    before = [entry for entry in entries if _comes_before(entry, key, order)]
    if holder.flow_style:
        return _in_braces(nodes, holder, before, f"{key}: {write_inline(value, in_braces=True)}")
    indent = nodes.column(nodes.start(entries[0].key))  # type: ignore[arg-type]  # a field has a key
    lines = write_field(key, value, indent, nodes.hyphen)
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


ItemFields = Mapping[str, Written]

_UNMARKED = "the items of `{}` don't each begin with `- ` on a line of their own: change them by hand"


def insert_item(nodes: Nodes, steps: Steps, index: int, item: ItemFields, order: Sequence[str]) -> Fix:
    """Give the edits that insert an item at a position of the list at the end of some steps."""
    holder, key = nodes.at(steps[:-1]), str(steps[-1])
    if not isinstance(holder, yaml.MappingNode):
        raise EditError(f"`{key}` can't be set where there are no fields: see `plans check`")
    there = nodes.at(steps)
    if there is None:
        return (_insert_field(nodes, holder, key, [item], order),)
    entry = nodes.entry(holder, key)
    assert entry is not None and entry.key is not None, "what steps lead to is there"
    if isinstance(there, yaml.SequenceNode) and there.value:
        place = _in_brackets if there.flow_style else _in_block
        return (place(nodes, there, index, item, key),)
    return _into_empty(nodes, holder, entry, item)


def _into_empty(nodes: Nodes, holder: yaml.MappingNode, entry: Entry, item: ItemFields) -> Fix:
    """Write the first item below the key, in the place of `[]`, `~` or nothing."""
    assert entry.key is not None, "a field has a key"
    colon, end = nodes.colon(entry.key), nodes.end(entry)
    source = nodes.text[colon:end]
    if source.strip() not in {"", "~", "null", "Null", "NULL"} and not re.fullmatch(r"\s*\[\s*\]", source):
        raise EditError(f"`{source.strip()}` stands in the place of the list: change it by hand")
    if holder.flow_style or "\n" in source:
        return _into_brackets(nodes, colon, end, write_inline(item, in_braces=True))
    lines = write_item(item, nodes.column(nodes.start(entry.key)) + nodes.hyphen)
    below = nodes.line_after(end)
    emptied = (nodes.edit(colon, end, ""),) if source else ()
    return *emptied, nodes.edit(below, below, "".join(f"{line}\n" for line in lines))


def _into_brackets(nodes: Nodes, colon: int, end: int, text: str) -> Fix:
    opened = nodes.text.find("[", colon, end)
    if opened >= 0:
        return (nodes.edit(opened + 1, opened + 1, text),)
    return (nodes.edit(colon, end, f" [{text}]"),)


def _in_brackets(nodes: Nodes, there: yaml.SequenceNode, index: int, item: ItemFields, _key: str) -> Edit:
    text = write_inline(item, in_braces=True)
    if index < len(there.value):
        here = nodes.start(there.value[index])
        return nodes.edit(here, here, f"{text}, ")
    here = nodes.end(nodes.item(there, len(there.value) - 1))
    return nodes.edit(here, here, f", {text}")


def _in_block(nodes: Nodes, there: yaml.SequenceNode, index: int, item: ItemFields, key: str) -> Edit:
    """Insert lines before the item that is at the position now, or after the last."""
    neighbour = there.value[min(index, len(there.value) - 1)]
    start = nodes.start(neighbour)
    marked = re.fullmatch(r"( *)- +(?:[&!]\S+ +)*", nodes.line_before(start))
    if marked is None:
        raise EditError(_UNMARKED.format(key))
    lines = write_item(item, len(marked[1]))
    if index < len(there.value):
        here = start - nodes.column(start)
    else:
        here = nodes.line_after(nodes.end(nodes.item(there, len(there.value) - 1)))
    return nodes.edit(here, here, "".join(f"{line}\n" for line in lines))


def add_line(nodes: Nodes, steps: Steps, line: str) -> Fix:
    """Give the edits that add a line to the text at some steps."""
    node = nodes.at(steps)
    if not isinstance(node, yaml.ScalarNode):
        raise EditError(f"`{steps[-1]}` isn't a text: change it by hand")
    start, end = nodes.start(node), int(node.end_mark.index) + nodes.start(node) - int(node.start_mark.index)
    if node.style == "|":
        written = nodes.text[start:end].rstrip()
        last = written.rpartition("\n")[2]
        indent = last[: len(last) - len(last.lstrip())]
        here = start + len(written)
        return (nodes.edit(here, here, f"\n{indent}{line}"),)
    if node.style == ">" or "\n" in nodes.text[start:end] or not node.value:
        raise EditError(f"`{steps[-1]}` isn't a text in one line, or in lines below `|`: change it by hand")
    here = nodes.text.find("\n", end)
    here = len(nodes.text) if here < 0 else here  # a comment stays behind the key
    return nodes.edit(start, end, "|"), nodes.edit(here, here, f"\n  {node.value}\n  {line}")
