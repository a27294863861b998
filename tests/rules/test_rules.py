"""Each rule fires on its wrong cases, at the right place, and stays silent on the right ones."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from mkdocs_plans.model import VIEWS as ARGUMENTS
from mkdocs_plans.render import VIEWS, templates_folder, view_name
from mkdocs_plans.rules import RULES, documented_rules, rule_name
from mkdocs_plans.yaml_text import read
from tests.small_site import CONFIG, PEOPLE, brief, found_in, text, write_site

BASE = {
    "people.yml": PEOPLE + "rep: {role: Rep, team: sales}\n",
    "sales.md": "{type: team, title: Sales, lead: vp-sales}",
    "people.md": "{type: theme, title: People}",
    "hire.md": "{type: strategy, title: Hire, theme: people, goals: [{id: grow, title: Grow}]}",
    "ask.md": "{type: tactic, title: Ask, strategy: hire, advances: [grow]}",
}

Place = tuple[str, str, str]


def found(folder: Path, files: dict[str, str]) -> list[Place]:
    """Check the base with these files changed: rule, path, and the underlined text."""
    written: dict[str, str | bytes] = {
        path: content if path.endswith(".yml") else f"---\n{content}\n---\n"
        for path, content in {**BASE, **files}.items()
    }
    return [
        (one.finding.rule, one.finding.path, one.line[one.span.column - 1 : one.span.end_column - 1])
        for one in found_in(write_site(folder, written))
    ]


WRONG: list[tuple[dict[str, str], Place]] = [
    ({"ask.md": "{type: tactic, title: A, strategy: hre}"}, ("unknown-strategy", "ask.md", "hre")),
    (
        {"ask.md": "{type: tactic, title: A, strategy: hire, advances: [keep#grow]}"},
        ("unknown-strategy", "ask.md", "keep#grow"),
    ),
    ({"b.md": "{type: strategy, title: B, parent: ask}"}, ("unknown-strategy", "b.md", "ask")),
    (
        {"ask.md": "{type: tactic, title: A, strategy: hire, advances: [grow, grwo]}"},
        ("unknown-goal", "ask.md", "grwo"),
    ),
    (
        {
            "b.md": "{type: strategy, title: B}",
            "ask.md": "{type: tactic, title: A, strategy: b, advances: [grow]}",
        },
        ("unknown-goal", "ask.md", "grow"),
    ),
    ({"b.md": "{type: strategy, title: B, depends_on: [hire, aks]}"}, ("unknown-plan", "b.md", "aks")),
    ({"b.md": "{type: strategy, title: B, theme: poeple}"}, ("unknown-theme", "b.md", "poeple")),
    ({"b.md": "{type: strategy, title: B, parent: b}"}, ("circular-link", "b.md", "b")),
    (
        {"b.md": "{type: tactic, title: B, strategy: hire, depends_on: [ask, b]}"},
        ("circular-link", "b.md", "b"),
    ),
    (
        {"a.md": "{type: team, title: A, parent: b}", "b.md": "{type: team, title: B, parent: a}"},
        ("circular-link", "a.md", "b"),
    ),
    ({"b.md": "{type: tactic, title: B}"}, ("tactic-without-strategy", "b.md", "---")),
    ({"b.md": "{type: strategy, title: B, dri: nobody}"}, ("unknown-person", "b.md", "nobody")),
    (
        {"b.md": "{type: strategy, title: B, contributors: [rep, nobody]}"},
        ("unknown-person", "b.md", "nobody"),
    ),
    ({"b.md": "{type: strategy, title: B, goals: [{title: G, dri: x}]}"}, ("unknown-person", "b.md", "x")),
    (
        {"b.md": "{type: tactic, title: B, strategy: hire, actions: [{do: D, contributors: [y]}]}"},
        ("unknown-person", "b.md", "y"),
    ),
    ({"sales.md": "{type: team, title: Sales, lead: z}"}, ("unknown-person", "sales.md", "z")),
    ({"b.md": "{type: strategy, title: B, team: slaes}"}, ("unknown-team", "b.md", "slaes")),
    ({"b.md": "{type: team, title: B, parent: slaes}"}, ("unknown-team", "b.md", "slaes")),
    ({"people.yml": PEOPLE + "rep: {team: slaes}\n"}, ("unknown-team", "people.yml", "slaes")),
    (
        {"b.md": "{type: theme, title: B, audience: internal}"},
        ("audience-without-edition", "b.md", "internal"),
    ),
    (
        {"b.md": "{type: strategy, title: B, dri: [rep, vp-sales]}"},
        ("several-dris", "b.md", "[rep, vp-sales]"),
    ),
]


@pytest.mark.parametrize(("files", "place"), WRONG)
def test_a_wrong_plan_gives_one_finding_at_its_place(
    files: dict[str, str], place: Place, tmp_path: Path
) -> None:
    """The value that is wrong is underlined, and nothing else is reported."""
    assert found(tmp_path, files) == [place]


RIGHT: list[dict[str, str]] = [
    {},
    {"b.md": "{type: strategy, title: B, parent: hire, depends_on: [ask]}"},
    {"b.md": "{type: tactic, title: B, strategy: hire, advances: [ask#own]}",
     "ask.md": "{type: tactic, title: A, strategy: hire, goals: [{id: own, title: Own}]}"},
    {"b.md": "{type: tactic, title: B, strategy: hire, depends_on: [ask]}",
     "c.md": "{type: tactic, title: C, strategy: hire, depends_on: [ask, b]}"},
    {"b.md": "{type: strategy, title: B, dri: rep, team: sales, contributors: rep}"},
]  # fmt: skip


@pytest.mark.parametrize("files", RIGHT)
def test_a_right_plan_gives_none(files: dict[str, str], tmp_path: Path) -> None:
    """What looks alike and is right is left alone."""
    assert found(tmp_path, files) == []


def test_two_circles_are_two_findings(tmp_path: Path) -> None:
    """Each once, however many files it runs through."""
    link = "{{type: strategy, title: {0}, parent: {1}}}"
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "x")]
    files = {f"{one}.md": link.format(one, other) for one, other in pairs}
    assert found(tmp_path, files) == [("circular-link", "a.md", "b"), ("circular-link", "x.md", "y")]


def test_with_no_people_file_the_first_name_is_one_finding(tmp_path: Path) -> None:
    """What is missing is the file, not each person."""
    files = {"people.yml": "", "hire.md": "{type: strategy, title: Hire, dri: a, contributors: [b, c]}"}
    rules = [
        place[0] for place in found(tmp_path, files | {"ask.md": "{type: tactic, title: A, strategy: hire}"})
    ]
    assert rules == ["unknown-person"]


def test_what_a_plan_ignores_with_a_reason_is_left_out(tmp_path: Path) -> None:
    """In that file alone."""
    ignoring = "{type: tactic, title: B, ignore: {tactic-without-strategy: A trial of our own.}}"
    files = {"b.md": ignoring, "c.md": "{type: tactic, title: C}"}
    assert found(tmp_path, files) == [("tactic-without-strategy", "c.md", "---")]


def test_a_site_sets_the_severity_of_a_rule(tmp_path: Path) -> None:
    """To another one, or off."""
    config = text(CONFIG) + "      rules: {unknown-person: notice, unknown-team: off}\n"
    content = "---\ntype: strategy\ntitle: A\ndri: nobody\nteam: none\n---\n"
    (one,) = found_in(write_site(tmp_path, {"a.md": content}, config=config))
    assert (one.finding.rule, one.finding.severity) == ("unknown-person", "notice")


def test_findings_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    """Whatever rule found them."""
    content = "---\ntype: strategy\ntheme: x\nteam: y\nsumary: z\ntitle: A\ndri: nobody\n---\n"
    places = brief(
        found_in(write_site(tmp_path, {"b.md": content, "a.md": content.replace("nobody", "rep")}))
    )
    assert places == sorted(places, key=lambda place: place[1:])
    assert len(places) == 8


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_a_rules_docstring_is_its_documentation(rule: ModuleType) -> None:
    """What it finds, why it matters, a wrong and a right example, each YAML that can be read."""
    doc = inspect.cleandoc(rule.__doc__ or "")
    assert re.match(r"[A-Z][^\n]+\.\n\n", doc)
    assert "\n\nWhy it matters: " in doc
    examples = re.findall(r"^(Wrong|Right)[^\n]*:\n\n((?:    [^\n]*\n?)+)", doc + "\n", re.MULTILINE)
    assert [name for name, _ in examples] == ["Wrong", "Right"]
    assert all(read(inspect.cleandoc(example)).values for _, example in examples)


def test_every_rule_file_is_in_the_list() -> None:
    """A file in the folder that no list names would never run."""
    folder = Path(inspect.getfile(RULES[0])).parent
    files = {
        path.stem.replace("_", "-") for path in (*folder.glob("[a-z]*.py"), *folder.glob("reading/[a-z]*.py"))
    }
    assert files - {"context"} == set(documented_rules())


def test_every_view_has_arguments_and_a_template() -> None:
    """The three places that know the views agree."""
    names = {view_name(view) for view in VIEWS}
    assert names == set(ARGUMENTS) == {path.stem for path in (templates_folder() / "views").glob("*.html")}
