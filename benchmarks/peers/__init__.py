"""Other tools over the same plan: a plan file is an item of theirs, which says and links to the same.

Each has an environment of its own below `.cache/peers/`, made by pip on first use.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from benchmarks.measure import Command
from benchmarks.sites import ROOT, GeneratedSite

_ENVIRONMENTS = ROOT / ".cache/peers"
_FILE = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A plan file: its folder in the plan, its type and id, what it says, and the item that it serves, if
    any. Its facts are a plain line each: not every peer reads lists within lists.
    """

    folder: str
    kind: str
    id: str
    title: str
    facts: str
    body: str
    serves: str | None

    @property
    def text(self) -> str:
        """All that it says."""
        return f"{self.facts}\n{self.body}".strip()


@dataclass(frozen=True)
class Peer:
    """A tool: the version that is measured, how it is given a plan, and its commands, each a program of its
    environment with what it is told. `made` are the folders that these write into.
    """

    name: str
    version: str
    write: Callable[[Path, Sequence[Item]], object]
    check: Sequence[str]
    publish: Sequence[str]
    made: Sequence[str]
    work: Path = Path()

    def at(self, site: GeneratedSite) -> Peer:
        """The same tool, with the site's plan in a folder of its own."""
        work = site.folder / self.name
        work.mkdir()
        self.write(work, list(items(site)))
        return replace(self, work=work)

    def run(self, words: Sequence[str], *, is_clean: bool = True) -> Command:
        """One of its commands, with nothing made before, or over what was made."""
        program, *rest = words
        command = [str(self._environment() / "bin" / program), *rest]
        return Command(command, self.work, before=self._clear if is_clean else None)

    def _clear(self) -> None:
        for name in self.made:
            shutil.rmtree(self.work / name, ignore_errors=True)

    def _environment(self) -> Path:
        folder = _ENVIRONMENTS / f"{self.name}-{self.version}"
        ready = folder / "is-ready"
        if not ready.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
            install = ["pip", "install", "--quiet", "--disable-pip-version-check"]
            wanted = f"{self.name}=={self.version}"
            subprocess.run([str(folder / "bin/python"), "-m", *install, wanted], check=True)
            ready.touch()
        return folder


def items(site: GeneratedSite) -> Iterator[Item]:
    """The plan files of a site."""
    plan = site.folder / "plans"
    paths = sorted(plan.rglob("*.md"))
    names = {path.stem for path in paths}
    for path in paths:
        if found := _FILE.match(path.read_text("utf-8")):
            yield _item(path.relative_to(plan), found[1], found[2], names)


def _item(path: Path, facts: str, body: str, names: Collection[str]) -> Item:
    values = yaml.load(facts, yaml.CSafeLoader)
    above = values.get("strategy") or values.get("theme")
    title = values.get("title") or values["type"].capitalize()
    serves = above if above in names else None
    lines = "\n".join(line.strip().removeprefix("- ") for line in facts.splitlines())
    return Item(path.parent.name, values["type"], path.stem, title, lines, body, serves)
