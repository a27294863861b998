"""A planning office's first hour: its programme is an Excel file, and stays one for a while."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from mkdocs_plans.findings import Severity
from tests.cli.command import edit, run
from tests.imports.importing import bring_in
from tests.imports.workbooks import write_german, write_okrs, write_programme
from tests.small_site import CONFIG, TACTIC, all_found_in, read_site, write_site


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
    assert "Nothing is written" in run("import", "programme.xlsx", "--as", "actions", "--yes").stdout
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
    assert result.exit_code == 0 and "Nothing is written" in result.stdout, result.output
    assert "it is computed" in result.stdout


GERMAN = CONFIG.replace("material,", "material, language: de,")
OTHER = TACTIC.replace("title:", 'number: "1.1"\ntitle:')


def test_a_german_programme_comes_in_and_comes_in_again(tmp_path: Path) -> None:
    """Titles before names, the office behind one, percentages, sums of money, merged cells and a row of
    totals are read as they are meant. A number that another thing of the plan has doesn't write over that.
    With a new date and status, two lines change.
    """
    folder = write_site(tmp_path, {"tactics/ask.md": OTHER}, config=GERMAN)
    found = bring_in(folder, write_german(folder / "plan.xlsx"))
    plan = read_site(folder)[0].plan
    assert {*plan.tactics} == {"ask", "radwege", "ampeln", "parkplaetze"}
    assert {one.theme for one in plan.tactics.values()} == {None, "mobilitaet"}
    people = {handle: (one.name, one.role) for handle, one in plan.people.items()}
    assert people["ada-ames"] == ("Dr. Ada Ames", "Tiefbau")
    assert (people["bo"][0], people["bo-2"][0]) == ("Hr. Bo", "Frau Bo")
    parking = plan.tactics["parkplaetze"]
    assert (parking.dri, parking.contributors, parking.when) == (("bo-2",), ("ada-ames",), "laufend")
    assert "35 %" in plan.tactics["radwege"].body and "45000 €" in plan.tactics["ampeln"].body
    whys = {one.value: one.why for one in found.lost}
    assert whys["Nr.: Summe; Kosten: 46.200,00 €"] == "it is a row of totals"
    assert whys[plan.tactics["ask"].title].startswith("other things of the plan have these numbers")
    assert not [one for one in found.lost if one.is_held_back]
    before = files(folder / "plans")
    bring_in(folder, write_german(folder / "plan.xlsx", later=True))
    assert changed_lines(before, files(folder / "plans")) == [
        "- status: active", "+ status: done", "- end: 2026-12-31", "+ end: 2027-03-31",
    ]  # fmt: skip


def test_objectives_with_key_results_come_in_by_their_columns(tmp_path: Path) -> None:
    """Nothing says what the rows are but the columns. An objective that is named once is that of the rows
    below; percentages have their unit; somebody who is named by an address has it.
    """
    folder = write_site(tmp_path)
    found = bring_in(folder, write_okrs(folder / "Q1.xlsx"))
    plan = read_site(folder)[0].plan
    assert {id_: [goal.title for goal in one.goals] for id_, one in plan.strategies.items()} == {
        "win-small-clinics": ["Sign 40 clinics", "Cut churn"], "be-a-good-place": ["Fill five roles"],
    }  # fmt: skip
    clinics, churn = plan.strategies["win-small-clinics"].goals
    assert (str(churn.baseline), str(churn.target), churn.unit) == ("4.5", "3", "percent")
    assert (plan.people["ada"].email, clinics.dri, churn.contributors) == (
        "ada@example.org",
        ("ada",),
        ("ben-bo",),
    )
    assert next(one.why for one in found.lost if one.name == "Current").startswith("a reading needs its day")
    assert not bring_in(folder, folder / "Q1.xlsx").changes
