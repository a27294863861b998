"""Names in a source: whom they mean, and what a new one of the people is called."""

from __future__ import annotations

import pytest

from mkdocs_plans.imports.names import Names
from mkdocs_plans.plan import Plan


@pytest.mark.parametrize(
    ("text", "handle", "name"),
    [
        ("Alexandr Petrov", "alexandr-petrov", "Alexandr Petrov"),
        ("Manning. Ada", "manning-ada", "Manning. Ada"),
        ("Prof. Dr.-Ing. Ada Ames", "ada-ames", "Prof. Dr.-Ing. Ada Ames"),
        ("Dr Ada Ames", "ada-ames", "Dr Ada Ames"),
    ],
)
def test_a_handle_is_made_of_a_name_without_its_titles(text: str, handle: str, name: str) -> None:
    """A title is a word of its own: what a name ends in is no title."""
    names = Names(Plan(), "en")
    assert names.handles(text) == [handle]
    assert names.new == {handle: {"name": name}}
