"""Texts without quotes, of which YAML leaves a part out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_plans.findings import Finding, Route, Span
from mkdocs_plans.model import TEXT_FIELDS
from mkdocs_plans.model.numbers import number_text, possible
from mkdocs_plans.reading_rules.files import TEXT_CUT_BY_COMMA, TEXT_CUT_BY_HASH
from mkdocs_plans.reading_rules.keys_and_values import MISSPELT_FIELD, UNKNOWN_FIELD
from mkdocs_plans.source import Cut, Document
from mkdocs_plans.yaml import quote

TEXTS = TEXT_FIELDS | {"unit"}
"""Fields in which a `#` is more likely a part of the text than the start of a comment."""

WITH_COMMA = TEXTS | {"role", "cost"}
"""Fields in which what follows a comma is likely the rest of the text."""

_WITH_HASHES = TEXTS | {"number", "role"}

LONGEST_SHOWN = 60
"""How many characters of a text a hint repeats."""

_NUMBERS = frozenset({"baseline", "target", "targets", "readings"})
_WITH_HASH = re.compile(r"#(\d+(?:[.,]\d+)*)", re.ASCII)
"""`#1`, for the first."""

_ABOUT_KEYS = frozenset({UNKNOWN_FIELD.name, MISSPELT_FIELD.name})
_FREE = frozenset({"readings", "targets", "ignore"})
"""Mappings whose keys are no fields of ours: one without a value is found by its value."""


def find_cuts_by_hash(document: Document) -> Iterator[Finding]:
    """Give the texts that are cut at a `#`."""
    for steps, rest, span in document.texts_cut_by_hash():
        field_name = next((step for step in reversed(steps) if isinstance(step, str)), "")
        at = Span(span.line, span.column + len(rest) - len(rest.lstrip()), span.end_column)
        if field_name in _WITH_HASHES:
            message = "`#` starts a comment, so this part of the text is lost"
            hint = "put quotes around the whole text"
            yield TEXT_CUT_BY_HASH.finding(message, document.path, at, hint)
        elif field_name == "color" and (document.values or {}).get("type") == "theme":
            message = "`#` starts a comment, so this colour is lost"
            yield TEXT_CUT_BY_HASH.finding(
                message, document.path, at, f'put quotes around it: "{rest.strip()}"'
            )
        elif is_of_number(steps) and (number := _lost_number(document, steps, rest)):
            message = "`#` starts a comment, so this number is lost"
            hint = f"write the number alone: {number}"
            yield TEXT_CUT_BY_HASH.finding(message, document.path, at, hint)


def is_of_number(steps: tuple[str | int, ...]) -> bool:
    """Whether a value is read as a number."""
    return not _NUMBERS.isdisjoint(map(str, steps))


def _lost_number(document: Document, steps: tuple[str | int, ...], rest: str) -> str:
    """The number that stands behind a `#` where nothing stands before it; nothing where there is none."""
    value: Any = document.values
    for step in steps:
        value = value[step]
    found = _WITH_HASH.match(rest.strip())
    return found[1] if value is None and found else ""


def find_cuts_by_comma(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Put the texts that are cut at a comma in the place of what was found of their pieces."""
    found = list(findings)
    if not any(_may_be_cut(finding) for finding in found):
        return found
    for cut in document.texts_cut_by_comma():
        lost = {(*cut.steps, name) for name in cut.lost}
        if any(_may_be_cut(finding) and _steps(finding) in lost for finding in found):
            pieces = {*lost, (*cut.steps, cut.key)}
            found = [finding for finding in found if not _is_piece(finding, pieces, cut.comma)]
            found.append(_cut_finding(document, cut))
    return found


def _steps(finding: Finding) -> tuple[str | int, ...]:
    return finding.at.steps if isinstance(finding.at, Route) else ()


def _may_be_cut(finding: Finding) -> bool:
    """Whether a finding may be about what stands behind a comma."""
    return finding.rule in _ABOUT_KEYS or _steps(finding)[-2:-1] in {(name,) for name in _FREE}


def _is_piece(finding: Finding, pieces: set[tuple[str | int, ...]], comma: Span) -> bool:
    """Whether a finding is about a piece of a text, or about one that is there twice."""
    at = finding.at
    if isinstance(at, Span):
        return at.line == comma.line and comma.column <= at.column < comma.end_column
    return _steps(finding) in pieces


def _cut_finding(document: Document, cut: Cut) -> Finding:
    message, hint = (
        "the text ends at this comma, and the rest of it would be left out of the plan",
        _hint(cut),
    )
    if not hint:
        message = "nothing says what this is, and it would be left out of the plan"
        hint = "write it as `key: value`, or put quotes around the text that it belongs to"
    return TEXT_CUT_BY_COMMA.finding(message, document.path, cut.comma, hint)


def _hint(cut: Cut) -> str:
    """What to do about a cut; nothing where what follows the comma may be anything."""
    if is_of_text(cut):
        shown = quote(" ".join(cut.text.split())) if len(cut.text) <= LONGEST_SHOWN else '"…"'
        return f"put quotes around the whole text: `{cut.key}: {shown}`"
    if cut.key == "contributors" and cut.text:
        return f"put the list in square brackets: `contributors: [{cut.text}]`"
    if numbers := possible(cut.text):
        ways = " or ".join(f"`{cut.key}: {number_text(number)}`" for number in numbers)
        return f"write the number without a comma, as {ways}"
    return ""


def is_of_text(cut: Cut) -> bool:
    """Whether what follows the comma is likely the rest of a text."""
    return bool(cut.text) and (cut.key in WITH_COMMA or cut.steps[-1:] == ("ignore",))
