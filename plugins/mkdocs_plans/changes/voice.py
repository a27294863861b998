"""Phrases of ours and values of a plan → sentences, in a site's language and the organisation's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Self

from mkdocs_plans.changes.change import (
    FileId,
    GoalId,
    Handle,
    Number,
    OwnStatus,
    Settled,
    Single,
    Step,
    Value,
    WordCount,
)
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.sentence import About, Piece, Sentence, Theirs, filled, joined
from mkdocs_plans.model import (
    TYPES,
    Action,
    Amount,
    Cadence,
    Date,
    Goal,
    Health,
    Keep,
    Resource,
    Status,
    Update,
    ValueStatement,
    plain_text,
    shown_label,
)
from mkdocs_plans.model.own_fields import OwnValue
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.settings import GRADES, Grade, Verdict
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language, to_translate
from mkdocs_plans.wording.words import Words

_LABELS = (
    to_translate("Advances"), to_translate("Audience"), to_translate("Baseline"), to_translate("Color"),
    to_translate("Cost"),
    to_translate("Depends on"), to_translate("Done"), to_translate("Dropped"), to_translate("Due"),
    to_translate("End"), to_translate("Handle"), to_translate("Health"), to_translate("Icon"),
    to_translate("Id"),
    to_translate("Keep"), to_translate("Lead"), to_translate("Measure"), to_translate("Met"),
    to_translate("Name"), to_translate("Note"), to_translate("Number"), to_translate("Outcome"),
    to_translate("Role"), to_translate("Start"), to_translate("Statement"), to_translate("Status"),
    to_translate("Summary"), to_translate("Target"), to_translate("Title"), to_translate("Unit"),
    to_translate("When"),
)  # fmt: skip
"""What fields are called whose names are words."""

_FIELDS = {text.lower().replace(" ", "_"): text for text in _LABELS} | {
    "body": to_translate("Text"),
    "date": to_translate("Day"),
    "do": to_translate("What is to do"),
    "email": to_translate("E-mail address"),
    "github": to_translate("Name on GitHub"),
    "gitlab": to_translate("Name on GitLab"),
    "ignore": to_translate("Ignored rules"),
    "measured": to_translate("Reading"),
    "originally": to_translate("First promised for"),
    "parent": to_translate("Part of"),
    "readings": to_translate("Reading"),
    "review": to_translate("Reviewed"),
    "serves": to_translate("Serves"),
    "strategy": to_translate("Serves"),
    "targets": to_translate("On the way"),
    "type": to_translate("Kind"),
    "until": to_translate("Leaves"),
    "updates": to_translate("Update"),
    "url": to_translate("Link"),
}

_NOUNS = {
    "dri": "dri",
    "contributors": "contributor",
    "team": "team",
    "theme": "theme",
    "goals": "goal",
    "actions": "action",
    "resources": "resource",
    "values": "values",
}
"""The fields that an organisation may call otherwise, each with the name of its noun."""

_QUOTED = frozenset({
    "statement", "outcome", "note", "title", "do", "summary", "measure", "when", "baseline", "target",
})  # fmt: skip
"""The fields that hold texts: in quotes, where nothing else shows where they begin and end."""

MANY_SECTIONS = 3
"""How many sections a line names; where more changed, the others are counted. Our convention."""

_KEEP = {Keep.AT_LEAST: to_translate("at least"), Keep.AT_MOST: to_translate("at most")}


class Voice:
    """Says phrases of ours, and the values of two states of a plan. Where the site has published both, what
    these name and it doesn't have is passed over (`is_published`): it may be a draft. `grades` says how grave
    each verdict is.
    """

    def __init__(
        self,
        plans: PlanPair,
        words: Words,
        formats: Formats,
        grades: Mapping[Verdict, Grade] = GRADES,
        *,
        is_published: bool = False,
    ) -> None:
        self.plans, self.words, self.formats, self.grades = plans, words, formats, grades
        self.language: Language = formats.language
        self._is_published = is_published
        self._quotes = str(self.say("“%(text)s”", text="\0")).split("\0")

    def about(self, plans: PlanPair) -> Self:
        """The same voice, of other states of the plan."""
        return type(self)(plans, self.words, self.formats, self.grades, is_published=self._is_published)

    @property
    def semicolon(self) -> str:
        """What stands between clauses."""
        return self.language.gettext("; ")

    def say(self, phrase: str, **values: Sentence | str | int) -> Sentence:
        """A phrase with values in the place of its `%(name)s`."""
        return filled(self.language.words.gettext(phrase), values)

    def say_many(self, one: str, many: str, num: int, **values: Sentence | str | int) -> Sentence:
        """A phrase for a number, which stands in the place of `%(num)d`."""
        return filled(self.language.words.ngettext(one, many, num), {"num": num, **values})

    def quoted(self, text: str, about: About | None = None) -> Sentence:
        """A text in quotes."""
        begin, end = self._quotes
        return Sentence((Theirs(text, about, quotes=(begin, end)),))

    def plain(self, text: str, about: About | None = None) -> Sentence:
        """A text with nothing around it."""
        return Sentence((Theirs(text, about),))

    def noun(self, kind: str, *, many: bool = False) -> str:
        """What the organisation calls a kind of thing."""
        found = getattr(self.words, kind)
        return str(found.many if many else found.one)

    def label(self, field: str) -> str:
        """The name of a field; the field itself where it is none of ours."""
        if field in _NOUNS:
            return self.noun(_NOUNS[field], many=field == "contributors")
        ours = _FIELDS.get(field) or shown_label(field)
        return self.language.gettext(ours) if ours else field

    def name(self, handle: str) -> str:
        """What a reader calls a person, or a team that answers."""
        person, team = self.plans.person(handle), self.plans.answering_team(handle)
        return person.shown_name if person else plain_text(team.title) if team else handle

    def titles(self, titles: Iterable[Sentence], few: int = 4) -> Sentence:
        """Name things; of many, the first ones and how many more there are."""
        every = list(titles)
        shown = every if len(every) <= few else every[: few - 1]
        more = len(every) - len(shown)
        rest = [self.say_many("%(num)d more", "%(num)d more", more)] if more else []
        return joined([*shown, *rest])

    def listed(self, sentences: Sequence[Sentence]) -> Sentence:
        """Put sentences into one as the language lists them: `A, B and C`."""
        commas = iter(self.formats.separators(len(sentences)))
        return sum((Sentence((next(commas),)) + one for one in sentences[1:]), sentences[0])

    # --- values -----------------------------------------------------------------------------------

    def value(self, value: Value, field: str = "") -> Sentence:  # noqa: C901, PLR0911, PLR0912 - a line each
        """A value as readers know it; nothing where there is none, or none that the site has."""
        match value:
            case None:
                return Sentence()
            case tuple() if counts := [one for one in value if isinstance(one, WordCount)]:
                return self.titles(map(self._counted, counts), MANY_SECTIONS)
            case tuple() if field == "dri":
                return self._all_of([self.value(one) for one in value])
            case tuple():
                return joined(found for one in value if (found := self.value(one, field)))
            case Handle(name):
                return self.plain(self.name(name), value)
            case FileId(group, name):
                file = self.plans.file(group, name)
                return self._titled(file.title if file else None, value, name)
            case GoalId(plan, goal, written):
                named = self.plans.part(plan, "goals", goal)
                return self._titled(named.title if isinstance(named, Goal) else None, value, written)
            case Goal(title=text) | Action(do=text) | Resource(name=text) | ValueStatement(name=text):
                return self.quoted(text, value)
            case Update(date=day):
                return self.plain(self.formats.date(day).text, value)
            case TableReading(day=on):
                return self.plain(self.formats.day(on).text, value)
            case OwnValue():
                return self._own(value)
            case str() if field in _QUOTED:
                return self.quoted(value)
            case _:
                return self.plain(self._written(value, field))

    def _all_of(self, names: Sequence[Sentence]) -> Sentence:
        """Those who answer together: `Ada and Ben`."""
        pieces: list[Piece] = []
        for before, one in zip(self.language.before_each(len(names)), names, strict=True):
            pieces += (before, *one.pieces) if before else one.pieces
        return Sentence(tuple(pieces))

    def _titled(self, title: str | None, about: FileId | GoalId, name: str) -> Sentence:
        """A title, or what the plan calls something that isn't there."""
        if title is not None:
            return self.quoted(title, about)
        return Sentence() if self._is_published else self.plain(name)

    def _written(self, value: Single, field: str) -> str:  # noqa: C901, PLR0911 - a line each
        """A word, a date, a number or an amount, as the site's language writes it."""
        match value:
            case Settled(day=day):
                return self._written(day, "met")
            case Date():
                return self.formats.date(value).text
            case "yes" if field in {"met", "dropped"}:
                return self.language.gettext("on a day that nobody wrote down")
            case Number(number, unit):
                return self.formats.number(number, unit)
            case Step(day, aim):
                values = {"day": self._written(day, field), "number": self._written(aim, field)}
                return self.language.gettext("%(day)s: %(number)s", **values)
            case Amount():
                return self.formats.cost(value)
            case OwnStatus(word):
                return word
            case Status():
                return self.words.status(value)
            case Health():
                return self.words.health(value)
            case Cadence():
                return self.words.cadence(value)
            case Keep():
                return self.language.gettext(_KEEP[value])
            case _:
                return self.noun(str(value)) if field == "type" and value in TYPES else str(value)

    def _own(self, own: OwnValue) -> Sentence:
        """The value of a field of the organisation's own."""
        match own.read:
            case Decimal() as number:
                return self.plain(self.formats.number(number))
            case Date() as day:
                return self.value(day)
            case str() as handle if own.type == "person":
                return self.value(Handle(handle))
            case _:
                return self.quoted(own.text) if own.type == "text" else self.plain(own.text)

    def _counted(self, count: WordCount) -> Sentence:
        """How many words came to a section and how many went."""
        parts = []
        if count.added:
            parts.append(self.say_many("%(num)d word added", "%(num)d words added", count.added))
        if count.removed:
            parts.append(self.say_many("%(num)d word removed", "%(num)d words removed", count.removed))
        if not count.heading:
            return joined(parts)
        return self.say("%(section)s: %(words)s", section=self.quoted(count.heading), words=joined(parts))
