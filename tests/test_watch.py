"""`plans check --watch` and the editor task that goes with it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.small_site import STRATEGY, TACTIC, write_site

ROOT = Path(__file__).parents[1]
TASK = json.loads(
    re.sub(r"^\s*//.*$", "", (ROOT / ".vscode/tasks.json").read_text("utf-8"), flags=re.MULTILINE)
)
MATCHER = TASK["tasks"][0]["problemMatcher"]


@contextmanager
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run the task's command in a folder until the block ends."""
    command = [sys.executable, "-m", "mkdocs_plans", *TASK["tasks"][0]["command"].split()[1:]]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, bufsize=1)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def problems(process: subprocess.Popen[str]) -> list[tuple[str, ...]]:
    """Read the errors of one run, from the line that begins it to the one that ends it, as an editor does."""
    assert process.stdout is not None
    background, pattern = MATCHER["background"], MATCHER["pattern"]
    assert re.search(background["beginsPattern"], process.stdout.readline())
    found: list[tuple[str, ...]] = []
    for line in process.stdout:
        if re.search(background["endsPattern"], line):
            return [problem for problem in found if "error" in problem]
        if match := re.search(pattern["regexp"], line):
            names = ("file", "line", "column", "severity", "code")
            found.append(tuple(match[pattern[name]] for name in names))
    raise AssertionError("the run didn't end")


def test_a_saved_file_is_checked_at_once_and_the_editor_sees_it(tmp_path: Path) -> None:
    """Mistake in, problem listed; mistake out, list empty; also when mkdocs.yml itself breaks."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC})
    config = (folder / "mkdocs.yml").read_text()
    with watching(folder) as process:
        assert problems(process) == []
        (folder / "plans/ask.md").write_text(TACTIC.lstrip().replace("strategy: hire", "strategy: hier"))
        assert problems(process) == [("plans/ask.md", "4", "11", "error", "unknown-strategy")]
        (folder / "mkdocs.yml").write_text("site_name: [")
        assert problems(process) == []
        (folder / "plans/ask.md").write_text(TACTIC.lstrip())
        assert problems(process) == []
        (folder / "mkdocs.yml").write_text(config)
        assert problems(process) == []
