"""Files from disk: regular ones alone, and no more of one than it may hold.

A name in a plan's folder may stand for anything: a pipe that nobody writes to, a device without end. Reading
either would never come to one.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MAX_CONFIG_BYTES = 1024 * 1024
"""What a mkdocs.yml may hold, a file that it inherits from, and a template: people write them."""


def read_file(path: str | os.PathLike[str], limit: int) -> bytes:
    """Read a regular file; of one that is longer than `limit` bytes, one byte more than that.

    OSError where it can't be read, or isn't a regular file.
    """
    # Not to wait for a pipe's other end: opening one would do so before it can be told what it is.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it isn't a regular file", str(path))
        # One byte more than there are: fewer say that this was the end. Room for `limit` would take longer.
        wanted = min(status.st_size, limit) + 1
        data = read = os.read(descriptor, wanted)
        while read and wanted <= len(data) <= limit:  # it has grown since, or tells no size
            read = os.read(descriptor, limit + 1 - len(data))
            data += read
        return data
    finally:
        os.close(descriptor)


def read_config(path: Path) -> str:
    """Read a file of settings, or a template. OSError as `read_file`, and where it is too long; ValueError
    where it isn't UTF-8.
    """
    data = read_file(path, MAX_CONFIG_BYTES)
    if len(data) > MAX_CONFIG_BYTES:
        said = f"it is larger than {MAX_CONFIG_BYTES // 1024 // 1024} MB"
        raise OSError(errno.EFBIG, said, str(path))
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def cache_folder(root: Path) -> Path:
    """The folder of what is only kept to save time, below a site's root: made where it isn't there, and left
    out of git. OSError where it can't be.
    """
    folder = root / ".cache" / "plans"
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")  # whatever is in here is nobody's source
    return folder


_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder of our templates: within the package when it is installed from a wheel, at the top
    of the repository in a checkout.
    """
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"
