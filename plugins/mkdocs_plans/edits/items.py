"""An item inserted into a list of items that have fields, in the style that the list is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from mkdocs_plans.edits.fields import inserted
from mkdocs_plans.edits.nodes import Entry, Nodes, Steps
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.yaml import Written, as_item, in_one_line

Fields = Mapping[str, Written]

_UNMARKED = "the items of `{}` don't each begin with `- ` on a line of their own: change them by hand"


def item_edits(nodes: Nodes, steps: Steps, index: int, item: Fields, order: Sequence[str]) -> Fix:
    """Give the edits that insert an item at a position of the list at the end of some steps."""
    holder, key = nodes.at(steps[:-1]), str(steps[-1])
    if not isinstance(holder, yaml.MappingNode):
        raise EditError(f"`{key}` can't be set where there are no fields: see `plans check`")
    there = nodes.at(steps)
    if there is None:
        return (inserted(nodes, holder, key, [item], order),)
    entry = nodes.entry(holder, key)
    assert entry is not None and entry.key is not None, "what steps lead to is there"
    if isinstance(there, yaml.SequenceNode) and there.value:
        place = _in_brackets if there.flow_style else _in_block
        return (place(nodes, there, index, item, key),)
    return _into_empty(nodes, holder, entry, item)


def _into_empty(nodes: Nodes, holder: yaml.MappingNode, entry: Entry, item: Fields) -> Fix:
    """Write the first item below the key, in the place of `[]`, `~` or nothing."""
    assert entry.key is not None, "a field has a key"
    colon, end = nodes.colon(entry.key), nodes.end(entry)
    source = nodes.text[colon:end]
    if source.strip() not in {"", "~", "null", "Null", "NULL"} and not re.fullmatch(r"\s*\[\s*\]", source):
        raise EditError(f"`{source.strip()}` stands in the place of the list: change it by hand")
    if holder.flow_style or "\n" in source:
        return _into_brackets(nodes, colon, end, in_one_line(item, in_braces=True))
    lines = as_item(item, nodes.column(nodes.start(entry.key)) + nodes.hyphen)
    below = nodes.line_after(end)
    emptied = (nodes.edit(colon, end, ""),) if source else ()
    return *emptied, nodes.edit(below, below, "".join(f"{line}\n" for line in lines))


def _into_brackets(nodes: Nodes, colon: int, end: int, text: str) -> Fix:
    opened = nodes.text.find("[", colon, end)
    if opened >= 0:
        return (nodes.edit(opened + 1, opened + 1, text),)
    return (nodes.edit(colon, end, f" [{text}]"),)


def _in_brackets(nodes: Nodes, there: yaml.SequenceNode, index: int, item: Fields, _key: str) -> Edit:
    text = in_one_line(item, in_braces=True)
    if index < len(there.value):
        here = nodes.start(there.value[index])
        return nodes.edit(here, here, f"{text}, ")
    here = nodes.end(nodes.item(there, len(there.value) - 1))
    return nodes.edit(here, here, f", {text}")


def _in_block(nodes: Nodes, there: yaml.SequenceNode, index: int, item: Fields, key: str) -> Edit:
    """Insert lines before the item that is at the position now, or after the last."""
    neighbour = there.value[min(index, len(there.value) - 1)]
    start = nodes.start(neighbour)
    marked = re.fullmatch(r"( *)- +(?:[&!]\S+ +)*", nodes.line_before(start))
    if marked is None:
        raise EditError(_UNMARKED.format(key))
    lines = as_item(item, len(marked[1]))
    if index < len(there.value):
        here = start - nodes.column(start)
    else:
        here = nodes.line_after(nodes.end(nodes.item(there, len(there.value) - 1)))
    return nodes.edit(here, here, "".join(f"{line}\n" for line in lines))
