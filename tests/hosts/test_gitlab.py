"""The CI template for GitLab: which job runs when, and what their scripts do."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.changes.small_plan import PLAN
from tests.cli.command import edit
from tests.codehost.comment.stand_in import GitLab, served
from tests.hosts.jobs import GITLAB, ROOT, Machine, read
from tests.small_site import write_site
from tests.source.test_revision import commit, git

RETARGETED = "Goal “Fill all posts”, target: 20 posts → 25 posts, higher"
JOBS = ("plan-check", "plan-comment", "plan-agreement", "plan-preview", "pages")
HOLDERS = ["plan-comment", "plan-agreement"]
"""The jobs that have a token which may write."""

SHELL = ("sh", "-e", "-c")
"""As the runner has it in the image, in which bash is not a given."""


def jobs() -> dict[str, Any]:
    """The jobs by name."""
    return {name: job for name, job in read(GITLAB).items() if not name.startswith(".")}


def run(machine: Machine, name: str, **variables: str) -> int:
    """Run a job's script in one shell, as the runner does."""
    return machine.run("\n".join(jobs()[name]["script"]), SHELL, variables)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A checkout of a branch that retargets a goal, with its base in the variables of a merge request."""
    folder = write_site(tmp_path / "checkout", PLAN)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    base = commit(folder)
    grow = folder / "plans/grow.md"
    grow.write_text(grow.read_text("utf-8").replace("target: 20", "target: 25"), "utf-8")
    commit(folder)
    git(folder, "switch", "--quiet", "--detach")
    variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_DIR": str(folder)}
    return Machine(folder, tmp_path / "runner", variables)


@pytest.fixture
def host(machine: Machine) -> Iterator[GitLab]:
    """The host of the merge request."""
    standing = GitLab()
    with served(standing) as address:
        machine.variables |= {"GITLAB_CI": "true", "CI_API_V4_URL": address, "CI_PROJECT_ID": "acme/plan"}
        machine.variables |= {"CI_MERGE_REQUEST_PROJECT_ID": "acme/plan", "CI_MERGE_REQUEST_IID": "12"}
        yield standing


def test_what_the_jobs_share_is_for_no_other_job() -> None:
    """A file that includes this one keeps its own image, stages and pipelines. The stages are GitLab's."""
    content = read(GITLAB)
    assert set(content) == {".plans", *JOBS}
    for job in jobs().values():
        assert job["extends"] == ".plans"
        assert job["stage"] in {"test", "deploy"}
        assert job["rules"]
        assert job["script"]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert content[".plans"]["before_script"] == [f"pip install --quiet mkdocs-plans=={version}"]
    for name in HOLDERS:
        assert content[name]["before_script"] == [
            "pip install --quiet --no-deps --require-hashes --requirement .gitlab/plans-requirements.txt",
            f"pip install --quiet --no-deps mkdocs-plans=={version}",
        ]


def test_a_fork_gets_no_token() -> None:
    """The jobs that have one run where source and target are the same project."""
    for name in HOLDERS:
        [rule] = jobs()[name]["rules"]
        assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID" in rule["if"]
    assert [name for name, job in jobs().items() if "PLANS_TOKEN" in str(job)] == HOLDERS
    assert "PLANS_TOKEN" not in str(read(GITLAB)[".plans"])


def test_pages_are_the_default_branchs_alone() -> None:
    """Also on a schedule, which runs on a branch."""
    [rule] = jobs()["pages"]["rules"]
    assert rule["if"] == "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
    assert jobs()["pages"]["artifacts"]["paths"] == ["public"]


def test_what_the_check_lets_pass_is_published(machine: Machine) -> None:
    """A warning doesn't stop the site from being updated; an error does."""
    del machine.variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    assert [run(machine, name) for name in ("plan-check", "pages")] == [0, 0], machine.printed
    assert " warnings" in machine.printed
    assert (machine.checkout / "public/index.html").is_file()
    ask = machine.checkout / "plans/ask.md"
    ask.write_text(ask.read_text("utf-8").replace("strategy: ", "strategy: x", 1), "utf-8")
    assert [run(machine, name) for name in ("plan-check", "pages")] == [1, 1]


def test_the_check_writes_the_report_and_passes(machine: Machine) -> None:
    """Where the change brings nothing wrong in, whatever else there is."""
    assert run(machine, "plan-check") == 0, machine.printed
    file = jobs()["plan-check"]["artifacts"]["reports"]["codequality"]
    assert isinstance(json.loads((machine.checkout / file).read_text("utf-8")), list)
    assert "nothing new since" in machine.printed


def test_the_check_fails_for_a_mistake(machine: Machine) -> None:
    """After the report was written, with the mistake in it."""
    ask = machine.checkout / "plans/ask.md"
    ask.write_text(ask.read_text("utf-8").replace("strategy: ", "strategy: x", 1), "utf-8")
    assert run(machine, "plan-check") == 1
    found = json.loads((machine.checkout / "gl-code-quality-report.json").read_text("utf-8"))
    assert "unknown-strategy" in {one["check_name"] for one in found}
    assert "unknown-strategy" in machine.printed


def test_on_the_default_branch_all_is_checked(machine: Machine) -> None:
    """There is no base to compare with."""
    del machine.variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    assert run(machine, "plan-check") == 0, machine.printed
    assert "new since" not in machine.printed


def test_a_check_that_could_not_run_fails(machine: Machine) -> None:
    """It isn't taken for one that found something."""
    (machine.checkout / "mkdocs.yml").unlink()
    assert run(machine, "plan-check") != 0


def test_the_note_says_what_the_change_means(machine: Machine, host: GitLab) -> None:
    """And is the same note the next time."""
    assert run(machine, "plan-comment", PLANS_TOKEN="writes") == 0, machine.printed
    assert run(machine, "plan-comment", PLANS_TOKEN="writes") == 0, machine.printed
    [text] = host.texts
    assert RETARGETED in text
    assert "merge request 12 of acme/plan is up to date" in machine.printed


def test_the_note_names_what_it_does_together_with_another(machine: Machine, host: GitLab) -> None:
    """By number and title, from what git has of it; one that can't be fetched is named."""
    folder = machine.checkout
    change = git(folder, "rev-parse", "HEAD")
    git(folder, "switch", "--quiet", "--detach", "main~1")
    edit(folder / "plans/grow.md", "target: 20", "target: 30")
    (folder / "sitecustomize.py").write_text(f"open({str(machine.temporary / 'ran')!r}, 'w')\n", "utf-8")
    other = commit(folder)
    git(folder, "update-ref", "refs/merge-requests/13/head", other)
    git(folder, "switch", "--quiet", "--detach", change)
    git(folder, "remote", "add", "origin", str(folder))
    titles = {12: (change, "Ours"), 13: (other, "Grow @all"), 14: ("0" * 40, "Gone")}
    listed = [{"iid": iid, "sha": sha, "title": title} for iid, (sha, title) in titles.items()]
    host.answers = {"/projects/acme/plan/merge_requests": listed}
    machine.variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main"
    assert run(machine, "plan-comment", PLANS_TOKEN="writes") == 0, machine.printed
    [text] = host.texts
    assert "**!13 “Grow @&#8203;all”**" in text
    assert f"**Both change it**: Strategy “Grow the field team”. Here: {RETARGETED}" in text
    assert "- Not compared with: !14 “Gone”" in text
    assert "12 “Ours”" not in text
    assert not (machine.temporary / "ran").exists()


def test_merged_results_are_compared_with_the_target(machine: Machine, host: GitLab) -> None:
    """What the target branch has got meanwhile is no part of the change."""
    git(machine.checkout, "switch", "--quiet", "main")
    git(machine.checkout, "reset", "--quiet", "--hard", "HEAD~1")
    ask = machine.checkout / "plans/ask.md"
    ask.write_text(ask.read_text("utf-8").replace("end: 2026-06-30", "end: 2026-09-30", 1), "utf-8")
    target = commit(machine.checkout)
    change = git(machine.checkout, "rev-parse", "ORIG_HEAD")
    git(machine.checkout, "merge", "--quiet", "--no-ff", "--message", "Merge", change)
    machine.variables["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"] = target
    assert run(machine, "plan-comment", PLANS_TOKEN="writes") == 0, machine.printed
    assert RETARGETED in host.texts[0]
    assert "30 Sep" not in host.texts[0]


def test_with_no_token_the_report_is_in_the_log(machine: Machine, host: GitLab) -> None:
    """And the job passes: a note is an extra."""
    assert run(machine, "plan-comment") == 0, machine.printed
    assert RETARGETED in machine.printed
    assert "no variable PLANS_TOKEN" in machine.printed
    assert not host.requests


def test_a_change_of_something_else_gets_no_note(machine: Machine, host: GitLab) -> None:
    """Nobody needs to be told that nothing changes."""
    machine.variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "HEAD"
    assert run(machine, "plan-comment", PLANS_TOKEN="writes") == 0, machine.printed
    assert not host.comments


def test_a_merge_request_waits_for_those_whose_yes_it_needs(machine: Machine, host: GitLab) -> None:
    """By the settings and the people of its target, whatever the change makes of them."""
    folder = machine.checkout
    edit(folder / "plans/hire.md", "target: 80", "target: 75")
    edit(folder / "plans/people.yml", "gitlab: ada-r", "gitlab: mallory")
    edit(folder / "mkdocs.yml", "- plans:", "- plans:\n      agreement: {promise-lowered: off}")
    base, head = git(folder, "rev-parse", "main"), commit(folder)
    git(folder, "remote", "add", "origin", str(folder))
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    versions = [{"created_at": "2026-11-20T09:00:00Z", "head_commit_sha": one} for one in (head, "0" * 40)]
    refs = {"base_sha": base, "head_sha": head, "start_sha": base}
    host.answers = {
        "": {"iid": 12, "sha": head, "author": {"username": "somebody"}, "diff_refs": refs},
        "/approvals": {"approved_by": [{"user": {"username": "mallory"}}]},
        "/versions": versions,
    }
    machine.variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main"
    assert run(machine, "plan-agreement", PLANS_TOKEN="writes") == 10, machine.printed
    assert "waits for " in machine.printed
    assert "Ada Reed (GitLab @ada-r) hasn't agreed yet" in machine.printed
    assert "isn't there any more" in machine.printed
    assert jobs()["plan-agreement"]["allow_failure"] == {"exit_codes": "10"}
    host.answers["/approvals"] = {}
    assert run(machine, "plan-agreement", PLANS_TOKEN="writes") == 2, machine.printed
    assert run(machine, "plan-agreement", PLANS_TOKEN="forged") not in {0, 1, 10}


def test_the_review_app_is_what_the_address_names(machine: Machine) -> None:
    """Its pages link to files, which an artifact is read by."""
    assert run(machine, "plan-preview") == 0, machine.printed
    job = jobs()["plan-preview"]
    named = job["environment"]["url"].partition("/artifacts/file/")[2]
    assert 'href="strategies/index.html"' in (machine.checkout / named).read_text("utf-8")
    assert named.startswith(job["artifacts"]["paths"][0] + "/")
