"""What is overdue, when a review is due, and how many plans go well."""

from __future__ import annotations

import datetime

import pytest

from mkdocs_plans import due, figures, standing
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.settings import Reviews
from tests.plan_parts import RISING, TODAY, strategy, tactic, with_goal


@pytest.mark.parametrize(
    ("cadence", "day"),
    [
        ("weekly", datetime.date(2026, 2, 7)),
        ("monthly", datetime.date(2026, 2, 28)),
        ("quarterly", datetime.date(2026, 4, 30)),
        ("half-yearly", datetime.date(2026, 7, 31)),
        ("yearly", datetime.date(2027, 1, 31)),
    ],
)
def test_a_review_is_due_one_cadence_after_the_latest_update(cadence: str, day: datetime.date) -> None:
    """A month after 31 January is the last day of February."""
    plan = strategy(updates=[{"date": "2026-01-31"}, {"date": "2026-01-02"}], review=cadence)
    assert due.review_due(plan, Reviews(), TODAY) == day


def test_a_plan_without_updates_is_reviewed_one_cadence_after_its_start() -> None:
    """With neither start nor update nobody can say when."""
    assert due.review_due(strategy(), Reviews(), TODAY) == datetime.date(2026, 4, 1)
    assert due.review_due(tactic(), Reviews(), TODAY) is None
    assert due.review_due(strategy(status="paused"), Reviews(), TODAY) is None


def test_an_action_is_overdue_after_its_day_until_it_is_settled() -> None:
    """Due today isn't overdue; done or dropped isn't either."""
    plan = tactic(
        {"due": "2026-06-30"},
        {"due": "2026-07-01"},
        {"due": "2026-06-30", "done": "2026-07-01"},
        {"due": "2026-06-30", "dropped": "2026-07-01"},
        {"due": "2026-06-30", "done": "2026-07-02"},
        {},
    )
    assert standing.overdue_actions(plan, TODAY) == (plan.actions[0], plan.actions[4])


@pytest.mark.parametrize(
    ("status", "is_late"),
    [("active", True), ("paused", True)]
    + [(status, False) for status in ("draft", "proposed", "done", "dropped")],
)
def test_only_what_is_under_way_is_overdue(status: str, is_late: bool) -> None:
    """An action, a goal, and the end of a plan alike."""
    plan = tactic({"due": "2026-06-30"}, status=status, end="2026-06", goals=[{"id": "g", "title": "G"}])
    awaited = (
        standing.awaited_action(plan, plan.actions[0], TODAY),
        standing.awaited_goal(plan, plan.goals[0], TODAY),
        standing.awaited_end(plan),
    )
    assert [standing.is_overdue(day, TODAY) for day in awaited] == [is_late] * 3


@pytest.mark.parametrize(
    ("goal", "reading", "is_late"),
    [
        (RISING, "79", True),
        (RISING, "80", False),
        (RISING, None, True),
        ({"target": "80"}, "90", True),
        ({"target": "80", "met": "2026-07-01"}, None, False),
        ({"met": "2026-07-02"}, None, True),
        ({"keep": "at least", "target": "80"}, "80", False),
        ({"keep": "at least", "target": "80"}, "79", True),
        ({"keep": "at least", "target": "80"}, None, True),
    ],
)
def test_a_goal_is_overdue_until_it_is_met_reached_or_held(
    goal: dict[str, str], reading: str | None, is_late: bool
) -> None:
    """What its figures say is reached counts as met; with no baseline they can't say it."""
    readings = [("2026-06-01", reading)] if reading else []
    plan, one = with_goal({**goal, "due": "2026-06-30"}, *readings)
    assert standing.is_overdue(standing.awaited_goal(plan, one, TODAY), TODAY) is is_late


def health_today(plan: LevelPlan) -> figures.HealthFigure:
    return figures.health(plan, TODAY)


def test_counts_by_health_name_the_worst() -> None:
    """The unknown is counted, and the worst is the one whose health is worst."""
    plans = [
        strategy(id=health or "unknown", updates=[{"date": "2026-06-01", "health": health}] if health else [])
        for health in ("on-track", "at-risk", "off-track", "")
    ]
    counts = standing.count_health([*plans, strategy(status="done")], health_today)
    assert (counts.on_track, counts.at_risk, counts.off_track, counts.unknown, counts.total) == (
        1,
        1,
        1,
        1,
        4,
    )
    assert counts.worst is plans[2]


def test_where_all_is_well_there_is_no_worst() -> None:
    """Neither good nor unknown plans are pointed at."""
    good = strategy(updates=[{"date": "2026-06-01", "health": "on-track"}])
    assert standing.count_health([good, strategy()], health_today).worst is None
