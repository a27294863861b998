"""The order in which plan files are shown."""

from __future__ import annotations

import re

from mkdocs_plans.model.base import PlanFile


def number_order(file: PlanFile) -> tuple[object, ...]:
    """Sort by number, in which runs of digits count as numbers; what has none comes last."""
    parts = re.findall(r"(\d+)|([^\d\W]+)", file.number or "")
    return not parts, [(0, int(digits), "") if digits else (1, 0, word) for digits, word in parts]


def shown_order(file: PlanFile) -> tuple[object, ...]:
    """Sort by number, then by title and path."""
    return (*number_order(file), file.title.casefold(), file.path)
