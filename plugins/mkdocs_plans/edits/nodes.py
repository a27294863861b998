"""Where the keys and values of a front matter begin and end in the file's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import yaml

from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Span, Steps
from mkdocs_plans.source import Document
from mkdocs_plans.yaml import compose

_ALIAS = re.compile(r"\s*:?[ \t]*\*[^\s,\]}]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its key; the key is None for an item of a list. Where an alias (`*name`) stands in the
    value's place, the value is what stands elsewhere.
    """

    key: yaml.Node | None
    value: yaml.Node
    is_alias: bool = False


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
            if entry is not None and entry.is_alias:
                raise EditError(f"`{step}` names what stands elsewhere in the file (`*`): change it by hand")
            node = entry.value if entry else None
        return node

    def entry(self, node: yaml.Node | None, step: str | int) -> Entry | None:
        """What stands at a key or a position of a value."""
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            return self.field(*pair) if pair else None
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return self.item(node, step)
        return None

    def field(self, key: yaml.Node, value: yaml.Node) -> Entry:
        """A key with its value."""
        # libyaml puts the node of the anchor itself in the place of an alias: that it is one, only the text
        # says.
        behind = re.compile(r"\s*:[ \t]*").match(self.text, int(self._offset + key.end_mark.index))
        is_alias = bool(behind) and self.text.startswith("*", behind.end())  # type: ignore[union-attr]
        return Entry(key, value, is_alias)

    def item(self, node: yaml.SequenceNode, index: int) -> Entry:
        """An item of a list."""
        value, start, end = node.value[index], node.start_mark.index, node.end_mark.index
        is_inside = start <= value.start_mark.index < end
        return Entry(None, value, not is_inside or any(value is other for other in node.value[:index]))

    def is_empty(self, node: yaml.Node) -> bool:
        """Whether nothing is written in the place of a value."""
        return bool(node.start_mark.index == node.end_mark.index)

    def start(self, node: yaml.Node) -> int:
        """Where a node begins."""
        return int(self._offset + node.start_mark.index)

    def colon(self, key: yaml.Node) -> int:
        """The offset right behind a key's colon."""
        found = re.compile(r"\s*:").match(self.text, int(self._offset + key.end_mark.index))
        if found is None:
            raise EditError(f"no colon stands right behind the key `{key.value}`: change it by hand")
        return found.end()

    def end(self, entry: Entry) -> int:
        """Where the last sign of a value stands, comments and blank lines behind it left out."""
        node, key = entry.value, entry.key
        if entry.is_alias:
            return self._end_of_alias(key)
        if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", True):
            return self._end_of_scalar(node, key)
        if isinstance(node, yaml.MappingNode):
            return self.end(self.field(*node.value[-1]))
        assert isinstance(node, yaml.SequenceNode), "what is no scalar is a mapping or a list"
        return self.end(self.item(node, len(node.value) - 1))

    def _end_of_alias(self, key: yaml.Node | None) -> int:
        if key is None:
            raise EditError("an alias (`*`) ends what is to be changed: change it by hand")
        found = _ALIAS.match(self.text, int(self._offset + key.end_mark.index))
        return found.end() if found else self.stop

    def _end_of_scalar(self, node: yaml.Node, key: yaml.Node | None) -> int:
        start, end = self.start(node), int(self._offset + node.end_mark.index)
        if key is not None and self.is_empty(node):
            return self.colon(key)
        # libyaml ends a block of text where the next key begins, behind blank lines and comments that are no
        # part of it. Only `|+` and `>+` keep the blank lines.
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

    def delete_line(self, offset: int) -> Edit:
        """Take the whole line away that begins at an offset."""
        line = self.text.count("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        length = (len(self.text) if end < 0 else end) - offset
        return Edit(Span(line, 1, length + 2), "")
