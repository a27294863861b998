"""What is due → the Markdown of a message: an issue or a comment on a code host, or a mail."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from mkdocs_plans.due import Due
from mkdocs_plans.outputs.due.agenda import Entry, Group, agenda_of
from mkdocs_plans.outputs.markdown import LIMIT, Markdown, fitted, markdown_template
from mkdocs_plans.wording.markdown_text import code, escape
from mkdocs_plans.wording.phrases import Phrases

MARKER = "<!-- mkdocs-plans:due -->"
"""What the message begins with, hidden, so that an issue is found again and brought up to date."""


def emit(found: Sequence[Due], said: Phrases, until: datetime.date, _: Callable[[str], str]) -> str:
    """Write what is due, by person, within `LIMIT` characters. Where it would be longer, the least
    pressing is left out, and the message says how much.

    People are named by their user names on code hosts, as code: who reads it sees them, and nobody is
    notified by it.
    """
    return fitted(lambda number: _written(said, found, until, number), len(found), LIMIT)


def _written(said: Phrases, found: Sequence[Due], until: datetime.date, number: int) -> str:
    agenda, left_out = agenda_of(said, found, until, number), len(found) - number
    more = said.language.ngettext(
        "%(num)d more is left out: `plans due` shows all.",
        "%(num)d more are left out: `plans due` shows all.",
        left_out,
    )
    given = {
        "marker": Markdown(MARKER),
        "title": agenda.title,
        "summary": agenda.summary,
        "groups": [_group(group) for group in agenda.groups],
        "left_out": Markdown(more if left_out else ""),
    }
    return markdown_template("due/message.md").render(given).strip() + "\n"


def _group(group: Group) -> dict[str, object]:
    names = ", ".join(f"{host} {code('@' + name)}" for host, name in group.hosts)
    heading = f"{escape(group.name)} ({names})" if names else escape(group.name)
    return {"heading": Markdown(heading), "lines": [Markdown(_line(entry)) for entry in group.entries]}


def _line(entry: Entry) -> str:
    when = f"**{escape(entry.when)}**" if entry.is_overdue else escape(entry.when)
    of = f" ({escape(entry.of)})" if entry.of else ""
    return f"{escape(entry.day)}, {when}: {escape(entry.kind)} “{escape(entry.what)}”{of}"
