"""Edits change what they name, and leave every other byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.edits.text import edit_bytes, edit_text
from mkdocs_plans.findings import Edit, Span
from mkdocs_plans.source import read_document

TWO = (Edit(Span(2, 1, 5), "kind"), Edit(Span(3, 8, 10), "ä"))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_and_column_are_those_of_the_file_as_it_is(line_end: str, mark: str) -> None:
    """Whatever ends its lines, and with a byte order mark."""
    before = mark + line_end.join(["---", "type: theme", "title: ab", "---", "text"])
    after = mark + line_end.join(["---", "kind: theme", "title: ä", "---", "text"])
    assert edit_text(before, TWO) == after
    assert edit_bytes(before.encode(), reversed(TWO)) == after.encode()


def test_edits_of_one_line_do_not_move_each_other() -> None:
    """They name the line as it was."""
    edits = [Edit(Span(1, 1, 2), "long"), Edit(Span(1, 3, 4), ""), Edit(Span(1, 5, 5), "!")]
    assert edit_text("abcd", edits) == "longbd!"


@given(st.lists(st.sampled_from(["---", "a: é", "\n", "\r\n", "\r", "\u2028", "\x85", "\f", "\U0001f600"])))
def test_a_document_and_its_file_agree_on_lines_and_columns(parts: list[str]) -> None:
    """What an edit of the document's text gives is what the edited file reads as."""
    text = "".join(parts)
    document = read_document("a.md", ("\ufeff" + text).encode())
    lines = document.text.split("\n")
    spot = Span(len(lines), len(lines[-1]) + 1, len(lines[-1]) + 1)
    edits = [Edit(Span(1, 1, 1), "x"), Edit(spot, "y")] if len(lines) > 1 else [Edit(spot, "y")]
    after = edit_bytes(("\ufeff" + text).encode(), edits)
    assert read_document("a.md", after).text == edit_text(document.text, edits)
