"""A file that two changes edit: as git merges it, and by what it says where git gives up."""

from __future__ import annotations

import pytest

from mkdocs_plans.source import merge_file, read_document, read_yaml_document

BASE = (
    b"---\ntitle: A\nend: 2026-06\nadvances: [a, b]\n"
    b"goals:\n  - {id: x, target: 5, due: 2026}\n---\nOne.\n\nTwo.\n"
)


@pytest.mark.parametrize(
    ("ours", "theirs", "is_clean"),
    [
        (BASE.replace(b"One", b"1"), BASE, True),
        (BASE, BASE.replace(b"Two", b"2"), True),
        (BASE.replace(b"title: A", b"title: B"), BASE.replace(b"Two", b"2"), True),
        (BASE.replace(b"2026-06", b"2026-07"), BASE.replace(b"2026-06", b"2026-07"), True),
        (BASE.replace(b"2026-06", b"2026-07"), BASE.replace(b"2026-06", b"2026-08"), False),
        (BASE.replace(b"title: A", b"title: B"), BASE.replace(b"2026-06", b"2026-08"), False),
    ],
)
def test_git_says_what_it_can_merge(ours: bytes, theirs: bytes, is_clean: bool) -> None:
    """Lines beside each other are the same lines to it."""
    assert merge_file("a.md", BASE, ours, theirs).is_clean is is_clean


def test_what_git_cannot_merge_is_merged_by_what_it_says() -> None:
    """What one takes out is out, what one adds is in, and of two values ours stands; the text is kept."""
    ours = (
        BASE.replace(b"[a, b]", b"[a, c]").replace(b"target: 5", b"target: 6").replace(b"2026-06", b"2026-07")
    )
    theirs = (
        BASE.replace(b"[a, b]", b"[b, d]").replace(b"due: 2026", b"due: 2027").replace(b"2026-06", b"2026-08")
    )
    merged = merge_file("a.md", BASE, ours, theirs.replace(b"Two", b"2").replace(b"title: A\n", b""))
    document = read_document("a.md", merged.data)
    assert document.values == {
        "end": "2026-07",
        "advances": ["c", "d"],
        "goals": [{"id": "x", "target": "6", "due": "2027"}],
    }
    assert document.body == "One.\n\n2."


def test_one_who_answers_and_several_are_merged_as_a_list() -> None:
    """Each takes one of the two out, and writes the other one alone."""
    people = b"ada: {dri: [x, y], role: A}\n"
    merged = merge_file("p.yml", people, people.replace(b"[x, y]", b"x"), people.replace(b"[x, y]", b"y"))
    assert read_yaml_document("p.yml", merged.data).values == {"ada": {"dri": [], "role": "A"}}


def test_the_rows_of_a_table_that_both_add_stand_beside_each_other() -> None:
    """As both add theirs at its end."""
    table = b"plan,goal\na,b\n"
    merged = merge_file("readings.csv", table, table + b"c,d\n", table + b"e,f\n")
    assert (merged.data, merged.is_clean) == (b"plan,goal\na,b\nc,d\ne,f\n", False)


def test_what_cannot_be_read_is_merged_by_its_lines() -> None:
    """Ours stand where both edit the same; so it is with bytes that are no text."""
    ours, theirs = BASE.replace(b"[a, b]", b"[a"), BASE.replace(b"[a, b]", b"b").replace(b"Two", b"2")
    assert merge_file("a.md", BASE, ours, theirs).data == ours.replace(b"Two", b"2")
    assert merge_file("a.md", b"\0a", b"\0b", b"\0c").data == b"\0b"
