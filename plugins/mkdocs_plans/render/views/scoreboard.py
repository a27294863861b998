"""How everything stands, and what asks for attention: for the meeting that goes through the plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mkdocs_plans import figures
from mkdocs_plans.model import LevelPlan, Status, Strategy, Tactic, Theme
from mkdocs_plans.model.views import Scoreboard as Arguments
from mkdocs_plans.render.cards import Counts
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import SLIPS
from mkdocs_plans.render.views import attention
from mkdocs_plans.render.views.filters import Chosen, filter_plans
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.parts import Part, Parts, parts_of
from mkdocs_plans.render.views.since_quarter import SinceQuarter, since_quarter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.phrases import Badge

FEW = 10
"""Up to how many overdue actions all teams' stand open. Our convention."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Total:
    """All strategies or all tactics, by health and by status."""

    title: str
    counts: Counts
    statuses: tuple[tuple[Badge, int], ...]


@dataclass(frozen=True, slots=True)
class BoardCell:
    """Plans under way counted by health, in a column whose head is `label`."""

    label: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A theme or a team: how its strategies and its tactics go, and the plan furthest behind."""

    link: Link
    cells: tuple[BoardCell, BoardCell]
    worst: Link | None
    worst_health: Badge | None
    none_behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreboardView:
    """Counts for all, by theme and by team; what isn't known, in words; and what asks for attention.
    `since_quarter` is what changed in the plan, None where the site shows no past; `all_slips` leads to all
    dates that moved; `late` are overdue actions by team, all open where they are few. Of a large plan the
    `parts` have the rest of each list.
    """

    is_empty: bool
    totals: tuple[Total, Total]
    unknown: tuple[str, ...]
    themes: tuple[BoardRow, ...]
    teams: tuple[BoardRow, ...]
    changes: Folded[attention.HealthChange]
    since_quarter: SinceQuarter | None
    late: tuple[attention.OverdueGroup, ...]
    late_number: str
    late_open: bool
    late_plans: Folded[attention.OverduePlan]
    slips: Folded[attention.SlippedDate]
    all_slips: str | None
    reviews: attention.DueReviews
    parts: tuple[Part, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> ScoreboardView:
    """Give, of the plans that pass the filters, counts by health and status, for all of them, by theme and
    by team, each with the worst named; what isn't known, in words; and the lists of what asks for
    attention.
    """
    chosen = filter_plans(page, arguments)
    plans = chosen.plans.values()
    late = attention.group_overdue_actions(page, chosen.tactics.values())
    number = sum(len(group.actions) for group in late)
    parts = parts_of(page, arguments)
    reviews = attention.reviews(page, plans)

    def fold_rows(rows: Sequence[T]) -> Folded[T]:
        return _cut(fold(rows), parts)

    return ScoreboardView(
        is_empty=not plans,
        totals=(
            _total(page, "strategy", chosen.strategies.values()),
            _total(page, "tactic", chosen.tactics.values()),
        ),
        unknown=tuple(_unknown(page, chosen)),
        themes=_by_theme(page, chosen, are_all=not arguments.is_set) if page.plan.themes else (),
        teams=_by_team(page, chosen, are_all=not arguments.is_set),
        changes=fold_rows(attention.changes(page, plans)),
        since_quarter=_since_quarter(page, chosen, parts, are_all=not arguments.is_set),
        late=tuple(replace(group, actions=_cut(group.actions, parts)) for group in late),
        late_number=page.words.count("action", number),
        late_open=number <= FEW,
        late_plans=fold_rows(attention.overdue_plans(page, plans)),
        slips=fold_rows(attention.slips(page, plans)),
        all_slips=page.href(SLIPS) if page.past else None,
        reviews=replace(reviews, near=_cut(reviews.near, parts)),
        parts=parts.parts if parts else (),
    )


def _cut(rows: Folded[T], parts: Parts | None) -> Folded[T]:
    return replace(rows, is_elsewhere=parts is not None)


def _since_quarter(
    page: Presenter, chosen: Chosen, parts: Parts | None, *, are_all: bool
) -> SinceQuarter | None:
    found = since_quarter(page, tuple(chosen.plans.values()), are_all=are_all)
    return replace(found, plans=_cut(found.plans, parts)) if found else None


def _total(page: Presenter, noun: str, plans: Iterable[LevelPlan]) -> Total:
    members = tuple(plans)
    number = Counter(plan.status for plan in members)
    counts = page.counts(members)
    statuses = (
        (Badge(page.words.status(status), status.value), number[status])
        for status in Status
        if number[status]
    )
    return Total(page.words.count(noun, counts.total), counts, tuple(statuses))


def _unknown(page: Presenter, chosen: Chosen) -> list[str]:
    """What isn't known, in words; nothing where all is."""
    language, count = page.language, page.words.count
    said = []
    for noun, plans in (("strategy", chosen.strategies), ("tactic", chosen.tactics)):
        health = page.count_health(plans.values())
        if health.unknown:
            text = language.ngettext(
                "%(num)d of %(plans)s under way has no health: no check-in reports one, nor does a figure",
                "%(num)d of %(plans)s under way have no health: no check-in reports one, nor does a figure",
                health.unknown,
                plans=count(noun, health.total),
            )
            said.append(text)
    return [*said, *_unknown_goals(page, chosen.plans.values())]


def _unknown_goals(page: Presenter, plans: Iterable[LevelPlan]) -> Iterator[str]:
    """Give why goals of plans under way that have a number can't be told to be reached or kept, each reason
    with how many goals it is true of.
    """
    found = [
        figures.goal_kept(plan, goal, page.today)
        if goal.keep is not None
        else figures.goal_progress(plan, goal, page.today)
        for plan in plans
        if plan.status.is_under_way
        for goal in plan.goals
        if goal.is_measured and not figures.is_dropped(goal, page.today)
    ]
    for reason in figures.Unknown:
        if number := found.count(reason):
            yield page.language.gettext(
                "%(number)d of %(goals)s with a number: %(why)s",
                number=number,
                goals=page.words.count("goal", len(found)),
                why=page.words.unknown(reason),
            )


def _by_theme(page: Presenter, chosen: Chosen, *, are_all: bool) -> tuple[BoardRow, ...]:
    """Each theme's strategies, and the tactics that serve them; last those with no theme, as are tactics
    that serve nothing. Where all plans are asked for, a theme with none has a row as well.
    """
    strategies: dict[str | None, list[Strategy]] = defaultdict(list)
    for strategy in chosen.strategies.values():
        strategies[_theme_id(page, strategy)].append(strategy)
    tactics: dict[str | None, list[Tactic]] = defaultdict(list)
    for tactic in chosen.tactics.values():
        tactics[_theme_id(page, tactic)].append(tactic)
    return tuple(
        _row(page, _name(page, page.plan.themes.get(key or "")), strategies[key], tactics[key])
        for key in (*page.plan.themes, None)
        if strategies[key] or tactics[key] or (are_all and key)
    )


def _theme_id(page: Presenter, plan: LevelPlan) -> str | None:
    theme = page.plan.theme_of_plan(plan)
    return theme.id if theme else None


def _name(page: Presenter, theme: Theme | None) -> Link:
    if theme is not None:
        return page.link(theme)
    noun = page.language.small(page.words.theme.one)
    return Link(page.language.gettext("With no %(theme)s", theme=noun))


def _by_team(page: Presenter, chosen: Chosen, *, are_all: bool) -> tuple[BoardRow, ...]:
    """Each team's own strategies and tactics; sub-teams have rows of their own. Where all plans are asked
    for, a team with none has a row as well.
    """
    strategies: dict[str, list[Strategy]] = defaultdict(list)
    for strategy in chosen.strategies.values():
        if team := page.plan.team_of(strategy):
            strategies[team.id].append(strategy)
    tactics: dict[str, list[Tactic]] = defaultdict(list)
    for tactic in chosen.tactics.values():
        if team := page.plan.team_of(tactic):
            tactics[team.id].append(tactic)
    return tuple(
        _row(page, page.link(team), strategies[key], tactics[key])
        for key, team in page.plan.teams.items()
        if are_all or strategies[key] or tactics[key]
    )


def _row(page: Presenter, link: Link, strategies: Sequence[LevelPlan], tactics: Sequence[Tactic]) -> BoardRow:
    plans = (*strategies, *tactics)
    both = page.counts(plans)
    return BoardRow(
        link=link,
        cells=(_cell(page, "strategy", strategies), _cell(page, "tactic", tactics)),
        worst=both.worst,
        worst_health=both.worst_health,
        none_behind=_none_behind(page, plans),
    )


def _none_behind(page: Presenter, plans: Sequence[LevelPlan]) -> str:
    """What to say where no plan is known to be behind: that isn't to say that none is."""
    counts = page.count_health(plans)
    if not counts.total:
        return ""
    say = page.language.gettext
    return say("none known") if counts.unknown else say("none behind")


def _cell(page: Presenter, noun: str, plans: Sequence[LevelPlan]) -> BoardCell:
    """Plans under way counted by health; who is furthest behind has a cell of its own."""
    return BoardCell(getattr(page.words, noun).many, replace(page.counts(plans), worst=None))
