"""Where this package came from, and how a new site installs it from there."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plans.authoring.install_source import from_index, read_direct_url
from mkdocs_plans.authoring.starter import Answers, make_starter
from mkdocs_plans.disk import templates_folder

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"url": "https://git.example.org/plans.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
ARCHIVE = {
    "url": "https://example.org/mkdocs_plans-0.1.0-py3-none-any.whl",
    "archive_info": {"hashes": {"sha256": "ab12"}},
}


def written_by(**answers: Any) -> dict[str, bytes]:
    """The files of a new site by their paths."""
    given = Answers("Small Makers", **answers)
    files = make_starter(templates_folder(), given, datetime.date(2026, 11, 23))
    return {file.path: file.content for file in files}


@pytest.mark.parametrize(
    ("said", "requirement"),
    [
        (GIT, f"mkdocs-plans @ git+https://git.example.org/plans.git@{COMMIT}"),
        (ARCHIVE, f"mkdocs-plans @ {ARCHIVE['url']}#sha256=ab12"),
        ({"url": "file:///not/there.whl", "archive_info": {}}, "mkdocs-plans @ file:///not/there.whl"),
    ],
)
def test_an_address_is_named_as_pip_takes_it(said: dict[str, Any], requirement: str) -> None:
    """A git address with the commit that runs here; a file with its digest. And an author is told."""
    source = read_direct_url(said)
    assert source.requirement == requirement
    assert source.about


def test_what_comes_from_an_index_is_named_by_its_version() -> None:
    """And there is nothing to tell."""
    source = from_index()
    assert source.requirement == source.argument
    assert source.requirement.startswith("mkdocs-plans==")
    assert source.about == ""


def test_a_file_is_taken_along(tmp_path: Path) -> None:
    """Others don't have it: the site has a copy, which requirements and jobs install."""
    wheel = tmp_path / "a b" / "mkdocs_plans-0.1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK\xff")
    source = read_direct_url({"url": wheel.as_uri(), "archive_info": {}})
    files = written_by(install=source)
    place = f"wheels/{wheel.name}"
    assert files[place] == b"PK\xff"
    assert files["requirements.txt"].decode().splitlines()[-1] == f"./{place}"
    assert f"pip install --quiet --no-deps ./{place}\n" in files[".github/workflows/plans-due.yml"].decode()
    assert str(wheel) in source.about


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_no_job_installs_what_no_index_may_have(host: str) -> None:
    """Each names the source or the site's requirements."""
    files = written_by(install=read_direct_url(GIT), host=host)
    jobs = {
        path: data.decode()
        for path, data in files.items()
        if path.startswith(".git") and path != ".gitignore"
    }
    assert not [path for path, text in jobs.items() if "mkdocs-plans==" in text]
    assert any("# requirements.txt names what the site needs.\n" in text for text in jobs.values())
    assert any("pip install --quiet -r requirements.txt" in text for text in jobs.values())
    assert any(f"--no-deps git+https://git.example.org/plans.git@{COMMIT}" in text for text in jobs.values())
