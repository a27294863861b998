"""GitHub's workflows and the action as they run: their scripts, in real repositories."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.changes.small_plan import PLAN
from tests.codehost.comment.stand_in import GitHub, served
from tests.hosts.jobs import ACTION, BIN, ROOT, Machine, jobs, steps
from tests.hosts.test_github import AGREEMENT, COMMENT, PUBLISH, REVIEW, SCANNING
from tests.markup import Html
from tests.small_site import CONFIG, text, write_site
from tests.source.test_revision import commit, git

RETARGETED = "Goal “Fill all posts”, target: 20 posts → 25 posts, higher"


MARKING = text(CONFIG) + '      compare_with: !ENV [PLANS_COMPARE_WITH, ""]\n'


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan on `main`, and its merge with a change that has a mistake in it, as the host makes one."""
    folder = write_site(tmp_path / "repository", PLAN, config=MARKING)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "change")
    grow = folder / "plans/grow.md"
    grow.write_text(grow.read_text("utf-8").replace("target: 20", "target: 25"), "utf-8")
    commit(folder)
    return folder


def merge(repository: Path) -> str:
    """Merge the change as the host does; give the commit that was merged."""
    git(repository, "switch", "--quiet", "--detach", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "Merge", "change")
    git(repository, "update-ref", "refs/pull/12/merge", "HEAD")
    git(repository, "switch", "--quiet", "main")
    return git(repository, "rev-parse", "change")


def open_others(repository: Path, machine: Machine) -> None:
    """Have two other pull requests be open for `main`, one of which the host can't merge: the list of them
    that it gives is in the machine's folder.
    """
    git(repository, "switch", "--quiet", "--create", "other", "main")
    grow = repository / "plans/grow.md"
    grow.write_text(grow.read_text("utf-8").replace("target: 20", "target: 30"), "utf-8")
    (repository / "sitecustomize.py").write_text(f"open({str(machine.temporary / 'ran')!r}, 'w')\n", "utf-8")
    commit(repository)
    git(repository, "switch", "--quiet", "--detach", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "Merge", "other")
    git(repository, "update-ref", "refs/pull/13/merge", "HEAD")
    merged, head = git(repository, "rev-parse", "HEAD"), git(repository, "rev-parse", "other")
    git(repository, "switch", "--quiet", "main")
    pulls = [
        {"number": number, "title": f"Grow @{number}", "head": {"sha": head}, "merge_commit_sha": sha}
        for number, sha in ((12, "0" * 40), (13, merged), (14, None))
    ]
    (machine.temporary / "pulls.at-host").write_text(json.dumps([pulls]), "utf-8")


TOGETHER = "**Both change it**: Strategy “Grow the field team”. Here: " + RETARGETED


def spoil(repository: Path) -> None:
    """Have the change name a person whom nobody knows, and no strategy."""
    ask = repository / "plans/ask.md"
    ask.write_text(re.sub("(?m)^strategy: .*$", "strategy: hier", ask.read_text("utf-8")), "utf-8")
    commit(repository)


def checked_out(repository: Path, tmp_path: Path, reference: str, depth: int) -> Machine:
    """A machine with a shallow clone, as actions/checkout makes it."""
    folder = tmp_path / "checkout"
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "remote", "add", "origin", repository.as_uri())
    git(folder, "fetch", "--quiet", "--no-tags", "--depth", str(depth), "origin", reference)
    git(folder, "checkout", "--quiet", "FETCH_HEAD")
    return Machine(folder, tmp_path / "runner")


def scripts(path: Path, job: str) -> dict[str, dict[str, str]]:
    """The steps of a job that run a script, by name."""
    return {step["name"]: step for step in jobs(path)[job]["steps"] if "run" in step}


def test_the_review_of_a_change_that_is_right(repository: Path, tmp_path: Path) -> None:
    """It passes, the summary tells the change, and report and preview are left."""
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    assert [machine.step(step) for step in scripts(REVIEW, "review").values()] == [0] * 4, machine.printed
    assert RETARGETED in machine.summary.read_text("utf-8")
    assert (machine.temporary / "plan-report.md").read_text("utf-8") == machine.summary.read_text("utf-8")
    home = (machine.temporary / "plan-preview/index.html").read_text("utf-8")
    assert 'href="strategies/index.html"' in home
    assert "Fill all posts" in marked(machine.temporary)


def marked(folder: Path) -> str:
    """What the preview's page of changes says."""
    return Html((folder / "plan-preview/changes.html").read_text("utf-8")).text


def test_the_review_of_a_change_with_a_mistake(repository: Path, tmp_path: Path) -> None:
    """The check fails at its line, and all but the preview is there all the same."""
    spoil(repository)
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    outcomes = {name: machine.step(step) for name, step in scripts(REVIEW, "review").items()}
    assert outcomes["Check what the change brings in"] == 1
    assert re.search(r"^::error file=plans/ask\.md,line=\d+,", machine.printed, re.MULTILINE)
    assert outcomes["Say what the change means"] == 0


def test_a_mistake_that_was_there_fails_nothing(repository: Path, tmp_path: Path) -> None:
    """Only what the change brings in does."""
    git(repository, "switch", "--quiet", "main")
    spoil(repository)
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    assert machine.step(scripts(REVIEW, "review")["Check what the change brings in"]) == 0
    assert "::error" not in machine.printed


def test_findings_are_written_for_code_scanning(repository: Path, tmp_path: Path) -> None:
    """All of them, and the job goes on."""
    spoil(repository)
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 1)
    assert [machine.step(step) for step in scripts(SCANNING, "find").values()] == [0, 0], machine.printed
    found = json.loads((machine.temporary / "plans.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "unknown-strategy" in {one["ruleId"] for one in found}


def test_findings_that_could_not_be_written_fail(repository: Path, tmp_path: Path) -> None:
    """A run that was impossible isn't taken for one that found something."""
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    (machine.checkout / "mkdocs.yml").unlink()
    assert machine.step(scripts(SCANNING, "find")["Write all findings as SARIF"]) == 1


def published(tmp_path: Path, before: str, after: str) -> tuple[list[int], Machine]:
    """Publish a small plan in which a text was changed; give how each script ended, and the machine."""
    repository = shutil.copytree(ROOT / "tests/sites/smallest", tmp_path / "repository")
    strategy = repository / "docs/strategies/sell-abroad.md"
    assert before in strategy.read_text("utf-8")
    strategy.write_text(strategy.read_text("utf-8").replace(before, after), "utf-8")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    commit(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    return [machine.step(step) for step in scripts(PUBLISH, "build").values()], machine


def test_a_warning_holds_no_publication(tmp_path: Path) -> None:
    """What the review let pass is published: an unfinished plan doesn't stop the site from being updated."""
    ended, machine = published(tmp_path, "dri: head-of-sales\n", "")
    assert ended == [0, 0], machine.printed
    assert "missing-dri" in machine.printed
    assert (machine.temporary / "site/strategies/index.html").is_file()


def test_an_error_holds_the_publication(tmp_path: Path) -> None:
    """What is published stays as it is."""
    ended, machine = published(tmp_path, "theme: growth", "theme: nowhere")
    assert ended == [0, 1]
    assert "unknown-theme" in machine.printed
    assert not (machine.temporary / "site").exists()


class Commenting:
    """The steps of the comment's workflow, on a machine whose host has one open pull request."""

    def __init__(self, machine: Machine, host: GitHub, reviewed: str, newest: str) -> None:
        machine.variables = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": host.address,
            "GITHUB_REPOSITORY": "acme/plan",
        }
        # The host's answer to the one question, as `gh` would filter it.
        asked = 'case "$*" in *"head=fork:change"*"env.COMMIT"*)'
        others = '*pulls/12*) echo main;; *base=main*) cat "$RUNNER_TEMP/pulls.at-host";;'
        machine.program("gh", f'{asked} [ "$COMMIT" = {newest} ] && echo 12;; {others} esac; exit 0')
        self._machine = machine
        self._steps = scripts(COMMENT, "comment")
        self._reviewed = reviewed

    def run(self) -> str:
        """Run the steps that are due; give what they wrote."""
        one = self._machine
        find = {"GH_TOKEN": "reads", "HEAD": "fork:change", "COMMIT": self._reviewed}
        assert one.step(self._steps["Find the pull request"], **find) == 0, one.printed
        if number := one.handed_on()["number"]:
            fetch = {"GH_TOKEN": "reads", "NUMBER": number, "COMMIT": self._reviewed}
            assert one.step(self._steps["Fetch the change"], **fetch) == 0, one.printed
        if one.handed_on().get("is-newest") == "true":
            others = {"GH_TOKEN": "reads", "NUMBER": number}
            one.step(self._steps["Fetch the other open changes"], **others)  # it may fail
            assert one.step(self._steps["Say what the change means"]) == 0, one.printed
            comment = {"GITHUB_TOKEN": "writes", "NUMBER": number}
            assert one.step(self._steps["Comment"], **comment) == 0, one.printed
        return one.printed


@pytest.fixture
def host() -> Iterator[GitHub]:
    """The host with the pull request 12."""
    standing = GitHub()
    with served(standing):
        yield standing


def test_the_comment_says_what_the_change_means(repository: Path, tmp_path: Path, host: GitHub) -> None:
    """By what git has of it, from a checkout of the default branch that stays what it is."""
    reviewed = merge(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    printed = Commenting(machine, host, reviewed, reviewed).run()
    assert "the comment on pull request 12 of acme/plan is created" in printed
    [text] = host.texts
    assert RETARGETED in text
    assert "Together with" not in text  # the host didn't say which others there are
    assert git(machine.checkout, "status", "--porcelain") == ""
    assert "target: 20" in (machine.checkout / "plans/grow.md").read_text("utf-8")


def test_the_comment_names_what_it_does_together_with_another(
    repository: Path, tmp_path: Path, host: GitHub
) -> None:
    """By number and title, from the newest commits alone; one that can't be merged is named."""
    reviewed = merge(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    open_others(repository, machine)
    printed = Commenting(machine, host, reviewed, reviewed).run()
    assert "Pull request 14 can't be fetched as merged." in printed
    [text] = host.texts
    assert TOGETHER in text
    assert "**#13 “Grow @&#8203;13”**" in text
    assert "- Not compared with: #14 “Grow @&#8203;14”" in text
    assert git(machine.checkout, "status", "--porcelain") == ""
    assert not (machine.temporary / "ran").exists()


def test_nothing_of_a_fork_is_run(repository: Path, tmp_path: Path, host: GitHub) -> None:
    """Not its settings, nor a hook that they name, nor a module beside them."""
    git(repository, "switch", "--quiet", "change")
    for name in ("mkdocs_plans.py", "hook.py", "sitecustomize.py", "click.py"):
        (repository / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", "utf-8")
    with (repository / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    commit(repository)
    reviewed = merge(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    Commenting(machine, host, reviewed, reviewed).run()
    assert len(host.comments) == 1
    assert not (machine.checkout / "hook.py").exists()
    assert not (tmp_path / "ran").exists()


def test_a_commit_that_is_not_the_newest_gets_no_comment(
    repository: Path, tmp_path: Path, host: GitHub
) -> None:
    """Neither one that the host doesn't name, nor one that isn't what would be merged."""
    reviewed = git(repository, "rev-parse", "change~1")
    newest = merge(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    Commenting(machine, host, reviewed, newest).run()
    assert machine.handed_on() == {"number": ""}
    machine.outputs.write_text("", "utf-8")
    Commenting(machine, host, reviewed, reviewed).run()
    assert machine.handed_on() == {"number": "12"}
    assert not host.comments


def test_a_change_of_something_else_gets_no_comment(repository: Path, tmp_path: Path, host: GitHub) -> None:
    """But one that is there is brought up to date."""
    git(repository, "switch", "--quiet", "change")
    git(repository, "reset", "--quiet", "--hard", "main")
    (repository / "README.md").write_text("# Plan\n", "utf-8")
    commit(repository)
    reviewed = merge(repository)
    machine = checked_out(repository, tmp_path, "refs/heads/main", 1)
    assert "not there, and not asked for" in Commenting(machine, host, reviewed, reviewed).run()
    assert not host.comments


HOST = """
case "$*" in
  *statuses/*) printf '%s\\n' "$@" > "$RUNNER_TEMP/sent.txt" ;;
  *pulls/12/reviews*) cat "$RUNNER_TEMP/reviews.at-host" ;;
  *pulls/12*) cat "$RUNNER_TEMP/pull.at-host" ;;
  *"head=fork:change"*) echo 12 ;;
esac
"""
"""What `gh` answers for the host of one pull request, and what it was given to send."""


def test_a_status_names_whom_a_change_waits_for(repository: Path, tmp_path: Path) -> None:
    """And turns once they have agreed. Nothing of the fork runs."""
    git(repository, "switch", "--quiet", "change")
    lowered = (repository / "plans/hire.md").read_text("utf-8").replace("target: 80", "target: 75")
    (repository / "plans/hire.md").write_text(lowered, "utf-8")
    (repository / "sitecustomize.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", "utf-8")
    commit(repository)
    head = merge(repository)
    git(repository, "update-ref", "refs/pull/12/head", head)
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    machine = checked_out(repository, tmp_path, "refs/heads/main", 100)
    machine.variables = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/plan"}
    machine.program("gh", HOST)
    base = git(repository, "rev-parse", "main")
    pull = {"user": {"login": "fork"}, "base": {"sha": base}, "head": {"sha": head}}
    (machine.temporary / "pull.at-host").write_text(json.dumps(pull), "utf-8")

    def status(*logins: str) -> str:
        reviews = [{"user": {"login": name}, "state": "APPROVED", "commit_id": head} for name in logins]
        (machine.temporary / "reviews.at-host").write_text(json.dumps([reviews]), "utf-8")
        found = scripts(AGREEMENT, "agreement")
        values = {
            "GH_TOKEN": "t",
            "HEAD": "fork:change",
            "COMMIT": head,
            "NUMBER": "12",
            "PAGE": "https://x.org",
        }
        for name in list(found)[1:]:
            handed_on = machine.handed_on() if machine.outputs.exists() else {}
            given = {**values, "STATE": handed_on.get("state", "")}
            named = {key: given[key] for key in found[name].get("env", {})}
            assert machine.step(found[name], **named) == 0, machine.printed
        sent = (machine.temporary / "sent.txt").read_text("utf-8").splitlines()
        return " ".join(one for one in sent if one.startswith(("state=", "description=")))

    assert status("partner") == "state=pending description=waits for vp-sales"
    assert status("partner", "ada") == "state=success description=everybody whose yes it needs has agreed"
    machine.variables["GITHUB_SHA"] = "c0ffee"
    [repeat] = scripts(AGREEMENT, "queued").values()
    assert machine.step(repeat, GH_TOKEN="t") == 0, machine.printed
    sent = (machine.temporary / "sent.txt").read_text("utf-8").splitlines()
    assert {"repos/acme/plan/statuses/c0ffee", "state=success", "context=plan agreement"} <= set(sent)
    assert not (tmp_path / "ran").exists()


def test_the_action_does_its_work(repository: Path, tmp_path: Path) -> None:
    """From the installation to the preview, and hands on where everything is."""
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    (machine.temporary / "plans").mkdir()
    (machine.temporary / "plans/bin").symlink_to(BIN)
    open_others(repository, machine)
    machine.program("gh", 'cat "$RUNNER_TEMP/pulls.at-host"')
    machine.variables = {"GITHUB_BASE_REF": "main", "GITHUB_REPOSITORY": "acme/plan"}
    values = {"CONFIG": "mkdocs.yml", "BASE": "HEAD^1", "FAIL_ON": "error", "PLANS_COMPARE_WITH": "HEAD^1"}
    values |= {"GH_TOKEN": "reads", "NUMBER": "12"}
    for step in steps(ACTION):
        if "run" in step and step["name"] not in {"Install mkdocs-plans", "Keep one comment up to date"}:
            assert machine.step(step, **{name: values[name] for name in step["env"]}) == 0, machine.printed
    assert TOGETHER in machine.summary.read_text("utf-8")
    assert set(machine.handed_on()) == {"file", "folder"}
    assert "Fill all posts" in marked(machine.temporary)


@pytest.mark.parametrize(
    ("version", "requirements", "installed"),
    [
        ("", "", "/the/action"),
        ("1.2.0", "", "mkdocs-plans==1.2.0"),
        ("", "our own.txt", "/the/action --requirement our own.txt"),
    ],
)
def test_the_action_installs_its_own_commit_or_a_version(
    repository: Path, tmp_path: Path, version: str, requirements: str, installed: str
) -> None:
    """In an environment of its own, with what else the site needs."""
    merge(repository)
    machine = checked_out(repository, tmp_path, "refs/pull/12/merge", 2)
    machine.program("python", 'mkdir -p "$3/bin" && ln -s "$RUNNER_TEMP/bin/pip" "$3/bin/pip"')
    [install] = [step for step in steps(ACTION) if step.get("name") == "Install mkdocs-plans"]
    assert machine.step(install, VERSION=version, SOURCE="/the/action", REQUIREMENTS=requirements) == 0
    assert machine.printed == f"pip install --quiet {installed}\n"
