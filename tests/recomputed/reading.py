"""Figures as pages and terminal say them alike."""

from __future__ import annotations

import re

from tests.recomputed.by_hand import number_in

STATES = {
    "Reached": "reached", "Met": "reached", "In progress": "open", "Not met yet": "open",
    "Not reached": "not reached",
    "Not known: no baseline": "no baseline", "Not measured yet": "unmeasured",
    "Held": "held", "Not held": "not held", "Dropped": "dropped",
}  # fmt: skip
"""How a goal stands."""

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
"""Currencies by the sign that stands for them."""


def days_late(text: str) -> int | None:
    """How many days something is overdue."""
    found = re.search(r"(\d+) days? overdue", text)
    return int(found[1]) if found else None


def days_slipped(text: str) -> int | None:
    """By how many days something is later than first promised; less than nothing where it is earlier."""
    found = re.search(r"(\d+) days? (later|earlier) than first promised", text)
    return int(found[1]) * (1 if found[2] == "later" else -1) if found else None


def of(text: str, word: str) -> str | None:
    """So many of so many, before a word: `2 of 3 measured`."""
    found = re.search(rf"(\d+ of \d+){word}", text)
    return found[1] if found else None


def says(note: str) -> str:
    """How a health came about."""
    if computed := re.fullmatch("reported; computed from the figures: (.+)", note):
        return f"reported, computed {computed[1]}"
    return (
        "reported" if note == "reported" else "computed" if note == "computed from the figures" else "unknown"
    )


def costs(together: str) -> dict[str, object]:
    """The sums of costs by currency, and how many costs in words they leave out."""
    if not together:
        return {}
    sums, _, words = together.removeprefix("Together ").partition(", and ")
    return {
        "costs": {SIGNS[one[0]]: number_in(one) for one in sums.split(" + ")},
        "costs in words": int(words.split()[0]) if words else 0,
    }
