"""What a reader is told of a change as a whole: in one line, what it leaves, and why someone should look."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plans.changes.changes import Changed, FileId, Handle, Kind
from mkdocs_plans.changes.comparison import Review
from mkdocs_plans.changes.consequences import Consequence, Effect
from mkdocs_plans.changes.responsibilities import Thing
from mkdocs_plans.changes.reviewers import Because, Reason
from mkdocs_plans.changes.sentence import Sentence, joined
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.model import Goal, LevelPlan, Person
from mkdocs_plans.standing import Work
from mkdocs_plans.wording.language import noun, to_translate

_REASONS = {
    Because.LOSES: to_translate("Hands over: %(thing)s"),
    Because.GAINS: to_translate("Takes on: %(thing)s"),
    Because.TEAM_LOSES: to_translate("Their team hands over: %(thing)s"),
    Because.TEAM_GAINS: to_translate("Their team takes on: %(thing)s"),
    Because.STOPS: to_translate("No longer contributes to: %(thing)s"),
    Because.JOINS: to_translate("Now contributes to: %(thing)s"),
    Because.ANSWERS: to_translate("Answers for what changes: %(thing)s"),
    Because.SERVED: to_translate("Answers for what a changed plan serves: %(thing)s (%(plans)s)"),
    Because.ADVANCED: to_translate("Answers for what a changed plan advances: %(thing)s (%(plans)s)"),
    Because.ADVANCES: to_translate("Answers for what advances a changed goal: %(thing)s (%(plans)s)"),
    Because.DEPENDS: to_translate("Answers for what waits for a changed plan: %(thing)s (%(plans)s)"),
    Because.PERSON: to_translate("Is changed in the people file"),
}


def tell_reason(teller: Teller, reason: Reason) -> Sentence:
    """Why someone should look."""
    thing = _thing(teller, reason.thing) if reason.thing else Sentence()
    plans = teller.titles(map(teller.quoted, reason.links))
    return teller.say(_REASONS[reason.because], thing=thing, plans=plans)


def _thing(teller: Teller, thing: Thing) -> Sentence:
    title, kind = teller.quoted(thing.title), teller.noun(thing.kind)
    if not thing.of:
        return teller.say("%(kind)s %(title)s", kind=kind, title=title)
    return teller.say("%(kind)s %(title)s (%(plan)s)", kind=kind, title=title, plan=teller.quoted(thing.of))


def tell_consequence(teller: Teller, one: Consequence) -> Sentence:
    """What the change does beyond the lines that it edits."""
    about = one.about
    if isinstance(about, Person):
        return _leaving(teller, one, about)
    plan = teller.quoted(about.title, FileId("plan", about.id))
    match one.effect:
        case Effect.GOAL_WITHOUT_TACTIC:
            assert one.goal is not None
            goal = teller.quoted(one.goal.title, one.goal)
            if one.work is Work.TACTICS_DONE:
                tactics = teller.language.small(teller.noun("tactic", many=True))
                return teller.say(
                    "Not reached, and its %(tactics)s are done: %(goal)s (%(plan)s)",
                    tactics=tactics, goal=goal, plan=plan,
                )  # fmt: skip
            return teller.say("Nothing advances this any more: %(goal)s (%(plan)s)", goal=goal, plan=plan)
        case Effect.STRATEGY_WITHOUT_TACTIC:
            return teller.say("Nothing serves this any more: %(plan)s", plan=plan)
        case Effect.WITHOUT_DRI:
            was = teller.plain(teller.name(one.was or ""), Handle(one.was or ""))
            return teller.say(
                "Nobody answers for this any more: %(plan)s; it was %(person)s", plan=plan, person=was
            )
        case _:
            return _outliving(teller, one, about)


def _outliving(teller: Teller, one: Consequence, tactic: LevelPlan) -> Sentence:
    strategy = one.strategy
    assert strategy is not None
    assert strategy.end is not None
    assert tactic.end is not None
    return teller.say(
        "Ends %(day)s, %(days)s after what it serves: %(plan)s; %(strategy)s ends %(end)s",
        day=teller.formats.date(tactic.end).text,
        days=_days(teller, (tactic.end.last - strategy.end.last).days),
        plan=teller.quoted(tactic.title, FileId("plan", tactic.id)),
        strategy=teller.quoted(strategy.title, FileId("plan", strategy.id)),
        end=teller.formats.date(strategy.end).text,
    )


def _days(teller: Teller, days: int) -> Sentence:
    return teller.say_many("%(num)d day", "%(num)d days", days)


def _leaving(teller: Teller, one: Consequence, person: Person) -> Sentence:
    named = teller.plain(teller.name(person.handle), Handle(person.handle))
    things = [
        teller.say(
            "%(kind)s %(title)s",
            kind=teller.noun("goal" if isinstance(thing, Goal) else thing.type),
            title=teller.quoted(thing.title),
        )
        for thing in one.answers_for
    ]
    if person.until is None or one.is_gone:
        return teller.say(
            "Taken out of the people, and still answers for something: %(person)s (%(things)s)",
            person=named, things=teller.titles(things),
        )  # fmt: skip
    return teller.say(
        "Leaves %(day)s, and still answers for something: %(person)s (%(things)s)",
        day=teller.formats.date(person.until).text, person=named, things=teller.titles(things),
    )  # fmt: skip


def tell_summary(teller: Teller, review: Review) -> Sentence:
    """What the change is, in one line: `3 plan files changed: 1 new; 1 person changed`."""
    if review.is_empty:
        return teller.say("No change of plan")
    parts = [_plans(teller, review.plans)] if review.plans else []
    if number := len(review.people):
        parts.append(teller.say_many("%(num)d person changed", "%(num)d people changed", number))
    return joined(parts, "; ") or teller.say("Nothing changed in the plans themselves")


def _plans(teller: Teller, plans: tuple[Changed, ...]) -> Sentence:
    head = teller.say_many("%(num)d plan file changed", "%(num)d plan files changed", len(plans))
    told = [teller.say_many(one, many, number) for one, many, number in _counts(plans) if number]
    return teller.say("%(plans)s: %(counts)s", plans=head, counts=joined(told)) if told else head


def _counts(plans: Iterable[Changed]) -> list[tuple[str, str, int]]:
    """What is counted of the changed plans, in the order in which it is told."""
    listed = [changed.changes for changed in plans]

    def number(kind: Kind, field: str = "") -> int:
        return sum(any(c.kind is kind and c.field.startswith(field) for c in changes) for changes in listed)

    later = sum(any((c.days or 0) > 0 for c in changes) for changes in listed)
    earlier = sum(any((c.days or 0) < 0 for c in changes) for changes in listed)
    return [
        (*noun("%(num)d new", "%(num)d new"), number(Kind.ADDED)),
        (*noun("%(num)d taken out", "%(num)d taken out"), number(Kind.REMOVED)),
        (*noun("%(num)d with another status", "%(num)d with another status"), number(Kind.STATUS)),
        (*noun("%(num)d with later dates", "%(num)d with later dates"), later),
        (*noun("%(num)d with earlier dates", "%(num)d with earlier dates"), earlier),
        (*noun("%(num)d with another target", "%(num)d with another target"), number(Kind.RETARGETED)),
        (*noun("%(num)d with another DRI", "%(num)d with another DRI"), number(Kind.REASSIGNED, "dri")),
    ]
