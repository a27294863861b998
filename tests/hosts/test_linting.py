"""The workflows and the action pass actionlint and zizmor, with nothing to say about them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.hosts.jobs import ACTION, BIN, GITLAB, WORKFLOWS, read, steps

FORGED = """
name: Forged
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: echo $greeting ${{ github.event.pull_request.title }} ${{ github.evnt }}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with no more than what is to be looked at: the linters take settings from one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".github/workflows").mkdir(parents=True)
    return tmp_path


def put(folder: Path) -> None:
    """Put our files where a repository has them."""
    for path in WORKFLOWS:
        assert not (folder / ".github/workflows" / path.name).exists()
        shutil.copy(path, folder / ".github/workflows" / path.name)
    shutil.copy(ACTION, folder / "action.yml")


def linted(folder: Path, program: str, *arguments: str) -> tuple[int, str]:
    """Run a linter that lies beside this Python, and finds shellcheck there."""
    environment = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(folder)}
    command = [str(BIN / program), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def actionlint(folder: Path) -> tuple[int, str]:
    """Actionlint finds the workflows by itself, and has shellcheck look at their scripts."""
    return linted(folder, "actionlint", "-no-color", "-shellcheck", str(BIN / "shellcheck"))


def zizmor(folder: Path) -> tuple[int, str]:
    """The strictest of zizmor's three ways to look."""
    arguments = ("--offline", "--no-progress", "--color", "never", "--persona", "auditor", ".")
    return linted(folder, "zizmor", *arguments)


def test_actionlint_has_nothing_to_say(folder: Path) -> None:
    """Keys, expressions, action inputs and shell scripts are right."""
    put(folder)
    assert actionlint(folder) == (0, "")


def test_zizmor_has_nothing_to_say(folder: Path) -> None:
    """Permissions, pins, credentials and triggers are safe. The one that is let pass says why."""
    put(folder)
    status, said = zizmor(folder)
    assert status == 0, said
    assert "No findings to report" in said
    assert "(2 ignored)" in said
    ignored = [
        line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "zizmor:" in line
    ]
    assert ignored == 2 * [
        "  workflow_run: # zizmor: ignore[dangerous-triggers] it runs nothing of a fork: see above"
    ]


def validated(folder: Path, path: Path, schema: str, *arguments: str) -> tuple[int, str]:
    """Hold a file to a code host's schema, of those that come with the linter."""
    return linted(folder, "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *arguments, str(path))


def test_the_action_is_of_the_hosts_form(folder: Path) -> None:
    """Actionlint looks at workflows alone."""
    assert validated(folder, ACTION, "github-actions")[0] == 0


def test_the_template_for_gitlab_is_of_the_hosts_form(folder: Path) -> None:
    """Each keyword is one, and holds what it may; a misspelt one would be found."""
    transformed = ("--data-transform", "gitlab-ci")
    assert validated(folder, GITLAB, "gitlab-ci", *transformed)[0] == 0
    misspelt = folder / "misspelt.yml"
    misspelt.write_text(GITLAB.read_text("utf-8").replace("expire_in", "expires_in"), "utf-8")
    status, said = validated(folder, misspelt, "gitlab-ci", *transformed)
    assert status == 1
    assert "expires_in" in said


def test_the_linters_see_what_is_wrong(folder: Path) -> None:
    """They look at the files, and at the scripts in them."""
    (folder / ".github/workflows/forged.yml").write_text(FORGED, "utf-8")
    status, said = actionlint(folder)
    assert status == 1
    assert "evnt" in said
    assert "SC2086" in said
    status, said = zizmor(folder)
    assert status >= 10
    assert "template-injection" in said
    assert "unpinned-uses" in said


def shellcheck(folder: Path, dialect: str, scripts: list[str]) -> tuple[int, str]:
    """Scripts, each by itself."""
    assert scripts
    names = [f"{number}.sh" for number in range(len(scripts))]
    for name, script in zip(names, scripts, strict=True):
        (folder / name).write_text(script, "utf-8")
    return linted(folder, "shellcheck", "--shell", dialect, *names)


def test_the_scripts_of_the_action_are_right(folder: Path) -> None:
    """Actionlint leaves them out."""
    scripts = [step["run"] for step in steps(ACTION) if "run" in step]
    assert shellcheck(folder, "bash", scripts) == (0, "")


def test_the_scripts_for_gitlab_are_right(folder: Path) -> None:
    """In a plain shell, whichever the image has."""
    scripts = ["\n".join(job["script"]) for job in read(GITLAB).values() if "script" in job]
    assert shellcheck(folder, "sh", scripts) == (0, "")
