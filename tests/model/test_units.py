"""A reading may have its goal's unit beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mkdocs_plans.model import TYPES, make

GOALS = [
    {
        "title": "Keep them",
        "unit": "percent",
        "baseline": "62%",
        "target": "80 %",
        "targets": {"2026-06": "70%"},
    },
    {"id": "wait", "title": "Answer sooner", "unit": "days", "baseline": "45 days", "target": "8"},
    {"id": "plain", "title": "No unit"},
    {"id": "air", "title": "Cleaner air", "unit": "t CO2", "baseline": "5 000 t CO2", "target": "4 000t CO2"},
    {"id": "sales", "title": "Sell more", "unit": "Mio. €", "baseline": 2, "target": "2,5 Mio. €"},
]


def strategy(readings: dict[str, Any]) -> Any:
    """What the model makes of a strategy with these readings."""
    values = {"id": "s", "title": "S", "type": "strategy", "goals": GOALS}
    updates = [{"date": "2026-06-30", "readings": readings}]
    return make(TYPES["strategy"], {**values, "updates": updates}, "s.md", context={"language": "de"})


def test_units_are_taken_off() -> None:
    """Of a goal that is known by its title, too; and where only some readings have one."""
    typed = strategy({"keep-them": "74,5 %", "wait": "12 Days", "plain": "3"})
    assert typed.findings == ()
    readings = typed.entity.updates[0].readings
    assert readings == {"keep-them": Decimal("74.5"), "wait": Decimal(12), "plain": Decimal(3)}
    assert typed.entity.goals[0].baseline == Decimal(62)


def test_a_unit_may_end_in_a_digit() -> None:
    """As pages show it."""
    typed = strategy({"air": "4 500 t CO2", "sales": "2,25 Mio. €"})
    assert typed.entity.updates[0].readings == {"air": Decimal(4500), "sales": Decimal("2.25")}


def test_a_factor_that_the_unit_has_already_is_asked_about() -> None:
    """A reading is a millionth of what it says, or not."""
    [finding] = strategy({"sales": "2,25 Mio."}).findings
    assert finding.rule == "ambiguous-number"
    assert finding.hint == "write 2.25 or 2250000"


@pytest.mark.parametrize(
    ("goal", "written"), [("wait", "12%"), ("keep-them", "12 days"), ("plain", "12%"), ("gone", "12%")]
)
def test_another_unit_is_refused(goal: str, written: str) -> None:
    """It may be another number that was meant."""
    [finding] = strategy({goal: written}).findings
    assert finding.rule == "invalid-value"
    assert written in finding.message
