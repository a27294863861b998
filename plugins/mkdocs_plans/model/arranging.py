"""In which order plan files are shown, and things put into groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from mkdocs_plans.model.base import PlanFile

T = TypeVar("T")


def number_order(file: PlanFile) -> tuple[object, ...]:
    """Sort by number, in which runs of digits count as numbers; what has none comes last."""
    parts = re.findall(r"(\d+)|([^\d\W]+)", file.number) if file.number else []
    return not parts, [(0, int(digits), "") if digits else (1, 0, word) for digits, word in parts]


def shown_order(file: PlanFile) -> tuple[object, ...]:
    """Sort by number, then by title and path."""
    return (*number_order(file), file.title.casefold(), file.path)


def grouped(items: Iterable[T], key: Callable[[T], str | None]) -> Mapping[str | None, tuple[T, ...]]:
    """Group things by what each has one of, or none."""
    groups: dict[str | None, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def grouped_by_each(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    """Group things by what each may have several of: a thing stands in the group of each."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            groups[key].append(item)
    return {name: tuple(group) for name, group in groups.items()}
