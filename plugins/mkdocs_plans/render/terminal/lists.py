"""Strategies, tactics, goals, teams and people, each as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans import standing
from mkdocs_plans.model import LevelPlan, Tactic, Team
from mkdocs_plans.model.views import People, Tactics
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link, When
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.terminal.screen import Screen
from mkdocs_plans.render.terminal.table import Column, Row
from mkdocs_plans.render.terminal.words import badge, joined, link, plain, state, when
from mkdocs_plans.render.views import people as people_view
from mkdocs_plans.render.views.filters import passes
from mkdocs_plans.render.views.people import PersonRow

Table = tuple[tuple[Column, ...], Sequence[Row]]
"""The columns and the rows. Of what is spare, what another list or `plans show` has goes first."""


def list_blocks(page: Presenter, name: str, chosen: Tactics, screen: Screen) -> list[RenderableType]:
    """The list of a name of `LISTS`, with what the filters let through, and how many they are."""
    noun, rows_of = LISTS[name]
    head, rows = rows_of(page, chosen)
    label = getattr(page.words, noun).many
    if not rows:
        return [Text(page.language.gettext("%(things)s: none", things=label))]
    return [screen.table(head, rows), Text(f"\n{page.words.count(noun, len(rows))}", style="dim")]


def _tactics(page: Presenter, chosen: Tactics) -> Table:
    shown = [one for one in page.plan.tactics.values() if passes(page, one, chosen)]
    say, words = page.language.gettext, page.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.tactic.one), Column(words.strategy.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("%(actions)s done", actions=words.action.many), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip
    return head, [_tactic(page, one) for one in shown]


def _tactic(page: Presenter, tactic: Tactic) -> Row:
    row = page.tactic_row(tactic)
    late = len(standing.overdue_actions(tactic, page.today))
    overdue = page.language.gettext("%(actions)s overdue", actions=page.words.count("action", late))
    return (
        *_named(row, tactic),
        link(row.strategy),
        link(row.dri),
        link(row.team),
        state(row.health, row.status),
        joined([plain(row.done), plain(overdue if late else "", "red")]),
        _end(page, row.end),
    )


def _end(page: Presenter, end: When) -> Text:
    """A date and, on a line of its own, whether it is overdue; what it slipped by is told by `plans show`."""
    return when(replace(end, originally=None), page.language, "\n")


def _strategies(page: Presenter, chosen: Tactics) -> Table:
    shown = [one for one in page.plan.strategies.values() if passes(page, one, chosen)]
    say, words = page.language.gettext, page.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.strategy.one), Column(words.theme.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("Progress"), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip
    rows: list[Row] = []
    for one in shown:
        card, theme = page.strategy_card(one), page.plan.theme_of(one)
        progress = card.progress.text if card.progress else ""
        rows.append(
            (
                *_named(card, one),
                link(page.link(theme) if theme else None),
                link(card.dri),
                link(card.team),
                state(card.health, card.status),
                joined([plain(progress), plain(card.measured, "dim"), plain(card.kept, "dim")]),
                _end(page, card.end),
            )
        )
    return head, rows


def _named(row: Item, plan: LevelPlan) -> tuple[Text, Text]:
    return plain(plan.id, "cyan"), link(row.link, with_number=True)


def _goals(page: Presenter, chosen: Tactics) -> Table:
    say, words = page.language.gettext, page.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.goal.one), Column(words.dri.one, 3),
        Column(say("Now"), 1), Column(say("Target"), 2), Column(say("How it goes")),
        Column(say("Due"), is_whole=True),
    )  # fmt: skip
    plans = (one for one in page.plan.plans.values() if passes(page, one, chosen))
    return head, [_goal(page, GoalOf(one, goal)) for one in plans for goal in one.goals]


def _goal(page: Presenter, found: GoalOf) -> Row:
    shown = page.goal(found, is_alone=True)
    return (
        plain(f"{found.plan.id}#{found.goal.id}", "cyan"),
        link(shown.link, with_number=True),
        link(shown.dri),
        plain(shown.current),
        plain(shown.target),
        badge(shown.state),
        _end(page, shown.due),
    )


def _teams(page: Presenter, _: Tactics) -> Table:
    say, words = page.language.gettext, page.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.team.one), Column(say("Lead"), 1),
        Column(words.person.many, 2), Column(words.tactic.many),
    )  # fmt: skip
    return head, [row for team in page.plan.teams_below(None) for row in _team(page, team, 0, frozenset())]


def _team(page: Presenter, team: Team, depth: int, above: frozenset[str]) -> Iterable[Row]:
    """Give a team, then those within it; a circle ends where it closes."""
    tactics = page.plan.tactics_of_team(team)
    counts = page.counts(tactics).rows
    health = joined(Text.assemble(f"{number} ", badge(one)) for one, number in counts)
    yield (
        plain(team.id, "cyan"),
        Text.assemble("  " * depth, link(page.link(team), with_number=True)),
        link(page.person(team.lead)),
        plain(str(len(page.plan.people_of(team)))),
        health or plain(page.words.count("tactic", len(tactics)), "dim"),
    )
    for below in page.plan.teams_below(team):
        if below.id not in above:
            yield from _team(page, below, depth + 1, above | {team.id})


def _people(page: Presenter, chosen: Tactics) -> Table:
    say, words = page.language.gettext, page.words
    head = (
        Column(say("Handle"), is_whole=True), Column(words.person.one), Column(say("Role"), 1),
        Column(words.team.one, 2), Column(say("Answers for")),
    )  # fmt: skip
    groups = people_view.show(page, People(team=chosen.team)).groups
    return head, [_person(page, one, group.link) for group in groups for one in group.people]


def _person(page: Presenter, row: PersonRow, team: Link | None) -> Row:
    overdue = page.language.gettext("%(actions)s overdue", actions=row.overdue) if row.overdue else ""
    counts = plain(" · ".join(row.counts))
    return (
        plain(row.handle, "cyan"), link(row.link), plain(row.role), link(team),
        joined([counts, plain(overdue, "red")], " · "),
    )  # fmt: skip


LISTS: dict[str, tuple[str, Callable[[Presenter, Tactics], Table]]] = {
    "tactics": ("tactic", _tactics),
    "strategies": ("strategy", _strategies),
    "goals": ("goal", _goals),
    "teams": ("team", _teams),
    "people": ("person", _people),
}
"""What can be listed, by the name that the command line has for it: its noun, and what makes its rows."""
