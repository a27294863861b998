"""The arithmetic of the figures, and their edges."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from mkdocs_plans import figures
from mkdocs_plans.figures import Unknown
from mkdocs_plans.model import Health, parse_date
from mkdocs_plans.model.amounts import sum_amounts
from tests.plan_parts import FALLING, RISING, TODAY, strategy, tactic, with_goal


def test_progress_is_the_share_of_the_way_from_baseline_to_target() -> None:
    """(75 − 60) / (80 − 60) is three quarters."""
    assert figures.goal_progress(*with_goal(RISING, ("2026-06-01", "75")), TODAY) == Decimal("0.75")


def test_progress_of_a_falling_measure_counts_downwards() -> None:
    """(55 − 70) / (50 − 70) is three quarters."""
    assert figures.goal_progress(*with_goal(FALLING, ("2026-06-01", "55")), TODAY) == Decimal("0.75")


@pytest.mark.parametrize(("value", "share"), [("50", 0), ("95", 1)])
def test_progress_stays_between_nothing_and_all(value: str, share: int) -> None:
    """A value behind the baseline is 0 %, one beyond the target 100 %."""
    assert figures.goal_progress(*with_goal(RISING, ("2026-06-01", value)), TODAY) == share


def test_the_current_value_is_the_latest_reading_until_today() -> None:
    """Neither the order in the file nor a reading of tomorrow matters."""
    plan, goal = with_goal(RISING, ("2026-03-01", "62"), ("2026-06-01", "70"), ("2026-07-02", "80"))
    reading = figures.current(plan, goal, TODAY)
    assert reading == figures.Reading(datetime.date(2026, 6, 1), Decimal(70))


def test_of_two_updates_of_one_day_the_upper_one_is_newer() -> None:
    """They stand newest first, and health takes the upper one as well."""
    updates = [
        {"date": "2026-06-01", "health": "at-risk", "readings": {"g": "70"}},
        {"date": "2026-06-01", "health": "on-track", "readings": {"g": "62"}},
    ]
    plan = strategy(goals=[{"id": "g", "title": "G", **RISING}], updates=updates)
    reading = figures.current(plan, plan.goals[0], TODAY)
    assert reading == figures.Reading(datetime.date(2026, 6, 1), Decimal(70))
    assert figures.health(plan, TODAY).reported == "at-risk"


def test_a_goal_without_a_reading_has_unknown_progress() -> None:
    """Unknown isn't zero."""
    plan, goal = with_goal(RISING)
    assert figures.goal_progress(plan, goal, TODAY) is Unknown.NO_READING
    assert figures.goal_pace(plan, goal, TODAY) is Unknown.NO_READING


def test_a_goal_without_a_baseline_is_met_or_not_known() -> None:
    """With no baseline there is no way to measure a part of, and none is 0 %."""
    unmet = {"target": "80"}
    assert figures.goal_progress(*with_goal(unmet, ("2026-06-01", "75")), TODAY) is Unknown.NO_BASELINE
    assert figures.goal_progress(*with_goal(unmet, ("2026-06-01", "95")), TODAY) is Unknown.NO_BASELINE
    assert figures.goal_progress(*with_goal({**unmet, "met": "2026-06-01"}), TODAY) == 1


def test_a_goal_is_met_from_its_day_on() -> None:
    """A day to come isn't a result."""
    assert figures.goal_progress(*with_goal({"met": "2026-07-01"}), TODAY) == 1
    assert figures.goal_progress(*with_goal({"met": "2026-07-02"}), TODAY) is Unknown.IN_WORDS


@pytest.mark.parametrize(
    ("keep", "values", "health"),
    [
        ("at least", ["90"], Health.ON_TRACK),
        ("at least", ["89.9"], Health.AT_RISK),
        ("at most", ["90"], Health.ON_TRACK),
        ("at most", ["90.1"], Health.AT_RISK),
        ("at most", ["90.1", "90"], Health.ON_TRACK),
        ("at most", ["90", "90.1"], Health.AT_RISK),
        ("at most", ["95", "90", "90.1"], Health.AT_RISK),
        ("at most", ["90", "95", "90.1"], Health.OFF_TRACK),
        ("at least", [], Unknown.NO_READING),
    ],
)
def test_a_goal_to_keep_is_held_or_not(keep: str, values: list[str], health: Health | Unknown) -> None:
    """The limit itself still holds; not held once is at risk, twice in a row off track. It has no progress
    and no pace, and its plan's health follows from it.
    """
    days = [(f"2026-05-{day:02}", value) for day, value in enumerate(values, 1)]
    plan, goal = with_goal({"keep": keep, "target": "90"}, *days)
    assert figures.goal_kept(plan, goal, TODAY) == health
    assert figures.goal_progress(plan, goal, TODAY) is Unknown.TO_KEEP
    assert figures.goal_pace(plan, goal, TODAY) is Unknown.TO_KEEP
    figure = figures.health(plan, TODAY)
    assert (figure.computed or figure.reasons[0], figure.pace) == (health, None)


def test_goals_to_keep_are_counted_beside_progress() -> None:
    """A goal that is held isn't progress, one that isn't doesn't take any away."""
    keeping = {"keep": "at least", "target": "90"}
    plan = strategy(
        goals=[
            {"id": "a", "title": "A", **RISING},
            {"id": "held", "title": "B", **keeping},
            {"id": "not", "title": "C", **keeping},
            {"id": "unread", "title": "D", **keeping},
        ],
        updates=[{"date": "2026-06-01", "readings": {"a": "70", "held": "91", "not": "80"}}],
    )
    assert figures.strategy_progress(plan, TODAY) == figures.MeanProgress(Fraction(1, 2), 1, 1)
    assert figures.goals_kept(plan, TODAY) == figures.Kept(held=1, unread=1, total=3)


def test_a_strategy_of_goals_to_keep_alone_has_no_progress() -> None:
    """There is nothing to reach."""
    plan, _ = with_goal({"keep": "at least", "target": "90"}, ("2026-06-01", "91"))
    assert figures.strategy_progress(plan, TODAY) == figures.MeanProgress(None, 0, 0, (Unknown.NO_GOAL,))


def test_a_goal_whose_target_is_its_baseline_has_no_progress() -> None:
    """There is no way between the two to have gone a part of, and no division by zero."""
    found = with_goal({"baseline": "60", "target": "60"}, ("2026-06-01", "60"))
    assert figures.goal_progress(*found, TODAY) is Unknown.NOTHING_TO_REACH
    assert figures.expected_goal_progress(*found, TODAY) is Unknown.NOTHING_TO_REACH


def test_a_strategy_is_the_mean_of_its_known_goals() -> None:
    """Unknown goals stay out of the mean, and are counted."""
    plan = strategy(
        goals=[
            {"id": "a", "title": "A", **RISING},
            {"id": "b", "title": "B", **RISING},
            {"id": "c", "title": "C", "met": "2026-01-05"},
        ],
        updates=[{"date": "2026-06-01", "readings": {"a": "70"}}],
    )
    assert figures.strategy_progress(plan, TODAY) == figures.MeanProgress(Fraction(3, 4), 2, 3)


def test_a_mean_of_thirds_is_exact() -> None:
    """A third and two thirds are a half, which shows as 50 %."""
    goals = [{"id": name, "title": name, "baseline": "0", "target": "3"} for name in "ab"]
    plan = strategy(goals=goals, updates=[{"date": "2026-06-01", "readings": {"a": "1", "b": "2"}}])
    share = figures.strategy_progress(plan, TODAY).share
    assert share is not None
    assert figures.percent(share) == 50


def test_a_strategy_without_a_known_goal_has_unknown_progress() -> None:
    """Neither no goals nor only unknown ones make a zero."""
    assert figures.strategy_progress(strategy(), TODAY).share is None
    assert figures.strategy_progress(with_goal(RISING)[0], TODAY).share is None


def test_a_tactic_is_its_actions_done_of_those_not_dropped() -> None:
    """What was dropped doesn't count, what will be done doesn't yet."""
    plan = tactic({"done": "2026-06-01"}, {"dropped": "2026-06-01"}, {"done": "2026-12-01"}, {})
    assert figures.tactic_progress(plan, TODAY) == figures.MeanProgress(Fraction(1, 3), 1, 3)


def test_a_tactic_without_actions_has_unknown_progress() -> None:
    """Nothing to do is no progress to speak of."""
    assert figures.tactic_progress(tactic(), TODAY).share is None
    assert figures.tactic_progress(tactic({"dropped": "2026-06-01"}), TODAY).share is None


def test_expected_progress_is_on_the_line_at_the_day_of_the_reading() -> None:
    """Halfway through the year half is expected, whatever today is."""
    plan, goal = with_goal({**RISING, "due": "2026-12-31"}, ("2026-07-02", "70"))
    later = datetime.date(2026, 12, 1)
    assert figures.expected_goal_progress(plan, goal, later) == Fraction(1, 2)


def test_expected_progress_follows_the_path_of_targets() -> None:
    """By the first target's day the goal should stand at the first target."""
    goal = {**RISING, "due": "2026-12-31", "targets": {"2026-06-30": "65", "2026-12-31": "80"}}
    plan, goal_ = with_goal(goal, ("2026-06-30", "66"))
    assert figures.expected_goal_progress(plan, goal_, TODAY) == Decimal("0.25")
    assert figures.goal_pace(plan, goal_, TODAY) == 5


def test_before_the_start_nothing_is_expected_and_after_the_end_all() -> None:
    """The line doesn't run on beyond its ends."""
    goal = {**RISING, "due": "2026-06-30"}
    early, late = (with_goal(goal, (day, "70")) for day in ("2025-12-01", "2026-07-01"))
    assert figures.expected_goal_progress(*early, TODAY) == 0
    assert figures.expected_goal_progress(*late, TODAY) == 1


@pytest.mark.parametrize("due", ["2025-01-01", "2026-01-01"])
def test_a_path_that_runs_backwards_gives_no_expectation(due: str) -> None:
    """A due day before the start, or on it, can't be a measure of anything."""
    found = with_goal({**RISING, "due": due}, ("2026-06-01", "70"))
    assert figures.expected_goal_progress(*found, TODAY) is Unknown.DUE_BY_START


@pytest.mark.parametrize("step", ["2025", "2026-01-01", "2026-12-31", "2027-06-30"])
def test_a_step_outside_the_goals_time_is_left_out(step: str) -> None:
    """Before the start or on it, on the due day or after it; the figures go on from what is sound."""
    goal = {**RISING, "due": "2026-12-31", "targets": {step: "62", "2026-06-30": "65"}}
    plan, goal_ = with_goal(goal, ("2026-06-30", "66"))
    path = figures.target_path(plan, goal_)
    assert not isinstance(path, Unknown)
    assert [str(point.value) for point in path] == ["60", "65", "80"]
    assert figures.expected_goal_progress(plan, goal_, TODAY) == Fraction(1, 4)


def test_of_two_steps_of_one_day_the_upper_one_counts() -> None:
    """As of two readings of one day."""
    goal = {**RISING, "targets": {"2026-06": "65", "2026-06-30": "70"}}
    plan, goal_ = with_goal(goal, ("2026-06-30", "66"))
    assert figures.expected_goal_progress(plan, goal_, TODAY) == Fraction(1, 4)


@pytest.mark.parametrize(
    ("values", "goal", "reason"),
    [
        ({"end": None}, RISING, Unknown.NO_DUE),
        ({"end": None, "start": None}, RISING, Unknown.NO_DUE),
        ({"start": None}, RISING, Unknown.NO_START),
        ({}, {"target": "80"}, Unknown.NO_BASELINE),
        ({}, {"title": "In words"}, Unknown.IN_WORDS),
    ],
)
def test_what_is_not_known_says_why(values: dict[str, None], goal: dict[str, str], reason: Unknown) -> None:
    """The first thing that lacks, and the plan's health for the same reason."""
    updates = [{"date": "2026-06-01", "readings": {"g": "70"}}]
    plan = strategy(goals=[{"id": "g", "title": "G", **goal}], updates=updates, **values)
    assert figures.goal_pace(plan, plan.goals[0], TODAY) is reason
    assert figures.health(plan, TODAY) == figures.HealthFigure(reasons=(reason,))


def test_a_health_not_known_for_several_reasons_names_each_once() -> None:
    """In the order of the goals."""
    goals = [{"id": "a", "title": "A", "target": "5"}, {"id": "b", "title": "B", **RISING}]
    plan = strategy(goals=[*goals, {"id": "c", "title": "C", "target": "5"}])
    assert figures.health(plan, TODAY).reasons == (Unknown.NO_BASELINE, Unknown.NO_READING)


def test_a_goal_without_a_due_day_is_due_with_its_plan() -> None:
    """The plan's end is the day by which all of it is to be reached."""
    plan, goal = with_goal(RISING, ("2026-12-31", "70"))
    assert figures.expected_goal_progress(plan, goal, datetime.date(2027, 1, 1)) == 1


def test_a_reached_goal_is_never_behind() -> None:
    """Nor is one that was met, though nobody can say where it should be."""
    assert figures.goal_pace(*with_goal({"met": "2026-01-05"}), TODAY) == 0
    done = with_goal({**RISING, "due": "2026-12-31"}, ("2026-06-30", "80"))
    assert figures.goal_pace(*done, TODAY) == 100 - 49


def test_a_strategys_pace_is_that_of_its_worst_goal() -> None:
    """A good goal doesn't hide a bad one."""
    plan = strategy(
        goals=[
            {"id": "a", "title": "A", **RISING},
            {"id": "b", "title": "B", **RISING},
            {"id": "c", "title": "C", **RISING},
        ],
        updates=[{"date": "2026-07-02", "readings": {"a": "80", "b": "60"}}],
    )
    later = datetime.date(2026, 7, 2)
    assert figures.health(plan, later).pace == -50


def test_a_tactic_is_expected_to_have_done_what_was_due() -> None:
    """An action due today counts as due; one with no date doesn't."""
    plan = tactic({"due": "2026-07-01"}, {"due": "2026-07-02"}, {"when": "later"}, {"due": "2026-01"})
    assert figures.expected_tactic_progress(plan, TODAY) == Decimal("0.5")
    assert figures.tactic_pace(plan, TODAY) == -50


def test_nothing_due_yet_expects_nothing() -> None:
    """A tactic whose first day is still to come is at pace 0."""
    assert figures.tactic_pace(tactic({"due": "2026-12-01"}), TODAY) == 0


def test_a_tactic_with_no_dates_has_no_pace() -> None:
    """Nothing can be expected of what has no day."""
    assert figures.tactic_pace(tactic({"when": "later"}, {}), TODAY) is Unknown.NO_DUE_ACTION
    assert figures.tactic_pace(tactic(), TODAY) is Unknown.NO_ACTION
    assert figures.health(tactic(), TODAY).reasons == (Unknown.NO_ACTION,)


def test_pace_is_what_a_reader_subtracts() -> None:
    """A third of which 48.9 % was expected shows as 33 % and 48 %: that is 15 points, not 15.6."""
    plan, goal = with_goal({"baseline": "0", "target": "3"}, ("2026-06-28", "1"))
    expected = figures.expected_goal_progress(plan, goal, TODAY)
    assert isinstance(expected, Fraction)
    assert (figures.percent(Fraction(1, 3)), figures.percent(expected)) == (33, 48)
    assert figures.goal_pace(plan, goal, TODAY) == -15


@pytest.mark.parametrize(
    ("pace", "health"),
    [
        (30, Health.ON_TRACK),
        (-10, Health.ON_TRACK),
        (-11, Health.AT_RISK),
        (-25, Health.AT_RISK),
        (-26, Health.OFF_TRACK),
    ],
)
def test_pace_gives_health_by_the_two_thresholds(pace: int, health: Health) -> None:
    """10 points behind is still on track, 25 points behind still at risk."""
    assert figures.health_from_pace(pace) is health


def test_the_latest_update_that_reports_a_health_counts() -> None:
    """An update without a health doesn't take the last one away, nor does one of tomorrow."""
    plan = strategy(
        updates=[
            {"date": "2026-07-02", "health": "off-track"},
            {"date": "2026-06-02"},
            {"date": "2026-05-02", "health": "at-risk"},
            {"date": "2026-04-02", "health": "on-track"},
        ]
    )
    assert figures.health(plan, TODAY).value is Health.AT_RISK


def test_reported_and_computed_health_are_both_known_where_they_differ() -> None:
    """The reported one is shown, and the other isn't lost."""
    plan = strategy(
        goals=[{"id": "g", "title": "G", **RISING, "due": "2026-12-31"}],
        updates=[{"date": "2026-06-30", "health": "on-track", "readings": {"g": "60"}}],
    )
    figure = figures.health(plan, TODAY)
    assert (figure.value, figure.computed, figure.differs) == (Health.ON_TRACK, Health.OFF_TRACK, True)


def test_a_plan_of_which_nothing_is_known_has_unknown_health() -> None:
    """Neither reported nor computed is no health, and no difference."""
    assert figures.health(strategy(), TODAY) == figures.HealthFigure(reasons=(Unknown.NO_GOAL,))
    assert not figures.health(strategy(), TODAY).differs


@pytest.mark.parametrize("status", ["draft", "proposed", "done", "dropped"])
def test_only_plans_under_way_have_health(status: str) -> None:
    """What hasn't begun or is over isn't on or off track."""
    plan = strategy(status=status, updates=[{"date": "2026-06-01", "health": "at-risk"}])
    assert figures.health(plan, TODAY).value is None


def test_slip_is_the_days_past_what_was_first_promised() -> None:
    """Later is positive, earlier negative, a period counts by its last day."""
    june, july = parse_date("2026-06"), parse_date("2026-07-10")
    assert figures.slip(july, june) == 10
    assert figures.slip(june, july) == -10
    assert figures.slip(july, None) is None
    assert figures.slip(None, june) is None


def test_costs_are_summed_for_each_currency_alone() -> None:
    """Nothing is converted, cents aren't lost, and words aren't summed."""
    plan = tactic(
        resources=[
            {"name": "a", "cost": "4800 USD"},
            {"name": "b", "cost": "€ 1,200.50"},
            {"name": "c", "cost": "0.50 EUR"},
            {"name": "d", "cost": "half a post"},
            "a room",
        ]
    )
    sums = sum_amounts(one.cost for one in plan.resources)
    assert sums == {
        "EUR": Decimal("1201.00"),
        "USD": Decimal(4800),
    }
