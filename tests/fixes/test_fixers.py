"""Every fixer is in the list, says what it does, and has a test."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from mkdocs_plans import fixes
from mkdocs_plans.fixes import FIXERS
from mkdocs_plans.rules import RULES

HERE = Path(__file__).parent


def name_of(fixer: ModuleType) -> str:
    return fixer.__name__.rpartition(".")[2]


@pytest.mark.parametrize("fixer", FIXERS, ids=name_of)
def test_a_fixer_says_what_it_does_and_what_it_leaves_alone(fixer: ModuleType) -> None:
    """With an example, before and after; and it looks at findings of rules that there are."""
    doc = inspect.cleandoc(fixer.__doc__ or "")
    assert re.match(r"[A-Z][^\n]+\.\n\n    .*→", doc)
    assert "\n\nLeft alone: " in doc
    assert set(fixer.RULES) <= set(RULES)


def test_every_fixer_is_in_the_list_and_has_a_test() -> None:
    """A file that no list names would never be asked."""
    folder = Path(inspect.getfile(fixes)).parent
    files = {
        path.stem for path in folder.glob("*.py") if re.search(r"^RULES = ", path.read_text(), re.MULTILINE)
    }
    assert files == {name_of(fixer) for fixer in FIXERS}
    assert {path.stem for path in HERE.glob("test_*.py")} >= {f"test_{name}" for name in files}
