"""A field whose value stands in several lines is written anew, and nothing else in its file."""

from __future__ import annotations

import pytest

from mkdocs_plans.edits import Draft
from mkdocs_plans.errors import EditError
from mkdocs_plans.source import read_document

LONG = "A text that is long enough to be folded by those who write plan files: it has more than a line."
FOLDED = f"{LONG} {LONG}"


def changed(lines: str, value: str | list[str], key: str = "outcome") -> str:
    """The lines of a front matter after a field of it is set."""
    text = f"---\ntype: tactic\n{lines}end: 2027  # agreed\n---\n\nText.\n"
    draft = Draft(text.encode(), read_document("a.md", text.encode()))
    after = draft.with_field((key,), value, [key, "end"]).data.decode()
    return after.removeprefix("---\ntype: tactic\n").removesuffix("end: 2027  # agreed\n---\n\nText.\n")


@pytest.mark.parametrize(
    "before",
    ["outcome: >-\n  One line\n  and more.\n", "outcome: |\n  One.\n\n  Two.\n\n", 'outcome: "One\n  line"\n',
     "outcome: One\n  line\n", "outcome:\n  One line\n"],
)  # fmt: skip
def test_a_text_in_several_lines_becomes_another(before: str) -> None:
    """In one line where it fits, folded where it doesn't."""
    assert changed(before, "Short.").rstrip("\n") == "outcome: Short."
    lines = changed(before, FOLDED).rstrip("\n").split("\n")
    assert lines[0] == "outcome: >-" and " ".join(line.strip() for line in lines[1:]) == FOLDED


def test_a_list_below_its_key_becomes_another() -> None:
    """In brackets, as we write lists of names."""
    assert changed("contributors:\n  - ada\n  - ben\n", ["cem"], "contributors") == "contributors: [cem]\n"


@pytest.mark.parametrize(
    "before",
    ["outcome: >-  # why\n  One line\n", "outcome:\n  - one  # first\n  - two\n", "outcome: &a\n  One\n"],
)
def test_a_comment_beside_it_is_not_lost(before: str) -> None:
    """What can't be changed without it is left to its author."""
    with pytest.raises(EditError, match="by hand"):
        changed(before, "Short.")
