"""A performance indicator of StratML → the measure of a goal, and its readings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.values import clean, read_cell
from mkdocs_plans.imports.xml_parts import Part
from mkdocs_plans.model import number_text
from mkdocs_plans.settings import Site
from mkdocs_plans.yaml import Bare, Written


def goal_of(indicator: Part, site: Site, title: str) -> dict[str, Written]:
    """The fields of a goal that an indicator says: what is measured, in which unit, what is to be reached."""
    fields: dict[str, Written] = {}
    measure, unit = indicator.take("measurementdimension"), indicator.take("unitofmeasurement")
    if measure and measure != title:
        fields["measure"] = clean(measure)
    if unit:
        fields["unit"] = clean(unit)
    return fields | _to_reach(_targets(indicator), site) | _reached(_actuals(indicator), site)


def _to_reach(targets: list[Part], site: Site) -> dict[str, Written]:
    """What is to be reached: the last number by its day, those before it on the way."""
    fields: dict[str, Written] = {}
    dated: dict[Bare, Bare] = {}
    for one in targets:
        value, day = _number(one), _day(one, site)
        if value is not None and day and day not in dated:
            _take(one)
            dated[day] = value
    for one in () if dated else targets:
        value, day = _number(one), _day(one, site)
        if value is not None and day is None and "target" not in fields:
            _take(one)
            fields["target"] = value
        elif day and value is None and "due" not in fields:
            _take_day(one)
            fields["due"] = day
    if not dated:
        return fields
    *steps, (due, target) = sorted(dated.items())
    return fields | {"target": target, "due": due} | ({"targets": dict(steps)} if steps else {})


def _reached(actuals: list[Part], site: Site) -> dict[str, Written]:
    """Where it began, and that it was met, as our own export says both."""
    fields: dict[str, Written] = {}
    for one in actuals:
        word, value = one.peek("description").lower(), _number(one)
        if word == "baseline" and value is not None and "baseline" not in fields:
            _take(one)
            one.take("description")
            fields["baseline"] = value
        elif word in {"met", "done"} and value is None and "met" not in fields:
            fields["met"] = _day_of(one, _day(one, site))
    return fields


def action_of(indicator: Part, site: Site) -> dict[str, Written]:
    """An action that our own export made an indicator of: what has a dimension, and no number."""
    results = [*_actuals(indicator), *_targets(indicator)]
    if not indicator.peek("measurementdimension") or any(_number(one) is not None for one in results):
        return {}
    fields: dict[str, Written] = {"do": clean(indicator.take("measurementdimension"))}
    for one in _targets(indicator):
        if day := _day(one, site):
            _take_day(one)
            fields["due"] = day
        elif text := one.take("description"):
            fields["when"] = clean(text)
    for one in _actuals(indicator):
        if one.peek("description").lower() == "done":
            fields["done"] = _day_of(one, _day(one, site))
    return fields


def _day_of(part: Part, day: Bare | None) -> Bare:
    """The day on which something was done, or that nobody knows it."""
    part.take("description")
    if day:
        _take_day(part)
    return day or Bare("yes")


def _targets(indicator: Part) -> list[Part]:
    return [one for instance in _instances(indicator) for one in instance.children("targetresult")]


def _actuals(indicator: Part) -> list[Part]:
    return [one for instance in _instances(indicator) for one in instance.children("actualresult")]


def readings_of(indicator: Part, site: Site) -> Iterator[tuple[str, Written]]:
    """What was measured, once for each day; what has no number or no day is left."""
    days: set[str] = set()
    for one in _actuals(indicator):
        value, day = _number(one), _day(one, site)
        is_first = day not in days and one.peek("description").lower() != "baseline"
        if value is not None and day and is_first:
            _take(one)
            days.add(day)
            yield day, value


def _instances(indicator: Part) -> Iterator[Part]:
    """What holds the results: the instances, or the indicator itself, where they were left out."""
    yield from indicator.children("measurementinstance")
    yield indicator


def _number(part: Part) -> Bare | None:
    try:
        number = Decimal(part.peek("numberofunits").replace(",", ""))
        return Bare(number_text(number)) if number.is_finite() and abs(number.adjusted()) < 30 else None
    except InvalidOperation:
        return None


def _day(part: Part, site: Site) -> Bare | None:
    for name in ("enddate", "startdate"):
        try:
            if text := part.peek(name):
                return Bare(str(read_cell("due", text, site)))
        except EditError:
            continue
    return None


def _take(part: Part) -> None:
    part.take("numberofunits")
    _take_day(part)


def _take_day(part: Part) -> None:
    if not part.take("enddate"):
        part.take("startdate")
