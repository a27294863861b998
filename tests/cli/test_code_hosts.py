"""How the formats that a code host reads name files: from the root of the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.small_site import CONFIG, STRATEGY, text, write_site
from tests.source.test_revision import commit, git

NOBODY: dict[str, str | bytes] = {"hire.md": STRATEGY.replace("vp-sales", "vp-slaes")}
FORMATS = ["github", "gitlab", "sarif"]


def files_named(kind: str, *arguments: str) -> set[str]:
    """The files that a report names for their errors."""
    result = CliRunner().invoke(main, ["check", "--format", kind, *arguments])
    assert result.exit_code == 1, result.output
    if kind == "github":
        errors = [line for line in result.stdout.splitlines() if line.startswith("::error")]
        return {line.split("file=")[1].split(",")[0] for line in errors}
    if kind == "gitlab":
        issues = json.loads(result.stdout)
        return {issue["location"]["path"] for issue in issues if issue["severity"] == "major"}
    (run,) = json.loads(result.stdout)["runs"]
    places = [one["locations"][0] for one in run["results"] if one["level"] == "error"]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}


@pytest.mark.parametrize("kind", FORMATS)
def test_files_are_named_from_the_root_of_the_repository(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever in it the command runs, and outside it."""
    site = write_site(tmp_path / "repository/our site", NOBODY)
    commit(tmp_path / "repository")
    named = "our%20site/plans/hire.md" if kind == "sarif" else "our site/plans/hire.md"
    for folder in (tmp_path / "repository", site, site / "plans", tmp_path):
        monkeypatch.chdir(folder)
        assert files_named(kind, "--config-file", str(site / "mkdocs.yml")) == {named}


@pytest.mark.parametrize("kind", FORMATS)
def test_with_no_repository_files_are_named_from_where_the_command_runs(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a job that was given the files alone."""
    monkeypatch.chdir(write_site(tmp_path, NOBODY))
    assert files_named(kind) == {"plans/hire.md"}


def test_a_linked_file_is_named_as_git_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code host shows no line of a link."""
    site = write_site(tmp_path, {"teams/sales/hire.md": NOBODY["hire.md"]})
    (site / "plans").rename(site / "content")
    (site / "plans").symlink_to("content")
    commit(site)
    monkeypatch.chdir(site)
    assert files_named("gitlab") == {"content/teams/sales/hire.md"}


def test_a_second_working_tree_has_its_own_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`git worktree` puts a file where a repository has a folder."""
    commit(write_site(tmp_path / "first", NOBODY))
    git(tmp_path / "first", "worktree", "add", "--quiet", str(tmp_path / "second"))
    monkeypatch.chdir(tmp_path / "second/plans")
    assert files_named("gitlab") == {"plans/hire.md"}


def test_the_settings_are_named_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand beside the plan's folder."""
    config = text(CONFIG).replace("today", "tody")
    monkeypatch.chdir(write_site(tmp_path / "site", config=config))
    commit(tmp_path)
    assert files_named("gitlab") == {"site/mkdocs.yml"}
