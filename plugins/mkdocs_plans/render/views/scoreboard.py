"""How everything stands, and what asks for attention: for the meeting that goes through the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import LevelPlan, Status, Tactic, Theme, ViewArguments
from mkdocs_plans.render.pieces import Badge, Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views import attention
from mkdocs_plans.render.views.folding import fold

FEW = 10
"""Up to how many overdue actions all teams' stand open. Our convention."""


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give counts by health and status, for the whole, by theme and by team, each with the worst
    named; what isn't known, in words; and the lists of what asks for attention.
    """
    plan = page.plan
    late = attention.overdue_actions(page)
    number = sum(len(group["actions"]) for group in late)
    reviews = attention.reviews(page)
    return {
        "is_empty": not plan.plans,
        "totals": [
            _total(page, "strategy", plan.strategies.values()),
            _total(page, "tactic", plan.tactics.values()),
        ],
        "unknown": _unknown(page),
        "themes": _by_theme(page) if plan.themes else [],
        "teams": _by_team(page) if plan.teams else [],
        "changes": fold(attention.changes(page)),
        "late": [group | {"actions": fold(group["actions"])} for group in late],
        "late_number": page.words.count("action", number),
        "late_open": number <= FEW,
        "late_plans": fold(attention.overdue_plans(page)),
        "slips": fold(attention.slips(page)),
        "reviews": reviews | {"near": fold(reviews["near"])},
    }


def _total(page: Presenter, noun: str, plans: Iterable[LevelPlan]) -> dict[str, Any]:
    """All strategies or all tactics, by health and by status."""
    members = tuple(plans)
    number = Counter(plan.status for plan in members)
    counts = page.counts(members)
    return {
        "title": page.words.count(noun, counts["total"]),
        "counts": counts,
        "statuses": [
            (Badge(page.words.status(status), status.value), number[status])
            for status in Status
            if number[status]
        ],
    }


def _unknown(page: Presenter) -> list[str]:
    """What isn't known, in words; nothing where all is."""
    language, count = page.language, page.words.count
    said = []
    for noun, plans in (("strategy", page.plan.strategies), ("tactic", page.plan.tactics)):
        health = page.count_health(plans.values())
        if health.unknown:
            text = language.ngettext(
                "%(num)d of %(plans)s under way has no health: no check-in reports one, and no figure tells",
                "%(num)d of %(plans)s under way have no health: no check-in reports one, and no figure tells",
                health.unknown,
                plans=count(noun, health.total),
            )
            said.append(text)
    missing, total = _without_reading(page)
    if missing:
        text = language.ngettext(
            "%(num)d of %(goals)s with a number has no reading yet",
            "%(num)d of %(goals)s with a number have no reading yet",
            missing,
            goals=count("goal", total),
        )
        said.append(text)
    return said


def _without_reading(page: Presenter) -> tuple[int, int]:
    """How many goals of plans under way have a number and no reading, and how many have a number."""
    goals = [
        figures.current(plan, goal, page.today) is None and not figures.is_met(goal, page.today)
        for plan in page.plan.plans.values()
        if plan.status.is_under_way
        for goal in plan.goals
        if goal.is_measured
    ]
    return sum(goals), len(goals)


def _by_theme(page: Presenter) -> list[dict[str, Any]]:
    """Each theme's strategies, and the tactics that serve them; last those with no theme."""
    rows = []
    for theme in (*page.plan.themes.values(), None):
        strategies = page.plan.strategies_of(theme)
        tactics = [tactic for strategy in strategies for tactic in page.plan.tactics_of(strategy)]
        if theme or strategies:
            rows.append(_row(page, _name(page, theme), strategies, tactics))
    return rows


def _name(page: Presenter, theme: Theme | None) -> Link:
    if theme is not None:
        return page.link(theme)
    noun = page.language.small(page.words.theme.one)
    return Link(page.language.gettext("With no %(theme)s", theme=noun))


def _by_team(page: Presenter) -> list[dict[str, Any]]:
    """Each team's own strategies and tactics; sub-teams have rows of their own."""
    owned: dict[str, list[LevelPlan]] = {team: [] for team in page.plan.teams}
    for strategy in page.plan.strategies.values():
        if team := page.plan.team_of(strategy):
            owned[team.id].append(strategy)
    return [
        _row(page, page.link(team), owned[team.id], page.plan.tactics_of_team(team))
        for team in page.plan.teams.values()
    ]


def _row(
    page: Presenter, link: Link, strategies: Sequence[LevelPlan], tactics: Sequence[Tactic]
) -> dict[str, Any]:
    """A theme or a team: how its strategies and its tactics go, and the plan furthest behind."""
    plans = (*strategies, *tactics)
    both = page.counts(plans)
    return {
        "link": link,
        "cells": [_cell(page, "strategy", strategies), _cell(page, "tactic", tactics)],
        "worst": both["worst"],
        "worst_health": both["worst_health"],
        "none_behind": _none_behind(page, plans),
    }


def _none_behind(page: Presenter, plans: Sequence[LevelPlan]) -> str:
    """What to say where no plan is known to be behind: that isn't to say that none is."""
    counts = page.count_health(plans)
    if not counts.total:
        return ""
    say = page.language.gettext
    return say("none known") if counts.unknown else say("none behind")


def _cell(page: Presenter, noun: str, plans: Sequence[LevelPlan]) -> dict[str, Any]:
    """Plans under way counted by health; who is furthest behind has a cell of its own."""
    return {**page.counts(plans), "label": getattr(page.words, noun).many, "worst": None}
