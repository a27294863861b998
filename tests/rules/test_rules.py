"""What holds of all rules: how a site and a plan set them, their documentation, their list."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.findings import Severity
from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.render import VIEWS
from mkdocs_plans.rules import PLAN_RULES, RULES, check, rules_by_group, severity_of
from mkdocs_plans.rules.documentation import documentation
from mkdocs_plans.settings import Settings
from tests.rules import example_site
from tests.small_site import CONFIG, brief, found_in, read_site, text, write_site


def test_what_a_plan_ignores_with_a_reason_is_left_out(tmp_path: Path) -> None:
    """In that file alone; the reason is kept, to be shown."""
    sound = "---\ntype: tactic\ntitle: A\n---\n"
    ignoring = sound.replace("---\n", "---\nignore: {tactic-without-strategy: A trial.}\n", 1)
    folder = write_site(tmp_path, {"b.md": ignoring, "c.md": sound})
    assert [place[:2] for place in brief(found_in(folder))] == [("tactic-without-strategy", "c.md")]
    (left_out,) = check(*read_site(folder)).ignored
    assert (left_out.found.finding.path, left_out.reason) == ("b.md", "A trial.")


def test_a_site_sets_the_severity_of_a_rule(tmp_path: Path) -> None:
    """To another one, or off."""
    config = text(CONFIG) + "      rules: {unknown-person: notice, unknown-team: off}\n"
    content = "---\ntype: strategy\ntitle: A\ndri: nobody\nteam: none\n---\n"
    (one,) = found_in(write_site(tmp_path, {"a.md": content}, config=config))
    assert (one.finding.rule, one.finding.severity) == ("unknown-person", "notice")


def test_a_rule_may_be_off_until_a_site_sets_it() -> None:
    """As a site may switch off one that isn't."""
    resource, action = (
        RULES["tactic-without-resource"],
        RULES["tactic-without-action"],
    )
    assert [severity_of(rule, Settings()) for rule in (resource, action)] == ["off", Severity.WARNING]
    switched = Settings.model_validate(
        {"rules": {"tactic-without-resource": "error", "tactic-without-action": False}}
    )
    assert [severity_of(rule, switched) for rule in (resource, action)] == [Severity.ERROR, "off"]


def test_findings_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    """Whatever rule found them."""
    content = "---\ntype: strategy\ntheme: x\nteam: y\nsumary: z\ntitle: A\ndri: nobody\n---\n"
    places = brief(
        found_in(write_site(tmp_path, {"b.md": content, "a.md": content.replace("nobody", "rep")}))
    )
    assert places == sorted(places, key=lambda place: place[1:])
    assert len(places) == 8


@pytest.mark.parametrize("name", RULES)
def test_what_a_rules_documentation_says_is_true(name: str, tmp_path: Path) -> None:
    """Its wrong example is found once, its right one isn't, and no other error is in either."""
    rule = RULES[name]
    written = documentation(rule)
    wrong = example_site.found_with(written.wrong, rule, tmp_path / "wrong")
    right = example_site.found_with(written.right, rule, tmp_path / "right")
    assert [one.finding.rule for one in wrong].count(name) == 1
    assert [one.finding.rule for one in right].count(name) == 0
    assert example_site.errors_beside(rule, [*wrong, *right]) == []


def test_the_examples_stand_in_a_plan_without_a_finding(tmp_path: Path) -> None:
    """What is found in an example is the example's."""
    assert brief(example_site.found(tmp_path)) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rules_documentation_has_its_form(name: str) -> None:
    """A sentence, what it is about, why it matters, a wrong and a right example, in short lines."""
    written = documentation(RULES[name])
    for sentence in (written.finds, *written.detail, written.why):
        assert sentence.endswith(".")
    assert written.finds[0].isupper()
    assert [written.wrong.label[:5], written.right.label[:5]] == ["Wrong", "Right"]
    assert max(map(len, (*written.wrong.text.split("\n"), *written.right.text.split("\n")))) <= 75


def test_a_rules_name_is_that_of_its_file() -> None:
    """So that whoever knows one finds the other; two rules of one name would be one."""
    for rule in PLAN_RULES:
        assert Path(inspect.getfile(rule.check)).stem == rule.name.replace("-", "_")
    assert len({rule.name for rule in PLAN_RULES}) == len(PLAN_RULES)


def test_no_rule_imports_another_one() -> None:
    """What two rules ask of the plan is a fact of `standing.py`."""
    for rule in PLAN_RULES:
        imported = re.findall(
            r"mkdocs_plans\.rules\.(\w+)", Path(inspect.getfile(rule.check)).read_text("utf-8")
        )
        assert {name.replace("_", "-") for name in imported}.isdisjoint(RULES), rule.name


def test_each_rule_of_a_group_is_listed_with_the_gravest_first() -> None:
    """Those that are off come last."""
    listed = [rule for group in rules_by_group().values() for rule in group]
    assert listed == list(RULES.values())
    for group in rules_by_group().values():
        ranks = [(rule.is_off, rule.severity.rank) for rule in group]
        assert ranks
        assert ranks == sorted(ranks)


def test_every_view_has_arguments_and_a_template() -> None:
    """The three places that know the views agree."""
    names = set(VIEWS)
    assert (
        names == set(VIEW_ARGUMENTS) == {path.stem for path in (templates_folder() / "views").glob("*.html")}
    )
