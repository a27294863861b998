"""Text that stands without quotes where it needs them."""

from __future__ import annotations

import re

from mkdocs_plans.model import TYPES, Action, Entity, Goal, Person, Resource, Update, ValueStatement

_ENTITIES: tuple[type[Entity], ...] = (
    *TYPES.values(),
    *(Goal, Action, Resource, Update, ValueStatement, Person),
)
FIELDS = frozenset(name for entity in _ENTITIES for name in entity.model_fields)
"""All fields that we have, wherever they may stand."""

_FIELD = re.compile(rf"(?:^|[\s,{{])(?:{'|'.join(sorted(FIELDS))})\s*:(?:\s|$)")

_SPECIAL = "-?:,[]{}#&*!|>'\"%@`"
"""The signs that mean something to YAML at the start of a text."""


def is_plain(text: str) -> bool:
    """Whether a text begins as one without quotes does, and all of it is meant as text: no second
    field stands in it (`Hire now dri: vp-sales`), and no quote is opened or closed alone.
    """
    return bool(text) and text[0] not in _SPECIAL and text.count('"') % 2 == 0 and not _FIELD.search(text)


def without_comment(rest: str) -> str | None:
    """The text of the rest of a line, without the comment and the white space that end it; None where
    a `#` may be either a comment's or the text's.
    """
    text, hash_, comment = re.sub(r"\s+#", "\0#", rest, count=1).partition("\0")
    if hash_ and not re.match(r"#+(\s|$)", comment):
        return None
    return text.rstrip()
