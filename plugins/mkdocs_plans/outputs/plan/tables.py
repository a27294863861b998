"""Strategies, tactics, goals, teams and people, each as a table of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.parts import badge, name, person, rows_of, shown, state, title, when
from mkdocs_plans.outputs.plan.rows import Deadline, GoalRow, PersonRow, Rows, StrategyRow, TacticRow, TeamRow
from mkdocs_plans.outputs.screen import Column, Row, Screen, joined, plain
from mkdocs_plans.wording.phrases import Phrases

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Table(Generic[T]):
    """A list: the noun of what is in it, its columns, its rows, and the cells of a row. Of what is spare,
    what another list or `plans show` has goes first.
    """

    noun: str
    columns: Callable[[Phrases], Sequence[Column]]
    rows: Callable[[Rows, Tactics], Iterable[T]]
    cells: Callable[[Phrases, T], Row]


def list_blocks(said: Phrases, listed: str, chosen: Tactics, screen: Screen) -> list[RenderableType]:
    """The list of a name of `LISTS`, with what the filters let through, and how many they are."""
    table = _TABLES[listed]
    cells = [table.cells(said, row) for row in table.rows(rows_of(said), chosen)]
    if not cells:
        things = getattr(said.words, table.noun).many
        return [Text(said.language.gettext("%(things)s: none", things=things))]
    count = Text(f"\n{said.words.count(table.noun, len(cells))}", style="dim")
    return [screen.table(table.columns(said), cells), count]


def _end(said: Phrases, end: Deadline) -> Text:
    """A date and, on a line of its own, whether it is overdue; what it slipped by is told by `plans show`."""
    return when(said, replace(end, originally=None), "\n")


def _tactic_columns(said: Phrases) -> tuple[Column, ...]:
    say, words = said.language.gettext, said.words
    return (
        Column(say("Id"), is_whole=True), Column(words.tactic.one), Column(words.strategy.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("%(actions)s done", actions=words.action.many), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip


def _tactic(said: Phrases, row: TacticRow) -> Row:
    late = said.language.gettext("%(actions)s overdue", actions=said.words.count("action", row.overdue))
    return (
        plain(row.plan.id, "cyan"),
        title(row.plan),
        name(row.strategy),
        person(said, row.plan.dri),
        name(row.team),
        state(said, row),
        joined([
            plain(said.done_of(row.progress) if row.progress.total else ""),
            plain(late if row.overdue else "", "red"),
        ]),
        _end(said, row.end),
    )  # fmt: skip


def _strategy_columns(said: Phrases) -> tuple[Column, ...]:
    say, words = said.language.gettext, said.words
    return (
        Column(say("Id"), is_whole=True), Column(words.strategy.one), Column(words.theme.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("Progress"), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip


def _strategy(said: Phrases, row: StrategyRow) -> Row:
    progress = shown(said.share(row.progress.share))
    measured = said.measured(row.progress) if row.progress.known < row.progress.total else ""
    return (
        plain(row.plan.id, "cyan"),
        title(row.plan),
        name(row.theme),
        person(said, row.plan.dri),
        name(row.team),
        state(said, row),
        joined([progress, plain(measured, "dim"), plain(said.kept(row.kept), "dim")]),
        _end(said, row.end),
    )


def _goal_columns(said: Phrases) -> tuple[Column, ...]:
    say, words = said.language.gettext, said.words
    return (
        Column(say("Id"), is_whole=True), Column(words.goal.one), Column(words.dri.one, 3),
        Column(say("Now"), 1), Column(say("Target"), 2), Column(say("How it goes")),
        Column(say("Due"), is_whole=True),
    )  # fmt: skip


def _goal(said: Phrases, row: GoalRow) -> Row:
    return (
        plain(f"{row.plan.id}#{row.goal.id}", "cyan"),
        title(row.goal),
        person(said, row.dri),
        plain(said.value(row.current, row.goal)),
        plain(said.value(row.goal.target, row.goal)),
        badge(said.goal_state(row.plan, row.goal)),
        _end(said, row.due),
    )


def _team_columns(said: Phrases) -> tuple[Column, ...]:
    say, words = said.language.gettext, said.words
    return (
        Column(say("Id"), is_whole=True), Column(words.team.one), Column(say("Lead"), 1),
        Column(words.person.many, 2), Column(words.tactic.many),
    )  # fmt: skip


def _team(said: Phrases, row: TeamRow) -> Row:
    numbers = [(number, badge(said.health_kind(health))) for health, number in row.health.by_health]
    return (
        plain(row.team.id, "cyan"),
        Text.assemble("  " * row.depth, title(row.team)),
        person(said, row.team.lead),
        plain(str(row.people)),
        joined(Text.assemble(f"{number} ", health) for number, health in numbers)
        or plain(said.words.count("tactic", row.tactics), "dim"),
    )


def _person_columns(said: Phrases) -> tuple[Column, ...]:
    say, words = said.language.gettext, said.words
    return (
        Column(say("Handle"), is_whole=True), Column(words.person.one), Column(say("Role"), 1),
        Column(words.team.one, 2), Column(say("Answers for")),
    )  # fmt: skip


def _person(said: Phrases, row: PersonRow) -> Row:
    one, count = row.person, said.words.count
    numbers = [
        ("strategy", row.strategies), ("tactic", row.tactics), ("goal", row.goals), ("action", row.actions),
    ]  # fmt: skip
    counts = " · ".join(count(noun, number) for noun, number in numbers if number)
    late = said.language.gettext("%(actions)s overdue", actions=count("action", row.overdue))
    return (
        plain(one.handle, "cyan"),
        plain(one.shown_name),
        plain(one.role if one.name else ""),
        name(row.team),
        joined([plain(counts), plain(late if row.overdue else "", "red")], " · "),
    )


_TABLES: dict[str, _Table[Any]] = {
    "tactics": _Table("tactic", _tactic_columns, Rows.tactics, _tactic),
    "strategies": _Table("strategy", _strategy_columns, Rows.strategies, _strategy),
    "goals": _Table("goal", _goal_columns, Rows.goals, _goal),
    "teams": _Table("team", _team_columns, lambda rows, _: rows.teams(), _team),
    "people": _Table("person", _person_columns, Rows.people, _person),
}

LISTS = {listed: table.noun for listed, table in _TABLES.items()}
"""What can be listed, by the name that the command line has for it, with its noun."""
