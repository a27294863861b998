"""`plans diff`: what it compares, in real repositories, and the exit status that it ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.changes.small_plan import ASK, PLAN
from tests.cli.command import edit, run
from tests.small_site import write_site
from tests.source.test_revision import commit, git


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed plan on `main`, with the branch `ours` checked out."""
    folder = write_site(tmp_path / "site", PLAN)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "ours")
    monkeypatch.chdir(folder)
    return folder


def report(*arguments: str) -> Any:
    """The report in JSON, as its schema describes it."""
    result = run("diff", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    schema = run("schema", "--diff").stdout
    found = json.loads(result.stdout)
    Draft202012Validator(json.loads(schema)).validate(found)
    return found


def lines(*arguments: str) -> list[str]:
    """Each change in a line, as `id: text`."""
    found = report(*arguments)
    listed = [
        f"{(plan['now'] or plan['before'])['id']}: {change['text']}"
        for plan in found["plans"]
        for change in plan["changes"]
    ]
    return listed + [
        f"@{one['handle']}: {change['text']}" for one in found["people"] for change in one["changes"]
    ]


LATER = "ask: End: 30 Jun 2026 → 30 Sep 2026, 92 days later; first promised for 31 Mar 2026"


def postpone(site: Path) -> None:
    """End one tactic later."""
    edit(site / "plans/ask.md", "end: 2026-06-30", "end: 2026-09-30")


def test_the_branch_is_compared_with_where_it_left_the_default_branch(site: Path) -> None:
    """What it committed, and what lies on disk, without what went on elsewhere."""
    postpone(site)
    commit(site)
    edit(site / "plans/find.md", "Twenty signed.", "Thirty signed.")
    git(site, "stash", "--quiet")
    git(site, "switch", "--quiet", "main")
    edit(site / "plans/grow.md", "target: 20", "target: 25")
    commit(site)
    git(site, "switch", "--quiet", "ours")
    git(site, "stash", "pop", "--quiet")
    assert lines() == [LATER, "find: Outcome: “Twenty signed.” → “Thirty signed.”"]


def test_a_merge_of_the_default_branch_is_no_part_of_the_change(site: Path) -> None:
    """Also where both changed the same plan."""
    postpone(site)
    commit(site)
    git(site, "switch", "--quiet", "main")
    edit(site / "plans/ask.md", "We begin with ten questions.", "We begin with twelve questions.")
    edit(site / "plans/grow.md", "target: 20", "target: 25")
    commit(site)
    git(site, "switch", "--quiet", "ours")
    git(site, "merge", "--quiet", "--no-edit", "main")
    assert lines() == [LATER]
    assert lines("HEAD^1", "HEAD") == [
        "grow: Goal “Fill all posts”, target: 20 posts → 25 posts, higher",
        "ask: Text: 1 word added, 1 word removed",
    ]
    assert lines("HEAD^2", "HEAD") == [LATER]


def test_what_the_server_has_counts_before_the_branch_here(site: Path, tmp_path: Path) -> None:
    """As in a pull request: `origin/main` is what it will be merged into."""
    git(tmp_path, "clone", "--quiet", "--branch", "main", str(site), "clone")
    clone = tmp_path / "clone"
    postpone(clone)
    commit(clone)
    assert lines("--config-file", str(clone / "mkdocs.yml")) == [LATER]  # though it is on main itself
    git(clone, "remote", "set-head", "origin", "--delete")
    assert lines("--config-file", str(clone / "mkdocs.yml")) == [LATER]


def test_two_revisions_are_compared_as_they_are(site: Path) -> None:
    """Whatever is on disk; `-` is the branch before this one."""
    postpone(site)
    commit(site)
    edit(site / "plans/find.md", "Twenty signed.", "Thirty signed.")
    assert lines("main", "HEAD") == lines("-", "ours") == [LATER]
    assert lines("HEAD") == ["find: Outcome: “Twenty signed.” → “Thirty signed.”"]
    assert lines("ours", "main") == [
        "ask: End: 30 Sep 2026 → 30 Jun 2026, 92 days earlier; first promised for 31 Mar 2026"
    ]


def test_nothing_changed_is_said_in_every_format(site: Path) -> None:
    """And ends with 0."""
    assert run("diff").stdout == "No change of plan\n"
    assert "## No change of plan" in run("diff", "--format", "markdown").stdout
    assert report()["is_empty"] is True


def test_a_moved_and_reformatted_file_is_no_change(site: Path) -> None:
    """Nor are other line ends."""
    (site / "plans/tactics").mkdir()
    git(site, "mv", "plans/ask.md", "plans/tactics/ask.md")
    (site / "plans/tactics/ask.md").write_bytes(ASK.replace("\n", "\r\n").encode())
    commit(site)
    assert run("diff").stdout == "No change of plan\n"


def test_a_change_of_people_alone_is_told(site: Path) -> None:
    """The people file is part of the plan."""
    edit(site / "plans/people.yml", "role: VP People,", "role: VP People, until: 2026-12-31,")
    assert lines() == ["@vp-people: Leaves: 31 Dec 2026, new"]
    assert [one["effect"] for one in report()["consequences"]] == ["dri-leaves"]


def test_a_plan_that_is_new_is_told_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base from before there was a plan is an empty plan."""
    (tmp_path / "README.md").write_text("Hello")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    git(tmp_path, "switch", "--quiet", "--create", "ours")
    monkeypatch.chdir(write_site(tmp_path, PLAN))
    found = report()
    assert {change["kind"] for plan in found["plans"] for change in plan["changes"]} == {"added"}
    assert len(found["plans"]) == len([path for path in PLAN if path.endswith(".md")])


def test_a_base_with_errors_is_taken_as_far_as_it_can_be_read(site: Path) -> None:
    """What it can't say isn't told as a change."""
    edit(site / "plans/ask.md", "advances: [", "advances: [[")
    edit(site / "plans/find.md", "end: 2026-11-30", "end: 2026-11-31")
    commit(site)
    edit(site / "plans/ask.md", "advances: [[", "advances: [")
    edit(site / "plans/find.md", "end: 2026-11-31", "end: 2026-11-30")
    edit(site / "plans/grow.md", "target: 20", "target: 25")
    assert lines("HEAD") == [
        "ask: couldn’t be read before, so there is nothing to compare it with",
        "grow: Goal “Fill all posts”, target: 20 posts → 25 posts, higher",
    ]
    assert {one["rule"] for one in report("HEAD")["mended"]} >= {"invalid-front-matter", "invalid-value"}


def test_findings_do_not_fail_it(site: Path) -> None:
    """It tells of a change; `plans check --since` judges it."""
    edit(site / "plans/ask.md", "strategy: hire", "strategy: hier")
    assert run("diff").exit_code == 0
    assert [one["rule"] for one in report()["brought_in"]] == ["unknown-strategy"]


def test_a_shallow_clone_says_what_it_needs(site: Path, tmp_path: Path) -> None:
    """In one line, whether the base is named or not."""
    postpone(site)
    commit(site)
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "ours", f"file://{site}", "clone")
    config = ("--config-file", str(tmp_path / "clone/mkdocs.yml"))
    git(tmp_path / "clone", "branch", "--remotes", "--delete", "origin/ours")
    for arguments in ((), ("HEAD~1",)):
        result = run("diff", *arguments, *config)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert len(result.stderr.splitlines()) == 1
        assert "fetch-depth: 0" in result.stderr


def test_a_shallow_clone_of_two_branches_says_so_too(site: Path, tmp_path: Path) -> None:
    """The base is there, and where the branch left it isn't."""
    postpone(site)
    commit(site)
    git(site, "switch", "--quiet", "main")  # what a clone takes for the default branch
    git(
        tmp_path,
        "clone",
        "--quiet",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "ours",
        f"file://{site}",
        "c",
    )
    result = run("diff", "--config-file", str(tmp_path / "c/mkdocs.yml"))
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


@pytest.mark.parametrize("names", [("no-such-branch",), ("HEAD", "--all"), ("HEAD:plans",), ("HEAD", "")])
def test_an_unknown_revision_ends_with_2(names: tuple[str, ...], site: Path) -> None:
    """In one line, with nothing reported."""
    result = run("diff", "--", *names)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "git knows no revision" in result.stderr


def test_without_a_default_branch_it_asks_for_a_base(site: Path) -> None:
    """And with one it runs."""
    git(site, "branch", "--delete", "--force", "main")
    result = run("diff")
    assert result.exit_code == 2
    assert "name what to compare with" in result.stderr
    assert run("diff", "HEAD").exit_code == 0


def test_outside_a_repository_there_is_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is said in one line."""
    monkeypatch.chdir(write_site(tmp_path, PLAN))
    result = run("diff")
    assert result.exit_code == 2
    assert "git repository" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_markdown_names_files_from_the_repository_s_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From wherever the command runs, and keeps to its limit."""
    folder = write_site(tmp_path / "docs/site", PLAN)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    postpone(folder)
    monkeypatch.chdir(folder / "plans")
    made = run("diff", "--format", "markdown").stdout
    assert "**Tactic “Ask everyone the same questions”** · `docs/site/plans/ask.md`" in made
    assert "Tactic “Ask everyone the same questions” ask.md" in run("diff").stdout
    assert run("diff", "--format", "markdown", "--limit", "10").exit_code == 2


def test_nothing_is_written(site: Path) -> None:
    """Neither into the working tree nor into the repository."""
    postpone(site)
    before = git(site, "status", "--porcelain", "--ignored")
    run("diff")
    assert git(site, "status", "--porcelain", "--ignored") == before


def test_it_runs_from_the_command_line(site: Path) -> None:
    """As an installed command, in a locale that has few letters."""
    postpone(site)
    command = ["plans", "diff", "--format", "markdown"]
    done = subprocess.run(
        command,
        capture_output=True,
        check=True,
        env={"PATH": path(), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert b"92 days later" in done.stdout


def path() -> str:
    """Where the command is installed, and git."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def test_settings_that_decide_what_is_in_the_plan_are_named(site: Path) -> None:
    """Both states are read by the same settings, so a change of them could hide what it does."""
    postpone(site)
    edit(site / "mkdocs.yml", "plugins:", "exclude_docs: tactics/\nplugins:")
    edit(site / "mkdocs.yml", "- plans:\n", "- plans:\n      history: true\n      rules: {overdue: off}\n")
    assert report()["settings"] == ["exclude_docs", "rules"]
    assert "Changed in mkdocs.yml: exclude_docs, rules." in run("diff").stdout
    git(site, "commit", "--quiet", "--all", "--message", "x")
    edit(site / "plans/ask.md", "end: 2026-09-30", "end: 2026-06-30")
    assert report("HEAD")["settings"] == []
    git(site, "checkout", "--quiet", "main", "--", "plans")
    assert not report()["is_empty"]
    assert "No change of plan" not in run("diff", "--format", "markdown").stdout


def test_what_a_change_amounts_to_decides_how_it_ends(site: Path) -> None:
    """What is named counts, by itself or by the severity that the site gives it."""
    edit(site / "plans/hire.md", "target: 80", "target: 75")
    edit(site / "plans/ask.md", "cost: 4800 USD", "cost: 48000 USD")
    found = report()
    assert found["headline"] == "This change lowers 1 promise; it costs $43,200 more"
    assert (found["verdicts"], found["cost"]) == ({"promise-lowered": 1, "cost": 1}, {"USD": "43200"})
    assert run("diff", "--fail-on", "past-rewritten", "--fail-on", "cost").exit_code == 1
    assert run("diff", "--fail-on", "past-rewritten", "--fail-on", "responsibility").exit_code == 0
    assert [run("diff", "--fail-on", grave).exit_code for grave in ("error", "warning")] == [0, 1]
    edit(site / "mkdocs.yml", "- plans:", "- plans:\n      verdicts: {cost: error, promise-lowered: off}")
    result = run("diff", "--fail-on", "error")
    assert result.exit_code == 1
    assert result.stdout.startswith("This change costs $43,200 more\n")
    unknown = run("diff", "--fail-on", "promise-broken")
    assert unknown.exit_code == 2
    assert "'past-rewritten', 'promise-lowered'" in unknown.stderr
