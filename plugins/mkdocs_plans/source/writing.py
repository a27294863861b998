"""A plan file written anew: whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


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
