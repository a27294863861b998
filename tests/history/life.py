"""A repository with eighteen months of a plan's life, written in one stream, and all that happened in it."""

from __future__ import annotations

import datetime
import random
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.small_site import PEOPLE, text, write_document

COMMITTER = "Zebulon Quill <zebulon@quill.example>"
AUTHOR = "Ottilie Brandt <ottilie@brandt.example>"
BEGIN = datetime.date(2025, 6, 2)
NUMBER = 200
"""How many commits the default branch has, merged ones counted once."""

CONFIG = """
site_name: Small Makers
docs_dir: plans
site_url: https://plans.example/
repo_url: https://code.example/makers/plan
theme: {name: material, font: false}
plugins:
  - search
  - plans:
      today: 2026-12-01
      timezone: Europe/Berlin
"""

Key = tuple[str, str]
"""A date by what it is of: the plan's name in this script, and an action's id or nothing."""


@dataclass(frozen=True)
class Tactic:
    """A tactic as it stands: `id` and `folder` may change, `name` is what this script calls it."""

    name: str
    folder: str
    id: str
    end: datetime.date
    due: datetime.date
    originally: datetime.date | None = None
    status: str = "active"
    words: int = 1
    updates: tuple[datetime.date, ...] = ()

    @property
    def path(self) -> str:
        """Its file below the plan's folder."""
        return f"{self.folder}/{self.id}.md"

    def written(self) -> str:
        """The file's text."""
        values: dict[str, object] = {
            "type": "tactic",
            "title": f"Tactic {self.name}",
            "strategy": "hire",
            "advances": ["first-year-retention"],
            "dri": "recruiting-lead",
            "status": self.status,
            "start": datetime.date(2025, 1, 1),
            "end": self.end,
        }
        if self.originally:
            values["originally"] = self.originally
        values["actions"] = [{"id": "first", "do": f"Begin with {self.name}", "due": self.due}]
        values["updates"] = [{"date": day, "health": "on-track"} for day in reversed(self.updates)]
        return write_document(values, f"What {self.name} is about. " + f"Word {self.name}. " * self.words)


@dataclass
class Life:
    """The repository as it grows. `events` is what each change did, the oldest first: its day, and by the
    script's names what was edited in each tactic; `moves` every day that a date had, with the day of the
    change; `states` all tactics after each change, with its day.
    """

    folder: Path
    branch: str = "main"
    config: str = CONFIG
    stream: list[bytes] = field(default_factory=list)
    events: list[tuple[datetime.date, dict[str, set[str]]]] = field(default_factory=list)
    moves: dict[Key, list[tuple[datetime.date, datetime.date]]] = field(default_factory=dict)
    plan: dict[str, Tactic] = field(default_factory=dict)
    states: list[tuple[datetime.date, dict[str, Tactic]]] = field(default_factory=list)
    marks: int = 0
    tip: int = 0
    reset: dict[str, str] = field(default_factory=dict)

    def copied(self, to: Path) -> Path:
        """Copy the repository to where a test may change it; give the copy's folder."""
        return shutil.copytree(self.folder, to / "copy", ignore=shutil.ignore_patterns(".cache", "site"))

    # --- what git is told -------------------------------------------------------------------------

    def commit(
        self,
        time: datetime.datetime,
        files: dict[str, str | None],
        *,
        branch: str = "",
        on: int | None = None,
        merge: int | None = None,
    ) -> int:
        """Write a commit; give its mark."""
        self.marks += 1
        branch, on = branch or self.branch, self.tip if on is None else on
        seconds = int(time.replace(tzinfo=datetime.UTC).timestamp())
        head = f"commit refs/heads/{branch}\nmark :{self.marks}\nauthor {AUTHOR} {seconds} +0000\n"
        head += f"committer {COMMITTER} {seconds} +0000\n"
        head += "data 15\nChange the plan\n" + (f"from :{on}\n" if on else "")
        head += f"merge :{merge}\n" if merge else ""
        self.stream.append(head.encode())
        for path, content in files.items():
            self.stream.append(_file(path, content))
        self.stream.append(b"\n")
        if branch == self.branch:
            self.tip = self.marks
        return self.marks

    def write(self) -> Path:
        """Make the repository, with its files checked out; give its folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        git(self.folder, "init", "--quiet", "--initial-branch", self.branch)
        command = ["git", "-C", str(self.folder), "fast-import", "--quiet", "--done"]
        subprocess.run(command, input=b"".join(self.stream) + b"done\n", check=True)
        git(self.folder, "reset", "--quiet", "--hard")
        return self.folder

    # --- what happens -----------------------------------------------------------------------------

    def begin(self) -> None:
        """The first commit: the site, a strategy and eight tactics."""
        for number, name in enumerate("abcdefgh"):
            end = datetime.date(2026, 3, 31) + datetime.timedelta(days=7 * number)
            tactic = Tactic(f"{name}{name}{name}", "tactics", f"tactic-{name}", end, end)
            self.plan[tactic.name] = tactic
            self.moves[tactic.name, ""] = [(end, BEGIN)]
            self.moves[tactic.name, "first"] = [(end, BEGIN)]
        strategy = "---\ntype: strategy\ntitle: Hire people\nid: hire\ndri: vp-sales\ngoals:\n"
        strategy += "  - {id: first-year-retention, title: Keep people, unit: percent, target: 80}\n---\n"
        files: dict[str, str | None] = {"mkdocs.yml": text(self.config), "plans/people.yml": PEOPLE}
        files |= {"plans/hire.md": strategy, "plans/guide.md": "# How we plan\n"}
        files |= {f"plans/{one.path}": one.written() for one in self.plan.values()}
        self.commit(at(BEGIN), files)
        self.events.append(
            (BEGIN, {name: {""} for name in ["vp-sales", "recruiting-lead", "hire", *self.plan]})
        )
        self.states.append((BEGIN, dict(self.plan)))

    def change(
        self,
        day: datetime.date,
        edits: Iterable[tuple[str, Callable[[Tactic], Tactic], set[str]]],
        merge: int | None = None,
    ) -> None:
        """One change of some tactics: what each becomes, and the fields that a reader is told of."""
        files: dict[str, str | None] = {}
        told: dict[str, set[str]] = {}
        for name, become, fields in edits:
            was = self.plan[name]
            now = self.plan[name] = become(was)
            if was.path != now.path:
                files[f"plans/{was.path}"] = None
            files[f"plans/{now.path}"] = now.written()
            for key, old, new in (("", was.end, now.end), ("first", was.due, now.due)):
                if old != new:
                    self.moves[name, key].append((new, day))
            if fields:
                told.setdefault(name, set()).update(fields)
        self.commit(at(day), files, merge=merge)
        self.states.append((day, dict(self.plan)))
        if told:
            self.events.append((day, told))

    def hire(self, day: datetime.date) -> None:
        """Somebody comes to the people file: no plan says anything else."""
        self.commit(at(day), {"plans/people.yml": f"{PEOPLE}new-hand: {{name: Nia New}}\n"})
        self.events.append((day, {"new-hand": {""}}))

    def at_end_of(self, day: datetime.date) -> dict[str, Tactic]:
        """The tactics as they were on a day; none before the first."""
        return next((state for when, state in reversed(self.states) if when <= day), {})

    def merge(
        self, day: datetime.date, edits: list[tuple[str, Callable[[Tactic], Tactic], set[str]]]
    ) -> None:
        """A branch with a commit for each edit and one that is taken back in it, merged: one change."""
        on = self.tip
        branch, state = f"topic-{self.marks}", dict(self.plan)
        for number, (name, become, _) in enumerate(edits):
            for step in (replace(state[name], words=90 + number), become(state[name])):
                time = at(day) - datetime.timedelta(hours=len(edits) - number)
                on = self.commit(time, {f"plans/{step.path}": step.written()}, branch=branch, on=on)
            state[name] = become(state[name])
        self.change(day, edits, merge=on)


def at(day: datetime.date, hour: int = 12) -> datetime.datetime:
    """A time on a day."""
    return datetime.datetime.combine(day, datetime.time(hour))


def _file(path: str, content: str | None) -> bytes:
    if content is None:
        return f'D "{path}"\n'.encode()
    data = content.encode()
    return f'M 100644 inline "{path}"\ndata {len(data)}\n'.encode() + data + b"\n"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


# --- edits ------------------------------------------------------------------------------------------

Edit = tuple[str, Callable[[Tactic], Tactic], set[str]]


def move(name: str, days: int, *, keep_first: bool = True) -> Edit:
    """The end moves; what was promised first is written down once, or isn't."""

    def become(one: Tactic) -> Tactic:
        first = one.originally or (one.end if keep_first else None)
        return replace(one, end=one.end + datetime.timedelta(days=days), originally=first)

    return name, become, {"end"}


def move_action(name: str, days: int) -> Edit:
    """The day of the action moves; nobody writes down what was promised first."""
    return name, lambda one: replace(one, due=one.due + datetime.timedelta(days=days)), {"actions.first.due"}


def check_in(name: str, day: datetime.date) -> Edit:
    """Somebody checks in."""
    return name, lambda one: replace(one, updates=(*one.updates, day)), {"updates"}


def reword(name: str) -> Edit:
    """The text changes."""
    return name, lambda one: replace(one, words=one.words + 1), {"body"}


def rename(name: str, to: str) -> Edit:
    """It gets another id, and its file another name."""
    return name, lambda one: replace(one, id=to), {"id"}


def lived(folder: Path, branch: str = "main", config: str = CONFIG) -> Life:
    """All eighteen months, written to a folder."""
    life, chance = Life(folder, branch, config), random.Random(16)
    life.begin()
    special: dict[int, Callable[[datetime.date], None]] = {
        20: lambda day: life.change(day, [rename("aaa", "tactic-renamed")]),
        40: lambda day: life.change(day, [_to_folder(name, "programme/tactics") for name in life.plan]),
        60: lambda day: life.merge(day, [move("aaa", 30), reword("bbb"), check_in("ccc", day)]),
        80: lambda day: life.change(
            day, [move("ccc", 10), move("ddd", 10), move_action("eee", 5)]
        ),  # a squash
        100: lambda day: life.change(day, [move("fff", 45)]),
        101: lambda day: life.change(day, [move("fff", -45)]),  # its revert, which leaves what was written
        110: life.hire,
        120: lambda day: life.change(day, [("aaa", _forget_first, {"originally"})]),
        140: lambda day: life.merge(day, [rename("bbb", "tactic-of-another-name"), move("bbb", 14)]),
        160: lambda day: life.change(
            day, [_to_folder("ggg", "elsewhere"), move("ggg", 21, keep_first=False)]
        ),
    }
    day = BEGIN
    for number in range(1, NUMBER):
        day = BEGIN + datetime.timedelta(days=number * 540 // NUMBER)
        if number in special:
            special[number](day)
        elif number % 10 == 5:
            life.commit(
                at(day), {"plans/guide.md": f"# How we plan\n\nSince {day}.\n", "README.md": str(day)}
            )
        else:
            name = chance.choice("abcdefg") * 3
            edits = [check_in(name, day), reword(name), move_action(name, chance.randint(1, 9))]
            life.change(day, [chance.choice(edits)])
    life.write()
    return life


def _to_folder(name: str, folder: str) -> Edit:
    return name, lambda one: replace(one, folder=folder), set()


def _forget_first(one: Tactic) -> Tactic:
    """What was promised first is overwritten with the day of now."""
    return replace(one, originally=one.end)
