"""What goals and actions say beside their figures: a link, a note, a start; and a goal that was dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans import figures
from mkdocs_plans.rules import check
from tests.changes.small_plan import reviewed, told
from tests.cli.browsing import plans
from tests.render.rendered import page, rendering, view
from tests.small_site import CONFIG, TODAY, read_site, write_site

GROW = (
    "---\ntype: strategy\ntitle: Grow\nstatus: active\nstart: 2026-01-01\nend: 2026-12-31\ndri: ada\ngoals:\n"
    "  - {id: near, title: Be near, baseline: 0, target: 10, "
    "url: https://example.org/near, note: As the *law* asks.}\n"
    "  - id: far\n    title: Be far\n    baseline: 0\n    target: 10\n    due: 2026-06-30\n"
    "    dropped: 2026-09-01\n    note: No <money> for it.\n"
    "updates: [{date: 2026-11-01, readings: {near: 9, far: 1}}]\n---\n"
)
ASK = (
    "---\ntype: tactic\ntitle: Ask\nstrategy: grow\nadvances: [near]\nstatus: active\ndri: ada\nactions:\n"
    "  - {do: Ring, start: 2026-02-01, due: 2027-03-01, url: https://example.org/ring, "
    "note: Before *nine*.}\n---\n"
)
FILES = {"people.yml": "ada: {name: Ada Ames}\n", "grow.md": GROW, "ask.md": ASK}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A strategy with a goal that stands and one that was dropped, and a tactic with an action."""
    return write_site(tmp_path, FILES, config=CONFIG)


def test_the_page_shows_link_note_and_start(folder: Path) -> None:
    """Notes are inline Markdown, with what looks like HTML as text."""
    text = page(folder, "grow.md").text
    assert "As the law asks." in text
    assert "Link example.org/near" in text
    assert "No <money> for it." in text
    action = page(folder, "ask.md").text
    assert "from 1 Feb 2026" in action
    assert "Before nine." in action
    assert "Link example.org/ring" in action


def test_the_terminal_lists_them(folder: Path) -> None:
    """Behind what else is said of the goal or action."""
    goal = " ".join(plans(folder, "show", "grow#near").stdout.split())
    assert "Note As the law asks." in goal
    assert "Link https://example.org/near" in goal
    assert "from 1 Feb 2026 · Due 1 Mar 2027" in plans(folder, "show", "ask").stdout


def test_a_link_that_carries_a_script_is_refused(folder: Path) -> None:
    """As it is everywhere else."""
    (folder / "plans/ask.md").write_text(ASK.replace("https://example.org/ring", "javascript:alert()"))
    loaded, site = read_site(folder)
    assert [one.finding.rule for one in check(loaded, site).found if "javascript" in one.finding.message] == [
        "invalid-value"
    ]


def test_a_dropped_goal_leaves_the_figures(folder: Path) -> None:
    """Progress, pace and health of its plan, and what is overdue; as a dropped action does."""
    plan, _ = rendering(folder)
    grow = plan.strategies["grow"]
    progress = figures.strategy_progress(grow, TODAY)
    assert (progress.known, progress.total) == (1, 1)
    assert figures.health(grow, TODAY).computed == "on-track"
    assert figures.goal_progress(grow, grow.goals[1], TODAY) is figures.Unknown.DROPPED
    text = page(folder, "grow.md").text
    assert "Dropped on 1 Sep 2026" in text
    assert "overdue" not in text
    assert "Be far" not in view(folder, "person", "handle: ada").text
    assert "dropped" in view(folder, "coverage").text


def test_before_its_day_it_still_counts(folder: Path) -> None:
    """And the check says that the day lies ahead."""
    (folder / "plans/grow.md").write_text(GROW.replace("2026-09-01", "2027-09-01"))
    plan, _ = rendering(folder)
    assert figures.strategy_progress(plan.strategies["grow"], TODAY).total == 2
    loaded, site = read_site(folder)
    assert "done-in-future" in {one.finding.rule for one in check(loaded, site).found}


def test_a_goal_is_dropped_by_a_check_in(folder: Path) -> None:
    """One line is added to the goal, and the update; every other byte stays."""
    plans(folder, "update", "grow", "--drop", "near", "--note", "Enough.", "--yes")
    after = (folder / "plans/grow.md").read_text()
    assert "near, title: Be near, baseline: 0, target: 10, dropped: 2026-11-23, url:" in after
    assert (
        after.replace("dropped: 2026-11-23, ", "").partition("updates:")[0] == GROW.partition("updates:")[0]
    )


def test_a_change_of_them_is_told(tmp_path: Path) -> None:
    """Each under its name; a goal that is dropped as what weighs."""
    now = {
        "grow.md": GROW.replace("dropped: 2026-09-01\n    ", "").replace("As the *law*", "As a *law*"),
        "ask.md": ASK.replace("start: 2026-02-01", "start: 2026-02-11").replace("/ring", "/call"),
    }
    before, after = {**FILES, **now}, FILES
    said = "\n".join(line for _, line in told(reviewed(tmp_path, before, after)))
    assert "dropped: 1 Sep 2026, new" in said
    assert "note: “As a *law* asks.” → “As the *law* asks.”" in said
    assert "start: 11 Feb 2026 → 1 Feb 2026" in said
    assert "link: https://example.org/call → https://example.org/ring" in said


def test_a_rename_leaves_them_as_they_are(folder: Path) -> None:
    """Only the id changes."""
    plans(folder, "rename", "grow#near", "close", "--yes")
    assert (folder / "plans/grow.md").read_text() == GROW.replace("id: near", "id: close").replace(
        "{near:", "{close:"
    )
