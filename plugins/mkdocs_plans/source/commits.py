"""The commits of the default branch that touch a folder, as git has them: which files each one changed.

First parents only: a merged pull request is one change, whatever commits it is made of.
"""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.branch import DEFAULT_BRANCHES, current_branch, is_shallow, resolve
from mkdocs_plans.source.folder import is_utf8
from mkdocs_plans.source.git import DAMAGED, ask_git, environment, place_below
from mkdocs_plans.source.revision import Revision

_FILES = {"100644", "100755"}
"""The modes of what is read: a link's content is the file that it leads to, which is there itself."""

# What a user's own settings would change about the answer.
_PLAIN = ("-c", "log.showRoot=true", "-c", "log.showSignature=false", "-c", "log.follow=false")
_RAW = (
    *("--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-relative", "--reverse"),
    "-O/dev/null",
)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with what it changed of the folder: by path relative to it, the blob that each file has now,
    None where it is gone. `time` is when it came to the branch; `author` is who wrote it, without an address.
    The first commit has no `parent`.
    """

    name: str
    time: datetime.datetime
    author: str
    parent: str
    changed: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Log:
    """Commits that change something, the oldest first. `branch` is whose they are. Where a shallow clone
    `is_cut` off, the oldest one seems to bring all that was there before it.
    """

    commits: tuple[Commit, ...]
    branch: str
    is_cut: bool


def read_log(folder: Path, is_wanted: Callable[[str], bool], at: Revision | None = None) -> Log:
    """Read the commits that change a wanted file below a folder, up to the newest one or to a state of it;
    before it moved, of where it stood then. ToolError where there is no git, no repository, or no commit
    yet.
    """
    top = Path(ask_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    prefix = at.place if at else place_below(top, folder)
    newest, branch = history_branch(folder)
    command = (*_PLAIN, "log", *_RAW, "--format=%H %ct %P%x09%aN")
    answer = ask_git(top, *command, at.commit if at else newest, "--", prefix or ".")
    found = (_commit(row, prefix, is_wanted) for row in _rows(answer))
    commits = _in_time([commit for commit in found if commit.changed])
    is_cut = is_shallow(top) and (not commits or not commits[0].parent)
    log = Log(commits, branch, is_cut)
    return _with_what_was_before(log, folder, is_wanted) if commits and commits[0].parent else log


def _with_what_was_before(log: Log, folder: Path, is_wanted: Callable[[str], bool]) -> Log:
    """The same, with what happened before its first commit, if that moved the folder to where it stands."""
    first, *others = log.commits
    before = Revision(folder, first.parent, follows=True)
    if not before.moved_from:
        return log
    kept = {path for path, _ in first.changed}
    gone = ((path, None) for path in before.paths if path not in kept and is_wanted(path))
    moved = replace(first, changed=(*first.changed, *gone))
    earlier = read_log(folder, is_wanted, before)
    return Log(_in_time((*earlier.commits, moved, *others)), log.branch, earlier.is_cut)


def _in_time(commits: Sequence[Commit]) -> tuple[Commit, ...]:
    """The commits, none of them before an older one."""
    times = in_order([commit.time for commit in commits])
    return tuple(replace(commit, time=time) for commit, time in zip(commits, times, strict=True))


def in_order(times: Sequence[datetime.datetime]) -> list[datetime.datetime]:
    """The times of commits that follow one another, in order: a clock that goes wrong makes one of them too
    early or too late, which then came when the one before it did.
    """
    found: list[datetime.datetime] = []
    for own, after in zip(times, [*times[1:], times[-1]] if times else (), strict=True):
        before = found[-1] if found else min(own, after)
        found.append(before if own < before or own > after >= before else own)
    return found


def _rows(answer: bytes) -> Iterator[list[str]]:
    """Give what stands of each commit: its name with its time, then a line of facts and a path each."""
    row: list[str] = []
    for part in answer.split(b"\0"):
        text = part.decode("utf-8", "surrogateescape").lstrip("\n")
        is_path = len(row) % 2 == 0 and bool(row)
        if not is_path and not text.startswith(":"):
            if row:
                yield row
            row = []
        if text:
            row.append(text)
    if row:
        yield row


def _commit(row: list[str], prefix: str, is_wanted: Callable[[str], bool]) -> Commit:
    facts, _, author = row[0].partition("\t")
    name, time, *parents = facts.split()
    changed = []
    for facts, path in zip(row[1::2], row[2::2], strict=True):
        _, mode, _, blob, _ = facts.split()
        short = path.removeprefix(prefix)
        if is_utf8(short) and is_wanted(short):
            changed.append((short, blob if mode in _FILES else None))
    came = moment(time)
    return Commit(name, came, _without_address(author), parents[0] if parents else "", tuple(changed))


def _without_address(author: str) -> str:
    """A name as it may be shown. Some have given git their address for one, or with it."""
    text = author.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    names = (word for word in text.split() if "@" not in word)
    return " ".join(names) or text.partition("@")[0].strip(" <(")


def history_branch(folder: Path) -> tuple[str, str]:
    """The revision whose past counts, and what its branch is called: the default branch. On that branch it is
    what is checked out, which may be ahead of what was fetched; where there is none, likewise.

    ToolError where there is no commit yet.
    """
    ask_git(folder, "rev-parse", "--git-dir")  # says it where there is none
    current = current_branch(folder)
    for name in DEFAULT_BRANCHES:
        if resolve(folder, name) is None:
            continue
        short = _short(folder, name)
        return ("HEAD" if short == current else name), short
    if resolve(folder, "HEAD") is None:
        raise ToolError(f"{folder} is in a git repository that has no commit yet")
    return "HEAD", current or "HEAD"


def _short(folder: Path, name: str) -> str:
    """What a branch is called where it is checked out: `main`."""
    if name != "origin/HEAD":
        return name.removeprefix("origin/")
    remote = ask_git(folder, "rev-parse", "--abbrev-ref", name).decode().strip()
    return remote.removeprefix("origin/")


def moment(seconds: str) -> datetime.datetime:
    """A time as git has it, in seconds; the nearest one that there is in any time zone."""
    return datetime.datetime.fromtimestamp(min(max(int(seconds), _FIRST), _LAST), datetime.UTC)


_FIRST, _LAST = -62_135_000_000, 253_402_000_000
"""Days after the year 1 begins, and before the year 9999 ends."""


class Blobs:
    """Reads blobs of a repository through one process, each when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.communicate()

    def read(self, blob: str) -> bytes:
        """Give a blob's bytes. ToolError where the repository lacks it."""
        if self._process is None:
            command = ["git", "-C", str(self._folder), "cat-file", "--batch"]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(self._folder),
            )
        there, back = _ends(self._process)
        there.write(f"{blob}\n".encode())
        there.flush()
        facts = back.readline().split()
        if len(facts) != 3:  # "NAME missing"
            raise ToolError(f"git can't read the object {blob}: {DAMAGED}")
        data = back.read(int(facts[2]) + 1)
        return data[:-1]


def _ends(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
