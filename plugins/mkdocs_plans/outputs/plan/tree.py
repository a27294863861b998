"""Themes, their strategies, the tactics that serve them, as one tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from mkdocs_plans.model import LevelPlan, Strategy, Theme
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.parts import person, rows_of, state, title, when
from mkdocs_plans.outputs.screen import joined, plain
from mkdocs_plans.wording.phrases import Phrases


def tree_blocks(said: Phrases, chosen: Tactics) -> list[RenderableType]:
    """A tree for each theme, then what has none. A plan that the filters leave out stays where something
    below it passes them, so that each stands where it belongs.
    """
    trees = [tree for theme in (*said.plan.themes.values(), None) for tree in _theme(said, theme, chosen)]
    loose = Tree(Text(said.language.gettext("With no %(theme)s", theme=_small(said, "strategy")), "bold"))
    for tactic in said.plan.tactics.values():
        if said.plan.strategy_of(tactic) is None and rows_of(said).passes(tactic, chosen):
            loose.add(_line(said, tactic))
    found = [*trees, *([loose] if loose.children else [])]
    none = said.language.gettext("%(things)s: none", things=said.words.strategy.many)
    return list(found) or [Text(none)]


def _theme(said: Phrases, theme: Theme | None, chosen: Tactics) -> Iterator[Tree]:
    none = Text(said.language.gettext("With no %(theme)s", theme=_small(said, "theme")))
    tree = Tree(Text.assemble(title(theme) or none, style="bold"))
    members = said.plan.strategies_of(theme)
    ids = {one.id for one in members}
    seen: set[str] = set()
    first = [one for one in members if one.parent not in ids]
    for strategy in (*first, *members):  # those of a circle have none above them: each stands once
        if strategy.id not in seen:
            _add(said, tree, strategy, chosen, seen)
    if tree.children:
        yield tree


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
    facts = joined([state(said, row), person(said, one.dri), end], " · ")
    return Text.assemble(title(one), "  ", plain(one.id, "cyan"), "  ", facts)


def _small(said: Phrases, noun: str) -> str:
    return said.language.small(getattr(said.words, noun).one)
