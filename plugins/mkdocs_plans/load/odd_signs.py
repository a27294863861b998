"""Signs of a word processor around a name, a date or a number: its quotes, and what can't be seen."""

from __future__ import annotations

import re
from typing import Any

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.model import TYPES, Action, Entity, Goal, Person, Resource, Update
from mkdocs_plans.reading_rules.keys_and_values import INVALID_VALUE
from mkdocs_plans.source import Document, unquoted
from mkdocs_plans.yaml import Value

_TEXTS = frozenset(
    {"title", "summary", "statement", "note", "outcome", "do", "when", "measure", "name", "role"}
)
_OTHERS = frozenset({"unit", "extra", "path", "body", "ignore", "values"})
_ENTITIES: tuple[type[Entity], ...] = (*TYPES.values(), Goal, Action, Resource, Update, Person)
_FIELDS = frozenset(name for kind in _ENTITIES for name in kind.model_fields)
PLAIN = _FIELDS - _TEXTS - _OTHERS
"""Fields that hold no text of the author's, in which no such sign is meant."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SUSPECT = re.compile("[\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff“”„‟«»‘’‚‛‹›]")


def plain_sign(text: str) -> str:
    """A name, a date or a number without such signs."""
    bare = re.sub("[\u00a0\u202f]", " ", _UNSEEN.sub("", text)).strip()
    return unquoted(bare) or bare


def strip_odd_signs(document: Document) -> tuple[dict[str, Any], list[Finding]]:
    """The values as they are meant, and what was found in them."""
    findings: list[Finding] = []
    if not _SUSPECT.search(document.yaml[0]):
        return dict(document.values or {}), findings
    values = {
        key: _cleaned(document, value, (key,), findings) for key, value in (document.values or {}).items()
    }
    return values, findings


def _cleaned(document: Document, value: Value, steps: tuple[str | int, ...], findings: list[Finding]) -> Any:
    if isinstance(value, list):
        return [_cleaned(document, item, (*steps, at), findings) for at, item in enumerate(value)]
    if isinstance(value, dict):
        return {key: _cleaned(document, item, (*steps, key), findings) for key, item in value.items()}
    if not isinstance(value, str) or not _is_plain(steps) or (plain := plain_sign(value)) == value.strip():
        return value
    findings.append(_finding(document.path, steps, value, plain))
    return plain


def _finding(path: str, steps: tuple[str | int, ...], value: str, plain: str) -> Finding:
    message = "the quotes around this come from a word processor"
    if unseen := _UNSEEN.search(value):
        message = f"there is an invisible character here (U+{ord(unseen[0]):04X})"
    elif plain_sign(value) == re.sub("[\u00a0\u202f]", " ", value).strip():
        message = "this isn't an ordinary space (U+00A0)"
    return INVALID_VALUE.finding(message, path, Route(steps), f"write {plain}")


def _is_plain(steps: tuple[str | int, ...]) -> bool:
    """Whether a value is a name, a date or a number, or one of several in a field of these (`readings`)."""
    names = [step for step in steps if isinstance(step, str)]
    return names[-1] not in _TEXTS and any(name in PLAIN for name in names[-2:])
