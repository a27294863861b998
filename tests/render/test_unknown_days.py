"""What is done, dropped or met on a day that nobody wrote down."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans import figures
from mkdocs_plans.model import parse_date
from mkdocs_plans.rules import check
from tests.changes.small_plan import reviewed, told
from tests.cli.browsing import plans
from tests.fixes.small_plan import fix_file
from tests.fixes.small_plan import told as told_of_file
from tests.render.rendered import page, rendering
from tests.small_site import CONFIG, read_site, write_site

GROW = "---\ntype: strategy\ntitle: Grow\ngoals: [{id: near, title: Be near, met: yes}]\n---\n"
ASK = (
    "---\ntype: tactic\ntitle: Ask\nstrategy: grow\nactions:\n"
    "  - {do: Ring, due: 2026-03-01, done: Yes}\n  - {do: Write, due: 2026-03-01, dropped: true}\n"
    "  - {do: Wait}\n---\n"
)
FILES = {"grow.md": GROW, "ask.md": ASK}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tactic with such actions, and a strategy with such a goal."""
    return write_site(tmp_path_factory.mktemp("days"), FILES, config=CONFIG)


def test_they_count_as_if_their_day_had_come(folder: Path) -> None:
    """Whatever day it is; nothing of it is late, dated ahead or open."""
    plan, _ = rendering(folder)
    progress = figures.tactic_progress(plan.tactics["ask"], datetime.date(1999, 1, 1))
    assert (progress.known, progress.total) == (1, 2)
    assert figures.is_met(plan.strategies["grow"].goals[0], datetime.date(1999, 1, 1))
    loaded, site = read_site(folder)
    rules = {located.finding.rule for located in check(loaded, site).found}
    assert rules.isdisjoint({"invalid-value", "overdue", "done-in-future"})


def test_pages_and_terminal_say_so_without_a_day(folder: Path) -> None:
    """As `done`, `dropped` and `met`."""
    text = page(folder, "ask.md").text
    assert "Done Due 1 Mar 2026" in text
    assert "Dropped Due 1 Mar 2026" in text
    assert "Met Due" not in page(folder, "grow.md").text
    shown = plans(folder, "show", "ask").stdout
    assert "[x] Ring · Done · Due" in shown
    assert "[-] Write · Dropped · Due" in shown
    assert "Met" in plans(folder, "show", "grow#near").stdout


@pytest.mark.parametrize("word", ["x", "✓", "ja", "erledigt", "done"])
def test_other_words_for_yes_are_asked_about_and_fixed(word: str, tmp_path: Path) -> None:
    """No other byte changes."""
    said = ASK.replace("Yes", f'"{word}"')
    (hint,) = (
        hint for rule, _, _, hint in told_of_file(tmp_path / "a", said, "ask.md") if rule == "invalid-value"
    )
    assert hint == f'"{word}" isn\'t a date: write `done: yes`, or the day: `done: 2026-11-23`'
    assert fix_file(tmp_path / "b", said, "ask.md") == ASK.replace("Yes", '"yes"')


def test_yes_is_no_day_elsewhere() -> None:
    """A day by which something is due is always one."""
    with pytest.raises(ValueError, match="isn't a date"):
        parse_date("yes", field="due")


def test_a_change_to_it_is_told(tmp_path: Path) -> None:
    """And to its day, once somebody finds it."""
    now = {"ask.md": ASK.replace("Wait", "Wait, done: yes").replace("done: Yes", "done: 2026-03-02")}
    said = "\n".join(line for _, line in told(reviewed(tmp_path, FILES, {**FILES, **now})))
    assert "done: on a day that nobody wrote down, new" in said
    assert "on a day that nobody wrote down → 2 Mar 2026" in said
