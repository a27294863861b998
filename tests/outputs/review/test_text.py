"""A change of plan in a terminal."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.outputs.review.text import emit
from tests.changes.small_plan import PLAN, reviewed, told_of, with_edit


def test_a_change_is_told_section_by_section(tmp_path: Path) -> None:
    """What it does to the whole, what changes, who should look."""
    now = with_edit("train.md", "advances: [answers, retention]", "advances: [retention]")
    now = with_edit("grow.md", "dri: vp-people", "dri: vp-poeple", now)
    text = click.unstyle(emit(*told_of(reviewed(tmp_path, PLAN, now)), lambda path: f"plans/{path}"))
    assert text == (
        "2 plan files changed: 1 with another DRI\n"
        "\n"
        "What it means for the plan as a whole\n"
        "  Nothing advances this any more: “Answer every letter” (“Hire people who stay”)\n"
        "\n"
        "Newly found by the check: 1 finding\n"
        '  error: nobody has the handle "vp-poeple" (plans/grow.md:4, unknown-person)\n'
        "\n"
        "What changes\n"
        "  Strategy “Grow the field team” plans/grow.md\n"
        "    DRI: VP People → vp-poeple\n"
        "  Tactic “Train the recruiters” plans/train.md\n"
        "    Advances: “Answer every letter”, taken out\n"
        "\n"
        "Who should agree to it\n"
        "  VP People: No longer answers for: Strategy “Grow the field team”\n"
        "  vp-poeple: Takes on: Strategy “Grow the field team”\n"
        "  Recruiting Lead: Answers for what changes: Tactic “Train the recruiters”; Answers for what waits "
        "for a changed plan: Tactic “Ask everyone the same questions” (“Train the recruiters”)\n"
        "\n"
        "Who should know of it\n"
        "  Ada Reed (GitHub @ada, GitLab @ada-r): Answers for what a changed plan serves: "
        "Strategy “Hire people who stay” (“Train the recruiters”)\n"
        "  People Partner (GitHub @partner): Answers for what a changed plan advances: "
        "Goal “Keep more of the people we hire” (“Train the recruiters”)\n"
    )


def test_no_change_is_one_line(tmp_path: Path) -> None:
    """And nothing beside it."""
    assert emit(*told_of(reviewed(tmp_path, PLAN, PLAN)), str) == "No change of plan\n"


def test_plan_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Nor fill it: controls are replaced, and a long text is cut."""
    title = "Find \u202epeople\u2066 " + "very " * 10_000
    now = with_edit("find.md", "title: Find people at fairs", f'title: "\\e[31m{title}"')
    text = click.unstyle(emit(*told_of(reviewed(tmp_path, PLAN, now)), str))
    assert not {"\x1b", "\u202e", "\u2066"} & set(text)
    assert "[31mFind" in text
    assert max(map(len, text.splitlines())) < 1_000
