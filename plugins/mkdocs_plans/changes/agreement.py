"""Whose yes a change needs, and for what of it.

The site's setting `agreement` says which verdicts need a yes: that of those whose own responsibility it
is (`concerned`), or of people who are named. What somebody has agreed to is compared with what there is
now, so that a yes holds until something is added that it didn't cover.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_plans.changes.change import Change, Changed, Value, meaning
from mkdocs_plans.changes.compare import Review
from mkdocs_plans.changes.outline import tell_reason
from mkdocs_plans.changes.plan_pair import group_of
from mkdocs_plans.changes.reviewers import Because, Reason
from mkdocs_plans.changes.sentence import Sentence
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.model import Entity, PlanFile
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.settings import CONCERNED, Verdict

_HANDS = {Because.LOSES, Because.GAINS, Because.TEAM_LOSES, Because.TEAM_GAINS}
"""The reasons that are a responsibility that moves."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that somebody has to agree to. Two are equal where they are the same edit; `told` says it."""

    verdict: Verdict
    key: Hashable
    told: Sentence = field(compare=False)


Rules = Mapping[Verdict, tuple[str, ...]]
"""Whose yes each verdict needs: handles, or `concerned`."""

Needs = Mapping[str, frozenset[Need]]
"""What each person has to agree to, by handle."""


def list_needs(review: Review, teller: Teller, rules: Rules) -> Needs:
    """Give whose yes the change needs."""
    found: dict[str, set[Need]] = defaultdict(set)
    for handle, need in (*_by_edit(review, teller, rules), *_by_hand(review, teller, rules)):
        found[handle].add(need)
    return {handle: frozenset(needs) for handle, needs in sorted(found.items())}


def _by_edit(review: Review, teller: Teller, rules: Rules) -> Iterator[tuple[str, Need]]:
    """Whose yes each edit needs."""
    for one in review.plans:
        for change in one.changes:
            for verdict in rules.keys() & set(change.verdicts):
                need = Need(verdict, _key(one, change), _told(teller, one, change))
                names = rules[verdict]
                yield from ((handle, need) for handle in names if handle != CONCERNED)
                concerned = _concerned(review, one, change) if CONCERNED in names else ()
                yield from ((handle, need) for handle in concerned)


def _by_hand(review: Review, teller: Teller, rules: Rules) -> Iterator[tuple[str, Need]]:
    """What somebody gains or loses, themselves or with their team."""
    if CONCERNED in rules.get(Verdict.RESPONSIBILITY, ()):
        for one in review.reviewers:
            for reason in one.reasons:
                if reason.because in _HANDS:
                    key = reason.because, reason.thing
                    yield one.handle, Need(Verdict.RESPONSIBILITY, key, tell_reason(teller, reason))


def _concerned(review: Review, one: Changed, change: Change) -> Iterator[str]:
    """Those who answer, or answered, for what an edit is of."""
    for reviewer in review.reviewers:
        if any(_is_about(reason, one.file, change) for reason in reviewer.reasons):
            yield reviewer.handle


def _is_about(reason: Reason, file: PlanFile, change: Change) -> bool:
    """Whether a reason to agree is about what changed: the whole file, or the goal or action."""
    thing = reason.thing
    is_own = reason.because in {Because.ANSWERS, Because.LOSES, Because.GAINS}
    if thing is None or not is_own or (thing.group, thing.id) != (group_of(file), file.id):
        return False
    return thing.part is None or tuple(change.field.split(".")[:2]) == thing.part


def _key(one: Changed, change: Change) -> Hashable:
    """What makes an edit the same as another one, made of the same file at another time."""
    values = (_mark(change.before, change.name), _mark(change.now, change.name))
    return group_of(one.file), one.file.id, change.field, _day(change), values


def _day(change: Change) -> Hashable:
    """Which check-in, or reading of a table, an edit is of: its field doesn't say."""
    if isinstance(change.part, TableReading):
        return change.part.day
    return getattr(getattr(change.part, "date", None), "text", getattr(change.part, "name", None))


def _mark(value: Value, name: str) -> Hashable:
    return value.model_dump_json() if isinstance(value, Entity) else meaning(value, name)


def _told(teller: Teller, one: Changed, change: Change) -> Sentence:
    line = teller.tell(change, one.file).line
    return teller.say("%(field)s: %(change)s", field=teller.quoted(one.file.title), change=line)
