"""The form *Check-in*: how a plan is going, as `plans update` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_plans.authoring.update import CheckIn, list_open_parts
from mkdocs_plans.codehost.forms.body import FormAnswers
from mkdocs_plans.codehost.forms.form import Field, Form, make_choices
from mkdocs_plans.errors import EditError
from mkdocs_plans.model import Goal, Health, LevelPlan
from mkdocs_plans.wording.phrases import Phrases

LONGEST_FILLED = 4_000
"""How many characters of goals are filled in; an answer may have 5,000. Our convention."""


class CheckInForm:
    """The form for a plan as it is now: plans that are under way, their goals with a number, and what is
    still to be done.
    """

    name = "plans-check-in"

    def __init__(self, said: Phrases) -> None:
        self._said = said
        say, words = said.language.gettext, said.words
        under_way = [one for one in said.plan.plans.values() if one.status.is_under_way]
        self.plan = Field(
            say("What you report on"), say("A plan that is under way."), "choice",
            make_choices((one.id, one.title) for one in under_way), is_required=True,
        )  # fmt: skip
        self.health = Field(
            say("How it is going"), say("How you see it, not how you hoped it would be."), "choice",
            make_choices((one.value, words.health(one)) for one in Health),
        )  # fmt: skip
        goals = make_choices(
            (f"{one.id}#{goal.id}", goal.title)
            for one in under_way
            for goal in one.goals
            if goal.is_measured and not goal.is_settled
        )
        lines = "".join(f"{goal.shown}: \n" for goal in goals)
        about = say("Write the number of each that you measured behind its colon; leave the others.")
        otherwise = say("One a line, as `plan-id#goal-id: 72`.")
        is_short = len(lines) <= LONGEST_FILLED
        self.readings = Field(
            say("New numbers"),
            about if is_short else otherwise,
            "text",
            goals,
            filled=lines if is_short else "",
        )
        self.done = Field(
            say("Done by now"), say("One or several, of what you report on."), "choices",
            make_choices(_open_parts(under_way)),
        )  # fmt: skip
        self.note = Field(say("What there is to say"), say("One or two sentences."), "text")

    @property
    def form(self) -> Form:
        """The form with its fields."""
        say = self._said.language.gettext
        asked = (self.readings, self.done)  # nothing to choose, nothing to ask
        fields = (self.plan, self.health, *(one for one in asked if one.choices), self.note)
        return Form(self.name, say("Check-in"), say("Say how a plan is going."), fields)

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
            done=tuple(self._own(name, plan, self.done) for name in answers.get(self.done.label, ())),
        )
        if said.says_nothing:
            raise EditError("the form says nothing: how it is going, a number, what is done or a note")
        return plan, said

    def _readings(self, answers: FormAnswers, plan: LevelPlan) -> dict[str, str]:
        """The numbers by goal, of the lines that have one."""
        label, found = self.readings.label, dict[str, str]()
        for line in "\n".join(answers.get(label, ())).splitlines():
            goal, is_pair, value = line.strip().removeprefix("- ").rpartition(":")
            if not is_pair and line.strip():
                raise EditError(
                    f"a line of “{label}” has no colon: write one between the goal and its number"
                )
            if not value.strip():
                continue
            name = self.readings.choice_of(goal) or self.readings.choice_of(f"{plan.id}#{goal.strip()}")
            if name is None:
                raise EditError(f"a line of “{label}” names none of the goals that have a number")
            own = self._own(name, plan, self.readings)
            if own in found:
                raise EditError(f"the goal {own} stands twice below “{label}”")
            found[own] = value.strip()
        return found

    def _own(self, name: str, plan: LevelPlan, field: Field) -> str:
        """The id of a part of the plan. EditError where it is another one's."""
        holder, _, part = name.partition("#")
        if holder != plan.id:
            raise EditError(f"“{field.label}”: {name} isn't one of {plan.id}")
        return part


def _open_parts(plans: Iterable[LevelPlan]) -> Iterator[tuple[str, str]]:
    """What is still to be done, by plan and id, with its words."""
    for plan in plans:
        for part in list_open_parts(plan):
            yield f"{plan.id}#{part.id}", part.title if isinstance(part, Goal) else part.do
