"""Every fixer says what it does, and has a test."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from mkdocs_plans.fixes import FIXERS
from mkdocs_plans.fixes.case import Fixer
from mkdocs_plans.rules import RULES

HERE = Path(__file__).parent


def name_of(fixer: Fixer) -> str:
    return fixer.fix.__module__.rpartition(".")[2]


@pytest.mark.parametrize("fixer", FIXERS, ids=name_of)
def test_a_fixer_says_what_it_does_and_what_it_leaves_alone(fixer: Fixer) -> None:
    """With an example, before and after; and it looks at findings of rules that there are."""
    doc = inspect.cleandoc(inspect.getmodule(fixer.fix).__doc__ or "")
    assert re.match(r"[A-Z][^\n]+\.\n\n    .*→", doc)
    assert "\n\nLeft alone: " in doc
    assert set(fixer.rules) <= set(RULES)


def test_every_fixer_has_a_test() -> None:
    """A fix without one could do harm unnoticed."""
    assert {path.stem for path in HERE.glob("test_*.py")} >= {f"test_{name_of(fixer)}" for fixer in FIXERS}
