"""A plan with a change that was made somewhere else: no file of either change is lost unsaid."""

from __future__ import annotations

from mkdocs_plans.load import KeptSource, Side, combine
from mkdocs_plans.reading_rules.files import UNREADABLE_FILE
from mkdocs_plans.source import File


def source(**files: str) -> KeptSource:
    """A source of these files, by their names without the ending."""
    return KeptSource({f"{name}.md": File(f"{name}.md", text.encode()) for name, text in files.items()})


def texts(found: KeptSource) -> dict[str, str]:
    """What each of its files says."""
    return {path.removesuffix(".md"): data.decode() for path, data in found.texts.items()}


def test_a_file_that_moves_to_where_the_other_has_a_new_one_stays() -> None:
    """Both are read, and the place is told as what git can't merge."""
    ours = Side(source(a="A", b="B"), {})
    theirs = Side(source(b="A, moved"), {"b.md": "a.md"})
    combined = combine(source(a="A"), ours, theirs)
    assert texts(combined.source) == {"a": "A, moved", "b": "B"}
    assert combined.unmerged == ("b.md",)


def test_a_file_that_ours_cannot_read_is_left_as_it_is() -> None:
    """What the other changes in it is no reason to take it for empty."""
    broken = File("a.md", b"", UNREADABLE_FILE.finding("it can't be read", "a.md"))
    ours = Side(KeptSource({"a.md": broken}), {})
    combined = combine(source(a="A"), ours, Side(source(a="A, more"), {}))
    assert combined.source.kept == {"a.md": broken}


def test_a_file_that_takes_the_place_of_another_is_the_one_that_it_was() -> None:
    """What the other changes in it goes along, and the one that stood there is out."""
    ours = Side(source(a="B"), {"a.md": "b.md"})
    theirs = Side(source(c="A", b="B, more"), {"c.md": "a.md"})
    combined = combine(source(a="A", b="B"), ours, theirs)
    assert texts(combined.source) == {"a": "B, more"}
    assert combined.unmerged == ()
