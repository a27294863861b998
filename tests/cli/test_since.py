"""`plans check --since`: what a change brings in, in real repositories."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from mkdocs_plans import rules
from mkdocs_plans.findings import Finding, Severity
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from tests.cli.command import edit, run
from tests.small_site import write_site
from tests.source.test_revision import commit, git

STRATEGY = "---\ntype: strategy\ntitle: Hire\ndri: nobody\n---\n"
TACTIC = "---\ntype: tactic\ntitle: Ask\nstrategy: hire\ndri: recruiting-lead\n---\n"

Plans = Callable[..., Result]
New = Callable[..., list[tuple[str, str, int]]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed plan with one mistake: nobody knows the strategy's DRI."""
    write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC})
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plans(*arguments: str) -> Result:
    """Check what the change since HEAD brings in, or what the arguments ask for."""
    return run("check", *(arguments or ("--since", "HEAD")))


def new(*arguments: str) -> list[tuple[str, str, int]]:
    """The errors that are reported as new: rule, file and line."""
    report = json.loads(plans(*(arguments or ("--since", "HEAD")), "--format", "json").stdout)
    errors = (one for one in report["findings"] if one["severity"] == "error")
    return [(one["rule"], one["file"], one["line"]) for one in errors]


def test_an_old_mistake_is_not_reported(site: Path) -> None:
    """The change can't fail for what it didn't do."""
    assert run("check").exit_code == 1
    result = plans()
    assert result.exit_code == 0
    assert new() == []


def test_the_summary_says_since_when(site: Path) -> None:
    """So that nobody takes the change for the whole plan."""
    assert plans().stdout == "2 plan files checked, nothing new since HEAD\n"
    edit(site / "plans/ask.md", "recruiting-lead", "recruiting-laed")
    assert "1 error new since HEAD in 2 plan files" in plans().stdout.splitlines()


def test_a_new_mistake_is_reported_and_fails(site: Path) -> None:
    """Committed or not."""
    edit(site / "plans/ask.md", "recruiting-lead", "recruiting-laed")
    assert new() == [("unknown-person", "plans/ask.md", 5)]
    assert plans().exit_code == 1
    commit(site)
    assert new() == []
    assert new("--since", "HEAD~1") == [("unknown-person", "plans/ask.md", 5)]


def test_an_old_mistake_stays_old_when_its_line_shifts(site: Path) -> None:
    """And when the text around it is another."""
    edit(
        site / "plans/hire.md", "title: Hire", "number: '1'\nsummary: One more line.\ntitle: Hire salespeople"
    )
    edit(site / "plans/hire.md", "nobody\n---\n", "nobody\n---\n\nWhere we stand.\n")
    assert new() == []


def test_an_old_mistake_stays_old_when_its_file_moves(site: Path) -> None:
    """Its id follows its name, in whatever folder it is."""
    (site / "plans/strategies").mkdir()
    git(site, "mv", "plans/hire.md", "plans/strategies/hire.md")
    edit(site / "plans/strategies/hire.md", "title: Hire", "number: '1'\ntitle: Hire")
    assert new() == []


def test_an_old_mistake_stays_old_when_its_file_is_renamed(site: Path) -> None:
    """What it is known by changes, and so it breaks the reference that wasn't changed with it."""
    git(site, "mv", "plans/hire.md", "plans/employ.md")
    assert new() == [("unknown-strategy", "plans/ask.md", 4)]


def test_what_a_change_breaks_in_another_file_is_reported(site: Path) -> None:
    """A tactic that the change didn't touch serves a strategy that is gone."""
    (site / "plans/hire.md").unlink()
    assert new() == [("unknown-strategy", "plans/ask.md", 4)]


def test_what_went_on_elsewhere_is_no_part_of_the_change(site: Path) -> None:
    """A branch isn't charged with the mistakes that the main one has fixed since."""
    git(site, "branch", "--move", "main")
    git(site, "switch", "--quiet", "--create", "ours")
    edit(site / "plans/ask.md", "recruiting-lead", "recruiting-laed")
    commit(site)
    git(site, "switch", "--quiet", "main")
    edit(site / "plans/hire.md", "nobody", "vp-sales")
    commit(site)
    git(site, "switch", "--quiet", "ours")
    ours = [("unknown-person", "plans/ask.md", 5)]
    assert new("--since", "main") == ours
    git(site, "merge", "--quiet", "--no-edit", "main")
    assert new("--since", "main") == ours


def test_a_revision_with_another_past_is_compared_as_it_is(site: Path) -> None:
    """As in a clone that has only the newest commits."""
    git(site, "branch", "--move", "main")
    git(site, "switch", "--quiet", "--orphan", "other")
    write_site(site, {"hire.md": STRATEGY.replace("nobody", "vp-sales"), "ask.md": TACTIC})
    commit(site)
    git(site, "switch", "--quiet", "main")
    assert new("--since", "other") == [("unknown-person", "plans/hire.md", 4)]


def test_only_named_files_are_reported(site: Path) -> None:
    """In the light of the whole plan, before and now."""
    edit(site / "plans/ask.md", "recruiting-lead", "recruiting-laed")
    edit(site / "plans/hire.md", "title", "team: slaes\ntitle")
    assert new("plans/hire.md", "--since", "HEAD") == [("unknown-team", "plans/hire.md", 3)]


def test_in_a_plan_that_is_new_all_findings_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The revision has no such folder."""
    (tmp_path / "README.md").write_text("hello")
    commit(tmp_path)
    monkeypatch.chdir(write_site(tmp_path, {"hire.md": STRATEGY}))
    assert new() == [("unknown-person", "plans/hire.md", 4)]


@pytest.mark.parametrize("name", ["no-such-branch", "--all", "HEAD:plans", ""])
def test_an_unknown_revision_is_said_in_one_line(name: str, site: Path) -> None:
    """And nothing is reported."""
    result = plans(f"--since={name}")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "revision" in result.stderr


def test_outside_a_repository_there_is_no_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In git's own words."""
    monkeypatch.chdir(write_site(tmp_path, {"hire.md": STRATEGY}))
    result = plans()
    assert result.exit_code == 2
    assert "repository" in result.stderr


def test_todays_settings_judge_both_sides(site: Path) -> None:
    """A rule that is made graver brings nothing in."""
    edit(
        site / "mkdocs.yml", "today: 2026-11-23", "today: 2026-11-23\n      rules: {unknown-person: warning}"
    )
    assert plans("--since", "HEAD", "--fail-on", "notice").exit_code == 0


def test_a_mistake_in_the_settings_is_new_where_its_line_is(site: Path) -> None:
    """The settings of now judge both sides, and are judged by themselves."""
    edit(site / "mkdocs.yml", "today: 2026-11-23", "tody: 2026-11-23\n      rules: {unknown-persn: off}")
    assert new() == [("unknown-setting", "mkdocs.yml", 7), ("invalid-setting", "mkdocs.yml", 8)]
    commit(site)
    edit(site / "mkdocs.yml", "site_name", "# One line more.\nsite_name")
    assert new() == []


def test_settings_outside_the_repository_are_no_part_of_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An organisation may keep what its sites have in common elsewhere."""
    (tmp_path / "base.yml").write_text("plugins:\n  - plans: {tody: 2026-11-23}\n")
    site = write_site(
        tmp_path / "site", {"hire.md": STRATEGY}, config="INHERIT: ../base.yml\ndocs_dir: plans\n"
    )
    commit(site)
    monkeypatch.chdir(site)
    assert run("check").exit_code == 1
    assert new() == []


def test_both_sides_are_judged_by_one_day(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over midnight, or a clock that jumps, brings nothing in."""
    edit(site / "mkdocs.yml", "today: 2026-11-23", "fiscal_year_start: 1")
    days = iter(datetime.datetime(2026, 11, day) for day in range(1, 30))
    clock = SimpleNamespace(now=lambda zone: next(days))
    monkeypatch.setattr("mkdocs_plans.settings.site.datetime", SimpleNamespace(datetime=clock))

    def check(plan: Plan, context: Context) -> list[Finding]:
        return [Finding("unknown-plan", f"it is {context.today}", path) for path in plan.by_path]

    rule = PlanRule("unknown-plan", Group.LINKS, Severity.ERROR, "", check=check)
    monkeypatch.setattr(rules, "PLAN_RULES", (rule,))
    assert new("--fail-on", "error") == [
        ("unknown-plan", "plans/ask.md", 1),
        ("unknown-plan", "plans/hire.md", 1),
    ]
    assert new() == []


def test_excluded_files_are_left_out_of_both_sides(site: Path) -> None:
    """As the site has it now: what they leave open was open before."""
    edit(site / "mkdocs.yml", "docs_dir: plans", "docs_dir: plans\nexclude_docs: hire.md")
    assert plans("--fail-on", "error").exit_code == 1
    assert new() == []


def test_a_plan_in_a_folder_of_the_repository_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From wherever the command runs."""
    site = write_site(tmp_path / "docs/site", {"hire.md": STRATEGY})
    commit(tmp_path)
    edit(site / "plans/hire.md", "type", "team: slaes\ntype")
    monkeypatch.chdir(site / "plans")
    assert new() == [("unknown-team", "hire.md", 2)]
