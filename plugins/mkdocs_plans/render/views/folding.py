"""Long lists, of which a page shows the first rows and folds the rest away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SHOWN = 10
"""How many rows of a long list stand open. Our convention."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Folded(Generic[T]):
    """A long list in two parts: what stands open, and the rest, which `is_elsewhere` where the parts of a
    large plan's page show it.
    """

    first: Sequence[T]
    rest: Sequence[T]
    is_elsewhere: bool = False

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.first) + len(self.rest)


def fold(rows: Sequence[T], shown: int = SHOWN) -> Folded[T]:
    """Part rows into the first ones and the rest; a single row more isn't worth folding."""
    at = shown if len(rows) > shown + 1 else len(rows)
    return Folded(rows[:at], rows[at:])
