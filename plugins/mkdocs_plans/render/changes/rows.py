"""What is told of each change → a row of a page, with links to what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_plans.changes import (
    Change,
    Changed,
    ChangedPerson,
    Kind,
    Sentence,
    Teller,
    Wording,
    tell_verdicts,
)
from mkdocs_plans.changes.change import FileId, GoalId, Handle
from mkdocs_plans.changes.sentence import Theirs
from mkdocs_plans.findings import Severity
from mkdocs_plans.model import Action, Goal, PlanFile
from mkdocs_plans.model.markup import has_markup
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.pieces import Link, Pieces, make_link
from mkdocs_plans.wording.foreign import WHOLE, WHOLE_END, Foreign
from mkdocs_plans.wording.html_text import inline, unlinked

_HIDDEN = frozenset({Kind.ADDED, Kind.REMOVED, Kind.UNREADABLE})
"""What is told of a plan as a whole, and not in rows."""

_GRAVE = {Severity.ERROR, Severity.WARNING}

_HAS_WORDS = re.compile(r"\w")

_ARROW = Markup('<span class="plans-arrow" aria-hidden="true"></span>')


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `label` names the field, `text` says what changed in it, `before` and `note` are the pieces
    of that which a page marks in its own place; `subject` is the part that it is of, `verdict` what it
    amounts to, where that is pointed out.
    """

    wording: Wording
    text: Markup
    before: Markup
    note: Markup
    subject: Link | None = None
    verdict: str = ""
    is_grave: bool = False
    """Whether that is a warning or an error for this site."""

    @property
    def field(self) -> str:
        """What changed: `end`, `goals.ID.target`."""
        return self.wording.change.field

    @property
    def label(self) -> str:
        """The name of the field."""
        return self.wording.label


class Rows:
    """Makes the rows of one page."""

    def __init__(self, page: Pieces, changes: Changes) -> None:
        self._page = page
        self._changes = changes
        self.teller = Teller(
            changes.compared, page.words, page.formats, page.site.settings.grades, is_published=True
        )

    def of_file(self, changed: Changed) -> tuple[Row, ...]:
        """The rows of a plan file, the weightiest first."""
        return tuple(self._of(changed.changes, changed.file, changed.now))

    def of_person(self, person: ChangedPerson) -> tuple[Row, ...]:
        """The rows of a person."""
        return tuple(self._of(person.changes, None, None))

    def _of(self, changes: tuple[Change, ...], file: PlanFile | None, now: PlanFile | None) -> Iterator[Row]:
        for change in changes:
            wording = self.teller.tell(change, file)
            if change.kind in _HIDDEN or not wording.text:
                continue
            pieces = wording.text, wording.before.bare, wording.note
            text, before, note = (self.html(piece, now) for piece in pieces)
            verdict = tell_verdicts(self.teller, change)
            is_grave = any(self.teller.grades[one] in _GRAVE for one in change.verdicts)
            yield Row(wording, text, before, note, self._subject(wording, now), verdict, is_grave)

    def _subject(self, wording: Wording, now: PlanFile | None) -> Link | None:
        """The part that a change is of: a goal or an action by its title, which leads to its place."""
        if wording.part is None:
            return None
        if isinstance(wording.part.about, Goal | Action):
            return make_link(wording.part.text, self.href(wording.part.about, now))
        return Link(wording.noun + self._page.language.gettext(": ") + wording.part.text)

    # --- sentences as HTML ------------------------------------------------------------------------

    def html(self, sentence: Sentence, now: PlanFile | None = None) -> Markup:
        """A sentence as safe HTML: what there was is struck, what there is underlined, and words say which is
        which. `now` is the plan whose parts are named. What has words of ours in another language than the
        page's runs as a whole in the direction of these.
        """
        is_foreign = any(isinstance(one, Foreign) and _HAS_WORDS.search(one) for one in sentence.pieces)
        theirs = Markup("<bdi>{}</bdi>" if is_foreign else "{}")
        html = Markup("").join(
            self._ours(one) if isinstance(one, str) else theirs.format(self._theirs(one, now))
            for one in sentence.pieces
        )
        return Markup(WHOLE) + html + Markup(WHOLE_END) if is_foreign else html

    @staticmethod
    def _ours(text: str) -> Markup:
        return Markup(_ARROW).join(escape(part) for part in text.split("→")) if "→" in text else escape(text)

    def _theirs(self, piece: Theirs, now: PlanFile | None) -> Markup:
        href = self.href(piece.about, now)
        shown = inline(piece.text) if href is None else unlinked(piece.text)
        if not has_markup(piece.text):
            shown = escape(piece.text)
        linked = shown if href is None else Markup('<a href="{}">{}</a>').format(href, shown)
        say = self._page.language.gettext
        if piece.side is None:
            begin, end = piece.quotes
            return Markup("{}{}{}").format(begin, linked, end)
        tag, word = ("del", say("before:")) if piece.side == "before" else ("ins", say("now:"))
        form = Markup('<{0}><span class="plans-unseen">{1} </span>{2}</{0}>')
        return form.format(Markup(tag), word, linked)

    def href(self, about: object, now: PlanFile | None = None) -> str | None:
        """Where the page of what a text names is; of a part of a plan, its place there."""
        match about:
            case Handle(name):
                link = self._page.person(name)
                return link.href if link else None
            case FileId(group, name):
                file = self._changes.compared.file(group, name)
                return self.link(file).href if file else None
            case GoalId(plan, goal):
                return self._place(self._changes.compared.file("plan", plan), f"#goal-{goal}")
            case Goal(id=name):
                return self._place(now, f"#goal-{name}")
            case Action(id=name):
                return self._place(now, f"#action-{name}")
            case _:
                return None

    def _place(self, file: PlanFile | None, anchor: str) -> str | None:
        href = self.link(file).href if file else None
        return None if href is None else href + anchor

    def link(self, file: PlanFile) -> Link:
        """A file of either state, with a link to where it is shown now."""
        if self._changes.now.by_path.get(file.path) is file:
            return self._page.link(file)
        path = self._changes.pages.get(file.path)
        return make_link(file.title, self._page.href(path) if path else None, file.number)

    def person(self, handle: str) -> Link:
        """A person of either state; a link where they are there now."""
        known = self._page.person(handle)
        return Link(self.teller.name(handle), known.href if known else None)
