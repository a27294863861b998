"""Parts of plans together with the plan that holds them, and what somebody holds."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model.parts import Action, Goal
from mkdocs_plans.model.plans import LevelPlan, Tactic


@dataclass(frozen=True, slots=True)
class GoalOf:
    """A goal together with the plan that holds it."""

    plan: LevelPlan
    goal: Goal


@dataclass(frozen=True, slots=True)
class ActionOf:
    """An action together with the tactic that holds it."""

    plan: Tactic
    action: Action


@dataclass(frozen=True, slots=True)
class AnswersFor:
    """What one person is the DRI of, each in the plan's order, and the plans that they contribute to."""

    plans: tuple[LevelPlan, ...] = ()
    goals: tuple[GoalOf, ...] = ()
    actions: tuple[ActionOf, ...] = ()
    contributes_to: tuple[LevelPlan, ...] = ()
