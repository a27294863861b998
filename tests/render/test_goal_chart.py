"""The chart of a goal: where readings and the path lie, which goals have one, and what it says in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.figures import Reading
from mkdocs_plans.model import Strategy, make
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.goal_chart import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    ChartScale,
    GoalChart,
    chart_scale,
    goal_chart,
)
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.wording.phrases import Phrases
from tests.full_site import HIRE, write_full_site
from tests.render.rendered import page
from tests.small_site import read_site, write_site

RISING = {"unit": "percent", "baseline": "60", "target": "80"}
FALLING = {"unit": "days", "baseline": "70", "target": "50"}
KEPT = {"unit": "hours", "keep": "at most", "target": "8"}

Readings = Sequence[tuple[str, str]]


@pytest.fixture(scope="module")
def presenter(tmp_path_factory: pytest.TempPathFactory) -> Presenter:
    """Give a page of a site in English."""
    _, site = read_site(write_site(tmp_path_factory.mktemp("site")))
    return Presenter(Phrases.of(Plan(), site), lambda _: None)


def charted(presenter: Presenter, goal: dict[str, Any], *readings: tuple[str, str]) -> GoalChart | None:
    """The chart of a goal of a strategy of the year 2026, with its readings, each a day and a value."""
    updates = [{"date": day, "readings": {"g": value}} for day, value in readings]
    front_matter = {
        "type": "strategy", "id": "s", "title": "S", "start": "2026", "end": "2026",
        "goals": [{"id": "g", "title": "Grow", **goal}], "updates": updates,
    }  # fmt: skip
    typed = make(Strategy, front_matter, "s.md")
    assert typed.entity is not None
    return goal_chart(presenter, GoalOf(typed.entity, typed.entity.goals[0]))


def labels(chart: GoalChart | None, kind: str) -> list[str]:
    """The texts of a chart's labels of one kind."""
    assert chart is not None
    return [label.text for label in chart.labels if label.kind == kind]


# --- which goals have one ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "readings", "has_chart"),
    [
        (RISING, [], True),
        (RISING, [("2026-06-30", "70")], True),
        ({"target": "80"}, [("2026-06-30", "70")], False),
        ({"target": "80"}, [("2026-06-30", "70"), ("2026-09-30", "75")], True),
        (KEPT, [("2026-06-30", "7")], False),
        (KEPT, [("2026-06-30", "7"), ("2026-09-30", "9")], True),
        ({"met": "2026-06-30"}, [], False),
        ({}, [], False),
    ],
)
def test_a_chart_needs_a_path_or_two_readings(
    goal: dict[str, str], readings: Readings, has_chart: bool, presenter: Presenter
) -> None:
    """A single point, or a goal that is met on a day, is said better in words."""
    assert (charted(presenter, goal, *readings) is not None) == has_chart


def test_a_reading_of_tomorrow_is_not_drawn(presenter: Presenter) -> None:
    """The chart shows what is known today."""
    chart = charted(presenter, RISING, ("2026-06-30", "70"), ("2026-11-24", "80"))
    assert chart is not None
    assert len(chart.line) == 1


# --- where things lie ----------------------------------------------------------------------------


def test_the_path_runs_from_corner_to_corner(presenter: Presenter) -> None:
    """Upwards for a rising measure, from the plan's first day to the day that it is due."""
    chart = charted(presenter, RISING)
    assert chart is not None
    assert chart.path == ((LEFT, BOTTOM), (RIGHT, TOP))
    chart = charted(presenter, FALLING)
    assert chart is not None
    assert chart.path == ((LEFT, TOP), (RIGHT, BOTTOM))


def test_a_reading_lies_at_its_day_and_value(presenter: Presenter) -> None:
    """Half of the way up; 181 of the 364 days from the first to the last of the year to the right."""
    chart = charted(presenter, RISING, ("2026-07-01", "70"))
    assert chart is not None
    assert chart.line == ((round(LEFT + (RIGHT - LEFT) * 181 / 364, 1), (TOP + BOTTOM) / 2),)


def test_a_target_on_the_way_bends_the_path(presenter: Presenter) -> None:
    """It is a point of it."""
    chart = charted(presenter, {**RISING, "targets": {"2026-07-01": "75"}})
    assert chart is not None
    assert len(chart.path) == 3
    assert chart.path[1][1] == BOTTOM - (BOTTOM - TOP) * 0.75


def test_a_reading_beyond_the_path_widens_the_scale(presenter: Presenter) -> None:
    """It isn't cut off, nor pressed to the edge."""
    chart = charted(presenter, RISING, ("2026-07-01", "40"))
    assert chart is not None
    assert chart.line[0][1] == BOTTOM
    assert chart.path[0][1] == (TOP + BOTTOM) / 2


def test_today_is_where_it_lies(presenter: Presenter) -> None:
    """326 days after the first of the year."""
    chart = charted(presenter, RISING)
    assert chart is not None
    assert chart.today == round(LEFT + (RIGHT - LEFT) * 326 / 364, 1)
    assert labels(chart, "today") == ["Today"]


def test_a_goal_to_keep_has_its_limit_as_a_line(presenter: Presenter) -> None:
    """With the side marked on which it must not be: above, where it is to be at most that."""
    chart = charted(presenter, KEPT, ("2026-06-30", "6"), ("2026-09-30", "9"))
    assert chart is not None
    assert chart.path == ()
    assert chart.limit is not None
    assert chart.line[1][1] < chart.limit < chart.line[0][1]
    assert chart.fails == (TOP, chart.limit - TOP)
    assert labels(chart, "target") == ["at most 8 hours"]


def test_a_goal_to_keep_at_least_fails_below(presenter: Presenter) -> None:
    """The marked side goes down to the ground."""
    kept = {**KEPT, "keep": "at least"}
    chart = charted(presenter, kept, ("2026-06-30", "6"), ("2026-09-30", "9"))
    assert chart is not None
    assert chart.limit is not None
    assert chart.fails == (chart.limit, BOTTOM - chart.limit)


@pytest.mark.parametrize("keep", ["at least", "at most"])
@pytest.mark.parametrize("values", [("6", "9", "9"), ("9", "6", "6"), ("9", "9", "6"), ("6", "6", "9")])
def test_the_limit_is_written_where_the_readings_do_not_run(
    presenter: Presenter, keep: str, values: tuple[str, str, str]
) -> None:
    """At one of its ends, above or below it."""
    days = "2026-01-31", "2026-05-31", "2026-09-30"
    chart = charted(presenter, {**KEPT, "keep": keep}, *zip(days, values, strict=True))
    assert chart is not None
    (limit,) = (label for label in chart.labels if label.kind == "target")
    begins = limit.x - (6 * len(limit.text) if limit.anchor == "end" else 0)
    beside = [y for x, y in chart.line if begins <= x <= begins + 6 * len(limit.text)]
    assert not any(limit.y - 12 <= y <= limit.y for y in beside)


def test_readings_that_never_change_lie_on_a_line(presenter: Presenter) -> None:
    """Also where there is nothing else to measure by."""
    chart = charted(presenter, {"target": "5"}, ("2026-06-30", "5"), ("2026-09-30", "5"))
    assert chart is not None
    assert {y for _, y in chart.line} == {(TOP + BOTTOM) / 2}


POINTS = st.builds(Reading, st.dates(), st.decimals(-(10**9), 10**9, allow_nan=False, places=3))


@given(
    st.lists(POINTS, max_size=5),
    st.lists(POINTS, min_size=1, max_size=5),
    st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=3)),
    st.dates(),
)
def test_everything_lies_within_the_drawing(
    path: list[Reading], readings: list[Reading], limit: Decimal | None, today: datetime.date
) -> None:
    """Whatever values on whatever days."""
    scale = chart_scale(path, readings, limit, today)
    for point in (*path, *readings):
        assert scale.holds(point.day)
        assert LEFT <= scale.x(point.day) <= RIGHT
        assert TOP <= scale.y(point.value) <= BOTTOM
    assert limit is None or TOP < scale.y(limit) < BOTTOM
    assert 0 < LEFT < RIGHT < WIDTH
    assert 0 < TOP < BOTTOM < HEIGHT


def test_a_single_day_and_value_stand_in_the_middle() -> None:
    """There is no span to divide by."""
    day = datetime.date(2026, 6, 30)
    scale = ChartScale(day.toordinal(), day.toordinal(), 5.0, 5.0)
    assert (scale.x(day), scale.y(Decimal(5))) == ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2)


# --- what it says --------------------------------------------------------------------------------


def test_the_ends_and_the_latest_reading_are_labelled(presenter: Presenter) -> None:
    """With their values as the site's language writes them, and the days below."""
    chart = charted(presenter, RISING, ("2026-03-01", "62"), ("2026-07-01", "70"))
    assert labels(chart, "baseline") == ["60%"]
    assert labels(chart, "target") == ["80%"]
    assert labels(chart, "now") == ["70%"]
    assert labels(chart, "day") == ["1 Jan 2026", "31 Dec 2026"]


def test_a_label_gives_way_to_those_of_the_path(presenter: Presenter) -> None:
    """Where the latest reading is the target, its value would lie over that."""
    chart = charted(presenter, {**RISING, "due": "2026-11-23"}, ("2026-11-22", "80"))
    assert labels(chart, "target") == ["80%"]
    assert labels(chart, "now") == []


def test_the_latest_reading_is_named_where_no_line_runs(presenter: Presenter) -> None:
    """To the right of its point, where the line comes down from the left and the baseline stands below."""
    goal = {**RISING, "unit": "deals a month"}
    chart = charted(presenter, goal, ("2026-03-01", "66"), ("2026-05-01", "62"), ("2026-07-01", "62"))
    assert chart is not None
    (label,) = (label for label in chart.labels if label.kind == "now")
    assert (label.x, label.anchor) == (chart.line[-1][0], "start")


def test_labels_stay_within_the_drawing(presenter: Presenter) -> None:
    """Also those of long units: each begins or ends within it."""
    goal = {**RISING, "unit": "customers in the southern region"}
    chart = charted(presenter, goal, ("2026-01-01", "60"), ("2026-11-20", "79"))
    assert chart is not None
    for label in chart.labels:
        assert 0 <= label.x <= WIDTH
        assert 0 <= label.y <= HEIGHT
    assert {label.anchor for label in chart.labels if label.x < LEFT + 40} == {"start"}
    assert {label.anchor for label in chart.labels if label.x > RIGHT - 40} == {"end"}


def test_the_words_say_what_is_drawn(presenter: Presenter) -> None:
    """For who doesn't see it: what is measured, the path, and the latest reading."""
    chart = charted(presenter, {**RISING, "measure": "Growth"}, ("2026-07-01", "70"))
    assert chart is not None
    assert chart.words == (
        "Chart: Growth. The path leads from 60% on 1 Jan 2026 to 80% on 31 Dec 2026. "
        "Latest reading: 70% on 1 Jul 2026."
    )


# --- on the page ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything, its first goal measured twice."""
    hire = HIRE.replace("    note: A good start.", "    readings: {retention: 66}\n    note: A good start.")
    assert hire != HIRE
    return write_full_site(tmp_path_factory.mktemp("site"), hire=hire)


def test_a_goals_card_has_its_chart(folder: Path) -> None:
    """A picture with words in its place, on the card of the goal that has a path; no other has one."""
    shown = page(folder, "strategies/hire.md")
    chart = shown.one("svg", class_="plans-chart")
    assert chart["role"] == "img"
    assert "74% on 30 Sep 2026" in chart["aria-label"]
    assert chart.stands_in(shown.one("section", **{"aria-labelledby": "goal-retention"}))


def test_the_readings_are_listed_newest_first(folder: Path) -> None:
    """Each with its day and its value, as text."""
    readings = page(folder, "strategies/hire.md").part("details", class_="plans-readings")
    assert readings.text.startswith("2 readings")
    assert readings.texts("li") == ["30 Sep 2026: 74%", "30 Jun 2026: 66%"]


def test_a_tactics_page_has_no_chart_of_the_goals_that_it_advances(folder: Path) -> None:
    """It is one click away, and would be drawn once more for each tactic."""
    assert not page(folder, "tactics/ask.md").all("svg", class_="plans-chart")
