"""Dates that moved as a terminal shows them: by theme, then the sums of the teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.history import History, Slip
from mkdocs_plans.history.slip_table import SlipRow, Sum, notes, slip_table
from mkdocs_plans.outputs.screen import Screen, heading, indented, joined, pairs, plain
from mkdocs_plans.wording.phrases import Phrases


def emit(slips: Sequence[Slip], history: History | None, said: Phrases, _: Callable[[str], str]) -> str:
    """Write how much moved in one line, then each date with its days and the changes that moved it."""
    table, say = slip_table(said, slips), said.language.gettext
    blocks: list[RenderableType] = [Text(table.summary, "bold")]
    blocks += (Text(note, "yellow") for note in notes(said, history))
    for group in table.themes:
        blocks.append(heading(group.sum.title))
        for row in group.rows:
            blocks += map(indented, _row(row, said))
    if table.teams:
        blocks += [heading(say("By %(team)s", **said.words.nouns)), indented(_teams(table.teams, said))]
    return Screen().written(blocks)


def _row(row: SlipRow, said: Phrases) -> Iterator[RenderableType]:
    of = f" ({plain(row.slip.plan.title)})" if row.slip.part else ""
    title = Text.assemble(plain(f"{row.kind}: {row.title}", "bold"), (of, "dim"))
    yield joined([title, plain(row.moved, "yellow")], said.comma)
    yield indented(pairs(_days(row, said)))


def _days(row: SlipRow, said: Phrases) -> Iterator[tuple[str, Text]]:
    say = said.language.gettext
    yield row.first.text, plain(say("first promised"), "dim")
    if row.known:
        yield row.known.text, plain(say("first promised, as git has it"), "yellow")
    for moved in row.rows:
        day = moved.day.text if moved.day else say("no date")
        told = (moved.when, (moved.commit or "")[:10], moved.author)
        yield day, joined([plain(one, "dim") for one in told], "  ")


def _teams(teams: Sequence[Sum], said: Phrases) -> RenderableType:
    return pairs((one.title, joined([plain(one.dates), plain(one.days)], said.comma)) for one in teams)
