"""Signs of a word processor around a name, a date or a number: its quotes, and what can't be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.model import FIELDS, TEXT_FIELDS
from mkdocs_plans.reading_rules.keys_and_values import INVALID_VALUE
from mkdocs_plans.source import NO_WIDTH, WIDE, Document, unquoted
from mkdocs_plans.yaml import Value

_TEXTS = TEXT_FIELDS | {"role"}
_OTHERS = frozenset({"unit", "extra", "path", "body", "ignore", "values"})
PLAIN = FIELDS - _TEXTS - _OTHERS
"""Fields that hold no text of the author's, in which no such sign is meant."""

MOST_TOLD = 5
"""From how many values on those with such signs are one finding: the file was typed elsewhere as a whole."""

_UNSEEN = re.compile(f"[{NO_WIDTH}]")
_BLANK = re.compile(f"[{WIDE}]")
_SUSPECT = re.compile(f"[{NO_WIDTH}{WIDE}“”„‟«»‘’‚‛‹›]")

Steps = tuple[str | int, ...]


def plain_sign(text: str) -> str:
    """A name, a date or a number without such signs."""
    bare = _BLANK.sub(" ", _UNSEEN.sub("", text)).strip()
    return unquoted(bare) or bare


def find_odd_signs(document: Document) -> Iterator[tuple[Steps, str]]:
    """Give each value with such signs: the steps that lead to it, and what it says."""
    yaml = document.yaml[0]
    if not yaml.isascii() and _SUSPECT.search(yaml):
        yield from _odd_values(document.values or {}, ())


def _odd_values(value: Value, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from _odd_values(item, (*steps, at))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _odd_values(item, (*steps, key))
    elif isinstance(value, str) and _is_plain(steps) and plain_sign(value) != value.strip():
        yield steps, value


def strip_odd_signs(document: Document) -> tuple[dict[str, Any], list[Finding]]:
    """The values as they are meant, and what was found in them."""
    odd = dict(find_odd_signs(document))
    if not odd:
        return dict(document.values or {}), []
    told = list(odd.items())[: 1 if len(odd) > MOST_TOLD else None]
    findings = [_finding(document.path, steps, value, len(odd) - len(told)) for steps, value in told]
    return {key: _plain(value, (key,), odd) for key, value in (document.values or {}).items()}, findings


def _plain(value: Value, steps: Steps, odd: Mapping[Steps, str]) -> Any:
    if isinstance(value, list):
        return [_plain(item, (*steps, at), odd) for at, item in enumerate(value)]
    if isinstance(value, dict):
        return {key: _plain(item, (*steps, key), odd) for key, item in value.items()}
    return plain_sign(str(value)) if steps in odd else value


def _finding(path: str, steps: Steps, value: str, others: int) -> Finding:
    plain = plain_sign(value)
    message, hint = "the quotes around this come from a word processor", f"write {plain}"
    if unseen := _UNSEEN.search(value):
        message = f"there is an invisible character here (U+{ord(unseen[0]):04X})"
    elif plain == _BLANK.sub(" ", value).strip():
        message = f"this isn't an ordinary space (U+{ord(_BLANK.search(value)[0]):04X})"  # type: ignore[index]
    if others:
        message += f"; {others} more values of this file have such characters"
        hint += ", and type the others again as well"
    return INVALID_VALUE.finding(message, path, Route(steps), hint)


def _is_plain(steps: Steps) -> bool:
    """Whether a value is a name, a date or a number, or one of several in a field of these (`readings`)."""
    names = [step for step in steps if isinstance(step, str)]
    return names[-1] not in _TEXTS and any(name in PLAIN for name in names[-2:])
