"""What two or more open changes do together that none does alone, as data."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.changes.change import Change
from mkdocs_plans.changes.consequences import Consequence
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.findings import Located
from mkdocs_plans.model import PlanFile


@dataclass(frozen=True, slots=True)
class Other:
    """Another open change: its branch, or number and title on the code host."""

    branch: str = ""
    number: int | None = None
    title: str = ""
    sign: str = "#"
    """What the host writes before the number."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What both change, to different values, or what one takes out and the other changes: in a plan file, or,
    where there is none, in the entry of the person with the `handle`.
    """

    ours: Change
    theirs: Change
    file: PlanFile | None
    handle: str = ""


@dataclass(frozen=True)
class Together:
    """What a change and `others` do together. `theirs` is the plan before and after the other one, where it
    was made; `both` the plan before ours and with all. `unmerged` are the files that git can't merge.
    """

    others: tuple[Other, ...]
    theirs: PlanPair
    both: PlanPair
    clashes: tuple[Clash, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    findings: tuple[Located, ...] = ()
    unmerged: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the two have nothing to do with each other."""
        return not (self.clashes or self.consequences or self.findings or self.unmerged)
