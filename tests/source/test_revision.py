"""The files of a plan in a git revision, read from real repositories without a checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mkdocs_plans.errors import ToolError
from mkdocs_plans.load import load
from mkdocs_plans.source import Exclusions, File, Folder, Revision
from tests.small_site import STRATEGY, TACTIC, read_site, write_site


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit all that is there; give the commit's name."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change the plan")
    return git(folder, "rev-parse", "HEAD")


def test_a_revision_gives_what_the_folder_gave_when_it_was_committed(tmp_path: Path) -> None:
    """The same paths in the same order, the same bytes."""
    write_site(
        tmp_path, {"a/hire.md": STRATEGY, "a.md": "# Å\r\n".encode(), "ünï code.md": TACTIC, "x.txt": "no"}
    )
    before = list(Folder(tmp_path / "plans").files())
    first = commit(tmp_path)
    write_site(tmp_path, {"a/hire.md": "changed", "new.md": "new"})
    commit(tmp_path)
    assert list(Revision(tmp_path / "plans", first).files()) == before
    assert git(tmp_path, "status", "--porcelain") == ""


def test_a_plan_loads_from_a_revision_as_from_the_folder(tmp_path: Path) -> None:
    """People, plans and findings are the same."""
    write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC})
    name = commit(tmp_path)
    loaded, site = read_site(tmp_path)
    from_git = load(Revision(tmp_path / "plans", name), site)
    assert from_git.plan == loaded.plan
    assert from_git.findings == loaded.findings == ()


def test_uncommitted_changes_do_not_show(tmp_path: Path) -> None:
    """HEAD is what was committed, not what lies on the desk."""
    write_site(tmp_path, {"hire.md": STRATEGY})
    commit(tmp_path)
    (tmp_path / "plans/hire.md").unlink()
    assert [file.path for file in Revision(tmp_path / "plans", "HEAD").files()] == ["hire.md"]


def test_a_folder_that_the_revision_does_not_have_is_empty(tmp_path: Path) -> None:
    """A plan may be new, and may be gone."""
    (tmp_path / "README.md").write_text("hello")
    first = commit(tmp_path)
    write_site(tmp_path, {"hire.md": STRATEGY})
    revision = Revision(tmp_path / "plans", first)
    assert list(revision.files()) == []
    assert revision.read("people.yml") is None


def test_a_folder_that_is_gone_can_still_be_read(tmp_path: Path) -> None:
    """The working tree may have moved on."""
    write_site(tmp_path, {"hire.md": STRATEGY})
    first = commit(tmp_path)
    git(tmp_path, "rm", "-r", "--quiet", "plans")
    assert [file.path for file in Revision(tmp_path / "plans", first).files()] == ["hire.md"]


def test_exclusions_hold_in_a_revision(tmp_path: Path) -> None:
    """As in the folder."""
    write_site(tmp_path, {"hire.md": STRATEGY, "old/a.md": STRATEGY})
    name = commit(tmp_path)
    revision = Revision(tmp_path / "plans", name, Exclusions(["old/"]))
    assert [file.path for file in revision.files()] == ["hire.md"]


def test_links_are_followed_within_the_plan_only(tmp_path: Path) -> None:
    """A link is a file that holds a path; one that leads out is a finding."""
    write_site(tmp_path, {"a/hire.md": STRATEGY})
    (tmp_path / "plans/same.md").symlink_to("a/hire.md")
    (tmp_path / "plans/out.md").symlink_to("../mkdocs.yml")
    name = commit(tmp_path)
    files = {file.path: file for file in Revision(tmp_path / "plans", name).files()}
    assert files["same.md"].data == files["a/hire.md"].data
    assert files["out.md"].finding is not None


def test_a_link_is_followed_for_each_file_that_is_read(tmp_path: Path) -> None:
    """As on disk, for the people file too; one that leads in a circle, or to no name, leads nowhere."""
    write_site(tmp_path, {"staff/people.yml": "ada: {role: Author}\n"})
    plans = tmp_path / "plans"
    (plans / "people.yml").unlink(missing_ok=True)
    (plans / "people.yml").symlink_to("staff/people.yml")
    (plans / "a.md").symlink_to("b.md")
    (plans / "b.md").symlink_to("a.md")
    (plans / "c.md").symlink_to(b"\xff\xfe.md".decode("utf-8", "surrogateescape"))
    revision = Revision(plans, commit(tmp_path))
    assert revision.read("people.yml") == File("people.yml", b"ada: {role: Author}\n")
    assert revision.contents("a.md") is None
    found = {file.path: file.finding for file in revision.files()}
    assert all(found[name] is not None for name in ("a.md", "b.md", "c.md"))


def test_a_plan_at_the_top_of_the_repository_is_read(tmp_path: Path) -> None:
    """`docs_dir` may be the repository itself."""
    (tmp_path / "hire.md").write_text(STRATEGY)
    name = commit(tmp_path)
    assert [file.path for file in Revision(tmp_path, name).files()] == ["hire.md"]


@pytest.mark.parametrize("name", ["no-such-branch", "--all", "HEAD:plans", ""])
def test_a_name_that_is_no_revision_is_said(name: str, tmp_path: Path) -> None:
    """A name that looks like an option isn't taken for one."""
    write_site(tmp_path)
    commit(tmp_path)
    with pytest.raises(ToolError, match="revision"):
        list(Revision(tmp_path / "plans", name).files())


def test_a_folder_outside_any_repository_is_said(tmp_path: Path) -> None:
    """In git's own words."""
    with pytest.raises(ToolError, match="repository"):
        list(Revision(tmp_path, "HEAD").files())


def test_an_object_that_is_missing_is_said(tmp_path: Path) -> None:
    """A repository may be damaged, or cloned in part."""
    write_site(tmp_path, {"hire.md": STRATEGY})
    name = commit(tmp_path)
    blob = git(tmp_path, "rev-parse", "HEAD:plans/hire.md")
    (tmp_path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(ToolError, match="git can't read the object"):
        list(Revision(tmp_path / "plans", name).files())


def test_a_machine_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It isn't a traceback."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError, match="git isn't installed"):
        list(Revision(tmp_path, "HEAD").files())
