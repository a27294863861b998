"""A repository's address, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.authoring.repository import (
    edit_uri,
    host_of,
    read_remote,
    read_repository,
    read_site_url,
    web_address,
)
from mkdocs_plans.errors import PlansError
from mkdocs_plans.settings import guess_site_url

PLAN = "https://github.com/Our-Org/plan"


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        f"{PLAN}/",
        f"{PLAN}.git",
        "git@github.com:Our-Org/plan.git",
        "ssh://git@github.com:22/Our-Org/plan.git",
        "https://me:secret@github.com/Our-Org/plan.git",
    ],
)
def test_a_repository_is_known_by_any_of_its_addresses(text: str) -> None:
    """Those that git clones as well; a password in one is told to nobody."""
    assert read_repository(text) == PLAN


@pytest.mark.parametrize(
    "text", ["plan", "/srv/git/plan.git", "../plan", "C:\\plan", "https://github.com", "a b:c"]
)
def test_what_has_no_address_in_a_browser_is_refused(text: str) -> None:
    """A folder, or a host alone."""
    with pytest.raises(PlansError, match="repository"):
        read_repository(text)


def test_what_git_pushes_to_is_kept_as_it_was_given(tmp_path: Path) -> None:
    """A folder as well; the page of a repository is completed."""
    assert read_remote(PLAN) == f"{PLAN}.git"
    assert read_remote("git@github.com:Our-Org/plan.git") == "git@github.com:Our-Org/plan.git"
    assert read_remote(str(tmp_path)) == str(tmp_path)
    assert read_remote(tmp_path.as_uri()) == tmp_path.as_uri()
    assert (web_address(str(tmp_path)), web_address(tmp_path.as_uri())) == ("", "")


@pytest.mark.parametrize(
    ("repository", "site"),
    [
        (PLAN, "https://our-org.github.io/plan/"),
        ("https://github.com/Our-Org/our-org.github.io", "https://our-org.github.io/"),
        ("https://gitlab.com/group/sub/plan", "https://group.gitlab.io/sub/plan/"),
        ("https://gitlab.example.org/group/plan", ""),
    ],
)
def test_the_sites_address_is_the_hosts(repository: str, site: str) -> None:
    """Where the host has one for each repository; else nobody can know."""
    assert guess_site_url(repository) == site


def test_a_page_is_edited_where_its_host_does_so() -> None:
    """In the branch and the folder that the files are in; nowhere, where the host isn't known."""
    assert edit_uri(PLAN, "github", "main", "/plans") == "edit/main/plans/"
    assert (
        edit_uri("https://git.example.org/a/b", "gitlab", "trunk", "site/docs") == "-/edit/trunk/site/docs/"
    )
    assert edit_uri("https://git.example.org/a/b", "none", "main", "docs") == ""
    assert [host_of(one) for one in (PLAN, "https://gitlab.example.org/a", "https://example.org/a")] == [
        "github",
        "gitlab",
        "",
    ]


def test_a_sites_address_ends_with_a_slash() -> None:
    """What is none is refused."""
    assert read_site_url("https://plan.example.org") == "https://plan.example.org/"
    for text in ("plan.example.org", "ftp://plan.example.org", "https://a b"):
        with pytest.raises(PlansError, match="no address of a site"):
            read_site_url(text)
