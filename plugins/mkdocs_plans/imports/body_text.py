"""A text of the source → Markdown of a plan file's body, in which it is only text: no HTML, no link, no
heading, no attribute, no comment that places a view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_plans.yaml import Written

_ACTIVE = re.compile(r"[\\\[{`]")
_HEADING = re.compile(r"^(\s*)(#|=|~~~|-{3})", re.MULTILINE)


def as_text(value: Written) -> str:
    """A value in one line of text."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {as_text(item)}" for key, item in value.items())
    return "; ".join(map(as_text, value))


def as_markdown(text: str) -> str:
    """A text, which may have several lines, as Markdown that shows it."""
    said = _ACTIVE.sub(lambda sign: "\\" + sign[0], text).replace("<", "&lt;")
    return _HEADING.sub(lambda found: f"{found[1]}\\{found[2]}", said)


def as_cell(text: str) -> str:
    """A text as a cell of a Markdown table."""
    return " ".join(as_markdown(text).split()).replace("|", "\\|")


def as_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, without the columns that are empty in all rows."""
    filled = [at for at in range(len(head)) if any(row[at] for row in rows)]
    lines = [[as_cell(head[at]) for at in filled], ["---"] * len(filled)]
    lines += [[as_cell(row[at]) for at in filled] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
