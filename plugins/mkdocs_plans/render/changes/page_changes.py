"""What the page of a plan file or of a person says of its own changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_plans.model import PlanFile
from mkdocs_plans.render.changes.cards import NO_MARKS, Card, Marks, RowGroup, marks, person_card, plan_card
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.site_changes import CHANGES, Changes
from mkdocs_plans.render.pieces import Pieces


@dataclass(frozen=True, slots=True)
class PageCard:
    """What stands at the top of a page that changed: since when, and where all changes are, if anywhere."""

    state: str
    groups: tuple[RowGroup, ...]
    since: Markup
    all: str | None


@dataclass(frozen=True, slots=True)
class PageChange:
    """What stands at the top of a page, None where nothing changed, and the marks of its facts."""

    card: PageCard | None = None
    marks: Marks = field(default_factory=lambda: NO_MARKS)


UNCHANGED = PageChange()


def of_file(page: Pieces, file: PlanFile) -> PageChange:
    """What changed in a file that the site has."""
    changes = page.changes
    changed = changes.by_path.get(file.path) if changes else None
    if changes is None or changed is None:
        return UNCHANGED
    card = plan_card(page, Rows(page, changes), changed)
    if card.state == "changed" and not card.groups:
        return UNCHANGED
    return PageChange(_headed(page, changes, card), marks(row for group in card.groups for row in group.rows))


def of_removed(page: Pieces) -> PageChange:
    """That a file was taken out."""
    changes = page.changes
    if changes is None:
        return UNCHANGED
    return PageChange(PageCard("removed", (), changes.since(page.formats), page.href(CHANGES)))


def of_person(page: Pieces, handle: str) -> PageCard | None:
    """The card of a person; nothing of one who hasn't changed."""
    changes = page.changes
    person = changes.people.get(handle) if changes else None
    if changes is None or person is None:
        return None
    return _headed(page, changes, person_card(page, Rows(page, changes), person))


def _headed(page: Pieces, changes: Changes, card: Card) -> PageCard:
    """A card for the top of a page."""
    return PageCard(card.state, card.groups, changes.since(page.formats), page.href(CHANGES))
