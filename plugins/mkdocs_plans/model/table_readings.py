"""What a table beside the people file says was measured."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_plans.findings import Span


@dataclass(frozen=True, slots=True)
class TableReading:
    """A row of a table of readings: a goal's value on a day. `plan` and `goal` are ids as they are written,
    with their places in the file of that path.
    """

    plan: str
    goal: str
    day: datetime.date
    value: Decimal
    note: str | None
    path: str
    plan_at: Span
    goal_at: Span
