"""What asks for attention among some plans: changes of health, what is overdue, what slipped, reviews that
are due.

Each list is given whole, the most pressing first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from mkdocs_plans import due, figures, standing
from mkdocs_plans.history.slip_table import moved_text
from mkdocs_plans.model import Action, Goal, LevelPlan, Status, Tactic, Team
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.check_ins import UpdateOf, check_ins
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.phrases import Badge, When

REVIEWS_AHEAD = timedelta(days=30)
"""How far ahead reviews are named. Our convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that asks for attention: its name, what it is, what it is of, who answers for it."""

    link: Link
    kind: str
    of: Link | None
    dri: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthChange:
    """A plan whose latest check-in reports another health than the one before."""

    row: Row
    before: Badge
    now: Badge
    is_worse: bool
    day: Day


@dataclass(frozen=True, slots=True)
class Overdue:
    """Something that is overdue."""

    row: Row
    due: When


@dataclass(frozen=True, slots=True)
class OverduePlan:
    """A plan past its end, and how it goes."""

    row: Row
    due: When
    state: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueGroup:
    """The overdue actions of a team; `team` None for those with no team. `longest` is how long the first
    is.
    """

    id: str
    team: Link | None
    number: str
    longest: str
    actions: Folded[Overdue]


@dataclass(frozen=True, slots=True)
class SlippedDate:
    """What is due later than was first promised; `now` None where it has lost its day. `moved` says how often
    it moved, where that is known and was more than once.
    """

    row: Row
    days: str
    originally: Day | None
    now: Day | None
    moved: str = ""


@dataclass(frozen=True, slots=True)
class DueReview:
    """A review by a day; `overdue` in words, empty where it isn't."""

    row: Row
    day: Day
    overdue: str


@dataclass(frozen=True, slots=True)
class DueReviews:
    """The reviews that are near; how many of them are overdue, how many are due later, and of how many plans
    the day isn't known.
    """

    near: Folded[DueReview]
    overdue: int
    later: int
    unknown: int


def changes(page: Presenter, plans: Iterable[LevelPlan]) -> list[HealthChange]:
    """The plans under way whose latest reported health isn't the one reported before, newest first."""
    latest = (_latest(page, plan) for plan in plans if plan.status.is_under_way)
    changed = [one for one in latest if one is not None and one.changed]
    changed.sort(key=lambda one: one.update.date.last, reverse=True)
    return [
        HealthChange(
            row=_plan(page, one.plan),
            before=page.health_kind(one.before),
            now=page.health_kind(one.update.health),
            is_worse=one.is_worse,
            day=page.formats.date(one.update.date),
        )
        for one in changed
    ]


def _latest(page: Presenter, plan: LevelPlan) -> UpdateOf | None:
    """The last check-in up to today that reports a health."""
    told = [one for one in check_ins(plan) if one.update.health and one.update.date.last <= page.today]
    return told[-1] if told else None


def group_overdue_actions(page: Presenter, tactics: Iterable[Tactic]) -> tuple[OverdueGroup, ...]:
    """The overdue actions of tactics under way by team, those of tactics with no team last; of each
    the longest overdue first.
    """
    groups: dict[str | None, list[due.Due]] = defaultdict(list)
    for one in due.actions(page.plan, tactics, page.today):
        if standing.is_overdue(one.day, page.today):
            team = page.plan.team_of(one.plan)
            groups[team.id if team else None].append(one)
    return tuple(
        _overdue_group(page, page.plan.teams[key] if key else None, groups[key])
        for key in (*page.plan.teams, None)
        if key in groups
    )


def _overdue_group(page: Presenter, team: Team | None, found: list[due.Due]) -> OverdueGroup:
    found.sort(key=lambda one: one.day)
    return OverdueGroup(
        id=f"overdue-{team.id}" if team else "overdue-with-no-team",
        team=page.link(team) if team else None,
        number=page.words.count("action", len(found)),
        longest=page.overdue(found[0].days_late(page.today)),
        actions=fold([Overdue(row(page, one), _when(page, one)) for one in found]),
    )


def overdue_plans(page: Presenter, plans: Iterable[LevelPlan]) -> list[OverduePlan]:
    """The strategies and tactics under way whose last day is over, the longest overdue first."""
    late = [one for one in due.ends(plans) if standing.is_overdue(one.day, page.today)]
    late.sort(key=lambda one: one.day)
    return [OverduePlan(row(page, one), _when(page, one), page.item(one.plan)) for one in late]


def _when(page: Presenter, one: due.Due) -> When:
    return page.when(due.Deadline(one.date, one.originally, one.day))


def slips(page: Presenter, plans: Iterable[LevelPlan]) -> list[SlippedDate]:
    """The plans, goals and actions still open that are due later than was first promised, the largest
    slip first; last those that have lost their day.
    """
    found = [slip for plan in plans if plan.status.is_open for slip in _slips(page, plan)]
    found.sort(key=lambda one: (one[0] is None, -(one[0] or 0)))
    return [slip for _, slip in found]


def _slips(page: Presenter, plan: LevelPlan) -> Iterator[tuple[int | None, SlippedDate]]:
    """Give what has slipped, each with by how many days; None where it has lost its day."""
    yield from _slip(page, plan, None)
    for goal in plan.goals:
        if not (figures.is_dropped(goal, page.today) or figures.is_reached(plan, goal, page.today)):
            yield from _slip(page, plan, goal)
    for action in plan.actions if isinstance(plan, Tactic) else ():
        if not figures.is_settled(action, page.today):
            yield from _slip(page, plan, action)


def _slip(
    page: Presenter, plan: LevelPlan, part: Goal | Action | None
) -> Iterator[tuple[int | None, SlippedDate]]:
    """Give a date, if it has slipped. What was promised first is what is written, else what git has."""
    date, written = (plan.end, plan.originally) if part is None else (part.due, part.originally)
    known = page.past.slip_of(plan, part) if page.past else None
    originally = written or (known.first if known else None)
    days = figures.slip(date, originally)
    if originally is not None and (days is None or days > 0):
        later = page.language.ngettext("%(num)d day later", "%(num)d days later", days) if days else ""
        moved = moved_text(page, known) if known and len(known.moves) > 1 else ""
        shown = _row(page, plan, part)
        yield days, SlippedDate(shown, later, page.date(originally), page.date(date), moved)


def reviews(page: Presenter, plans: Collection[LevelPlan]) -> DueReviews:
    """The reviews that are overdue or due within 30 days, the oldest first; how many are due later,
    and of how many active plans the day isn't known.
    """
    active = sum(plan.status is Status.ACTIVE for plan in plans)
    known = sorted(due.reviews(plans, page.site.settings.review, page.today), key=lambda one: one.day)
    near = [one for one in known if one.day <= page.today + REVIEWS_AHEAD]
    return DueReviews(
        near=fold([_review(page, one) for one in near]),
        overdue=sum(standing.is_overdue(one.day, page.today) for one in near),
        later=len(known) - len(near),
        unknown=active - len(known),
    )


def _review(page: Presenter, one: due.Due) -> DueReview:
    late = one.days_late(page.today)
    return DueReview(row(page, one), page.formats.day(one.day), page.overdue(late) if late > 0 else "")


def row(page: Presenter, one: due.Due) -> Row:
    """Something that is due as a row."""
    return _row(page, one.plan, one.part)


def _row(page: Presenter, plan: LevelPlan, part: Goal | Action | None) -> Row:
    if isinstance(part, Goal):
        return _goal(page, GoalOf(plan, part))
    if isinstance(part, Action) and isinstance(plan, Tactic):
        return _action(page, plan, part)
    return _plan(page, plan)


def _plan(page: Presenter, plan: LevelPlan) -> Row:
    """A strategy or a tactic as a row."""
    kind = getattr(page.words, plan.type).one
    return Row(link=page.link(plan), kind=kind, of=None, dri=page.people(plan.dri))


def _goal(page: Presenter, found: GoalOf) -> Row:
    return Row(
        link=page.goal_link(found),
        kind=page.words.goal.one,
        of=page.link(found.plan),
        dri=page.people(page.plan.dri_of(found.plan, found.goal)),
    )


def _action(page: Presenter, tactic: Tactic, action: Action) -> Row:
    return Row(
        link=page.action_link(tactic, action),
        kind=page.words.action.one,
        of=page.link(tactic),
        dri=page.people(page.plan.dri_of(tactic, action)),
    )
