"""The cells of a row → the fields of a thing: also those that name people, plans and other things."""

from __future__ import annotations

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book
from mkdocs_plans.imports.columns import Columns
from mkdocs_plans.imports.sheet import text_of
from mkdocs_plans.imports.values import WHEN, Value, read_cell, read_own
from mkdocs_plans.model import Status, ids_called, meant_word
from mkdocs_plans.model.called import plain_name
from mkdocs_plans.yaml import Bare, Written

Fields = dict[str, Written]

_TYPES = {"strategy": "strategy", "theme": "theme", "team": "team"}


class FieldReader:
    """Reads the cells of things of a kind."""

    def __init__(self, book: Book, kind: str, columns: Columns) -> None:
        self._book, self._kind, self._columns = book, kind, columns

    def read(self, key: str, cell: Value, unit: str = "") -> Fields:  # noqa: PLR0911 - a kind of field each
        """The fields that a cell fills. EditError, with the reason, where no field can say it."""
        text = text_of(cell)
        if key in self._columns.own and key not in self._columns.known:
            return self._one(key, self._own(key, cell))
        match key:
            case "dri":
                return self._dri(text)
            case "contributors":
                return self._one(key, self._book.names.handles(text))
            case "lead":
                return self._one(key, self._somebody(text))
            case "strategy" | "theme" | "team" | "parent":
                return self._one(key, self._refer(key, text))
            case "plan" | "tactic" | "handle" | "id" | "goal" | "file":
                return {key: text}
            case "status" if self._kind in {"goal", "action"}:
                return self._status(text)
            case "depends_on" | "advances" | "targets":
                return self._listed(key, [part.strip() for part in text.split(";") if part.strip()], unit)
        return self._value(key, cell, unit)

    @staticmethod
    def _one(key: str, value: Written | None) -> Fields:
        return {key: value} if value else {}

    def _value(self, key: str, cell: Value, unit: str) -> Fields:
        """A value; in the place of a date that isn't one, when it is to be in words."""
        try:
            return self._one(key, read_cell(key, cell, self._book.site, unit or None))
        except EditError:
            is_said_in_words = any(map(str.isalpha, text_of(cell)))
            if key in WHEN and "when" in self._columns.known and is_said_in_words:
                return {"when": read_cell("when", cell, self._book.site) or ""}
            raise

    def _listed(self, key: str, parts: list[str], unit: str) -> Fields:
        if key == "depends_on":
            return self._one(key, [self._plan_called(part) for part in parts])
        return self._targets(parts, unit) if key == "targets" else self._one(key, [*parts])

    def _targets(self, parts: list[str], unit: str) -> Fields:
        """Targets on the way, each behind its day, as `2026-06-30: 66`; one without a day is the last."""
        if not any(":" in part for part in parts):
            return self._value("target", "; ".join(parts), unit)
        steps: dict[str, Written] = {}
        for part in parts:
            day, _, value = part.partition(":")
            at = str(read_cell("due", day.strip(), self._book.site))
            steps[at] = read_cell("target", value.strip(), self._book.site, unit or None) or ""
        return {"targets": {Bare(day): value for day, value in steps.items()}}

    def _own(self, key: str, cell: Value) -> Written | None:
        one = self._columns.own[key]
        if one.type == "person":
            return self._somebody(text_of(cell))
        return read_own(one, cell, self._book.site)

    def _somebody(self, text: str) -> str:
        """The handle of the one person whom a cell names. EditError where it names nobody, or several."""
        found = self._book.names.handles(text)
        if len(found) != 1:
            raise EditError("it names several people, and this field one" if found else "it names nobody")
        return found[0]

    def _dri(self, text: str) -> Fields:
        """Who is named first is responsible, and the others contribute; or all answer, where the site allows
        that.
        """
        first, *others = self._book.names.handles(text) or [""]
        if others and self._book.site.settings.joint_dris:
            return {"dri": [first, *others]}
        return {**self._one("dri", first), **self._one("contributors", others)}

    def _refer(self, key: str, text: str) -> str:
        type_ = _TYPES.get(key, self._kind)
        return self._book.refer(type_, text, f"named as {key}")

    def _plan_called(self, text: str) -> str:
        plans = self._book.plan.plans
        found = ids_called(text, plans) or self._book.incoming_called(plain_name(text))
        if len(found) != 1:
            raise EditError(f'no plan is called "{text.strip()}"' if not found else "several are called so")
        return found[0]

    def _status(self, text: str) -> Fields:
        """Of an action or a goal: that it is done or dropped; else it is open."""
        match meant_word(Status, text):
            case Status.DONE:
                return {"met" if self._kind == "goal" else "done": Bare("yes")}
            case Status.DROPPED:
                return {"dropped": Bare("yes")}
            case None:
                raise EditError("an action is open, done or dropped, and this word is none of these")
        return {}
