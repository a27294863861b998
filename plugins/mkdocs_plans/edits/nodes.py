"""Where the keys and values of a front matter begin and end in the file's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import yaml

from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Span
from mkdocs_plans.source import Document
from mkdocs_plans.yaml_text import compose

Steps = tuple[str | int, ...]

_ALIAS = re.compile(r"\s*:?[ \t]*\*[^\s,\]}]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its key; the key is None for an item of a list."""

    key: yaml.Node | None
    value: yaml.Node


class Nodes:
    """The nodes of a front matter. Offsets are in the document's text, in characters."""

    def __init__(self, document: Document) -> None:
        source, self._offset = document.yaml
        root = compose(source) if document.values else None
        if root is None:
            raise EditError(f"the front matter of {document.path} can't be read: see `plans check`")
        self.text = document.text
        self.root = root
        self.stop = self._offset + len(source)

    @cached_property
    def hyphen(self) -> int:
        """How far the file's lists are indented below their keys: as the first one is, else 2."""
        for key, value in self.root.value if isinstance(self.root, yaml.MappingNode) else ():
            if isinstance(value, yaml.SequenceNode) and not value.flow_style and value.value:
                marked = re.fullmatch(r"( *)- +", self.line_before(self.start(value.value[0])))
                return max(0, len(marked[1]) - self.column(self.start(key))) if marked else 2
        return 2

    def at(self, steps: Steps) -> yaml.Node | None:
        """The value that some steps lead to. EditError where another name leads to it as well."""
        node: yaml.Node | None = self.root
        for step in steps:
            entry = self.entry(node, step)
            if entry is not None and self.is_alias(entry):
                raise EditError(f"`{step}` names what stands elsewhere in the file (`*`): change it by hand")
            node = entry.value if entry else None
        return node

    def entry(self, node: yaml.Node | None, step: str | int) -> Entry | None:
        """What stands at a key or a position of a value."""
        if isinstance(node, yaml.MappingNode):
            return next((Entry(k, v) for k, v in node.value if k.value == step), None)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            item = node.value[step]
            inside = self.start(node) <= self.start(item) < self._offset + node.end_mark.index
            return Entry(None, item if inside else yaml.ScalarNode("*", "", item.start_mark, item.start_mark))
        return None

    def is_alias(self, entry: Entry) -> bool:
        """Whether an alias stands in the place of a value."""
        if entry.key is None:
            return bool(entry.value.tag == "*")
        return self.text[self.end_of_key(entry.key) :].startswith("*") or (
            entry.value.start_mark.index < entry.key.end_mark.index
        )

    def start(self, node: yaml.Node) -> int:
        """Where a node begins."""
        return int(self._offset + node.start_mark.index)

    def end_of_key(self, key: yaml.Node) -> int:
        """Where the value of a key begins, or would: behind the colon and the blanks that follow it."""
        found = re.compile(r"\s*:[ \t]*").match(self.text, int(self._offset + key.end_mark.index))
        if found is None:
            raise EditError(f"the key `{key.value}` has no colon right behind it: change it by hand")
        return found.end()

    def colon(self, key: yaml.Node) -> int:
        """The offset right behind a key's colon."""
        return self.text.index(":", int(self._offset + key.end_mark.index)) + 1

    def end(self, entry: Entry) -> int:
        """Where the last sign of a value stands, comments and blank lines behind it left out."""
        node, key = entry.value, entry.key
        if key is not None and self.is_alias(entry):
            found = _ALIAS.match(self.text, int(self._offset + key.end_mark.index))
            return found.end() if found else self.stop
        if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", True):
            return self._end_of_scalar(node, key)
        last = node.value[-1]
        return self.end(Entry(*last) if isinstance(last, tuple) else Entry(None, last))

    def _end_of_scalar(self, node: yaml.Node, key: yaml.Node | None) -> int:
        start, end = self.start(node), int(self._offset + node.end_mark.index)
        if start == end and key is not None:
            return self.colon(key)
        keeps = getattr(node, "style", None) in {"|", ">"} and "+" in self.text[start:end].split("\n", 1)[0]
        return end if keeps else start + len(self.text[start:end].rstrip())

    def line_after(self, offset: int) -> int:
        """Where the line after the one of an offset begins; the same offset where it begins a line."""
        if offset and self.text[offset - 1] == "\n":
            return offset
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def column(self, offset: int) -> int:
        """The 0-based column of an offset."""
        return offset - (self.text.rfind("\n", 0, offset) + 1)

    def line_before(self, offset: int) -> str:
        """What stands in a line before an offset."""
        return self.text[offset - self.column(offset) : offset]

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Write a text in the place of a stretch of one line."""
        if "\n" in self.text[start:end]:
            raise EditError("what is to be changed stands in several lines: change it by hand")
        line, column = self.text.count("\n", 0, start) + 1, self.column(start) + 1
        return Edit(Span(line, column, column + end - start), text)
