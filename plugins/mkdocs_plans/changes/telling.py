"""A change → what a reader is told of it: the one place that words changes.

In the site's language and the organisation's words, with the names of people and the titles of plans and
goals. Each format escapes what this gives, and words nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.changes.change import Change, Kind, Number, Settled, Step, Value
from mkdocs_plans.changes.differences import number_of, value_of
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.sentence import EMPTY, Sentence, Theirs, joined
from mkdocs_plans.changes.voice import Voice
from mkdocs_plans.model import Action, Amount, Goal, LevelPlan, Person, PlanFile, Resource, Tactic, Update
from mkdocs_plans.model.own_fields import OwnValue, Table, row_text
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language, to_translate
from mkdocs_plans.wording.words import Words

Fact = PlanFile | Person | Goal | Action | Resource
"""What is told with some of its facts where it came or went."""

_FACTS: dict[type[Fact], tuple[str, ...]] = {
    Person: ("name", "role", "team"),
    Tactic: ("strategy",),
    LevelPlan: ("dri", "status", "start", "end", "when"),
    Goal: ("baseline", "target", "keep", "due", "when"),
    Action: ("dri", "done", "dropped", "due", "when"),
    Resource: ("cost",),
}
"""Which these are."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of one change. `line` is all of it; pages that have a heading for the `part` (with its
    `noun`) and a term for the `label` show `text` beside them. `before`, `now` and `note` are its pieces.
    """

    change: Change
    label: str
    text: Sentence
    line: Sentence
    before: Sentence = EMPTY
    now: Sentence = EMPTY
    note: Sentence = EMPTY
    noun: str = ""
    part: Theirs | None = None
    facts: tuple[tuple[str, Sentence], ...] = ()
    """Of a plan that came or went as a whole: what a reviewer asks for first."""

    @property
    def has_text(self) -> bool:
        """Whether there is anything to show: what leads to what isn't published shows nothing."""
        return bool(self.before or self.now or self.note)


class Teller(Voice):
    """Words the changes from one state of a plan to another."""

    @classmethod
    def of(cls, plans: PlanPair, site: Site) -> Teller:
        """In the words of a site."""
        language = Language(site.language)
        labels = {str(name): label for name, label in site.settings.labels.items()}
        return cls(plans, Words(language, labels), Formats(language))

    def tell(self, change: Change, file: PlanFile | None = None) -> Wording:
        """Tell a change of a file, or of a person where there is no file."""
        whole = change.now or change.before
        if change.kind is Kind.UNREADABLE:
            line = self.say("can’t be read any more, so that its changes don’t show")
            if change.now:
                line = self.say("couldn’t be read before, so that there is nothing to compare it with")
            return Wording(change, "", line, line)
        if isinstance(whole, PlanFile | Person):
            return self._whole(change, whole)
        return self._field(change, file)

    # --- what came or went as a whole -------------------------------------------------------------

    def _whole(self, change: Change, thing: PlanFile | Person) -> Wording:
        facts = tuple((self.label(name), value) for name, value in self._facts(thing))
        text = self.say("New") if change.now else self.say("Taken out")
        terms = [self.say("%(field)s: %(change)s", field=name, change=value) for name, value in facts]
        counts = [(kind, len(getattr(thing, f"{kind}s", ()))) for kind in ("goal", "action")]
        terms += (self.plain(self.words.count(*counted)) for counted in counts if counted[1])
        line = self.say("%(change)s (%(facts)s)", change=text, facts=joined(terms)) if terms else text
        return Wording(change, "", text, line, facts=facts)

    def _facts(self, thing: Fact) -> Iterator[tuple[str, Sentence]]:
        """What a reviewer asks for first of what came or went, by field."""
        for kind, names in _FACTS.items():
            for name in names if isinstance(thing, kind) else ():
                if found := self.value(value_of(thing, name), name):
                    yield name, found

    def _part_facts(self, part: Value, file: PlanFile | None) -> Sentence:
        """What a part of a plan says that came or went as a whole."""
        if isinstance(part, Update):
            parts = [self.value(part.health), *self._readings(part, file), self.value(part.note, "note")]
            return joined(filter(None, parts), "; ")
        facts = self._facts(part) if isinstance(part, Goal | Action | Resource) else ()
        return joined(
            self.say("%(field)s %(value)s", field=self._small(name), value=value) for name, value in facts
        )

    def _readings(self, update: Update, file: PlanFile | None) -> Iterator[Sentence]:
        for goal, number in update.readings.items():
            value = self.value(number_of(file, goal, number))
            yield self.say("%(field)s: %(change)s", field=_measure(goal, file), change=value)

    def _small(self, name: str) -> str:
        return self.language.small(self.label(name))

    # --- what changed in a field ------------------------------------------------------------------

    def _field(self, change: Change, file: PlanFile | None) -> Wording:
        name = self._label(change, file)
        before, now = self._both(change)
        note = self._note(change)
        text = self._text(change, file, note)
        if change.part is None:
            line = self.say("%(field)s: %(change)s", field=name, change=text)
            return Wording(change, name, text, line, before, now, note)
        noun, part = self.label(change.top), self.value(change.part)
        is_own = change.name in {"readings", "extra"}
        line = self.say(
            "%(noun)s %(title)s, %(field)s: %(change)s",
            noun=noun, title=part, field=name if is_own else self.language.small(name), change=text,
        )  # fmt: skip
        return Wording(change, name, text, line, before, now, note, noun, part.theirs[0])

    def _label(self, change: Change, file: PlanFile | None) -> str:
        """The name of what changed, as readers know it."""
        if isinstance(own := change.now or change.before, OwnValue):
            return own.field.label
        if change.name == "parent" and isinstance(file, LevelPlan):
            return self.language.gettext("Follows from")
        if change.name == "readings":
            return _measure(change.field.split(".", 2)[2], file)
        if change.field.startswith("ignore."):
            return f"{self.label('ignore')}: {change.field.partition('.')[2]}"
        return self.label(change.name)

    def _both(self, change: Change) -> tuple[Sentence, Sentence]:
        """What there was and what there is; of a list, what left it and what came."""
        before, now = _entries(change)
        if change.kind is Kind.PROSE:
            return EMPTY, self.value(now, change.name)
        found = self.value(before, change.name).on("before"), self.value(now, change.name).on("now")
        if isinstance(before, Settled) and isinstance(now, Settled) and before.word != now.word:
            return self.say("%(field)s %(value)s", field=self._small(before.word), value=found[0]), found[1]
        if change.name in {"dri", "lead"}:
            phrase = to_translate("the plan’s own") if change.part else to_translate("nobody named")
            nobody = self.plain(self.language.gettext(phrase))
            return found[0] or nobody.on("before"), found[1] or nobody.on("now")
        return found

    def _text(self, change: Change, file: PlanFile | None, note: Sentence) -> Sentence:
        """What there was and what there is, as one sentence."""
        before, now = self._both(change)
        if change.kind is Kind.PROSE:
            return now
        if not before and not now:
            return note
        if isinstance(change.before, Settled) and change.now is None:
            text = self.say("%(before)s, open again", before=before)
        elif before and now and _is_list(change):
            came, gone = self.say("%(now)s, new", now=now), self.say("%(before)s, taken out", before=before)
            text = joined((gone, came), "; ")
        elif not before:
            text = self.say("%(now)s, new", now=now)
        elif not now:
            text = self.say("%(before)s, taken out", before=before)
        else:
            text = self.say("%(before)s → %(now)s", before=before, now=now)
        if facts := self._part_facts(change.now or change.before, file):
            text = self.say("%(change)s (%(facts)s)", change=text, facts=facts)
        return self.say("%(change)s, %(note)s", change=text, note=note) if note else text

    def _note(self, change: Change) -> Sentence:
        """What there is to say beside what there was and is."""
        notes = [*self._later(change), *self._more(change)]
        if change.promised is not None:
            notes.append(self.say("first promised for %(day)s", day=self.value(change.promised)))
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


def _measure(goal: str, file: PlanFile | None) -> str:
    """What a reader calls the number of a goal; its id where the file has no such goal."""
    found = file.goal(goal) if isinstance(file, LevelPlan) else None
    return (found.measure or found.title) if found else goal


def _entries(change: Change) -> tuple[Value, Value]:
    """What a change holds on each side; of lists and tables what only one side has."""
    sides = change.before, change.now
    if any(isinstance(side, OwnValue) and isinstance(side.read, tuple | Table) for side in sides):
        was, is_now = map(_rows, sides)
        return tuple(row for row in was if row not in is_now), tuple(row for row in is_now if row not in was)
    return (change.gone, change.came) if any(isinstance(side, tuple) for side in sides) else sides


def _rows(value: Value) -> Sequence[str]:
    if not isinstance(value, OwnValue):
        return ()
    if isinstance(value.read, Table):
        return [row_text(value.read, row) for row in value.read.rows]
    return value.read if isinstance(value.read, tuple) else [value.text]


def _is_list(change: Change) -> bool:
    """Whether what came and what went are told apart: steps on the way replace one another."""
    return any(
        (isinstance(side, tuple) and not any(isinstance(one, Step) for one in side))
        or (isinstance(side, OwnValue) and side.type == "list")
        for side in (change.before, change.now)
    )
