"""Tables of readings: they count as check-ins do, and are checked with line and column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_plans import figures
from tests.cli.command import run
from tests.small_site import CONFIG, STRATEGY, TODAY, all_found_in, brief, found_in, read_site, write_site

HEAD = "plan,goal,date,value,note\n"
ROW = "hire,first-year-retention,2026-06-30,68,From HR\n"


def site(folder: Path, table: str | bytes, config: str = CONFIG) -> Path:
    return write_site(folder, {"strategies/hire.md": STRATEGY, "readings.csv": table}, config=config)


def readings(folder: Path) -> list[tuple[str, object, str]]:
    plan = read_site(folder)[0].plan.strategies["hire"]
    found = figures.readings(plan, plan.goals[0], TODAY)
    return [(one.day.isoformat(), one.value, one.source) for one in found]


def test_its_rows_are_readings_of_goals(tmp_path: Path) -> None:
    """Up to today, beside those of check-ins, of which one on the same day is newer. They aren't check-ins:
    the review stays due, and the file of the plan says nothing of them.
    """
    checked_in = STRATEGY.rstrip().removesuffix("---") + (
        "updates:\n  - {date: 2026-06-30, readings: {first-year-retention: 70}}\n---\n"
    )
    table = (
        HEAD + ROW + "hire,first-year-retention,2027-01-01,90,\nhire,first-year-retention,2026-03-31,65,\n"
    )
    folder = write_site(tmp_path, {"strategies/hire.md": checked_in, "readings.csv": table})
    assert readings(folder) == [
        ("2026-03-31", 65, "readings.csv"), ("2026-06-30", 68, "readings.csv"), ("2026-06-30", 70, ""),
    ]  # fmt: skip
    assert not found_in(folder)
    plan = read_site(folder)[0].plan.strategies["hire"]
    assert len(plan.updates) == 1 and "measured" not in plan.front_matter()


@pytest.mark.parametrize(
    "data",
    ["plan;goal;date;value\nhire;first-year-retention;30.06.2026;68,5\n".encode("cp1252"),
     "sep=;\r\nVALUE;Date;goal;Plan\r\n68,5 %;30.06.2026;first-year-retention;hire\r\n".encode("utf-8-sig"),
     'plan\tgoal\tdate\tvalue\n"hire"\tfirst-year-retention\t2026-06-30\t"68,5"\n\n'.encode("utf-16")],
)  # fmt: skip
def test_a_table_is_read_as_a_spreadsheet_saves_it(data: bytes, tmp_path: Path) -> None:
    """With semicolons or tabs, in the encodings of Windows, with the dates and numbers of its country."""
    folder = site(tmp_path, data, CONFIG.replace("material,", "material, language: de,"))
    assert readings(folder) == [("2026-06-30", Decimal("68.5"), "readings.csv")]
    assert not found_in(folder)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (HEAD + "hire,first-year-retention,2026-02-30,68,\n", [("invalid-value", 2, 27)]),
        (HEAD + "hire,first-year-retention,,68\n", [("invalid-value", 2, 27)]),
        (HEAD + 'hire,first-year-retention,"2026-06-30",many,\n', [("invalid-value", 2, 40)]),
        (HEAD + "hire,first-year-retentoin,2026-06-30,68,\n", [("unknown-reading", 2, 6)]),
        (HEAD + "hier,first-year-retention,2026-06-30,68,\n", [("unknown-reading", 2, 1)]),
        (HEAD + ROW + ROW.replace("68", "69"), [("duplicate-id", 3, 38)]),
        ("plan,gaol,date,value\n", [("missing-field", 1, 1)]),
        ("plan\n", [("missing-field", 1, 1)] * 3),
        (b"\x81\x8d\x00\x00\x00", [("unreadable-file", 1, 1)]),
        (b"\xff\xfe\x00\xd8", [("unreadable-file", 1, 1)]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_a_finding_at_its_cell(
    table: str | bytes, expected: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    """With the line and the column, and what to write; the other rows count."""
    found = found_in(site(tmp_path, table))
    assert [
        (rule, line, column) for rule, path, line, column in brief(found) if path == "readings.csv"
    ] == expected
    assert all(one.finding.hint for one in found)
    assert len(found) == len(expected)


def test_a_setting_names_other_tables(tmp_path: Path) -> None:
    """One or several; a path that leads out of the plan is refused."""
    config = CONFIG + "      readings: [data/hr.csv, data/sales.csv]\n"
    files = {
        "data/hr.csv": HEAD + ROW,
        "data/sales.csv": HEAD + ROW.replace("06-30", "09-30"),
        "readings.csv": "x",
    }
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, **files}, config=config)
    assert [one[2] for one in readings(folder)] == ["data/hr.csv", "data/sales.csv"]
    (folder / "plans/data/sales.csv").unlink()
    missing = [one for one in all_found_in(folder) if one.finding.rule == "invalid-setting"]
    [(_, path, line, column)] = brief(missing)
    assert path.endswith("mkdocs.yml") and "plan,goal,date" in str(missing[0].finding.hint)
    assert (folder / "mkdocs.yml").read_text("utf-8").splitlines()[line - 1][
        column - 1 :
    ] == "data/sales.csv]"
    (folder / "mkdocs.yml").write_text(config.replace("[data/hr.csv, data/sales.csv]", "../hr.csv"), "utf-8")
    assert "invalid-setting" in [one.finding.rule for one in all_found_in(folder)]


def test_commands_show_and_export_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The goal's value, and the table of readings; and `--fix` leaves a table alone."""
    folder = site(tmp_path, HEAD + ROW + "hire,first-year-retention,never,68,\n")
    monkeypatch.chdir(folder)
    assert "68" in run("list", "goals").stdout
    assert "hire,first-year-retention,2026-06-30,68" in run("export", "csv", "--table", "readings").stdout
    result = run("check", "--fix")
    assert "plans/readings.csv:3:27" in result.output
    assert (folder / "plans/readings.csv").read_text("utf-8").endswith("never,68,\n")
