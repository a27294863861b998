"""Who owns which plan file, by the plan alone.

| file | its owners |
|---|---|
| strategy | its DRI |
| tactic | its DRI, then the DRI of the strategy that it serves |
| theme | the DRIs of its open strategies, and of open tactics that stand directly under it |
| team | its lead |
| mission, vision, values | nobody: they are everyone's, and left to what is written by hand |
| the people file | the leads of the teams at the top, for it decides who owns the rest |

Where a team is a DRI, its lead owns the file. Nobody owns anything who has left or isn't known by name on
the host. Addresses are never used.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.codehost.owners.hosts import Host
from mkdocs_plans.model import Person, PlanFile, Strategy, Tactic, Team, Theme
from mkdocs_plans.plan import Plan
from mkdocs_plans.standing import has_left


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone who answers for files and can't own them: the handle, why, as the end of a sentence, and the
    files.
    """

    handle: str
    why: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """The owners of each file that has some, as the host names them, and who is left out."""

    owners: Mapping[str, tuple[str, ...]]
    left_out: tuple[LeftOut, ...] = ()


def find_owners(plan: Plan, people_file: str | None, host: Host, today: datetime.date) -> Ownership:
    """Say who owns the files of a plan, and its people file where there is one."""
    owners: dict[str, tuple[str, ...]] = {}
    missed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, handles in _answering(plan, people_file):
        names: dict[str, str] = {}
        for handle in dict.fromkeys(filter(None, handles)):
            name, why = _name(plan.people.get(handle), host, today)
            if name is None:
                missed[handle, why].append(path)
            else:
                names.setdefault(name.lower(), name)  # the hosts don't tell the cases apart
        if names:
            owners[path] = tuple(names.values())
    left_out = (LeftOut(handle, why, tuple(sorted(paths))) for (handle, why), paths in sorted(missed.items()))
    return Ownership(owners, tuple(left_out))


def _answering(plan: Plan, people_file: str | None) -> Iterator[tuple[str, Iterable[str | None]]]:
    """Give each file with the handles of those who answer for it, the nearest first."""
    for file in plan.files:
        yield file.path, _handles(plan, file)
    if people_file is not None:
        yield people_file, [team.lead for team in plan.teams_below(None)]


def _handles(plan: Plan, file: PlanFile) -> Iterable[str | None]:
    match file:
        case Tactic():
            strategy = plan.strategy_of(file)
            return plan.asked_for((*file.dri, *(strategy.dri if strategy else ())))
        case Strategy():
            return plan.asked_for(file.dri)
        case Theme():
            under = (*plan.strategies_of(file), *plan.tactics_under(file))
            return plan.asked_for(name for one in under if one.status.is_open for name in one.dri)
        case Team():
            return (file.lead,)
        case _:
            return ()


def _name(person: Person | None, host: Host, today: datetime.date) -> tuple[str | None, str]:
    """A person's name on the host, or why there is none."""
    if person is None:
        return None, "isn't in the people file"
    if has_left(person, today):
        return None, f"was here until {person.until}"
    written: str | None = getattr(person, host.field)
    if written is None:
        return None, f"has no `{host.field}` in the people file"
    return host.name(written), f"has a `{host.field}` that is no name on {host.title}"
