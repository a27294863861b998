"""Readings that may have the unit of their goal beside them, which stands in the goal: `74%`, `45 days`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_plans.model.numbers import Measured
from mkdocs_plans.model.parts import goals_with_ids


def readings_with_units(values: dict[str, Any], language: str = "en") -> dict[str, Any]:
    """The values of a plan whose readings know their goals' units, in a site's language."""
    updates = values.get("updates")
    if not isinstance(updates, list) or not any(
        isinstance(one, dict) and "readings" in one for one in updates
    ):
        return values
    units = dict(_units(values.get("goals"), language))
    if not units:
        return values
    return {**values, "updates": [_measured(update, units) for update in updates]}


def _units(goals: object, language: str) -> Iterator[tuple[str, str]]:
    for goal in goals_with_ids(goals, language) if isinstance(goals, list) else ():
        if isinstance(goal, dict) and isinstance(goal.get("unit"), str) and goal.get("id"):
            yield str(goal["id"]), goal["unit"]


def _measured(update: Any, units: Mapping[str, str]) -> Any:
    readings = update.get("readings") if isinstance(update, dict) else None
    if not isinstance(readings, dict):
        return update
    return {**update, "readings": {key: _number(value, units.get(key)) for key, value in readings.items()}}


def _number(value: Any, unit: str | None) -> Any:
    """A reading with its goal's unit."""
    return value if unit is None or not isinstance(value, str) else Measured.beside(value, unit)
