"""A change → what a reader is told of it: the one place that words changes.

In the site's language and the organisation's words, with the names of people and the titles of plans and
goals. Each format escapes what this gives, and words nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.changes.change import Change, Kind, Number, Settled, Step, Value
from mkdocs_plans.changes.differences import number_of, value_of
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.sentence import EMPTY, Sentence, Theirs, joined
from mkdocs_plans.changes.tables import ChangedRow, changed_rows
from mkdocs_plans.changes.voice import Voice
from mkdocs_plans.model import Action, Amount, Goal, LevelPlan, Person, PlanFile, Resource, Tactic, Update
from mkdocs_plans.model.own_fields import OwnValue
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
    Action: ("dri", "done", "dropped", "start", "due", "when"),
    Resource: ("cost",),
}
"""Which these are."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of one change. `line` is all of it; pages that have a heading for the `part` (with its
    `noun`) and a term for the `label` show `text` beside them. `before` and `note` are its pieces.
    """

    change: Change
    label: str
    text: Sentence
    line: Sentence
    before: Sentence = EMPTY
    note: Sentence = EMPTY
    noun: str = ""
    part: Theirs | None = None
    facts: tuple[tuple[str, Sentence], ...] = ()
    """Of a plan that came or went as a whole: what a reviewer asks for first."""


class Teller(Voice):
    """Words the changes from one state of a plan to another."""

    @classmethod
    def of(cls, plans: PlanPair, site: Site) -> Teller:
        """In the words of a site."""
        language = Language(site.language)
        return cls(plans, Words(language, site.settings.labels), Formats(language), site.settings.grades)

    def tell(self, change: Change, file: PlanFile | None = None) -> Wording:
        """Tell a change of a file, or of a person where there is no file."""
        whole = change.now or change.before
        if change.kind is Kind.UNREADABLE:
            line = self.say("can’t be read any more, so its changes aren’t shown")
            if change.now:
                line = self.say("couldn’t be read before, so there is nothing to compare it with")
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
            return joined(filter(None, parts), self.semicolon)
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
        text = self._text(change, before, now)
        if facts := self._part_facts(change.now or change.before, file):
            text = self.say("%(change)s (%(facts)s)", change=text, facts=facts)
        if note:
            text = self.say("%(change)s, %(note)s", change=text, note=note) if text else note
        if change.part is None:
            line = self.say("%(field)s: %(change)s", field=name, change=text)
            return Wording(change, name, text, line, before, note)
        noun, part = self.label(change.top), self.value(change.part)
        is_own = change.name in {"readings", "extra"}
        line = self.say(
            "%(noun)s %(title)s, %(field)s: %(change)s",
            noun=noun, title=part, field=name if is_own else self.language.small(name), change=text,
        )  # fmt: skip
        return Wording(change, name, text, line, before, note, noun, part.theirs[0])

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
        before, now = change.sides
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

    def _text(self, change: Change, before: Sentence, now: Sentence) -> Sentence:
        """What there was and what there is, as one sentence."""
        if change.kind is Kind.PROSE or not (before or now):
            return now
        gone, came = self.say("%(before)s, taken out", before=before), self.say("%(now)s, new", now=now)
        if isinstance(change.before, Settled) and change.now is None:
            return self.say("%(before)s, open again", before=before)
        if before and now and (rows := tuple(changed_rows(change.before, change.now))):
            return joined(map(self._row, rows), self.semicolon)
        if before and now and _is_list(change):
            return joined((gone, came), self.semicolon)
        if before and now:
            return self.say("%(before)s → %(now)s", before=before, now=now)
        return gone if before else came

    def _row(self, row: ChangedRow) -> Sentence:
        """A row of a table that came, went or changed, or one cell of it."""
        before, now = self.plain(row.before).on("before"), self.plain(row.now).on("now")
        if not (row.before and row.now):
            if row.now:
                return self.say("%(now)s, new", now=now)
            return self.say("%(before)s, taken out", before=before)
        text = self.say("%(before)s → %(now)s", before=before, now=now)
        return self.say("%(field)s: %(change)s", field=self.plain(row.name), change=text)

    def _note(self, change: Change) -> Sentence:
        """What there is to say beside what there was and is."""
        notes = []
        if days := change.days:
            later = self.say_many("%(num)d day later", "%(num)d days later", days)
            earlier = self.say_many("%(num)d day earlier", "%(num)d days earlier", -days)
            notes.append(later if days > 0 else earlier)
        was, is_now = change.before, change.now
        if isinstance(was, Number) and isinstance(is_now, Number) and was.unit == is_now.unit:
            notes.append(self.say("higher") if is_now.value > was.value else self.say("lower"))
        if isinstance(was, Amount) and isinstance(is_now, Amount) and was.currency == is_now.currency:
            more = is_now.value - was.value
            phrase = to_translate("%(amount)s more") if more > 0 else to_translate("%(amount)s less")
            notes.append(self.say(phrase, amount=self.formats.money(abs(more), was.currency)))
        if change.promised is not None:
            notes.append(self.say("first promised for %(day)s", day=self.value(change.promised)))
        if change.name == "email":
            notes.append(self.say("another one"))
        return joined(notes, self.semicolon)


def _measure(goal: str, file: PlanFile | None) -> str:
    """What a reader calls the number of a goal; its id where the file has no such goal."""
    found = file.goal(goal) if isinstance(file, LevelPlan) else None
    return (found.measure or found.title) if found else goal


def _is_list(change: Change) -> bool:
    """Whether what came and what went are told apart: steps on the way replace one another."""
    return change.name != "dri" and any(
        (isinstance(side, tuple) and not any(isinstance(one, Step) for one in side))
        or (isinstance(side, OwnValue) and side.type in {"list", "table"})
        for side in (change.before, change.now)
    )
