"""A file is written whole or not at all, and only over what was read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mkdocs_plans.source import replace_file


def test_the_bytes_are_replaced_and_the_mode_is_kept(tmp_path: Path) -> None:
    """In a folder that then holds nothing else."""
    file = tmp_path / "plan.md"
    file.write_bytes(b"before\r\n")
    file.chmod(0o640)
    assert replace_file(file, b"before\r\n", b"after\r\n")
    assert file.read_bytes() == b"after\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("now", [b"changed", None])
def test_a_file_that_changed_is_left_as_it_is(now: bytes | None, tmp_path: Path) -> None:
    """Or that is gone."""
    file = tmp_path / "plan.md"
    if now is not None:
        file.write_bytes(now)
    assert not replace_file(file, b"before", b"after")
    assert (file.read_bytes() if file.exists() else None) == now
    assert len(list(tmp_path.iterdir())) == (now is not None)


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    """Also where that is in another folder."""
    target, link = tmp_path / "there/plan.md", tmp_path / "link.md"
    target.parent.mkdir()
    target.write_bytes(b"before")
    link.symlink_to(target)
    assert replace_file(link, b"before", b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_where_writing_fails_the_file_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is left beside it."""

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "plan.md"
    file.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"before", b"after")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_must_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though its folder may be, which is all that replacing takes."""
    file = tmp_path / "plan.md"
    file.write_bytes(b"before")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        replace_file(file, b"before", b"after")
    assert file.read_bytes() == b"before"
