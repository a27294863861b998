"""What changed in the plan since an earlier state of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from mkdocs_plans.model.views import Changes as Arguments
from mkdocs_plans.render.changes.cards import by_anchor, person_card, plan_card
from mkdocs_plans.render.changes.page_changes import Card
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.whole import consequence, reviewer
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.view import view

SHOWN = 50
"""How many changed plans stand open. Our convention."""


_NONE: Folded[Card] = fold(())


@dataclass(frozen=True, slots=True)
class Moved:
    """A page with another address."""

    link: Link
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed since a revision; `since` None where the site isn't compared with anything."""

    since: str | None = None
    is_empty: bool = True
    counts: tuple[str, ...] = ()
    consequences: tuple[dict[str, Any], ...] = ()
    plans: Folded[Card] = _NONE
    people: Folded[Card] = _NONE
    reviewers: tuple[dict[str, Any], ...] = ()
    moved: tuple[Moved, ...] = ()


@view(Arguments)
def show(page: Presenter, _: Arguments) -> ChangesView:
    """Give what it does to the whole, each changed plan and person, who should look at it, and what has
    another address; nothing where the site isn't compared with anything.
    """
    changes = page.changes
    if changes is None:
        return ChangesView()
    rows = Rows(page, changes)
    plans = [plan_card(page, rows, changed) for changed in changes.review.plans]
    people = [person_card(page, rows, one, changes.now) for one in changes.people.values()]
    reviewers = [reviewer(page, rows, changes, one) for one in changes.review.reviewers]
    return ChangesView(
        since=changes.since,
        is_empty=changes.is_empty,
        counts=tuple(_counts(page, plans, people)),
        consequences=tuple(consequence(page, rows, changes, one) for one in changes.consequences),
        plans=fold(by_anchor(card for card in plans if _tells(card)), SHOWN),
        people=fold(by_anchor(people), SHOWN),
        reviewers=tuple(one for one in reviewers if one["reasons"]),
        moved=tuple(Moved(page.link(now), was.path, now.path) for was, now in changes.moved),
    )


def _tells(card: Card) -> bool:
    """Whether a card has anything to show: what only leads to drafts differently hasn't."""
    return card["state"] != "changed" or bool(card["rows"])


def _counts(page: Presenter, plans: list[Card], people: list[Card]) -> list[str]:
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
