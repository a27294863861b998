"""What a site knows of the past, in short: by this a page is left as it was."""

from __future__ import annotations

from mkdocs_plans.history import Event, History, Meaning
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import Past
from tests.small_site import TODAY


def test_how_much_of_the_past_is_known_counts_for_pages_of_periods() -> None:
    """They say so, though no period differs: nothing, the newest changes alone, or all."""
    base = Event("a" * 40, TODAY, Meaning())
    known = (None, History(), History(base=base))
    digests = {Past.of(Plan(), history, (), "").digest_of_periods() for history in known}
    assert len(digests) == 3
