"""What a change does to the plan as a whole, in words."""

from __future__ import annotations

from mkdocs_plans.changes.change import FileId, Handle
from mkdocs_plans.changes.consequences import Consequence, Effect
from mkdocs_plans.changes.sentence import EMPTY, Sentence
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.model import Goal, Person
from mkdocs_plans.standing import Work
from mkdocs_plans.wording.language import to_translate

_EFFECTS = {
    Effect.GOAL_WITHOUT_TACTIC: to_translate("Nothing advances this any more: %(goal)s (%(plan)s)"),
    Effect.STRATEGY_WITHOUT_TACTIC: to_translate("Nothing serves this any more: %(plan)s"),
    Effect.WITHOUT_DRI: to_translate("Nobody answers for this any more: %(plan)s; it was %(person)s"),
    Effect.DRI_LEAVES: to_translate(
        "Leaves %(day)s, and still answers for something: %(person)s (%(things)s)"
    ),
    Effect.OUTLIVES_STRATEGY: to_translate(
        "Ends %(day)s, %(days)s after what it serves: %(plan)s; %(strategy)s ends %(end)s"
    ),
}

_DONE = to_translate("Not reached, and its %(tactics)s are done: %(goal)s (%(plan)s)")

_TAKEN_OUT = to_translate("Taken out of the people, and still answers for something: %(person)s (%(things)s)")


def tell_consequence(teller: Teller, one: Consequence) -> Sentence:
    """What the change does beyond the lines that it edits."""
    about, phrase = one.about, _EFFECTS[one.effect]
    if isinstance(about, Person):
        if person_is_gone := about.until is None or one.is_gone:
            phrase = _TAKEN_OUT
        kinds = ((thing, "goal" if isinstance(thing, Goal) else thing.type) for thing in one.answers_for)
        things = teller.titles(titled(teller, kind, thing.title) for thing, kind in kinds)
        day = EMPTY if person_is_gone else teller.value(about.until)
        return teller.say(phrase, person=teller.value(Handle(about.handle)), things=things, day=day)
    values = {"plan": teller.quoted(about.title, FileId("plan", about.id))}
    if one.goal:
        values["goal"] = teller.quoted(one.goal.title, one.goal)
    if one.work is Work.TACTICS_DONE:
        phrase = _DONE
        values["tactics"] = teller.plain(teller.language.small(teller.noun("tactic", many=True)))
    if one.was:
        values["person"] = teller.value(tuple(map(Handle, one.was)), "dri")
    if one.strategy and one.strategy.end and about.end:
        later = (about.end.last - one.strategy.end.last).days
        values |= {
            "day": teller.value(about.end),
            "days": teller.say_many("%(num)d day", "%(num)d days", later),
            "strategy": teller.quoted(one.strategy.title, FileId("plan", one.strategy.id)),
            "end": teller.value(one.strategy.end),
        }
    return teller.say(phrase, **values)


def titled(teller: Teller, kind: str, title: str) -> Sentence:
    """A thing by its kind and title."""
    return teller.say("%(kind)s %(title)s", kind=teller.noun(kind), title=teller.quoted(title))
