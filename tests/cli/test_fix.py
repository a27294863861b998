"""`plans check --fix` and `--diff`: what they write, what they say, and the exit status."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_plans.cli import fix as command
from mkdocs_plans.fixes.fix_plan import Fixed, fix_plan
from tests.cli.command import run
from tests.fixes.small_plan import PLAN, tactic
from tests.small_site import write_site

ROOT = Path(__file__).parents[2]

BEFORE = tactic(
    "review: montly\r\nstatus: Actve  # now\nteam: nobody\nend: 31/03/2026\nstart: 03/04/2026"
).encode()
AFTER = tactic(
    "review: monthly\r\nstatus: active  # now\nteam: nobody\nend: 2026-03-31\nstart: 03/04/2026"
).encode()

In = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one plan file in which three of five findings can be fixed."""
    return write_site(tmp_path, {**PLAN, "a plan.md": BEFORE})


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> In:
    """Run `plans check` in a folder."""

    def check(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        return run("check", *arguments)

    return check


def errors(result: Result) -> list[str]:
    """The rules of the errors in a report."""
    return [line.rsplit("[", 1)[1][:-1] for line in result.stdout.splitlines() if ": error: " in line]


def test_what_can_be_fixed_is_marked_in_the_report(site: Path, check: In) -> None:
    """At the hint, and counted at the end; elsewhere the report is as ever."""
    report = check(site).stdout
    assert 'did you mean "monthly"? [*]' in report
    assert report.endswith("\n[*] 3 of these can be fixed with `plans check --fix`\n")
    assert report.count("[*]") == 4


def test_fix_says_how_much_and_reports_what_is_left(site: Path, check: In) -> None:
    """Every other byte stays, and the exit status is by what is left."""
    result = check(site, "--fix")
    assert (site / "plans/a plan.md").read_bytes() == AFTER
    first, _ = result.stdout.split("\n", 1)
    left = len([line for line in result.stdout.splitlines() if line.endswith("]")])
    assert first == f"fixed 3 of {3 + left} findings in 1 file"
    assert errors(result) == ["unknown-team", "invalid-value"]
    assert result.exit_code == 1
    assert "[*]" not in result.stdout


def test_a_second_run_fixes_nothing_and_touches_nothing(site: Path, check: In) -> None:
    """Nor does a first one touch files without a mistake."""
    check(site, "--fix")
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in (site / "plans").iterdir()}
    result = check(site, "--fix")
    assert result.stdout.startswith("fixed 0 of ")
    assert {
        file: (file.stat().st_mtime_ns, file.read_bytes()) for file in (site / "plans").iterdir()
    } == before


def test_files_without_a_mistake_are_not_written(site: Path, check: In) -> None:
    """Their times stay."""
    others = [file for file in (site / "plans").iterdir() if file.name != "a plan.md"]
    before = [file.stat() for file in others]
    check(site, "--fix")
    assert [file.stat().st_mtime_ns for file in others] == [status.st_mtime_ns for status in before]
    assert [file.stat().st_ino for file in others] == [status.st_ino for status in before]


def test_where_all_is_fixed_the_exit_status_is_0(tmp_path: Path, check: In) -> None:
    """As after any check without an error."""
    result = check(write_site(tmp_path, {**PLAN, "plan.md": tactic("review: montly").encode()}), "--fix")
    assert result.exit_code == 0
    assert errors(result) == []


def test_only_named_files_are_fixed(site: Path, check: In) -> None:
    """In the light of the whole plan."""
    (site / "plans/b.md").write_bytes(BEFORE)
    check(site, "--fix", "plans/b.md")
    assert (site / "plans/a plan.md").read_bytes() == BEFORE
    assert (site / "plans/b.md").read_bytes() == AFTER


@pytest.mark.parametrize("report", ["json", "sarif", "github", "gitlab"])
def test_a_report_for_programs_stays_one(report: str, site: Path, check: In) -> None:
    """What was fixed is said beside it."""
    result = check(site, "--fix", "--format", report)
    assert result.stderr.startswith("fixed 3 of ")
    assert "fixed 3" not in result.stdout


def test_the_mode_is_kept(site: Path, check: In) -> None:
    """As the author set it."""
    (site / "plans/a plan.md").chmod(0o600)
    check(site, "--fix")
    assert stat.S_IMODE((site / "plans/a plan.md").stat().st_mode) == 0o600


def test_a_file_that_changes_meanwhile_keeps_all_as_they_are(
    site: Path, check: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The author's editor was faster: all files are fixed, or none."""
    file = site / "plans/a plan.md"
    (site / "plans/b.md").write_bytes(BEFORE)

    def fix_slowly(*arguments: object) -> Fixed:
        fixed = fix_plan(*arguments)  # type: ignore[arg-type]
        file.write_bytes(BEFORE + b"More.\n")
        return fixed

    monkeypatch.setattr(command, "fix_plan", fix_slowly)
    result = check(site, "--fix")
    assert (file.read_bytes(), (site / "plans/b.md").read_bytes()) == (BEFORE + b"More.\n", BEFORE)
    assert "plans/a plan.md has changed since it was read" in result.stderr
    assert result.exit_code == 2


def test_a_file_that_cannot_be_written_is_named_and_none_is_written(
    site: Path, check: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run couldn't do what it was asked: exit status 2."""
    (site / "plans/b.md").write_bytes(BEFORE)
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "a plan" not in str(path) and real(path, mode))
    result = check(site, "--fix")
    assert result.stderr == "plans: plans/a plan.md can't be written: Permission denied; nothing is changed\n"
    assert (site / "plans/b.md").read_bytes() == BEFORE
    assert result.exit_code == 2


def test_a_link_is_fixed_at_its_target(site: Path, check: In) -> None:
    """And stays a link; the diff names the target."""
    (site / "plans/a plan.md").rename(site / "plans/z.txt")
    (site / "plans/link.md").symlink_to("z.txt")
    assert "--- a/plans/z.txt\n" in check(site, "--diff").stdout
    check(site, "--fix")
    assert (site / "plans/link.md").is_symlink()
    assert (site / "plans/z.txt").read_bytes() == AFTER


def test_diff_shows_what_fix_would_do_and_writes_nothing(site: Path, check: In) -> None:
    """The exit status is that of a check before; nothing but the diff is printed."""
    result = check(site, "--diff")
    assert (site / "plans/a plan.md").read_bytes() == BEFORE
    assert result.stdout_bytes == (
        b"--- a/plans/a plan.md\t\n+++ b/plans/a plan.md\t\n@@ -2,10 +2,10 @@\n type: tactic\n title: Plan\n"
        b" strategy: hire\n-review: montly\r\n-status: Actve  # now\n"
        b"+review: monthly\r\n+status: active  # now\n"
        b" team: nobody\n-end: 31/03/2026\n+end: 2026-03-31\n start: 03/04/2026\n ---\n \n"
    )
    assert result.exit_code == 1
    assert check(site, "--diff", "--fix").stdout_bytes == result.stdout_bytes
    assert (site / "plans/a plan.md").read_bytes() == BEFORE


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "--binary", "--quiet", "-p1"]])
@pytest.mark.parametrize("folder", [".", "plans"])
def test_the_diff_applied_gives_what_fix_writes(
    tool: list[str], folder: str, tmp_path: Path, check: In
) -> None:
    """Of all the mistakes at once, by git and by patch, from where the command ran."""
    for name in ("one", "other"):
        write_site(tmp_path / name, {**PLAN, **_styles()})
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path / "one", check=True)
    patch = check(tmp_path / "one" / folder, "--diff").stdout_bytes
    subprocess.run(tool, cwd=tmp_path / "one" / folder, input=patch, check=True)
    check(tmp_path / "other", "--fix")
    written = [{f.name: f.read_bytes() for f in (tmp_path / n / "plans").iterdir()} for n in ("one", "other")]
    assert written[0] == written[1]
    assert written[0]["lf.md"] == AFTER


def _styles() -> dict[str, str | bytes]:
    windows = BEFORE.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return {
        "lf.md": BEFORE,
        "with space.md": BEFORE,
        "crlf.md": windows,
        "bom.md": b"\xef\xbb\xbf" + windows,
        "cut.md": BEFORE.rstrip(),
        "people.yml": PLAN["people.yml"].replace("team: sales", "team: slaes"),
    }


def test_with_since_only_what_the_change_brings_in_is_fixed(site: Path, check: In) -> None:
    """What was wrong before is another change's to fix."""
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "A"]):
        subprocess.run(["git", *arguments], cwd=site, check=True)
    (site / "plans/b.md").write_bytes(BEFORE)
    result = check(site, "--since", "HEAD", "--fix")
    assert (site / "plans/a plan.md").read_bytes() == BEFORE
    assert (site / "plans/b.md").read_bytes() == AFTER
    assert result.stdout.startswith("fixed 3 of ")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_watching_only_checks(option: str, site: Path, check: In) -> None:
    """A file that is being written is not fixed under its author's hands."""
    result = check(site, "--watch", option)
    assert result.exit_code == 2
    assert "--watch only checks" in result.stderr


def test_the_example_plan_needs_no_fixing(tmp_path: Path, check: In) -> None:
    """It is sound."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    assert check(tmp_path, "--diff").stdout_bytes == b""


def test_a_line_that_is_only_indented_anew_says_by_how_much(tmp_path: Path, check: In) -> None:
    """What both lines say is alike; and of lines in a row that move alike it is said once."""
    tabs = tactic("actions:\n\t- do: Ask\n\t- do: Tell")
    spaces = tactic("resources:\n  - name: Time\n   cost: 5 EUR")
    site = write_site(tmp_path, {**PLAN, "tabs.md": tabs, "spaces.md": spaces})
    said = check(site, "--fix").stdout
    assert "tabs.md:6-7: 2 lines → indented by 2 spaces, not 1 tab\n" in said
    assert "spaces.md:7: cost: 5 EUR → indented by 4 spaces, not 3 spaces\n" in said
