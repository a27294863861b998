"""Plan files written anew: whole or not at all, and several together or none."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_plans.errors import EditError


@dataclass(frozen=True, slots=True)
class Write:
    """A file to write. `before` is what it holds, None where there is none yet; `old_path` is where it
    is, if it moves.
    """

    path: Path
    before: bytes | None
    after: bytes
    old_path: Path | None = None


def write_together(writes: Sequence[Write], within: Path) -> None:
    """Write all of some files, or none. EditError where one isn't as it was read, can't be written, or is
    new and would be outside of a folder, for a link leads there. A file that has several names is written
    once.
    """
    unique: dict[tuple[Path, bytes | None, bytes], Write] = {}
    for write in writes:
        unique.setdefault(((write.old_path or write.path).resolve(), write.before, write.after), write)
    writes = list(unique.values())
    for write in writes:
        _refuse_changed(write)
        _refuse_outside(write, within)
    with ExitStack() as undo:
        for write in writes:
            try:
                _write(write, undo.callback)
            except OSError as error:
                said = f"{write.path.name} can't be written: {error.strerror}; nothing is changed"
                raise EditError(said) from error
        undo.pop_all()


def _refuse_changed(write: Write) -> None:
    old = write.old_path or write.path
    is_there = write.path.exists() and not (old.exists() and old.samefile(write.path))
    if is_there or (write.before is None and write.path.exists()):
        raise EditError(f"{write.path.name} is there already, and is left as it is")
    if write.before is not None and (not old.is_file() or old.read_bytes() != write.before):
        raise EditError(f"{old.name} has changed since it was read, and is left as it is: run this again")


def _refuse_outside(write: Write, within: Path) -> None:
    place = (write.path if write.old_path or write.before is None else within).resolve()
    if not place.is_relative_to(within.resolve()):
        said = f"{write.path.name} would be outside of {within}, where a link leads"
        raise EditError(f"{said}; nothing is written")


def _write(write: Write, undo: Callable[..., object]) -> None:
    """Write one file, noting how that is taken back."""
    if write.before is None:
        write.path.parent.mkdir(parents=True, exist_ok=True)
        with write.path.open("xb") as file:
            undo(write.path.unlink, missing_ok=True)
            file.write(write.after)
        return
    old = write.old_path or write.path
    if not replace_file(old, write.before, write.after):
        raise EditError(f"{old.name} has changed since it was read; nothing is changed: run this again")
    undo(replace_file, old, write.after, write.before)
    if write.old_path is not None:
        old.rename(write.path)
        undo(write.path.rename, old)


def replace_file(path: Path, before: bytes, after: bytes) -> bool:
    """Put other bytes in the place of a file's, and keep its mode; a link's target is what is written.

    False, and nothing done, where the file no longer holds `before`. OSError where it can't be written.
    """
    target = path.resolve()
    if not target.is_file() or target.read_bytes() != before:
        return False
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _make_alike(Path(name), target)
        Path(name).replace(target)
    except BaseException:  # also where the author stops it: nothing half written is left behind
        Path(name).unlink(missing_ok=True)
        raise
    return True


def _make_alike(file: Path, model: Path) -> None:
    """Give a file another's mode, and its owner where we may."""
    status = model.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(file, status.st_uid, status.st_gid)
    shutil.copymode(model, file)
