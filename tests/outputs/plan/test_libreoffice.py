"""The workbook and the tables as LibreOffice reads them, where it is installed."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mkdocs_plans.outputs.plan.export import files_of
from tests.outputs.plan.exported import exported
from tests.small_site import write_document, write_site

TEXTS = (
    "=1+1", "+A1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("https://evil.example","a, b")',
    "Größe; ÄÖÜ ß é 漢字 العربية", '"quoted", and', "two\nlines", "＝1+1", "https://evil.example",
)  # fmt: skip
"""What a spreadsheet may calculate, cut or garble."""

TABLES = ("strategies", "goals")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) isn't installed")
def test_it_reads_what_we_wrote(tmp_path: Path) -> None:
    """Each cell: days as days, numbers as numbers, and any text as that text. In a CSV, a text that could be
    a formula has its apostrophe.
    """
    goals: list[dict[str, object]]
    goals = [{"title": f"Goal {at}", "note": text, "due": "2026-12-31"} for at, text in enumerate(TEXTS)]
    goals.append({"id": "part", "title": "Part", "unit": "percent", "baseline": 0.5, "target": 80})
    plan = {"type": "strategy", "title": "=1+1", "start": "2026-01-01", "goals": goals}
    made = exported(write_site(tmp_path / "site", {"a.md": write_document(plan, "")}))
    tables = files_of("csv", made)
    files = {**files_of("xlsx", made), **{f"{name}.csv": tables[f"{name}.csv"] for name in TABLES}}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    read = converted(tmp_path, [*files])
    ours = load_workbook(io.BytesIO(files["plan.xlsx"]))
    assert [sheet.title for sheet in read["plan"]] == ours.sheetnames
    assert {sheet.title: [*cells(sheet)] for sheet in read["plan"]} == {
        sheet.title: [*cells(sheet)] for sheet in ours
    }
    found = [cell for name in TABLES for cell in cells(ours[name])]
    assert {*TEXTS} <= {value for _, value in found}
    assert {int, float, datetime.datetime} <= {type(value) for _, value in found}
    for name in TABLES:
        [sheet] = read[name].worksheets
        guarded = [
            (type_, value.removeprefix("'") if type_ == "s" else value) for type_, value in cells(sheet)
        ]
        assert guarded == [*cells(ours[name])]


def converted(folder: Path, names: list[str]) -> dict[str, Any]:
    """Files as LibreOffice writes them again, as workbooks by their names."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--infilter=CSV:44,34,76"]  # commas, UTF-8
    command += ["--convert-to", "xlsx", "--outdir", "again"]
    subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True, timeout=120)
    return {Path(name).stem: load_workbook(folder / "again" / f"{Path(name).stem}.xlsx") for name in names}


def cells(sheet: Any) -> Iterator[tuple[str, Any]]:
    """What each cell of a sheet is, and its value."""
    return ((cell.data_type, cell.value) for row in sheet.iter_rows() for cell in row)
