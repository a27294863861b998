"""What pages ask of the whole plan and are told in a few values, by the names of these questions.

A page that asks one is made anew where the answer is another, and not with each change of a plan.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

from mkdocs_plans.plan import Plan

F = TypeVar("F", bound="Fact[Any]")
T = TypeVar("T")

Fact = Callable[[Plan, datetime.date], T]
"""A question, on a day. The answer is a plain value, or a tuple of such."""

FACTS: dict[str, Fact[Any]] = {}
"""All of them, by name."""


def fact(function: F) -> F:
    """Register a question."""
    FACTS[function.__name__] = function
    return function
