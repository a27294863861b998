"""The plan as an Excel workbook, read back by another library."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from mkdocs_plans.outputs.plan.export import Export, files_of
from mkdocs_plans.outputs.plan.tables import TABLES
from tests.full_site import write_full_site
from tests.outputs.plan.exported import exported
from tests.small_site import write_site


def opened(export: Export) -> Workbook:
    """The workbook, as Excel would open it."""
    return load_workbook(io.BytesIO(files_of("xlsx", export)["plan.xlsx"]))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The plan that has one of everything."""
    return exported(write_full_site(tmp_path_factory.mktemp("full")))


def test_each_table_is_a_sheet_with_real_days_and_numbers(full: Export) -> None:
    """With a filter over each column, and a head that stays."""
    book = opened(full)
    assert tuple(book.sheetnames) == TABLES
    sheet = book["tactics"]
    head, *rows = sheet.iter_rows(values_only=True)
    ask = dict(zip(head, rows[1], strict=True))
    assert (ask["id"], ask["end"]) == ("ask", datetime.datetime(2026, 12, 15))
    assert (ask["progress"], ask["slip_days"], ask["when"]) == (33, 45, None)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.column_dimensions["A"].width >= 8


def test_the_same_plan_gives_the_same_bytes(full: Export) -> None:
    """Whatever the clock says."""
    assert files_of("xlsx", full) == files_of("xlsx", full)


def test_a_text_is_no_formula_and_no_link(tmp_path: Path) -> None:
    """However it begins, and however long it is; what XML can't hold does no harm."""
    plan = (
        "---\ntype: strategy\ntitle: '=1+1'\ngoals:\n  - {title: 'https://example.org', note: \"+A1\"}\n---\n"
    )
    book = opened(exported(write_site(tmp_path, {"a.md": plan})))
    cells = [cell for name in ("strategies", "goals") for row in book[name].iter_rows() for cell in row]
    found = {cell.value: cell for cell in cells}
    assert all(found[text].data_type == "s" for text in ("=1+1", "https://example.org", "+A1"))
    assert not [cell for cell in cells if cell.hyperlink or cell.data_type == "f"]
