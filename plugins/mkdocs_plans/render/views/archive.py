"""What is done and what was dropped, by year."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans import figures
from mkdocs_plans.model import LevelPlan, Status, Strategy, Tactic, Update
from mkdocs_plans.model.views import Archive as Arguments
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.phrases import Badge, When


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPlan:
    """A closed plan: what it was, who answered for it, and what came of it."""

    link: Link
    kind: str
    of: Link | None
    status: Badge
    dri: tuple[Link, ...]
    team: Link | None
    start: Day | None
    end: When
    outcome: str | None
    note: str | None
    note_day: Day | None
    reached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """The plans that closed in a year; `year` empty where that isn't known."""

    year: str
    plans: tuple[ClosedPlan, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """What the template is given."""

    years: tuple[ArchiveYear, ...]


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> ArchiveView:
    """Give the closed plans that pass the filters by the year in which they closed, the last year first,
    at the end those of which no day is known; in a year what is done before what was dropped.
    """
    chosen = filter_plans(page, arguments).plans.values()
    years: dict[int | None, list[LevelPlan]] = defaultdict(list)
    for status in (Status.DONE, Status.DROPPED):
        for plan in chosen:
            if plan.status is status:
                years[_year(plan, page.today)].append(plan)
    order = sorted(years, key=lambda year: -(year or 0))
    return ArchiveView(
        tuple(
            ArchiveYear(str(year or ""), tuple(_closed(page, plan) for plan in years[year])) for year in order
        )
    )


def _year(plan: LevelPlan, today: datetime.date) -> int | None:
    """The year in which a plan closed: that of its end where it has come. Where the plan closed before
    its end, or has none, that of its last check-in; None where there is no check-in either.
    """
    if plan.end is not None and plan.end.last <= today:
        return plan.end.last.year
    last = _last_update(plan, today)
    return last.date.last.year if last else None


def _last_update(plan: LevelPlan, today: datetime.date) -> Update | None:
    past = (update for update in plan.updates if update.date.last <= today)
    return max(past, key=lambda update: update.date.last, default=None)


def _closed(page: Presenter, plan: LevelPlan) -> ClosedPlan:
    last = _last_update(plan, page.today)
    above = page.plan.strategy_of(plan) or page.plan.theme_of_plan(plan) if isinstance(plan, Tactic) else None
    return ClosedPlan(
        link=page.link(plan),
        kind=getattr(page.words, plan.type).one,
        of=page.link(above) if above else None,
        status=page.status(plan),
        dri=page.people(plan.dri),
        team=page.team(plan),
        start=page.date(plan.start),
        end=page.end(plan),
        outcome=plan.outcome if isinstance(plan, Tactic) else None,
        note=last.note if last else None,
        note_day=page.formats.date(last.date) if last else None,
        reached=tuple(_reached(page, plan)),
    )


def _reached(page: Presenter, plan: LevelPlan) -> list[str]:
    """How many goals are reached and kept, of how many that isn't known, and of a tactic how many actions
    are done, in words.
    """
    say, count = page.language.gettext, page.words.count
    said: list[str] = []
    if plan.goals:
        said += _goals_reached(page, plan)
    if isinstance(plan, Tactic):
        progress = figures.tactic_progress(plan, page.today)
        if progress.total:
            actions = count("action", progress.total)
            said.append(say("%(known)d of %(actions)s done", known=progress.known, actions=actions))
    elif isinstance(plan, Strategy) and not plan.goals:
        said.append(say("no %(goal)s was set", **page.words.nouns))
    return said


def _goals_reached(page: Presenter, plan: LevelPlan) -> Iterator[str]:
    """Give how many goals to reach are reached and how many were never measured; how many are kept."""
    say, today = page.language.gettext, page.today
    to_reach = figures.goals_to_reach(plan, today)
    if to_reach:
        reached = sum(figures.is_reached(plan, goal, today) for goal in to_reach)
        shares = [figures.goal_progress(plan, goal, today) for goal in to_reach]
        goals = page.words.count("goal", len(to_reach))
        yield say("%(known)d of %(goals)s reached", known=reached, goals=goals)
        if unknown := shares.count(figures.Unknown.NO_READING):
            yield say("%(number)d never measured", number=unknown)
    if kept := page.kept(figures.goals_kept(plan, today)):
        yield kept
