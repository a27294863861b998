"""The words that a field may be: status, health, cadence, and the side of a goal to keep."""

from enum import StrEnum


class Status(StrEnum):
    """Where a plan stands in its life."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether the plan is still to be worked on."""
        return self not in {Status.DONE, Status.DROPPED}

    @property
    def is_under_way(self) -> bool:
        """Whether somebody has said yes to the plan and it isn't over: it has health, and can be late."""
        return self in {Status.ACTIVE, Status.PAUSED}


class Health(StrEnum):
    """How a plan is going, best first."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"


class Cadence(StrEnum):
    """How often a plan is reviewed."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


class Keep(StrEnum):
    """The side on which a goal to hold has to stay."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
