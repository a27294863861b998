"""Whichever command writes files: where one of them can't be written, all are what they were."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.codehost.forms.filled import FILES, check_in
from tests.fixes.small_plan import tactic
from tests.small_site import write_site
from tests.source.test_revision import git

PLAN = {
    "index.md": "[Ask](ask.md)\n",
    **FILES,
    "people.yml": "vp-sales: {role: VP Sales, github: ann}\nrecruiting-lead: {role: Lead, github: bob}\n",
    "one.md": tactic("review: montly"),
    "two.md": tactic("review: montly"),
}

COMMANDS = {
    "check --fix": 2,
    "update ask --note Slower --yes": 1,
    "rename ask listen --yes": 2,
    "new tactic Listen --strategy hire --yes": 1,
    "new --model basic --yes": 2,
    "init ../elsewhere/new --yes": 2,
    "init --yes": 2,
    "forms --write": 2,
    "apply-form issue.txt": 1,
    "owners --write": 1,
}
"""Each command with the file at which writing fails: the second where it writes several."""


def tree(folder: Path) -> dict[str, bytes | None]:
    """What a folder holds, folders too, but for git's own files."""
    found = (path for path in sorted(folder.rglob("*")) if ".git" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in found}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_file_is_changed_where_one_fails(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were written are taken back, folders that were made are gone, and it is said why."""
    site = write_site(tmp_path / "site", PLAN)
    (site / "issue.txt").write_text(check_in(health="At risk (at-risk)"))
    git(site, "init", "--quiet")
    monkeypatch.chdir(site)
    before, left, real = tree(tmp_path), COMMANDS[command], os.replace

    def replace(source: str | Path, target: str | Path) -> None:
        nonlocal left
        if Path(source).suffix == ".after":
            left -= 1
            if left == 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    result = run(*command.split())
    assert left == 0, result.output
    assert "can't be written: No space left on device; nothing is changed" in result.stderr
    assert result.exit_code in {2, 4}
    assert tree(tmp_path) == before
