"""What a change brings in: the findings of one state of a plan, less those of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.changes import State, brought_in, same_files
from mkdocs_plans.rules import check
from tests.small_site import PEOPLE, read_site, write_site

Files = dict[str, str | bytes]

STRATEGY = "---\ntype: strategy\ntitle: Hire\n---\n"
TACTIC = "---\ntype: tactic\ntitle: Ask\nstrategy: hire\ndri: nobody\n---\n"


def state(folder: Path, files: Files) -> State:
    """A small plan, loaded and checked."""
    loaded, site = read_site(write_site(folder, files))
    return State(loaded, check(loaded, site))


def new(folder: Path, before: Files, now: Files) -> list[tuple[str, str, int]]:
    """What changing one plan into another brings in: rule, path and line of each error."""
    states = state(folder / "before", before), state(folder / "now", now)
    return [
        (one.finding.rule, one.finding.path, one.span.line)
        for one in brought_in(*states).found
        if one.finding.severity == "error"
    ]


BEFORE: Files = {"hire.md": STRATEGY, "ask.md": TACTIC}


@pytest.mark.parametrize(
    "now",
    [
        BEFORE,
        BEFORE | {"ask.md": TACTIC.replace("type", "# A note.\n\ntype")},
        BEFORE | {"ask.md": TACTIC.replace("title: Ask", "title: Ask them all") + "More text.\n"},
        BEFORE | {"ask.md": TACTIC.replace("dri: nobody", "dri:   nobody  # who?")},
        BEFORE | {"ask.md": TACTIC.replace("dri: nobody", 'dri: "nobody"')},
        BEFORE | {"more.md": TACTIC.replace("Ask", "More").replace("nobody", "vp-sales")},
        {"hire.md": STRATEGY, "people/ask.md": TACTIC},
        {"hire.md": STRATEGY, "inquire.md": TACTIC},
        {"hire.md": STRATEGY, "inquire.md": TACTIC.replace("title: Ask", "id: ask\ntitle: Inquire")},
        {"hire.md": STRATEGY, "inquire.md": TACTIC.replace("title: Ask", "title: Inquire")},
        {
            "hire.md": STRATEGY,
            "ask.md": TACTIC.replace("dri: nobody\n", "").replace("type", "dri: nobody\ntype"),
        },
    ],
    ids=[
        "same",
        "shifted",
        "edited",
        "respaced",
        "quoted",
        "other file",
        "moved",
        "renamed",
        "kept id",
        "retitled",
        "reordered",
    ],
)
def test_an_old_finding_is_not_new(now: Files, tmp_path: Path) -> None:
    """Wherever its line and its file are now."""
    assert new(tmp_path, BEFORE, now) == []


def test_a_new_mistake_is_new_beside_an_old_one(tmp_path: Path) -> None:
    """Each is looked at by itself."""
    now = BEFORE | {"ask.md": TACTIC.replace("---\n", "---\nteam: slaes\n", 1)}
    assert new(tmp_path, BEFORE, now) == [("unknown-team", "ask.md", 2)]


def test_what_a_change_breaks_elsewhere_is_new(tmp_path: Path) -> None:
    """A strategy that is gone leaves a reference in a file that the change didn't touch."""
    assert new(tmp_path, BEFORE, {"ask.md": TACTIC}) == [("unknown-strategy", "ask.md", 4)]


def test_the_same_mistake_in_another_field_is_new(tmp_path: Path) -> None:
    """Though message and value are equal."""
    now = BEFORE | {"hire.md": STRATEGY.replace("title", "dri: nobody\ntitle")}
    before = BEFORE | {"hire.md": STRATEGY.replace("title", "contributors: [nobody]\ntitle")}
    assert new(tmp_path, before, now) == [("unknown-person", "hire.md", 3)]


def test_another_value_that_is_wrong_in_the_same_way_is_new(tmp_path: Path) -> None:
    """What is underlined counts, where the message doesn't name it."""
    before = BEFORE | {"ask.md": TACTIC.replace("nobody", "[rep, vp-sales]")}
    now = BEFORE | {"ask.md": TACTIC.replace("nobody", "[rep, recruiting-lead]")}
    assert new(tmp_path, before, now) == [("several-dris", "ask.md", 5)]


ACTION = "  - do: {0}\n    dri: nobody\n"


def with_actions(*names: str) -> Files:
    """The plan with a tactic of some actions, each with the same mistake."""
    actions = "".join(ACTION.format(name) for name in names)
    return BEFORE | {"ask.md": TACTIC.replace("dri: nobody\n", f"actions:\n{actions}")}


@pytest.mark.parametrize(
    ("before", "now", "lines"),
    [
        ("ac", "abc", [9]),
        ("b", "ab", [7]),
        ("a", "abc", [9, 11]),
        ("ab", "ba", []),
        ("abc", "a", []),
        ("", "ab", [7, 9]),
    ],
)
def test_one_more_of_the_same_is_new_where_it_was_written(
    before: str, now: str, lines: list[int], tmp_path: Path
) -> None:
    """Not the last in the file, but the one on a line of the change."""
    found = new(tmp_path, with_actions(*before), with_actions(*now))
    assert found == [("unknown-person", "ask.md", line) for line in lines]


def test_a_finding_that_is_no_longer_ignored_is_new(tmp_path: Path) -> None:
    """Whoever takes the reason out brings the finding in."""
    alone = "---\ntype: tactic\ntitle: B\n---\n"
    ignoring = alone.replace("title", "ignore: {tactic-without-strategy: A trial.}\ntitle")
    assert new(tmp_path, {"b.md": ignoring}, {"b.md": alone}) == [("tactic-without-strategy", "b.md", 1)]


def test_a_finding_that_is_ignored_from_now_on_is_told(tmp_path: Path) -> None:
    """One that was ignored before isn't."""
    ignoring = "---\ntype: tactic\ntitle: {0}\nignore: {{tactic-without-strategy: A trial.}}\n---\n"
    old: Files = {"a.md": ignoring.format("A")}
    states = state(tmp_path / "a", old), state(tmp_path / "b", old | {"b.md": ignoring.format("B")})
    assert [one.found.finding.path for one in brought_in(*states).ignored] == ["b.md"]


def test_an_unreadable_file_that_moves_is_the_same(tmp_path: Path) -> None:
    """It has no id, and its text is what it was."""
    broken = "---\ntype: tactic\ntitle: Ask: now\n---\n"
    assert new(tmp_path / "moved", {"a.md": broken}, {"b/c.md": broken}) == []
    assert new(tmp_path / "copied", {"a.md": broken}, {"a.md": broken, "b.md": broken}) == [
        ("invalid-front-matter", "b.md", 3)
    ]


def test_people_are_compared(tmp_path: Path) -> None:
    """Their file has findings of its own."""
    before: Files = {"people.yml": PEOPLE + "rep: {team: slaes}\n"}
    now: Files = {"people.yml": "boss: {team: none}\n" + PEOPLE + "rep: {team: slaes}\n"}
    assert new(tmp_path, before, now) == [("unknown-team", "people.yml", 1)]


def test_files_are_matched_by_id_then_path_then_title_then_text(tmp_path: Path) -> None:
    """A file whose name another took over is still found by what it holds."""
    named = "---\ntype: strategy\nid: {0}\ntitle: {1}\n---\n"
    before = state(
        tmp_path / "before",
        {
            "a.md": named.format("one", "One"),
            "b.md": named.format("two", "Two"),
            "c.md": named.format("three", "Three"),
            "d.md": "---\ntype: strategy\ntitle: D: broken\n---\n",
            "gone.md": named.format("gone", "Gone") + "Xylophones, quickly!\n" * 9,
        },
    )
    now = state(
        tmp_path / "now",
        {
            "b.md": named.format("one", "One"),
            "a.md": named.format("two", "Zwei"),
            "x.md": named.format("drei", "Three"),
            "y.md": "---\ntype: strategy\ntitle: D: broken\n---\n",
            "new.md": named.format("new", "New") + "We count each hour.\n" * 9,
        },
    )
    assert same_files(before.loaded, now.loaded) == {
        "b.md": "a.md",
        "a.md": "b.md",
        "x.md": "c.md",
        "y.md": "d.md",
        "people.yml": "people.yml",
    }
