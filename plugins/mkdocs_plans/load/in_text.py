"""What a mission, a vision or values lack in their front matter, and have in the text below it."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.reading_rules.keys_and_values import MISSING_FIELD
from mkdocs_plans.source import Document
from mkdocs_plans.yaml import quote

_NAME = r"(?P<name>[^\n]{1,80}?)(?:[:–—-]\**\s[^\n]*)?$"
_ITEM = re.compile(rf"^(?:[-*+•]|\d+[.)])[ \t]+{_NAME}", re.MULTILINE)
_HEADING = re.compile(rf"^#{{2,6}}[ \t]+{_NAME}", re.MULTILINE)
_MARKS = re.compile(r"[*_`]+")
LONGEST_SHOWN = 80
"""How many characters of a text a hint repeats."""


def found_in_text(finding: Finding, document: Document) -> Finding:
    """The finding for a missing statement or for missing values, with a hint to move them where they stand
    in the text; any other finding as it is.
    """
    if finding.rule != MISSING_FIELD.name or not document.body:
        return finding
    if finding.at == Route.to("values"):
        item = _ITEM.search(document.body) or _HEADING.search(document.body)
        return replace(finding, hint=_of_values(item["name"])) if item else finding
    if finding.at == Route.to("statement"):
        lines = (line.strip() for line in document.body.splitlines())
        first = next((line for line in lines if line and not line.startswith(_NO_TEXT)), "")
        text = _as_yaml(first) if 0 < len(first) <= LONGEST_SHOWN else "…"
        hint = f"move it from the text to the front matter: `statement: {text}`"
        return replace(finding, hint=hint) if first else finding
    return finding


_NO_TEXT = ("#", "<", "---", "!!!", "???", "```", "~~~")
"""How lines begin that aren't the text of a statement: headings, comments, blocks."""


def _of_values(name: str) -> str:
    plain = _as_yaml(_MARKS.sub("", name).strip(" :."))
    return (
        f"move them from the text to the front matter: write `values:`, and below it `  - {plain}` and so on"
    )


def _as_yaml(text: str) -> str:
    """A text as it can stand behind a colon or a hyphen."""
    is_plain = text[:1].isalnum() and ": " not in text and " #" not in text and not text.endswith(":")
    return text if is_plain else quote(text)
