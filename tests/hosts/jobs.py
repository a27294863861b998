"""The files that a code host runs, read as it reads them, and their scripts, run as it runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
TEMPLATES = ROOT / "templates/hosts/github"
WORKFLOWS = (*sorted(TEMPLATES.glob("*.yml")), *sorted((ROOT / ".github/workflows").glob("*.yml")))
GITLAB = ROOT / "templates/hosts/gitlab/plans.gitlab-ci.yml"

BIN = Path(sys.executable).parent
"""Where the commands `plans` and `mkdocs` of these tests are."""


def read(path: Path) -> Any:
    """Read a file of YAML with all its values as texts: a host doesn't take the key `on` for true."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow by name."""
    found: dict[str, Any] = read(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of a workflow or of the action, in their order."""
    content = read(path)
    if "runs" in content:
        return list(content["runs"]["steps"])
    return [step for job in content["jobs"].values() for step in job["steps"]]


def texts(value: Any) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, str):
        yield value
    elif value:
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


@dataclass
class Machine:
    """A machine of a code host, in the folder of a checkout: what its jobs find and leave there."""

    checkout: Path
    temporary: Path
    variables: dict[str, str] = field(default_factory=dict)
    printed: str = ""
    """All that the scripts wrote."""

    def __post_init__(self) -> None:
        (self.temporary / "bin").mkdir(parents=True)
        self.program("pip", 'echo "pip $*"')
        self.summary.touch()
        self.outputs.touch()

    @property
    def summary(self) -> Path:
        """Where a step writes what is shown of a run."""
        return self.temporary / "summary.md"

    @property
    def outputs(self) -> Path:
        """Where a step writes what it hands on."""
        return self.temporary / "outputs"

    def handed_on(self) -> dict[str, str]:
        """What the steps handed on so far."""
        return dict(line.split("=", 1) for line in self.outputs.read_text("utf-8").splitlines())

    def program(self, name: str, script: str) -> None:
        """Put a program before those of the machine."""
        file = self.temporary / "bin" / name
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(0o755)

    def run(self, script: str, shell: tuple[str, ...], variables: Mapping[str, str]) -> int:
        """Run a script; give its exit status."""
        known = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))}
        own = {
            "PATH": f"{self.temporary / 'bin'}:{BIN}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.outputs),
            "no_proxy": "*",
        }
        done = subprocess.run(
            [*shell, script],
            cwd=self.checkout,
            env={**known, **own, **self.variables, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.printed += done.stdout
        return done.returncode

    def step(self, step: Mapping[str, Any], **variables: str) -> int:
        """Run the script of a step as GitHub does, with the values of its `env` by their names. Constants
        needn't be given.
        """
        constants = {name: value for name, value in step.get("env", {}).items() if "${{" not in value}
        assert set(variables) == set(step.get("env", {})) - set(constants)
        variables |= constants
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
        return self.run(step["run"], shell if "shell" in step else ("bash", "-e", "-c"), variables)
