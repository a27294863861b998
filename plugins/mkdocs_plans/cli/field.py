"""`plans field`: what a plan file may say, where one writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_plans.cli.paragraphs import wrapped
from mkdocs_plans.cli.site import config_option, site_of
from mkdocs_plans.errors import ConfigurationError, PlansError
from mkdocs_plans.load.own_fields import own_fields
from mkdocs_plans.load.own_words import own_statuses, own_words
from mkdocs_plans.load.type_words import foreign_type, type_words
from mkdocs_plans.model import foreign_field, own_word
from mkdocs_plans.settings import Settings
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.wording.field_reference import (
    OWN_SECTION,
    FieldEntry,
    FieldSection,
    field_sections,
    own_section,
)
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.terminal_text import printable
from mkdocs_plans.wording.words import Words

EXAMPLES: Mapping[str, str] = {
    "type": "type: tactic",
    "id": "id: answer-sooner",
    "title": "title: Answer sooner",
    "number": 'number: "2.1"',
    "summary": "summary: Whoever writes to us has an answer within a day.",
    "ignore": "ignore:\n  goal-without-tactic: The work begins next year.",
    "dri": "dri: ada",
    "lead": "lead: ada",
    "contributors": "contributors: [ben, cem]",
    "team": "team: support",
    "theme": "theme: people-we-serve",
    "parent": "parent: the-larger-one",
    "serves": "serves: the-larger-one#first-answer",
    "strategy": "strategy: answer-sooner",
    "advances": "advances: [first-answer]",
    "depends_on": "depends_on: [one-inbox]",
    "start": "start: 2026-01-15",
    "end": "end: 2026-12-31",
    "originally": "originally: 2026-09-30",
    "when": "when: ongoing",
    "goals": (
        "goals:\n  - title: Answer within a day\n    unit: hours\n    baseline: 52\n    target: 24\n"
        "    due: 2026-12-31"
    ),
    "actions": "actions:\n  - do: Agree on the answers\n    due: 2026-03-31",
    "updates": "updates:\n  - date: 2026-03-02\n    health: on-track\n    note: The answers are written.",
    "resources": "resources:\n  - name: A shared inbox\n    cost: € 600",
    "values": "values:\n  - name: Plain words\n    statement: We write as we speak.",
    "statement": "statement: Nobody who asks us for help waits for long.",
    "icon": "icon: material/school",
    "color": 'color: teal  # or "#1a6b5a"',
    "outcome": "outcome: Answers that are asked for often are written once.",
    "measure": "measure: Time to the first answer",
    "unit": "unit: hours",
    "targets": "targets:\n  2026-06-30: 40\n  2026-12-31: 24",
    "readings": "readings:\n  first-answer: 37",
    "do": "do: Agree on the answers",
    "note": "note: Two of us were ill.",
    "cost": "cost: € 2,500",
    "url": "url: https://example.org/inbox",
    "name": "name: Ada Ames",
    "role": "role: Head of support",
    "github": "github: ada-ames",
    "gitlab": "gitlab: ada-ames",
    "email": "email: ada@example.org",
}
"""A field as it is written, where its kind alone wouldn't tell."""

TYPE = "type: "

BY_KIND = {
    "date": "2026-12-31",
    "number": "24",
    "list of texts": "[one, another]",
    "link": "https://example.org/paper",
    "handle of the people file": "ada",
    "table": "\n  2026: 1.2 million\n  2027: 2 million",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The fields, in the words of a site."""

    sections: Sequence[FieldSection]
    words: Words
    settings: Settings

    def fields_named(self, name: str) -> list[tuple[FieldSection, FieldEntry]]:
        """Where a field of that name may stand."""
        return [(one, field) for one in self.sections for field in one.fields if field.name == name]

    def section_of(self, name: str) -> FieldSection | None:
        """The section of a type or a part, by our name for it."""
        return next((one for one in self.sections if one.id == f"fields-{name}"), None)

    def title(self, section: FieldSection) -> str:
        """What a section is about, in the site's words: `type: tactic (initiative)`."""
        name = section.title.removeprefix(TYPE)
        own = self.words.in_own(name)
        if name == section.title:
            return own
        return section.title if own == name else f"{section.title} ({own})"

    def place(self, section: FieldSection) -> str:
        """Where a field of a section stands: `in files of type: tactic (initiative)`, `of a goal`."""
        if section.id == OWN_SECTION:
            return "a field of your own"
        title = self.title(section)
        if title.startswith(TYPE):
            return f"in files of {title}"
        small = title[:1].lower() + title[1:]
        return small if small.startswith("in ") else f"of {small}"

    @property
    def names(self) -> dict[str, str]:
        """Our name of each field and section by whatever it may be called here."""
        fields = {field.name: field.name for one in self.sections for field in one.fields}
        labels = {own_word(field.label): field.name for field in self.sections[-1].fields if field.label}
        parts = {one.id.removeprefix("fields-"): one.id.removeprefix("fields-") for one in self.sections}
        return {**labels, **own_words(self.settings), **type_words(self.settings), **parts, **fields}


@click.command(short_help="Explain what a plan file may say.")
@config_option
@click.argument("name", required=False)
def field(*, config_file: Path | None, name: str | None) -> None:
    """Explain the field NAME: what it says, what is written, and where it may stand, with an example. NAME
    may also be a type of file or a part, such as tactic or goal, in your own words. With no NAME, list all
    fields.

    The fields stand in the front matter: the lines of the form `name: value` at the top of a file, between
    two lines `---`.

    \b
    Exit status: 0 explained, 2 there is no such field.

    \b
    Examples:
      plans field
      plans field dri
      plans field goal
    """  # noqa: D301 - click wants the character itself
    reference = _reference(config_file)
    lines = _list(reference) if name is None else _explain(reference, name)
    click.echo("\n".join(map(_plain, lines)))


def _plain(line: str) -> str:
    return line if "\x1b" in line else printable(line)


def _reference(config_file: Path | None) -> Reference:
    """In the words of the site, if this is in one: a field can be looked up anywhere."""
    try:
        site = site_of(config_file)
    except ConfigurationError:
        if config_file is not None:
            raise
        return Reference(field_sections(), Words(Language("en"), {}), Settings())
    own = own_section(own_fields(site.settings, {}))
    sections = (*field_sections(own_statuses(site.settings)), *([own] if own else []))
    return Reference(sections, Words(Language(site.language), site.settings.labels), site.settings)


def _list(reference: Reference) -> Iterator[str]:
    for section in reference.sections:
        yield from _section(reference, section)
        yield ""
    yield "`plans field NAME` explains one of them, with an example."


def _section(reference: Reference, section: FieldSection) -> Iterator[str]:
    yield click.style(reference.title(section), bold=True)
    width = max(len(one.name) for one in section.fields)
    for one in section.fields:
        start = f"  {one.name:{width}}  "
        first, *more = wrapped(_about(reference, one), " " * len(start))
        yield start + first.lstrip()
        yield from more


def _explain(reference: Reference, name: str) -> Iterator[str]:
    """Give the lines about a field or a section. PlansError where there is none of that name."""
    asked = name.rpartition(".")[2].strip(":").strip()
    known = reference.names
    meant = known.get(asked) or known.get(own_word(asked)) or foreign_type(asked)
    if meant is None:
        raise PlansError(_unknown(asked, known))
    if meant != asked:
        yield f"{asked} is `{meant}` in the files."
        yield ""
    places = reference.fields_named(meant)
    section = reference.section_of(meant)
    if section is not None:
        yield from _section(reference, section)
        yield from [""] * bool(places)
    for number, (place, entry) in enumerate(places):
        yield from [""] * bool(number)
        yield f"{click.style(entry.name, bold=True)}  {reference.place(place)}"
        yield from wrapped(_about(reference, entry), "  ")
        yield f"  {_kind(entry)}"
    if places:
        yield ""
        yield "For example:"
        yield from (f"  │ {line}" for line in example(places[0][1]).splitlines())


def _about(reference: Reference, entry: FieldEntry) -> str:
    """What a field is for, behind the label of one of the organisation's own."""
    about = reference.words.in_own(entry.description or "")
    return f"{entry.label}. {about}" if entry.label else about


def _kind(entry: FieldEntry) -> str:
    """What is written, and whether it must be."""
    words = f"one of: {', '.join(entry.words)}" if entry.words else ""
    part = f"list: see `plans field {entry.part.removeprefix('fields-')}`" if entry.part else ""
    kind = words or part or entry.value or "text"
    default = f"; {entry.default} where nothing is said" if entry.default else ""
    return f"{kind}{default}" + "; required" * entry.is_required


def example(entry: FieldEntry) -> str:
    """A field as it is written."""
    if entry.name in EXAMPLES:
        return EXAMPLES[entry.name]
    value = entry.words[0] if entry.words else BY_KIND.get(entry.value, "words of your own")
    return f"{entry.name}: {value}".replace(": \n", ":\n")


def _unknown(name: str, known: Mapping[str, str]) -> str:
    ours = foreign_field(name, [*known.values()])
    hint = (
        f"ours is `{ours}`, see `plans field {ours}`"
        if ours
        else did_you_mean(name, known) or "see `plans field`"
    )
    return f'there is no field "{name}": {hint}'
