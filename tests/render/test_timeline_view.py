"""The timeline: where days lie, what bars and lines are drawn, and that all of it stands there in words."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.model import LevelPlan, Tactic, make
from mkdocs_plans.render.time_scale import MONTH, QUARTER, YEAR, TimeScale, time_scale
from mkdocs_plans.render.timeline import Bar, bar, scale_of
from mkdocs_plans.render.views import timeline
from tests.full_site import ASK, TRAIN, write_full_site
from tests.markup import Element, Html
from tests.render.rendered import href, page, rendering, view
from tests.small_site import CONFIG, text, write_site

TODAY = datetime.date(2026, 11, 23)
Day = datetime.date


def tactic(**values: Any) -> Tactic:
    """A tactic with these front matter values."""
    typed = make(Tactic, {"type": "tactic", "id": "t", "title": "T", **values}, "t.md")
    assert typed.findings == ()
    assert typed.entity is not None
    return typed.entity


def drawn(**values: Any) -> Bar:
    """The bar of a tactic, on the scale that is chosen for it and for the year 2026."""
    plan = tactic(**values)
    scale = scale_of([plan, tactic(start="2026", end="2026")], TODAY)
    assert scale is not None
    found = bar(plan, scale)
    assert found is not None
    return found


def scale(first: str, last: str, today: datetime.date = TODAY) -> TimeScale:
    """The scale from one day to another."""
    return time_scale([Day.fromisoformat(first), Day.fromisoformat(last)], today)


# --- the scale -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "months", "number"),
    [
        ("2026-11-23", "2026-11-23", MONTH, 1),
        ("2026-03-01", "2026-11-30", MONTH, 9),
        ("2026-02-28", "2026-11-30", QUARTER, 4),
        ("2024-01-01", "2027-12-31", QUARTER, 16),
        ("2024-01-01", "2028-01-01", YEAR, 5),
        ("2020-06-01", "2029-06-01", YEAR, 10),
        ("2000-01-01", "2030-06-01", 5 * YEAR, 7),
        ("0001-01-01", "9999-12-31", 1_000 * YEAR, 10),
    ],
)
def test_periods_are_as_short_as_a_phone_has_room_for(
    first: str, last: str, months: int, number: int
) -> None:
    """Months, quarters, years, and of thirty years every fifth."""
    chosen = scale(first, last)
    assert (chosen.months, len(list(chosen.periods))) == (months, number)


def test_the_scale_runs_from_the_first_periods_beginning_to_the_last_ones_end() -> None:
    """A plan of May to December has its whole second quarter."""
    chosen = scale("2026-02-15", "2026-12-01")
    assert chosen.begins == Day(2026, 1, 1).toordinal()
    assert chosen.ends == Day(2027, 1, 1).toordinal()


def test_a_day_has_a_length() -> None:
    """Of a year's 365 days the second begins after one of them and ends after two."""
    year = scale("2026-01-01", "2026-12-31")
    day = Day(2026, 1, 2)
    assert (year.start_of(day), year.end_of(day)) == (Decimal("0.27"), Decimal("0.55"))


def test_a_leap_year_has_a_day_more() -> None:
    """Its middle is the end of its first half, of 182 days out of 366."""
    leap = scale("2028-01-01", "2028-12-31")
    assert leap.end_of(Day(2028, 2, 29)) == leap.start_of(Day(2028, 3, 1)) == round(Decimal(6000) / 366, 2)
    assert leap.end_of(Day(2028, 6, 30)) == round(Decimal(18200) / 366, 2)


def test_years_stand_above_quarters_and_not_above_years() -> None:
    """They say which quarter of which year it is."""
    assert [year.day.year for year in scale("2026-08-01", "2027-02-01").years] == [2026, 2027]
    assert not list(scale("2010-01-01", "2019-01-01").years)


@pytest.mark.parametrize(
    ("today", "holds"),
    [("2025-10-03", True), ("2025-08-01", False), ("2027-03-30", True), ("2027-05-01", False)],
)
def test_the_scale_reaches_a_near_today(today: str, holds: bool) -> None:
    """Near is a quarter of the plans' span; a plan of long ago isn't pressed into a corner."""
    day = Day.fromisoformat(today)
    assert scale("2026-01-01", "2026-12-31", day).holds(day) == holds


DAYS = st.dates()


@given(st.lists(DAYS, min_size=1, max_size=5), DAYS, DAYS)
def test_every_day_lies_within_the_picture(days: list[Day], today: Day, other: Day) -> None:
    """Whatever days there are, from the year 1 to the year 9999, also one beyond the scale."""
    chosen = time_scale(days, today)
    for day in (*days, today, other):
        assert 0 <= chosen.start_of(day) <= chosen.end_of(day) <= 100
    assert all(chosen.holds(day) for day in days)


@given(st.lists(DAYS, min_size=1, max_size=5), DAYS)
def test_periods_lie_side_by_side(days: list[Day], today: Day) -> None:
    """From the picture's beginning to its end, none of them twice, and never too many."""
    periods = list(time_scale(days, today).periods)
    assert periods[0].begins == 0
    assert periods[-1].ends == 100
    assert all(one.ends == after.begins for one, after in pairwise(periods))
    assert len(periods) <= 16


# --- bars ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "begins", "ends"),
    [
        ({"start": "2026-01-01", "end": "2026-12-31"}, 0, 365),
        ({"start": "2026", "end": "2026"}, 0, 365),
        ({"start": "2026-Q2", "end": "2026-Q2"}, 90, 181),
        ({"start": "2026-H2", "end": "2026-09"}, 181, 273),
        ({"start": "2026-03-15", "end": "2026-03-15"}, 73, 74),
    ],
)
def test_a_bar_runs_from_the_first_day_to_the_end_of_the_last(
    dates: dict[str, str], begins: int, ends: int
) -> None:
    """Of a period as a start the first day counts, of one as an end the last; a single day is a bar."""
    found = drawn(**dates)
    assert found.begins == round(Decimal(begins * 100) / 365, 2)
    assert found.ends == round(Decimal(ends * 100) / 365, 2)


def test_a_bar_in_thirty_years_is_as_long_as_its_share() -> None:
    """A year of the 35 that the scale shows."""
    plan = tactic(start="2010", end="2010")
    chosen = scale_of([plan, tactic(start="2000", end="2030")], TODAY)
    assert chosen is not None
    found = bar(plan, chosen)
    assert found is not None
    assert found.length == pytest.approx(Decimal(100) / 35, abs=Decimal("0.02"))


def test_a_missing_end_fades() -> None:
    """It is drawn open on the side of which nothing is known."""
    found = drawn(start="2026-07-01")
    assert (found.fades, found.begins, found.length) == ("end", Decimal("49.59"), Decimal(12))
    found = drawn(end="2026-06-30")
    assert (found.fades, found.ends, found.length) == ("start", Decimal("49.59"), Decimal(12))


def test_a_fading_bar_stays_in_the_picture() -> None:
    """Also close to an end of it."""
    assert drawn(start="2026-12-31").ends == 100
    assert drawn(end="2026-01-01").begins == 0


def test_an_end_before_the_start_is_told() -> None:
    """The span between the two is drawn, and isn't taken for a plan's time."""
    found = drawn(start="2026-12-01", end="2026-03-31")
    assert found.is_turned
    assert found.begins < found.ends


def test_what_is_later_than_first_promised_is_a_part_of_the_bar() -> None:
    """Ten days of forty."""
    assert drawn(start="2026-03-01", end="2026-04-09", originally="2026-03-30").slip == 25


def test_a_promise_before_the_start_makes_the_whole_bar_late() -> None:
    """And no more than the whole."""
    assert drawn(start="2026-03-01", end="2026-04-09", originally="2026-01-31").slip == 100


def test_what_is_earlier_than_first_promised_stands_after_the_bar() -> None:
    """Up to the day that was promised, for which the picture has room."""
    found = drawn(start="2026-03-01", end="2026-04-09", originally="2027-03-31")
    assert found.slip is None
    assert found.until == 100


@pytest.mark.parametrize("originally", [{}, {"originally": "2026-04-09"}])
def test_a_promise_that_holds_leaves_no_mark(originally: dict[str, str]) -> None:
    """Whether it is written down or not."""
    found = drawn(start="2026-03-01", end="2026-04-09", **originally)
    assert (found.slip, found.until) == (None, None)


def test_no_dates_no_bar() -> None:
    """Nothing is guessed, not even from what was first promised."""
    assert scale_of([tactic(), tactic(originally="2026-04-09")], TODAY) is None


WRITTEN = st.one_of(st.none(), DAYS.map(Day.isoformat))


@given(st.lists(st.tuples(WRITTEN, WRITTEN, WRITTEN), min_size=1, max_size=4), DAYS)
def test_every_bar_lies_within_the_picture(dates: list[tuple[str | None, ...]], today: Day) -> None:
    """Whatever dates plans have, in whatever order."""
    named = [dict(zip(("start", "end", "originally"), each, strict=True)) for each in dates]
    plans: list[LevelPlan] = [tactic(**{k: v for k, v in each.items() if v}) for each in named]
    chosen = scale_of(plans, today)
    for found in (bar(plan, chosen) for plan in plans if chosen):
        if found is not None:
            assert 0 <= found.begins <= found.ends <= 100
            assert found.slip is None or 0 <= found.slip <= 100
            assert found.until is None or found.ends <= found.until <= 100


# --- the view ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything; two of its tactics have dates and follow each other."""
    train = TRAIN.replace("status: done", "status: done\nstart: 2026-01-01\nend: 2026-02-14")
    ask = ASK.replace("2026-12-15", "2026-11-15")
    return write_full_site(tmp_path_factory.mktemp("site"), train=train, ask=ask)


def rows(shown: Html) -> dict[str, Element]:
    """The rows of a picture, by the titles of their plans."""
    found: dict[str, Element] = {}
    for row in shown.all(class_="plans-row"):
        names = [link.text for link in shown.all("a") if link.stands_in(row)]
        found |= dict.fromkeys(names[:1], row)
    return found


def row_of(shown: Html, title: str) -> Html:
    """What stands in the row of a plan."""
    found = Html("")
    root = rows(shown)[title]
    found._root = root
    found.elements = [element for element in shown.elements if element.stands_in(root)]
    return found


def test_strategies_stand_below_their_theme_and_tactics_below_their_strategy(folder: Path) -> None:
    """Closed strategies with their tactics are in the archive, and plans with no dates further below."""
    shown = view(folder, "timeline")
    assert list(rows(shown)) == [
        "Hire salespeople who stay",
        "Train the recruiters",
        "Ask every candidate the same questions",
    ]
    assert shown.texts("h2") == ["1 People first", "Without dates"]
    assert "archive" in shown.text


def test_plans_without_dates_are_listed_below(folder: Path) -> None:
    """Each a link, none of them with a bar."""
    shown = view(folder, "timeline").part("ul", class_="plans-items")
    assert set(shown.links()) == {
        "Be a place to stay",
        "Listen to buyers",
        "Buy a rival",
        "Poach their best",
    }


def test_a_row_says_in_words_what_its_bar_shows(folder: Path) -> None:
    """Dates, delay, what is overdue, health, progress, and what must come first."""
    words = rows(view(folder, "timeline"))["Ask every candidate the same questions"].text
    assert "After Train the recruiters · Buy a rival" in words
    assert "15 Jan 2026 – 15 Nov 2026, 8 days overdue" in words
    assert "15 days later than first promised: 31 Oct 2026" in words
    assert "Off track" in words
    assert "33%" in words


def test_a_bar_shows_progress_delay_and_what_is_overdue(folder: Path) -> None:
    """By its places, and hidden from those who listen: they have the words."""
    found = row_of(view(folder, "timeline"), "Ask every candidate the same questions")
    assert "--done:33%" in found.one(class_="plans-row__bar")["style"]
    assert "--slip:4.9%" in found.one(class_="plans-row__bar")["style"]
    assert found.all(class_="plans-row__late")
    assert found.one(class_="plans-row__track")["aria-hidden"] == "true"


def test_a_strategys_goals_are_marked_on_the_day_they_are_due(folder: Path) -> None:
    """At the end of the year, which is the picture's."""
    found = row_of(view(folder, "timeline"), "Hire salespeople who stay")
    assert [mark["style"] for mark in found.all(class_="plans-row__goal")] == ["--due:100.00%"]


def test_a_line_leads_from_what_must_come_first(folder: Path) -> None:
    """From the end of the one (third row, after 45 days) to the start of the other, in the row below."""
    line = view(folder, "timeline").one(class_="plans-row__line")
    assert line["style"].startswith("--upper:3;--lower:4;")
    assert "plans-row__line--back" not in line["class"]


def test_the_signs_that_are_used_are_explained(folder: Path) -> None:
    """And no others."""
    signs = view(folder, "timeline").part("ul", class_="plans-legend").texts("li")
    assert signs == [
        "today",
        "how far it is",
        "later than first promised",
        "overdue",
        "a goal is due",
        "must come first",
    ]


def test_the_table_holds_the_same_facts(folder: Path) -> None:
    """One row a plan, with start, end, first promise, progress, health and what it depends on."""
    shown = view(folder, "timeline").part("table")
    assert shown.texts("th")[:2] == ["Strategy or tactic", "Starts"]
    assert shown.texts("td")[-6:] == [
        "15 Jan 2026",
        "15 Nov 2026",
        "31 Oct 2026",
        "33%",
        "Off track",
        "Train the recruiters · Buy a rival",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{status: done}", ["Hire salespeople who stay", "Train the recruiters"]),
        ("{team: sales}", ["Hire salespeople who stay"]),
        ("{health: off-track}", ["Hire salespeople who stay", "Ask every candidate the same questions"]),
        ("{dri: nobody}", []),
    ],
)
def test_filters_are_those_of_the_tactics(arguments: str, expected: list[str], folder: Path) -> None:
    """A strategy that doesn't pass still says where a tactic that does belongs."""
    assert list(rows(view(folder, "timeline", arguments))) == expected


def test_a_strategy_that_does_not_pass_has_its_name_alone(folder: Path) -> None:
    """Not its bar: that wasn't asked for."""
    shown = view(folder, "timeline", "{status: done}")
    assert rows(shown)["Hire salespeople who stay"].text == "1.1 Hire salespeople who stay"
    assert len(shown.all(class_="plans-row__bar")) == 1


def test_an_open_end_is_told(tmp_path: Path) -> None:
    """In words as by the bar."""
    files = {
        "a.md": "---\ntype: tactic\ntitle: Begin\nstart: 2026-11-01\n---\n",
        "b.md": "---\ntype: tactic\ntitle: End\nend: 2026-12-01\n---\n",
        "c.md": "---\ntype: tactic\ntitle: Turn\nstart: 2026-12-01\nend: 2026-11-01\n---\n",
    }
    shown = view(write_site(tmp_path, files), "timeline")
    found = {title: row.text for title, row in rows(shown).items()}
    assert "from 1 Nov 2026, no end set" in found["Begin"]
    assert "by 1 Dec 2026, no start set" in found["End"]
    assert "ends before it starts" in found["Turn"]
    assert "With no strategy" in shown.text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-03-01", "Today"),
        ("2027-11-23", "Today is after what is shown."),
        ("2024-11-23", "Today is before what is shown."),
    ],
)
def test_a_today_that_is_far_is_told(today: str, said: str, tmp_path: Path) -> None:
    """Not marked where it isn't."""
    config = text(CONFIG).replace("2026-11-23", today)
    files = {"a.md": "---\ntype: strategy\ntitle: A year\nstart: 2026\nend: 2026\n---\n"}
    shown = view(write_site(tmp_path, files, config=config), "timeline")
    assert said in shown.text
    assert len(shown.all(class_="plans-axis__today")) == (said == "Today")


def many(tmp_path: Path, number: int) -> Path:
    """Write a strategy with many tactics, each after the one before."""
    plans = {"s.md": "---\ntype: strategy\ntitle: Much to do\nstart: 2026\nend: 2026\n---\n"}
    for index in range(number):
        before = f"depends_on: [t{index - 1}]\n" if index else ""
        plans[f"t{index}.md"] = (
            f"---\ntype: tactic\ntitle: Tactic {index}\nstrategy: s\nstart: 2026-03\nend: 2026-04\n"
            f"{before}---\n"
        )
    return write_site(tmp_path, plans)


def test_many_tactics_are_folded_away(tmp_path: Path) -> None:
    """Below their strategy, with the lines between them."""
    shown = view(many(tmp_path, timeline.FOLDS_ABOVE), "timeline")
    fold = shown.one("details", class_="plans-timeline__fold")
    assert fold.text.startswith(f"{timeline.FOLDS_ABOVE} tactics")
    inside = [row for row in shown.all("li", class_="plans-row") if row.stands_in(fold)]
    assert len(inside) == timeline.FOLDS_ABOVE
    assert all(line.stands_in(fold) for line in shown.all(class_="plans-row__line"))


def test_a_few_tactics_are_not_folded_away(tmp_path: Path) -> None:
    """All is in plain sight."""
    shown = view(many(tmp_path, timeline.FOLDS_ABOVE - 1), "timeline")
    assert not shown.all("details", class_="plans-timeline__fold")


def test_too_many_tactics_are_on_their_strategys_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says so, and stays one that can be loaded."""
    monkeypatch.setattr(timeline, "TACTICS_UP_TO", 2)
    shown = view(many(tmp_path, 3), "timeline")
    assert list(rows(shown)) == ["Much to do"]
    assert "too many tactics for one page" in shown.text


def test_the_markup_of_a_plan_is_small(tmp_path: Path) -> None:
    """Below 2 kB for its row and its line of the table: the timeline of 500 plans is below a megabyte."""
    few, lots = (
        len(rendering(many(tmp_path / str(number), number))[1].view("timeline", "", href).encode())
        for number in (10, 50)
    )
    assert (lots - few) / 40 < 2_000


# --- the strategy's page -------------------------------------------------------------------------


def test_a_strategys_page_has_its_tactics_on_a_timeline(folder: Path) -> None:
    """Below its own bar, with the line between them, and nothing of any other strategy."""
    shown = page(folder, "strategies/hire.md").part(class_="plans-timeline")
    assert list(rows(shown)) == [
        "Hire salespeople who stay",
        "Train the recruiters",
        "Ask every candidate the same questions",
    ]
    assert shown.one(class_="plans-row__line")["style"].startswith("--upper:3;--lower:4;")


@pytest.mark.parametrize("path", ["strategies/sell.md", "strategies/listen.md"])
def test_a_strategy_whose_tactics_have_no_dates_has_no_timeline(path: str, folder: Path) -> None:
    """An empty picture would say nothing."""
    assert not page(folder, path).all(class_="plans-timeline")
