"""The form *Propose a tactic*: a tactic begun, as `plans new tactic` begins it."""

from __future__ import annotations

from mkdocs_plans.authoring.new import Begun
from mkdocs_plans.authoring.typed import clean_text
from mkdocs_plans.codehost.forms.body import LONGEST_LINE, FormAnswers
from mkdocs_plans.codehost.forms.form import Field, Form, make_choices
from mkdocs_plans.codehost.forms.own_fields import own_answers, own_questions
from mkdocs_plans.errors import EditError
from mkdocs_plans.standing import has_left
from mkdocs_plans.wording.phrases import Phrases
from mkdocs_plans.wording.words import article

MOST_STEPS = 30
"""How many steps a tactic may be proposed with. Our convention."""


class TacticForm:
    """The form for a plan as it is now: open strategies, their goals, the people who are there."""

    name = "plans-tactic"

    def __init__(self, said: Phrases) -> None:
        self._said = said
        say, words, small = said.language.gettext, said.words, said.language.small
        strategies = [one for one in said.plan.strategies.values() if one.status.is_open]
        goals = [
            (f"{one.id}#{goal.id}", goal.title)
            for one in strategies
            for goal in one.goals
            if not goal.is_settled
        ]
        gone = {one.handle for one in said.plan.people.values() if has_left(one, said.today)}
        self.title = Field(say("What to do"), say("In a few words, as a title."), "line", is_required=True)
        self.strategy = Field(
            say("%(strategy)s that it serves", strategy=words.strategy.one), say("One."), "choice",
            make_choices((one.id, one.title) for one in strategies), is_required=True,
        )  # fmt: skip
        self.goals = Field(
            say("%(goals)s that it advances", goals=words.goal.many), say("One or several."), "choices",
            make_choices(goals),
        )  # fmt: skip
        settings = said.site.settings
        person = say("One.") if settings.team_dris else say("The one person who would answer for it.")
        self.dri = Field(
            words.dri.one, say("One or several.") if settings.joint_dris else person,
            "choices" if settings.joint_dris else "choice",
            make_choices((name, said.person_name(name)) for name in said.plan.answering if name not in gone),
        )  # fmt: skip
        self.start = Field(
            say("Begins"), say("A day, a month or a quarter: 2026-03-31, 2026-03, 2026-Q1."), "line"
        )
        self.end = Field(say("Ends"), say("Likewise."), "line")
        self.steps = Field(
            words.action.many, say("One per line. Each is due at the end until somebody sets a date."), "text"
        )
        self.own = dict(own_questions(said, "tactic", self._asked))
        self._small = small(words.tactic.one)

    @property
    def _asked(self) -> tuple[Field, ...]:
        return (self.title, self.strategy, self.goals, self.dri, self.start, self.end, self.steps)

    @property
    def form(self) -> Form:
        """The form with its fields; a list that would be empty is left out."""
        said = self._said
        say = said.language.gettext
        asked = (*self._asked, *self.own.values())
        fields = tuple(one for one in asked if one.choices or one.kind in {"line", "text"} or one.is_required)
        is_vowel = article(self._small) == "an"
        title = (
            say("Propose an %(tactic)s", tactic=self._small)
            if is_vowel
            else say("Propose a %(tactic)s", tactic=self._small)
        )
        about = say("Say what to do for one of the %(strategies)s, and who would do it.",
                    strategies=said.language.small(said.words.strategy.many))  # fmt: skip
        return Form(self.name, title, about, fields)

    def interpret(self, answers: FormAnswers) -> Begun:
        """The tactic. EditError where it can't be one."""
        (strategy,) = answers[self.strategy.label]
        (title,) = answers[self.title.label]
        return Begun(
            "tactic",
            title,
            strategy=strategy,
            advances=tuple(one.removeprefix(f"{strategy}#") for one in answers.get(self.goals.label, ())),
            dri=answers.get(self.dri.label, ()),
            start=_first(answers[self.start.label]),
            end=_first(answers[self.end.label]),
            actions=_steps(_first(answers[self.steps.label]) or ""),
            own=own_answers(self._said, self.own, answers),
        )


def _first(answer: tuple[str, ...]) -> str | None:
    return answer[0] if answer else None


def _steps(text: str) -> tuple[str, ...]:
    """The lines that say something, without the mark of a list before them."""
    lines = clean_text(text).split("\n") if text.strip() else []
    steps = [line[2:].strip() if line.startswith(("- ", "* ")) else line for line in lines]
    steps = [step for step in steps if step]
    if len(steps) > MOST_STEPS:
        raise EditError(f"these are more than {MOST_STEPS} steps: make several tactics of them")
    if any(len(step) > LONGEST_LINE for step in steps):
        raise EditError(f"a step is one line of at most {LONGEST_LINE} characters")
    return tuple(steps)
