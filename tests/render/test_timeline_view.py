"""The timeline: what stands in which row, what lines are drawn, and that all of it stands there in words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_plans.render.places import digits
from mkdocs_plans.render.views import timeline
from tests.full_site import ASK, TRAIN, write_full_site
from tests.markup import Element, Html
from tests.render.rendered import href, page, rendering, view
from tests.small_site import CONFIG, text, write_site


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
    assert "Archive: what was dropped, and strategies that are done." in shown.text
    assert shown.links()["Archive"] == "/archive"


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
    assert found.one(class_="plans-row__done")["data-at"] == digits(33)
    assert found.one(class_="plans-row__slip")["data-at"] == digits(Decimal("4.9"))
    assert found.all(class_="plans-row__late")
    assert found.one(class_="plans-row__track")["aria-hidden"] == "true"


def test_a_strategys_goals_are_marked_on_the_day_they_are_due(folder: Path) -> None:
    """At the end of the year, which is the picture's."""
    found = row_of(view(folder, "timeline"), "Hire salespeople who stay")
    assert [mark["data-at"] for mark in found.all(class_="plans-row__goal")] == ["100"]


def test_a_line_leads_from_what_must_come_first(folder: Path) -> None:
    """From the end of the one (third row, after 45 days) to the start of the other, in the row below."""
    line = view(folder, "timeline").one(class_="plans-row__line")
    assert (line["data-first"], line["data-last"]) == ("3", "4")
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


def test_a_strategys_page_has_its_tactics_on_a_timeline(folder: Path) -> None:
    """Below its own bar, with the line between them, and nothing of any other strategy."""
    shown = page(folder, "strategies/hire.md").part(class_="plans-timeline")
    assert list(rows(shown)) == [
        "Hire salespeople who stay",
        "Train the recruiters",
        "Ask every candidate the same questions",
    ]
    line = shown.one(class_="plans-row__line")
    assert (line["data-first"], line["data-last"]) == ("3", "4")


@pytest.mark.parametrize("path", ["strategies/sell.md", "strategies/listen.md"])
def test_a_strategy_whose_tactics_have_no_dates_has_no_timeline(path: str, folder: Path) -> None:
    """An empty picture would say nothing."""
    assert not page(folder, path).all(class_="plans-timeline")


@pytest.mark.parametrize(
    ("end", "periods", "years"),
    [
        ("2027-06-30", ["Q1", "Q2", "Q3", "Q4"], ["FY27"]),
        ("2033-06-30", ["FY27", "FY28", "FY29", "FY30", "FY31", "FY32", "FY33"], []),
        ("2026-09-30", ["Jul", "Aug", "Sep"], ["2026"]),
    ],
)
def test_the_axis_names_the_quarters_and_years_of_the_plan(
    end: str, periods: list[str], years: list[str], tmp_path: Path
) -> None:
    """As plan files write them, where the year begins in July; months keep their names."""
    config = CONFIG.replace("today: 2026-11-23", "today: 2026-11-23\n      fiscal_year_start: 7")
    files = {"grow.md": f"---\ntype: strategy\ntitle: Grow\nstart: 2026-07-01\nend: {end}\n---\n"}
    shown = view(write_site(tmp_path, files, config=config), "timeline")
    spans = shown.part("div", class_="plans-axis").all("span")
    assert [span.text for span in spans if span.text != "Today"] == [*years, *periods]


@pytest.mark.parametrize(
    ("language", "names"), [("fr", ["T1", "T2", "T3", "T4"]), ("ru", ["1", "2", "3", "4"])]
)
def test_a_quarter_with_a_long_name_is_a_number(language: str, names: list[str], tmp_path: Path) -> None:
    """On a phone the names of eight quarters stand beside each other."""
    config = CONFIG.replace("name: material", f"name: material, language: {language}")
    files = {"grow.md": "---\ntype: strategy\ntitle: Grow\nstart: 2026\nend: 2026\n---\n"}
    shown = view(write_site(tmp_path, files, config=config), "timeline")
    strip = shown.part("div", class_="plans-axis__strip")
    assert [span.text for span in strip.all("span") if span["data-at"]][-4:] == names
