"""The view of all tactics: what stands in the page for the script to search, filter and sort by."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.full_site import write_full_site
from tests.markup import Element, Html
from tests.render.rendered import page, view
from tests.small_site import CONFIG, text, write_site

FISCAL = text(CONFIG) + "      fiscal_year_start: 7\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def rows(shown: Html) -> dict[str, Element]:
    """Give the rows of a table by the names of their tactics' files."""
    found = [row for row in shown.all("tr") if "data-order" in row.attributes]
    links = [next(link for link in shown.all("a") if link.stands_in(row)) for row in found]
    return {link["href"].rpartition("/")[2]: row for link, row in zip(links, found, strict=True)}


def facet(shown: Html, name: str) -> list[tuple[str, str, int]]:
    """Give the values of a facet: each as the script knows it, as readers do, and how many have it."""
    boxes = shown.all("input", name=name)
    labels = [box.parent.text.rpartition(" ") for box in boxes if box.parent is not None]
    return [(box["value"], words, int(count)) for box, (words, _, count) in zip(boxes, labels, strict=True)]


def names(shown: Html) -> list[str]:
    """Give the names of the facets in their order."""
    return [element["data-facet"] for element in shown.all() if element["data-facet"]]


def test_a_row_says_what_it_is_filtered_by(folder: Path) -> None:
    """Team and theme as they follow from the DRI and the strategy, and every quarter in which it runs."""
    row = rows(view(folder, "tactics"))["ask"]
    assert {name: row[f"data-{name}"] for name in names(view(folder, "tactics"))} == {
        "team": "recruiting",
        "dri": "ben",
        "strategy": "hire",
        "theme": "people",
        "status": "active",
        "health": "off-track",
        "quarter": "2026-Q1 2026-Q2 2026-Q3 2026-Q4",
        "overdue": "yes",
    }


def test_what_is_not_so_has_no_attribute(folder: Path) -> None:
    """A tactic that is done has no health, and one that isn't late isn't overdue."""
    row = rows(view(folder, "tactics"))["train"]
    assert "data-health" not in row.attributes
    assert "data-overdue" not in row.attributes


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("team", [("recruiting", "Recruiting", 2), ("sales", "Sales", 2)]),
        ("dri", [("ada", "Ada Ames", 1), ("eve", "Eve East", 1), ("ben", "Recruiting Lead", 2)]),
        ("strategy", [("hire", "1.1 Hire salespeople who stay", 3), ("sell", "2.1 Sell abroad", 1)]),
        ("theme", [("people", "1 People first", 3), ("customers", "2 Customers", 1)]),
        ("status", [(word, word.title(), 1) for word in ("draft", "active", "paused", "done")]),
        ("health", [("off-track", "Off track", 1), ("unknown", "Not known", 1)]),
        ("quarter", [*[(f"2026-Q{n}", f"Q{n} 2026", 1) for n in (1, 2, 3, 4)], ("", "no date", 3)]),
        ("overdue", [("yes", "Overdue", 1)]),
    ],
)
def test_a_facet_has_its_values_in_order_with_their_counts(
    name: str, values: list[tuple[str, str, int]], folder: Path
) -> None:
    """People and teams by name, plans in their order, states by theirs, quarters by time."""
    assert facet(view(folder, "tactics"), name) == values


def test_what_nobody_answers_for_can_be_found(tmp_path: Path) -> None:
    """No DRI, no team, no strategy, no theme are values too, and the last ones."""
    plan = {
        "a.md": "---\ntype: tactic\ntitle: A\ndri: vp-sales\nstrategy: s\n---\n",
        "b.md": "---\ntype: tactic\ntitle: B\nstrategy: gone\n---\n",
        "s.md": "---\ntype: strategy\ntitle: S\n---\n",
    }
    shown = view(write_site(tmp_path, plan), "tactics")
    assert facet(shown, "dri") == [("vp-sales", "VP Sales", 1), ("", "nobody named", 1)]
    assert facet(shown, "strategy") == [("s", "S", 1), ("", "none", 1)]
    assert rows(shown)["b"].attributes["data-dri"] == ""


def test_a_facet_in_which_all_are_alike_is_left_out(folder: Path) -> None:
    """It would narrow nothing: neither its list nor its attributes are there."""
    shown = view(folder, "tactics", "{team: sales}")
    assert names(shown) == ["dri", "strategy", "theme", "status", "health"]
    assert list(rows(shown)) == ["poach", "visit"]
    assert all("data-team" not in row.attributes for row in rows(shown).values())


def test_one_tactic_needs_no_controls(folder: Path) -> None:
    """There is nothing to choose from."""
    shown = view(folder, "tactics", "{status: done}")
    assert not shown.all("form")
    assert "Train the recruiters" in shown.text


def test_rows_are_ordered_by_numbers_not_by_words(folder: Path) -> None:
    """By number and title, strategy, the DRI's name, state, percent done and day of the end; `-` where
    there is none.
    """
    found = {name: row["data-order"].split() for name, row in rows(view(folder, "tactics")).items()}
    assert found["train"] == ["0", "0", "2", "6", "-", "-"]
    assert found["ask"] == ["1", "0", "2", "0", "33", str(datetime.date(2026, 12, 15).toordinal())]
    assert found["visit"][2:] == ["1", "2", "-", "-"]


def test_each_column_has_a_name_and_a_place_in_the_order(folder: Path) -> None:
    """The script pairs them with the heads of the table."""
    shown = view(folder, "tactics")
    columns = shown.one("table")["data-columns"].split()
    heads = [head for head in shown.all("th") if head["scope"] == "col"]
    assert len(columns) == len(heads) == len(rows(shown)["ask"]["data-order"].split())


def test_a_row_says_how_many_of_its_actions_are_overdue(folder: Path) -> None:
    """Who filters by it sees why a tactic is there."""
    assert "1 action overdue" in rows(view(folder, "tactics"))["ask"].text


RUNS = {
    "start: 2026-02-01\nend: 2026-05-31": "2026-Q1 2026-Q2",
    "start: 2026-12-31\nend: 2027-01-01": "2026-Q4 2027-Q1",
    "start: 2026\nend: 2026": "2026-Q1 2026-Q2 2026-Q3 2026-Q4",
    "start: 2026-06-30": "2026-Q2",
    "end: 2026-Q3": "2026-Q3",
    "number: '1'": "",
    "start: 2026-11-01\nend: 2026-02-01": None,
    "start: 1026-11-01\nend: 1026-11-02": None,
}


@pytest.mark.parametrize(("dates", "quarters"), RUNS.items())
def test_a_tactic_runs_in_the_quarters_from_its_start_to_its_end(
    dates: str, quarters: str | None, tmp_path: Path
) -> None:
    """Where one of them is missing, in the other's quarter; in none where it ends before it begins, or
    lies centuries away.
    """
    shown = view(two_tactics(tmp_path, dates), "tactics")
    assert rows(shown)["a"].attributes.get("data-quarter") == quarters


@pytest.mark.parametrize(
    ("dates", "quarters", "words"),
    [
        ("start: 2026-07-01\nend: 2026-10-01", "FY27-Q1 FY27-Q2", ["Q1 FY27", "Q2 FY27"]),
        ("start: 2026-06-30\nend: 2026-06-30", "FY26-Q4", ["Q4 FY26"]),
        ("start: FY26-Q2\nend: 2025/26-Q2", "FY26-Q2", ["Q2 FY26"]),
    ],
)
def test_quarters_are_those_of_the_plans_year(
    dates: str, quarters: str, words: list[str], tmp_path: Path
) -> None:
    """A year that begins in July has its first quarter from July to September."""
    shown = view(two_tactics(tmp_path, dates, FISCAL), "tactics")
    assert rows(shown)["a"]["data-quarter"] == quarters
    assert [value for _, value, _ in facet(shown, "quarter")][: len(words)] == words


def two_tactics(folder: Path, dates: str, config: str = CONFIG) -> Path:
    """Write a tactic with dates, and one that runs long after it."""
    other = "---\ntype: tactic\ntitle: Z\nstart: 2030-01-01\nend: 2030-01-02\n---\n"
    return write_site(
        folder, {"a.md": f"---\ntype: tactic\ntitle: A\n{dates}\n---\n", "z.md": other}, config=config
    )


@pytest.mark.parametrize(
    ("fields", "is_overdue"),
    [
        ("end: 2026-11-22", True),
        ("end: 2026-11-23", False),
        ("end: 2026-11-22\nstatus: done", False),
        ("end: 2026-11-22\nstatus: proposed", False),
        ("actions: [{do: Call, due: 2026-11-22}]", True),
        ("actions: [{do: Call, due: 2026-11-22, done: 2026-11-23}]", False),
        ("actions: [{do: Call, due: 2026-11-22}]\nstatus: proposed", False),
        ("actions: [{do: Call, due: 2026-11-22}]\nstatus: dropped", False),
    ],
)
def test_a_tactic_is_overdue_by_its_own_end_or_by_an_action(
    fields: str, is_overdue: bool, tmp_path: Path
) -> None:
    """By its end or by an action while it is under way, as elsewhere in the site."""
    late = "---\ntype: tactic\ntitle: Z\nend: 2026-01-01\n---\n"
    early = "---\ntype: tactic\ntitle: Y\nend: 2027-01-01\n---\n"
    files = {"a.md": f"---\ntype: tactic\ntitle: A\n{fields}\n---\n", "z.md": late, "y.md": early}
    found = rows(view(write_site(tmp_path, files), "tactics"))
    assert ("data-overdue" in found["a"].attributes) is is_overdue


def test_without_scripts_the_table_is_whole_and_has_no_controls(folder: Path) -> None:
    """Every row is in plain sight, everything that only a script could make work is hidden."""
    shown = view(folder, "tactics")
    for control in [*shown.all("input"), *shown.all("select"), *shown.all("button"), *shown.all("details")]:
        assert is_hidden(control)
    assert len(rows(shown)) == 4
    assert not any(is_hidden(row) for row in rows(shown).values())


def test_controls_are_not_found_by_the_sites_search(folder: Path) -> None:
    """Their words are no text of the page."""
    shown = view(folder, "tactics")
    for control in [*shown.all("input"), *shown.all("button")]:
        assert stands_in(control, "data-search-exclude")


def test_nothing_in_the_view_has_an_id(folder: Path) -> None:
    """So two of them stand on one page."""
    assert not [element for element in view(folder, "tactics").all() if element["id"]]


def test_all_that_the_script_shows_in_words_stands_in_the_page(tmp_path: Path) -> None:
    """In the organisation's own words."""
    labels = "      labels: {tactic: [Action step, Action steps], dri: Owner, team: Squad}\n"
    shown = view(write_full_site(tmp_path, text(CONFIG) + labels), "tactics")
    assert shown.one("input", name="find")["placeholder"] == "Search action steps"
    assert shown.one("p", role="status")["data-some"] == "{number} of 4 action steps"
    assert shown.texts("summary")[1:3] == ["Squad", "Owner"]
    assert [button["data-text"] for button in shown.all("button") if button["data-text"]] == [
        "Show {number} more"
    ]
    assert shown.one("select")["data-descending"] == "{column}, descending"


HOSTILE = "</script><b onclick='x'>\"A\" & {number}"


def test_plan_text_stays_text_wherever_it_lands(tmp_path: Path) -> None:
    """In cells, attributes and lists, whatever signs it has."""
    said = f"title: {yaml(HOSTILE)}\nsummary: {yaml(HOSTILE)}\nstrategy: s\ndri: '<i>'"
    files = {
        "a.md": f"---\ntype: tactic\n{said}\n---\n",
        "b.md": "---\ntype: tactic\ntitle: B\n---\n",
        "s.md": f"---\ntype: strategy\ntitle: {yaml(HOSTILE)}\n---\n",
    }
    shown = view(write_site(tmp_path, files), "tactics")
    row = rows(shown)["a"]
    assert row["data-summary"] == HOSTILE
    assert row["data-dri"] == "<i>"
    assert HOSTILE in row.text
    assert facet(shown, "strategy")[0] == ("s", HOSTILE, 1)
    assert not [e for e in shown.all() if e.tag in {"b", "i", "script"}]


def yaml(value: str) -> str:
    """Write a text for front matter, in quotes."""
    return "'" + value.replace("'", "''") + "'"


@pytest.mark.parametrize("path", ["strategies/hire.md", "teams/recruiting.md"])
def test_the_tables_of_other_pages_carry_none_of_this(path: str, folder: Path) -> None:
    """They are short, and there are as many as plans."""
    shown = page(folder, path)
    assert shown.all("table", class_="plans-tactics")
    assert {frozenset(row.attributes) for row in shown.all("tr")} == {frozenset()}
    assert not shown.all("form")


def is_hidden(element: Element) -> bool:
    """Whether an element or one around it is hidden."""
    return stands_in(element, "hidden")


def stands_in(element: Element, attribute: str) -> bool:
    """Whether an element or one around it has an attribute."""
    above: Element | None = element
    while above is not None and attribute not in above.attributes:
        above = above.parent
    return above is not None
