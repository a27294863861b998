"""What a change leaves uncovered, and what it brings in and mends."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.changes import Review, tell_consequence
from tests.changes.small_plan import ASK, PLAN, Files, reviewed, teller, with_edit


def effects(review: Review) -> list[tuple[str, str]]:
    """What the change does to the whole, as effect and line."""
    say = teller(review)
    return [(str(one.effect), str(tell_consequence(say, one))) for one in review.consequences]


def without(path: str, files: Files = PLAN) -> Files:
    """The plan without a file."""
    return {name: content for name, content in files.items() if name != path}


LAST_TACTIC = (
    "goal-without-tactic",
    "Nothing advances this any more: “Answer every letter” (“Hire people who stay”)",
)


@pytest.mark.parametrize(
    "now",
    [
        without("train.md"),
        with_edit("train.md", "advances: [answers, retention]", "advances: [retention]"),
        with_edit("train.md", "start: 2026-01-01", "status: dropped\nstart: 2026-01-01"),
    ],
    ids=["removed", "relinked", "dropped"],
)
def test_a_goal_that_loses_its_last_tactic_is_told(now: Files, tmp_path: Path) -> None:
    """However it is lost; a goal that has another tactic, or is met, is none."""
    assert effects(reviewed(tmp_path, PLAN, now)) == [LAST_TACTIC]


def test_a_goal_whose_tactics_are_done_is_told(tmp_path: Path) -> None:
    """It isn't reached, and nobody works on it."""
    now = with_edit("train.md", "start: 2026-01-01", "status: done\nstart: 2026-01-01")
    line = "Not reached, and its tactics are done: “Answer every letter” (“Hire people who stay”)"
    assert effects(reviewed(tmp_path, PLAN, now)) == [("goal-without-tactic", line)]


def test_a_goal_to_keep_needs_no_tactic(tmp_path: Path) -> None:
    """As in the rules."""
    before = with_edit("hire.md", "baseline: 9", "keep: at most")
    assert effects(reviewed(tmp_path, before, without("train.md", before))) == []


def test_a_goal_that_had_none_before_loses_nothing(tmp_path: Path) -> None:
    """That it has none is a finding, and an old one."""
    before = with_edit("train.md", "advances: [answers, retention]", "advances: [retention]")
    now = with_edit("train.md", "Book a room", "Book a hall", before)
    review = reviewed(tmp_path, before, now)
    assert effects(review) == []
    assert review.brought_in == ()


def test_a_strategy_that_is_left_without_tactics_is_told(tmp_path: Path) -> None:
    """With the goal that lost its last one, unless another strategy cascades from it; the rule's finding
    isn't told a second time.
    """
    review = reviewed(tmp_path, without("ask.md"), without("find.md", without("ask.md")))
    assert effects(review) == []  # hire cascades from it
    alone = with_edit("hire.md", "parent: grow\n", "")
    review = reviewed(tmp_path / "alone", alone, without("find.md", alone))
    assert [effect for effect, _ in effects(review)] == ["goal-without-tactic", "strategy-without-tactic"]
    assert "strategy-without-tactic" in {one.finding.rule for one in review.brought_in}
    assert "strategy-without-tactic" not in {one.finding.rule for one in review.further}


def test_a_plan_that_loses_its_dri_is_told(tmp_path: Path) -> None:
    """A strategy or a tactic."""
    now = with_edit("ask.md", "dri: recruiting-lead\n", "", with_edit("grow.md", "dri: vp-people\n", ""))
    assert effects(reviewed(tmp_path, PLAN, now)) == [
        ("missing-dri", "Nobody answers for this any more: “Grow the field team”; it was VP People"),
        (
            "missing-dri",
            "Nobody answers for this any more: “Ask everyone the same questions”; it was Recruiting Lead",
        ),
    ]


def test_a_dri_who_leaves_is_told_with_what_is_left_open(tmp_path: Path) -> None:
    """From people.yml alone: whoever leaves, or is taken out, still answers for what names them."""
    now = with_edit("people.yml", "role: VP People,", "role: VP People, until: 2026-12-31,")
    line = "Leaves 31 Dec 2026, and still answers for something: VP People (Strategy “Grow the field team”)"
    assert effects(reviewed(tmp_path, PLAN, now)) == [("dri-leaves", line)]
    now = with_edit(
        "people.yml", "people-partner: {role: People Partner, team: recruiting, github: partner}\n", ""
    )
    [(effect, line)] = effects(reviewed(tmp_path / "gone", PLAN, now))
    assert effect == "dri-leaves"
    assert line == (
        "Taken out of the people, and still answers for something: People Partner "
        "(Tactic “Find people at fairs”, Goal “Keep more of the people we hire”)"
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("train.md", "end: 2026-12-31", "end: 2027-01-31"), ("hire.md", "end: 2026\n", "end: 2026-11\n")],
    ids=["later tactic", "earlier strategy"],
)
def test_a_tactic_that_now_outlives_its_strategy_is_told(
    path: str, old: str, new: str, tmp_path: Path
) -> None:
    """Whichever of the two dates moved; not a second time when it moves on."""
    now = with_edit(path, old, new)
    [(effect, line)] = effects(reviewed(tmp_path, PLAN, now))
    assert effect == "outside-strategy"
    assert "31 days after what it serves: “Train the recruiters”; “Hire people who stay” ends " in line
    later = with_edit("train.md", "Everyone has sat in twice.", "Everyone has sat in.", now)
    assert effects(reviewed(tmp_path / "later", now, later)) == []


def test_findings_that_the_change_brings_in_and_mends_are_told(tmp_path: Path) -> None:
    """Each once, with what was there all along left out."""
    broken = with_edit("ask.md", "strategy: hire", "strategy: hier")
    there = reviewed(tmp_path, PLAN, broken)
    assert [one.finding.rule for one in there.brought_in if one.finding.severity == "error"] == [
        "unknown-strategy"
    ]
    back = reviewed(tmp_path / "back", broken, PLAN)
    assert [one.finding.rule for one in back.fixed if one.finding.severity == "error"] == ["unknown-strategy"]
    assert back.brought_in == ()


def test_a_file_that_cannot_be_read_any_more_is_not_taken_for_removed(tmp_path: Path) -> None:
    """Nor is one that couldn't be read before taken for new: a base is taken as far as it can be read."""
    broken = {**PLAN, "ask.md": ASK.replace("advances: [", "advances: [[")}
    for before, now, word in ((PLAN, broken, "can’t be read"), (broken, PLAN, "couldn’t be read")):
        review = reviewed(tmp_path / word, before, now)
        [changed] = review.plans
        assert [str(change.kind) for change in changed.changes] == ["unreadable"]
        assert word in str(teller(review).tell(changed.changes[0]).line)


def test_a_field_that_cannot_be_read_is_not_compared(tmp_path: Path) -> None:
    """It isn't gone: the finding says what is wrong with it."""
    review = reviewed(tmp_path, PLAN, with_edit("ask.md", "end: 2026-06-30", "end: 2026-06-31"))
    assert review.plans == ()
    errors = [one.finding.rule for one in review.brought_in if one.finding.severity == "error"]
    assert errors == ["invalid-value"]


def test_a_tactic_mends_what_it_covers(tmp_path: Path) -> None:
    """And loses nothing for anybody."""
    before = with_edit("ask.md", "advances: [retention, scorecard]", "advances: [scorecard]")
    review = reviewed(tmp_path, with_edit("train.md", "[answers, retention]", "[answers]", before), PLAN)
    assert [one.finding.rule for one in review.fixed] == ["goal-without-tactic"]
    assert effects(review) == []
