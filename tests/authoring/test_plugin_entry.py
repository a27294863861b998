"""The plugin and the people file in an existing mkdocs.yml: without a terminal."""

from __future__ import annotations

import pytest

from mkdocs_plans.authoring.plugin_entry import keep_people_back
from mkdocs_plans.errors import EditError

HEAD = "site_name: Lanterns  # ours\n"
TAIL = "theme: material\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "exclude_docs: people.yml\n"),
        ("exclude_docs: private/\n", "exclude_docs: |\n  private/\n  people.yml\n"),
        ("exclude_docs: 'private/'  # hush\n", "exclude_docs: |  # hush\n  private/\n  people.yml\n"),
        ("exclude_docs: |\n  private/\n", "exclude_docs: |\n  private/\n  people.yml\n"),
        ("exclude_docs: |-\n    a/\n    # b\n\n", "exclude_docs: |-\n    a/\n    # b\n    people.yml\n\n"),
    ],
)
def test_the_people_file_joins_what_is_excluded(before: str, after: str) -> None:
    """In a line of its own, below what is there; nothing else changes."""
    whole = (HEAD + before + TAIL).encode()
    assert keep_people_back(whole).decode() == HEAD + after + TAIL
    assert keep_people_back(keep_people_back(whole)) == keep_people_back(whole)


@pytest.mark.parametrize("pattern", ["people.yml", "/people.yml", "'*.yml'", "|\n  a/\n  people.*"])
def test_what_excludes_it_already_stays(pattern: str) -> None:
    """By whatever pattern."""
    whole = f"{HEAD}exclude_docs: {pattern}\n".encode()
    assert keep_people_back(whole) == whole


@pytest.mark.parametrize(
    "excluded", ["INHERIT: base.yml", "exclude_docs: [a]", "exclude_docs: >\n  a/\n  b/"]
)
def test_what_cannot_be_changed_safely_is_said(excluded: str) -> None:
    """The author adds the line by hand."""
    with pytest.raises(EditError):
        keep_people_back(f"{HEAD}{excluded}\n".encode())
