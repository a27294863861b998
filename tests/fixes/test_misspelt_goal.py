"""A goal's id a slip away from one is written as that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, fix_files, strategy, tactic


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("advances: first-year-retenton", "advances: first-year-retention"),
        ("advances: [first-year-retension]", "advances: [first-year-retention]"),
        ("advances:\n- 'First Year Retention'", "advances:\n- 'first-year-retention'"),
        ("advances: [hire#first-year-retension]", "advances: [hire#first-year-retention]"),
        ("advances: [hrie#first-year-retension]", "advances: [hire#first-year-retention]"),
        ("advances: ['hire # first-year-retenton']", "advances: ['hire#first-year-retention']"),
    ],
)
def test_the_goal_that_is_meant_is_written(before: str, after: str, tmp_path: Path) -> None:
    """A goal of the tactic's strategy, or of the plan before the `#`."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize(
    "lines", ["parent: hire\nserves: {}first-year-retenton", "serves: hire#{}first-year-retenton"]
)
def test_the_goal_that_a_strategy_serves_is_written(lines: str, tmp_path: Path) -> None:
    """A goal of its parent, whichever of the two fields names that."""
    before, after = strategy(lines.format("")), strategy(lines.format("").replace("retenton", "retention"))
    assert fix_file(tmp_path, before) == after


@pytest.mark.parametrize(
    "lines",
    [
        "advances: [q2]",
        "advances: [something-else]",
        "advances: [first-year-retention, first-year-retenton]",
        "advances: [hire#]",
        "goals: [{id: own, title: Own}]\nadvances: [owns]",
    ],
)
def test_a_goal_that_may_be_another_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Or that the tactic advances already."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


def test_a_goal_of_another_strategy_is_left_alone(tmp_path: Path) -> None:
    """Which of the two is meant, the near one here or that one there, is the author's to say."""
    there = "goals: [{id: first-year-retenton, title: Another}]"
    content = tactic("advances: [first-year-retenton]\n" + there)
    assert fix_file(tmp_path, content) == content


READINGS = "goals: [{{id: hours, title: Less}}]\nupdates: [{{date: 2026-01-31, readings: {{{0}: 4}}}}]"


def test_the_goal_that_an_update_reads_is_written(tmp_path: Path) -> None:
    """In place of the key."""
    before, after = READINGS.format("huors"), READINGS.format("hours")
    assert fix_file(tmp_path, strategy(before)) == strategy(after)


@pytest.mark.parametrize("named", ["days", "hours: 3, huors", "first-year-retention"])
def test_a_reading_of_another_goal_is_left_alone(named: str, tmp_path: Path) -> None:
    """Or one of a goal that is read already."""
    lines = READINGS.format(named)
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


def test_a_goal_that_is_misspelt_where_it_stands_is_left_alone(tmp_path: Path) -> None:
    """More places name it otherwise, among them its own plan's update."""
    goal = "goals: [{id: huors, title: Less}]\nupdates: [{date: 2026-01-31, readings: {hours: 4}}]"
    files: dict[str, str | bytes] = {
        "less.md": strategy(goal).encode(),
        "plan.md": tactic("advances: [less#hours]").encode(),
    }
    assert fix_files(tmp_path, files) == {}
