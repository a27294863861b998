"""A reference a slip away from one id is written as that id."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import PLAN, fix_file, fix_files, strategy, tactic

FIXED = [
    ("depends_on: aks", "depends_on: ask"),
    ("depends_on: [aks]", "depends_on: [ask]"),
    ('depends_on: ["aks"]', 'depends_on: ["ask"]'),
    ("depends_on: ['train_recruiters', aks]", "depends_on: ['train-recruiters', ask]"),
    ("depends_on:\n- train-recruitrs # c\n-   aks", "depends_on:\n- train-recruiters # c\n-   ask"),
    ("dri: Lead", "dri: recruiting-lead"),
    ("depends_on: [train]", "depends_on: [train-recruiters]"),
    ("team: saels", "team: sales"),
    ("advances: first-year-retenton", "advances: first-year-retention"),
    ("advances: [first-year-retension]", "advances: [first-year-retention]"),
    ("advances: [hire#first-year-retension]", "advances: [hire#first-year-retention]"),
    ("advances: [hrie#first-year-retention]", "advances: [hire#first-year-retention]"),
    ("advances: [hrie#first-year-retension]", "advances: [hire#first-year-retention]"),
]

LEFT = [
    "depends_on: [something-else]",
    "depends_on: [ask, aks]",
    "depends_on: [plna]",
    "depends_on: [asks, ask]",
    "dri: cfo",
    "dri: vp-pales",
    "advances: [q2]",
    "dri: &lead vp-slaes\ncontributors: [*lead]",
    'dri: "vp-sl\\x61es"',
    "dri: !!str vp-slaes",
    "dri: >-\n  vp-slaes",
    "contributors: [vp-sales, vp-slaes]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_the_id_that_is_meant_is_written(before: str, after: str, tmp_path: Path) -> None:
    """In the quotes, the list and the `plan#goal` that it stands in."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_reference_that_may_mean_another_or_none_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Also where YAML's own means, an anchor or an escape, stand in the way."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [("theme: poeple\nparent: hier", "theme: people\nparent: hire"), ("parent: plna", "parent: plna")],
)
def test_a_strategys_theme_and_parent(before: str, after: str, tmp_path: Path) -> None:
    """A plan is not made its own parent."""
    assert fix_file(tmp_path, strategy(before)) == strategy(after)


def test_a_title_in_the_place_of_an_id(tmp_path: Path) -> None:
    """Where one alone has it."""
    files: dict[str, str | bytes] = {
        "sell.md": b"---\ntype: strategy\ntitle: Sell abroad\n---\n",
        "a.md": b"---\ntype: tactic\ntitle: A\nstrategy: sell Abroad\n---\n",
        "b.md": b"---\ntype: tactic\ntitle: B\nstrategy: Sell abroad\n---\n",
    }
    after = fix_files(tmp_path, files)
    assert [after[path].splitlines()[3] for path in ("a.md", "b.md")] == [b"strategy: sell"] * 2
    assert fix_files(tmp_path, {**files, "sell2.md": files["sell.md"]}) == {}


def test_the_teams_of_people_and_of_teams(tmp_path: Path) -> None:
    """In the people file, and in a team's own."""
    people = PLAN["people.yml"].replace("team: sales", "team: slaes") + 'x: {\n  "team": "Sales"  }'
    after = fix_file(tmp_path, people, "people.yml")
    assert after == people.replace("slaes", "sales").replace('"Sales"', '"sales"')
    content = "---\ntype: team\ntitle: A\nparent: saless\nlead: ceo\n---"
    assert fix_file(tmp_path, content + "\n") == content.replace("saless", "sales") + "\n"


def test_what_a_file_that_cannot_be_read_may_be_called_is_no_slip(tmp_path: Path) -> None:
    """`hirer` may mean that file, once it is fixed."""
    files: dict[str, str | bytes] = {
        "hires.md": b"---\ntype: strategy\ntitle: 'A\n---\n",
        "plan.md": b"---\ntype: tactic\ntitle: A\nstrategy: hirer\n---\n",
    }
    assert fix_files(tmp_path, files) == {}


def test_a_tactics_id_is_no_misspelt_strategys(tmp_path: Path) -> None:
    """What is wrong there isn't the spelling."""
    content = tactic("goals: []").replace("strategy: hire", "strategy: train-recruiter")
    files: dict[str, str | bytes] = {
        "train-recruiter.md": b"---\ntype: strategy\ntitle: A\n---\n",
        "plan.md": content.replace("train-recruiter", "train-recruiters").encode(),
    }
    assert fix_files(tmp_path, files) == {}


def test_a_name_that_is_no_handle_is_not_written(tmp_path: Path) -> None:
    """In a people file with a slip in it, it is likelier that the slip is there."""
    files: dict[str, str | bytes] = {
        "people.yml": b"vp- sales: {role: VP}\n",
        "plan.md": tactic("dri: vp-sales").encode(),
    }
    assert fix_files(tmp_path, files) == {}


def test_a_name_that_stands_in_more_places_than_the_right_one_is_left_alone(tmp_path: Path) -> None:
    """The slip may be in the people file, or in the id of the plan; the author knows."""
    files: dict[str, str | bytes] = {
        "people.yml": PLAN["people.yml"].replace("vp-sales", "vp-slaes").encode(),
        "a.md": tactic("dri: vp-sales").encode(),
        "b.md": tactic("contributors: [vp-sales]").encode(),
    }
    assert fix_files(tmp_path, files) == {}
