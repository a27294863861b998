"""What a site that is there is built with and published by."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.authoring.existing_site import (
    add_requirement,
    add_to_installs,
    find_publisher,
    list_installed,
    list_plugin_packages,
)
from mkdocs_plans.errors import EditError

JOB = """jobs:
  deploy:
    steps:
      - run: pip install --upgrade pip && pip install 'mkdocs-material>=9.5' mkdocs-macros-plugin
      - run: |
          pip install \\
            mike \\
            mkdocs==1.6.1 \\
            mkdocs-rss-plugin
          pip install -r more.txt
      - run: mkdocs gh-deploy --force
"""


def test_a_job_installs_this_package_beside_mkdocs() -> None:
    """In each line that names MkDocs; every other character stays, and a second time nothing is to do."""
    after = add_to_installs(JOB, "mkdocs-plans==1.0")
    assert after == JOB.replace("9.5'", "9.5' mkdocs-plans==1.0").replace("1.6.1", "1.6.1 mkdocs-plans==1.0")
    assert add_to_installs(after, "mkdocs-plans==1.0") == after
    assert add_to_installs("- run: mkdocs build\n- run: pip install -r a.txt\n", "x") == (
        "- run: mkdocs build\n- run: pip install -r a.txt\n"
    )


def test_the_packages_of_a_job_are_those_it_names() -> None:
    """Where MkDocs is among them; no options."""
    assert list_installed(JOB) == [
        *("mkdocs-material>=9.5", "mkdocs-macros-plugin", "mike", "mkdocs==1.6.1", "mkdocs-rss-plugin"),
    ]


@pytest.mark.parametrize(
    ("path", "text", "is_found"),
    [
        (".github/workflows/ci.yaml", JOB, True),
        (".github/workflows/ci.yml", "- run: mkdocs build\n", False),
        (".github/workflows/pages.yml", "- uses: actions/deploy-pages@v4\n", True),
        (".gitlab-ci.yml", "pages:\n  script: [mkdocs build]\n", True),
        (".gitlab-ci.yml", "test:\n  script: [mkdocs build]\n", False),
        (".readthedocs.yaml", "version: 2\n", True),
    ],
)
def test_what_publishes_a_site_is_found(tmp_path: Path, path: str, text: str, is_found: bool) -> None:
    """A job that puts it online, or a service's file."""
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    assert find_publisher(tmp_path) == (path if is_found else "")


def test_requirements_that_are_generated_are_left() -> None:
    """A line more would be lost, or stop pip where hashes are asked for."""
    with pytest.raises(EditError, match="generated"):
        add_requirement(b"mkdocs==1.6.1 \\\n  --hash=sha256:ab\n", "mkdocs-plans==1.0")
    assert add_requirement(b"", "mkdocs-plans==1.0") == b"mkdocs-plans==1.0\n"


def test_plugins_are_known_by_what_is_installed_here() -> None:
    """With their versions; one that isn't is named as mkdocs.yml does."""
    packages = list_plugin_packages({"plugins": ["search", {"glightbox": {}}, "nowhere", {"plans": {}}]})
    assert packages.pop("mkdocs-glightbox")
    assert packages == {"nowhere": ""}
    assert list_plugin_packages({"plugins": 7}) == {}
