"""The tables that we export come back: as a workbook or a folder of CSV files, whole, and cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mkdocs_plans.cli.data import export_of, write_files
from mkdocs_plans.outputs.plan.columns import Value
from mkdocs_plans.outputs.plan.export import files_of
from mkdocs_plans.outputs.plan.tables import INHERITED, tables
from tests.cli.command import run
from tests.full_site import write_full_site
from tests.imports.importing import bring_in
from tests.imports.test_first_hour import changed_lines, files
from tests.imports.test_json_import import ROOT, SITES, empty_copy
from tests.small_site import CONFIG, STRATEGY, read_site, text, write_site

READINGS = """
plan,goal,date,value,note
hire,retention,2026-02-01,1.234,From HR
hire,answer,2026-09-30,7,
"""


def exported(folder: Path, format_: str, target: Path) -> Path:
    """Export a site as a workbook, or as a folder of CSV files; give what is to be imported."""
    loaded, site = read_site(folder)
    made = files_of(format_, export_of(loaded.plan, site, is_whole=True))
    write_files(made, target)
    return target if format_ == "csv" else target / next(iter(made))


def said_by_tables(folder: Path) -> Mapping[str, list[tuple[Value, ...]]]:
    """All that the tables of a site say, whatever the order of their rows. What a file says of its own,
    although it follows from above, comes back as what follows.
    """
    loaded, site = read_site(folder)
    found = tables(export_of(loaded.plan, site, is_whole=True))
    return {one.name: sorted(map(partial(_without_inherited, one.head), one.rows), key=repr) for one in found}


def _without_inherited(head: Sequence[str], row: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(cell for key, cell in zip(head, row, strict=True) if key != INHERITED)


def full_site(folder: Path) -> Path:
    """The site with one of everything, and a table of readings."""
    source = write_full_site(folder)
    (source / "plans/readings.csv").write_text(text(READINGS), "utf-8")
    return source


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_tables_come_back_whole(format_: str, tmp_path: Path) -> None:
    """Into an empty plan they bring all that they say, files at their paths, also check-ins, readings of both
    kinds and resources. What no table has is told. A second import changes nothing, there or in the source.
    """
    source = full_site(tmp_path / "full")
    data = exported(source, format_, tmp_path / "out")
    target = empty_copy(source, tmp_path / "site")
    found = bring_in(target, data)
    assert said_by_tables(target) == said_by_tables(source)
    assert {one.why.partition(",")[0] for one in found.lost} == {
        "it is computed: change what it is computed from",
        "no exported table has them",
    }
    assert not bring_in(target, data).changes
    assert not bring_in(source, data).changes


@pytest.mark.thorough
@pytest.mark.parametrize("source", [ROOT, *SITES], ids=lambda path: path.name)
def test_the_tables_of_each_site_come_back(source: Path, tmp_path: Path) -> None:
    """As those of the site with one of everything."""
    target = empty_copy(source, tmp_path / "site")
    data = exported(source, "xlsx", tmp_path / "out")
    bring_in(target, data)
    assert said_by_tables(target) == said_by_tables(source)
    assert not bring_in(target, data).changes


EDITED: Mapping[tuple[str, str], tuple[str | int, list[str]]] = {
    ("strategies", "theme"): ("customers", ["- theme: people", "+ theme: customers"]),
    ("strategies", "title"): ("Another", ["- title: Hire salespeople who stay", "+ title: Another"]),
    ("strategies", "end"): ("2027-12-31", ["- end: 2026-12-31", "+ end: 2027-12-31"]),
    ("strategies", "dri"): ("eve", ["- dri: ada", "+ dri: eve"]),
    ("tactics", "dri"): ("eve", ["- dri: ben", "+ dri: eve"]),
    ("tactics", "team"): ("sales", ["+ team: sales"]),
    ("goals", "targets"): ("2026-09-30: 70", ["+     targets: {2026-09-30: 70}"]),
    ("goals", "dri"): ("eve", ["-     dri: ben", "+     dri: eve"]),
    ("readings", "value"): (
        75,
        ["-     readings: {retention: 74, answer: 6}", "+     readings: {retention: 75, answer: 6}"],
    ),
    ("updates", "date"): ("30.09.2026", ["-   - date: 2026-06-30", "+   - date: 2026-09-30"]),
    ("updates", "health"): ("at risk", ["-     health: on-track", "+     health: at-risk"]),
    ("people", "role"): (
        "Recruiter",
        ["- ben: {role: Recruiting Lead, team: recruiting}", "+ ben: {role: Recruiter, team: recruiting}"],
    ),
}


@pytest.mark.parametrize("place", EDITED, ids="-".join)
def test_an_edited_cell_changes_its_line_alone(place: tuple[str, str], tmp_path: Path) -> None:
    """Also one that every row has and a file needn't say: it is written where it no longer follows. What else
    follows from the edited cell goes with it. A second import of the same workbook changes nothing.
    """
    source = full_site(tmp_path / "full")
    data = exported(source, "xlsx", tmp_path / "out")
    book, (name, column), (value, lines) = load_workbook(data), place, EDITED[place]
    sheet = book[name]
    at = [cell.value for cell in sheet[1]].index(column) + 1
    filled = (row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value)
    sheet.cell(next(filled, 2), at).value = value
    book.save(data)
    before = files(source / "plans")
    bring_in(source, data)
    assert changed_lines(before, files(source / "plans")) == lines
    assert not bring_in(source, data).changes


OWN = """
      extra_fields:
        budget: {type: table, on: [strategy, goal]}
        tags: {type: list, on: [strategy]}
        paid: {type: date, on: [strategy]}
        health: {type: text, on: [strategy]}
"""

OWN_VALUES = """
dri: vp-sales
budget: {2026: 1.2 million, 2027: 2 million}
tags: [one, two; three]
paid: 2026-Q2
health: fine
"""


def test_own_fields_come_back_as_far_as_a_cell_can_say_them(tmp_path: Path) -> None:
    """A table, a list and a period stay as they are written; a table that a cell says otherwise is told."""
    files_ = {"strategies/hire.md": STRATEGY.replace("\ndri: vp-sales\n", OWN_VALUES)}
    source = write_site(tmp_path, files_, config=CONFIG.rstrip() + OWN)
    data = exported(source, "xlsx", tmp_path / "out")
    assert not bring_in(source, data).changes
    book = load_workbook(data)
    sheet = book["strategies"]
    for column, value in {"budget": "2026: 3 million", "tags": "one; two", "own_health": "poor"}.items():
        sheet.cell(2, [cell.value for cell in sheet[1]].index(column) + 1).value = value
    book.save(data)
    before = files(source / "plans")
    found = bring_in(source, data)
    assert changed_lines(before, files(source / "plans"))[:4] == [
        "- tags: [one, two; three]", "+ tags: [one, two]", "- health: fine", "+ health: poor",
    ]  # fmt: skip
    [told] = [one for one in found.lost if one.name == "budget"]
    assert told.why == "a cell can't say a table: write it in the file"
    assert told.kept == "in the text, under budget"


@pytest.mark.parametrize(("column", "value"), [("status", "done"), ("own_status", "finished")])
def test_a_status_is_changed_in_whichever_column_it_was_edited(
    column: str, value: str, tmp_path: Path
) -> None:
    """In ours or in the organisation's own word, which stand beside each other."""
    config = CONFIG.rstrip() + "\n      statuses: {under way: active, finished: done}\n"
    strategy = STRATEGY.replace("dri: vp-sales\n", "dri: vp-sales\nstatus: under way\n")
    source = write_site(tmp_path, {"strategies/hire.md": strategy}, config=config)
    data = exported(source, "xlsx", tmp_path / "out")
    assert not bring_in(source, data).changes
    book = load_workbook(data)
    sheet = book["strategies"]
    sheet.cell(2, [cell.value for cell in sheet[1]].index(column) + 1).value = value
    book.save(data)
    before = files(source / "plans")
    bring_in(source, data)
    assert changed_lines(before, files(source / "plans")) == ["- status: under way", f"+ status: {value}"]


def test_a_row_that_cannot_come_in_holds_back_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told with its place, its value, why, and what to do; the status says that it is missing."""
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, "readings.csv": "plan,goal,date,value\n"})
    rows = [
        "plan,goal,date,value,note",
        *("hire,first-year-retention,2026-01-31,64,", "nobody,x,2026-01-31,1,"),
        "hire,no such goal,2026-02-28,1,",
        *("hire,first-year-retention,Q1 2026,many,", "hire,first-year-retention,2026-03-31,66,From HR"),
        *("hire,first-year-retention,2026-04-30,67,", "hire,first-year-retention,2026-04-30,68,"),
    ]  # fmt: skip
    source = folder / "Messwerte.csv"
    source.write_text("\n".join(rows), "utf-8")
    held = [one for one in bring_in(folder, source).lost if one.is_held_back]
    assert [(one.place.rpartition(" ")[2], one.why.partition(":")[0]) for one in held] == [
        ("3", 'no strategy or tactic is called "nobody"'),
        ("4", 'no goal of hire is called "no such goal"'),
        ("5", "it has no `value`, which says what it is"),
        ("8", "it is a second value for that day"),
        ("6", "readings.csv can't take it"),
    ]
    measured = read_site(folder)[0].plan.strategies["hire"].measured
    assert [(str(one.day), int(one.value)) for one in measured] == [("2026-01-31", 64), ("2026-04-30", 67)]
    monkeypatch.chdir(folder)
    told = run("import", source.name, "--yes")
    assert told.exit_code == 3 and "Held back (5): put it right, and import again" in told.stdout
    assert "add one to its first line" in " ".join(told.stdout.split())
