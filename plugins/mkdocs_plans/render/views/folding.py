"""Long lists, of which a page shows the first rows and folds the rest away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SHOWN = 10
"""How many rows of a long list stand open. Our convention."""


def fold(rows: Sequence[Any], shown: int = SHOWN) -> dict[str, Any]:
    """Part rows into the first ones and the rest; a single row more isn't worth folding."""
    at = shown if len(rows) > shown + 1 else len(rows)
    return {"first": rows[:at], "rest": rows[at:]}
