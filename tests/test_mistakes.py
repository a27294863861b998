"""Each mistake is one finding, at its place, with its remedy; and it stops a build in time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.mistakes import MISTAKES, Mistake
from tests.small_site import STRATEGY, TACTIC, brief, found_in, write_site

SOUND: dict[str, str | bytes] = {"hire.md": STRATEGY, "ask.md": TACTIC}


def with_mistakes(folder: Path, *mistakes: Mistake) -> Path:
    """Write a sound site with the files of some mistakes in it."""
    files = dict(SOUND)
    for mistake in mistakes:
        files |= {mistake.path: mistake.content, **dict(mistake.beside)}
    return write_site(folder, files)


def test_a_sound_site_has_no_findings(tmp_path: Path) -> None:
    """What the mistakes are added to has nothing wrong with it."""
    assert brief(found_in(write_site(tmp_path, SOUND))) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_finding_at_its_place(name: str, tmp_path: Path) -> None:
    """A mistake gives its finding and no other, with line, column and remedy."""
    mistake = MISTAKES[name]
    found = found_in(with_mistakes(tmp_path, mistake))
    assert brief(found) == [(mistake.rule, mistake.path, mistake.line, mistake.column)]
    assert mistake.remedy in found[0].finding.hint


def test_all_mistakes_at_once_are_all_found(tmp_path: Path) -> None:
    """One run says all, each mistake once."""
    found = brief(found_in(with_mistakes(tmp_path, *MISTAKES.values())))
    expected = [(m.rule, m.path, m.line, m.column) for m in MISTAKES.values()]
    assert sorted(found) == sorted(expected)


def test_plans_check_names_every_mistake_and_exits_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints file, line, column and remedy of each mistake."""
    monkeypatch.chdir(with_mistakes(tmp_path, *MISTAKES.values()))
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    for mistake in MISTAKES.values():
        assert f"plans/{mistake.path}:{mistake.line}:{mistake.column}: error:" in result.output
        assert mistake.remedy in result.output


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as an author does."""
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def published(folder: Path) -> dict[str, bytes]:
    """Every published file with its bytes."""
    site = folder / "site"
    return {str(f.relative_to(site)): f.read_bytes() for f in site.rglob("*") if f.is_file()}


def test_mkdocs_build_names_every_mistake_and_leaves_the_published_site_alone(
    tmp_path: Path,
) -> None:
    """A build that errors stop exits 1 and changes nothing of what was published before."""
    write_site(tmp_path, SOUND)
    assert build(tmp_path).returncode == 0
    before = published(tmp_path)
    assert "hire/index.html" in before
    result = build(with_mistakes(tmp_path, *MISTAKES.values()))
    assert result.returncode == 1
    for mistake in MISTAKES.values():
        assert f"plans/{mistake.path}:{mistake.line}:{mistake.column}:" in result.stderr
        assert mistake.remedy in result.stderr
    assert "Traceback" not in result.stderr
    assert published(tmp_path) == before
