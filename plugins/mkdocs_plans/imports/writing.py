"""What came in → changes of files: new plan files in the house's style, others by edits, and people."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans.authoring.new import folder_for
from mkdocs_plans.edits import Draft, FileChange
from mkdocs_plans.imports.incoming import Fields, Incoming, IncomingFile, Lost
from mkdocs_plans.imports.readings import add_readings
from mkdocs_plans.imports.updating import Updating, update_people
from mkdocs_plans.imports.written import file_in_order, in_order
from mkdocs_plans.load import Loaded
from mkdocs_plans.load.plan_file import default_id
from mkdocs_plans.load.readings_table import units_of
from mkdocs_plans.model import LevelPlan, PlanFile, Team, Theme
from mkdocs_plans.settings import Site
from mkdocs_plans.source import MAX_BYTES
from mkdocs_plans.yaml import Written, write_field

PEOPLE_ABOUT = "# Who is who: a handle for each person. This file is never published.\n"


class Becomes(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "as it is"


@dataclass(frozen=True, slots=True)
class Import:
    """What an import writes: a line for each thing that came in, the changes of files, and what couldn't be
    said or written. `readings` is how many rows tables of readings get.
    """

    files: Sequence[tuple[IncomingFile, str, Becomes]]
    new_people: Mapping[str, Fields]
    changes: Sequence[FileChange]
    lost: Sequence[Lost]
    readings: int = 0


def plan_import(incoming: Incoming, loaded: Loaded, site: Site) -> Import:
    """Make the changes of what came in."""
    there = files_by_key(loaded.plan.files)
    files, changes, lost = [], [], list(incoming.lost)
    taken = {file.path for file in loaded.plan.files}
    for one in incoming.files:
        file = there.get((namespace(one.type), one.id))
        if file is None:
            change = _begin(one, loaded, site, taken)
            taken.add(change.path)
        else:
            draft = _draft_of(file, loaded, site)
            updating = Updating(draft, file, one, loaded.plan.own_fields.by_key, site)
            change = FileChange(file.path, draft.data, updating.made().data)
            lost += updating.lost
        if len(change.after) > MAX_BYTES:
            why = f"{change.path} would be larger than {MAX_BYTES // 1024 // 1024} MB: shorten the text"
            lost.append(
                Lost(one.place, "the whole file", str(one.fields.get("title")), why, is_held_back=True)
            )
            continue
        becomes = Becomes.NEW if file is None else Becomes.CHANGED if change.does_something else Becomes.SAME
        files.append((one, change.path, becomes))
        changes.append(change)
    people = update_people(incoming.people, loaded, site, PEOPLE_ABOUT)
    new = {handle: one for handle, one in incoming.people.items() if handle not in loaded.plan.people}
    readings = add_readings(incoming.readings, loaded, site, _units(incoming, loaded))
    made = (*changes, *([people] if people else ()), *readings.changes)
    lost += readings.lost
    return Import(files, new, [change for change in made if change.does_something], lost, readings.count)


def _units(incoming: Incoming, loaded: Loaded) -> dict[tuple[str, str], str | None]:
    """The unit of each goal after the import."""
    units = units_of(loaded.plan.files)
    for file in incoming.files:
        goals = file.fields.get("goals")
        for goal in goals if isinstance(goals, list) else ():
            if isinstance(goal, Mapping) and isinstance(unit := goal.get("unit"), str):
                units[file.id, str(goal.get("id"))] = str(unit)
    return units


def namespace(type_: str) -> str:
    """Within what an id is unique: strategies and tactics together, each other type for itself."""
    return "plan" if type_ in {"strategy", "tactic"} else type_


def files_by_key(files: Iterable[PlanFile]) -> dict[tuple[str, str], PlanFile]:
    """Plan files by what an import knows them by. Of statements there is one of each type, if any."""
    found: dict[tuple[str, str], PlanFile] = {}
    for file in files:
        found.setdefault((namespace(file.type), file.id), file)
        if not isinstance(file, LevelPlan | Theme | Team):
            found.setdefault((file.type, ""), file)
    return found


def _begin(one: IncomingFile, loaded: Loaded, site: Site, taken: set[str]) -> FileChange:
    """Write a new file, where the source says that it is, or where those of its type are."""
    name = f"the-{one.id}" if one.id in {"index", "readme"} else one.id
    usual = posixpath.join(folder_for(loaded.plan, one.type), f"{name}.md")
    path = one.path or usual
    if path in taken or (site.docs_dir / path).exists():
        path = usual
    fields = dict(one.fields)
    if default_id(path, site.language) != one.id and one.id:
        fields["id"] = one.id
    return FileChange(path, None, file_text(one, fields, loaded.plan.own_fields.by_key).encode())


def file_text(one: IncomingFile, fields: Fields, own: Iterable[str]) -> str:
    """The text of a new file."""
    lines = [f"type: {one.type}"]
    for key, value in file_in_order(fields, own).items():
        lines += write_field(key, _items_in_order(key, value, own), 0)
    sections = [f"## {heading}\n\n{text}" for heading, text in one.sections.items()]
    body = "\n\n".join([*filter(None, [one.body]), *sections])
    return "\n".join(["---", *lines, "---", ""]) + (f"\n{body}\n" if body else "")


def _items_in_order(key: str, value: Written, own: Iterable[str]) -> Written:
    if isinstance(value, str | Mapping):
        return value
    return [in_order(key, item, own) if isinstance(item, Mapping) else item for item in value]


def _draft_of(file: PlanFile, loaded: Loaded, site: Site) -> Draft:
    document = loaded.documents[file.path]
    return Draft((site.docs_dir / file.path).read_bytes(), document)
