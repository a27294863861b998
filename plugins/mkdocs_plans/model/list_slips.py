"""What is wrong with a list of goals, actions, resources, updates or values that isn't written as one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from mkdocs_plans.findings import MessageAndHint

BULLETS = re.compile(r"(?:[•·‣▪◦○●■□➢➤✓✔–—*+\uf0b7\uf0a7]\s*|\d{1,2}[.)]\s|[a-z]\)\s|-(?=\w))\S")
"""How the text begins that YAML makes of lines with other bullets, or with numbers."""

LONGEST_SHOWN = 60
"""From how many characters on a hint doesn't repeat a text."""

_NONE = frozenset({"none", "no", "-", "n/a"})


def describe_list_slip(  # noqa: PLR0911 - a slip each
    needed: str, fields: Collection[str], value: Any, today: str
) -> MessageAndHint | None:
    """Say what stands in the place of a list, whose items have some fields, one of which each needs."""
    shown = f"`- date: {today}`, and `note: …` below it" if needed == "date" else f"`- {needed}: …`"
    if isinstance(value, str) and BULLETS.match(value):
        return (
            "the items of this list lack their hyphens",
            f"write each on a line of its own: {shown}",
        )
    if isinstance(value, str) and "," in value and needed == "name":
        return (
            f'this must be a list, not the text "{value}"',
            f"put square brackets around it: `[{_short(value)}]`",
        )
    if isinstance(value, str):
        hint = f"write each on a line of its own: {shown.replace('…', _short(value))}"
        hint = "leave the field out if there are none" if value.lower() in _NONE else hint
        return f'this must be a list, not the text "{value}"', hint
    if not isinstance(value, dict) or not value:
        return None
    first = str(next(iter(value)))
    if BULLETS.match(first):
        return (
            "the items of this list lack their hyphens",
            f"write each on a line of its own: {shown}",
        )
    if first in fields:
        return "this must be a list, and the item lacks its hyphen", f"write `- ` before `{first}`"
    if all(isinstance(item, dict) for item in value.values()) and needed == "date":
        return "the items of a list begin with a hyphen", f"write `- date: {first}` in place of `{first}:`"
    if needed == "name" and all(isinstance(item, str) for item in value.values()):
        hint = f"write `- name: {first}`, and below it `statement: {_short(value[first])}`"
        return "the items of a list begin with a hyphen", hint
    if all(isinstance(item, dict) for item in value.values()):
        return "the items of a list begin with a hyphen", f"write `- id: {first}` in the place of `{first}:`"
    return (
        "this must be a list, but it is one item",
        f"begin each item with `- ` on a line of its own: {shown}",
    )


def _short(text: str) -> str:
    return text if len(text) < LONGEST_SHOWN else "…"
