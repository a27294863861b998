"""A rule that looks at the plan, and what it judges by."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mkdocs_plans.findings import Finding
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Rule
from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The day to judge by, and the site's settings."""

    today: datetime.date
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanRule(Rule):
    """A rule with the pure function that gives its findings: no clock, no disk."""

    check: Callable[[Plan, Context], Iterable[Finding]]
