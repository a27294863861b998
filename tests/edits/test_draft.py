"""A field set, or an item inserted: the lines that must change do, or the reason is said."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plans.edits import Draft
from mkdocs_plans.errors import EditError
from mkdocs_plans.source import read_document
from mkdocs_plans.yaml import Bare, Written, write_scalar

ORDER = ("type", "title", "status", "end", "originally", "outcome", "actions", "updates")
UPDATE = ("date", "health", "readings", "note")
ITEM: dict[str, Written] = {
    "date": Bare("2026-11-23"),
    "readings": {"sold": Bare("82")},
    "note": "It slipped: twice",
}
BLOCK = """  - date: 2026-11-23
    readings: {sold: 82}
    note: "It slipped: twice"
"""
FLUSH = BLOCK.replace("\n  ", "\n")[2:]
BRACES = '{date: 2026-11-23, readings: {sold: 82}, note: "It slipped: twice"}'


def draft(lines: str) -> Draft:
    """A plan file with these lines in its front matter."""
    data = f"---\ntype: tactic\n{lines}---\nupdates: in the text\n".encode()
    return Draft(data, read_document("a.md", data))


def lines_of(changed: Draft) -> str:
    """The lines that the front matter of such a file holds now."""
    text = changed.data.decode()
    return text.removeprefix("---\ntype: tactic\n").removesuffix("---\nupdates: in the text\n")


@pytest.mark.parametrize(
    ("before", "after"),
    {
        "no list": ("title: A\n", f"title: A\nupdates:\n{BLOCK}"),
        "no list, and a comment": ("title: A  # b\n# c\n", f"title: A  # b\nupdates:\n{BLOCK}# c\n"),
        "lists that aren't indented": ("actions:\n- do: x\n", f"actions:\n- do: x\nupdates:\n{FLUSH}"),
        "an empty key": ("updates:\ntitle: A\n", f"updates:\n{BLOCK}title: A\n"),
        "empty brackets": ("updates: []  # none\n", f"updates:  # none\n{BLOCK}"),
        "null": ("updates: ~\n", f"updates:\n{BLOCK}"),
        "a list": ("updates:\n  - date: 2026-01-01\n", f"updates:\n{BLOCK}  - date: 2026-01-01\n"),
        "a comment above": (  # it may be of the list
            "updates: # x\n  # y\n  - date: 2026\n", f"updates: # x\n  # y\n{BLOCK}  - date: 2026\n"),
        "not indented": ("updates:\n- date: 2026\n", f"updates:\n{FLUSH}- date: 2026\n"),
        "items in braces": ("updates:\n- {date: 2026}\n", f"updates:\n{FLUSH}- {{date: 2026}}\n"),
        "brackets": ("updates: [{date: 2026}] # x\n", f"updates: [{BRACES}, {{date: 2026}}] # x\n"),
        "brackets on lines": (
            "updates: [\n {date: 2026},\n ]\n", f"updates: [\n {BRACES}, {{date: 2026}},\n ]\n"),
        "an anchor": ("updates: &all\n- date: 2026\n", f"updates: &all\n{FLUSH}- date: 2026\n"),
        "after a block": (
            "outcome: |\n  # no comment\n\n", f"outcome: |\n  # no comment\nupdates:\n{BLOCK}\n"),
    }.values(),
)  # fmt: skip
def test_an_item_is_inserted_in_the_style_of_the_file(before: str, after: str) -> None:
    """Comments, brackets, indentation and blank lines stay what they are."""
    assert lines_of(draft(before).with_item(("updates",), 0, ITEM, UPDATE)) == after


@pytest.mark.parametrize(
    ("before", "index", "after"),
    {
        "last": ("updates:\n  - date: 2026\ntitle: A\n", 1, f"updates:\n  - date: 2026\n{BLOCK}title: A\n"),
        "between": (
            "updates:\n  - date: 2\n  - date: 1\n",
            1,
            f"updates:\n  - date: 2\n{BLOCK}  - date: 1\n",
        ),
        "last in brackets": ("updates: [{date: 2026}]\n", 1, f"updates: [{{date: 2026}}, {BRACES}]\n"),
    }.values(),
)
def test_an_item_may_come_later(before: str, index: int, after: str) -> None:
    """Behind what stands before it, and before what follows."""
    assert lines_of(draft(before).with_item(("updates",), index, ITEM, UPDATE)) == after


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("x: &a\n- date: 2026\nupdates: *a\n", "stands elsewhere"),
        ("updates: &a\n- date: 2026\nx: *a\n", "can't be changed safely"),
        ("updates:\n-\n  date: 2026\n", "on a line of their own"),
        ("updates: none\n", "isn't a list"),
        ("updates: [\n", "can't be read"),
    ],
)
def test_what_can_not_be_changed_alone_is_refused(lines: str, said: str) -> None:
    """With the reason, in words that an author can act on."""
    with pytest.raises(EditError, match=said):
        draft(lines).with_item(("updates",), 0, ITEM, UPDATE)


@pytest.mark.parametrize(
    ("before", "after"),
    {
        "plain": ("end: 2026  # x\n", "end: 2027-Q1  # x\n"),
        "quoted": ("end: '2026'\n", "end: '2027-Q1'\n"),
        "empty": ("end:   # x\n", "end: 2027-Q1   # x\n"),
        "missing": ("title: A\noutcome: B\n", "title: A\nend: 2027-Q1\noutcome: B\n"),
        "missing before all": ("outcome: B\n", "end: 2027-Q1\noutcome: B\n"),
        "wide": ("end :   2026\n", "end :   2027-Q1\n"),
    }.values(),
)
def test_a_field_is_set_in_its_place(before: str, after: str) -> None:
    """In the quotes that it has, or behind the fields that come before it."""
    assert lines_of(draft(before).with_field(("end",), Bare("2027-Q1"), ORDER)) == after


@pytest.mark.parametrize("lines", ["end: &x 2026\n", "x: &x 2026\nend: *x\n", "end: !!str 2026\n"])
def test_a_field_written_in_another_way_is_left_to_its_author(lines: str) -> None:
    """An anchor, an alias, a tag."""
    with pytest.raises(EditError, match="by hand"):
        draft(lines).with_field(("end",), Bare("2027"), ORDER)


def test_a_field_of_an_item_is_set_within_its_style() -> None:
    """Below the item's other fields, or between its braces."""
    given = draft("actions:\n  - do: a\n    due: 2026\n  - {do: b, due: 2026}\n")
    after = given.with_field(("actions", 0, "done"), Bare("2026-01-01"), ("do", "due", "done"))
    after = after.with_field(("actions", 1, "done"), Bare("2026-01-01"), ("do", "due", "done"))
    assert lines_of(after) == (
        "actions:\n  - do: a\n    due: 2026\n    done: 2026-01-01\n  - {do: b, due: 2026, done: 2026-01-01}\n"
    )


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
)
def test_a_text_reads_back_as_it_was_written(text: str) -> None:
    """To us and to any reader of YAML, in braces or not, whatever it holds."""
    for source in (f"k: {write_scalar(text)}", f"{{k: {write_scalar(text, in_braces=True)}}}"):
        assert yaml.safe_load(source) == {"k": text}


def test_a_long_note_is_folded_and_one_of_several_lines_keeps_them() -> None:
    """So that a diff of the next change shows a sentence, not a paragraph."""
    note = "a word " * 40 + "end"
    item: dict[str, Written] = {"date": Bare("2026"), "note": note}
    after = draft("").with_item(("updates",), 0, item, UPDATE)
    assert max(map(len, lines_of(after).split("\n"))) <= 120
    assert "note: >-\n" in lines_of(after)
    after = draft("").with_item(("updates",), 0, {**item, "note": "one\n\n- two: 2"}, UPDATE)
    assert lines_of(after).endswith("    note: |-\n      one\n\n      - two: 2\n")


@pytest.mark.parametrize(
    ("lines", "expected"),
    {
        "behind an alias": ("x: &a z\nstatus: *a # b\n", "x: &a z\nstatus: *a # b\nend: 2027\n"),
        "behind an empty key": ("status: # b\n", "status: # b\nend: 2027\n"),
        "behind a quoted text of lines": ('title: "a\n  b" # c\n', 'title: "a\n  b" # c\nend: 2027\n'),
        "behind a plain text of lines": ("title: a\n  b\n", "title: a\n  b\nend: 2027\n"),
        "behind a list": ("title: [a,\n b]\n", "title: [a,\n b]\nend: 2027\n"),
        "behind a block that keeps its end": ("title: |+\n  a\n\n", "title: |+\n  a\n\nend: 2027\n"),
    }.values(),
)
def test_a_field_is_inserted_behind_whatever_stands_before_it(lines: str, expected: str) -> None:
    """Where that ends, not where it begins."""
    assert lines_of(draft(lines).with_field(("end",), Bare("2027"), ORDER)) == expected


@pytest.mark.parametrize("lines", ["x: &a {do: z}\nactions:\n- *a\n", "actions:\n- &a {do: z}\n- *a\n"])
def test_an_item_that_stands_elsewhere_is_left_to_its_author(lines: str) -> None:
    """Two things would change."""
    index = lines.count("- ") - 1
    with pytest.raises(EditError, match="by hand"):
        draft(lines).with_field(("actions", index, "done"), Bare("2027"), ("do", "done"))
