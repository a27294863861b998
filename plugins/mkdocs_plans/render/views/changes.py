"""What changed in the plan since an earlier state of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from mkdocs_plans.changes import Because, Consequence, Reviewer, tell_consequence, tell_reason
from mkdocs_plans.model import LevelPlan, ViewArguments
from mkdocs_plans.render.changes.cards import by_anchor, person_card, plan_card
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.folding import fold

SHOWN = 50
"""How many changed plans stand open. Our convention."""


def show(page: Presenter, _: ViewArguments) -> dict[str, Any]:
    """Give what it does to the whole, each changed plan and person, who should look at it, and what has
    another address; nothing where the site isn't compared with anything.
    """
    changes = page.changes
    if changes is None:
        return {"since": None}
    rows = Rows(page, changes)
    plans = [plan_card(page, rows, changed) for changed in changes.review.plans]
    people = [person_card(page, rows, one) for one in changes.people.values()]
    reviewers = [_reviewer(rows, changes, one) for one in changes.review.reviewers]
    return {
        "since": changes.since,
        "is_empty": changes.is_empty,
        "counts": _counts(page, plans, people),
        "consequences": [_consequence(rows, one) for one in changes.consequences],
        "plans": fold(by_anchor(card for card in plans if _tells(card)), SHOWN),
        "people": fold(by_anchor(people), SHOWN),
        "reviewers": [one for one in reviewers if one["reasons"]],
        "moved": _moved(page, changes),
    }


def _consequence(rows: Rows, one: Consequence) -> Markup:
    plan = one.about if isinstance(one.about, LevelPlan) else None
    return rows.html(tell_consequence(rows.teller, one), plan)


def _reviewer(rows: Rows, changes: Changes, one: Reviewer) -> dict[str, Any]:
    """Someone who should look, with what for."""
    reasons = [
        rows.html(tell_reason(rows.teller, reason))
        for reason in one.reasons
        if reason.because is not Because.PERSON or one.handle in changes.people
    ]
    return {"person": rows.person(one.handle), "reasons": reasons}


def _tells(card: dict[str, Any]) -> bool:
    """Whether a card has anything to show: what only leads to drafts differently hasn't."""
    return card["state"] != "changed" or bool(card["rows"])


def _counts(page: Presenter, plans: list[dict[str, Any]], people: list[dict[str, Any]]) -> list[str]:
    """How many plans came, went and changed, and how many people are concerned, in words."""
    ngettext = page.language.ngettext
    numbers = Counter(card["state"] for card in plans if _tells(card))
    words = [
        (numbers["changed"], ngettext("%(num)d changed", "%(num)d changed", numbers["changed"])),
        (numbers["added"], ngettext("%(num)d new", "%(num)d new", numbers["added"])),
        (numbers["removed"], ngettext("%(num)d taken out", "%(num)d taken out", numbers["removed"])),
        (len(people), page.words.count("person", len(people))),
    ]
    return [text for number, text in words if number]


def _moved(page: Presenter, changes: Changes) -> list[dict[str, Any]]:
    """The files that have another address."""
    return [{"link": page.link(now), "before": was.path, "now": now.path} for was, now in changes.moved]
