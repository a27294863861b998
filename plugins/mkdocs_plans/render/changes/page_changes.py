"""What the page of a plan file or of a person says of its own changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mkdocs_plans.model import PlanFile
from mkdocs_plans.render.changes.cards import NO_MARKS, Marks, marks, person_card, plan_card
from mkdocs_plans.render.changes.rows import Rows
from mkdocs_plans.render.changes.site_changes import CHANGES, Changes
from mkdocs_plans.render.pieces import Pieces

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageChange:
    """What stands at the top of a page, None where nothing changed, and the marks of its facts."""

    card: Card | None = None
    marks: Marks = field(default_factory=lambda: NO_MARKS)


UNCHANGED = PageChange()


def of_file(page: Pieces, file: PlanFile) -> PageChange:
    """What changed in a file that the site has."""
    changes = page.changes
    changed = changes.by_path.get(file.path) if changes else None
    if changes is None or changed is None:
        return UNCHANGED
    card = plan_card(page, Rows(page, changes), changed)
    if card["state"] == "changed" and not card["rows"]:
        return UNCHANGED
    return PageChange(_headed(page, changes, card), marks(card["rows"]))


def of_removed(page: Pieces) -> PageChange:
    """That a file was taken out."""
    card: Card = {"state": "removed", "groups": ()}
    return PageChange(_headed(page, page.changes, card)) if page.changes else UNCHANGED


def of_person(page: Pieces, handle: str) -> Card | None:
    """The card of a person; nothing of one who hasn't changed."""
    changes = page.changes
    person = changes.people.get(handle) if changes else None
    if changes is None or person is None:
        return None
    return _headed(page, changes, person_card(page, Rows(page, changes), person))


def _headed(page: Pieces, changes: Changes, card: Card) -> Card:
    """A card for the top of a page: since when, and where all changes are."""
    return {**card, "since": changes.since, "all": page.href(CHANGES)}
