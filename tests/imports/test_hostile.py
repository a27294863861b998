"""What comes from anyone does no harm: it is imported as text, or refused in one line, in bounded time."""

from __future__ import annotations

import io
import random
import re
import sys
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from mkdocs_plans.errors import EditError, ToolError
from mkdocs_plans.imports import excel
from mkdocs_plans.imports.names import Names
from mkdocs_plans.imports.sheet import make_sheet
from mkdocs_plans.plan import Plan
from tests.imports.hostile import HEADS, PART_HEADS, table, wrong
from tests.imports.importing import bring_in
from tests.imports.workbooks import write_workbook
from tests.small_site import found_in, read_site, write_site


@pytest.mark.parametrize("kind", ["tactics", "teams", *PART_HEADS])
def test_hostile_cells_are_only_text(kind: str, tmp_path: Path) -> None:
    """Formulas, markup, quotes, control characters, marks of direction: no error of reading comes of any."""
    heads = PART_HEADS.get(kind, HEADS)
    assert wrong(tmp_path, table(60 * len(heads), random.Random(1), heads), kind) == []


def test_a_megabyte_in_a_cell_is_kept_in_the_text(tmp_path: Path) -> None:
    """No field may have so much; the text may."""
    (tmp_path / "a.csv").write_text(f"title,summary\nGo,{'x ' * 500_000}\n", "utf-8")
    [lost] = bring_in(write_site(tmp_path), tmp_path / "a.csv", "tactics").lost
    assert lost.name == "summary" and lost.kept
    assert (tmp_path / "plans/tactics/go.md").stat().st_size > 900_000


@pytest.mark.parametrize(
    "rows",
    [
        [["Total", "1"]] * 10_000,
        [["1", "1" + "," * 30_000 + "ab"]] * 20,
        [["a@" + "." * 30_000 + " x", "1"]] * 20,
    ],
    ids=["rows of totals", "figures", "addresses"],
)
def test_a_sheet_is_read_in_time_in_proportion_to_its_length(rows: list[list[str]]) -> None:
    """What takes time in proportion to the square needs minutes for these."""
    start = time.process_time()
    sheet = make_sheet(
        "a.csv", enumerate([["owner", "number"], *rows], start=1), {"owner", "number"}.__contains__
    )
    for row in sheet.rows:
        with pytest.raises(EditError, match="it isn't a person's name"):
            Names(Plan(), "en").handles(row.text("owner"))
    assert time.process_time() - start < 3


def test_rows_of_one_title_keep_their_files(tmp_path: Path) -> None:
    """Each has one of its own, and a second import finds each again."""
    (tmp_path / "a.csv").write_text("title,owner\nGo,Ada Ames\nGo,Ben Bo\nGo,Cem Co\n", "utf-8")
    folder = write_site(tmp_path)
    bring_in(folder, tmp_path / "a.csv", "tactics")
    dris = {id_: one.dri[0] for id_, one in read_site(folder)[0].plan.tactics.items()}
    assert dris == {"go": "ada-ames", "go-2": "ben-bo", "go-3": "cem-co"}
    assert not bring_in(folder, tmp_path / "a.csv", "tactics").changes


def packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def with_sheet(path: Path, old: str, new: str) -> bytes:
    """A workbook whose first sheet has another text."""
    data = write_workbook(path, [["title"], ["Go"]]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    return packed({**parts, name: parts[name].replace(old.encode(), new.encode())})


def test_a_workbook_that_would_take_all_memory_is_refused(tmp_path: Path) -> None:
    """Zip bombs, entities, millions of merged cells, cells at the end of the sheet: before it is read."""
    path = tmp_path / "a.xlsx"
    merged = '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    entities = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'
    for data, said in (
        (packed({"xl/workbook.xml": b" " * (excel.MAX_UNPACKED + 1)}), "larger than 32 MB once unpacked"),
        (with_sheet(path, "</sheetData>", merged), "merged cells"),
        (with_sheet(path, "<worksheet", entities), "entities"),
        (b"PK\x03\x04 no zip", "isn't a workbook"),
        (packed({"a.txt": b"x"}), "isn't a workbook"),
        (with_sheet(path, 'r="A2"', 'r="XFD2"'), "more than 200 columns"),
    ):
        path.write_bytes(data)
        with pytest.raises(EditError, match=said):
            bring_in(write_site(tmp_path), path, "tactics")
    path.write_bytes(with_sheet(path, 'r="A2"', 'r="A1048576"'))
    bring_in(write_site(tmp_path), path, "tactics")


def test_rows_that_are_only_formatted_do_no_harm(tmp_path: Path) -> None:
    """A third of all rows that there can be, with a colour each: the one that says something is read."""
    path = tmp_path / "a.xlsx"
    rows = "".join(f'<row r="{at}" s="1" ht="20"><c r="A{at}" s="1"/></row>' for at in range(3, 300_000))
    path.write_bytes(with_sheet(path, "</sheetData>", f"{rows}</sheetData>"))
    bring_in(write_site(tmp_path), path, "tactics")
    assert (tmp_path / "plans/tactics/go.md").exists()


LINE = "title,owner\nGo,Ada Ames\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LINE.replace("Go", "G\0o").encode(), "an encoding that we can't read"),
        (LINE.encode("utf-32"), "an encoding that we can't read"),
        (b"title\n" + b"," * 5_000_000, "more than 20000 rows or 200 columns"),
        (b"title\n" + b"\n" * 2_000_000, "more than 20000 rows or 200 columns"),
        (b"title\n" + b"a\n" * 20_001, "more than 20000 rows or 200 columns"),
        (b"title\n" + b"," * 300, "more than 20000 rows or 200 columns"),
        (b'title\n"' + b"a" * 3_000_000, "is a quotation mark missing?"),
        (b"a" * (64 * 1024 * 1024 + 1), "larger than 64 MB"),
        (b"", "is empty"),
    ],
    ids=range(9),
)
def test_a_csv_that_would_take_all_memory_or_time_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    """In one line, and soon."""
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(EditError, match=re.escape(said)):
        bring_in(write_site(tmp_path), tmp_path / "a.csv", "tactics")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (LINE.replace("Go", '"Go').encode(), "a quotation mark isn't closed"),
        (LINE.replace("Go", "Go \ud800").encode("utf-8", "surrogatepass"), "the file isn't in UTF-8"),
        (LINE.replace("Go", "Größe").encode("cp1252"), "the file isn't in UTF-8"),
    ],
)
def test_what_a_csv_may_mean_otherwise_is_told(data: bytes, why: str, tmp_path: Path) -> None:
    """It is read, and the report says what to look at."""
    (tmp_path / "a.csv").write_bytes(data)
    found = bring_in(write_site(tmp_path), tmp_path / "a.csv", "tactics")
    assert [one.why.partition(",")[0] for one in found.lost if one.place == "a.csv"] == [why]


@pytest.mark.parametrize(("is_1904", "day"), [(False, "2026-01-31"), (True, "2030-02-01")])
def test_days_that_are_only_numbers_are_those_of_the_spreadsheet(
    is_1904: bool, day: str, tmp_path: Path
) -> None:
    """By the day that the workbook counts from. A day that isn't in the calendar is no day, and no words."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": is_1904}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(
            (["title", "start", "end"], ["Go", 46053, "2026-02-30"], ["Stop", 1e10, -5])
        ):
            sheet.write_row(at, 0, row)
    found = bring_in(write_site(tmp_path), tmp_path / "a.xlsx", "tactics")
    go = read_site(tmp_path)[0].plan.tactics["go"]
    assert (str(go.start), go.end, go.when) == (day, None, None)
    assert [(one.value, one.kept) for one in found.lost] == [
        ("46053", f"as {day}"), ("2026-02-30", "in the text, under end"),
        ("10000000000", "in the text, under start"), ("-5", "in the text, under end"),
    ]  # fmt: skip


def test_what_a_workbook_has_beside_values_is_told(tmp_path: Path) -> None:
    """Formulas without a result, comments, links, other sheets, times; a percentage is so many percent."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["title", "summary", "start"], ["Go", "=1+1", None]):
        sheet.append(row)
    sheet["A2"].hyperlink = "https://example.org/"
    book.create_sheet("Other").append(["x"])
    book.worksheets[1].append(["y"])
    book.save(tmp_path / "a.xlsx")
    found = bring_in(write_site(tmp_path), tmp_path / "a.xlsx", "tactics")
    assert {one.value for one in found.lost} == {"=1+1", "https://example.org/", "1 rows"}
    assert {one.finding.rule for one in found_in(tmp_path)} == {"tactic-without-strategy"}


def test_a_missing_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install."""
    write_workbook(tmp_path / "a.xlsx", [["title"], ["Go"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ToolError, match=r'pip install "mkdocs-plans\[excel\]"'):
        bring_in(write_site(tmp_path), tmp_path / "a.xlsx", "tactics")
