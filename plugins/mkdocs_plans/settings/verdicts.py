"""What a change of a plan may amount to, and how grave a site takes that to be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from mkdocs_plans.findings import Severity


class Verdict(StrEnum):
    """What a change amounts to, worst first."""

    PAST_REWRITTEN = "past-rewritten"
    """A check-in, a reading, a baseline, a first promise, or a day on which something was done, met or
    dropped is another than it was, or gone.
    """
    PROMISE_LOWERED = "promise-lowered"
    """Less is to be reached, or later, or it can't be told whether it is less."""
    PROMISE_RAISED = "promise-raised"
    """More is to be reached, or sooner."""
    COST = "cost"
    """Resources cost more or less."""
    RESPONSIBILITY = "responsibility"
    """Somebody gains or loses something."""
    RECORD = "record"
    """News, and no change of plan: a check-in, a reading, something done."""
    WORDING = "wording"
    """Texts, titles, order."""

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Verdict).index(self)


Grade = Severity | Literal["off"]
"""How grave a verdict is; `off` where a report doesn't point it out."""

GRADES: Mapping[Verdict, Grade] = {
    Verdict.PAST_REWRITTEN: Severity.WARNING,
    Verdict.PROMISE_LOWERED: Severity.WARNING,
    Verdict.PROMISE_RAISED: Severity.NOTICE,
    Verdict.COST: Severity.NOTICE,
    Verdict.RESPONSIBILITY: Severity.NOTICE,
    Verdict.RECORD: "off",
    Verdict.WORDING: "off",
}
"""How grave each is where the site doesn't say."""

CONCERNED = "concerned"
"""In the place of a handle: those whose own responsibility it is."""

WHOSE_YES: Mapping[Verdict, tuple[str, ...]] = {
    Verdict.PROMISE_LOWERED: (CONCERNED,),
    Verdict.RESPONSIBILITY: (CONCERNED,),
}
"""Whose yes a change needs by what it amounts to, where the site doesn't say."""
