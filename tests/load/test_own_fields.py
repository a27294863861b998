"""The organisation's own fields: where each may stand, what it may hold, and what is found wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.model import LevelPlan
from tests.small_site import CONFIG, STRATEGY, TACTIC, brief, found_in, read_site, text, write_site

SETTING = """\
      extra_fields:
        approvers: Approvers
        rank: {label: Rank, type: number}
        begun: {type: date}
        board_paper: {label: Board paper, type: link}
        sponsor: {label: Sponsor, type: person}
        bodies: {label: Bodies, type: list}
        risk: {label: Risk, type: choice, choices: [Low, High]}
        budget: {label: Budget, type: table}
        note_: {label: Note, type: text, on: [goal, action]}
"""


def site_with(folder: Path, lines: str, *, on: str = "hire.md", setting: str = SETTING) -> Path:
    """A site with own fields in the front matter of one of its files."""
    files = {
        "hire.md": text(STRATEGY),
        "ask.md": text(TACTIC),
        "mission.md": "---\ntype: mission\nstatement: We help.\n---\n",
        "theme.md": "---\ntype: theme\ntitle: People\n---\n",
        "team.md": "---\ntype: team\ntitle: Sales\n---\n",
        "values.md": "---\ntype: values\nvalues: [Candour]\n---\n",
    }
    files[on] = files[on].replace("---\n", f"---\n{lines}\n", 1)
    return write_site(folder, files, config=text(CONFIG) + setting)


@pytest.mark.parametrize("path", ["hire.md", "ask.md", "mission.md", "theme.md", "team.md", "values.md"])
@pytest.mark.parametrize(
    "line", ["approvers: [A, {name: B, until: [2027]}]", "risk: Low", "sponsor: vp-sales"]
)
def test_an_own_field_may_stand_on_every_type(tmp_path: Path, path: str, line: str) -> None:
    """With any value where it has no type."""
    folder = site_with(tmp_path, line, on=path)
    assert found_in(folder) == []
    assert read_site(folder)[0].plan.by_path[path].extra


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("rank: third", "write only digits"),
        ("begun: soon", "2026-03-31"),
        ("board_paper: javascript:alert(1)", "write https://…"),
        ("sponsor: [a, b]", "keep one name"),
        ("bodies: {a: b}", "write `[one, other]`"),
        ("risk: Hihg", 'did you mean "High"?'),
        ("risk: [Low]", "write one of these"),
        ("budget: much", "write `name: value` lines"),
    ],
)
@pytest.mark.parametrize(
    ("before", "column"),
    [
        ("", 0),
        ("goals:\n  - {title: Grow, ", 18),
    ],
)
def test_a_value_of_another_type_is_found_where_it_stands(
    tmp_path: Path, line: str, hint: str, before: str, column: int
) -> None:
    """With what to write, on a plan and in a goal; the rest is still read."""
    folder = site_with(tmp_path, f"{before}{line}{'}' if before else ''}", on="ask.md")
    [found] = found_in(folder)
    key = line.partition(":")[0]
    row = 3 if before else 2
    assert brief([found]) == [("invalid-value", "ask.md", row, column + len(key) + 3)]
    assert hint in found.finding.hint
    assert "ask" in read_site(folder)[0].plan.tactics


@pytest.mark.parametrize(
    ("key", "hint"),
    [("sponsr", "did you mean `sponsor`?"), ("Board paper", "write `board_paper`"), ("rsik", "`risk`")],
)
@pytest.mark.parametrize("before", ["", "goals:\n  - {title: Grow, ", "actions:\n  - {do: Go, "])
def test_a_misspelt_own_field_is_an_error(tmp_path: Path, key: str, hint: str, before: str) -> None:
    """As one of ours is; its label stands for it."""
    folder = site_with(tmp_path, f"{before}{key}: x{'}' if before else ''}", on="ask.md")
    [found] = found_in(folder)
    assert (found.finding.rule, found.span.line) == ("misspelt-field", 3 if before else 2)
    assert hint in found.finding.hint


def test_a_person_who_is_not_there_is_found(tmp_path: Path) -> None:
    """As in our own fields."""
    folder = site_with(tmp_path, "goals: [{title: Grow, sponsor: vp-slaes}]", on="ask.md")
    assert brief(found_in(folder)) == [("unknown-person", "ask.md", 2, 32)]


def test_goals_and_actions_have_own_fields_too(tmp_path: Path) -> None:
    """They are kept apart from ours, and reading what is written again gives the same."""
    lines = "goals: [{title: Grow, note_: x, bodies: [a, b]}]\nactions: [{do: Go, note_: y}]"
    folder = site_with(tmp_path, lines, on="ask.md")
    assert found_in(folder) == []
    tactic = read_site(folder)[0].plan.tactics["ask"]
    assert (tactic.goals[0].extra, tactic.actions[0].extra) == (
        {"note_": "x", "bodies": ["a", "b"]},
        {"note_": "y"},
    )
    assert tactic.front_matter()["goals"][0]["bodies"] == ["a", "b"]


def test_a_field_in_the_wrong_place_says_where_it_belongs(tmp_path: Path) -> None:
    """It is a notice, as every unknown key is; a key named as our own place for them is one as well."""
    folder = site_with(tmp_path, "note_: x\ngoals: [{title: Grow, extra: {a: b}}]", on="ask.md")
    found = found_in(folder)
    assert brief(found) == [("unknown-field", "ask.md", 2, 1), ("unknown-field", "ask.md", 3, 23)]
    assert found[0].finding.hint == "the setting `extra_fields` has it `on: [goal, action]`"
    plan = read_site(folder)[0].plan.plans["ask"]
    assert isinstance(plan, LevelPlan)
    assert plan.goals[0].extra == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("risk: {label: Risk, type: lst}", "write text, number, date, link, person, list, choice or table"),
        ("risk: {label: Risk, type: choice}", "together with `choices: [one, other]`"),
        ("risk: {label: Risk, type: choice, choices: [yes, no]}", 'put quotes around "yes" and "no"'),
        ("risk: {label: Risk, on: [gaol]}", "write mission, vision"),
        ("risk: {lable: Risk}", 'did you mean "label"?'),
        ("risk: [Risk]", "write a label, or fields as `{label: Budget, type: list}`"),
        ("title: Own title", "choose another name"),
        ("dri: {label: Owner, on: [strategy]}", "choose another name"),
        ("risk: {label: [Risk], type: text}", "write a text"),
        ("risk: 5", "write a label, or fields as"),
    ],
)
def test_a_slip_in_the_setting_is_found_and_spares_the_other_fields(
    tmp_path: Path, line: str, said: str
) -> None:
    """At its place in mkdocs.yml; the fields beside it hold."""
    setting = f"      extra_fields:\n        approvers: Approvers\n        {line}\n"
    [found] = found_in(site_with(tmp_path, "approvers: Board", setting=setting))
    assert (found.finding.path, found.span.line) == ("../mkdocs.yml", 10)
    assert said in found.finding.hint
