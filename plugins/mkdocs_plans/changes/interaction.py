"""What two changes do together that neither does alone.

Four states tell it, all on the same ground: the plan before, with one change, with the other, and with both.
What the last one brings in, and neither of the two in the middle has, is theirs together. Beside that stands
what both of them change, to different values: there the later one undoes the other, whether git notices or
not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from mkdocs_plans.changes.change import Change, Changed, Step, Value, entries, meaning
from mkdocs_plans.changes.compare import Review, review_of
from mkdocs_plans.changes.consequences import Consequence, consequences, finding_told
from mkdocs_plans.changes.findings import State, exchanged
from mkdocs_plans.changes.plan_pair import PlanPair, group_of
from mkdocs_plans.changes.together import Clash
from mkdocs_plans.findings import Located
from mkdocs_plans.model import Entity, PlanFile, Resource, Update, ValueStatement
from mkdocs_plans.model.table_readings import TableReading

Place = tuple[str, ...]
"""What a change is of, in the names of before: the group and id of a file, then the way to the field."""

Told = tuple[Change, PlanFile | None, str]
"""A change with the file that it is of, or the handle of the person."""


def find_effects(
    before: State, sides: Sequence[State], both: State
) -> tuple[tuple[Consequence, ...], tuple[Located, ...]]:
    """Give what the plan with all changes brings in and none of the `sides` has, which have some of them:
    what that does to the whole, and what the check finds beyond that, the gravest first. All states are
    checked by the same settings and day.
    """
    pairs = [PlanPair(before.loaded.plan, one.loaded.plan) for one in (*sides, both)]
    told = {_effect(one) for pair in pairs[:-1] for one in consequences(pair)}
    effects = tuple(one for one in consequences(pairs[-1]) if _effect(one) not in told)
    known = {one.finding for one in effects}
    found = [one for one in both.checked.found if finding_told(one) not in known]
    for state in (before, *sides):
        new = set(map(id, exchanged(state, both)[0]))
        found = [one for one in found if id(one) in new]
    return effects, tuple(sorted(found, key=lambda one: one.finding.severity.rank))


def _effect(one: Consequence) -> Hashable:
    """What makes two effects the same."""
    left_open = frozenset(thing.id for thing in one.answers_for)
    return one.effect, one.subject, one.goal and one.goal.id, left_open


# --- what both change -----------------------------------------------------------------------------


def find_clashes(ours: PlanPair, theirs: PlanPair) -> tuple[Clash, ...]:
    """Give what both change to different values, and what one takes out and the other changes, the worst
    first. Of what is taken out, one change tells that the other goes on with it.
    """
    here, there = _by_place(review_of(ours)), _by_place(review_of(theirs))
    found: dict[Place, Clash] = {}
    for place, clash in (*_pairs(here, there), *((at, _turned(one)) for at, one in _pairs(there, here))):
        known = found.get(place)
        if known is None or _rank(clash) < _rank(known):
            found[place] = clash
    return tuple(sorted(found.values(), key=_rank))


def _pairs(these: Mapping[Place, Told], those: Mapping[Place, Told]) -> Iterator[tuple[Place, Clash]]:
    """Give each change of these with the one of those that it is at odds with, at what, or within which, it
    is.
    """
    for place, (change, file, handle) in these.items():
        for end in range(2, len(place) + 1):
            if other := those.get(place[:end]):
                is_within = end < len(place) and _takes_out(other[0]) and not _takes_out(change)
                if is_within or (end == len(place) and _differ(change, other[0])):
                    yield place[:end], Clash(change, other[0], file, handle)


def _turned(clash: Clash) -> Clash:
    return Clash(clash.theirs, clash.ours, clash.file, clash.handle)


def _rank(clash: Clash) -> tuple[int, bool, int]:
    return min(clash.ours.rank, clash.theirs.rank)


def _by_place(review: Review) -> dict[Place, Told]:
    """All changes by what they are of."""
    plans = review.compared
    found: dict[Place, Told] = {}
    for one in review.plans:
        for change in one.changes:
            found.setdefault(_place(one, change, plans), (change, one.file, ""))
    for person in review.people:
        for change in person.changes:
            place = ("person", plans.was_called("person", person.handle), *filter(None, (change.field,)))
            found[place] = (change, None, person.handle)
    return found


def _place(one: Changed, change: Change, plans: PlanPair) -> Place:
    group, steps = group_of(one.file), list(filter(None, change.field.split(".")))
    if change.top in {"goals", "actions"}:
        steps[1] = plans.was_called(one.file.id, change.top, steps[1])
    match change.part or change.now or change.before:
        case Update(date=day):
            steps.insert(1, day.text)
        case TableReading(day=on):
            steps.insert(1, str(on))
        case Resource(name=name) | ValueStatement(name=name):
            steps.insert(1, name)
    return group, plans.was_called(group, one.file.id), *steps


def _takes_out(change: Change) -> bool:
    """Whether a change takes out a plan or a part of one as a whole."""
    return change.now is None and isinstance(change.before, Entity)


def _differ(one: Change, other: Change) -> bool:
    """Whether two changes of the same leave it otherwise. What only comes to a list or goes from it goes
    together.
    """
    if isinstance(one.now, PlanFile) and isinstance(other.now, PlanFile) and one.now.path != other.now.path:
        return False  # two new files: that they have one id is a finding
    was, ours, theirs = (_values(side, one.name) for side in (one.before, one.now, other.now))
    return any(
        ours.get(key) != theirs.get(key) and was.get(key) not in {ours.get(key), theirs.get(key)}
        for key in was.keys() | ours.keys() | theirs.keys()
    )


def _values(value: Value, name: str) -> Mapping[Hashable, Hashable]:
    """What a field holds that two changes can't both set: a value, or one for each step on the way to a
    target.
    """
    found = entries(value)
    if isinstance(found, tuple) and name != "dri":
        return {one.day.last: meaning(one.aim) for one in found if isinstance(one, Step)}
    if isinstance(value, Entity):
        return {"": value.model_dump_json(exclude={"path"})}
    return {} if value is None else {"": meaning(value, name)}
