"""The views: what each shows of a whole plan and of an empty one, and what filters let through."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.render import VIEWS
from tests.full_site import VISIT, write_full_site
from tests.render.rendered import view
from tests.small_site import CONFIG, text, write_site

NAMES = list(VIEWS)
REFERENCES = {"rules", "fields", "settings", "views", "figures"}
"""They are of the product, whatever plan they are placed in."""

OF_THE_PLAN = [name for name in NAMES if name not in REFERENCES | {"person"}]
"""The views of the whole plan."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site with no plan file."""
    return write_site(tmp_path_factory.mktemp("empty"), {"people.yml": ""})


def test_the_check_and_the_pages_know_the_same_views() -> None:
    """What one takes for a view, the other shows."""
    assert sorted(NAMES) == sorted(VIEW_ARGUMENTS)


@pytest.mark.parametrize("name", OF_THE_PLAN)
def test_a_view_of_an_empty_plan_says_that_there_is_nothing(name: str, empty: Path) -> None:
    """In words, with no table or list of nothing."""
    shown = view(empty, name)
    assert "yet" in shown.text
    assert not shown.all("table")
    assert not shown.all("li")


@pytest.mark.parametrize("name", NAMES)
def test_a_view_has_each_id_once_and_no_heading_of_the_page(name: str, folder: Path) -> None:
    """It stands on a page that has its own."""
    shown = view(folder, name, "handle: ada" if name == "person" else "")
    ids = [element["id"] for element in shown.elements if element["id"]]
    assert len(ids) == len(set(ids))
    assert not shown.all("h1")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_view_leads_somewhere(name: str, folder: Path) -> None:
    """Or to a page that the site makes, by the address that the site gives, to a file of its data, to a place
    on its own, or out of the site by a whole address.
    """
    made = {"/archive", "/guide/figures", *(f"/people/{handle}" for handle in ("ada", "ben", "eve"))}
    for link in view(folder, name, "handle: ada" if name == "person" else "").all("a"):
        path = link["href"].partition("#")[0]
        leads_out = path.startswith("https://")
        is_data = path.startswith("/data/")  # of its own tests
        assert not path or leads_out or is_data or path in made or (folder / f"plans{path}.md").is_file()


def test_the_sheet_shows_vision_mission_values_and_the_themes(folder: Path) -> None:
    """Each a link to its page, each theme with its strategies, last those that have no theme."""
    shown = view(folder, "mission-and-vision")
    headings = shown.texts("h2")
    assert headings == [
        "Our vision is",
        "Our mission is",
        "We value",
        "1 People first",
        "2 Customers",
        "Other strategies",
    ]
    links = shown.links()
    assert links["Our vision is"] == "/vision"
    assert links["Listen to buyers"] == "/strategies/listen"
    assert "Every maker finds a buyer." in shown.text


def test_statements_alone_show_no_theme(folder: Path) -> None:
    """And themes no statement."""
    assert view(folder, "statements").texts("h2") == ["Our vision is", "Our mission is", "We value"]
    assert view(folder, "themes").texts("h2") == ["1 People first", "2 Customers", "Other strategies"]


def test_the_overview_counts_what_is_under_way(folder: Path) -> None:
    """By health, with the worst named, and what is overdue."""
    said = view(folder, "overview").text
    for words in ("2 strategies under way", "At risk 1", "2 tactics under way", "Off track 1"):
        assert words in said
    assert "1 action overdue" in said
    assert "1 tactic done" in said


def test_strategies_are_grouped_by_theme_and_closed_ones_stand_last(folder: Path) -> None:
    """A strategy that cascades from another is in its theme."""
    shown = view(folder, "strategies")
    assert shown.texts("h2") == ["1 People first", "With no theme", "Done and dropped"]
    assert shown.texts("h3") == [
        "1.1 Hire salespeople who stay",
        "1.2 Be a place to stay",
        "Buy a rival",
        "Listen to buyers",
    ]
    assert "Sell abroad" in shown.text.partition("Done and dropped")[2]


def test_tactics_stand_in_the_order_of_their_strategies(folder: Path) -> None:
    """Each row names its strategy, DRI, team, state, actions done and end."""
    shown = view(folder, "tactics")
    assert rows(folder, "") == ["train", "ask", "poach", "visit"]
    assert shown.text.startswith("4 tactics")
    cells = [shown.texts("td")[index] for index in range(5, 10)]
    assert cells[0] == "Hire salespeople who stay"
    assert cells[1].startswith("Recruiting Lead")
    assert cells[2] == "Off track"
    assert cells[3] == "33% 1 of 3 1 action overdue"
    assert cells[4].startswith("15 Dec 2026")


def test_teams_stand_within_their_team(folder: Path) -> None:
    """With who leads them, how many they are, and what is open."""
    shown = view(folder, "teams")
    assert shown.texts("h2") == ["Sales"]
    assert shown.texts("h3") == ["Recruiting"]
    assert "Led by Recruiting Lead · 1 person · 1 tactic open" in shown.text


def rows(folder: Path, arguments: str) -> list[str]:
    """The tactics that a table shows, by the names of their files."""
    shown = view(folder, "tactics", arguments)
    heads = [element for element in shown.all("th") if element["scope"] == "row"]
    links = (next(link for link in shown.all("a") if link.stands_in(head)) for head in heads)
    return [link["href"].rpartition("/")[2] for link in links]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{team: sales}", ["poach", "visit"]),
        ("{team: recruiting}", ["train", "ask"]),
        ("{dri: eve}", ["visit"]),
        ("{dri: [ada, eve]}", ["poach", "visit"]),
        ("{strategy: hire}", ["train", "ask", "poach"]),
        ("{theme: people}", ["train", "ask", "poach"]),
        ("{status: done}", ["train"]),
        ("{status: [active, paused]}", ["ask", "visit"]),
        ("{health: off-track}", ["ask"]),
        ("{health: on-track}", []),
        ("{team: sales, status: paused}", ["visit"]),
        ("{team: sales, dri: ben}", []),
        ("{team: nobody}", []),
        ("{}", ["train", "ask", "poach", "visit"]),
        ("status: done", ["train"]),
    ],
)
def test_a_filter_lets_through_what_has_one_of_its_values(
    arguments: str, expected: list[str], folder: Path
) -> None:
    """All filters together; a tactic's team is its DRI's, and its theme its strategy's, by default."""
    assert rows(folder, arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{theme: customers}", ["Sell abroad"]),
        ("{theme: people, dri: eve}", ["Be a place to stay"]),
        ("{status: proposed}", ["Listen to buyers"]),
        ("{health: at-risk}", ["Hire salespeople who stay"]),
        ("{team: sales, status: active}", ["Hire salespeople who stay"]),
    ],
)
def test_strategies_are_filtered_alike(arguments: str, expected: list[str], folder: Path) -> None:
    """A theme counts for those that cascade from its strategies as well."""
    shown = view(folder, "strategies", arguments)
    named = [link.text for link in shown.all("a") if link["href"].startswith("/strategies/")]
    assert named == expected


def test_a_part_of_the_whole_is_overviewed_alike(folder: Path) -> None:
    """A team's own, on a page of its own."""
    said = view(folder, "overview", "{team: recruiting}").text
    assert said.startswith("1 tactic under way Off track 1")
    assert "1 tactic done so far · 1 action overdue" in said


def test_columns_and_cards_are_chosen_by_id(folder: Path) -> None:
    """A team that stands within one of the others stands there alone."""
    assert view(folder, "themes", "{theme: people}").texts("h2") == ["1 People first"]
    assert view(folder, "teams", "{team: recruiting}").texts("h2") == ["Recruiting"]
    assert view(folder, "teams", "{team: [recruiting, sales]}").texts("h2") == ["Sales"]


@pytest.mark.parametrize("arguments", ["{status: ", "{stauts: done}", "[]", "{status: finished}", "done"])
def test_arguments_that_are_wrong_count_as_not_given(arguments: str, folder: Path) -> None:
    """The check says so; the page isn't left empty."""
    assert len(rows(folder, arguments)) == 4


@pytest.mark.parametrize("name", ["tactix", "", "../plans/tactic", "__class__"])
def test_an_unknown_view_shows_nothing(name: str, folder: Path) -> None:
    """The check says so."""
    assert view(folder, name).text == ""


def test_a_site_without_themes_has_its_strategies_in_one_list(tmp_path: Path) -> None:
    """No heading says that they have no theme, and they are not other ones."""
    strategy = "---\ntype: strategy\ntitle: Grow\n---\n"
    folder = write_site(tmp_path, {"grow.md": strategy})
    assert view(folder, "strategies").texts("h2") == ["Grow"]
    assert view(folder, "themes").texts("h2") == ["Strategies"]


def test_the_organisations_own_words_are_used(tmp_path: Path) -> None:
    """In headings, counts and empty places."""
    labels = "      labels: {strategy: Objective, tactic: [Action step, Action steps], dri: Owner}\n"
    folder = write_full_site(tmp_path, text(CONFIG) + labels, visit=VISIT)
    said = " ".join(view(folder, name).text for name in OF_THE_PLAN)
    for ours in ("trateg", "actic", "DRI"):
        assert ours not in said.replace("Buy a rival", "")
    assert "4 action steps" in said
    assert "2 objectives under way" in said
