"""The updates: every check-in, newest first, by year and month."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from tests.full_site import ASK, VISIT, write_full_site
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import TODAY

CHECKED = "updates: [{date: 2026-09-30, health: off-track}, {date: 2025-12-01, note: 'A *first* look.'}]\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything, with check-ins of a tactic over two years."""
    ask = ASK.replace("dri: ben\n", f"dri: ben\n{CHECKED}", 1)
    return write_full_site(tmp_path_factory.mktemp("site"), ask=ask)


@pytest.fixture(scope="module")
def shown(folder: Path) -> Html:
    """Give the view of all check-ins."""
    return view(folder, "updates")


def entries(shown: Html) -> list[str]:
    """The check-ins in their order."""
    return [element.text for element in shown.all("li")]


def test_check_ins_stand_newest_first_under_their_month(shown: Html) -> None:
    """Each year has a heading, and within it each month."""
    assert shown.texts("h2") == ["2026", "2025"]
    assert shown.texts("h3") == ["September 2026", "June 2026", "December 2025"]
    assert [entry.split()[0] for entry in entries(shown)] == ["1.1", "1.1.2", "1.1", "1.1.2"]


def test_a_check_in_names_its_plan_day_health_readings_and_note(shown: Html) -> None:
    """With the health before, where it reports another one."""
    first = entries(shown)[0]
    assert first.startswith("1.1 Hire salespeople who stay On track before, now At risk 30 Sep 2026")
    assert "Two regions still lag." in first
    assert "Keep more of the people we hire: 74% · Answer candidates fast: 6 hours" in first
    assert entries(shown)[1] == "1.1.2 Ask every candidate the same questions Off track 30 Sep 2026"


def test_plans_and_goals_are_links_to_their_pages(shown: Html) -> None:
    """Goals by way of their anchor on the plan's page, and notes are inline Markdown."""
    links = shown.links()
    assert links["Hire salespeople who stay"] == "/strategies/hire"
    assert links["Keep more of the people we hire"] == "/strategies/hire#goal-retention"
    assert "first" in shown.texts("em")


def test_older_years_are_folded(shown: Html) -> None:
    """With how many check-ins they have; the newest stands open."""
    (older,) = shown.all("details")
    assert older.text.startswith("2025 1 check-in December 2025")
    assert "2026" not in shown.texts("summary")


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        ("{strategy: hire}", 4),
        ("{theme: people}", 4),
        ("{theme: customers}", 0),
        ("{team: recruiting}", 2),
        ("{dri: ada}", 2),
        ("{team: recruiting, dri: ada}", 0),
    ],
)
def test_filters_choose_the_plans(arguments: str, number: int, folder: Path) -> None:
    """A strategy's check-ins come with those of its tactics."""
    assert len(entries(view(folder, "updates", arguments))) == number


def test_a_choice_with_no_check_in_says_so(folder: Path) -> None:
    """In words, with no heading of nothing."""
    chosen = view(folder, "updates", "{theme: customers}")
    assert chosen.text.startswith("There is no check-in here yet.")
    assert not chosen.texts("h2")


def test_a_period_stands_under_its_last_month(tmp_path: Path) -> None:
    """As it counts to its last day, written as its author wrote it."""
    visit = VISIT.replace("status: paused", "updates: [{date: 2026-Q1, note: Quiet.}]")
    shown = view(write_full_site(tmp_path, visit=visit), "updates", "{strategy: sell}")
    assert shown.texts("h3") == ["March 2026"]
    assert entries(shown) == ["Visit the buyers Q1 2026 Quiet."]


@pytest.mark.parametrize(
    ("language", "month"), [("en", "November 2026"), ("de", "November 2026"), ("fr", "novembre 2026")]
)
def test_months_are_named_in_the_sites_language(language: str, month: str) -> None:
    """In the form in which a month stands alone."""
    assert Formats(Language(language)).month(TODAY) == month
