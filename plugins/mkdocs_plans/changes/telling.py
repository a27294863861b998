"""A change → what a reader is told of it: the one place that words changes.

In the site's language and the organisation's words, with the names of people and the titles of plans and
goals. Each format escapes what this gives, and words nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_plans.changes.changes import (
    Change,
    FileId,
    GoalId,
    Handle,
    Kind,
    Number,
    Part,
    Settled,
    Single,
    Step,
    Value,
    WordCount,
)
from mkdocs_plans.changes.labels import label
from mkdocs_plans.changes.sentence import EMPTY, Sentence, Theirs, joined
from mkdocs_plans.changes.states import States
from mkdocs_plans.changes.values import is_list, list_entries, list_facts, name_measure
from mkdocs_plans.changes.voice import Voice
from mkdocs_plans.model import (
    TYPES,
    Action,
    Amount,
    Cadence,
    Date,
    Goal,
    Health,
    Keep,
    LevelPlan,
    Person,
    PlanFile,
    Resource,
    Status,
    Tactic,
    Update,
    ValueStatement,
)
from mkdocs_plans.model.own_fields import OwnValue
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language, to_translate
from mkdocs_plans.wording.words import Words

_QUOTED = frozenset({
    "statement", "outcome", "note", "title", "do", "summary", "measure", "when",
})  # fmt: skip
"""The fields that hold texts: in quotes, where nothing else shows where they begin and end."""

MANY_SECTIONS = 3
"""How many sections a line names; where more changed, the others are counted. Our convention."""

_KEEP = {Keep.AT_LEAST: to_translate("at least"), Keep.AT_MOST: to_translate("at most")}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one change. `line` is all of it; pages that have a heading for the `part` (with its
    `noun`) and a term for the `label` show `said` beside them. `before`, `now` and `note` are its pieces.
    """

    change: Change
    label: str
    said: Sentence
    line: Sentence
    before: Sentence = EMPTY
    now: Sentence = EMPTY
    note: Sentence = EMPTY
    noun: str = ""
    part: Theirs | None = None
    facts: tuple[tuple[str, Sentence], ...] = ()
    """Of a plan that came or went as a whole: what a reviewer asks for first."""

    @property
    def is_told(self) -> bool:
        """Whether there is anything to show: what leads to what isn't published shows nothing."""
        return bool(self.before or self.now or self.note)


class Teller(Voice):
    """Words the changes from one state of a plan to another. Where the site has published both, what it
    names and doesn't have is passed over (`is_published`): it may be a draft.
    """

    def __init__(self, states: States, words: Words, formats: Formats, *, is_published: bool = False) -> None:
        super().__init__(words, formats)
        self.states = states
        self._is_published = is_published

    @classmethod
    def of(cls, states: States, site: Site) -> Teller:
        """In the words of a site."""
        language = Language(site.language)
        labels = {str(name): label for name, label in site.settings.labels.items()}
        return cls(states, Words(language, labels), Formats(language))

    # --- changes ----------------------------------------------------------------------------------

    def tell(self, change: Change, file: PlanFile | None = None) -> Told:
        """Tell a change of a file, or of a person where there is no file."""
        whole = self._whole(change)
        if whole is not None:
            return whole
        name = self._label(change, file)
        before, now = self._both(change)
        note = self._note(change)
        said = self._said(change, file, note)
        if change.part is None:
            line = self.say("%(field)s: %(change)s", field=name, change=said)
            return Told(change, name, said, line, before, now, note)
        noun = label(self.words, self.language, change.field.partition(".")[0])
        part = self._part(change.part)
        is_own = change.name in {"readings", "extra"}
        line = self.say(
            "%(noun)s %(title)s, %(field)s: %(change)s",
            noun=noun, title=part, field=name if is_own else self.language.small(name), change=said,
        )  # fmt: skip
        return Told(change, name, said, line, before, now, note, noun, part.theirs[0])

    def _label(self, change: Change, file: PlanFile | None) -> str:
        """The name of what changed, as readers know it."""
        if isinstance(own := change.now or change.before, OwnValue):
            return own.field.label
        if change.name == "parent" and isinstance(file, LevelPlan):
            return self.language.gettext("Follows from")
        if change.name == "readings" and isinstance(file, LevelPlan):
            goal = change.field.split(".", 2)[2]
            return name_measure(file.goal(goal)) or goal
        if change.field.startswith("ignore."):
            return f"{label(self.words, self.language, 'ignore')}: {change.field.partition('.')[2]}"
        return label(self.words, self.language, change.name)

    def _both(self, change: Change) -> tuple[Sentence, Sentence]:
        """What there was and what there is; of a list, what left it and what came."""
        before, now = list_entries(change)
        if change.kind is Kind.PROSE:
            return EMPTY, self._value(now, change.name)
        found = self._value(before, change.name).on("before"), self._value(now, change.name).on("now")
        if isinstance(before, Settled) and isinstance(now, Settled) and before.word != now.word:
            return self.say("%(field)s %(value)s", field=self._small(before.word), value=found[0]), found[1]
        if change.name in {"dri", "lead"}:
            phrase = to_translate("the plan’s own") if change.part else to_translate("nobody named")
            nobody = self.plain(self.language.gettext(phrase))
            return found[0] or nobody.on("before"), found[1] or nobody.on("now")
        return found

    def _said(self, change: Change, file: PlanFile | None, note: Sentence) -> Sentence:
        """What there was and what there is, as one sentence."""
        before, now = self._both(change)
        if change.kind is Kind.PROSE:
            return now
        if not before and not now:
            return note
        if isinstance(change.before, Settled) and change.now is None:
            said = self.say("%(before)s, open again", before=before)
        elif before and now and is_list(change):
            came, gone = self.say("%(now)s, new", now=now), self.say("%(before)s, taken out", before=before)
            said = joined((gone, came), "; ")
        elif not before:
            said = self.say("%(now)s, new", now=now)
        elif not now:
            said = self.say("%(before)s, taken out", before=before)
        else:
            said = self.say("%(before)s → %(now)s", before=before, now=now)
        if facts := self._promise(change.now or change.before, file):
            said = self.say("%(change)s (%(facts)s)", change=said, facts=facts)
        return self.say("%(change)s, %(note)s", change=said, note=note) if note else said

    def _note(self, change: Change) -> Sentence:
        """What there is to say beside what there was and is."""
        notes = [*self._later(change), *self._more(change)]
        if change.promised is not None:
            notes.append(self.say("first promised for %(day)s", day=self._value(change.promised, "")))
        if change.name == "email":
            notes.append(self.say("another one"))
        return joined(notes, "; ")

    def _later(self, change: Change) -> list[Sentence]:
        days = change.days
        if not days:
            return []
        if days > 0:
            return [self.say_many("%(num)d day later", "%(num)d days later", days)]
        return [self.say_many("%(num)d day earlier", "%(num)d days earlier", -days)]

    def _more(self, change: Change) -> list[Sentence]:
        """By which way a number moved, or by how much an amount in one currency."""
        was, is_now = change.before, change.now
        if isinstance(was, Number) and isinstance(is_now, Number) and was.unit == is_now.unit:
            return [self.say("higher") if is_now.value > was.value else self.say("lower")]
        if not (isinstance(was, Amount) and isinstance(is_now, Amount) and was.currency == is_now.currency):
            return []
        more = is_now.value - was.value
        by = self.formats.money(abs(more), was.currency)
        return [
            self.say("%(amount)s more", amount=by) if more > 0 else self.say("%(amount)s less", amount=by)
        ]

    # --- values -----------------------------------------------------------------------------------

    def _value(self, value: Value, field: str) -> Sentence:  # noqa: C901, PLR0911 - a line each
        """A value as readers know it; nothing where there is none, or none that the site has."""
        match value:
            case None:
                return Sentence()
            case tuple() if counts := [one for one in value if isinstance(one, WordCount)]:
                return self.titles(map(self._words, counts), MANY_SECTIONS)
            case tuple():
                return joined(found for one in value if (found := self._value(one, field)))
            case Handle(name):
                return self.plain(self.name(name), value)
            case FileId() | GoalId():
                return self._named(value)
            case Goal() | Action() | Resource() | Update() | ValueStatement():
                return self._part(value)
            case WordCount():
                return self._words(value)
            case Step(day, number):
                values = {"day": self._written(day, field), "number": self._written(number, field)}
                return self.plain(self.language.gettext("%(day)s: %(number)s", **values))
            case OwnValue():
                return self._own(value)
            case str() if field in _QUOTED:
                return self.quoted(value)
            case _:
                return self.plain(self._written(value, field))

    def _written(self, value: Single, field: str) -> str:  # noqa: PLR0911 - a line each
        """A word, a date, a number or an amount, as the site's language writes it."""
        match value:
            case Date():
                return self.formats.date(value).text
            case Settled(day=day):
                return self.formats.date(day).text
            case Number(number, unit):
                return self.formats.number(number, unit)
            case Amount():
                return self.formats.cost(value)
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
                return self._value(day, "")
            case str() as handle if own.type == "person":
                return self._value(Handle(handle), "")
            case _:
                return self.quoted(own.text) if own.type == "text" else self.plain(own.text)

    def _named(self, about: FileId | GoalId) -> Sentence:
        """The title of a plan, theme, team or goal; its id where nothing has it."""
        title: str | None = None
        if isinstance(about, GoalId):
            name = about.written
            if goal := self.states.goal_called(about.plan, about.goal):
                title = goal.goal.title
        else:
            name = about.name
            if file := self.states.file(about.group, about.name):
                title = file.title
        if title is None:
            return Sentence() if self._is_published else self.plain(name)
        return self.quoted(title, about)

    def name(self, handle: str) -> str:
        """What a reader calls a person."""
        person = self.states.person(handle)
        return person.shown_name if person else handle

    def _part(self, part: Part) -> Sentence:
        """What a reader calls a part of a plan: an update by its day, the others by their titles."""
        match part:
            case Update():
                return self.plain(self.formats.date(part.date).text, part)
            case Goal():
                return self.quoted(part.title, part)
            case Action():
                return self.quoted(part.do, part)
            case Resource() | ValueStatement():
                return self.quoted(part.name, part)

    def _words(self, count: WordCount) -> Sentence:
        """How many words came to a section and how many went."""
        parts = []
        if count.added:
            parts.append(self.say_many("%(num)d word added", "%(num)d words added", count.added))
        if count.removed:
            parts.append(self.say_many("%(num)d word removed", "%(num)d words removed", count.removed))
        words = joined(parts)
        if not count.heading:
            return words
        return self.say("%(section)s: %(words)s", section=self.quoted(count.heading), words=words)

    # --- what came or went as a whole -------------------------------------------------------------

    def _promise(self, value: Value, file: PlanFile | None) -> Sentence:
        """What a part of a plan says that came or went as a whole."""
        parts: list[tuple[str, Value]] = []
        match value:
            case Goal(unit=unit):
                for name, number in (("baseline", value.baseline), ("target", value.target)):
                    parts.append((name, None if number is None else Number(number, unit)))
                parts += [("keep", value.keep), ("due", value.due), ("when", value.when)]
            case Action():
                parts += [("dri", Handle(value.dri) if value.dri else None), ("done", value.done)]
                parts += [("dropped", value.dropped), ("due", value.due), ("when", value.when)]
            case Resource():
                parts += [("cost", value.cost)]
            case Update():
                return self._reported(value, file)
        return joined(
            self.say("%(field)s %(value)s", field=self._small(name), value=found)
            for name, value in parts
            if (found := self._value(value, name))
        )

    def _small(self, name: str) -> str:
        return self.language.small(label(self.words, self.language, name))

    def _reported(self, update: Update, file: PlanFile | None) -> Sentence:
        """What an update says: its health, its readings and its note."""
        parts = [self._value(update.health, "health"), *self._readings(update, file)]
        parts.append(self._value(update.note, "note"))
        return joined(filter(None, parts), "; ")

    def _readings(self, update: Update, file: PlanFile | None) -> Iterator[Sentence]:
        for name, number in update.readings.items():
            goal = file.goal(name) if isinstance(file, LevelPlan) else None
            value = self._value(Number(number, goal.unit if goal else None), "")
            yield self.say("%(field)s %(value)s", field=name_measure(goal) or name, value=value)

    def _whole(self, change: Change) -> Told | None:
        """Tell of a plan or a person that came, went or couldn't be read; None for another change."""
        thing = change.now or change.before
        if change.kind is Kind.UNREADABLE:
            line = self.say("can’t be read any more, so its changes aren’t shown")
            if change.now:
                line = self.say("couldn’t be read before, so there is nothing to compare it with")
            return Told(change, "", line, line)
        if not isinstance(thing, PlanFile | Person):
            return None
        facts = tuple(
            (label(self.words, self.language, name), found)
            for name, value in list_facts(thing)
            if (found := self._value(value, name))
        )
        said = self.say("New") if change.now else self.say("Taken out")
        terms = [self.say("%(field)s: %(change)s", field=name, change=value) for name, value in facts]
        listed = joined([*terms, *self._counts(thing)])
        line = self.say("%(change)s (%(facts)s)", change=said, facts=listed) if listed else said
        return Told(change, "", said, line, facts=facts)

    def _counts(self, thing: PlanFile | Person) -> list[Sentence]:
        goals = len(thing.goals) if isinstance(thing, LevelPlan) else 0
        actions = len(thing.actions) if isinstance(thing, Tactic) else 0
        counted = (("goal", goals), ("action", actions))
        return [self.plain(self.words.count(kind, number)) for kind, number in counted if number]
