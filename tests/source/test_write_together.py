"""Several files are written, or none is."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mkdocs_plans.errors import EditError
from mkdocs_plans.source import Write, write_together


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them for its owner alone."""
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"b")
    (tmp_path / "b.md").chmod(0o600)
    return tmp_path


def test_files_are_changed_moved_and_made(folder: Path) -> None:
    """A file that moves keeps its mode; a new one gets its folder."""
    moved = Write(folder / "c.md", b"b", b"c", folder / "b.md")
    made = Write(folder / "new/d.md", None, b"d")
    write_together([Write(folder / "a.md", b"a", b"A"), moved, made], folder)
    assert contents(folder) == {"a.md": b"A", "c.md": b"c", "new/d.md": b"d"}
    assert stat.S_IMODE((folder / "c.md").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (("a.md", b"x", b"y", None), "a.md has changed since it was read"),
        (("c.md", b"c", b"y", None), "c.md has changed since it was read"),
        (("a.md", None, b"y", None), "a.md is there already"),
        (("b.md", b"a", b"y", "a.md"), "b.md is there already"),
    ],
)
def test_a_file_that_is_not_as_it_was_read_keeps_all_from_being_written(
    folder: Path, last: tuple[str, bytes | None, bytes, str | None], said: str
) -> None:
    """Before anything is."""
    path, before, after, old = last
    write = Write(folder / path, before, after, folder / old if old else None)
    with pytest.raises(EditError, match=said):
        write_together([Write(folder / "b.md", b"b", b"B"), write], folder)
    assert contents(folder) == {"a.md": b"a", "b.md": b"b"}


def test_what_was_written_is_taken_back_where_a_later_one_fails(folder: Path) -> None:
    """A folder can't be made below a file."""
    writes = [
        Write(folder / "a.md", b"a", b"A"),
        Write(folder / "c.md", b"b", b"B", folder / "b.md"),
        Write(folder / "d.md", None, b"d"),
        Write(folder / "d.md/e.md", None, b"e"),
    ]
    with pytest.raises(EditError, match=r"e\.md can't be written: .*; nothing is changed"):
        write_together(writes, folder)
    assert contents(folder) == {"a.md": b"a", "b.md": b"b"}
    assert stat.S_IMODE((folder / "b.md").stat().st_mode) == 0o600


def test_a_file_of_two_names_is_written_once(folder: Path) -> None:
    """A link within the plan's folder is a second name for the same file."""
    (folder / "link.md").symlink_to(folder / "a.md")
    write_together([Write(folder / name, b"a", b"A") for name in ("a.md", "link.md")], folder)
    assert (folder / "link.md").is_symlink()
    assert (folder / "link.md").read_bytes() == b"A"


def test_nothing_new_is_written_where_a_link_leads_out(folder: Path) -> None:
    """Neither below a folder that is a link, nor beside what is written with it."""
    (folder / "plans").mkdir()
    (folder / "elsewhere").mkdir()
    (folder / "plans/tactics").symlink_to(folder / "elsewhere")
    inside = Write(folder / "plans/c.md", None, b"c")
    with pytest.raises(EditError, match=r"d\.md would be outside of"):
        write_together([inside, Write(folder / "plans/tactics/d.md", None, b"d")], folder / "plans")
    assert contents(folder) == {"a.md": b"a", "b.md": b"b"}
