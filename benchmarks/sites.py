"""Generated sites, with our plugin and without, and the commands that are measured on them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache, partial
from pathlib import Path

import yaml

from benchmarks.generate import write_site
from benchmarks.measure import Command

ROOT = Path(__file__).resolve().parents[1]
_PROGRAMS = Path(sys.executable).parent
_AS_SOMEBODY = ("-c", "user.name=Ada Author", "-c", "user.email=ada@example.org")


class GeneratedSite:
    """A site with so many plan files, written into a folder of its own."""

    def __init__(self, folder: Path, number: int, seed: int = 1) -> None:
        self.folder = folder / str(number)
        self.folder.mkdir()
        self.number = number
        write_site(self.folder, number, seed)
        config = yaml.safe_load((self.folder / "mkdocs.yml").read_text())
        bare = {**config, "plugins": ["search"], "exclude_docs": "people.yml"}
        (self.folder / "bare.yml").write_text(yaml.safe_dump({**bare, "not_in_nav": "*"}))
        (self.folder / "bare-in-menu.yml").write_text(yaml.safe_dump(bare))

    def build(self, config: str = "mkdocs", *, is_clean: bool = True) -> Command:
        """`mkdocs build` with one of the configurations: as if it never had been built, or over the last
        site, with what was kept of it.
        """
        words = [str(_PROGRAMS / "mkdocs"), "build", "-f", f"{config}.yml", "-d", f"site-{config}"]
        return Command(words, self.folder, before=partial(self._clear, config) if is_clean else None)

    def _clear(self, config: str) -> None:
        shutil.rmtree(self.built(config), ignore_errors=True)
        for path in self.folder.glob(f".cache/plans/{config}-*"):
            path.unlink()

    def saves(self, times: int) -> dict[str, list[float]]:
        """The seconds of builds while the site is served: the first, and those after saves of each kind."""
        words = [sys.executable, "-m", "benchmarks.saves", str(self.folder), str(times)]
        done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        took: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
        return took

    def built(self, config: str = "mkdocs") -> Path:
        """The folder of a built site."""
        return self.folder / f"site-{config}"

    def plans(self, *words: str, **variables: str) -> Command:
        """A command of ours."""
        return Command([str(_PROGRAMS / "plans"), *words], self.folder, variables)

    def baseline(self) -> Command:
        """Reading the files and their YAML alone."""
        words = [sys.executable, "-m", "benchmarks.baseline", str(self.folder / "plans")]
        return Command(words, ROOT)

    def touch(self) -> None:
        """Commit one more change: a tactic's text says more."""
        path = min(self.folder.glob("plans/tactics/*/*.md"))
        path.write_text(f"{path.read_text('utf-8').rstrip()} More.\n", "utf-8")
        subprocess.run(["git", *_AS_SOMEBODY, "commit", "-qam", "More"], cwd=self.folder, check=True)

    @cache  # noqa: B019 - a site is there for as long as its run
    def commit(self) -> None:
        """Commit the plan, and change twenty tactics: they end later, and somebody else answers for them."""
        for command in (
            ["init", "-q"],
            ["add", "plans", "mkdocs.yml"],
            [*_AS_SOMEBODY, "commit", "-qm", "Plan"],
        ):
            subprocess.run(["git", *command], cwd=self.folder, check=True)
        paths = sorted(self.folder.glob("plans/tactics/*/*.md"))
        for path in paths[:: max(1, len(paths) // 20)][:20]:
            text = path.read_text("utf-8")
            path.write_text(re.sub("^(dri|end): .*", _moved, text, flags=re.MULTILINE), "utf-8")


def _moved(line: re.Match[str]) -> str:
    return "dri: person-1" if line[1] == "dri" else "end: 2026-12-31"
