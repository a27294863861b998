"""What came in, held to what a plan file may say: a value that the check would refuse is taken out of its
field and kept in the text, with the check's own reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_plans.findings import Finding, Route, Severity, Steps
from mkdocs_plans.imports.body_text import as_markdown, as_text
from mkdocs_plans.imports.incoming import Fields, IncomingFile, Lost
from mkdocs_plans.imports.writing import file_text
from mkdocs_plans.load import context_of, type_words
from mkdocs_plans.load.own_fields import own_fields
from mkdocs_plans.load.plan_file import prepared
from mkdocs_plans.model import FOREIGN_KEYS, TYPES, Entity, FreeSlugs, Person, make
from mkdocs_plans.model.parts import goals_with_ids
from mkdocs_plans.reading_rules.keys_and_values import UNKNOWN_FIELD
from mkdocs_plans.settings import Site
from mkdocs_plans.source import read_document
from mkdocs_plans.yaml import Written

_ROUNDS = 50
"""How often a file is looked at again: what is left out may bring up what it hid."""


class Sifting:
    """Sifts the files of an import."""

    def __init__(self, site: Site, heading: str) -> None:
        self.lost: list[Lost] = []
        self._site = site
        self._heading = heading
        self._context = context_of(site)
        self._own = own_fields(site.settings, self._context)
        self._words = type_words(site.settings)

    def files(self, files: Iterable[IncomingFile]) -> list[IncomingFile]:
        """The files without what the check would refuse of each, which stands in their text."""
        return [self._file(one) for one in files]

    def people(self, people: Mapping[str, Mapping[str, Written]]) -> dict[str, Mapping[str, Written]]:
        """The people likewise; they have no text, and what is refused is left out."""
        kept: dict[str, Mapping[str, Written]] = {}
        for handle, fields in people.items():
            values: dict[str, Any] = {**fields, "handle": handle}
            found = make(Person, values, "", context=self._context).findings
            wrong = {str(one.at.steps[0]): one for one in found if isinstance(one.at, Route) and one.at.steps}
            for key, one in wrong.items():
                self.lost.append(Lost(handle, key, str(fields.get(key, "")), one.message, is_held_back=True))
            kept[handle] = {key: value for key, value in fields.items() if key not in wrong}
        return kept

    def _file(self, one: IncomingFile) -> IncomingFile:
        fields: dict[str, Written] = dict(one.fields)
        refused: list[tuple[str, str]] = []
        places = {key: [*rows] for key, rows in one.places.items()}
        for _ in range(_ROUNDS):
            found = _apart(self._refused(one, fields))
            if not found:
                break
            told: list[Lost] = []
            for steps, why in reversed(found.items()):  # the last first: it leaves the others in their places
                fields, value = _without(fields, steps)
                kept = f"in the text, under {self._heading}"
                told.append(Lost(_place(places, steps, one), _name_of(steps), as_text(value), why, kept))
            self.lost += reversed(told)
            refused += [(lost.name, lost.value) for lost in reversed(told)]
        goals = fields.get("goals")
        if one.body is None and isinstance(goals, list):  # else it is a whole file, which stays as it is
            named = [goal for goal in goals if isinstance(goal, Mapping)]
            fields["goals"] = _told_apart(named, self._site.language)
        if not refused:
            return replace(one, fields=fields)
        lines = "\n".join(f"- {name}: {as_markdown(text)}" for name, text in refused)
        text = "\n\n".join(filter(None, [one.sections.get(self._heading), lines]))
        return replace(one, fields=fields, sections={**one.sections, self._heading: text})

    def _refused(self, one: IncomingFile, fields: Mapping[str, Written]) -> Iterator[tuple[Steps, str]]:
        path = one.path or f"{one.id}.md"
        titled = {"title": one.id, **fields}
        document = read_document(path, file_text(replace(one, sections={}, body=None), titled, ()).encode())
        findings: list[Finding] = list(document.findings)
        if document.values is not None:
            values, found, _ = prepared(document, one.type, self._site, self._words, self._own)
            kind: type[Entity] = TYPES[one.type]
            findings += [*found, *make(kind, values, path, context=self._context).findings]
        for finding in findings:
            steps = _present(fields, finding)
            is_unknown = finding.rule == UNKNOWN_FIELD.name
            if steps and (is_unknown or finding.severity is Severity.ERROR):
                yield steps, "this site has no such field" if is_unknown else finding.message
        for key in fields:
            is_ours = key in TYPES[one.type].model_fields or key in self._own.by_key
            if key in FOREIGN_KEYS and not is_ours:
                yield (key,), "other plugins read a field of this name"


def _told_apart(goals: Sequence[Fields], language: str) -> list[Written]:
    """The goals of a plan, with an id for each that would be called as one before it."""
    free = FreeSlugs()
    ids = [str(one["id"]) for one in goals_with_ids([dict(goal) for goal in goals], language)]
    taken = [free.take(id_) for id_ in ids]
    return [
        one if own == id_ else {**one, "id": own} for one, id_, own in zip(goals, ids, taken, strict=True)
    ]


def _apart(refused: Iterable[tuple[Steps, str]]) -> dict[Steps, str]:
    """What is refused, in its order, each once, and nothing within a thing that is refused as a whole."""
    found: dict[Steps, str] = {}
    for steps, why in sorted(refused, key=lambda one: [(isinstance(step, str), step) for step in one[0]]):
        if not any(steps[: len(other)] == other for other in found):
            found[steps] = why
    return found


def _place(places: Mapping[str, list[str]], steps: Steps, file: IncomingFile) -> str:
    """Where the source has a value; that of a part which is taken out as a whole is taken out too."""
    rows = places.get(str(steps[0]), [])
    at = steps[1] if len(steps) > 1 and isinstance(steps[1], int) else len(rows)
    if at >= len(rows):
        return file.place
    return rows.pop(at) if len(steps) == 2 else rows[at]


def _name_of(steps: Steps) -> str:
    """What a value is called in the report: `goals.1.due`."""
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in steps)


def _present(fields: Mapping[str, Written], finding: Finding) -> Steps:
    """The way to the value that a finding is about, or to the nearest thing around it that is there."""
    steps: Steps = ()
    value: Any = fields
    for step in finding.at.steps if isinstance(finding.at, Route) else ():
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        steps = (*steps, step)
    return steps


def _without(fields: Mapping[str, Written], steps: Steps) -> tuple[dict[str, Written], Written]:
    """The fields without what stands at some steps, and that."""
    copied, value = _taken(fields, steps)
    return copied, value


def _taken(holder: Any, steps: Steps) -> tuple[Any, Any]:
    step, rest = steps[0], steps[1:]
    if rest:
        inner, value = _taken(holder[step], rest)
        changed = {step: inner} if inner else {}
    else:
        changed, value = {}, holder[step]
    if isinstance(holder, Mapping):
        kept = {key: changed.get(key, item) for key, item in holder.items() if key != step or changed}
        return kept, value
    listed = [changed.get(at, item) for at, item in enumerate(holder) if at != step or changed]
    return listed, value
