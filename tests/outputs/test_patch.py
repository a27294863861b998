"""A diff that the tools of the trade apply, byte for byte."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plans.outputs import patch

TEXTS = {
    "lines": ("a\nb\nc\n", "a\nB\nc\n"),
    "carriage returns": ("a\r\nb\r\n", "a\r\nB\r\n"),
    "one line of an old Macintosh": ("a\rb\rc", "a\rB\rc"),
    "no last line end": ("a\nb", "a\nB"),
    "another last line end": ("a\nb", "a\nb\n"),
    "a byte order mark": ("\ufeffa\nb\n", "\ufeffA\nb\n"),
    "signs that end a line elsewhere": ("a\u2028b\n\x0cc\x85d\n", "a\u2028B\n\x0cC\x85d\n"),
    "a line like a header": ("-- a/x\n++ b/x\n", "-- a/x\n+- b/x\n"),
}
COMMANDS = {"git": ["git", "apply"], "patch": ["patch", "--binary", "--quiet", "-p1"]}


def applied(folder: Path, name: str, before: bytes, after: bytes, command: list[str]) -> bytes:
    """Write a file, apply the diff to it, and give what it becomes."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(before)
    made = patch.emit(name, before, after)
    subprocess.run(command, cwd=folder, input=made, check=True, capture_output=True)
    return (folder / name).read_bytes()


@pytest.mark.parametrize("tool", COMMANDS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_diff_applies(name: str, tool: str, tmp_path: Path) -> None:
    """Whatever ends the lines, and the file."""
    before, after = (text.encode() for text in TEXTS[name])
    assert applied(tmp_path, "plans/plan.md", before, after, COMMANDS[tool]) == after


@pytest.mark.parametrize(
    "name", ["with a space.md", 'quo"ted.md', "back\\slash.md", "tab\there.md", "größe.md"]
)
def test_any_file_can_be_named(name: str, tmp_path: Path) -> None:
    """As git names it."""
    assert applied(tmp_path, f"a/{name}", b"one\n", b"two\n", COMMANDS["git"]) == b"two\n"


def test_where_nothing_changes_there_is_no_diff() -> None:
    """Not even the name."""
    assert patch.emit("a.md", b"same", b"same") == b""


LINES = st.lists(
    st.sampled_from(["a", "b", "\n", "\r\n", "\r", "\\", "+", "-", "@@", " ", "\u2028", "é"]), max_size=12
)


@settings(max_examples=40, deadline=None)
@given(LINES.map("".join), LINES.map("".join))
def test_any_text_can_become_any_other(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    """As git reads the diff."""
    if before and after and before != after:
        folder = tmp_path_factory.mktemp("diff")
        assert applied(folder, "a.md", before.encode(), after.encode(), COMMANDS["git"]) == after.encode()
