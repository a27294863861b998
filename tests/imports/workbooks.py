"""Workbooks to import, as people make them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook

FIRST, EACH = 4, 10
"""The first row of actions, and how many each tactic has."""

OWNERS = ("Ada Ames", "Ben Bo", "Cem Çelik", "VP Sales")


def write_workbook(path: Path, rows: Sequence[Sequence[object]], name: str = "Sheet1") -> Path:
    """Write a workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def write_programme(path: Path, *, later: bool = False) -> Path:
    """Write a planning office's programme: 40 actions under 4 tactics, whose names are merged cells; with a
    title above it, an empty row, owners by name, and due dates as Excel's and as text. Later, two dates have
    moved, one action is done, and one is new.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Programme"
    sheet.append(["Programme of measures 2027", None, None])
    sheet.merge_cells("A1:H1")
    sheet.append([])
    sheet.append(["No.", "Strategic priority", "Project", "Action", "Owner", "Due", "Status", "Funding"])
    for number in range(40):
        project = number // EACH
        due: object = datetime.datetime(2027, 1 + number % 12, 15)
        if number % 2:
            due = f"{1 + number % 28} March 2028"
        if number == 7:
            due = "once the law is passed"
        if number == 2 * EACH:
            sheet.append([])
        funding = f"{number} € = half" if number % 3 == 0 else None
        number_of, priority = f"{project + 1}.{number % EACH + 1}", "Climate" if project < 2 else "Mobility"
        what = (f"Project {project + 1}", f"Take step {number + 1}", OWNERS[number % 4], due)
        sheet.append([number_of, priority, *what, "open" if number % 5 else "", funding])
    if later:
        sheet[f"F{FIRST}"] = datetime.datetime(2027, 6, 30)
        sheet[f"F{FIRST + 1}"] = "30 June 2028"
        sheet[f"G{FIRST + 2}"] = "done"
        sheet.append(["4.11", "Mobility", "Project 4", "Take one step more", "Ada Ames", None, None, None])
    for project in range(4):
        top = FIRST + project * EACH + (project > 1)
        sheet.merge_cells(f"C{top}:C{top + EACH - 1}")
    book.save(path)
    return path


_HEAD = "Nr. Handlungsfeld Maßnahme Zuständig Beginn Frist Status Umsetzungsstand Kosten"
GERMAN: Sequence[Sequence[object]] = (
    ("Maßnahmenplan Klimaschutz 2026",),
    (),
    _HEAD.split(),
    ("1.1", "Mobilität", "Radwege", "Dr. Ada Ames (Tiefbau)", "1.3.2026", "31.12.2026", "läuft", 0.35, "1 €"),
    ("1.2", None, "Ampeln", "Hr. Bo", "Q1 2026", "Q3 2026", "erledigt", 1, 45000),
    (),
    ("1.3", None, "Parkplätze", "Frau Bo; Ada Ames", "2026", "laufend", "verzögert", None, None),
    ("Summe", None, None, None, None, None, None, None, "46.200,00 €"),
)  # fmt: skip
"""A German office's programme: a title above it, merged cells, an empty row, titles before names, a total."""

OKRS = (
    ("Objective", "Key Result", "Owner", "Baseline", "Target", "Current", "Due", "Confidence"),
    ("Win small clinics", "Sign 40 clinics", "ada@example.org", "12", "40", "21", "31 Mar 2026", "7/10"),
    (None, "Cut churn", "Ada Ames & Ben Bo", 0.045, 0.03, 0.039, "2026-03-31", "Low"),
    ("Be a good place", "Fill five roles", "Ben Bo", 0, 5, 3, "Q1 2026", "High"),
)
"""Objectives with key results, each objective named once."""


def write_german(path: Path, *, later: bool = False) -> Path:
    """Write the German programme; later with a new deadline and another status."""
    rows = [list(row) for row in GERMAN]
    if later:
        rows[3][5], rows[3][6] = datetime.datetime(2027, 3, 31), "erledigt"
    write_workbook(path, rows, "Maßnahmen")
    book = load_workbook(path)
    sheet = book["Maßnahmen"]
    sheet.merge_cells("B4:B7")
    sheet["H4"].number_format = "0%"
    sheet["I5"].number_format = '#,##0.00 "€"'
    book.save(path)
    return path


def write_okrs(path: Path) -> Path:
    """Write the sheet of objectives, with percentages as Excel keeps them."""
    write_workbook(path, OKRS, "2026")
    book = load_workbook(path)
    for cell in ("D3", "E3", "F3"):
        book["2026"][cell].number_format = "0.0%"
    book.save(path)
    return path
