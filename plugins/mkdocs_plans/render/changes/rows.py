"""Changes → rows: what it is about, what it was, what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.changes import Change, Changed, ChangedPerson, Kind, changed_sections
from mkdocs_plans.changes.actions import same_actions
from mkdocs_plans.changes.shown import shown_date
from mkdocs_plans.model import Goal, LevelPlan, PlanFile, Tactic
from mkdocs_plans.render.changes.labels import label
from mkdocs_plans.render.changes.lists import Lists
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.changes.values import Shown, Values
from mkdocs_plans.render.pieces import Link, Pieces, named

_SETTLED = frozenset({Kind.ACTION_DONE, Kind.ACTION_DROPPED, Kind.ACTION_REOPENED})
"""What is a change of an action's state, told of its two days."""

_HIDDEN = frozenset({Kind.ADDED, Kind.REMOVED, Kind.UNREADABLE})
"""What is told of a plan as a whole, and not in rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `subject` is the goal, action or other part that `label` is of; where only one of
    `before` and `now` holds anything, it was taken out or came.
    """

    field: str
    label: str
    before: Shown = ()
    now: Shown = ()
    note: str = ""
    subject: Link | None = None

    @property
    def is_told(self) -> bool:
        """Whether there is anything to show: what leads to what isn't published shows nothing."""
        return bool(self.before or self.now or self.note)


class Rows:
    """Makes the rows of one page."""

    def __init__(self, page: Pieces, changes: Changes) -> None:
        self._page = page
        self.was = Values(page, changes, is_before=True)
        self.is_now = Values(page, changes, is_before=False)
        self._lists = Lists(changes.states, self.was, self.is_now)

    def of_file(self, changed: Changed) -> tuple[Row, ...]:
        """The rows of a plan file, the weightiest first."""
        found = (row for change in changed.changes for row in self._of_change(change, changed))
        return tuple(row for row in found if row.is_told)

    def of_person(self, person: ChangedPerson) -> tuple[Row, ...]:
        """The rows of a person."""
        return tuple(
            Row(change.field, label(self._page, change.field), _text(change.before), _text(change.now))
            for change in person.changes
            if change.kind not in _HIDDEN
        )

    def _of_change(self, change: Change, changed: Changed) -> Iterator[Row]:
        group, _, rest = change.field.partition(".")
        if change.kind in _HIDDEN:
            return
        if change.kind is Kind.PROSE:
            yield from self._prose(changed)
        elif group in {"advances", "depends_on", "contributors"} and not rest:
            shown = self._lists.changed(group, changed)
            yield Row(group, label(self._page, group), *shown)
        elif change.kind in _SETTLED:
            yield from self._settled(rest.partition(".")[0], changed)
        elif group in {"goals", "actions"}:
            yield self._part(group, rest, change, changed)
        elif group in {"updates", "resources", "values"}:
            yield self._named(group, rest, change, changed)
        elif group == "extra":
            yield self._own(change, rest)
        else:
            yield self._field(change, changed, group)

    def _field(self, change: Change, changed: Changed, field: str) -> Row:
        """A field of the plan itself."""
        named = label(self._page, field)
        if field == "parent" and changed.file.type == "strategy":
            named = self._page.language.gettext("Follows from")
        before = self.was.shown(field, change.before, changed.before)
        now = self.is_now.shown(field, change.now, changed.now)
        if field in {"dri", "lead"}:
            nobody = (Link(self._page.language.gettext("nobody named")),)
            before, now = before or nobody, now or nobody
        return Row(change.field, named, before, now, self._later(change))

    def _own(self, change: Change, key: str, subject: Link | None = None) -> Row:
        """A field of the organisation's own: of the plan itself, or of a goal or an action."""
        known = self._page.plan.own_fields.by_key.get(key)
        before, now = (values.own(known, text) for values, text in self._both(change))
        return Row(change.field, known.label if known else key, before, now, subject=subject)

    def _part(self, group: str, rest: str, change: Change, changed: Changed) -> Row:
        """A goal or an action as a whole, or a field of it."""
        name, _, field = rest.partition(".")
        place = self._place(changed, f"#{group[:-1]}-{name}")
        if not field:
            came = (named(change.now, place),) if change.now else ()
            return Row(change.field, label(self._page, group), _text(change.before), came)
        subject = named(_title(changed.now, group, name), place)
        if field.startswith("extra."):
            return self._own(change, field.removeprefix("extra."), subject)
        before, now = self._values_of_part(name, field, change, changed)
        return Row(change.field, label(self._page, field), before, now, self._later(change), subject)

    def _settled(self, name: str, changed: Changed) -> Iterator[Row]:
        """On which day an action was done or dropped; where it was the one and is the other, both."""
        before, now = changed.before, changed.now
        if not (isinstance(before, Tactic) and isinstance(now, Tactic)):
            return
        subject = named(_title(now, "actions", name), self._place(changed, f"#action-{name}"))
        pairs = same_actions(before.actions, now.actions)
        was, is_now = next((x.before, x.now) for x in pairs if x.before and x.now and x.now.id == name)
        for field in ("done", "dropped"):
            days = getattr(was, field), getattr(is_now, field)
            if days[0] != days[1]:
                shown = self.was.day(days[0]), self.is_now.day(days[1])
                yield Row(f"actions.{name}.{field}", label(self._page, field), *shown, subject=subject)

    def _values_of_part(self, name: str, field: str, change: Change, changed: Changed) -> tuple[Shown, Shown]:
        """What a field of a goal or an action was and is."""
        if field == "contributors":
            return self._lists.people(_split(change.before), _split(change.now))
        goal = _goal(changed.now, name)
        before = self.was.shown(field, change.before, changed.before, _goal(changed.before, name) or goal)
        now = self.is_now.shown(field, change.now, changed.now, goal)
        if field == "dri":
            own = (Link(self._page.language.gettext("the plan’s own")),)
            return before or own, now or own
        return (_without(before, now), _without(now, before)) if field == "targets" else (before, now)

    def _named(self, group: str, rest: str, change: Change, changed: Changed) -> Row:
        """An update, a resource or a value as a whole, or a field of it."""
        field, _, goal_id = rest.partition(".")
        if not field:
            kind = "date" if group == "updates" else "name"
            was, is_now = (v.shown(kind, t, None) for v, t in self._both(change))
            return Row(change.field, label(self._page, group), was, is_now)
        goal = _goal(changed.now, goal_id)
        was, is_now = (v.shown(field, t, None, goal) for v, t in self._both(change))
        named = goal.measure or goal.title if goal else label(self._page, field)
        of = f"{label(self._page, group)}: {self._name(change, changed)}"
        return Row(change.field, named, was, is_now, subject=Link(of))

    def _name(self, change: Change, changed: Changed) -> str:
        """What a change calls the part that it is of; an update by its day, as the site writes days."""
        said = change.line.values[0]
        updates = changed.now.updates if isinstance(changed.now, LevelPlan) else ()
        days = (update.date for update in updates if shown_date(update.date) == said)
        return next((self._page.formats.date(day).text for day in days), said)

    def _both(self, change: Change) -> tuple[tuple[Values, str | None], tuple[Values, str | None]]:
        return (self.was, change.before), (self.is_now, change.now)

    def _prose(self, changed: Changed) -> Iterator[Row]:
        """How many words of each section changed."""
        if not (changed.before and changed.now):
            return
        say = self._page.language
        for heading, (added, removed) in changed_sections(changed.before, changed.now).items():
            parts = [
                say.ngettext("%(num)d word added", "%(num)d words added", added) if added else "",
                say.ngettext("%(num)d word removed", "%(num)d words removed", removed) if removed else "",
            ]
            words = ", ".join(filter(None, parts))
            note = say.gettext("“%(section)s”: %(words)s", section=heading, words=words) if heading else words
            yield Row("body", label(self._page, "body"), note=note)

    def _later(self, change: Change) -> str:
        """By how much a date is later, in words."""
        if not change.days:
            return ""
        ngettext = self._page.language.ngettext
        if change.days > 0:
            return ngettext("%(num)d day later", "%(num)d days later", change.days)
        return ngettext("%(num)d day earlier", "%(num)d days earlier", -change.days)

    def _place(self, changed: Changed, anchor: str) -> str | None:
        """The way to a place within a plan's page, from wherever this stands."""
        page = self.is_now.link(changed.now).href if changed.now else None
        return f"{page}{anchor}" if page is not None else None


def _text(text: str | None) -> Shown:
    return (named(text),) if text is not None else ()


def _split(texts: str | None) -> list[str]:
    return texts.split(", ") if texts else []


def _without(these: Shown, those: Shown) -> Shown:
    return tuple(one for one in these if one not in those)


def _goal(file: PlanFile | None, name: str) -> Goal | None:
    return file.goal(name) if isinstance(file, LevelPlan) else None


def _title(file: PlanFile | None, group: str, name: str) -> str:
    """What readers call a goal or an action."""
    if group == "goals":
        goal = _goal(file, name)
        return goal.title if goal else name
    actions = file.actions if isinstance(file, Tactic) else ()
    return next((action.do for action in actions if action.id == name), name)
