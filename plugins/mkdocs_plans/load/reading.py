"""Files → documents → entities → plan, with all that is wrong on the way."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from mkdocs_plans.bounds import MAX_PEOPLE
from mkdocs_plans.findings import Finding, Related, Route
from mkdocs_plans.load.cut_texts import find_cuts_by_comma
from mkdocs_plans.load.in_text import found_in_text
from mkdocs_plans.load.loaded import Loaded
from mkdocs_plans.load.own_fields import find_taken_names, own_fields, point_to_own
from mkdocs_plans.load.own_words import find_wrong_statuses, own_statuses, own_words
from mkdocs_plans.load.people_slips import (
    below_one_key,
    no_handle,
    same_page,
    too_many,
    twice,
    written_as_list,
)
from mkdocs_plans.load.plan_file import (
    check_type,
    default_id,
    fallback,
    kind_of,
    misspelt_fields,
    prepared,
    written_id,
)
from mkdocs_plans.load.readings_table import (
    ReadingsTable,
    find_missing_tables,
    stray_readings,
    units_of,
    with_readings,
)
from mkdocs_plans.load.seeming import check_seeming_plan
from mkdocs_plans.load.theme_keys import check_theme_keys
from mkdocs_plans.load.type_words import type_words
from mkdocs_plans.load.view_comments import find_unknown_names, find_wrong_views
from mkdocs_plans.load.whose_yes import find_unknown_yes
from mkdocs_plans.model import (
    ID,
    TYPES,
    LevelPlan,
    Person,
    PlanFile,
    Team,
    Theme,
    composed,
    handle_problem,
    make,
)
from mkdocs_plans.plan import Plan
from mkdocs_plans.reading_rules.files import PEOPLE_FILE_PUBLISHED, UNREADABLE_FILE
from mkdocs_plans.reading_rules.keys_and_values import DUPLICATE_ID, MISSING_FIELD
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document, Exclusions, File, Folder, Source, read_document, read_yaml_document
from mkdocs_plans.unread import Unread, UnreadFile


def folder_of(site: Site, *, drafts: bool = True) -> Folder:
    """The plan's folder on disk; without what the site excludes, and without its draft pages if so
    asked.
    """
    patterns = site.excluded if drafts else (*site.excluded, *site.drafts)
    return Folder(site.docs_dir, Exclusions(patterns))


def load(source: Source, site: Site, known: Known | None = None) -> Loaded:
    """Read and resolve a plan. Never raises for what stands in a file.

    `known` takes up what has been read of each file, for another state of the plan that is loaded after
    this one by the same settings: a file that both have alike is read once, and is the same entity in
    both.
    """
    reading = Reading(site, known)
    for file in _some_at_a_time(source.files()):
        if file.finding is None or file.path != site.settings.people:  # which is read below, and told there
            reading.add(file)
    people = reading.people(source.read(site.settings.people))
    tables = [*_tables(source, site, reading.entities.values())]
    has_tables = any(not table.is_read for table in tables)
    unread = Unread(tuple(reading.unread), has_people=reading.has_unread_people, has_tables=has_tables)
    plan = Plan(
        files=tuple(with_readings(reading.entities.values(), [one for it in tables for one in it.readings])),
        people=people,
        unread=unread,
        own_fields=reading.own,
        team_dris=site.settings.team_dris,
        is_okr=site.settings.cascade == "okr",
    )
    plan = replace(plan, stray_readings=tuple(stray_readings(plan.plans, tables)))
    for table in tables:
        reading.documents[table.path] = table.document
        reading.findings += table.findings
    reading.look_up_names(plan)
    prefix = Path(os.path.relpath(site.docs_dir, site.root)).as_posix()
    of_settings = (*find_taken_names(site), *find_wrong_statuses(site), *find_unknown_yes(site, plan))
    no_tables = find_missing_tables(site, {table.path for table in tables})
    findings = (*site.findings, *of_settings, *no_tables, *reading.findings)
    return Loaded(plan, reading.documents, findings, prefix, dict(site.texts()), reading.dropped)


def _some_at_a_time(files: Iterator[File]) -> Iterator[File]:
    """Give files as they come, but have several read at a time: what the processor keeps at hand for reading
    and for understanding them isn't the same.
    """
    while some := list(islice(files, 50)):
        yield from some


def _tables(source: Source, site: Site, files: Collection[PlanFile]) -> Iterator[ReadingsTable]:
    """Read the tables of readings that there are."""
    for path in site.settings.readings:
        file = source.read(path)
        if file is not None:
            yield ReadingsTable(file, site, units_of(files))


@dataclass(slots=True)
class ReadFile:
    """What one file holds, whatever the others say: `entity` if it is a plan file, what is wrong with it,
    what couldn't be read, and the places of list items that had to be left out.
    """

    document: Document
    kind: str | None
    entity: PlanFile | None = None
    findings: tuple[Finding, ...] = ()
    unread: UnreadFile | None = None
    dropped: frozenset[tuple[str | int, ...]] = frozenset()


Known = dict[tuple[str, bytes], ReadFile]
"""What was read, by the path of a file and its bytes."""


def context_of(site: Site) -> dict[str, Any]:
    """What must be known of a site to make entities of values."""
    return {
        "fiscal_year_start": site.settings.fiscal_year_start,
        "language": site.language,
        "words": own_words(site.settings),
        "today": site.today,
        "joint_dris": site.settings.joint_dris,
        "statuses": own_statuses(site.settings),
    }


class Reading:
    """What has been read so far. `known` is what was read of each file, of this state of the plan or
    another; None where no other is read.
    """

    def __init__(self, site: Site, known: Known | None) -> None:
        self.site = site
        self.words = own_words(site.settings)
        self.types = type_words(site.settings)
        self.context = context_of(site)
        self.own = own_fields(site.settings, self.context)
        self.known = known
        self.documents: dict[str, Document] = {}
        self.placing: list[Document] = []
        self.findings: list[Finding] = []
        self.entities: dict[tuple[str, str], PlanFile] = {}
        self.unread: list[UnreadFile] = []
        self.has_unread_people = False
        self.dropped: dict[str, frozenset[tuple[str | int, ...]]] = {}

    def add(self, file: File) -> None:
        """Read one file, and keep its entity if it is a plan file."""
        if file.finding is not None:
            self.findings.append(file.finding)
            self.unread.append(UnreadFile(file.path, default_id(file.path, self.site.language)))
            return
        read = None if self.known is None else self.known.get((file.path, file.data))
        if read is None:
            read = self.read_file(file.path, file.data)
            if self.known is not None:
                self.known[file.path, file.data] = read
        self.findings += read.findings
        if read.findings or read.kind is not None:
            self.documents[file.path] = read.document
        if read.unread is not None:
            self.unread.append(read.unread)
        if read.dropped:
            self.dropped[file.path] = read.dropped
        if read.entity is not None:
            self.findings += self._keep(read.entity)
        if any(read.document.view_comments()):
            self.placing.append(read.document)

    def look_up_names(self, plan: Plan) -> None:
        """Find what the views name in vain, once all that they may name has been read."""
        for document in self.placing:
            if found := tuple(find_unknown_names(document, plan)):
                self.findings += found
                self.documents[document.path] = document

    def read_file(self, path: str, data: bytes) -> ReadFile:
        """Read what one file holds."""
        document = read_document(path, data)
        read = ReadFile(document, kind_of(document, self.types))
        unreadable = any(f.rule == UNREADABLE_FILE.name for f in document.findings)
        if read.kind is None and not unreadable:
            seeming = tuple(check_seeming_plan(document))
            if seeming:
                read.unread = self._leave_out(document)
            read.findings = (*seeming, *find_wrong_views(document, self.context))
        else:
            made = self._make(read)  # before what it leaves in `read` is looked at
            found = find_cuts_by_comma(document, (*document.findings, *made))
            read.findings = (*found, *find_wrong_views(document, self.context))
        return read

    def _make(self, read: ReadFile) -> list[Finding]:
        """Make a plan file's entity; give what is wrong with it."""
        document, kind = read.document, read.kind
        if kind not in TYPES or not document.values or document.findings_stop_reading:
            read.unread = self._leave_out(document)
            return list(check_type(document, kind, self.types))
        values, findings, refused = prepared(document, kind, self.site, self.words, self.own)
        typed = make(TYPES[kind], values, document.path, context=self.context)
        meant = misspelt_fields(document, kind, self.words)
        told = (point_to_own(self.own, kind, finding) for finding in typed.findings)
        found = (found_in_text(finding, document) for finding in told)
        findings += (finding for finding in found if not _is_missing(finding, meant))
        findings += check_theme_keys(document, self.site)
        read.dropped = typed.dropped
        read.entity = typed.entity
        if typed.entity is None:
            # With the id and title of its name, the file is still there for what links to it.
            instead = {**values, **fallback(document, self.site.language)}
            read.entity = make(TYPES[kind], instead, document.path, context=self.context).entity
        fields = typed.refused | meant | refused
        if typed.entity is None or fields:
            id_ = self._id_of(document) if read.entity is None or "id" in typed.refused else None
            mentioned = _words_of(document.text) if typed.entity is None else frozenset()
            read.unread = UnreadFile(document.path, id_, fields, mentioned)
        return findings

    def _leave_out(self, document: Document) -> UnreadFile:
        """Note what a file of which nothing can be made would have held."""
        return UnreadFile(document.path, self._id_of(document), mentioned=_words_of(document.text))

    def _id_of(self, document: Document) -> str:
        """The id of a file, also of one that can't be read."""
        return written_id(document) or default_id(document.path, self.site.language)

    def _keep(self, entity: PlanFile) -> Iterator[Finding]:
        key = (namespace(entity), entity.id)
        first = self.entities.setdefault(key, entity)
        if first is not entity:
            words = _words_of(str(entity.front_matter()))
            self.unread.append(UnreadFile(entity.path, mentioned=words))
            name = {"theme": "themes", "team": "teams"}.get(entity.type, "plans")
            message = f'two {name} have the id "{entity.id}"'
            related = (Related("the other one is here", first.path, Route.to("id")),)
            hint = "give one of them another `id`: without one, the name of the file is used"
            if entity.title == first.title:
                hint = "delete one of the two if it is a copy, or " + hint
            yield DUPLICATE_ID.finding(message, entity.path, Route.to("id"), hint, related)
        elif isinstance(entity, LevelPlan):
            yield from _duplicate_goals(entity)

    def people(self, file: File | None) -> dict[str, Person]:
        """Read the people file: a mapping of handles."""
        if file is None:
            return {}
        path = file.path
        if file.finding is not None:
            self.findings.append(file.finding)
            self.has_unread_people = True
            return {}
        document = read_yaml_document(path, file.data)
        self.documents[path] = document
        findings = [written_as_list(finding, document, self.site.language) for finding in document.findings]
        if document.values is None:
            self.has_unread_people = True
        if nested := below_one_key(document):
            self.findings.append(nested)
            self.has_unread_people = True
            return {}
        if beyond := too_many(document):
            findings.append(beyond)
            self.has_unread_people = True
        people = {}
        first: dict[str, str] = {}
        for key, value in islice((document.values or {}).items(), MAX_PEOPLE):
            handle = composed(key)
            if handle in people:
                findings.append(twice(key, handle, path))
                continue
            if problem := handle_problem(handle):
                findings.append(no_handle(problem, key, path, self.site.language))
                self.has_unread_people = True
                continue
            if (other := first.setdefault(handle.casefold(), handle)) != handle:
                findings.append(same_page(handle, other, path))
            written = {} if value is None else value
            known = {"handle": handle, "path": path}
            values: Any = {**written, **known} if isinstance(written, dict) else written
            typed = make(Person, values, path, prefix=(key,), context=self.context)
            findings += typed.findings
            people[handle] = typed.entity or Person(handle=handle, path=path)
        self.findings += find_cuts_by_comma(document, findings)
        self.findings += _open_to_others(people, self.site)
        return people


def _open_to_others(people: Mapping[str, Person], site: Site) -> Iterator[Finding]:
    """Say once of the people file that only we keep its addresses from being published."""
    handle = next((handle for handle, person in people.items() if person.email), None)
    path = site.settings.people
    if handle is not None and not Exclusions(site.excluded).exclude(path):
        message = "this file holds e-mail addresses, and only this plugin keeps it from being published"
        line = (
            f"add the line `{path}` to `exclude_docs`" if site.excluded else f"write `exclude_docs: {path}`"
        )
        hint = f"{line} in {site.config_path.name}, for builders that don't run it"
        at = Route.to(handle, "email")
        yield PEOPLE_FILE_PUBLISHED.finding(message, path, at, hint)


def _words_of(text: str) -> frozenset[str]:
    """All that may be an id in a text."""
    return frozenset(ID.findall(text))


def _is_missing(finding: Finding, fields: set[str]) -> bool:
    """Whether a finding misses one of these fields of the plan itself."""
    steps = finding.at.steps if isinstance(finding.at, Route) else ()
    return finding.rule == MISSING_FIELD.name and len(steps) == 1 and steps[0] in fields


def namespace(entity: PlanFile) -> str:
    """Within what an id is unique: strategies and tactics together, themes, teams; statements by
    file.
    """
    if isinstance(entity, LevelPlan):
        return "plan"
    return entity.type if isinstance(entity, (Theme, Team)) else entity.path


def _duplicate_goals(plan: LevelPlan) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, goal in enumerate(plan.goals):
        if first.setdefault(goal.id, index) != index:
            related = (Related("the other one is here", plan.path, Route.to("goals", first[goal.id])),)
            at = Route.to("goals", index, "id")
            message = f'two goals of this plan have the id "{goal.id}"'
            hint = "give one of them another `id`: without one, it is made from the title"
            yield DUPLICATE_ID.finding(message, plan.path, at, hint, related)
