"""The files of the plan that came, went or changed."""

from __future__ import annotations

from mkdocs_plans.changes.changes import Change, Changed, Kind
from mkdocs_plans.changes.matching import Pair
from mkdocs_plans.changes.plan_file import file_changes
from mkdocs_plans.changes.sentence import Sentence, counted, joined, say
from mkdocs_plans.changes.shown import shown_date
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import LevelPlan, PlanFile, Tactic
from mkdocs_plans.plan import Plan, shown_order


def plan_changes(states: States) -> tuple[Changed, ...]:
    """Give the changed files, those with the weightiest changes first, then in their shown order."""
    found = [changed for pair in states.files if (changed := _changed(pair, states)) is not None]
    return tuple(sorted(found, key=lambda changed: (changed.rank, shown_order(changed.file))))


def _changed(pair: Pair[PlanFile], states: States) -> Changed | None:
    if pair.before is pair.now:  # the same bytes in both states
        return None
    if pair.before and pair.now:
        changes = file_changes(pair.before, pair.now, states)
    elif pair.now:
        changes = (_came(pair.now, states),)
    else:
        assert pair.before is not None
        changes = (_went(pair.before, states),)
    return Changed(pair.before, pair.now, changes) if changes else None


def _came(file: PlanFile, states: States) -> Change:
    if _is_unread(file, states.before):
        line = say("couldn’t be read before, so that there is nothing to compare it with")
        return Change(Kind.UNREADABLE, "", line)
    return Change(Kind.ADDED, "", say("new") + _facts(file, states), None, file.title)


def _went(file: PlanFile, states: States) -> Change:
    if _is_unread(file, states.now):
        return Change(Kind.UNREADABLE, "", say("can’t be read any more, so that its changes don’t show"))
    return Change(Kind.REMOVED, "", say("taken out") + _facts(file, states), file.title, None)


def _is_unread(file: PlanFile, plan: Plan) -> bool:
    """Whether a state has the file and can't read it."""
    return file.id in plan.incomplete


def _facts(file: PlanFile, states: States) -> Sentence:
    """The facts of a whole plan that a reviewer asks for first."""
    if not isinstance(file, LevelPlan):
        return say("")
    parts = [say("{}", file.status), say("DRI {}", file.dri or "nobody")]
    if isinstance(file, Tactic) and file.strategy:
        parts.append(say("serves “{}”", states.title("plan", file.strategy)))
    if file.start or file.end or file.when:
        parts.append(_dates(file))
    if file.goals:
        parts.append(say(counted(len(file.goals), "goal")))
    if isinstance(file, Tactic) and file.actions:
        parts.append(say(counted(len(file.actions), "action")))
    return say(": ") + joined(parts)


def _dates(plan: LevelPlan) -> Sentence:
    """From when to when: `1 Jan to 30 Jun 2026`."""
    said = say("{} ", shown_date(plan.start, plan.end)) if plan.start else say("")
    if plan.end is None and plan.when is not None:
        return said + say("({})", plan.when)
    return said + (say("to {}", shown_date(plan.end)) if plan.end else say("on"))
