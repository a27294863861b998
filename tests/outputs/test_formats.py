"""The formats of each subject: what `--format` takes, and the files that write them."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

import click
import pytest

from mkdocs_plans.cli.check import check
from mkdocs_plans.cli.diff import diff
from mkdocs_plans.cli.due import due
from mkdocs_plans.cli.export import export
from mkdocs_plans.outputs import due as due_outputs
from mkdocs_plans.outputs import findings, review
from mkdocs_plans.outputs.plan import export as plan_outputs
from mkdocs_plans.settings.schema import DATA_FORMATS


@pytest.mark.parametrize(
    ("subject", "command"),
    [(findings, check), (review, diff), (due_outputs, due), (plan_outputs, export)],
    ids=["findings", "review", "due", "plan"],
)
def test_a_format_is_a_file_that_the_command_takes(subject: ModuleType, command: click.Command) -> None:
    """No file with an `emit` is forgotten in the list, and nothing else is named there."""
    files = Path(str(subject.__file__)).parent.glob("*.py")
    emitting = {path.stem for path in files if _takes_a_format(path)}
    (option,) = (one for one in command.params if one.name == "format_")
    assert isinstance(option.type, click.Choice)
    assert {*option.type.choices} == {*subject.FORMATS} == emitting - {"summary"}  # which has its own option


def test_a_site_may_publish_each_format_of_the_plan() -> None:
    """The setting `data` takes what `plans export` does."""
    assert DATA_FORMATS == plan_outputs.FORMATS


def _takes_a_format(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(one, ast.FunctionDef) and one.name == "emit" for one in tree.body)
