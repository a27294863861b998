"""The workflows around forms and what is due: their scripts, run as GitHub runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_plans.codehost.forms import CheckInForm
from mkdocs_plans.outputs.due.markdown import MARKER
from mkdocs_plans.wording.phrases import Phrases
from tests.codehost.forms.filled import check_in, labels, write_plan
from tests.small_site import all_found_in, read_site
from tests.source.test_revision import commit, git

FOLDER = Path(__file__).parents[3] / "templates/hosts/github"
FORMS, DUE = FOLDER / "plans-forms.yml", FOLDER / "plans-due.yml"
BIN = Path(sys.executable).parent

GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$RUNNER_TEMP/gh.log"
case "$*" in
  *collaborators*) cat "$RUNNER_TEMP/permission";;
  api*) cat "$RUNNER_TEMP/open-issue" 2>/dev/null || true;;
esac
"""
"""Stands in for GitHub's command: notes what it is asked, says what an author may do, and names the issue
that is open.
"""

JQ = """#!/bin/sh
exec {python} -c 'import json, sys; print(end=json.load(open(sys.argv[1]))["issue"]["body"] or "")' "$3"
"""
"""Stands in for jq, which not every machine has: what the workflow asks of it."""


@dataclass
class Runner:
    """A machine with a clone of a repository, and what a run leaves there."""

    clone: Path
    temporary: Path

    def job(self, path: Path, event: dict[str, Any]) -> dict[str, str]:
        """Run a workflow's only job, as far as its conditions let it; give what each step printed."""
        [job] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["jobs"].values()
        (self.temporary / "event.json").write_text(json.dumps(event), "utf-8")
        said = {}
        for step in job["steps"]:
            name, _, wanted = step.get("if", "").partition(" == '")
            said_so = self.output(name.rpartition(".")[2]) == wanted.partition("'")[0]
            if "run" in step and step["name"] != "Install" and (not name or said_so):
                said[step["name"]] = self._run(step["run"], event)
        return said

    @property
    def status(self) -> str:
        """How the form was taken."""
        return self.output("status")

    def output(self, name: str) -> str:
        """What a step handed on under a name."""
        file = self.temporary / "output"
        lines = file.read_text().splitlines() if file.exists() else []
        return dict(line.split("=", 1) for line in lines).get(name, "")

    @property
    def asked(self) -> str:
        """What was asked of the host."""
        file = self.temporary / "gh.log"
        return file.read_text("utf-8") if file.exists() else ""

    def _run(self, script: str, event: dict[str, Any]) -> str:
        own = {
            "PATH": f"{self.temporary}/bin:{BIN}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_EVENT_PATH": str(self.temporary / "event.json"),
            "GITHUB_OUTPUT": str(self.temporary / "output"),
            "GITHUB_REPOSITORY": "small/makers",
            "AUTHOR": event.get("issue", {}).get("user", {}).get("login", ""),
            "NUMBER": str(event.get("issue", {}).get("number", "")),
            "RUN": "https://example.org/run",
        }
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.clone, env={**os.environ, **own}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A repository with a plan, a clone of it, and the stand-ins."""
    origin = write_plan(tmp_path / "origin")
    git(origin, "init", "--quiet", "--initial-branch", "main")
    commit(origin)
    git(tmp_path, "clone", "--quiet", str(origin), "clone")
    temporary = tmp_path / "runner"
    (temporary / "bin").mkdir(parents=True)
    (temporary / "permission").write_text("write\n")
    for name, script in (("gh", GH), ("jq", JQ.format(python=sys.executable))):
        (temporary / "bin" / name).write_text(script)
        (temporary / "bin" / name).chmod(0o755)
    return Runner(tmp_path / "clone", temporary)


def issue(body: str | None) -> dict[str, Any]:
    """The event of an issue that was opened."""
    return {"issue": {"number": 12, "body": body, "user": {"login": "ada"}}}


def test_a_form_becomes_a_branch_with_one_commit(runner: Runner) -> None:
    """It changes one file, which passes the check, and a pull request is asked for; nothing on `main`."""
    origin = runner.clone.parent / "origin"
    runner.job(FORMS, issue(check_in(health="At risk (at-risk)", note="Two regions `lag`: $(touch owned)")))
    assert git(origin, "log", "--format=%s", "main..plan-form-12") == "Apply the form of #12"
    assert git(origin, "diff", "--name-only", "main..plan-form-12") == "plans/hire.md"
    assert "pr create --repo small/makers --head plan-form-12" in runner.asked
    assert "Closes #12" in runner.asked
    assert not [one for one in all_found_in(runner.clone) if one.finding.severity == "error"]
    assert not list(runner.clone.parent.rglob("owned"))


@pytest.mark.parametrize("permission", ["read", "triage", "none", ""])
def test_who_may_not_push_has_nothing_pushed(runner: Runner, permission: str) -> None:
    """A member of the organisation may be allowed to read alone: the host is asked, and no job goes on."""
    (runner.temporary / "permission").write_text(f"{permission}\n")
    said = runner.job(FORMS, issue(check_in(health="At risk (at-risk)", note="All is well")))
    assert list(said) == ["Ask whether the author may write here"]
    assert runner.asked == "api repos/small/makers/collaborators/ada/permission --jq .permission\n"
    assert git(runner.clone.parent / "origin", "branch", "--format=%(refname:short)") == "main"


OTHERS = ["Something is broken.", "The printer is broken.\n\n### What to do\n\nBuy a new one.", "", None]


@pytest.mark.parametrize("body", OTHERS)
def test_another_issue_is_left_alone(runner: Runner, body: str | None) -> None:
    """No branch, no comment, no failure."""
    runner.job(FORMS, issue(body))
    assert runner.status == "3"
    assert runner.asked.count("\n") == 1, "who may write is all that is asked"


def test_a_form_that_cannot_be_applied_is_told(runner: Runner) -> None:
    """In fixed words: what the form says is only in the run."""
    runner.job(FORMS, issue(check_in(plan="@everyone (theirs)", note="x")))
    assert runner.status == "4"
    assert "issue comment 12" in runner.asked
    assert "@everyone" not in runner.asked
    assert "plan-form" not in git(runner.clone.parent / "origin", "branch", "--list")


def test_no_text_of_a_form_commands_the_runner(runner: Runner) -> None:
    """What is printed between the two lines isn't obeyed; the word that ends it can't be known."""
    hostile = "x\n::add-mask::y\n##[command]z\n::guessed::"
    lines = runner.job(FORMS, issue(check_in(note=hostile)))["Apply the form"].splitlines()
    first = next(line for line in lines if line.startswith("::stop-commands::"))
    token = first.removeprefix("::stop-commands::")
    assert len(token) == 32
    assert lines.count(f"::{token}::") == 1
    assert all(lines.index(first) < at < lines.index(f"::{token}::")
               for at, line in enumerate(lines) if "add-mask" in line or "##[" in line)  # fmt: skip


@pytest.mark.parametrize(("is_open", "asked"), [(True, "issue edit 7 "), (False, "issue create ")])
def test_what_is_due_is_kept_in_one_issue(runner: Runner, is_open: bool, asked: str) -> None:
    """The open one is brought up to date; where there is none, one is opened."""
    if is_open:
        (runner.temporary / "open-issue").write_text("7\n")
    runner.job(DUE, {})
    assert (runner.temporary / "due.md").read_text("utf-8").startswith(MARKER)
    assert asked in runner.asked
    assert MARKER in DUE.read_text("utf-8")


@pytest.mark.parametrize("path", [FORMS, DUE], ids=["forms", "due"])
def test_workflows_ask_for_little_and_trust_nothing(path: Path) -> None:
    """Actions are pinned by commit, no token is kept, and no expression stands in a script."""
    read = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert read["permissions"] == {}
    [job] = read["jobs"].values()
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")
        uses = step.get("uses", "")
        assert not uses or len(uses.rpartition("@")[2]) == 40
        if uses.startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
    assert "issue.body" not in str(job.get("env", "")) + str([step.get("env") for step in job["steps"]])


def test_headings_of_a_form_differ(tmp_path: Path) -> None:
    """Each answer is found by its heading."""
    loaded, site = read_site(write_plan(tmp_path))
    found = labels(CheckInForm(Phrases.of(loaded.plan, site)).form)
    assert len(found) == len(set(found)) == 5
