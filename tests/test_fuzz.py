"""A few of what `python -m tests.fuzz` tries in thousands."""

from __future__ import annotations

from tests.fuzz import try_files, try_sites


def test_mutated_plan_files_are_taken_or_told() -> None:
    """Checked, compared and rendered, with nothing raised, and in no more time than is usual."""
    tally = try_files(range(40))
    assert tally.done == 40
    assert not tally.raised, str(tally)
    assert not tally.slow, str(tally)


def test_mutated_sites_are_taken_or_told() -> None:
    """Plan files, people file, settings and views, through the commands and a build."""
    tally = try_sites(range(2))
    assert tally.done == 2
    assert not tally.raised, str(tally)
    assert not tally.slow, str(tally)
