"""What somebody answers for, each with its day: of a person, and of a team that may answer."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import LevelPlan, Team
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.wording.phrases import Badge, When


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPlan(Item):
    """A plan with its end."""

    end: When


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPart:
    """A goal or an action with its day and its plan; `when` is an action's, in words."""

    link: Link
    plan: Link
    state: Badge | None = None
    due: When
    when: str | None = None


@dataclass(frozen=True, slots=True)
class TeamAnswers:
    """What a team answers for that is open: itself, not only through its people."""

    plans: tuple[DatedPlan, ...] = ()
    parts: tuple[DatedPart, ...] = ()


def team_answers(page: Presenter, team: Team) -> TeamAnswers:
    """What a team answers for, the nearest day first."""
    found = standing.open_answers(page.plan, team, page.today)
    goals = (dated_goal(page, one) for one in found.goals)
    actions = (dated_action(page, one) for one in found.actions)
    return TeamAnswers(tuple(dated_plan(page, one) for one in found.plans), (*goals, *actions))


def dated_plan(page: Presenter, plan: LevelPlan) -> DatedPlan:
    """A strategy or a tactic with its end."""
    link, status, health = page.link(plan), page.status(plan), page.health(plan)
    return DatedPlan(link=link, status=status, health=health, end=page.end(plan))


def dated_goal(page: Presenter, found: GoalOf) -> DatedPart:
    """A goal with its day and its plan."""
    plan, goal = found.plan, found.goal
    return DatedPart(
        link=page.goal_link(found),
        plan=page.link(plan),
        state=page.goal_state(plan, goal),
        due=page.goal_due(plan, goal),
    )


def dated_action(page: Presenter, found: ActionOf) -> DatedPart:
    """An action with its day and its tactic."""
    tactic, action = found.plan, found.action
    return DatedPart(
        link=page.action_link(tactic, action),
        plan=page.link(tactic),
        due=page.action_due(tactic, action),
        when=action.when,
    )
