"""What rules judge by, beside the plan."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The day to judge by, and the site's settings."""

    today: datetime.date
    settings: Settings = field(default_factory=Settings)
