"""The command, run as at a prompt, in plans that change."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_plans.cli import main


def run(*arguments: str) -> Result:
    """Run `plans` in the current folder: nothing but its own exit may end it."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(main, arguments)  # no cell of a table is wrapped
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def edit(file: Path, old: str, new: str) -> None:
    """Change a text that stands in a file once."""
    before = file.read_text("utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), "utf-8")
