"""`python -m benchmarks`: measure, print a table, and exit with 1 where a bound is broken."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import click

from benchmarks.figures import Figure, table
from benchmarks.generate import write_site
from tests.damage import check_damaged

ROOT = Path(__file__).resolve().parents[1]

CHECK_TO_BASELINE = 2.0
"""A check may take twice as long as reading the files and their YAML alone."""

HOOKS_TO_MKDOCS = 0.25
"""Our hooks may take a quarter of what MkDocs takes for the same pages."""

GROWTH = 1.1
"""A plan of ten times the size may take a tenth more for each plan file."""

MEMORY = 600.0
"""MB that a check of 10,000 plans may need."""

DAMAGED = 20_000
"""How many damaged plan files the long run checks."""

DIFF_TO_CHECK = 2.2
"""Telling what a change means reads and checks two states of the plan."""

SHELL = 0.5
"""Seconds that a check of 50 plans may take from the shell: an author is told at once."""

_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of a command whose modules are compiled, as pip leaves them."""


@click.command()
@click.option("--long", "is_long", is_flag=True, help="Measure at 10,000 plans too; some ten minutes more.")
@click.option("--seed", default=1, show_default=True, help="What the generated plan is made of.")
def main(is_long: bool, seed: int) -> None:
    """Measure the product on generated plans."""
    with tempfile.TemporaryDirectory(prefix="plans-bench-") as folder:
        sites = _Sites(Path(folder), seed)
        figures = []
        for figure in (
            *_shell(sites),
            *_check(sites),
            *_diff(sites),
            *_build(sites),
            *(_long(sites) if is_long else ()),
        ):
            figures.append(figure)
            click.echo(f"  {figure.name}", err=True)
    click.echo(table(figures))
    sys.exit(not all(figure.holds for figure in figures))


class _Sites:
    """Generated sites by the number of their plan files; each is written when it is first asked for."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed

    def config(self, number: int) -> Path:
        """The mkdocs.yml of the site with so many plan files."""
        site = self._folder / str(number)
        if not site.exists():
            site.mkdir()
            write_site(site, number, self._seed)
        return site / "mkdocs.yml"

    def changed(self, number: int, changes: int) -> Path:
        """The mkdocs.yml of the site with so many plan files, of which some tactics aren't as they were
        committed: they end later, and somebody else answers for them.
        """
        config = self.config(number)
        for command in (
            ["init", "--quiet"],
            ["add", "."],
            [*_AS_SOMEBODY, "commit", "--quiet", "-m", "Plan"],
        ):
            subprocess.run(["git", *command], cwd=config.parent, check=True)
        for path in sorted(config.parent.glob("plans/tactics/*/*.md"))[:: number // 2 // changes][:changes]:
            text = path.read_text("utf-8")
            path.write_text(re.sub("^(dri|end): .*", _moved, text, flags=re.MULTILINE), "utf-8")
        return config


_AS_SOMEBODY = ("-c", "user.name=Ada Author", "-c", "user.email=ada@example.org")


def _moved(line: re.Match[str]) -> str:
    return "dri: person-1" if line[1] == "dri" else "end: 2026-12-31"


def _shell(sites: _Sites) -> Iterator[Figure]:
    """How long an author waits: wall clock, start and exit included."""
    folder = sites.config(50).parent
    plans = str(Path(sys.executable).with_name("plans"))
    commands = {"check": [plans, "check"], "import": [sys.executable, "-c", "import mkdocs_plans.cli.check"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(15):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False, env=_AS_INSTALLED)
            times[name].append(time.perf_counter() - start)
    took, imports = median(times["check"]), median(times["import"])
    yield Figure("plans check of 50 plans, from the shell", took, "s", SHELL)
    yield Figure("  the part of it that is start and imports", 100 * imports / took, "%", digits=0)


def _check(sites: _Sites) -> Iterator[Figure]:
    runs = _alternating(("check", "baseline"), sites.config(1000), times=7)
    check, baseline = (_seconds(runs[name]) for name in ("check", "baseline"))
    yield Figure("plans check of 1,000 plans", 1000 * median(check), "ms", digits=0)
    yield Figure("  against reading files and YAML alone", _ratio(check, baseline), "×", CHECK_TO_BASELINE)


def _diff(sites: _Sites) -> Iterator[Figure]:
    """A change of 20 plans of 2,000, from the last commit to the files on disk."""
    runs = _alternating(("diff", "check"), sites.changed(2000, 20), times=5)
    diff, check = (_seconds(runs[name]) for name in ("diff", "check"))
    yield Figure("plans diff of 2,000 plans, 20 changed", median(diff), "s")
    yield Figure("  against plans check of them", _ratio(diff, check), "×", DIFF_TO_CHECK)


def _build(sites: _Sites) -> Iterator[Figure]:
    runs = [_run("build", sites.config(1000)) for _ in range(5)]
    ratios = [run["hooks"] / (run["seconds"] - run["hooks"]) for run in runs]
    yield Figure("mkdocs build of 1,000 plans", median(_seconds(runs)), "s", digits=1)
    yield Figure("  our hooks against MkDocs itself", median(ratios), "×", HOOKS_TO_MKDOCS)


def _long(sites: _Sites) -> Iterator[Figure]:
    small, large = sites.config(1000), sites.config(10_000)
    runs = [
        (_run("check", large), _run("baseline", large), _run("check", small), _run("check", small))
        for _ in range(5)
    ]
    check, baseline, first, second = (_seconds(column) for column in zip(*runs, strict=True))
    per_plan = [(a + b) / 2 * 10 for a, b in zip(first, second, strict=True)]
    yield Figure("plans check of 10,000 plans", median(check), "s")
    yield Figure("  against reading files and YAML alone", _ratio(check, baseline), "×", CHECK_TO_BASELINE)
    yield Figure("  time a plan, against 1,000 plans", _ratio(check, per_plan), "×", GROWTH)
    yield Figure("  memory", max(run[0]["memory"] for run in runs), "MB", MEMORY, digits=0)
    yield _damage()


def _damage() -> Figure:
    """Check real plan files that were damaged at random: an exception is a defect, and is told."""
    failed = 0
    for seed in range(DAMAGED):
        try:
            check_damaged(seed)
        except Exception as error:  # whatever it is: that it was raised is what is counted
            failed += 1
            click.echo(f"  damage {seed}: {error!r}", err=True)
    return Figure(f"exceptions in {DAMAGED:,} damaged plan files", failed, "", 0, digits=0)


def _alternating(names: Sequence[str], config: Path, *, times: int) -> dict[str, list[dict[str, float]]]:
    """Measure several things in turn, so that a slow minute of the machine falls on all of them."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(times):
        for name in names:
            runs[name].append(_run(name, config))
    return runs


def _run(name: str, config: Path) -> dict[str, float]:
    """Measure one thing in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.one_run", name, str(config)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _seconds(runs: Sequence[dict[str, float]]) -> list[float]:
    return [run["seconds"] for run in runs]


def _ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of two measurements that were taken one after the other."""
    return median(one / other for one, other in zip(ones, others, strict=True))


main()
