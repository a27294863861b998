"""The bar of a plan that takes a moment to read."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from mkdocs_plans.cli.loading import Shown, load_plan, waiting
from mkdocs_plans.load import folder_of
from mkdocs_plans.settings import read_site
from tests.full_site import write_full_site


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def begin_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Have standard error be a terminal that understands cursor movements: in the test itself, for pytest
    has one of its own for each phase.
    """
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_a_bar_shows_how_many_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is lost or doubled; when all are read, the bar's line is taken back."""
    terminal = begin_terminal(monkeypatch)
    folder = folder_of(read_site(write_full_site(tmp_path) / "mkdocs.yml"))
    paths = [file.path for file in folder.files()]
    assert [file.path for file in Shown(folder, patience=0).files()] == paths
    written = terminal.getvalue()
    assert "Reading the plan" in written
    assert f"{len(paths)}/{len(paths)}" in written
    assert written.endswith("\x1b[1A\x1b[2K")


def test_a_plan_that_is_read_at_once_shows_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing flickers where nobody waits."""
    terminal = begin_terminal(monkeypatch)
    site = read_site(write_full_site(tmp_path) / "mkdocs.yml")
    assert load_plan(folder_of(site), site).plan.tactics
    assert terminal.getvalue() == ""


def test_no_bar_is_drawn_where_nobody_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of CI stays free of it, however long the plan takes."""
    monkeypatch.setattr("mkdocs_plans.cli.loading.PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    site = read_site(write_full_site(tmp_path) / "mkdocs.yml")
    assert load_plan(folder_of(site), site).plan.tactics
    assert log.getvalue() == ""


def test_a_bar_moves_while_something_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it takes longer than a moment; then its line is taken back."""
    terminal = begin_terminal(monkeypatch)
    with waiting("Laying out the list"):
        pass
    assert terminal.getvalue() == ""
    monkeypatch.setattr("mkdocs_plans.cli.loading.PATIENCE", 0)
    with waiting("Laying out the list"):
        until = time.monotonic() + 20
        while "Laying out the list" not in terminal.getvalue() and time.monotonic() < until:
            pass
    written = terminal.getvalue()
    assert "Laying out the list" in written
    assert written.endswith("\x1b[1A\x1b[2K")
