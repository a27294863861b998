"""A planning office's first hour: its programme is an Excel file, and stays one for a while."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from mkdocs_plans.findings import Severity
from tests.cli.command import edit, run
from tests.imports.workbooks import write_programme
from tests.small_site import all_found_in, read_site, write_site


def changed_lines(before: dict[Path, str], after: dict[Path, str]) -> list[str]:
    """The lines that differ between two states of a folder, as git shows them."""
    return [
        line
        for path in sorted(before | after)
        for line in ndiff(before.get(path, "").splitlines(), after.get(path, "").splitlines())
        if line[:2] in {"- ", "+ "}
    ]


def files(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def test_a_programme_comes_in_is_worked_on_and_comes_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel → plan files without an error → a change in the site → export → the same Excel with new values:
    only the lines change that say something else, and what was added in the site stays.
    """
    folder = write_site(tmp_path)
    monkeypatch.chdir(folder)
    write_programme(folder / "programme.xlsx")
    first = run("import", "programme.xlsx", "--as", "actions", "--yes")
    assert first.exit_code == 0, first.output
    assert "Funding" in first.stdout and "in the text, under Further details" in first.stdout
    loaded, _ = read_site(folder)
    tactics = loaded.plan.tactics
    assert [len(one.actions) for one in tactics.values()] == [10, 10, 10, 10]
    assert {one.strategy for one in tactics.values()} == {"climate", "mobility"}
    assert {*loaded.plan.people} == {"vp-sales", "recruiting-lead", "ada-ames", "ben-bo", "cem-celik"}
    steps = tactics["project-1"].actions
    assert [str(one.due or one.when) for one in steps[:2]] == ["2027-01-15", "2028-03-02"]
    assert steps[7].when == "once the law is passed"
    assert not [one for one in all_found_in(folder) if one.finding.severity is Severity.ERROR]

    edit(
        folder / "plans/tactics/project-1.md",
        "strategy: climate\n",
        "strategy: climate\noutcome: Cooler streets.\n",
    )
    assert run("update", "project-2", "--health", "on-track", "--note", "It goes.", "--yes").exit_code == 0
    assert run("export", "csv", "-o", "tables").exit_code == 0
    assert "Cooler streets." in (folder / "tables/tactics.csv").read_text("utf-8-sig")

    before = files(folder / "plans")
    assert "nothing is written" in run("import", "programme.xlsx", "--as", "actions", "--yes").stdout
    write_programme(folder / "programme.xlsx", later=True)
    assert run("import", "programme.xlsx", "--as", "actions", "--yes").exit_code == 0
    assert changed_lines(before, files(folder / "plans")) == [
        "-     due: 2027-01-15", "+     due: 2027-06-30", "-     due: 2028-03-02", "+     due: 2028-06-30",
        "+     done: yes", '+   - number: "4.11"', "+     do: Take one step more", "+     dri: ada-ames",
    ]  # fmt: skip


def test_a_workbook_that_was_exported_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sheets are known by their names. What is computed is told, and nothing changes."""
    folder = write_site(tmp_path)
    monkeypatch.chdir(folder)
    write_programme(folder / "programme.xlsx")
    run("import", "programme.xlsx", "--as", "actions", "--yes")
    assert run("export", "xlsx", "--everything", "-o", "plan.xlsx").exit_code == 0
    result = run("import", "plan.xlsx", "--yes")
    assert result.exit_code == 0 and "nothing is written" in result.stdout, result.output
    assert "it is computed" in result.stdout
