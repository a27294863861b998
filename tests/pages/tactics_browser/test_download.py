"""The rows that are shown as a file, made in the browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page

from tests.pages.tactics_browser.table import open_facet, titles


def test_the_file_holds_exactly_the_rows_shown(tactics: Page) -> None:
    """In their order, below the heads of the columns, as a spreadsheet reads them."""
    open_facet(tactics, "status").get_by_label("Active").check()
    tactics.get_by_role("button", name="Ends").click()
    shown = titles(tactics)
    with tactics.expect_download() as waiting:
        tactics.get_by_role("button", name="Download the filtered rows as CSV").click()
    assert waiting.value.suggested_filename == "Tactics.csv"
    text = Path(waiting.value.path()).read_text("utf-8")
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert head[:2] == ["Tactic", "Strategy"]
    assert len(rows) == len(shown) > 1
    assert all(title in row[0] for title, row in zip(shown, rows, strict=True))


def test_a_text_in_it_is_no_formula(tactics: Page) -> None:
    """Nor does a quote or a comma end its cell."""
    cell = tactics.evaluate("text => PlansDownload.cell(text)", '=HYPERLINK("a,b")')
    assert cell == '"\'=HYPERLINK(""a,b"")"'
    assert tactics.evaluate("text => PlansDownload.cell(text)", "  two\n lines ") == "two lines"
