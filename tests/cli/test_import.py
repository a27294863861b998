"""`plans import`: what is written is shown first, and what couldn't be said with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import run
from tests.small_site import STRATEGY, write_site

TABLE = "title,strategy,owner,mood\nGo,hire,Ada Ames,good\nStop,,VP Sales,\n"


def test_it_shows_what_it_writes_and_writes_after_a_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files, new people, what has no field, and which errors it brings; nothing is written before somebody
    agrees, and the same file again changes nothing.
    """
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY})
    (folder / "tactics.csv").write_text(TABLE, "utf-8")
    monkeypatch.chdir(folder)
    unasked = run("import", "tactics.csv")
    assert unasked.exit_code == 2 and "add --yes" in unasked.stderr
    for said in ("plans/tactics/go.md", "ada-ames", "mood", "in the text, under mood"):
        assert said in unasked.stdout
    assert "this brings 1 error into the plan" in unasked.stderr
    dry = run("import", "tactics.csv", "--dry-run")
    assert "+title: Go" in dry.stdout and not (folder / "plans/tactics").exists()
    assert "3 files written" in run("import", "tactics.csv", "--yes").stdout
    assert "ada-ames:\n  name: Ada Ames\n" in (folder / "plans/people.yml").read_text("utf-8")
    assert "Nothing is written" in run("import", "tactics.csv", "--yes").stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing.csv", "can't be read"), ("plan.pdf", "can be imported"), ("list.csv", "--as tactics")],
)
def test_what_cannot_be_imported_is_said(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line."""
    folder = write_site(tmp_path)
    for other in ("plan.pdf", "list.csv"):
        (folder / other).write_text("a,b\n1,2\n", "utf-8")
    monkeypatch.chdir(folder)
    result = run("import", name)
    assert result.exit_code == 2 and said in result.stderr and result.stderr.count("\n") == 1
