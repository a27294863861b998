"""Whole commands, measured in turn: the time of the processor in the process and all that it starts."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "NO_MKDOCS_2_WARNING": "1",
}
"""That of a command whose modules are compiled, as pip leaves them."""


@dataclass(frozen=True)
class Command:
    """A command in a folder, with more variables; `before` makes ready what it needs."""

    words: Sequence[str]
    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of the processor, and the most memory of a process, in MB."""

    seconds: float
    memory: float


def run(command: Command) -> Run:
    """Run a command to its end, whatever that is. RuntimeError where it ends in a traceback."""
    if command.before:
        command.before()
    with subprocess.Popen(
        command.words,
        cwd=command.folder,
        env={**_ENVIRONMENT, **command.variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # what a check with findings ends with
        raise RuntimeError(f"{' '.join(command.words)} ended with {process.returncode}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def in_turn(commands: Mapping[str, Command], times: int) -> dict[str, list[Run]]:
    """Run commands one after the other, again and again."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command))
    return runs


def seconds(runs: Sequence[Run]) -> float:
    """The median of the times."""
    return median(one.seconds for one in runs)


def ratio(runs: Sequence[Run], others: Sequence[Run]) -> float:
    """The median of the ratios of the times of each turn."""
    return median(one.seconds / other.seconds for one, other in zip(runs, others, strict=True))
