"""Themes, their strategies, the tactics that serve them, as one tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from mkdocs_plans.model import LevelPlan, Strategy, Theme
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.terminal.words import joined, link, plain, state, when
from mkdocs_plans.render.views.filters import passes


def tree_blocks(page: Presenter, chosen: Tactics) -> list[RenderableType]:
    """A tree for each theme, then what has none. A plan that the filters leave out stays where something
    below it passes them, so that each stands where it belongs.
    """
    trees = [tree for theme in (*page.plan.themes.values(), None) for tree in _theme(page, theme, chosen)]
    loose = Tree(Text(page.language.gettext("With no %(theme)s", theme=_small(page, "strategy")), "bold"))
    for tactic in page.plan.tactics.values():
        if page.plan.strategy_of(tactic) is None and passes(page, tactic, chosen):
            loose.add(_line(page, tactic))
    found = [*trees, *([loose] if loose.children else [])]
    none = page.language.gettext("%(things)s: none", things=page.words.strategy.many)
    return list(found) or [Text(none)]


def _theme(page: Presenter, theme: Theme | None, chosen: Tactics) -> Iterator[Tree]:
    title = link(page.link(theme), with_number=True) if theme else None
    none = Text(page.language.gettext("With no %(theme)s", theme=_small(page, "theme")))
    tree = Tree(Text.assemble(title or none, style="bold"))
    members = page.plan.strategies_of(theme)
    ids = {one.id for one in members}
    seen: set[str] = set()
    first = [one for one in members if one.parent not in ids]
    for strategy in (*first, *members):  # those of a circle have none above them: each stands once
        if strategy.id not in seen:
            _add(page, tree, strategy, chosen, seen)
    if tree.children:
        yield tree


def _add(page: Presenter, above: Tree, strategy: Strategy, chosen: Tactics, seen: set[str]) -> None:
    seen.add(strategy.id)
    branch = Tree(_line(page, strategy))
    for tactic in page.plan.tactics_of(strategy):
        if passes(page, tactic, chosen):
            branch.add(_line(page, tactic))
    for child in page.plan.children_of(strategy):
        if child.id not in seen and page.plan.theme_of(child) is page.plan.theme_of(strategy):
            _add(page, branch, child, chosen, seen)
    if branch.children or passes(page, strategy, chosen):
        above.children.append(branch)


def _line(page: Presenter, plan: LevelPlan) -> Text:
    row = page.item(plan)
    end = when(replace(page.end(plan), originally=None), page.language)
    facts = joined([state(row.health, row.status), link(page.person(plan.dri)), end], " · ")
    return Text.assemble(link(row.link, with_number=True), "  ", plain(plan.id, "cyan"), "  ", facts)


def _small(page: Presenter, noun: str) -> str:
    return page.language.small(getattr(page.words, noun).one)
