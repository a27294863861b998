"""The guide's page *How fast*: the table, a plot, and on what it was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.figures import Figure, table
from benchmarks.peers.compared import PEERS
from benchmarks.plot import plot
from benchmarks.works import BUILD_WORK

_TEXT = """\
---
title: How fast
---

# How fast

What you wait for, measured on generated plans. Each row is a whole command, start and exit included, or the
build that follows a save while the site is served: the processor's time of all that it starts. Beside it
stands what it is measured by, such as a build of the same Markdown files by MkDocs and Material alone, which
makes fewer and poorer pages. The two run in turn, and the ratio is the median of those of each turn. The
bound is what we hold ourselves to.

![{alt}](how-fast.svg)

{table}

Measured on {machine}, with {versions}.

In a clone of the repository, `make bench` measures this on your machine and writes this page.
`make bench LONG=1` adds a plan of 10,000 files, and `make bench PEERS=1` other tools over the same plans:
{peers}. Their time stands beside ours, and the ratio says how many
times as long they take.
"""

_PACKAGES = ("mkdocs-plans", "mkdocs", "mkdocs-material", "markdown")


def write(folder: Path, figures: Sequence[Figure]) -> None:
    """Write the page and its plot."""
    points = [(one.plans, one.value, one.beside or 0) for one in figures if one.work == BUILD_WORK]
    said = ", ".join(f"{plans:,} plans {ours:.1f} s, alone {bare:.1f} s" for plans, ours, bare in points)
    text = _TEXT.format(
        alt=f"Seconds of a build by the number of plans: {said}",
        table=table(figures),
        machine=_machine(),
        peers=", ".join(f"{peer.name} {peer.version}" for peer in PEERS),
        versions=", ".join([f"Python {platform.python_version()}", *map(_package, _PACKAGES)]),
    )
    (folder / "how-fast.md").write_text(text, "utf-8")
    (folder / "how-fast.svg").write_text(plot(points), "utf-8")


def _machine() -> str:
    """The machine in words: its processors, and its system."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor() or platform.machine()
    return f"{os.cpu_count()} processors ({model}, {platform.system()})"


def _package(name: str) -> str:
    return f"{name} {version(name)}"
