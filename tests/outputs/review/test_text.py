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
        "This change lowers 1 promise and moves 1 responsibility\n"
        "\n"
        "2 plan files changed: 1 with another DRI\n"
        "\n"
        "What it means for the plan as a whole\n"
        "  Nothing advances this any more: “Answer every letter” (“Hire people who stay”)\n"
        "\n"
        "Newly found by the check: 1 finding\n"
        '  error: nobody has the handle "vp-poeple" (plans/grow.md:4, unknown-person)\n'
        "\n"
        "Promise lowered: 1 plan file\n"
        "  Tactic “Train the recruiters” plans/train.md\n"
        "    Promise lowered: Advances: “Answer every letter”, taken out\n"
        "\n"
        "Responsibility: 1 plan file\n"
        "  Strategy “Grow the field team” plans/grow.md\n"
        "    Responsibility: DRI: VP People → vp-poeple\n"
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


WEAKENED = {
    "hire.md": ("target: 80", "target: 78"),
    "ask.md": ("due: 2026-05-29", "due: 2026-06-12"),
    "find.md": ("end: 2026-11-30", "end: 2026-12-20"),
    "grow.md": ("target: 20", "target: 18"),
}
HARMLESS = {
    "train.md": ("outcome: Everyone has sat in twice.", "outcome: All have sat in twice."),
    "people.md": ("We hire with care.", "We hire with great care."),
    "mission.md": ("small makers", "small, good makers"),
    "values.md": ("We look twice.", "We look again."),
}


def test_four_weakened_promises_among_eight_plans_stand_first(tmp_path: Path) -> None:
    """Below one heading that says how many there are, each pointed out, and none of the harmless edits."""
    now = dict(PLAN)
    for path, (old, new) in (WEAKENED | HARMLESS).items():
        now = with_edit(path, old, new, now)
    now = with_edit("hire.md", "Choose with care.", "Choose with great care.", now)
    now = with_edit("hire.md", "One in three leaves", "One in three of us leaves", now)
    text = click.unstyle(emit(*told_of(reviewed(tmp_path, PLAN, now)), str))
    assert text.startswith("This change lowers 4 promises")
    sections = text.split("\n\n")
    heading = "Promise lowered: 4 plan files\n"
    [lowered] = [section for section in sections if section.startswith(heading)]
    named = {line.split()[-1] for line in lowered.splitlines() if line.endswith(".md")}
    assert named == set(WEAKENED)
    assert lowered.count("    Promise lowered: ") == 4
    at = sections.index(lowered)
    assert not [section for section in sections[:at] if "plan file:" in section or "plan files:" in section]
    assert set(HARMLESS) == {path for path in HARMLESS if path in "".join(sections[at + 1 :])}
