"""All the facts of one thing, with the figures of its page: a plan, a goal, a theme, a team, a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.model import LevelPlan, Person, Strategy, Tactic, Team, Theme
from mkdocs_plans.model.views import OnePerson
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.plan_pages import strategy_page, tactic_page, team_page, theme_page
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.terminal import parts
from mkdocs_plans.render.terminal.named import Named
from mkdocs_plans.render.terminal.screen import heading, indented, pairs
from mkdocs_plans.render.terminal.words import badge, joined, link, links, own, plain, when
from mkdocs_plans.render.views import person as person_view
from mkdocs_plans.wording.markdown_text import visible

Blocks = list[RenderableType]
Section = tuple[str, Iterable[RenderableType]]


def blocks_of(page: Presenter, one: Named, path: str) -> Blocks:
    """Everything that there is to say of one thing; `path` is its file as the user sees it."""
    if isinstance(one, Person):
        return _person(page, one, path)
    if isinstance(one, GoalOf):
        return _goal(page, one, path)
    if isinstance(one, Team):
        return _team(page, one, path)
    return _theme(page, one, path) if isinstance(one, Theme) else _plan(page, one, path)


def _head(title: Text, kind: str, name: str, path: str, summary: str | None = None) -> Blocks:
    """The name of a thing, then what it is and where it is written."""
    blocks: Blocks = [Text.assemble(title, style="bold")]
    blocks.append(Text(visible(f"{kind} · {name} · {path}"), "dim"))
    return [*blocks, *([plain(summary)] if summary else [])]


def _sections(found: Iterable[Section]) -> Blocks:
    """Those sections that have something in them, each under its heading."""
    listed = [(title, list(blocks)) for title, blocks in found]
    return [block for title, blocks in listed if blocks for block in (heading(title), *map(indented, blocks))]


def _plan(page: Presenter, plan: LevelPlan, path: str) -> Blocks:
    say, words = page.language.gettext, page.words
    shown = strategy_page(page, plan) if isinstance(plan, Strategy) else {}
    if isinstance(plan, Tactic):
        shown = tactic_page(page, plan)
    title = link(page.link(plan), with_number=True)
    sections: list[Section] = [
        (say("Outcome"), [plain(shown["outcome"])] if shown.get("outcome") else []),
        (say("%(goals)s that this advances", goals=words.goal.many),
         [parts.goal(page, one) for one in shown.get("advances", ())]),
        (words.goal.many, [parts.goal(page, one) for one in shown["goals"]]),
        (words.tactic.many, [parts.tactic(page, one) for one in shown.get("tactics", ())]),
        (say("%(strategies)s that follow from this one", strategies=words.strategy.many),
         [parts.item(one) for one in shown.get("children", ())]),
        (words.action.many, [parts.action(page, one) for one in shown.get("actions", ())]),
        (words.resource.many, _resources(page, shown)),
        (say("Depends on"), [parts.item(one) for one in shown["depends_on"]]),
        (say("Waiting for this"), [parts.item(one) for one in shown["waiting"]]),
        (say("Updates"), [parts.update(page, one) for one in shown["updates"]]),
    ]  # fmt: skip
    return [
        *_head(title, getattr(words, plan.type).one, plan.id, path, plan.summary),
        Text(),
        pairs(_facts(page, plan, shown)),
        *_sections(sections),
    ]


def _facts(page: Presenter, plan: LevelPlan, shown: Mapping[str, Any]) -> list[tuple[str, Text]]:
    say, words, facts = page.language.gettext, page.words, shown["facts"]
    progress = shown["progress"].text if shown["progress"] else ""
    review = facts["review"].text if facts["review"] else ""
    nobody = Text(say("nobody named"), "dim")
    return [
        (say("Part of"), links(page.trail(plan))),
        (words.dri.one, link(facts["dri"]) or nobody),
        (words.contributor.many, links(facts["contributors"])),
        (words.team.one, link(facts["team"])),
        (say("Status"), badge(facts["status"])),
        (say("Health"), badge(facts["health"], with_note=True)),
        (say("Starts"), plain(facts["start"].text if facts["start"] else "")),
        (say("Ends"), when(facts["end"], page.language)),
        (say("Next review"), joined([plain(review), plain(facts["review_overdue"], "red")])),
        (
            say("Progress"),
            joined([plain(progress), plain(shown.get("measured") or shown.get("done"), "dim")]),
        ),
        (say("%(goals)s to keep", goals=words.goal.many), plain(shown.get("kept"))),
        *own(page, plan.extra),
    ]


def _resources(page: Presenter, shown: Mapping[str, Any]) -> list[Text]:
    rows = [joined([link(one["link"]), plain(one["cost"])], "  ") for one in shown.get("resources", ())]
    together = shown.get("costs", "")
    total = Text.assemble((page.language.gettext("Together"), "dim"), " ", together)
    return [*rows, *([total] if together else [])]


def _goal(page: Presenter, found: GoalOf, path: str) -> Blocks:
    shown = page.goal(found)
    say, words = page.language.gettext, page.words
    facts = [
        (say("Part of"), link(shown["plan"], with_number=True)),
        (words.dri.one, link(shown["dri"]) or Text(say("nobody named"), "dim")),
        (words.contributor.many, links(shown["contributors"])),
        *parts.measures(page, shown),
        *own(page, found.goal.extra),
    ]
    name = f"{found.plan.id}#{found.goal.id}"
    advancing = [*(parts.item(one) for one in shown["advanced_by"]), parts.work(shown)]
    return [
        *_head(link(shown["link"], with_number=True), words.goal.one, name, path),
        Text(),
        pairs(facts),
        *_sections([(say("Advanced by"), [one for one in advancing if one])]),
    ]


def _theme(page: Presenter, theme: Theme, path: str) -> Blocks:
    shown = theme_page(page, theme)
    title = link(page.link(theme), with_number=True)
    cards = [parts.item(one) for one in shown["strategies"]]
    return [
        *_head(title, page.words.theme.one, theme.id, path, theme.summary),
        *([plain(theme.statement)] if theme.statement else []),
        *([pairs(own(page, theme.extra))] if theme.extra else []),
        *_sections([(page.words.strategy.many, cards)]),
    ]


def _team(page: Presenter, team: Team, path: str) -> Blocks:
    shown = team_page(page, team)
    say, words = page.language.gettext, page.words
    facts = [
        (say("Lead"), link(shown["lead"]) or Text(say("nobody named"), "dim")),
        (say("Part of"), links(page.trail(team))),
        *own(page, team.extra),
    ]
    people = [joined([plain(one["link"].text), plain(one["role"], "dim")]) for one in shown["people"]]
    sections: list[Section] = [
        (say("Due next"), [parts.due_action(page, one) for one in shown["due"]]),
        (words.tactic.many, [parts.tactic(page, one) for _, rows in shown["groups"] for one in rows]),
        (say("%(strategies)s that it serves", strategies=words.strategy.many),
         [parts.item(one) for one in shown["strategies"]]),
        (words.person.many, people),
        (say("%(teams)s within this one", teams=words.team.many),
         [link(one["link"]) for one in shown["teams"]]),
    ]  # fmt: skip
    title = link(page.link(team), with_number=True)
    return [
        *_head(title, words.team.one, team.id, path, team.summary),
        Text(),
        pairs(facts),
        *_sections(sections),
    ]


def _person(page: Presenter, person: Person, path: str) -> Blocks:
    shown = person_view.show(page, OnePerson(handle=person.handle))
    say, words = page.language.gettext, page.words
    facts = [
        (say("Role"), plain(person.role if person.name else "")),
        (words.team.one, link(shown["team"])),
        (say("Leads"), links(shown["leads"])),
    ]
    sections: list[Section] = [
        (words.action.many, [parts.dated(page, one) for one in shown["actions"]]),
        (words.tactic.many, [parts.ending(page, one) for one in shown["tactics"]]),
        (words.goal.many, [parts.dated(page, one) for one in shown["goals"]]),
        (words.strategy.many, [parts.ending(page, one) for one in shown["strategies"]]),
        (say("Helps with"), [parts.item(one) for one in shown["contributes_to"]]),
        (say("Done and dropped"), [parts.item(one) for one in shown["closed"]]),
    ]
    nothing = say("%(person)s answers for nothing in this plan.", person=person.shown_name)
    return [
        *_head(plain(person.shown_name), words.person.one, person.handle, path),
        pairs(facts),
        *(_sections(sections) or [plain(nothing)]),
    ]
