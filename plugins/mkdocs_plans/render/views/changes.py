"""What changed in the plan since an earlier state of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from mkdocs_plans.changes import (
    Because,
    Consequence,
    Reviewer,
    tell_consequence,
    tell_headline,
    tell_reason,
    tell_verdict,
)
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.model.views import Changes as Arguments
from mkdocs_plans.render.changes.cards import Card, by_anchor, fold_card, person_card, plan_card
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.view import view

SHOWN = 50
"""How many changed plans stand open. Our convention."""


_NONE: Folded[Card] = fold(())


@dataclass(frozen=True, slots=True)
class ReviewerEntry:
    """Someone who should look at it, with what for."""

    person: Link
    reasons: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A page with another address."""

    link: Link
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class VerdictSection:
    """The changed plans whose worst change amounts to the same."""

    id: str
    title: str
    plans: Folded[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed since a revision; `since` None where the site isn't compared with anything."""

    since: Markup | None = None
    is_empty: bool = True
    headline: Markup | None = None
    counts: tuple[str, ...] = ()
    consequences: tuple[Markup, ...] = ()
    sections: tuple[VerdictSection, ...] = ()
    people: Folded[Card] = _NONE
    reviewers: tuple[ReviewerEntry, ...] = ()
    moved: tuple[Moved, ...] = ()


@view(Arguments)
def show(page: Presenter, _: Arguments) -> ChangesView:
    """Give what it amounts to and does to the whole, each changed plan and person, who should look at it, and
    what has another address; nothing where the site isn't compared with anything.
    """
    changes = page.changes
    if changes is None:
        return ChangesView()
    rows = Rows(page, changes)
    plans = [plan_card(page, rows, changed) for changed in changes.review.plans]
    people = [person_card(page, rows, one) for one in changes.people.values()]
    asked = () if changes.review.is_sum else changes.review.reviewers
    reviewers = [_reviewer(rows, changes, one) for one in asked]
    return ChangesView(
        since=changes.since(page.formats),
        is_empty=changes.is_empty,
        headline=rows.html(tell_headline(rows.teller, changes.published)),
        counts=tuple(_counts(page, plans, people)),
        consequences=tuple(_consequence(rows, one) for one in changes.consequences),
        sections=tuple(_sections(rows, changes, plans)),
        people=fold(by_anchor(people), SHOWN),
        reviewers=tuple(one for one in reviewers if one.reasons),
        moved=tuple(Moved(page.link(now), was.path, now.path) for was, now in changes.moved),
    )


def _sections(rows: Rows, changes: Changes, plans: Sequence[Card]) -> Iterator[VerdictSection]:
    """The cards below the worst that each amounts to."""
    cards = zip(changes.review.plans, by_anchor(plans), strict=True)
    for (verdict, is_unsure), group in groupby(cards, lambda one: (one[0].verdict, one[0].is_unsure)):
        if shown := [fold_card(card) for _, card in group if _tells(card)]:
            title = tell_verdict(rows.teller, verdict, is_unsure=is_unsure)
            id_ = f"changes-{verdict}{'-perhaps' * is_unsure}"
            yield VerdictSection(id_, title, fold(shown, SHOWN))


def _consequence(rows: Rows, one: Consequence) -> Markup:
    plan = one.about if isinstance(one.about, LevelPlan) else None
    return rows.html(tell_consequence(rows.teller, one), plan)


def _reviewer(rows: Rows, changes: Changes, one: Reviewer) -> ReviewerEntry:
    reasons = (
        rows.html(tell_reason(rows.teller, reason))
        for reason in one.reasons
        if reason.because is not Because.PERSON or one.handle in changes.people
    )
    return ReviewerEntry(rows.person(one.handle), tuple(reasons))


def _tells(card: Card) -> bool:
    """Whether a card has anything to show: what only leads to drafts differently hasn't."""
    return card.state != "changed" or bool(card.groups)


def _counts(page: Presenter, plans: Sequence[Card], people: Sequence[Card]) -> list[str]:
    """How many plans came, went and changed, and how many people are concerned, in words."""
    ngettext = page.language.ngettext
    numbers = Counter(card.state for card in plans if _tells(card))
    words = [
        (numbers["changed"], ngettext("%(num)d changed", "%(num)d changed", numbers["changed"])),
        (numbers["added"], ngettext("%(num)d new", "%(num)d new", numbers["added"])),
        (numbers["removed"], ngettext("%(num)d taken out", "%(num)d taken out", numbers["removed"])),
        (len(people), page.words.count("person", len(people))),
    ]
    return [text for number, text in words if number]
