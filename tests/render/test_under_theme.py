"""A tactic that serves no strategy and stands directly under a theme: every page shows it there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.browsing import plans
from tests.markup import Html
from tests.render.rendered import page, rendering, view
from tests.small_site import CONFIG, write_site

FILES: dict[str, str | bytes] = {
    "people.yml": "ada: {role: Lead}\n",
    "themes/people.md": "---\ntype: theme\ntitle: People\n---\n",
    "themes/money.md": "---\ntype: theme\ntitle: Money\n---\n",
    "strategies/save.md": "---\ntype: strategy\ntitle: Save\ntheme: money\ngoals: [{title: A tenth}]\n---\n",
    "tactics/greet.md": (
        "---\ntype: tactic\ntitle: Greet them\ntheme: people\ndri: ada\nstart: 2026-10\nend: 2026-12\n---\n"
    ),
    "tactics/lone.md": "---\ntype: tactic\ntitle: Alone\nstart: 2026-10\nend: 2026-12\n---\n",
}

FREE = CONFIG.replace("today: 2026-11-23", 'today: 2026-11-23\n      rules: {tactic-without-strategy: "off"}')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a plan with a theme that has nothing but a tactic."""
    return write_site(tmp_path_factory.mktemp("site"), FILES, config=FREE)


def of_theme(shown: Html, level: str = "h2") -> str:
    """What stands below the heading of the theme, and before the next one."""
    headings = shown.texts(level)
    after = [*headings[headings.index("People") + 1 :], "As of"]
    return f"{shown.text} As of".partition("People")[2].partition(after[0])[0]


@pytest.mark.parametrize("name", ["themes", "strategies", "map", "on-one-page", "timeline"])
@pytest.mark.parametrize("config", ["", "cascade: okr"])
def test_a_view_by_theme_shows_it_there(name: str, config: str, tmp_path: Path) -> None:
    """And not among those that stand under nothing. An OKR cascade on one page has no themes: there it stands
    with those.
    """
    okr = FREE.replace("      rules", f"      {config}\n      rules") if config else FREE
    shown = view(write_site(tmp_path, FILES, config=okr), name)
    assert shown.text.count("Greet them") >= 1
    if not (config and name == "on-one-page"):
        assert "Greet them" in of_theme(shown)
        assert "Alone" not in of_theme(shown)


def test_a_theme_has_its_tactics_and_they_lead_up_to_it(site: Path) -> None:
    """A theme with tactics doesn't ask for strategies."""
    theme = page(site, "themes/people.md")
    assert theme.links()["Greet them"] == "/tactics/greet"
    assert "No strategy belongs" not in theme.text
    assert page(site, "tactics/greet.md").links()["People"] == "/themes/people"


@pytest.mark.parametrize("name", ["strategies", "tactics", "timeline", "map", "on-one-page"])
def test_a_filter_by_its_theme_finds_it(site: Path, name: str) -> None:
    """As it finds what serves a strategy of the theme."""
    assert "Greet them" in view(site, name, "{theme: people}").text
    assert "Greet them" not in view(site, name, "{theme: money}").text


def test_the_coverage_names_it_where_it_advances_nothing(site: Path) -> None:
    """As any tactic."""
    assert "Greet them" in view(site, "coverage").text.partition("Open tactics that advance no goal")[2]


def test_the_tactics_browser_tells_by_its_theme(site: Path) -> None:
    """In its row and among the facets."""
    shown = view(site, "tactics")
    (row,) = (one for one in shown.all("tr") if "Greet them" in one.text)
    assert row["data-theme"] == "people"
    assert "People" in row.text


def test_the_terminal_shows_it_under_its_theme(site: Path) -> None:
    """In the tree, in its table and among the theme's facts."""
    assert re.search(r"People\n.*Greet them", plans(site, "list", "--tree").stdout)
    assert "Greet them" in plans(site, "show", "people").stdout
    assert "Greet them" in plans(site, "list", "tactics", "--theme", "people").stdout
    assert rendering(site)[0].plans_by_theme["people"][0].id == "greet"
