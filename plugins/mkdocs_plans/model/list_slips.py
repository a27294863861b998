"""What is wrong with a list of goals, actions, resources, updates or values that isn't written as one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

MessageAndHint = tuple[str, str]
"""A message and its hint."""

BULLETS = re.compile(r"(?:[•·‣▪◦○●■□➢➤✓✔–—*+]\s*|\d{1,2}[.)]\s|-(?=\w))\S")
"""How the text begins that YAML makes of lines with other bullets, or with numbers."""

_NONE = frozenset({"none", "no", "-", "n/a"})
_DATED = "`- date: 2026-01-31`, and `note: …` below it"


def describe_list_slip(  # noqa: PLR0911 - a slip each
    needed: str, fields: Collection[str], value: Any
) -> MessageAndHint | None:
    """Say what stands in the place of a list, whose items have some fields, one of which each needs."""
    shown = _DATED if needed == "date" else f"`- {needed}: …`"
    if isinstance(value, str) and BULLETS.match(value):
        return (
            "the items of this list don't begin with a hyphen",
            f"write each as {shown}, on a line of its own",
        )
    if isinstance(value, str):
        hint = f"write each on a line of its own, as {shown.replace('…', value if len(value) < 60 else '…')}"
        hint = "leave the key out where there are none" if value.lower() in _NONE else hint
        return f'expected a list, not the text "{value}"', hint
    if not isinstance(value, dict) or not value:
        return None
    first = str(next(iter(value)))
    if BULLETS.match(first):
        return (
            "the items of this list don't begin with a hyphen",
            f"write each as {shown}, on a line of its own",
        )
    if first in fields:
        return "expected a list, and this is one item without its hyphen", f"write `- ` before `{first}`"
    if all(isinstance(item, dict) for item in value.values()):
        return "the items of a list begin with a hyphen", f"write `- id: {first}` in the place of `{first}:`"
    return (
        "expected a list, and this is one item",
        f"begin each item with `- ` on a line of its own, as {shown}",
    )
