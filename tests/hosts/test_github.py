"""GitHub's workflows and the action as they are written: what each may do, and what it is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.hosts.jobs import ACTION, ROOT, TEMPLATES, WORKFLOWS, jobs, read, steps, texts

REVIEW = TEMPLATES / "plans.yml"


COMMENT = TEMPLATES / "plans-comment.yml"


AGREEMENT = TEMPLATES / "plans-agreement.yml"


ANSWER = TEMPLATES / "plans-answer.yml"


SCANNING = TEMPLATES / "plans-code-scanning.yml"


PUBLISH = TEMPLATES / "publish.yml"


ALL = pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)


def uses(path: Path) -> list[str]:
    """What a file uses, with the comment beside it."""
    return re.findall(r"^ *(?:- )?uses: (.*)", path.read_text("utf-8"), re.MULTILINE)


@ALL
def test_each_action_is_pinned(path: Path) -> None:
    """By the commit, with its version beside it: a tag may be moved."""
    used = uses(path)
    assert used or path == ANSWER  # which does nothing
    for each in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)


def test_an_action_is_pinned_alike_everywhere() -> None:
    """So that an update misses none."""
    used = {use for path in (*WORKFLOWS, ACTION) for use in uses(path)}
    assert len(used) == len({use.partition("@")[0] for use in used})


@ALL
def test_no_script_has_an_expression(path: Path) -> None:
    """What others wrote, a branch's name for one, reaches a script as a variable and never as its text."""
    written = [step["run"] for step in steps(path) if "run" in step]
    assert written
    assert not [script for script in written if "${{" in script]


@pytest.mark.parametrize(
    ("path", "permissions"),
    [
        (REVIEW, {"review": {"contents": "read"}}),
        (COMMENT, {"comment": {"contents": "read", "pull-requests": "write"}}),
        (
            AGREEMENT,
            {
                "agreement": {"contents": "read", "pull-requests": "read", "statuses": "write"},
                "queued": {"statuses": "write"},
            },
        ),
        (ANSWER, {"answer": {}}),
        (
            SCANNING,
            {
                "find": {"contents": "read"},
                "show": {"actions": "read", "contents": "read", "security-events": "write"},
            },
        ),
        (PUBLISH, {"build": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}}),
        (ROOT / ".github/workflows/ci.yml", {"test": {"contents": "read"}}),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_each_job_may_do_what_it_must_and_no_more(path: Path, permissions: dict[str, dict[str, str]]) -> None:
    """Nothing is allowed for all jobs, and each says what it needs."""
    assert read(path)["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs(path).items()} == permissions


def test_what_sends_findings_runs_nothing_of_the_repository() -> None:
    """The job that may write: no script, no checkout, and not for forks."""
    job = jobs(SCANNING)["show"]
    assert not [step for step in job["steps"] if "run" in step or "checkout" in step["uses"]]
    assert "head.repo.full_name == github.repository" in job["if"]


def test_what_comments_takes_nothing_from_the_review() -> None:
    """No artifact, and no checkout but the default branch's."""
    found = jobs(COMMENT)["comment"]["steps"]
    assert not [step for step in found if "download-artifact" in step.get("uses", "")]
    [checkout] = [step for step in found if "checkout" in step.get("uses", "")]
    assert checkout["with"] == {"persist-credentials": "false"}
    assert read(COMMENT)["on"]["workflow_run"]["workflows"] == [read(REVIEW)["name"]]


def test_what_sets_the_status_takes_nothing_from_the_fork() -> None:
    """No checkout but the default branch's, after the review and after each answer."""
    found = jobs(AGREEMENT)["agreement"]["steps"]
    assert not [step for step in found if "download-artifact" in step.get("uses", "")]
    [checkout] = [step for step in found if "checkout" in step.get("uses", "")]
    assert set(checkout["with"]) == {"fetch-depth", "persist-credentials"}
    awaited = read(AGREEMENT)["on"]["workflow_run"]["workflows"]
    assert awaited == [read(REVIEW)["name"], read(ANSWER)["name"]]


def test_the_token_is_given_to_the_steps_that_need_it() -> None:
    """It is in no job's environment, where what is installed could find it."""
    holders = {
        step["name"]
        for path in WORKFLOWS
        for step in steps(path)
        if any("github.token" in value or "secrets." in value for value in texts(step))
    }
    assert holders == {
        "Find the pull request",
        "Fetch the change",
        "Fetch the other open changes",
        "Comment",
        "Fetch the change and its reviews",
        "Set the status",
        "Repeat the status",
        "Ask whether the author may write here",
        "Make the pull request",
        "Say that it could not be applied",
        "Keep the issue",
    }
    assert not [job for path in WORKFLOWS for job in jobs(path).values() if "token" in str(job.get("env"))]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_keeps_no_credentials(path: Path) -> None:
    """They would lie in the folder that a site's hooks can read."""
    for step in steps(path):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_the_templates_install_this_version() -> None:
    """The one that they were tested with; with all that it needs held by hashes where a job may write."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    installs = [
        step["run"]
        for path in TEMPLATES.glob("*.yml")
        for step in steps(path)
        if step.get("name") == "Install"
    ]
    assert {run.splitlines()[-1] for run in installs} == {
        f"pip install --quiet mkdocs-plans=={version}",
        f"pip install --quiet --no-deps mkdocs-plans=={version}",
    }
    assert len(installs) == 7
    for path in TEMPLATES.glob("*.yml"):
        may_write = any(
            "write"
            in {kind for name, kind in job["permissions"].items() if name not in {"pages", "id-token"}}
            for job in jobs(path).values()
            if any(step.get("name") == "Install" for step in job["steps"])
        )
        text = path.read_text("utf-8")
        assert ("--require-hashes --requirement .github/plans-requirements.txt" in text) == may_write, (
            path.name
        )


def test_the_inputs_of_the_action_are_there_and_used() -> None:
    """Each says what it is, and each expression names one."""
    content = read(ACTION)
    assert all(each["description"] and "default" in each for each in content["inputs"].values())
    used = {name for text in texts(content["runs"]) for name in re.findall(r"inputs\.([\w-]+)", text)}
    assert used == set(content["inputs"])


def test_the_action_and_the_workflow_do_the_same() -> None:
    """The same checks in the same order, whichever is chosen."""

    def commands(found: list[dict[str, str]]) -> list[str]:
        written = "\n".join(step.get("run", "") for step in found)
        return re.findall(r"\b(?:plans|mkdocs)\"? (check|diff|build|comment)\b", written)

    assert commands(jobs(REVIEW)["review"]["steps"]) == ["check", "diff", "build"]
    assert commands(steps(ACTION)) == ["check", "diff", "check", "build", "comment"]  # findings as SARIF, too
