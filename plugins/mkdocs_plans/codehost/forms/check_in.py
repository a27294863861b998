"""The form *Check-in*: how a plan is going, as `plans update` writes it."""

from __future__ import annotations

from mkdocs_plans.authoring.update import CheckIn
from mkdocs_plans.codehost.forms.body import FormAnswers
from mkdocs_plans.codehost.forms.form import Field, Form, make_choices
from mkdocs_plans.errors import EditError
from mkdocs_plans.model import Health, LevelPlan
from mkdocs_plans.wording.phrases import Phrases


class CheckInForm:
    """The form for a plan as it is now: plans that are under way, and their goals with a number."""

    name = "plans-check-in"

    def __init__(self, said: Phrases) -> None:
        self._said = said
        say, words = said.language.gettext, said.words
        under_way = [one for one in said.plan.plans.values() if one.status.is_under_way]
        goals = [
            (f"{one.id}#{goal.id}", goal.title)
            for one in under_way
            for goal in one.goals
            if goal.is_measured and not goal.is_settled
        ]
        self.plan = Field(
            say("What you report on"), say("A plan that is under way."), "choice",
            make_choices((one.id, one.title) for one in under_way), is_required=True,
        )  # fmt: skip
        self.health = Field(
            say("How it is going"), say("How you see it, not how you hoped it would be."), "choice",
            make_choices((one.value, words.health(one)) for one in Health),
        )  # fmt: skip
        self.goal = Field(
            say("%(goal)s with a new number", goal=words.goal.one),
            say("One of its own, if you measured it."), "choice", make_choices(goals),
        )  # fmt: skip
        self.value = Field(say("Its number now"), say("Only the number, such as 72 or 4.5."), "line")
        self.note = Field(say("What there is to say"), say("One or two sentences."), "text")

    @property
    def form(self) -> Form:
        """The form with its fields."""
        say = self._said.language.gettext
        fields = (self.plan, self.health, *self._measured, self.note)
        return Form(self.name, say("Check-in"), say("Say how a plan is going."), fields)

    @property
    def _measured(self) -> tuple[Field, ...]:
        """Nothing to measure, nothing to ask."""
        return (self.goal, self.value) if self.goal.choices else ()

    def interpret(self, answers: FormAnswers, day: str) -> tuple[LevelPlan, CheckIn]:
        """The plan and its check-in. EditError where the answers don't fit together."""
        (plan_id,) = answers[self.plan.label]
        plan = self._said.plan.plans[plan_id]
        health, note = answers[self.health.label], answers[self.note.label]
        said = CheckIn(
            day,
            health=health[0] if health else None,
            readings=self._readings(answers, plan),
            note=note[0] if note else None,
        )
        if said.says_nothing:
            raise EditError("the form says nothing: how it is going, a number or a note")
        return plan, said

    def _readings(self, answers: FormAnswers, plan: LevelPlan) -> dict[str, str]:
        goal, value = (answers.get(field.label, ()) for field in (self.goal, self.value))
        if bool(goal) != bool(value):
            asked, missing = (self.goal, self.value) if goal else (self.value, self.goal)
            raise EditError(f"“{asked.label}” is answered, and “{missing.label}” isn't")
        if not goal:
            return {}
        holder, _, goal_id = goal[0].partition("#")
        if holder != plan.id:
            raise EditError(f"the goal {goal[0]} isn't one of {plan.id}")
        return {goal_id: value[0]}
