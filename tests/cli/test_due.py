"""`plans due`: what is overdue and due soon, by person, as text, Markdown and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.browsing import plans
from tests.full_site import write_full_site
from tests.outputs.due.small_plan import FILES
from tests.small_site import write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tactic that is over, one action of two days ahead, one of a month."""
    return write_site(tmp_path, FILES)


def due(site: Path, *arguments: str) -> list[dict[str, Any]]:
    """What is due, as a program reads it."""
    found: list[dict[str, Any]] = json.loads(plans(site, "due", "--format", "json", *arguments).stdout)["due"]
    return found


def names(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Each thing's kind, and its part or plan."""
    return [(one["kind"], (one["part"] or one["plan"])["id"]) for one in found]


def test_what_is_overdue_comes_first_then_what_is_near(site: Path) -> None:
    """Up to thirty days ahead; what is done isn't due."""
    assert names(due(site)) == [("plan", "ask"), ("action", "write-the-guide")]


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (["--within", "0"], ["plan"]),
        (["--within", "31"], ["plan", "action", "action"]),
        (["--person", "recruiting-lead"], ["action"]),
        (["--person", "recruiting-lead", "--person", "vp-sales"], ["plan", "action"]),
    ],
)
def test_days_and_people_narrow_it(site: Path, arguments: list[str], kinds: list[str]) -> None:
    """An action is its own DRI's, not its tactic's."""
    assert [one["kind"] for one in due(site, *arguments)] == kinds


def test_a_slip_of_the_pen_is_no_empty_list(site: Path) -> None:
    """Else nobody would see that they asked for nobody."""
    said = plans(site, "due", "--person", "vp-slaes", exit_code=2).stderr
    assert said == 'plans: there is no person "vp-slaes": did you mean "vp-sales"?\n'
    assert "there is no team" in plans(site, "due", "--team", "x", exit_code=2).stderr


def test_the_text_of_one_person_counts_theirs(site: Path) -> None:
    """As text by default."""
    mine = plans(site, "due", "--person", "recruiting-lead").stdout
    assert mine.startswith("1 thing is due by 23 Dec 2026; none is overdue.\n")


def test_reviews_goals_and_teams_are_named(tmp_path: Path) -> None:
    """A review by its cadence, a goal by its own day; the team is the plan's."""
    folder = write_full_site(tmp_path)
    found = due(folder, "--within", "60")
    assert ("review", "hire") in names(found)
    assert ("goal", "retention") in names(found)
    assert {one["team"] for one in due(folder, "--within", "60", "--team", "recruiting")} == {"recruiting"}
