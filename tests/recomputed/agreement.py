"""What tests say where a figure isn't the one that comes out by hand."""

from __future__ import annotations

from tests.recomputed.expected import Figures


def differences(place: str, right: Figures, found: Figures) -> list[str]:
    """Say of each figure that isn't the right one where it stands, what it should be and what it is."""
    return [
        f"{place}: {name}: expected {right.get(name)}, found {found.get(name)}"
        for name in sorted({*right, *found})
        if not _agree(right.get(name), found.get(name))
    ]


def _agree(right: object, found: object) -> bool:
    return found in right if isinstance(right, frozenset) else right == found
