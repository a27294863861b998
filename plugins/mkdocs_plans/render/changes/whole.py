"""What a change does to the plan as a whole, and who should look at it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from mkdocs_plans.changes import Because, Consequence, Effect, Reason, Reviewer
from mkdocs_plans.model import Strategy, Tactic
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.pieces import Pieces
from mkdocs_plans.wording.language import to_translate

MOST_NAMED = 6
"""How many things a reason names; the others are counted. Our convention."""

_PHRASES = {
    Because.LOSES: to_translate("Hands over"),
    Because.GAINS: to_translate("Takes on"),
    Because.STOPS: to_translate("No longer contributes to"),
    Because.JOINS: to_translate("Now contributes to"),
    Because.ANSWERS: to_translate("Answers for what changes"),
    Because.SERVED: to_translate("Answers for what a changed plan serves"),
    Because.ADVANCED: to_translate("Answers for what a changed plan advances"),
    Because.DEPENDS: to_translate("Answers for what waits for a changed plan"),
    Because.PERSON: to_translate("Is changed in the people file"),
}

_PARTS = frozenset({Because.LOSES, Because.GAINS, Because.STOPS, Because.JOINS})
"""The reasons that name a thing and, for a goal or an action, the plan that it is part of."""


def consequence(page: Pieces, rows: Rows, changes: Changes, one: Consequence) -> dict[str, Any]:
    """What happens to which plan, goal or person, and what that leaves."""
    plan = changes.now.plans.get(one.subject)
    shown: dict[str, Any] = {"effect": one.effect.value, "goal": None}
    shown["plan"] = page.link(plan) if plan else None
    if plan and one.goal and (goal := plan.goal(one.goal)):
        shown["goal"] = rows.is_now.goal(plan, goal)
    if one.effect is Effect.DRI_LEAVES:
        shown["person"] = rows.was.person(one.subject)
    if isinstance(plan, Tactic):
        strategy = changes.now.strategy_of(plan)
        shown |= {"end": page.date(plan.end), "strategy": page.link(strategy) if strategy else None}
        shown["strategy_end"] = page.date(strategy.end) if isinstance(strategy, Strategy) else None
    return shown


def reviewer(page: Pieces, rows: Rows, changes: Changes, one: Reviewer) -> dict[str, Any]:
    """Someone who should look, with what for."""
    found: dict[Because, list[str]] = defaultdict(list)
    for reason in one.reasons:
        if reason.because is not Because.PERSON or one.handle in changes.people:
            found[reason.because] += _named(reason)
    values = rows.is_now if one.handle in changes.now.people else rows.was
    say = page.language.gettext
    reasons = [{"phrase": say(_PHRASES[because]), **_first(titles)} for because, titles in found.items()]
    return {"person": values.person(one.handle), "reasons": reasons}


def _named(reason: Reason) -> list[str]:
    """What a reason is about; of a goal or an action with its plan."""
    values = reason.line.values
    if reason.because is Because.PERSON:
        return []
    return [f"{values[0]} ({values[1]})" if reason.because in _PARTS and len(values) > 1 else values[0]]


def _first(titles: list[str]) -> dict[str, Any]:
    at = len(titles) if len(titles) <= MOST_NAMED else MOST_NAMED - 1
    return {"titles": titles[:at], "more": len(titles) - at}
