"""`plans due`: what is overdue and due soon, by person, as text, Markdown and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plans.render.due_message import MARKER
from tests.cli.browsing import plans
from tests.full_site import write_full_site
from tests.small_site import CONFIG, STRATEGY, TACTIC, write_site

PEOPLE = """
vp-sales: {role: VP Sales, github: "@ann", gitlab: ann.gl}
recruiting-lead: {role: Recruiting Lead}
"""
LATE = TACTIC.replace(
    "dri: recruiting-lead\n",
    "dri: vp-sales\nend: 2026-11-20\noriginally: 2026-10-31\nactions:\n"
    "  - {do: Write the guide, due: 2026-11-25, dri: recruiting-lead}\n"
    "  - {do: Look back, due: 2026-12-24}\n"
    "  - {do: Begin, due: 2026-01-01, done: 2026-01-02}\n",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tactic that is over, one action of two days ahead, one of a month."""
    return write_site(tmp_path, {"people.yml": PEOPLE, "hire.md": STRATEGY, "ask.md": LATE})


def due(site: Path, *arguments: str) -> list[dict[str, Any]]:
    """What is due, as a program reads it."""
    found: list[dict[str, Any]] = json.loads(plans(site, "due", "--format", "json", *arguments).stdout)["due"]
    return found


def names(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Each thing's kind, and its part or plan."""
    return [(one["kind"], (one["part"] or one["plan"])["id"]) for one in found]


def test_what_is_overdue_comes_first_then_what_is_near(site: Path) -> None:
    """Up to thirty days ahead; what is done isn't due."""
    found = due(site)
    assert names(found) == [("plan", "ask"), ("action", "write-the-guide")]
    assert found[0] | {"file": ""} == {
        "kind": "plan",
        "plan": {"type": "tactic", "id": "ask", "title": "Ask every candidate the same questions"},
        "part": None,
        "due": "2026-11-20",
        "days_late": 3,
        "originally": "2026-10-31",
        "dri": "vp-sales",
        "team": None,
        "file": "",
    }


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


def test_the_text_is_by_person(site: Path) -> None:
    """Each with how far away its day is."""
    said = plans(site, "due").stdout
    assert said.startswith("2 things are due by 23 Dec 2026; 1 is overdue.\n")
    assert "3 days overdue" in said
    assert "in 2 days" in said
    mine = plans(site, "due", "--person", "recruiting-lead").stdout
    assert mine.startswith("1 thing is due by 23 Dec 2026; none is overdue.\n")
    assert "VP Sales  vp-sales\n" in said


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_the_text_fits_its_terminal(site: Path, columns: int) -> None:
    """No word is cut; which plan a thing is part of is folded."""
    shown = plans(site, "due", "--within", "60", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns
    assert {*shown.split()} == {*plans(site, "due", "--within", "60").stdout.split()}


def test_reviews_goals_and_teams_are_named(tmp_path: Path) -> None:
    """A review by its cadence, a goal by its own day; the team is the plan's."""
    folder = write_full_site(tmp_path)
    found = due(folder, "--within", "60")
    assert ("review", "hire") in names(found)
    assert ("goal", "retention") in names(found)
    assert {one["team"] for one in due(folder, "--within", "60", "--team", "recruiting")} == {"recruiting"}


def test_a_message_names_people_as_code_hosts_do_and_notifies_nobody(site: Path) -> None:
    """A handle stands as code; the marker lets a program find the message again."""
    said = plans(site, "due", "--format", "markdown").stdout
    assert said.startswith(MARKER)
    assert "### VP Sales (GitHub `@ann`, GitLab `@ann.gl`)\n" in said
    assert "- 20 Nov 2026, **3 days overdue**: Tactic “Ask every candidate" in said


def test_no_plan_text_forges_anything_in_a_message(tmp_path: Path) -> None:
    """Neither a mention, a link, an image, HTML nor a heading."""
    evil = "![x](https://evil.example/x.png) @everyone <script> # [a](b) `c` fixes"
    tactic = LATE.replace("Write the guide", f"'{evil}'")
    people = PEOPLE.replace("VP Sales", "'# @all <img src=x>'").replace("@ann", "ann`> @all")
    said = plans(
        write_site(tmp_path, {"people.yml": people, "hire.md": STRATEGY, "ask.md": tactic}),
        "due", "--format", "markdown",
    ).stdout.replace(MARKER, "")  # fmt: skip
    for forged in ("@everyone", "@all", "<script", "<img", "[x](", "[a](", "https://", "\n# "):
        assert forged not in said


def test_a_long_message_fits_into_an_issue(tmp_path: Path) -> None:
    """What is left out is the least pressing, and is counted."""
    rows = "".join(f"  - {{do: {'Write ' * 25}{n}, due: 2026-11-{n % 28 + 1:02}}}\n" for n in range(900))
    tactic = TACTIC.rstrip().removesuffix("---") + f"actions:\n{rows}---\n"
    said = plans(
        write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": tactic}), "due", "--format", "markdown"
    ).stdout
    assert 60_000 < len(said) <= 65_000
    assert "more are left out: `plans due` shows all" in said
    assert "1 Nov 2026" in said
    assert "28 Nov 2026" not in said


def test_nothing_due_and_no_plan_are_said(tmp_path: Path) -> None:
    """In words: an empty message would look like a failure."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY})
    assert plans(folder, "due").stdout == "Nothing is due by 23 Dec 2026.\n"
    assert "Nothing is due by" in plans(folder, "due", "--format", "markdown").stdout
    empty = write_site(tmp_path / "empty", {"people.yml": ""})
    assert "`plans init`" in plans(empty, "due").stdout


def test_it_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    """With the organisation's own words."""
    config = CONFIG.replace("font: false", "font: false, language: de")
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": LATE}, config=config)
    said = plans(folder, "due").stdout
    assert said.startswith("2 Punkte sind bis zum 23.12.2026 fällig, davon ist 1 überfällig.\n")
    assert "3 Tage überfällig" in said
    assert "in 2 Tagen" in said
