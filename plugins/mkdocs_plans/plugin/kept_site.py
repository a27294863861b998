"""What was published before, kept until the new site is whole.

MkDocs empties the published folder first and builds then: whatever fails in between would cost the old
site. So what the folder holds is moved aside before, which takes no time, and is put back where the build
fails, for whatever reason. Where the program itself is killed, the next build puts it back.

Files that the new site has as they were may stand: they are moved back before it is written, by whole
folders, so that neither writing nor deleting takes time. A list beside says which, for a build that fails
after all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Set
from pathlib import Path

from mkdocs.utils import clean_directory

Stamp = list[int]
"""What tells a file that was written again: when that was, in nanoseconds, and its size in bytes."""


class KeptSite:
    """The last whole site while the next one is built. Builds within a build belong to the outermost."""

    def __init__(self) -> None:
        self._depth = 0
        self._site: Path | None = None
        self._aside = Path()

    @property
    def is_outermost(self) -> bool:
        """Whether no build is under way, or only one that isn't within another."""
        return self._depth <= 1

    def begin(self, site_dir: Path) -> None:
        """Move what is published aside; OSError where that can't be done, and then nothing was moved."""
        self._depth += 1
        if self._depth > 1:
            return
        self._site = site_dir
        _recover(site_dir)
        _move(_entries(site_dir), _moving(site_dir), site_dir)
        if _moving(site_dir).exists():
            _moving(site_dir).rename(_kept(site_dir))
        self._aside = _kept(site_dir)

    def stamp(self, path: str) -> Stamp | None:
        """That of a file of the old site; None where there is none, or it may not stand."""
        if self._site is None or self._depth != 1:
            return None
        return stamp_of(f"{self._aside}/{path}")

    def text(self, path: str) -> str:
        """A page of the old site."""
        return (self._aside / path).read_text("utf-8")

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file of the old site has a content."""
        stamp = self.stamp(path)
        is_as_long = stamp is not None and stamp[1] == len(data)
        return is_as_long and (self._aside / path).read_bytes() == data

    def let_stand(self, paths: Set[str]) -> bool:
        """Have the new site begin with files of the old one, by their paths in it. Say whether it does:
        nothing may have been written before.
        """
        if self._site is None or not paths or _entries(self._site):
            return False
        kept = self._aside
        _standing(self._site).write_text("".join(f"{path}\0" for path in sorted(paths)), "utf-8")
        for part in _parts(str(kept), {f"{kept}/{path}".replace("/", os.sep) for path in paths})[0]:
            target = self._site / Path(part).relative_to(kept)
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(part).rename(target)
        return True

    def end(self) -> None:
        """The new site is whole: drop the old one."""
        self._depth = max(0, self._depth - 1)
        if self._depth == 0 and self._site is not None:
            if _kept(self._site).exists():
                _kept(self._site).rename(_dropped(self._site))
            _standing(self._site).unlink(missing_ok=True)
            shutil.rmtree(_dropped(self._site), ignore_errors=True)
            self._site = None

    def put_back(self, *, is_all_over: bool = False) -> bool:
        """The build failed: take what it wrote away and put the old site back. `is_all_over` says so of
        the builds around it too. Say whether there was anything to do.
        """
        self._depth = 0 if is_all_over else max(0, self._depth - 1)
        if self._depth or self._site is None:
            return False
        site_dir, self._site = self._site, None
        _take_back(site_dir)
        clean_directory(str(site_dir))
        _recover(site_dir)
        return True


def _recover(site_dir: Path) -> None:
    """Put back what a build that didn't end left aside."""
    shutil.rmtree(_dropped(site_dir), ignore_errors=True)
    _take_back(site_dir)
    if _kept(site_dir).is_dir():
        clean_directory(str(site_dir))
        _kept(site_dir).rename(_moving(site_dir))  # from here on nothing beside it is to be taken away
    if _moving(site_dir).is_dir():
        missing = [entry for entry in _moving(site_dir).iterdir() if not (site_dir / entry.name).exists()]
        _move(missing, site_dir, site_dir)
        shutil.rmtree(_moving(site_dir), ignore_errors=True)


def _take_back(site_dir: Path) -> None:
    """Have the whole old site aside again, where files of it stand in the new one."""
    standing, kept = _standing(site_dir), _kept(site_dir)
    if standing.is_file() and kept.is_dir():
        for path in standing.read_text("utf-8").split("\0")[:-1]:  # what is behind the last is cut off
            if not (kept / path).exists():
                (kept / path).parent.mkdir(parents=True, exist_ok=True)
                (site_dir / path).rename(kept / path)
    standing.unlink(missing_ok=True)


def stamp_of(path: str) -> Stamp | None:
    """A file's stamp; None where there is no file."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return [found.st_mtime_ns, found.st_size]


def _parts(folder: str, paths: Set[str]) -> tuple[list[str], bool]:
    """The files of a folder that are among paths, but folders in place of all that is in them; and whether
    these are all that the folder holds.
    """
    found: list[str] = []
    entries = list(os.scandir(folder))
    wholes = 0
    for entry in entries:
        parts, is_whole = [entry.path] if entry.path in paths else [], entry.path in paths
        if entry.is_dir(follow_symlinks=False):
            parts, is_whole = _parts(entry.path, paths)
        wholes += is_whole
        found += [entry.path] if is_whole else parts
    return found, 0 < len(entries) == wholes


def _entries(site_dir: Path) -> list[Path]:
    """What MkDocs would take away: it leaves what is hidden."""
    found = site_dir.iterdir() if site_dir.is_dir() else ()
    return [entry for entry in found if not entry.name.startswith(".")]


def _move(entries: list[Path], to: Path, site_dir: Path) -> None:
    if not entries:
        return
    to.mkdir(exist_ok=True)
    moved: list[Path] = []
    try:
        for entry in entries:
            entry.rename(to / entry.name)
            moved.append(entry)
    except OSError:
        for entry in moved:
            (to / entry.name).rename(entry)
        if to != site_dir:
            to.rmdir()
        raise


def _beside(site_dir: Path, what: str) -> Path:
    """A hidden folder next to the site, where moving takes no copying: on the same disk, if the folder
    above is on it and may be written, else within.
    """
    above = site_dir.parent
    is_near = site_dir.exists() and above.stat().st_dev == site_dir.stat().st_dev
    home = above if is_near and not site_dir.is_symlink() and os.access(above, os.W_OK) else site_dir
    return home / f".{site_dir.name}-{what}"


def _moving(site_dir: Path) -> Path:
    """Holds a part of the old site; the rest stands in the site's folder."""
    return _beside(site_dir, "is-being-moved")


def _kept(site_dir: Path) -> Path:
    """Holds the whole old site; what stands in the site's folder is unfinished."""
    return _beside(site_dir, "before-this-build")


def _standing(site_dir: Path) -> Path:
    """Names the files of the old site that stand in the new one, each with a zero behind it."""
    return _beside(site_dir, "stands-as-it-was")


def _dropped(site_dir: Path) -> Path:
    """Holds what is of no use any more."""
    return _beside(site_dir, "no-longer-needed")
