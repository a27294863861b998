"""The change that a site marks: two states of the plan, each as the site publishes it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from markupsafe import Markup

from mkdocs_plans.changes import (
    Changed,
    ChangedPerson,
    Consequence,
    Effect,
    Kind,
    PlanPair,
    Review,
    review_of,
)
from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.wording.formats import Formats

CHANGES = "changes.md"
"""The page of all changes."""

REMOVED = "changes/removed"
"""The folder of the pages that show what was taken out."""

_UNSEEN = frozenset({"email", "until", "github", "gitlab"})
"""What the people file says and the site never shows."""


@dataclass(frozen=True)
class Changes:
    """What changed from one state to the other. `base` is what readers call the state before; `day` its day,
    where it was named by one.

    Both states hold only what the site publishes: so a plan that is no longer a draft is new, and
    nothing tells of one that is.
    """

    before: Plan
    now: Plan
    base: str
    day: datetime.date | None = None

    @cached_property
    def compared(self) -> PlanPair:
        """Both states, with what is the same in them."""
        return PlanPair(self.before, self.now)

    @cached_property
    def review(self) -> Review:
        """The change without findings, which the site shows to no reader."""
        return replace(review_of(self.compared), is_sum=self.day is not None)

    def since(self, formats: Formats) -> Markup:
        """What readers call the state before: its day, or its name; a commit by the beginning of its name."""
        if self.day:
            day = formats.day(self.day)
            text = formats.language.pgettext("since", "%(day)s", day=day.text)
            return Markup('<time datetime="{}">{}</time>').format(day.iso, text)
        is_commit = re.fullmatch(r"[0-9a-f]{40,64}", self.base)
        return Markup("<code>{}</code>").format(self.base[:10] if is_commit else self.base)

    @cached_property
    def by_path(self) -> Mapping[str, Changed]:
        """The changed files that the site has, by their path now."""
        return {changed.now.path: changed for changed in self.review.plans if changed.now}

    @cached_property
    def removed(self) -> Mapping[str, PlanFile]:
        """What was taken out, by the path of the page that shows it as it was."""
        found: dict[str, PlanFile] = {}
        for changed in self.review.plans:
            if changed.before and not changed.now and changed.changes[0].kind is Kind.REMOVED:
                found[_free_path(changed.before, found)] = changed.before
        return found

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Where what was there before is shown now: the path of its page by the path of its file."""
        kept = {pair.before.path: pair.now.path for pair in self.compared.files if pair.before and pair.now}
        return kept | {file.path: page for page, file in self.removed.items()}

    @cached_property
    def moved(self) -> tuple[tuple[PlanFile, PlanFile], ...]:
        """The files that have another path, and so another address: what they were and are."""
        pairs = ((pair.before, pair.now) for pair in self.compared.files)
        return tuple((was, file) for was, file in pairs if was and file and was.path != file.path)

    @cached_property
    def people(self) -> Mapping[str, ChangedPerson]:
        """The people of whom something changed that the site shows, by handle."""
        found = {}
        for person in self.review.people:
            changes = tuple(change for change in person.changes if change.field not in _UNSEEN)
            if changes:
                found[person.handle] = replace(person, changes=changes)
        return found

    @property
    def published(self) -> Review:
        """The change as far as the site shows it."""
        return replace(self.review, people=tuple(self.people.values()))

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """What it does to the whole; without who leaves when, which the site never shows."""
        return tuple(
            one
            for one in self.review.consequences
            if one.effect is not Effect.DRI_LEAVES or one.subject not in self.now.people
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that the site shows."""
        return not (self.review.plans or self.people or self.moved)


def _free_path(file: PlanFile, taken: Mapping[str, object]) -> str:
    """A path for the page of what was taken out: by type and id, numbered where two share them."""
    names = (f"{REMOVED}/{file.type}-{file.id}{'' if n == 1 else f'-{n}'}.md" for n in count(1))
    return next(name for name in names if name not in taken)
