"""The names of fields that reading knows are those of the model."""

from mkdocs_plans.fixes.syntax import FIELDS
from mkdocs_plans.source.field_names import FIELD_NAMES


def test_they_are_what_may_be_written() -> None:
    """All of them, and no others."""
    assert FIELDS - {"path", "body", "extra", "handle"} == FIELD_NAMES
