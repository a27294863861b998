"""A change of files is made whole or not at all, whatever happens in the middle of it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_plans.edits import FileChange, recover, write_together
from mkdocs_plans.edits import journal as journals
from mkdocs_plans.errors import EditError

HELD = {"a.md": b"a", "b.md": b"b"}

CHANGED = {"a.md": b"A", "c.md": b"B", "new/d.md": b"D"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them for its owner alone."""
    for name, data in HELD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "b.md").chmod(0o600)
    return tmp_path


def change() -> list[FileChange]:
    """One file that is changed, one that moves, one that is new, in a folder that is new."""
    return [
        FileChange("a.md", b"a", b"A"),
        FileChange("c.md", b"b", b"B", "b.md"),
        FileChange("new/d.md", None, b"D"),
    ]


def test_files_are_changed_moved_and_made(folder: Path) -> None:
    """A file keeps its mode, also where it moves; a new one gets its folder; nothing else is left."""
    write_together(change(), folder)
    assert contents(folder) == CHANGED
    assert stat.S_IMODE((folder / "c.md").stat().st_mode) == 0o600
    assert not (folder / journals.FOLDER).exists()


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
    change_of_it = FileChange(path, before, after, old)
    with pytest.raises(EditError, match=said):
        write_together([FileChange("b.md", b"b", b"B"), change_of_it], folder)
    assert contents(folder) == HELD


def test_what_was_written_is_taken_back_where_a_later_one_fails(folder: Path) -> None:
    """A folder can't be made below a file."""
    writes = [*change(), FileChange("a.md/e.md", None, b"e")]
    with pytest.raises(EditError, match=r"e\.md can't be written: .*; nothing is changed"):
        write_together(writes, folder)
    assert contents(folder) == HELD
    assert stat.S_IMODE((folder / "b.md").stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "b.md"]


def test_where_the_disk_is_full_no_file_is_touched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is left beside them."""

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EditError, match="No space left on device; nothing is changed"):
        write_together(change(), folder)
    assert contents(folder) == HELD


def test_what_cannot_be_put_back_is_kept_for_the_next_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for good: it is said, and nothing is lost."""
    writes, real = [*change(), FileChange("a.md/e.md", None, b"e")], os.fsync
    left = len(HELD) + len(writes) + len(["the journal"])

    def fail(descriptor: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(28, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        with pytest.raises(EditError, match=r"can't be put back: No space left on device: .* tries again"):
            write_together(writes, folder)
    recover(folder)
    assert contents(folder) == HELD


def test_a_file_that_must_not_be_written_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though its folder may be, which is all that replacing takes."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(EditError, match=r"a\.md can't be written: Permission denied; nothing is changed"):
        write_together(change(), folder)
    assert contents(folder) == HELD


def test_a_file_of_two_names_is_written_once(folder: Path) -> None:
    """A link within the plan's folder is a second name for the same file."""
    (folder / "link.md").symlink_to(folder / "a.md")
    write_together([FileChange(name, b"a", b"A") for name in ("a.md", "link.md")], folder)
    assert (folder / "link.md").is_symlink()
    assert (folder / "link.md").read_bytes() == b"A"


def test_a_link_stays_and_its_target_is_written(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also where that is in another folder."""
    target = tmp_path_factory.mktemp("elsewhere") / "plan.md"
    target.write_bytes(b"before")
    (folder / "link.md").symlink_to(target)
    write_together([FileChange("link.md", b"before", b"after")], folder)
    assert (folder / "link.md").is_symlink()
    assert target.read_bytes() == b"after"


def test_nothing_new_is_written_where_a_link_leads_out(folder: Path) -> None:
    """Neither below a folder that is a link, nor beside what is written with it."""
    (folder / "plans").mkdir()
    (folder / "elsewhere").mkdir()
    (folder / "plans/tactics").symlink_to(folder / "elsewhere")
    inside = FileChange("c.md", None, b"c")
    with pytest.raises(EditError, match=r"d\.md would be outside of"):
        write_together([inside, FileChange("tactics/d.md", None, b"d")], folder / "plans")
    assert contents(folder) == HELD


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.edits.test_writing import change
from mkdocs_plans.edits import write_together

left = int(sys.argv[2])

def dying(call):
    def step(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return step

for name in ("fsync", "replace", "rename", "unlink", "mkdir", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
write_together(change(), Path(sys.argv[1]))
"""


def killed_after(steps: int, folder: Path) -> bool:
    """Make the change in a process that is killed at its n-th step; whether it was."""
    command = [sys.executable, "-c", KILLED, str(folder), str(steps)]
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode in {0, -signal.SIGKILL}
    return done.returncode != 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("steps", range(0, 24, 2))
def test_a_killed_change_is_taken_back_or_done(steps: int, folder: Path) -> None:
    """Wherever it was killed: the next command makes all files what they were, or finds all of it done.
    A file has its old bytes or its new ones at any moment, never a part of them.
    """
    is_killed = killed_after(steps, folder)
    whole = {b"a", b"b", b"A", b"B", b"D"}
    left = {name: data for name, data in contents(folder).items() if not name.startswith(journals.FOLDER)}
    assert set(left.values()) <= whole
    recover(folder)
    assert contents(folder) in (HELD, CHANGED)
    assert is_killed or contents(folder) == CHANGED
    assert not (folder / journals.FOLDER).exists()


def left_half_done(folder: Path) -> None:
    """Leave a change with its first file replaced."""
    writes = change()
    steps = [
        journals.JournalStep(
            folder / one.path,
            one.before,
            journals.digest(one.after),
            folder / one.old_path if one.old_path else None,
        )
        for one in writes
    ]
    journals.Journal.begin(folder, steps, [one.after for one in writes])
    (folder / "a.md").write_bytes(b"A")


def test_who_is_told_what_was_taken_back(folder: Path) -> None:
    """The names of the files, for the command that says so."""
    left_half_done(folder)
    assert recover(folder) == ("a.md", "c.md", "d.md")
    assert contents(folder) == HELD
    assert recover(folder) == ()


def test_what_somebody_wrote_since_is_left_alone(folder: Path) -> None:
    """And what the file held before is kept to compare it with."""
    left_half_done(folder)
    (folder / "a.md").write_bytes(b"by hand")
    with pytest.raises(EditError, match=r"a\.md, which has changed since: compare it with"):
        recover(folder)
    assert (folder / "a.md").read_bytes() == b"by hand"
    assert (folder / journals.FOLDER / "0.before").read_bytes() == b"a"


def test_what_another_person_writes_is_not_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a shared drive the lock of one machine says nothing of another's."""
    left_half_done(folder)
    monkeypatch.setattr(journals, "_whoami", lambda: ["ben", "elsewhere"])
    with pytest.raises(EditError, match="is writing to this plan, or was stopped"):
        write_together([FileChange("b.md", b"b", b"X")], folder)
    assert (folder / "b.md").read_bytes() == b"b"


def test_a_command_waits_for_another_and_says_so_where_that_takes_too_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost of what the other writes."""
    monkeypatch.setattr(journals, "PATIENCE", 0.01)
    with journals.hold_lock(folder), pytest.raises(EditError, match="another command is writing"):
        write_together(change(), folder)
    assert contents(folder) == HELD
