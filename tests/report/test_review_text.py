"""A change of plan in a terminal."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.report.review import review_text
from tests.changes.small_plan import PLAN, reviewed, with_edit


def test_a_change_is_told_section_by_section(tmp_path: Path) -> None:
    """What it does to the whole, what changes, who should look."""
    now = with_edit("train.md", "advances: [answers, retention]", "advances: [retention]")
    now = with_edit("grow.md", "dri: vp-people", "dri: vp-poeple", now)
    text = click.unstyle(review_text(reviewed(tmp_path, PLAN, now), lambda path: f"plans/{path}"))
    assert text == (
        "2 plan files changed: 1 with another DRI\n"
        "\n"
        "What it does to the plan as a whole\n"
        "  No tactic advances the goal “Answer every letter” of “Hire people who stay” any more\n"
        "\n"
        "What the check finds new: 1 finding\n"
        '  error: nobody has the handle "vp-poeple" (plans/grow.md:4, unknown-person)\n'
        "\n"
        "What changes\n"
        "  Strategy “Grow the field team” plans/grow.md\n"
        "    DRI vp-people → vp-poeple\n"
        "  Tactic “Train the recruiters” plans/train.md\n"
        "    no longer advances “Answer every letter”\n"
        "\n"
        "Who should agree to it\n"
        "  vp-people: loses the strategy “Grow the field team”\n"
        "  vp-poeple: gains the strategy “Grow the field team”\n"
        "  recruiting-lead: DRI of the tactic “Train the recruiters”; "
        "DRI of the tactic “Ask everyone the same questions” (depends on “Train the recruiters”)\n"
        "\n"
        "Who should know of it\n"
        "  vp-sales (GitHub @ada, GitLab @ada-r): "
        "DRI of the strategy “Hire people who stay” (served by “Train the recruiters”)\n"
        "  people-partner (GitHub @partner): "
        "DRI of the goal “Keep more of the people we hire” (advanced by “Train the recruiters”)\n"
    )


def test_no_change_is_one_line(tmp_path: Path) -> None:
    """And nothing beside it."""
    assert review_text(reviewed(tmp_path, PLAN, PLAN), str) == "No change of plan\n"


def test_plan_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Nor fill it: controls are replaced, and a long text is cut."""
    title = "Find \u202epeople\u2066 " + "very " * 10_000
    now = with_edit("find.md", "title: Find people at fairs", f'title: "\\e[31m{title}"')
    text = click.unstyle(review_text(reviewed(tmp_path, PLAN, now), str))
    assert not {"\x1b", "\u202e", "\u2066"} & set(text)
    assert "[31mFind" in text
    assert max(map(len, text.splitlines())) < 1_000
