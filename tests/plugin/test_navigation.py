"""The menu, and the place of the pages that are in none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.navigation import MENU_LIMIT
from tests.built_site import Published, arranged
from tests.full_site import write_full_site
from tests.markup import Html
from tests.small_site import CONFIG, STRATEGY, TACTIC, text, write_site


def outline(items: Any) -> list[Any]:
    """A menu as the paths of its pages, and its sections as pairs of title and content."""
    return [
        (item.title, outline(item.children)) if isinstance(item, Section) else item.file.src_uri
        for item in items
    ]


def page_of(files: Files, path: str) -> Page:
    """The page of a file."""
    file = files.get_file_from_path(path)
    assert file is not None
    assert file.page is not None
    return file.page


def path_of(item: StructureItem | None) -> str | None:
    """The path of a page's file."""
    return item.file.src_uri if isinstance(item, Page) else None


def in_order(files: Files, first: str) -> Iterator[str]:
    """The pages that follow each other from one on."""
    page: Page | None = page_of(files, first)
    while page is not None:
        yield page.file.src_uri
        page = page.next_page


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Navigation]:
    """Arrange the plan that has one of everything."""
    return arranged(write_full_site(tmp_path_factory.mktemp("site")))


OF_STRATEGIES = ["map.md", "coverage.md", "on-one-page.md", "strategy-and-tactic.md"]
"""What stands below the strategies in their section of the menu."""


def test_the_menu_leads_from_home_through_our_pages_to_the_authors(full: tuple[Files, Navigation]) -> None:
    """Themes are sections that hold their strategies; those with no theme stand last."""
    assert outline(full[1].items) == [
        "index.md",
        "mission-and-vision.md",
        (
            "Strategies",
            [
                "strategies/index.md",
                ("People first", ["themes/people.md", "strategies/hire.md", "strategies/stay.md"]),
                ("Customers", ["themes/customers.md", "strategies/sell.md"]),
                "strategies/listen.md",
                *OF_STRATEGIES,
            ],
        ),
        "goals.md",
        ("Tactics", ["tactics/index.md", "archive.md"]),
        "timeline.md",
        "due.md",
        ("Teams", ["teams/index.md", "people/index.md"]),
        ("Scoreboard", ["scoreboard.md", "updates.md", "guide/figures.md"]),
        "handbook.md",
    ]


def test_the_authors_page_of_figures_stands_where_the_author_puts_it(tmp_path: Path) -> None:
    """In the author's guide, and in no section of ours; there is no second one at its address."""
    pages = {"hire.md": STRATEGY, "guide/figures.md": "# Our figures", "guide/index.md": "# Guide"}
    files, nav = arranged(write_site(tmp_path, pages))
    menu = outline(nav.items)
    assert ("Guide", ["guide/index.md", "guide/figures.md"]) in menu
    assert ("Scoreboard", ["scoreboard.md", "updates.md"]) in menu
    assert sum(file.url == "guide/figures/" for file in files.documentation_pages()) == 1


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("tactics/ask.md", "tactics/index.md"),
        ("tactics/visit.md", "tactics/index.md"),
        ("teams/sales.md", "teams/index.md"),
        ("people/ada.md", "people/index.md"),
        ("mission.md", "mission-and-vision.md"),
        ("values.md", "mission-and-vision.md"),
    ],
)
def test_a_page_that_is_in_no_menu_belongs_to_one_that_is(
    path: str, above: str, full: tuple[Files, Navigation]
) -> None:
    """So that the theme marks the tab that the reader is in."""
    page = page_of(full[0], path)
    assert page not in full[1].pages
    assert path_of(page.parent) == above


def test_tactics_of_a_strategy_follow_each_other(full: tuple[Files, Navigation]) -> None:
    """In the order of their numbers; drafts are no neighbours."""
    files, _ = full
    assert list(in_order(files, "tactics/train.md")) == ["tactics/train.md", "tactics/ask.md"]
    assert path_of(page_of(files, "tactics/ask.md").previous_page) == "tactics/train.md"
    assert page_of(files, "tactics/train.md").previous_page is None
    assert page_of(files, "tactics/visit.md").next_page is None


def test_people_follow_each_other(full: tuple[Files, Navigation]) -> None:
    """In the order of the people file; the list of them is above."""
    assert list(in_order(full[0], "people/ada.md")) == ["people/ada.md", "people/ben.md", "people/eve.md"]


def test_statements_and_teams_follow_each_other(full: tuple[Files, Navigation]) -> None:
    """Each among themselves."""
    assert list(in_order(full[0], "vision.md")) == ["vision.md", "mission.md", "values.md"]
    assert list(in_order(full[0], "teams/recruiting.md")) == ["teams/recruiting.md", "teams/sales.md"]


def test_pages_in_the_menu_follow_each_other_as_the_menu_has_them(full: tuple[Files, Navigation]) -> None:
    """From the first to the last."""
    assert list(in_order(full[0], "index.md")) == [page.file.src_uri for page in full[1].pages]


def test_pages_that_are_in_no_menu_are_not_logged_as_forgotten(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They are in none on purpose."""
    caplog.set_level("INFO")
    arranged(write_full_site(tmp_path))
    assert not [record for record in caplog.records if "not included in the" in record.getMessage()]


def test_a_theme_opens_its_section(published: Published) -> None:
    """With Material's `navigation.indexes`; its address stays."""
    home = Html(published.files["index.html"])
    heads = home.all(class_="md-nav__container")
    links = [(link.text, link["href"]) for link in home.all("a") if any(map(link.stands_in, heads))]
    assert links == [
        ("Strategies", "strategies/"),
        ("People first", "themes/people/"),
        ("Customers", "themes/customers/"),
        ("Tactics", "tactics/"),
        ("Teams", "teams/"),
    ]
    assert published.page("themes/people/").texts("h1") == ["People first"]


def many(folder: Path, number: int) -> Path:
    """A site of so many strategies, the first of which has a tactic."""
    files: dict[str, str | bytes] = {
        f"strategies/s{index:03}.md": f"---\ntype: strategy\ntitle: S {index:03}\n---\n"
        for index in range(number)
    }
    files["ask.md"] = TACTIC.replace("hire", "s000").replace("advances: [first-year-retention]\n", "")
    return write_site(folder, files)


@pytest.mark.parametrize(("number", "in_menu"), [(MENU_LIMIT, MENU_LIMIT), (MENU_LIMIT + 1, 0)])
def test_strategies_leave_the_menu_where_they_are_many(number: int, in_menu: int, tmp_path: Path) -> None:
    """It stands on every page, so its size counts twice. They then follow each other below theirs."""
    files, nav = arranged(many(tmp_path, number))
    assert sum(page.file.src_uri.startswith("strategies/s") for page in nav.pages) == in_menu
    first = page_of(files, "strategies/s000.md")
    assert path_of(first.next_page) == "strategies/s001.md"
    if not in_menu:
        assert path_of(first.parent) == "strategies/index.md"
        assert ("Strategies", ["strategies/index.md", *OF_STRATEGIES]) in outline(nav.items)


def test_themes_are_in_the_menu_before_there_is_a_strategy(tmp_path: Path) -> None:
    """An organisation begins with them."""
    theme = "---\ntype: theme\ntitle: Growth\n---\n"
    _, nav = arranged(write_site(tmp_path, {"growth.md": theme}))
    assert ("Strategies", ["strategies/index.md", ("Growth", ["growth.md"])]) in outline(nav.items)


OWN_NAV = """
nav:
  - Welcome: index.md
  - Work:
      - ask.md
      - strategies/index.md
      - Next: [draft.md]
  - hire.md
"""


def test_a_sites_own_menu_is_respected(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Order, titles, sections, and what follows what; pages that it leaves out aren't missed."""
    caplog.set_level("INFO")
    files: dict[str, str | bytes] = {
        "index.md": "# Home\n",
        "hire.md": STRATEGY,
        "ask.md": TACTIC,
        "train.md": TACTIC.replace("Ask", "Train"),
        "draft.md": STRATEGY.replace("dri:", "status: draft\ndri:"),
    }
    found, nav = arranged(write_site(tmp_path, files, config=text(CONFIG) + OWN_NAV))
    expected = ["index.md", ("Work", ["ask.md", "strategies/index.md"]), "hire.md"]
    assert outline(nav.items) == expected
    assert list(in_order(found, "index.md")) == ["index.md", "ask.md", "strategies/index.md", "hire.md"]
    work = page_of(found, "ask.md").parent
    assert isinstance(work, Section)
    assert work.title == "Work"
    assert page_of(found, "train.md").previous_page is None
    assert not [record for record in caplog.records if '"nav" configuration' in record.getMessage()]


def test_a_sites_own_menu_may_name_pages_that_its_plan_lacks_and_leave_any_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As the menu that the guide shows does: nothing is missed in it, and nothing is dead."""
    nav = "nav: [index.md, teams/index.md, timeline.md]\nvalidation: {omitted_files: warn}\n"
    _, nav_found = arranged(
        write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC}, config=text(CONFIG) + nav)
    )
    assert outline(nav_found.items) == ["index.md", "timeline.md"]
    assert not [record for record in caplog.records if "nav" in record.getMessage()]


def test_a_menu_that_leads_to_nothing_of_the_plan_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With the pages that it could lead to."""
    caplog.set_level("INFO")
    files: dict[str, str | bytes] = {"index.md": "# Home\n", "hire.md": STRATEGY}
    arranged(write_site(tmp_path, files, config=text(CONFIG) + "nav: [index.md]\n"))
    assert "leads to no page of the plan" in caplog.text
    assert "strategies/index.md, " in caplog.text


def test_an_authors_home_page_keeps_its_title_in_the_menu(tmp_path: Path) -> None:
    """Ours is called as our other pages are."""
    _, nav = arranged(write_site(tmp_path, {"index.md": "# Lamps\n", "hire.md": STRATEGY}))
    assert nav.items[0].title is None  # which MkDocs takes from the page
    _, nav = arranged(write_site(tmp_path / "ours", {"hire.md": STRATEGY}))
    assert nav.items[0].title == "Home"


def test_a_draft_in_a_sites_own_menu_is_there_while_serving(tmp_path: Path) -> None:
    """Its author sees it where it will stand."""
    files: dict[str, str | bytes] = {
        "index.md": "# Home\n",
        "hire.md": STRATEGY,
        "ask.md": TACTIC,
        "draft.md": STRATEGY.replace("dri:", "status: draft\ndri:"),
    }
    _, nav = arranged(write_site(tmp_path, files, config=text(CONFIG) + OWN_NAV), "serve")
    assert ("Next", ["draft.md"]) in outline(nav.items)[1][1]


def test_pages_in_no_menu_are_shown_in_their_tab(published: Published) -> None:
    """A tactic's page marks the tactics' entry as the active one, and links its neighbours."""
    page = Html(published.files["tactics/ask/index.html"])
    assert [link["href"] for link in page.all("link", rel="prev")] == ["../train/"]
    menu = page.all("nav", **{"aria-label": "Navigation"})[0]
    active = [e for e in page.all("li", class_="md-nav__item--active") if e.stands_in(menu)]
    assert [element.text for element in active] == ["Tactics Tactics Archive"]
