"""What a change of files is about to do, kept on disk until it is done, so that it can be taken back."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from mkdocs_plans.errors import EditError

FOLDER = ".plans-writing"
"""Where a change is staged. It begins with a dot, so that neither MkDocs nor we take it for plan files."""

PATIENCE = 10.0
"""For how many seconds one command waits for another to be done with its writing, which takes moments."""

_NAME = "journal.json"


@dataclass(frozen=True, slots=True)
class JournalStep:
    """One file of a change: what it holds before (None where there is none), the digest of what it holds
    after, and where it was before if it moves. Paths are absolute.
    """

    path: Path
    before: bytes | None
    after: str
    old_path: Path | None = None

    def take_back(self) -> bool:
        """Make the file what it was before. False, and nothing done, where somebody changed it since."""
        there = _bytes_of(self.path)
        is_written = there is not None and digest(there) == self.after
        if self.before is None:
            if is_written:
                self.path.unlink()
            return is_written or there is None
        old = self.old_path or self.path
        if is_written and (old == self.path or _bytes_of(old) in {self.before, None}):
            _restore(self.path, old, self.before)
            return True
        return _bytes_of(old) == self.before


@dataclass(frozen=True, slots=True)
class Journal:
    """A change that is under way in a folder: its steps, in order, and the folders that it makes."""

    folder: Path
    steps: Sequence[JournalStep]
    made: Sequence[Path] = ()

    @staticmethod
    def is_in(within: Path) -> bool:
        """Whether a change is under way in a folder, or was stopped there."""
        return (within / FOLDER).is_dir()

    @classmethod
    def begin(cls, within: Path, steps: Sequence[JournalStep], contents: Sequence[bytes]) -> Journal:
        """Stage a change, with what each step writes. OSError where that fails, and nothing is left of it."""
        journal = cls(within / FOLDER, steps, _missing_folders(steps))
        journal.folder.mkdir(parents=True)
        try:
            journal._stage(contents)
        except BaseException:  # also where the author stops it: nothing staged is left behind
            journal.close()
            journal._remove_made()
            raise
        return journal

    @classmethod
    def left_in(cls, within: Path) -> Journal | None:
        """The change that a killed process left. Who calls holds the lock, so that it isn't under way.
        EditError where another person or machine left it, for whom the lock doesn't count.
        """
        folder = within / FOLDER
        try:
            said = json.loads((folder / _NAME).read_text("utf-8"))
        except FileNotFoundError:  # stopped before a file was touched, or after all was done
            shutil.rmtree(folder, ignore_errors=True)
            return None
        except ValueError as error:
            raise EditError(f"{folder / _NAME} can't be read: look at the files beside it") from error
        if said["by"] != _whoami():
            who = " on ".join(said["by"])
            hint = f"if not, {folder} holds what the files held before"
            raise EditError(f"{who} is writing to this plan, or was stopped while writing: {hint}")
        steps = [_read_step(folder, number, one) for number, one in enumerate(said["steps"])]
        return cls(folder, steps, [Path(one) for one in said["made"]])

    def staged(self, number: int) -> Path:
        """The file that holds what a step writes."""
        return self.folder / f"{number}.after"

    def take_back(self) -> tuple[str, ...]:
        """Make all files what they were; give their names. EditError, and the journal stays, where
        somebody has changed one since, or one can't be written.
        """
        try:
            changed = [step.path for step in reversed(self.steps) if not step.take_back()]
        except OSError as error:
            hint = f"{self.folder} holds it; the next command tries again"
            raise EditError(f"what the files held can't be put back: {error.strerror}: {hint}") from error
        if changed:
            names = ", ".join(path.name for path in changed)
            hint = f"compare it with {self.folder}, then delete that folder"
            raise EditError(f"a command was stopped while it wrote {names}, which has changed since: {hint}")
        self.close()
        self._remove_made()
        return tuple(step.path.name for step in self.steps)

    def close(self) -> None:
        """Forget the change: it is done, or taken back."""
        (self.folder / _NAME).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remove_made(self) -> None:
        for folder in reversed(self.made):
            with suppress(OSError):  # it isn't made yet, or somebody put another file there
                folder.rmdir()

    def _stage(self, contents: Sequence[bytes]) -> None:
        for number, (step, after) in enumerate(zip(self.steps, contents, strict=True)):
            _write(self.staged(number), after)
            if step.before is not None:
                _write(self.folder / f"{number}.before", step.before)
        steps = [
            {
                "path": str(step.path),
                "old_path": str(step.old_path) if step.old_path else None,
                "is_new": step.before is None,
                "after": step.after,
            }
            for step in self.steps
        ]
        said = {"by": _whoami(), "steps": steps, "made": [str(one) for one in self.made]}
        # Renamed once it is whole: a process that is killed while it writes leaves no half journal.
        ready = self.folder / f"{_NAME}.part"
        _write(ready, json.dumps(said).encode())
        ready.replace(self.folder / _NAME)


def _read_step(folder: Path, number: int, said: dict[str, Any]) -> JournalStep:
    before = None if said["is_new"] else (folder / f"{number}.before").read_bytes()
    old_path = Path(said["old_path"]) if said["old_path"] else None
    return JournalStep(Path(said["path"]), before, said["after"], old_path)


def digest(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.sha256(data).hexdigest()


def _missing_folders(steps: Sequence[JournalStep]) -> list[Path]:
    """The folders that the change has to make, the outer ones first."""
    missing = {folder for step in steps for folder in step.path.parents if not folder.exists()}
    return sorted(missing, key=lambda folder: len(folder.parts))


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _restore(path: Path, old: Path, before: bytes) -> None:
    """Put what a file held back in its place, in one step, with its mode."""
    copy = path.with_name(f".{path.name}.plans-writing")
    _write(copy, before)
    shutil.copymode(path, copy)
    copy.replace(path)
    if old != path:
        path.replace(old)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _whoami() -> list[str]:
    try:
        return [getpass.getuser(), socket.gethostname()]
    except (OSError, KeyError):  # no such user, as in some containers
        return [str(os.getuid()) if hasattr(os, "getuid") else "", socket.gethostname()]


@contextmanager
def hold_lock(within: Path) -> Iterator[None]:
    """Keep this user's other commands from writing in a folder. The system lets go of the lock where a
    process is killed. EditError where another one doesn't come to an end.
    """
    # Not in the folder, where git would show the lock as a new file; and each user has a lock of their own
    # there, as nobody may open another's.
    name = digest("\0".join([*_whoami(), os.path.realpath(within)]).encode("utf-8", "replace"))[:32]
    lock = FileLock(Path(tempfile.gettempdir()) / f"mkdocs-plans-{name}.lock", timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise EditError("another command is writing to this plan: run this again when it is done") from error
    except OSError as error:
        raise EditError(f"{lock.lock_file} can't be locked: {error.strerror}; nothing is changed") from error
    try:
        yield
    finally:
        lock.release()
