"""A folder or a git revision → the resolved plan, its documents, and what reading met.

One mistake is one finding: what a file that couldn't be read would have held is noted as incomplete,
so that no link to it is reported as well.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs_plans import yaml_text
from mkdocs_plans.findings import (
    Finding,
    Located,
    Related,
    Route,
    Severity,
    Span,
    did_you_mean,
    misspelt,
)
from mkdocs_plans.model import (
    FOREIGN_KEYS,
    ID,
    TYPES,
    VIEWS,
    LevelPlan,
    Person,
    PlanFile,
    Team,
    Theme,
    ViewArguments,
    field_names,
    make,
    slug,
    unknown_key,
)
from mkdocs_plans.plan import ANYONE, Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import (
    Document,
    Exclusions,
    File,
    Folder,
    Source,
    ViewComment,
    read_document,
    read_yaml_document,
)

_TYPE_LINE = re.compile(r"""^\s*["']?(\w+)["']?\s*:\s*["']?(\w+)""", re.MULTILINE)
_ID_LINE = re.compile(r"""^id\s*:\s*["']?([\w-]+)""", re.MULTILINE)

TEXTS = frozenset(
    {"title", "summary", "statement", "note", "outcome", "do", "when", "measure", "name", "unit"}
)
"""Fields in which a `#` is more likely a part of the text than the start of a comment."""


@dataclass(frozen=True)
class Loaded:
    """What was read: the plan, every document by path that is a plan file, places a view or has a
    finding, and the findings of reading. `prefix` leads from the site's root to `docs_dir`.
    """

    plan: Plan
    documents: Mapping[str, Document] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    prefix: str = ""

    def locate(self, findings: Iterable[Finding]) -> list[Located]:
        """Look up the place of each finding: line, columns, and the line's text."""
        return [self._locate(finding) for finding in findings]

    def _locate(self, finding: Finding) -> Located:
        span, line = self._place(finding.path, finding.at)
        related = tuple(
            (other.note, other.path, self._place(other.path, other.at)[0].line) for other in finding.related
        )
        return Located(finding, span, line, related)

    def _place(self, path: str, at: Route | Span) -> tuple[Span, str]:
        document = self.documents.get(path)
        if document is None:
            return (at if isinstance(at, Span) else Span()), ""
        span = document.locate(at)
        return span, document.line(span.line)

    def shown_path(self, path: str) -> str:
        """A file's path relative to the site's root, as findings name it."""
        return posixpath.normpath(posixpath.join(self.prefix, path))


def folder_of(site: Site, *, drafts: bool = True) -> Folder:
    """The plan's folder on disk; without what the site excludes, and without its draft pages if so
    asked.
    """
    patterns = site.excluded if drafts else (*site.excluded, *site.drafts)
    return Folder(site.docs_dir, Exclusions(patterns))


def load(source: Source, site: Site) -> Loaded:
    """Read and resolve a plan. Never raises for what stands in a file."""
    reading = _Reading(site)
    for file in source.files():
        reading.add(file)
    people = reading.people(source.read(site.settings.people))
    unread = frozenset(reading.incomplete), frozenset(reading.mentioned)
    plan = Plan(tuple(reading.entities.values()), people, *unread)
    prefix = Path(os.path.relpath(site.docs_dir, site.root)).as_posix()
    findings = (*site.findings, *reading.findings)
    return Loaded(plan, reading.documents, findings, prefix)


class _Reading:
    """What has been read so far."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.context = {"fiscal_year_start": site.settings.fiscal_year_start}
        self.documents: dict[str, Document] = {}
        self.findings: list[Finding] = []
        self.entities: dict[tuple[str, str], PlanFile] = {}
        self.incomplete: set[str] = set()
        self.mentioned: set[str] = set()

    def add(self, file: File) -> None:
        """Read one file, and keep its entity if it is a plan file."""
        if file.finding is not None:
            self.findings.append(file.finding)
            self.incomplete.add(default_id(file.path))
            return
        document = read_document(file.path, file.data)
        kind = _kind(document)
        unreadable = any(f.rule == "unreadable-file" for f in document.findings)
        if kind is None and not unreadable:
            found = tuple(view_findings(document))
        else:
            found = (*document.findings, *view_findings(document), *self._read(document, kind))
        self.findings += found
        if found or kind is not None:
            self.documents[document.path] = document

    def _read(self, document: Document, kind: str | None) -> Iterator[Finding]:
        """Make a plan file's entity; give what is wrong with it."""
        if kind not in TYPES or not document.values or document.findings_stop_reading:
            yield from _type_finding(document, kind)
            self.mentioned |= set(ID.findall(document.text))
            self.incomplete.add(_written_id(document) or default_id(document.path))
            return
        values, findings = _prepared(document, kind, self.site.settings.extra_fields)
        yield from findings
        typed = make(TYPES[kind], values, document.path, context=self.context)
        yield from typed.findings
        entity = typed.entity
        if entity is None:
            entity = make(TYPES[kind], {**values, **_fallback(document)}, document.path).entity
        if entity is None or "id" in typed.refused:
            self.incomplete.add(_written_id(document) or default_id(document.path))
        if entity is not None:
            refused = typed.refused | _misspelt_fields(document, kind)
            self.incomplete |= {f"{entity.id}.{name}" for name in refused}
            yield from self._keep(entity)

    def _keep(self, entity: PlanFile) -> Iterator[Finding]:
        key = (_namespace(entity), entity.id)
        first = self.entities.setdefault(key, entity)
        if first is not entity:
            name = {"theme": "themes", "team": "teams"}.get(entity.type, "plans")
            message = f'two {name} have the id "{entity.id}"'
            related = (Related("the other one is here", first.path, Route.to("id")),)
            hint = "give one of them another `id`"
            yield Finding("duplicate-id", message, entity.path, Route.to("id"), hint, related)
        elif isinstance(entity, LevelPlan):
            yield from _duplicate_goals(entity)

    def people(self, data: bytes | None) -> dict[str, Person]:
        """Read the people file: a mapping of handles."""
        if data is None:
            return {}
        path = self.site.settings.people
        document = read_yaml_document(path, data)
        self.documents[path] = document
        self.findings += document.findings
        if document.values is None:
            self.incomplete.add(ANYONE)
        people = {}
        for handle, value in (document.values or {}).items():
            written = {} if value is None else value
            known = {"handle": handle, "path": path}
            values: Any = {**written, **known} if isinstance(written, dict) else written
            typed = make(Person, values, path, prefix=(handle,), context=self.context)
            self.findings += typed.findings
            people[handle] = typed.entity or Person(handle=handle, path=path)
        return people


def _kind(document: Document) -> str | None:
    """The type that a document has, or seems to be meant to have; None where it is no plan file."""
    if document.values is not None and not document.findings_stop_reading:
        said = document.values.get("type")
        if isinstance(said, str):
            return said if said in TYPES or misspelt(said, TYPES) else None
        if said is None:
            values = ((k, v) for k, v in document.values.items() if misspelt(k, ["type"]))
            return next((v for _, v in values if isinstance(v, str) and v in TYPES), None)
        return None
    for key, value in _TYPE_LINE.findall(document.text[:20_000]):
        if misspelt(key, ["type"]) and (value in TYPES or misspelt(value, TYPES)):
            return str(value)
    return None


def _type_finding(document: Document, kind: str | None) -> Iterator[Finding]:
    if kind is not None and kind not in TYPES and not document.findings_stop_reading:
        message = f'"{kind}" is no type of plan file'
        hint = did_you_mean(kind, TYPES)
        yield Finding("unknown-type", message, document.path, Route.to("type"), hint)


def default_id(path: str) -> str:
    """The id of a file that has none written: its name, for `index.md` its folder's."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    return slug(posixpath.basename(folder) or stem if stem in {"index", "README"} else stem)


def _written_id(document: Document) -> str | None:
    if document.values and isinstance(document.values.get("id"), str):
        return str(document.values["id"])
    found = None if document.values else _ID_LINE.search(document.text[:20_000])
    return found[1] if found else None


def _namespace(entity: PlanFile) -> str:
    """Within what an id is unique: strategies and tactics together, themes, teams; statements by
    file.
    """
    if isinstance(entity, LevelPlan):
        return "plan"
    return entity.type if isinstance(entity, (Theme, Team)) else entity.path


def _fallback(document: Document) -> dict[str, Any]:
    """Id and title for a file whose own can't be used."""
    name = default_id(document.path)
    return {"id": name, "title": document.heading or name.replace("-", " ").capitalize()}


def _prepared(
    document: Document, kind: str, extra_fields: Mapping[str, str]
) -> tuple[dict[str, Any], list[Finding]]:
    """The values with defaults filled in and keys that aren't ours taken out, and what that met."""
    assert document.values is not None
    known = field_names(TYPES[kind])
    findings = list(_cut_texts(document))
    values: dict[str, Any] = {"path": document.path, "body": document.body, "type": kind}
    extra = {}
    for key, value in document.values.items():
        if key in known:
            values[key] = value
        elif key in extra_fields:
            extra[key] = value
        elif key not in FOREIGN_KEYS:
            findings.append(unknown_key(key, known, document.path, (key,)))
    values["type"] = kind
    if extra:
        values["extra"] = extra
    fallback = _fallback(document)
    values["id"] = values.get("id") or fallback["id"]
    if values.get("title") is None:
        findings += _missing_title(document, kind)
        values["title"] = fallback["title"]
    return values, findings


def _misspelt_fields(document: Document, kind: str) -> set[str]:
    """The fields that the author meant by a misspelt key."""
    known = field_names(TYPES[kind])
    foreign = (key for key in document.values or () if key not in known and key not in FOREIGN_KEYS)
    return {match for key in foreign if (match := misspelt(key, known))}


def _missing_title(document: Document, kind: str) -> Iterator[Finding]:
    """A statement needs no title; other files take the first heading for it."""
    needs_one = kind not in {"mission", "vision", "values"}
    if needs_one and document.heading is None and "title" not in _misspelt_fields(document, kind):
        hint = "add `title: …`, or begin the text with a `# Heading`"
        message = "the plan has no title"
        yield Finding("missing-field", message, document.path, Route.to("title"), hint)


def _cut_texts(document: Document) -> Iterator[Finding]:
    for steps, rest, span in document.texts_cut_by_hash():
        field_name = next((step for step in reversed(steps) if isinstance(step, str)), "")
        if field_name in TEXTS:
            message = "YAML takes the `#` for the start of a comment, so this part of the text is lost"
            hint = "put quotes around the whole text"
            at = Span(span.line, span.column + len(rest) - len(rest.lstrip()), span.end_column)
            yield Finding("text-cut-by-hash", message, document.path, at, hint)


def _duplicate_goals(plan: LevelPlan) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, goal in enumerate(plan.goals):
        if first.setdefault(goal.id, index) != index:
            related = (Related("the other one is here", plan.path, Route.to("goals", first[goal.id])),)
            at = Route.to("goals", index, "id")
            message = f'two goals of this plan have the id "{goal.id}"'
            hint = "give one of them another `id`"
            yield Finding("duplicate-id", message, plan.path, at, hint, related)


def view_findings(document: Document) -> Iterator[Finding]:
    """Give what is wrong with the views that a page places."""
    for comment in document.view_comments():
        kind = VIEWS.get(comment.name)
        if kind is None:
            message = f'there is no view "{comment.name}"'
            hint = did_you_mean(comment.name, VIEWS) or f"there are {', '.join(VIEWS)}"
            start = comment.start + document.text[comment.start :].index("plans/") + len("plans/")
            span = document.span(start, start + max(1, len(comment.name)))
            yield Finding("unknown-view", message, document.path, span, hint)
        elif comment.arguments:
            yield from _argument_findings(document, comment, kind)


def _argument_findings(
    document: Document, comment: ViewComment, kind: type[ViewArguments]
) -> Iterator[Finding]:
    read = yaml_text.read(comment.arguments)
    at = comment.arguments_start
    if read.values is None or read.problems:
        problem = read.problems[0]
        span = document.span(at + problem.start, at + problem.end)
        hint = "write them as `{name: value, other: [one, two]}`"
        message = "the view's arguments can't be read"
        yield Finding("unknown-view", message, document.path, span, hint)
        return
    positions = yaml_text.Positions(comment.arguments, document.text, at)
    for found in make(kind, read.values, document.path).findings:
        finding = found
        route = finding.at if isinstance(finding.at, Route) else Route()
        if finding.rule in {"misspelt-field", "unknown-field"}:
            name = route.steps[-1]
            message = f'the view "{comment.name}" has no argument "{name}"'
            hint = did_you_mean(str(name), kind.model_fields) or (
                f"it has {', '.join(kind.model_fields)}" if kind.model_fields else "it has none"
            )
            finding = replace(finding, message=message, hint=hint, severity=Severity.ERROR)
        yield replace(finding, rule="unknown-view", at=positions.locate(route))
