"""What is due as a terminal shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.due.small_plan import written
from tests.small_site import CONFIG, STRATEGY


def test_it_is_by_person(tmp_path: Path) -> None:
    """Each with how far away its day is."""
    said = written("text", tmp_path)
    assert said.startswith("2 things are due by 23 Dec 2026; 1 is overdue.\n")
    assert "3 days overdue" in said
    assert "in 2 days" in said
    assert "VP Sales  vp-sales\n" in said


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_it_fits_its_terminal(tmp_path: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No word is cut; which plan a thing is part of is folded."""
    monkeypatch.setenv("COLUMNS", "200")
    wide = written("text", tmp_path, days=60)
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = written("text", tmp_path, days=60)
    assert max(map(len, shown.splitlines())) <= columns
    assert {*shown.split()} == {*wide.split()}


def test_nothing_due_and_no_plan_are_said(tmp_path: Path) -> None:
    """In words: an empty message would look like a failure."""
    assert written("text", tmp_path, {"hire.md": STRATEGY}) == "Nothing is due by 23 Dec 2026.\n"
    assert "`plans init`" in written("text", tmp_path / "empty", {"people.yml": ""})


def test_it_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    """With the language's own dates."""
    said = written("text", tmp_path, config=CONFIG.replace("font: false", "font: false, language: de"))
    assert said.startswith("2 Punkte sind bis zum 23.12.2026 fällig, davon ist 1 überfällig.\n")
    assert "3 Tage überfällig" in said
    assert "in 2 Tagen" in said
