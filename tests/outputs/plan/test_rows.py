"""The plan as rows: values, from which every table and file is made."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from mkdocs_plans import figures
from mkdocs_plans.due import Deadline
from mkdocs_plans.figures import Kept, MeanProgress, Reading
from mkdocs_plans.model import Health
from mkdocs_plans.model.dates import parse_date
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.rows import Rows
from mkdocs_plans.standing import Work
from tests.full_site import write_full_site
from tests.small_site import TODAY, read_site


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The rows of the plan that has one of everything."""
    loaded, _ = read_site(write_full_site(tmp_path_factory.mktemp("site")))
    return Rows(loaded.plan, TODAY, lambda one: figures.health(one, TODAY))


def test_a_strategy_has_what_follows_from_its_goals(rows: Rows) -> None:
    """Progress as an exact share, goals to keep counted, health with how it came about."""
    row = rows.row(rows.plan.strategies["hire"])
    assert (row.theme, row.strategy) == (rows.plan.themes["people"], None)
    assert row.team is rows.plan.teams["sales"]
    assert row.progress.total == 2
    assert isinstance(row.progress.share, Fraction)
    assert row.kept.total == 1
    assert row.health is not None


def test_a_tactic_has_what_follows_from_its_actions(rows: Rows) -> None:
    """How many are done of how many, and how many are overdue; its theme is its strategy's."""
    row = rows.row(rows.plan.tactics["ask"])
    assert (row.theme, row.strategy) == (rows.plan.themes["people"], rows.plan.strategies["hire"])
    assert row.progress == MeanProgress(Fraction(1, 3), 1, 3)
    assert row.kept == Kept(0, 0, 0)
    assert row.overdue == 1
    assert row.health is not None
    assert row.health.value is Health.OFF_TRACK
    assert row.end.awaited == datetime.date(2026, 12, 15)


def test_a_goal_has_its_latest_reading_and_who_works_on_it(rows: Rows) -> None:
    """As numbers and days; the DRI is its own, else its plan's."""
    hire = rows.plan.strategies["hire"]
    row = rows.goal(GoalOf(hire, hire.goals[0]))
    assert isinstance(row.reading, Reading)
    assert isinstance(row.current, Decimal)
    assert row.dri == ("ben",)
    assert row.due == Deadline(parse_date("2026-12-31"), None, datetime.date(2026, 12, 31))
    assert row.work in Work


def test_an_action_is_waited_for_until_it_is_done(rows: Rows) -> None:
    """What is done has its day still, and nobody waits for it; nor for what has no day, or was dropped."""
    ask = rows.plan.tactics["ask"]
    found = [rows.action(ActionOf(ask, action)) for action in ask.actions]
    assert [row.due.date is not None for row in found] == [True, True, False, False]
    assert [row.due.awaited is not None for row in found] == [False, True, False, False]


def test_filters_and_order_are_the_plans(rows: Rows) -> None:
    """Goals stand with their plan, teams below theirs, people by team, last who is in none."""
    assert [row.plan.id for row in rows.plans(rows.plan.tactics.values(), Tactics(team=("recruiting",)))] == [
        "train", "ask",
    ]  # fmt: skip
    goals = rows.goals(Tactics(strategy=("hire",)))
    assert [row.goal.id for row in goals] == ["retention", "scorecard", "answer"]
    assert [(row.team.id, row.depth, row.people) for row in rows.teams()] == [
        ("sales", 0, 1), ("recruiting", 1, 1),
    ]  # fmt: skip
    people = list(rows.people(Tactics()))
    assert [row.person.handle for row in people] == ["ben", "ada", "eve"]
    assert people[2].team is None
    assert sum(row.overdue for row in people) == 1
