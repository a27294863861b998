"""Write a number with digits alone.

    target: 62%             →  target: 62        where the goal has `unit: percent`
    target: 1,200           →  target: 1200

Left alone: `62%` where the unit is another, or isn't said; `1,200` in a site whose language writes
fractions with a comma, where it may be one and a fifth.
"""

from __future__ import annotations

import re
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

from mkdocs_plans.edits.scalars import rewritten, scalar_at, value_at
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.fixes.fields import type_of_field

RULES = ("invalid-value",)

_PERCENT = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*%", re.ASCII)
_GROUPED = re.compile(
    r"[+-]?[1-9]\d{0,2}(?:([, \u00a0\u202f_'])\d{3})(?:\1\d{3})*(?P<fraction>\.\d+)?", re.ASCII
)


def fix(case: Case) -> Fix:
    """Take the sign or the marks out of the number."""
    scalar = scalar_at(case.document, case.route)
    if scalar is None or type_of_field(case, case.route) is not Decimal:
        return ()
    text = scalar.text.strip()
    if (percent := _PERCENT.fullmatch(text)) and _unit(case) == "percent":
        return rewritten(case.document, scalar, percent[1])
    if (grouped := _GROUPED.fullmatch(text)) and _is_whole(grouped, case.site.language):
        return rewritten(case.document, scalar, re.sub(r"[^\d.+-]", "", text))
    return ()


def _unit(case: Case) -> object:
    """The unit of the goal whose number this is; of an update's reading, of the goal that it reads."""
    steps = case.route.steps
    if steps[0] == "goals":
        return value_at(case.document, (*steps[:2], "unit"))
    goals = value_at(case.document, ("goals",))
    listed = goals if isinstance(goals, list) else []
    read = [goal for goal in listed if isinstance(goal, dict) and goal.get("id") == steps[-1]]
    return read[0].get("unit") if len(read) == 1 else None


def _is_whole(grouped: re.Match[str], language: str) -> bool:
    """Whether the marks can only be those between thousands."""
    if grouped[1] != "," or grouped["fraction"] or grouped[0].count(",") > 1:
        return True
    try:
        return get_decimal_symbol(Locale.parse(language, sep="-")) != ","
    except (UnknownLocaleError, ValueError):
        return False
