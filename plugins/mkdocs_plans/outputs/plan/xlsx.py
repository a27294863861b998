"""The plan as an Excel workbook: the tables as sheets, with real days and numbers, filters and fixed heads.

Nothing in it is a formula or a link: a text is a text, however it begins.
"""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mkdocs_plans.outputs.plan.columns import Value
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.tables import DataTable, tables
from mkdocs_plans.settings.data_files import WORKBOOK

LONGEST = 32_767
"""How many characters Excel takes in a cell."""

_WIDEST, _NARROWEST, _LOOKED_AT = 60, 8, 200
"""How wide a column becomes, in characters, and from how many rows that is seen. Our convention."""

_TEXTS_ALONE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def emit(export: Export) -> Files:
    """Write the workbook, dated by the day that the plan is judged by: so its bytes are the same."""
    file = io.BytesIO()
    with Workbook(file, _TEXTS_ALONE) as workbook:
        created = datetime.datetime.combine(export.said.today, datetime.time())
        said = {"title": export.site.organization, "comments": export.as_it_was}
        workbook.set_properties({**said, "created": created})
        head = workbook.add_format({"bold": True, "bottom": 1})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for one in tables(export):
            _fill(workbook.add_worksheet(one.name), one, head, day)
    return {WORKBOOK: file.getvalue()}


def _fill(sheet: Worksheet, table: DataTable, head: Format, day: Format) -> None:
    sheet.write_row(0, 0, table.head, head)
    for number, row in enumerate(table.rows, start=1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    for column, name in enumerate(table.head):
        widths = (len(_text(row[column])) for row in table.rows[:_LOOKED_AT])
        widest = max((len(name) + 3, *widths))  # the filter's button takes room beside the name
        sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, widest + 1)))


def _write(sheet: Worksheet, row: int, column: int, value: Value, day: Format) -> None:
    if isinstance(value, datetime.date):
        sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), day)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(row, column, float(value))
    elif value:
        text = _text(value)
        sheet.write_string(row, column, text if len(text) <= LONGEST else f"{text[: LONGEST - 2]} …")


def _text(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
