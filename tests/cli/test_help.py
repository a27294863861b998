"""What `plans --help` says, and what a shell completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from mkdocs_plans.cli import COMMANDS, main
from tests.full_site import write_full_site
from tests.small_site import STRATEGY, TACTIC, UNREADABLE, write_site


def test_no_command_is_told_in_half_a_sentence() -> None:
    """In the 80 columns that a terminal has."""
    lines = CliRunner().invoke(main, ["--help"], terminal_width=80).stdout.splitlines()
    told = [line for line in lines if line.split() and line.split()[0] in COMMANDS]
    assert len(told) == len(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("..") and len(line) < 80 for line in told)


def completed(*words: str) -> list[str]:
    """What a shell offers for the last of some words."""
    *before, typed = words
    return [one.value for one in BashComplete(main, {}, "plans", "").get_completions(before, typed)]


def test_a_shell_completes_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what the command takes, whether it is written or the name of the file, and can be read or not."""
    files = {"hire.md": STRATEGY, "a/ask.md": TACTIC, "b.md": TACTIC.replace("\ntitle", "\nid: aim\ntitle")}
    folder = write_site(tmp_path / "site", {**files, "answer.md": UNREADABLE, "at-all.md": "# No plan\n"})
    monkeypatch.chdir(folder)
    assert completed("update", "a") == ["aim", "answer", "ask"]
    assert completed("show", "v") == completed("rename", "v") == ["vp-sales"]
    full = write_full_site(tmp_path / "full")
    assert completed("show", "--config-file", str(full / "mkdocs.yml"), "re") == ["recruiting"]


def test_a_shell_is_never_told_of_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside of a site, and in one that can't be read, there is nothing to complete."""
    monkeypatch.chdir(tmp_path)
    assert completed("update", "") == []
    (tmp_path / "mkdocs.yml").write_text("plugins: [")
    assert completed("update", "") == []
    assert capsys.readouterr() == ("", "")
