"""Files written anew: all of a change or none of it, also where the process is killed in the middle.

A change is staged in the hidden folder `.plans-writing` of the folder that it is made in: what each file
held, what it is to hold, and a journal that names them. Only then are files replaced, one by one. What a
killed process leaves there is enough to take its change back; `recover` does so before the next command.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_plans.edits.file_changes import FileChange
from mkdocs_plans.edits.journal import Journal, JournalStep, digest, hold_lock
from mkdocs_plans.errors import EditError


def write_together(changes: Iterable[FileChange], within: Path) -> None:
    """Make all of some changes of files in a folder, or none. A file that has several names is written once.

    EditError where a file isn't as it was read, can't be written, or is new and would be outside of
    `within`, for a link leads there; or where another process is writing there and doesn't come to an end.
    """
    unique: dict[tuple[Path, bytes | None, bytes], _Write] = {}
    for change in changes:
        old_path = within / change.old_path if change.old_path else None
        write = _Write(within / change.path, change.before, change.after, old_path)
        unique.setdefault((write.source.resolve(), write.before, write.after), write)
    writes = list(unique.values())
    if not writes:
        return
    with hold_lock(within):
        _recover(within)
        for write in writes:
            _refuse_changed(write)
            _refuse_outside(write, within)
        _carry_out(writes, within)


def is_unfinished(within: Path) -> bool:
    """Whether a change is being written in a folder, or a killed process has left one there."""
    return Journal.is_in(within)


def recover(within: Path) -> tuple[str, ...]:
    """Take back what a killed process has left half written in a folder. Give the names of the files that
    hold again what they held. EditError where that is another person's, or somebody changed a file since.
    """
    if not is_unfinished(within):
        return ()
    with hold_lock(within):
        return _recover(within)


@dataclass(frozen=True, slots=True)
class _Write:
    """A change with its paths as they are on disk."""

    path: Path
    before: bytes | None
    after: bytes
    old_path: Path | None

    @property
    def source(self) -> Path:
        """Where the file is before the change."""
        return self.old_path or self.path


def _recover(within: Path) -> tuple[str, ...]:
    journal = Journal.left_in(within)
    return journal.take_back() if journal else ()


def _refuse_changed(write: _Write) -> None:
    old = write.source
    is_there = write.path.exists() and not (old.exists() and old.samefile(write.path))
    if is_there or (write.before is None and write.path.exists()):
        raise EditError(f"{_shown(write.path)} is there already, and is left as it is")
    if write.before is not None and (not old.is_file() or old.read_bytes() != write.before):
        raise EditError(f"{_shown(old)} has changed since it was read, and is left as it is: run this again")
    if write.before is not None and not os.access(old.resolve(), os.W_OK):
        reason = os.strerror(errno.EACCES)
        raise EditError(f"{_shown(old)} can't be written: {reason}; nothing is changed")


def _refuse_outside(write: _Write, within: Path) -> None:
    place = (write.path if write.old_path or write.before is None else within).resolve()
    if not place.is_relative_to(within.resolve()):
        said = f"{_shown(write.path)} would be outside of {within}, where a link leads"
        raise EditError(f"{said}; nothing is written")


def _carry_out(writes: Sequence[_Write], within: Path) -> None:
    steps = [_step(write) for write in writes]
    with _named("the change"):
        journal = Journal.begin(within, steps, [write.after for write in writes])
    try:
        for number, step in enumerate(steps):
            with _named(_shown(step.path)):
                _put(journal.staged(number), step)
    except BaseException:  # also where the author stops it: nothing half written is left behind
        journal.take_back()
        raise
    journal.close()


def _step(write: _Write) -> JournalStep:
    """A write with its links followed: a link stays, and its target is what is written."""
    after = digest(write.after)
    if write.before is None or write.old_path is not None:
        return JournalStep(write.path.absolute(), write.before, after, write.old_path)
    return JournalStep(write.path.resolve(), write.before, after)


def _put(staged: Path, step: JournalStep) -> None:
    """Put a staged file in its place."""
    model = step.old_path or (step.path if step.before is not None else None)
    if model is not None:
        _make_alike(staged, model)
    if step.before is None or step.old_path is not None:
        step.path.parent.mkdir(parents=True, exist_ok=True)
    if step.old_path is not None and step.path.exists():  # the same file where case isn't told apart
        staged.replace(step.old_path)
        step.old_path.rename(step.path)
        return
    _replace_across(staged, step.path)
    if step.old_path is not None:
        step.old_path.unlink()


def _replace_across(file: Path, target: Path) -> None:
    """Move a file to where another may stand, in one step; by a copy beside it where that is on another
    drive.
    """
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy = target.with_name(f".{target.name}.plans-writing")
        shutil.copy2(file, copy)
        copy.replace(target)


def _make_alike(file: Path, model: Path) -> None:
    """Give a file another's mode, and its owner where we may."""
    status = model.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(file, status.st_uid, status.st_gid)
    shutil.copymode(model, file)


def _shown(path: Path) -> str:
    """A path as seen from the current folder; absolute where that is on another drive."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


@contextmanager
def _named(what: str) -> Iterator[None]:
    """Say of an error of the system what can't be written."""
    try:
        yield
    except OSError as error:
        raise EditError(f"{what} can't be written: {error.strerror}; nothing is changed") from error
