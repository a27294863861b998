"""`plans owners`: CODEOWNERS printed, written and checked, in real repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_plans.codehost.owners import END, START
from tests.cli.command import run
from tests.small_site import STRATEGY, TACTIC, write_site
from tests.source.test_revision import commit, git

PEOPLE = """
vp-sales: {role: VP Sales, github: ann, gitlab: ann.gl, email: ann@example.org}
recruiting-lead: {role: Recruiting Lead, github: bob, email: bob@example.org}
"""
FILES = {"people.yml": PEOPLE, "hire.md": STRATEGY, "ask.md": TACTIC}
OURS = f"{START}\n/plans/ask.md @bob @ann\n/plans/hire.md @ann\n{END}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed plan of two people."""
    write_site(tmp_path, FILES)
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def owners(*arguments: str, exit_code: int = 0) -> Result:
    """Run the command, which ends as it should."""
    result = run("owners", *arguments)
    assert result.exit_code == exit_code, result.output
    return result


def write(file: Path, text: str) -> Path:
    """Write a file, with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def test_the_lines_are_printed(site: Path) -> None:
    """With their markers, so that what is redirected into a file can be brought up to date later."""
    result = owners()
    assert result.stdout == OURS
    assert result.stderr == ""
    assert git(site, "status", "--porcelain") == ""


def test_paths_start_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the site is in it, and wherever the command runs."""
    site = write_site(tmp_path / "repo/docs site/plan", FILES)
    git(tmp_path / "repo", "init", "--quiet")
    wanted = OURS.replace("/plans/", "/docs\\ site/plan/plans/")
    monkeypatch.chdir(site / "plans")
    assert owners().stdout == wanted
    monkeypatch.chdir(tmp_path)
    assert owners("--config-file", "repo/docs site/plan/mkdocs.yml").stdout == wanted
    owners("--config-file", "repo/docs site/plan/mkdocs.yml", "--write")
    assert (tmp_path / "repo/.github/CODEOWNERS").read_text() == wanted


def test_a_worktree_is_a_repository_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There `.git` is a file."""
    git(site, "worktree", "add", "--quiet", "other")
    monkeypatch.chdir(site / "other")
    owners("--write")
    assert (site / "other/.github/CODEOWNERS").read_text() == OURS
    assert not (site / ".github").exists()


def test_outside_a_repository_there_are_no_owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No host would look there, and nobody could tell where paths start."""
    monkeypatch.chdir(write_site(tmp_path, FILES))
    result = owners("--write", exit_code=2)
    assert result.stderr.startswith("plans: ")
    assert "is in no git repository" in result.stderr
    assert not (tmp_path / ".github").exists()


def test_a_link_is_owned_where_its_file_is(site: Path) -> None:
    """What changes is the file that it leads to."""
    (site / "plans/tell.md").symlink_to("asked/tell.md")
    write(site / "plans/asked/tell.md", TACTIC.lstrip())
    assert [line for line in owners().stdout.splitlines() if "tell" in line] == [
        "/plans/asked/tell.md @bob @ann"
    ]


def test_the_file_is_written_and_found_up_to_date(site: Path) -> None:
    """A second time nothing is written."""
    assert owners("--check", exit_code=1).stdout == (
        "there is no .github/CODEOWNERS: run `plans owners --write`\n"
    )
    assert owners("--write").stdout == ".github/CODEOWNERS is written: 2 lines of ours\n"
    file = site / ".github/CODEOWNERS"
    assert file.read_text() == OURS
    assert owners("--check").stdout == ".github/CODEOWNERS is up to date\n"
    os.utime(file, ns=(1, 1))
    assert owners("--write").stdout == ".github/CODEOWNERS is up to date\n"
    assert file.stat().st_mtime_ns == 1
    assert [each.name for each in file.parent.iterdir()] == ["CODEOWNERS"]


def test_what_is_out_of_date_is_said(site: Path) -> None:
    """Path by path, and nothing is written."""
    owners("--write")
    file = site / ".github/CODEOWNERS"
    write(site / "plans/hire.md", STRATEGY.lstrip().replace("vp-sales", "recruiting-lead"))
    result = owners("--check", exit_code=1)
    assert result.stdout == (
        ".github/CODEOWNERS is out of date: run `plans owners --write`\n"
        "  /plans/ask.md: @bob @ann → @bob\n"
        "  /plans/hire.md: @ann → @bob\n"
    )
    assert file.read_text() == OURS
    owners("--write")
    owners("--check")


def test_a_long_list_of_changes_is_cut(site: Path) -> None:
    """With a count of what was left out."""
    write(site / ".github/CODEOWNERS", "* @all\n")
    for number in range(30):
        write(site / f"plans/t{number:02}.md", TACTIC.lstrip())
    said = owners("--check", exit_code=1).stdout.splitlines()
    assert len(said) == 22
    assert said[-1] == "  and 12 more"


def test_the_rest_of_the_file_is_kept(site: Path) -> None:
    """Byte for byte, with its mode."""
    above, below = b"\xff* @all\r\n\r\n", b"\r\n/docs/ @d \n\n"
    file = site / "docs/CODEOWNERS"
    write(file, "")
    ours = OURS.rstrip().replace("\n", "\r\n").encode()
    file.write_bytes(above + f"{START}\r\n/x @x\r\n{END}".encode() + below)
    file.chmod(0o640)
    owners("--write")
    assert file.read_bytes() == above + ours + below
    assert file.stat().st_mode & 0o777 == 0o640
    assert not (site / ".github").exists()


def test_a_damaged_part_is_an_error_and_nothing_is_written(site: Path) -> None:
    """In one line."""
    file = write(site / ".github/CODEOWNERS", f"* @all\n{START}\n/plans/hire.md @x\n")
    before = file.read_bytes()
    for option in ("--write", "--check"):
        result = owners(option, exit_code=2)
        assert result.stdout == ""
        assert result.stderr.startswith("plans: .github/CODEOWNERS is left as it is: ")
        assert len(result.stderr.splitlines()) == 1
    assert file.read_bytes() == before


def test_the_host_is_found_and_may_be_named(site: Path) -> None:
    """Who has no name on it is left out, and told of with what they answer for."""
    write(site / ".gitlab-ci.yml", "")
    result = owners("--write")
    assert (site / ".gitlab/CODEOWNERS").read_text() == OURS.replace("@bob @ann", "@ann.gl").replace(
        "@ann\n", "@ann.gl\n"
    )
    assert result.stderr == (
        "plans: 1 person is left out, with what they answer for:\n"
        "  recruiting-lead has no `gitlab` in the people file: plans/ask.md\n"
    )
    assert owners("--host", "github").stdout == OURS


def test_many_files_of_one_person_are_counted(site: Path) -> None:
    """The first are named."""
    write(site / "plans/people.yml", "vp-sales: {github: ann}\nrecruiting-lead:\n")
    for number in range(9):
        write(site / f"plans/t{number}.md", TACTIC.lstrip())
    (said,) = [line for line in owners().stderr.splitlines() if "recruiting-lead" in line]
    assert said.endswith(": plans/ask.md, " + ", ".join(f"plans/t{n}.md" for n in range(5)) + " and 4 more")


def test_the_first_file_that_the_host_reads_is_written(site: Path) -> None:
    """GitHub looks into .github before the top, GitLab the other way round."""
    top = write(site / "CODEOWNERS", "* @all\n")
    own = {host: write(site / f".{host}/CODEOWNERS", "") for host in ("github", "gitlab")}
    owners("--host", "github", "--write")
    assert own["github"].read_text() == OURS
    owners("--host", "gitlab", "--write")
    assert own["gitlab"].read_text() == ""
    assert top.read_text().startswith(f"* @all\n\n{START}\n")


def test_a_file_that_the_host_does_not_read_is_written_and_said(site: Path) -> None:
    """It may be meant to be moved; a name by itself says nothing of where the host looks."""
    result = owners("--write", "owners.txt")
    assert (site / "owners.txt").read_text() == OURS
    assert result.stderr == (
        "plans: GitHub doesn't read owners.txt, but .github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS\n"
    )
    write(site / ".github/CODEOWNERS", "")
    assert owners("--check", "owners.txt").stderr == (
        "plans: GitHub doesn't read owners.txt, but .github/CODEOWNERS\n"
    )
    assert owners("--write", ".github/CODEOWNERS").stderr == ""


def test_no_address_gets_into_the_file(site: Path) -> None:
    """Not even one that stands where a name should."""
    write(site / "plans/people.yml", PEOPLE.lstrip().replace("github: bob", "github: bob@example.org"))
    for host in ("github", "gitlab"):
        owners("--host", host, "--write", f".{host}/CODEOWNERS")
        assert "example" not in (site / f".{host}/CODEOWNERS").read_text()
        assert "example" not in owners("--host", host).output


def test_a_plan_with_errors_is_taken_as_far_as_it_can_be_read(site: Path) -> None:
    """And that is said."""
    write(site / "plans/broken.md", "---\ntype: strategy\ntitle: [\n---\n")
    result = owners()
    assert result.stdout == OURS
    assert result.stderr == (
        "plans: 1 file that can't be read is left out: plans/broken.md; see `plans check`\n"
    )


def test_a_people_file_that_cannot_be_read_takes_nobody_out(site: Path) -> None:
    """Else one slip in it would leave the plan without owners."""
    owners("--write")
    write(site / "plans/people.yml", "vp-sales: {github: [\n")
    result = owners("--write", exit_code=2)
    assert "people.yml can't be read" in result.stderr
    assert (site / ".github/CODEOWNERS").read_text() == OURS


def test_a_file_that_github_would_ignore_is_not_written(site: Path) -> None:
    """Printed or checked, that is said."""
    file = write(site / ".github/CODEOWNERS", "#" * 2_999_990 + "\n")
    said = "GitHub ignores a CODEOWNERS file that isn't under 3 MB"
    assert said in owners("--write", exit_code=2).stderr
    assert file.stat().st_size == 2_999_991
    assert said not in owners("--check", exit_code=1).stderr
    write(file, "#" * 3_000_000)
    assert said in owners("--check", exit_code=1).stderr


@pytest.mark.parametrize("option", ["--write", "--check"])
def test_a_folder_in_the_files_place_is_said(option: str, site: Path) -> None:
    """As is whatever else keeps it from being read."""
    (site / "there").mkdir()
    result = owners(option, "there", exit_code=2)
    assert result.stderr.startswith("plans: there can't be read: ")


def test_where_writing_fails_nothing_is_left(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a file nor an empty one, which the host would read."""

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = owners("--write", exit_code=2)
    assert (
        result.stderr == "plans: the change can't be written: No space left on device; nothing is changed\n"
    )
    assert not (site / ".github").exists()
    file = write(site / "CODEOWNERS", "* @all\n")
    owners("--write", exit_code=2)
    assert file.read_text() == "* @all\n"


def test_to_write_and_to_check_exclude_each_other(site: Path) -> None:
    """One of them changes the file, and the other says that it won't."""
    assert "exclude each other" in owners("--write", "--check", exit_code=2).stderr
    assert not (site / ".github").exists()
