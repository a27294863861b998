"""Dates that moved → Markdown, for an issue or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mkdocs_plans.history import History, Slip
from mkdocs_plans.history.slip_table import SlipRow, notes, slip_table
from mkdocs_plans.outputs.markdown import LIMIT, fitted
from mkdocs_plans.wording.markdown_text import code, escape
from mkdocs_plans.wording.phrases import Phrases


def emit(
    slips: Sequence[Slip], history: History | None, said: Phrases, shown_path: Callable[[str], str]
) -> str:
    """Write how much moved in one line, then a list of the dates for each theme. Where it would be longer
    than code hosts take, whole lines are left out at the end, and it says how many.
    """
    lines = list(_lines(slips, history, said, shown_path))

    def write(number: int) -> str:
        left = said.language.ngettext(
            "%(num)d line is left out because there is no room here: %(command)s shows all of them.",
            "%(num)d lines are left out because there is no room here: %(command)s shows all of them.",
            len(lines) - number, command="`plans slips`",
        )  # fmt: skip
        return "\n".join((*lines[:number], *(["", f"*{left}*"] if number < len(lines) else []))) + "\n"

    return fitted(write, len(lines), LIMIT)


def _lines(
    slips: Sequence[Slip], history: History | None, said: Phrases, shown_path: Callable[[str], str]
) -> Iterator[str]:
    table, say = slip_table(said, slips), said.language.gettext
    yield from (f"## {escape(say('Dates that moved'))}", "", escape(table.summary))
    for note in notes(said, history):
        yield from ("", f"*{escape(note)}*")
    for group in table.themes:
        yield from ("", f"### {escape(group.sum.title)}", "")
        for row in group.rows:
            yield from _row(row, said, shown_path)
    if table.teams:
        yield from ("", f"### {escape(say('By %(team)s', **said.words.nouns))}", "")
        for one in table.teams:
            sums = say(", ").join(filter(None, (one.dates, one.days)))
            yield f"- **{escape(one.title)}**{say(': ')}{escape(sums)}"


def _row(row: SlipRow, said: Phrases, shown_path: Callable[[str], str]) -> Iterator[str]:
    say = said.language.gettext
    path = code(shown_path(row.slip.plan.path))
    yield f"- **{escape(row.kind)}{say(': ')}{escape(row.title)}** ({path}){say(', ')}{escape(row.moved)}"
    yield f"  - {escape(row.first.text)}{say(', ')}{escape(say('first promised'))}"
    if row.known:
        yield f"  - {escape(row.known.text)}{say(', ')}{escape(say('first promised, as git has it'))}"
    for moved in row.rows:
        day = escape(moved.day.text if moved.day else say("no date"))
        commit = f"{say(', ')}{code(moved.commit[:10])}" if moved.commit else ""
        author = f"{say(', ')}{escape(moved.author)}" if moved.author else ""
        yield f"  - {day}{say(', ')}{escape(moved.when)}{commit}{author}"
