"""A goal that says in words what it begins with and what it is to reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.rules import check
from tests.changes.small_plan import reviewed, told
from tests.cli.browsing import plans
from tests.render.rendered import page, view
from tests.small_site import CONFIG, read_site, write_site

GOAL = (
    "  - id: near\n    title: Be near\n    baseline: none <outside> the capital\n"
    "    targets: {2025: an office in every region, 2026-06-30: 12}\n"
    "    target: at least one office in each county\n    due: 2026-12-31\n"
)
MIXED = (
    "  - {id: more, title: Grow, baseline: 3, target: 67, due: 2026-12-31, "
    "targets: {2026-06-30: half of all counties}}\n"
)
STRATEGY = (
    "---\ntype: strategy\ntitle: Grow\nstart: 2025-01-01\nend: 2026-12-31\ngoals:\n" + GOAL + MIXED
    + "updates: [{date: 2026-11-01, readings: {more: 40}, note: On it.}]\n---\n"
)  # fmt: skip
FILES = {"grow.md": STRATEGY}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strategy with a goal in words, and one in numbers with a step in words."""
    return write_site(tmp_path_factory.mktemp("words"), FILES, config=CONFIG)


def test_the_page_shows_the_words_in_the_place_of_numbers(folder: Path) -> None:
    """Steps with their days, where one of them is in words."""
    text = page(folder, "grow.md").text
    assert "Baseline none <outside> the capital" in text
    assert "Target at least one office in each county" in text
    assert "2025 an office in every region" in text
    assert "30 Jun 2026 half of all counties" in text
    assert "Be near: at least one office in each county" in view(folder, "on-one-page").text


def test_words_are_met_on_a_day_and_numbers_beside_them_counted(folder: Path) -> None:
    """A step in words is no point of the line: on it, 40 of 3 to 67 is as far as it should be."""
    text = page(folder, "grow.md").text
    assert "Not met yet" in text
    assert "57%" in text


def test_no_rule_asks_for_a_number(folder: Path) -> None:
    """And the words beside a number are no contradiction."""
    loaded, site = read_site(folder)
    rules = {located.finding.rule for located in check(loaded, site).found}
    assert rules.isdisjoint(
        {"goal-without-measure", "missing-baseline", "target-outside-goal", "invalid-value"}
    )


def test_the_terminal_lists_them(folder: Path) -> None:
    """Of one goal, and in the table of all."""
    shown = " ".join(plans(folder, "show", "grow#near").stdout.split())
    assert "none <outside> the capital" in shown
    assert "On the way 2025: an office in every region; 30 Jun 2026: 12" in shown
    assert "at least one office" in plans(folder, "list", "goals").stdout


def test_a_check_in_asks_for_its_day_and_not_for_a_reading(folder: Path) -> None:
    """Met is what is set; nothing else in the file changes."""
    before = (folder / "plans/grow.md").read_text()
    plans(folder, "update", "grow", "--done", "near", "--note", "Done.", "--yes")
    after = (folder / "plans/grow.md").read_text()
    (folder / "plans/grow.md").write_text(before)
    kept = after.replace("    met: 2026-11-23\n", "")
    assert kept != after
    assert kept.startswith(before.partition("updates:")[0])


def test_a_change_is_told_in_quotes(tmp_path: Path) -> None:
    """From words to others, to a number, and of a step."""
    changed = STRATEGY.replace("in each county", "in each town").replace("half of", "a third of")
    lines = told(
        reviewed(
            tmp_path,
            FILES,
            {"grow.md": changed.replace("baseline: none <outside> the capital", "baseline: 3")},
        )
    )
    said = "\n".join(line for _, line in lines)
    assert "“at least one office in each county”" in said
    assert "“at least one office in each town”" in said
    assert "30 Jun 2026: a third of all counties" in said
    assert "“none <outside> the capital”" in said
