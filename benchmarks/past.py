"""A generated plan's past, as many commits as one likes, each of which changes a few tactics; and what a site
pays for showing it.
"""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.figures import Figure
from benchmarks.measure import Command, in_turn, ratio, run, seconds
from benchmarks.sites import GeneratedSite

PLANS, COMMITS = 500, 2_000
FIRST, LATER = 2, 1.5
"""Bounds: what the first build pays for a commit, beside a check of as many files as it changed; and what
`plans log` takes when all but one commit are known, beside a check.
"""

BEGIN = datetime.datetime(2024, 1, 8, 12, tzinfo=datetime.UTC)
SPAN = datetime.timedelta(days=1050)
"""When the first commit is from, and how long after it the last one is."""

_HEAD = "commit refs/heads/main\ncommitter Ada Author <ada@example.org> {} +0000\ndata 4\nPlan\n"


def past(folder: Path, times: int) -> Iterator[Figure]:
    """What the first build of a site with `history` pays, beside one for which all commits are known; and
    what a command pays after one more commit.
    """
    (folder / "past").mkdir()
    site = GeneratedSite(folder / "past", PLANS)
    text = (site.folder / "mkdocs.yml").read_text("utf-8")
    (site.folder / "past.yml").write_text(text.replace("plans: {", "plans: {history: true, "), "utf-8")
    share = write_past(site.folder, COMMITS) / PLANS
    known, log, check = site.build("past"), site.plans("log", "--most", "1"), site.plans("check")
    commands = {"first": _forgetful(known, site), "known": known, "check": check}
    runs = in_turn(commands, times)
    turns = zip(*(runs[name] for name in commands), strict=True)
    paid = [(first.seconds - then.seconds, one.seconds * share) for first, then, one in turns]
    values = median(mine for mine, _ in paid), "s", median(files for _, files in paid)
    each = median(mine / files for mine, files in paid)
    work = f"first build with `history` of {COMMITS:,} commits ÷ `plans check` of each changed file"
    yield Figure(work, PLANS, *values, each, FIRST)
    run(log)
    runs = in_turn({"log": replace(log, before=site.touch), "check": check}, times)
    took = seconds(runs["log"]), "s", seconds(runs["check"])
    work = f"`plans log`, one of {COMMITS:,} commits new ÷ `plans check`"
    yield Figure(work, PLANS, *took, ratio(runs["log"], runs["check"]), LATER)


def _forgetful(command: Command, site: GeneratedSite) -> Command:
    """A command for which no commit is known yet."""

    def forget() -> None:
        if command.before:
            command.before()
        (site.folder / ".cache/plans/history.sqlite").unlink(missing_ok=True)

    return replace(command, before=forget)


def write_past(folder: Path, commits: int, seed: int = 1) -> int:
    """Make a repository of a site's folder: a first commit, then so many more. Give how many files these
    change, all together. The folder holds the files as they are at the end.
    """
    random = Random(seed)
    texts = {path: path.read_text("utf-8") for path in _files(folder)}
    tactics = [path for path in texts if "tactics" in path.parts]
    stream = [_commit(BEGIN, folder, texts)]
    changed = 0
    for number in range(1, commits + 1):
        day = BEGIN + SPAN * number / commits
        some = random.sample(tactics, random.choice((1, 1, 1, 2, 3)))
        for path in some:
            texts[path] = random.choice(_EDITS)(texts[path], random, day.date())
        stream.append(_commit(day, folder, {path: texts[path] for path in some}))
        changed += len(some)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
    command = ["git", "fast-import", "--quiet", "--done"]
    subprocess.run(command, cwd=folder, input=b"".join(stream) + b"done\n", check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)
    return changed


def _files(folder: Path) -> list[Path]:
    return [folder / "mkdocs.yml", *sorted(path for path in (folder / "plans").rglob("*") if path.is_file())]


def _commit(day: datetime.datetime, folder: Path, texts: Mapping[Path, str]) -> bytes:
    parts = [_HEAD.format(int(day.timestamp())).encode()]
    for path, text in texts.items():
        data = text.encode()
        parts.append(f'M 100644 inline "{path.relative_to(folder).as_posix()}"\ndata {len(data)}\n'.encode())
        parts += [data, b"\n"]
    return b"".join(parts)


# --- edits of a tactic's text -----------------------------------------------------------------------


def _move_end(text: str, random: Random, _: datetime.date) -> str:
    def later(found: re.Match[str]) -> str:
        day = datetime.date.fromisoformat(found[1]) + datetime.timedelta(days=random.randint(1, 30))
        return f"\nend: {day}\n"

    return re.sub(r"\nend: (\d{4}-\d\d-\d\d)\n", later, text, count=1)


def _check_in(text: str, random: Random, day: datetime.date) -> str:
    health = random.choice(("on-track", "at-risk", "off-track"))
    return text.replace("\nupdates:\n", f"\nupdates:\n  - date: {day}\n    health: {health}\n", 1)


def _hand_over(text: str, random: Random, _: datetime.date) -> str:
    return re.sub(r"\ndri: .*\n", f"\ndri: person-{random.randint(1, 9)}\n", text, count=1)


def _reword(text: str, _: Random, day: datetime.date) -> str:
    return f"{text.rstrip()}\n\nWhat we knew on {day} stands above.\n"


_EDITS: tuple[Callable[[str, Random, datetime.date], str], ...] = (_move_end, _check_in, _hand_over, _reword)
