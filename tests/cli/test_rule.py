"""`plans rule`: the list of the rules, and what explains one of them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from mkdocs_plans.rule import Group
from mkdocs_plans.rules import RULES
from mkdocs_plans.rules.documentation import Documentation, documentation


def run(*arguments: str, columns: int = 80) -> Result:
    """Run the command in a terminal of that width."""
    return CliRunner().invoke(main, ["rule", *arguments], env={"COLUMNS": str(columns)})


def test_the_list_names_each_rule_once_below_its_group() -> None:
    """With its severity; one that is off says so."""
    lines = run().stdout.splitlines()
    titles = [group.title for group in Group]
    assert [line for line in lines if line in titles] == titles
    rows = [line.split() for line in lines if line[2:3].strip() and line.startswith("  ")]
    assert [row[0] for row in rows] == list(RULES)
    assert [row[1] for row in rows if row[0] in {"unknown-goal", "tactic-without-resource"}] == [
        "error",
        "off",
    ]


@pytest.mark.parametrize("columns", [50, 80, 200])
def test_no_line_of_the_list_is_longer_than_the_terminal(columns: int) -> None:
    """Sentences are wrapped."""
    assert max(map(len, run(columns=columns).stdout.splitlines())) <= max(columns, 70)


def test_every_rule_is_explained_with_its_examples() -> None:
    """The same words and examples as on the rules page."""
    rules = RULES.items()
    assert [name for name, rule in rules if not explains(name, documentation(rule))] == []


def explains(name: str, written: Documentation) -> bool:
    """Whether what the command says of a rule opens with its name, and has its sentence and its examples."""
    said = run(name).stdout
    has_examples = all(shown(said, example.label) == example.text for example in written.examples)
    return said.startswith(f"{name}  ") and written.finds in " ".join(said.split()) and has_examples


def shown(said: str, label: str) -> str:
    """The lines of the example below a label."""
    block = said.partition(f"{label}:\n")[2].split("\n\n")[0].rstrip("\n")
    return "\n".join(line.removeprefix("  │").removeprefix(" ").rstrip() for line in block.split("\n"))


def test_a_rule_that_is_not_there_ends_with_2_and_a_suggestion() -> None:
    """As what else makes a run impossible."""
    result = run("unknown-gaol")
    assert result.exit_code == 2
    assert 'did you mean "unknown-goal"?' in result.stderr
