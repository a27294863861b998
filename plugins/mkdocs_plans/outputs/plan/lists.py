"""What is in the plan: strategies, tactics, goals, teams and people, each as a table; and their tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from mkdocs_plans.due import Deadline
from mkdocs_plans.model import LevelPlan, Strategy, Theme
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.parts import badge, name, people, person, shown, state, title, when
from mkdocs_plans.outputs.plan.rows import PersonRow, PlanRow, Rows, TeamRow, rows_of
from mkdocs_plans.outputs.screen import Column, Row, Screen, joined, plain
from mkdocs_plans.wording.phrases import Phrases

Table = tuple[tuple[Column, ...], Sequence[Row]]
"""The columns and the rows. Of what is spare, what another list or `plans show` has goes first."""


def list_blocks(said: Phrases, listed: str, chosen: Tactics, screen: Screen) -> list[RenderableType]:
    """The list of a name of `LISTS`, with what the filters let through, and how many they are."""
    noun, table = LISTS[listed]
    head, rows = table(said, rows_of(said), chosen)
    if not rows:
        things = getattr(said.words, noun).many
        return [Text(said.language.gettext("%(things)s: none", things=things))]
    return [screen.table(head, rows), Text(f"\n{said.words.count(noun, len(rows))}", style="dim")]


def _tactics(said: Phrases, rows: Rows, chosen: Tactics) -> Table:
    say, words = said.language.gettext, said.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.tactic.one), Column(words.strategy.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("%(actions)s done", actions=words.action.many), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip
    return head, [
        (
            plain(row.plan.id, "cyan"),
            title(row.plan),
            name(row.strategy),
            people(said, row.plan.dri),
            name(row.team),
            state(said, row),
            joined([plain(said.done_of(row.progress)), _overdue(said, row.overdue)], said.comma),
            _end(said, row.end),
        )
        for row in rows.plans(said.plan.tactics.values(), chosen)
    ]


def _overdue(said: Phrases, number: int) -> Text:
    if not number:
        return Text()
    actions = said.words.count("action", number)
    return plain(said.language.gettext("%(actions)s overdue", actions=actions), "red")


def _end(said: Phrases, end: Deadline) -> Text:
    """A date and, on a line of its own, whether it is overdue; what it slipped by is told by `plans show`."""
    return when(said, replace(end, originally=None), "\n")


def _strategies(said: Phrases, rows: Rows, chosen: Tactics) -> Table:
    say, words = said.language.gettext, said.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.strategy.one), Column(words.theme.one, 3),
        Column(words.dri.one, 2), Column(words.team.one, 4), Column(say("How it goes")),
        Column(say("Progress"), 1), Column(say("Ends"), is_whole=True),
    )  # fmt: skip

    def progress(row: PlanRow) -> Text:
        measured = said.measured(row.progress) if row.progress.known < row.progress.total else ""
        notes = (plain(measured, "dim"), plain(said.kept(row.kept), "dim"))
        return joined([shown(said.share(row.progress.share)), *notes], said.comma)

    return head, [
        (
            plain(row.plan.id, "cyan"),
            title(row.plan),
            name(row.theme),
            people(said, row.plan.dri),
            name(row.team),
            state(said, row),
            progress(row),
            _end(said, row.end),
        )
        for row in rows.plans(said.plan.strategies.values(), chosen)
    ]


def _goals(said: Phrases, rows: Rows, chosen: Tactics) -> Table:
    say, words = said.language.gettext, said.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.goal.one), Column(words.dri.one, 3),
        Column(say("Now"), 1), Column(say("Target"), 2), Column(say("How it goes")),
        Column(say("Due"), is_whole=True),
    )  # fmt: skip
    return head, [
        (
            plain(f"{row.plan.id}#{row.goal.id}", "cyan"),
            title(row.goal),
            people(said, row.dri),
            plain(said.value(row.current, row.goal)),
            plain(said.value(row.goal.target, row.goal)),
            badge(said.goal_state(row.plan, row.goal)),
            _end(said, row.due),
        )
        for row in rows.goals(chosen)
    ]


def _teams(said: Phrases, rows: Rows, _: Tactics) -> Table:
    say, words = said.language.gettext, said.words
    head = (
        Column(say("Id"), is_whole=True), Column(words.team.one), Column(say("Lead"), 1),
        Column(words.person.many, 2), Column(words.tactic.many),
    )  # fmt: skip

    def health(row: TeamRow) -> Text:
        counts = [
            Text.assemble(f"{number} ", badge(said.health_kind(one))) for one, number in row.health.by_health
        ]
        return joined(counts, said.comma) or plain(words.count("tactic", row.tactics), "dim")

    return head, [
        (
            plain(row.team.id, "cyan"),
            Text.assemble("  " * row.depth, title(row.team)),
            person(said, row.team.lead),
            plain(str(row.people)),
            health(row),
        )
        for row in rows.teams()
    ]


def _people(said: Phrases, rows: Rows, chosen: Tactics) -> Table:
    say, words = said.language.gettext, said.words
    head = (
        Column(say("Handle"), is_whole=True), Column(words.person.one), Column(say("Role"), 1),
        Column(words.team.one, 2), Column(say("Answers for")),
    )  # fmt: skip

    def counts(row: PersonRow) -> str:
        numbers = {
            "strategy": row.strategies,
            "tactic": row.tactics,
            "goal": row.goals,
            "action": row.actions,
        }
        return " · ".join(words.count(noun, number) for noun, number in numbers.items() if number)

    return head, [
        (
            plain(row.person.handle, "cyan"),
            plain(row.person.shown_name),
            plain(row.person.role if row.person.name else ""),
            name(row.team),
            joined([plain(counts(row)), _overdue(said, row.overdue)], " · "),
        )
        for row in rows.people(chosen)
    ]


LISTS: dict[str, tuple[str, Callable[[Phrases, Rows, Tactics], Table]]] = {
    "tactics": ("tactic", _tactics),
    "strategies": ("strategy", _strategies),
    "goals": ("goal", _goals),
    "teams": ("team", _teams),
    "people": ("person", _people),
}
"""What can be listed, by the name that the command line has for it: its noun, and what makes its table."""


def tree_blocks(said: Phrases, chosen: Tactics) -> list[RenderableType]:
    """A tree for each theme, then what has none. A plan that the filters leave out stays where something
    below it passes them, so that each stands where it belongs.
    """
    trees = [tree for theme in (*said.plan.themes.values(), None) for tree in _tree(said, theme, chosen)]
    loose = Tree(Text(said.language.gettext("With no %(theme)s", theme=_small(said, "strategy")), "bold"))
    _add_alone(said, loose, None, chosen)
    found = [*trees, *([loose] if loose.children else [])]
    none = said.language.gettext("%(things)s: none", things=said.words.strategy.many)
    return list(found) or [Text(none)]


def _tree(said: Phrases, theme: Theme | None, chosen: Tactics) -> Iterator[Tree]:
    none = Text(said.language.gettext("With no %(theme)s", theme=_small(said, "theme")))
    tree = Tree(Text.assemble(title(theme) or none, style="bold"))
    members = said.plan.strategies_of(theme)
    ids = {one.id for one in members}
    seen: set[str] = set()
    first = [one for one in members if one.parent not in ids]
    for strategy in (*first, *members):  # those of a circle have none above them: each stands once
        if strategy.id not in seen:
            _add(said, tree, strategy, chosen, seen)
    if theme:
        _add_alone(said, tree, theme, chosen)
    if tree.children:
        yield tree


def _add_alone(said: Phrases, above: Tree, theme: Theme | None, chosen: Tactics) -> None:
    """Add the tactics that serve no strategy and stand under a theme, or under none."""
    for tactic in said.plan.tactics_under(theme):
        if rows_of(said).passes(tactic, chosen):
            above.add(_line(said, tactic))


def _add(said: Phrases, above: Tree, strategy: Strategy, chosen: Tactics, seen: set[str]) -> None:
    seen.add(strategy.id)
    branch = Tree(_line(said, strategy))
    for tactic in said.plan.tactics_of(strategy):
        if rows_of(said).passes(tactic, chosen):
            branch.add(_line(said, tactic))
    for child in said.plan.children_of(strategy):
        if child.id not in seen and said.plan.theme_of(child) is said.plan.theme_of(strategy):
            _add(said, branch, child, chosen, seen)
    if branch.children or rows_of(said).passes(strategy, chosen):
        above.children.append(branch)


def _line(said: Phrases, one: LevelPlan) -> Text:
    row = rows_of(said).row(one)
    end = when(said, replace(row.end, originally=None))
    facts = joined([state(said, row), people(said, one.dri), end], " · ")
    return Text.assemble(title(one), "  ", plain(one.id, "cyan"), "  ", facts)


def _small(said: Phrases, noun: str) -> str:
    return said.language.small(getattr(said.words, noun).one)
