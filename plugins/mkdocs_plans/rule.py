"""What a rule is: the name, the severity and the documentation that belong to a kind of finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from types import ModuleType
from typing import TypeVar

from mkdocs_plans.findings import Finding, Place, Related, Route, Severity

WHOLE_FILE = Route()


class Group(Enum):
    """What a rule is about, in the order of the documentation, with the heading that it has there."""

    READING = "Reading the files"
    LINKS = "Links between plans"
    PEOPLE = "People and teams"
    DATES = "Dates and reviews"
    GOALS = "Goals and results"
    CONTENT = "What a plan should say"
    AUDIENCE = "Who may read it"
    UPKEEP = "Upkeep"

    @property
    def title(self) -> str:
        """The heading of the group."""
        return self.value


# Compared by identity: a rule is the one of its name, and two that say the same would still be two.
@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule, and the one place that says its name and severity.

    `text` is its documentation, in the form that `rules/documentation.py` reads. A rule that `is_off` finds
    nothing until a site sets its severity.
    """

    name: str
    group: Group
    severity: Severity
    text: str
    is_off: bool = False

    def finding(
        self,
        message: str,
        path: str,
        at: Place = WHOLE_FILE,
        hint: str = "",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make a finding of this rule: what is wrong, in which file and where, and what to do about it."""
        return Finding(self.name, message, path, at, hint, related, self.severity)


R = TypeVar("R", bound=Rule)


def rules_in(modules: Iterable[ModuleType], kind: type[R]) -> list[R]:
    """Collect the rules that modules define, in the order of the modules and of their lines."""
    # A module that imports a rule of another one has it among its names too: each is taken once.
    found = (value for module in modules for value in vars(module).values() if isinstance(value, kind))
    return list(dict.fromkeys(found))
