"""What a form asks for the organisation's own fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_plans.codehost.forms.body import FormAnswers
from mkdocs_plans.codehost.forms.form import Choice, Field, make_choices
from mkdocs_plans.model import slug
from mkdocs_plans.model.own_fields import OwnField
from mkdocs_plans.standing import has_left
from mkdocs_plans.wording.language import to_translate
from mkdocs_plans.wording.phrases import Phrases

_IN_WORDS = to_translate("In a few words.")
_ABOUT = {
    "number": to_translate("A number."),
    "date": to_translate("A day, a month or a quarter: 2026-03-31, 2026-03, 2026-Q1."),
    "link": to_translate("An address that begins with https://."),
    "list": to_translate("One or several, with commas between them."),
}


def own_questions(said: Phrases, kind: str, asked: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    """Give a question for each own field of a kind of thing, by its key. A table is no answer of a form; a
    label that is a heading of the form already is followed by the key.
    """
    headings = {one.label for one in asked}
    for key, one in said.plan.own_fields.of(kind).items():
        if one.type == "table":
            continue
        label = " ".join(one.label.split())
        label = f"{label} ({key})" if label in headings else label
        headings.add(label)
        choices = _choices(said, one)
        phrase = to_translate("One.") if choices else _ABOUT.get(str(one.type), _IN_WORDS)
        yield key, Field(label, said.language.gettext(phrase), "choice" if choices else "line", choices)


def _choices(said: Phrases, one: OwnField) -> tuple[Choice, ...]:
    """What can be chosen: the allowed words, by a name made of each, or the people who are there."""
    if one.type == "person":
        people = (person for person in said.plan.people.values() if not has_left(person, said.today))
        return make_choices((person.handle, person.shown_name) for person in people)
    return make_choices((slug(choice, said.site.language), choice) for choice in one.choices)


def own_answers(said: Phrases, questions: Mapping[str, Field], answers: FormAnswers) -> dict[str, str]:
    """What was answered, by the keys of the fields."""
    given = {key: answers[field.label][0] for key, field in questions.items() if answers[field.label]}
    return {key: _meant(said, key, answer) for key, answer in given.items()}


def _meant(said: Phrases, key: str, answer: str) -> str:
    choices = said.plan.own_fields.by_key[key].choices
    return next((one for one in choices if slug(one, said.site.language) == answer), answer)
