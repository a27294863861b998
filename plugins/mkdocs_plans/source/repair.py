"""What puts a slip of form right: edits of the file, with what must hold for them to be what was meant."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.findings import Edit, Finding, Fix, Span
from mkdocs_plans.reading_rules.files import INVALID_FRONT_MATTER
from mkdocs_plans.source.slip import Slip


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip of form: where it is, what to do about it, and the edits that do it, none where that isn't
    certain. They are what was meant only if all of `fields` are ours, and `text_of`, if it is said, a field
    that holds text.
    """

    span: Span
    message: str
    hint: str
    edits: Fix = ()
    fields: tuple[str, ...] = ()
    text_of: str = ""

    def finding(self, path: str) -> Finding:
        """What a check says of it."""
        return INVALID_FRONT_MATTER.finding(self.message, path, self.span, self.hint)


def repair_of(slip: Slip, text: str, offset: int) -> Repair:
    """A slip of a YAML text that begins at an offset of a file, seen from the file."""
    top = text.count("\n", 0, offset) + 1
    lines = text[offset:].split("\n")
    edits = tuple(
        _edit(top + number, lines[number], line) for number, line in slip.rewritten if lines[number] != line
    )
    span = Span(top + slip.line, slip.start + 1, max(slip.start + 2, slip.end + 1))
    return Repair(span, slip.message, slip.hint, edits if slip.is_sure else (), slip.fields, slip.text_of)


def _edit(number: int, before: str, after: str) -> Edit:
    """The edit that makes one line of another, without what both begin and end with."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    same = 0
    while same < min(len(before), len(after)) - start and before[-1 - same] == after[-1 - same]:
        same += 1
    return Edit(Span(number, start + 1, len(before) - same + 1), after[start : len(after) - same])
