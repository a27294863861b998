"""A plan whose files change one after another, each state read with no more work than what changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping

from mkdocs_plans.load.reading import Known, ReadFile, Reading, namespace
from mkdocs_plans.load.readings_table import ReadingsTable, units_of, with_readings
from mkdocs_plans.model import LevelPlan, Person, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File
from mkdocs_plans.unread import Unread, UnreadFile


class Succession:
    """The states of a site's plan. `read_blob` gives the bytes of a file's version; `known` is what was read
    of each file for the plan of now, by the same settings. Files stay unread until a state is asked for.
    """

    def __init__(self, site: Site, read_blob: Callable[[str], bytes], known: Known) -> None:
        self._site, self._read_blob, self._known = site, read_blob, known
        self._reading = Reading(site, {})
        self._waiting: dict[str, str] = {}
        self._files: dict[str, tuple[PlanFile | None, UnreadFile | None, tuple[str, str]]] = {}
        self._is_in_order = True
        self._people: Mapping[str, Person] = {}
        self._has_unread_people = False
        self._has_unread_tables = False
        self._tables: dict[str, File] = {}
        self._measured: dict[str, tuple[PlanFile, Hashable, PlanFile]] = {}

    def change(self, path: str, blob: str | None) -> None:
        """Give a file another version, or take it out."""
        self._waiting.pop(path, None)
        if blob is not None:
            self._waiting[path] = blob
        elif path == self._site.settings.people:
            self._people, self._has_unread_people = {}, False
        elif path in self._site.settings.readings:
            self._tables.pop(path, None)
        else:
            self._files.pop(path, None)

    def plan(self) -> Plan:
        """The plan as it stands now."""
        for path, blob in self._waiting.items():
            self._read(path, self._read_blob(blob))
        self._waiting.clear()
        if not self._is_in_order:
            self._files = dict(sorted(self._files.items(), key=lambda one: one[0].split("/")))
            self._is_in_order = True
        entities: dict[tuple[str, str], PlanFile] = {}
        unread = []
        for entity, lost, key in self._files.values():
            if entity is not None:
                entities.setdefault(key, entity)
            if lost is not None:
                unread.append(lost)
        files = tuple(self._with_readings(entities.values()))
        return Plan(
            files=files,
            people=self._people,
            unread=Unread(
                tuple(unread), has_people=self._has_unread_people, has_tables=self._has_unread_tables
            ),
            own_fields=self._reading.own,
            team_dris=self._site.settings.team_dris,
            is_okr=self._site.settings.cascade == "okr",
        )

    def _with_readings(self, files: Collection[PlanFile]) -> Iterator[PlanFile]:
        """The files, each plan with the readings of its goals: the same object as long as both say the
        same.
        """
        self._has_unread_tables = False
        if not self._tables:
            self._measured.clear()
            yield from files
            return
        units = units_of(files)
        paths = (path for path in self._site.settings.readings if path in self._tables)
        tables = [ReadingsTable(self._tables[path], self._site, units) for path in paths]
        self._has_unread_tables = any(not table.is_read for table in tables)
        found = with_readings(files, [one for table in tables for one in table.readings])
        for file, measured in zip(files, found, strict=True):
            rows = measured.measured if isinstance(measured, LevelPlan) else ()
            said = tuple((one.goal, one.day, one.value, one.note) for one in rows)
            before, was_said, kept = self._measured.get(file.path, (None, None, measured))
            if before is not file or was_said != said:
                kept = measured
            self._measured[file.path] = file, said, kept
            yield kept

    def _read(self, path: str, data: bytes) -> None:
        if path == self._site.settings.people:
            self._reading.has_unread_people = False
            self._people = self._reading.people(File(path, data))
            self._has_unread_people = self._reading.has_unread_people
            self._reading.findings.clear()
            return
        if path in self._site.settings.readings:
            self._tables[path] = File(path, data)
            return
        read: ReadFile = self._known.get((path, data)) or self._reading.read_file(path, data)
        if path not in self._files:
            self._is_in_order = False
        key = (namespace(read.entity), read.entity.id) if read.entity else ("", "")
        self._files[path] = read.entity, read.unread, key
