"""A plan as `plans export json` writes it: each file with its front matter, its text and its path, and the
people, and the readings of tables. What is computed is left: it follows from the rest.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.incoming import Fields, Incoming, IncomingFile, IncomingReading, Lost, safe_path
from mkdocs_plans.imports.written import in_order, written
from mkdocs_plans.model import ID, handle_problem
from mkdocs_plans.model.numbers import parse_number
from mkdocs_plans.settings import Site

READ = 1
"""The version of the format that is read."""

_LISTS = {
    "mission": "mission", "vision": "vision", "values": "values", "themes": "theme", "teams": "team",
    "strategies": "strategy", "tactics": "tactic",
}  # fmt: skip
"""The lists of files, each with the type of what it holds."""


def read_json(data: bytes, site: Site) -> Incoming:
    """Read a plan. EditError where it isn't one that we can read."""
    try:
        plan = json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise EditError("the file isn't in UTF-8: save it again with that encoding") from None
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise EditError(f"the file isn't JSON that can be read: {error}") from None
    if not isinstance(plan, dict) or not any(isinstance(plan.get(key), list) for key in _LISTS):
        raise EditError("the JSON holds no plan: `plans export json` and a site's data/plan.json give one")
    if plan.get("schema") != READ:
        raise EditError(f"the plan has the schema {plan.get('schema')!r}, and this version reads {READ}")
    reading = _Reading()
    files = [file for key, type_ in _LISTS.items() for file in reading.files(plan, key, type_)]
    people = reading.people(plan.get("people"))
    readings = list(reading.readings(plan.get("readings")))
    return Incoming(files, people, [*reading.lost, *_settings(plan, site)], readings)


class _Reading:
    """What couldn't be read so far."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []

    def files(self, plan: Mapping[str, Any], key: str, type_: str) -> Iterator[IncomingFile]:
        """Give the files of a list."""
        for number, one in enumerate(self._listed(plan.get(key), key), 1):
            place = f"{key} {number}"
            id_, fields = one.get("id"), one.get("written")
            if not isinstance(fields, dict) or not isinstance(id_, str) or not ID.fullmatch(id_):
                self.lost.append(Lost(place, "id", str(id_), "it has no id, or nothing that is `written`"))
                continue
            yield IncomingFile(
                type_,
                id_,
                {k: v for k, v in self._fields(fields).items() if k not in {"type", "id"}},
                f"{place}, {id_}",
                body=str(one.get("body") or "").strip(),
                path=safe_path(one.get("file")),
            )

    def people(self, listed: Any) -> dict[str, Fields]:
        """Give the people by their handles."""
        found = {}
        for number, one in enumerate(self._listed(listed, "people"), 1):
            handle, fields = one.get("handle"), one.get("written")
            if not isinstance(handle, str) or handle_problem(handle):
                self.lost.append(Lost(f"people {number}", "handle", str(handle), "it isn't a handle"))
            else:
                found[handle] = self._fields(fields if isinstance(fields, dict) else {})
        return found

    def readings(self, listed: Any) -> Iterator[IncomingReading]:
        """Give what tables say was measured."""
        for number, one in enumerate(self._listed(listed, "readings"), 1):
            place, value = f"readings {number}", one.get("value")
            plan, goal, note = (str(one.get(key) or "").strip() for key in ("plan", "goal", "note"))
            try:
                day = datetime.date.fromisoformat(str(one.get("date")))
                amount = parse_number(value if isinstance(value, int | Decimal) else str(value))
            except (ValueError, PydanticCustomError) as error:
                why = error.message() if isinstance(error, PydanticCustomError) else "its date isn't a day"
                self.lost.append(Lost(place, f"{plan}#{goal}", f"{one.get('date')}: {value}", why))
                continue
            if not (ID.fullmatch(plan) and ID.fullmatch(goal)):
                why = "it names no plan and goal by their ids"
                self.lost.append(Lost(place, f"{plan}#{goal}", f"{day}: {value}", why))
                continue
            yield IncomingReading(plan, goal, day, amount, note, str(one.get("file") or ""), place)

    def _listed(self, value: Any, key: str) -> list[dict[str, Any]]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.lost.append(Lost(key, key, str(value)[:200], "it isn't a list"))
            return []
        for number, one in enumerate(value, 1):
            if not isinstance(one, dict):
                self.lost.append(Lost(f"{key} {number}", key, str(one)[:200], "it isn't an object"))
        return [one for one in value if isinstance(one, dict)]

    def _fields(self, fields: Mapping[str, Any]) -> Fields:
        made = {key: written(key, value) for key, value in fields.items()}
        return {
            key: [in_order(key, one) if isinstance(one, Mapping) else one for one in value]
            if isinstance(value, list)
            else value
            for key, value in made.items()
            if value is not None
        }


def _settings(plan: Mapping[str, Any], site: Site) -> Iterator[Lost]:
    """Give what the plan says of its site and this one doesn't have set so: it is written in mkdocs.yml."""
    why = "a setting, which no plan file holds: write it in mkdocs.yml"
    year = plan.get("fiscal_year_start", 1)
    if year != site.settings.fiscal_year_start:
        yield Lost("settings", "fiscal_year_start", str(year), why)
    if plan.get("language", site.language) != site.language:
        yield Lost("settings", "theme.language", str(plan["language"]), why)
    for key, value in (plan.get("labels") or {}).items():
        label = site.settings.labels.get(key)
        if isinstance(value, list) and value and (label is None or [label.one, label.many] != value):
            yield Lost("settings", f"labels.{key}", ", ".join(map(str, value)), why)
    for key, one in (plan.get("own_fields") or {}).items():
        if key not in site.settings.extra_fields:
            kind = one.get("type") if isinstance(one, dict) else ""
            yield Lost("settings", f"extra_fields.{key}", str(kind or ""), why)
