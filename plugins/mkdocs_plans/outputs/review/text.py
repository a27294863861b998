"""A review as text, with colour where the terminal has it."""

from __future__ import annotations

from collections.abc import Callable

import click

from mkdocs_plans.changes import Review, Teller, tell_headline, tell_summary
from mkdocs_plans.changes.lines import Line, Section
from mkdocs_plans.changes.outline import outline
from mkdocs_plans.wording.terminal_text import printable

LONGEST = 300
"""How many characters of one text are shown. Our convention."""


def emit(review: Review, teller: Teller, shown_path: Callable[[str], str], _: int = 0) -> str:
    """Write what the change amounts to, how many plans it is about, then each section with its lines."""
    headline, summary = (tell(teller, review).written(_shown) for tell in (tell_headline, tell_summary))
    if review.is_empty:
        return f"{summary}\n"
    blocks = list(dict.fromkeys((click.style(headline, bold=True), summary)))
    blocks += (_section(section) for section in outline(review, teller, shown_path))
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> str:
    rows = [click.style(section.title.written(_shown), fg="cyan", bold=True)]
    for first, lines in section.groups:
        indent = "  "
        if first.group is not None:
            title, file = click.style(first.group.written(_shown), bold=True), _shown(first.file)
            rows.append(f"  {title}{file and ' ' + click.style(file, dim=True)}")
            indent = "    "
        rows += (indent + _line(line) for line in lines)
    return "\n".join(rows)


def _line(line: Line) -> str:
    text = line.text.written(_shown)
    if line.verdict:
        text = f"{click.style(_shown(line.verdict), fg='yellow')}: {text}"
    if not line.lead:
        return text
    names = ", ".join(f"{host} @{_shown(name)}" for host, name in line.names)
    where = click.style(f" ({_shown(line.path)}, {line.rule})", dim=True) if line.rule else ""
    return f"{click.style(_shown(line.lead), bold=True)}{f' ({names})' if names else ''}: {text}{where}"


def _shown(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
