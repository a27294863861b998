"""Runs of the commands that show a plan, in a written site."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_plans.cli import main


def plans(folder: Path, command: str, *arguments: str, exit_code: int = 0, columns: int = 200) -> Result:
    """Run a command on a site, in a terminal of so many columns; it ends as it should."""
    config = ("--config-file", str(folder / "mkdocs.yml"))
    result = CliRunner().invoke(main, [command, *config, *arguments], env={"COLUMNS": str(columns)})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code, result.output
    return result


def first_column(result: Result) -> list[str]:
    """The first words of a table's rows, without its head and the count below it."""
    rows = result.stdout.split("\n\n")[0].splitlines()[1:]
    return [row.split()[0] for row in rows if not row.startswith(" ")]
