"""A file that is being changed: each step is one change, and is read again before the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plans.edits.field_edits import add_line, insert_item, set_field
from mkdocs_plans.edits.nodes import Nodes
from mkdocs_plans.edits.scalars import read_after, replace_value, value_at
from mkdocs_plans.edits.text import edit_bytes
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Steps
from mkdocs_plans.source import Document
from mkdocs_plans.yaml import Value, Written


@dataclass(frozen=True, slots=True)
class Draft:
    """A file's bytes with the document that they read as."""

    data: bytes
    document: Document

    def with_field(self, steps: Steps, value: Written, order: Sequence[str]) -> Draft:
        """Set a field, in its place among those of its mapping: `order` names the keys as they follow
        each other. EditError where that can't be done by changing that field alone.
        """
        edits = set_field(Nodes(self.document), steps, value, order)
        return self._changed(edits, replace_value(self.document.values, steps, _plain(value)), steps)

    def with_item(self, steps: Steps, index: int, item: Mapping[str, Written], order: Sequence[str]) -> Draft:
        """Insert an item with fields into a list, which may be empty or missing. EditError as above."""
        there = value_at(self.document, steps)
        listed = there if isinstance(there, list) else []
        if there is not listed and there is not None:
            raise EditError(f"`{steps[-1]}` isn't a list: see `plans check`")
        edits = insert_item(Nodes(self.document), steps, index, item, order)
        expected = [*listed[:index], _plain(item), *listed[index:]]
        return self._changed(edits, replace_value(self.document.values, steps, expected), steps)

    def with_line(self, steps: Steps, line: str) -> Draft:
        """Add a line to a text, which may stand in one line or in several. EditError as above."""
        there = value_at(self.document, steps)
        if not isinstance(there, str):
            raise EditError(f"`{steps[-1]}` isn't a text: change it by hand")
        expected = "\n".join([*there.splitlines(), line])
        edits = add_line(Nodes(self.document), steps, line)
        draft = self.with_edits(edits)
        after = value_at(draft.document, steps)
        ends = after[len(after.rstrip("\n")) :] if isinstance(after, str) else ""
        return self._changed(edits, replace_value(self.document.values, steps, expected + ends), steps)

    def with_edits(self, edits: Iterable[Edit]) -> Draft:
        """Make edits that were found to be right."""
        edits = tuple(edits)
        return Draft(edit_bytes(self.data, edits), read_after(self.document, edits))

    def _changed(self, edits: Iterable[Edit], expected: Value, steps: Steps) -> Draft:
        draft, before = self.with_edits(edits), self.document
        is_alike = [f.rule for f in draft.document.findings] == [f.rule for f in before.findings]
        has_body = draft.document.text[draft.document.body_offset :] == before.text[before.body_offset :]
        if not (is_alike and has_body and draft.document.values == expected):
            where = ".".join(map(str, steps))
            raise EditError(f"`{where}` is written in a way that can't be changed safely: change it by hand")
        return draft


def _plain(value: Written) -> Value:
    """A value as it reads: a text without white space around it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value]
