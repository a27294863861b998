"""What is said of a plan and its figures, in the words and the language of its site.

Pages, the terminal and files for readers all say it with these phrases; they differ in what they lay out, and
in how they escape it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from mkdocs_plans import due, figures, standing
from mkdocs_plans.figures import Unknown
from mkdocs_plans.model import Action, Date, Goal, Health, LevelPlan, PlanFile, Resource, Tactic, plain_text
from mkdocs_plans.model.amounts import sum_amounts
from mkdocs_plans.model.dates import Happened
from mkdocs_plans.model.in_words import NumberOrWords
from mkdocs_plans.model.own_fields import OwnValue
from mkdocs_plans.model.own_people import OwnMention
from mkdocs_plans.model.shown import shown_values
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.foreign import join_texts
from mkdocs_plans.wording.formats import Day, Formats, Share
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a class for its colour and sign; `note` says how it came about, `why` in a few words why
    it isn't known. `is_own` is a status in the organisation's own word: it is shown wherever one is.
    """

    text: str
    kind: str
    note: str = ""
    why: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date of a plan: as promised now, what was promised first where that differs, and the words
    for how it stands to today (`12 days overdue`). `text` says in the plan's own words what can't be dated.
    """

    day: Day | None
    originally: Day | None = None
    slip: str = ""
    state: str = ""
    words: str = ""
    text: str = ""


class Phrases:
    """What is said of one plan on one day. Its health is asked for often, and worked out once."""

    def __init__(self, plan: Plan, site: Site, words: Words, formats: Formats) -> None:
        self.plan = plan
        self.site = site
        self.words = words
        self.formats = formats
        self.language = formats.language
        self.today: datetime.date = site.today
        self.health_figure: Callable[[LevelPlan], figures.HealthFigure] = cache(
            lambda one: figures.health(one, site.today)
        )
        self.health: Callable[[LevelPlan], Badge | None] = cache(self.work_out_health)

    @classmethod
    def of(cls, plan: Plan, site: Site) -> Phrases:
        """The phrases of a site."""
        language = Language(site.language)
        return Phrases(plan, site, Words(language, site.settings.labels), Formats(language))

    def person_name(self, handle: str) -> str:
        """What a person is called, or a team that answers; the handle, where the plan doesn't know them."""
        person, team = self.plan.people.get(handle), self.plan.answering_team(handle)
        return person.shown_name if person else plain_text(team.title) if team else handle

    # --- status, health, dates -------------------------------------------------------------------

    def status(self, plan: LevelPlan) -> Badge:
        """The status of a plan, in the organisation's own word where it has written one."""
        return Badge(
            plan.own_status or self.words.status(plan.status), plan.status.value, is_own=bool(plan.own_status)
        )

    def work_out_health(self, plan: LevelPlan) -> Badge | None:
        """The health of a plan, saying whether it is reported or computed, and both where they
        differ; None for a plan that isn't under way.
        """
        return self.health_badge(self.health_figure(plan)) if plan.status.is_under_way else None

    def health_badge(self, figure: figures.HealthFigure) -> Badge:
        """A health, saying how it came about."""
        why = self.why(figure.reasons) if figure.value is None else ""
        if why:
            note = self.language.gettext("not reported; not computed: %(why)s", why=why)
        elif figure.differs:
            note = self.language.gettext(
                "reported; computed from the figures: %(health)s",
                health=self.language.small(self.words.health(figure.computed)),
            )
        elif figure.reported:
            note = self.language.gettext("reported")
        else:
            note = self.language.gettext("computed from the figures")
        return Badge(self.words.health(figure.value), figure.value or "unknown", note, why)

    def health_kind(self, health: Health | None) -> Badge:
        """A health as reported in an update."""
        return Badge(self.words.health(health), health or "unknown")

    def date(self, date: Happened | None) -> Day | None:
        """A date; nothing where there is none, or nobody wrote it down."""
        return self.formats.date(date) if isinstance(date, Date) else None

    def why(self, reasons: Iterable[figures.Unknown]) -> str:
        """Why something isn't known, in words."""
        return self._list([self.words.unknown(reason) for reason in reasons])

    @property
    def comma(self) -> str:
        """What stands between two texts of a line."""
        return self.language.gettext(", ")

    def _list(self, texts: Sequence[str]) -> str:
        return join_texts(texts, self.comma)

    def not_known(self, reasons: Iterable[figures.Unknown]) -> str:
        """That something isn't known, and why."""
        return self.language.gettext("not known: %(why)s", why=self.why(reasons))

    def end(self, plan: LevelPlan) -> When:
        """The last day of a plan; or, in words, when it ends."""
        return self.when(due.end(plan))

    def goal_due(self, plan: LevelPlan, goal: Goal) -> When:
        """The day by which a goal is to be reached; or, in words, when."""
        return self.when(due.of_goal(plan, goal, self.today))

    def action_due(self, tactic: Tactic, action: Action) -> When:
        """The day by which an action is to be done."""
        return self.when(due.of_action(tactic, action, self.today))

    def when(self, by: due.Deadline) -> When:
        """A day by which something is to be done, with its slip; where it is still awaited, whether it is
        overdue.
        """
        slipped = figures.slip(by.date, by.originally)
        first = self.date(by.originally) if slipped or by.date is None else None
        slip = self.slip(slipped) if slipped else ""
        if by.awaited is not None and standing.is_overdue(by.awaited, self.today):
            late = self.overdue((self.today - by.awaited).days)
            return When(self.date(by.date), first, slip, "overdue", late, by.text or "")
        return When(self.date(by.date), first, slip, text=by.text or "")

    def slip(self, days: int) -> str:
        """A slip in words."""
        if days > 0:
            return self.language.ngettext(
                "%(num)d day later than first promised", "%(num)d days later than first promised", days
            )
        return self.language.ngettext(
            "%(num)d day earlier than first promised", "%(num)d days earlier than first promised", -days
        )

    def overdue(self, days: int) -> str:
        """How long something is overdue, in words."""
        return self.language.ngettext("%(num)d day overdue", "%(num)d days overdue", days)

    def days_away(self, days: int) -> str:
        """How far a day is from today, in words; below 0 it is overdue."""
        if days < 0:
            return self.overdue(-days)
        if days == 0:
            return self.language.gettext("today")
        return self.language.ngettext("in %(num)d day", "in %(num)d days", days)

    def due_kind(self, one: due.Due) -> str:
        """What is to be done by a day: a review, an action, a goal, or a plan that is to end."""
        if one.kind is due.Kind.REVIEW:
            return self.language.gettext("Review")
        return str(getattr(self.words, one.plan.type if one.kind is due.Kind.PLAN else one.kind).one)

    def share(self, share: figures.Progress | None) -> Share | None:
        """A share for a bar, or nothing where it isn't known."""
        return self.formats.share(share) if isinstance(share, Fraction) else None

    # --- figures ---------------------------------------------------------------------------------

    def measured(self, progress: figures.MeanProgress) -> str:
        """Of how many goals to reach the progress is the mean, or why it isn't known; nothing where there
        are none.
        """
        if not progress.total:
            return ""
        if progress.share is None:
            return self.not_known(progress.reasons)
        return self.language.gettext(
            "%(known)d of %(total)d measured", known=progress.known, total=progress.total
        )

    def kept(self, kept: figures.Kept) -> str:
        """How many goals to keep are held, and of how many that isn't known; nothing where there are none."""
        say = self.language.gettext
        if not kept.total:
            return ""
        said = say("%(known)d of %(total)d kept", known=kept.held, total=kept.total)
        unread = say("%(number)d with no reading yet", number=kept.unread)
        return self._list([said, unread] if kept.unread else [said])

    def done(self, progress: figures.MeanProgress) -> str:
        """How many of a tactic's actions are done; nothing where there are none."""
        if not progress.total:
            return ""
        say = self.language.gettext
        return say("%(known)d of %(total)d done", known=progress.known, total=progress.total)

    def done_of(self, progress: figures.MeanProgress) -> str:
        """Likewise, for a column of such numbers."""
        if not progress.total:
            return ""
        say = self.language.gettext
        return say("%(known)d of %(total)d", known=progress.known, total=progress.total)

    # --- parts -----------------------------------------------------------------------------------

    def value(self, value: NumberOrWords | None, goal: Goal) -> str:
        """A value of a goal, with its unit, or in its own words; nothing where there is none."""
        if value is None or isinstance(value, str):
            return value or ""
        return self.formats.number(value, goal.unit)

    def steps(self, goal: Goal) -> tuple[tuple[Day, str], ...]:
        """What is to be reached on the way, in time, where some of it is told in words: numbers alone are
        a line of the chart.
        """
        if not any(isinstance(value, str) for value in goal.targets.values()):
            return ()
        in_time = sorted(goal.targets.items(), key=lambda step: step[0].last)
        return tuple((self.formats.date(day), self.value(value, goal)) for day, value in in_time)

    def step(self, goal: Goal) -> tuple[Day, str] | None:
        """The one of these that is next, else the last one; None where there are none, or the goal is met."""
        ahead = sum(day.last >= self.today for day in goal.targets)
        steps = () if goal.is_settled else self.steps(goal)
        return steps[-max(1, ahead)] if steps else None

    def pace(
        self, progress: figures.Progress, expected: figures.Progress
    ) -> tuple[Share | None, str | None, str]:
        """How far a goal should be and its pace, which go together; where its progress alone is known, why
        they aren't.
        """
        if not isinstance(progress, Fraction):
            return None, None, ""
        if isinstance(expected, Fraction):
            return self.share(expected), self.formats.points(figures.points_between(progress, expected)), ""
        return None, None, self.why([expected]) if progress < 1 else ""

    def work(self, plan: LevelPlan, goal: Goal) -> Badge | None:
        """Who works on a goal, where that isn't an open tactic, as a badge whose kind is that of `Work`.
        Nothing is said of a plan that is closed.
        """
        work = standing.work_on(self.plan, plan, goal, self.today)
        said = self.words.work(work) if plan.status.is_open else ""
        return Badge(said, work.value) if said else None

    def settled(self, goal: Goal) -> Day | None:
        """The day on which a goal was dropped or met, where it was and that is known."""
        if figures.is_dropped(goal, self.today):
            return self.date(goal.dropped)
        return self.date(goal.met) if figures.is_met(goal, self.today) and goal.keep is None else None

    def goal_state(self, plan: LevelPlan, goal: Goal) -> Badge:
        """How a goal stands, in a word or two; in a plan that is closed nothing is in progress."""
        say = self.language.gettext
        if figures.is_dropped(goal, self.today):
            return Badge(say("Dropped"), "dropped")
        return self._awaited_state(plan, goal)

    def _awaited_state(self, plan: LevelPlan, goal: Goal) -> Badge:
        say = self.language.gettext
        if goal.keep is not None:
            return self._kept_state(plan, goal)
        if figures.is_reached(plan, goal, self.today):
            return Badge(say("Reached") if goal.is_measured else say("Met"), "met")
        share = figures.goal_progress(plan, goal, self.today)
        if isinstance(share, Unknown) and share not in {Unknown.IN_WORDS, Unknown.NO_READING}:
            return Badge(say("Not known: %(why)s", why=self.why([share])), "unknown")
        if not plan.status.is_open:
            return Badge(say("Not reached"), "missed")
        if share is Unknown.NO_READING:
            return Badge(say("Not measured yet"), "unknown")
        return Badge(say("Not met yet") if share is Unknown.IN_WORDS else say("In progress"), "open")

    def _kept_state(self, plan: LevelPlan, goal: Goal) -> Badge:
        say, kept = self.language.gettext, figures.goal_kept(plan, goal, self.today)
        if kept is Unknown.NO_READING:
            return Badge(say("Not measured yet"), "unknown")
        if isinstance(kept, Unknown):
            return Badge(say("Not known: %(why)s", why=self.why([kept])), "unknown")
        return Badge(say("Held"), "met") if kept is Health.ON_TRACK else Badge(say("Not held"), "missed")

    def late(self, action: Action) -> str:
        """How long after its due day an action was done; nothing where it was in time."""
        if not isinstance(action.done, Date) or action.due is None:
            return ""
        late = (action.done.last - action.due.last).days
        return self.language.ngettext("%(num)d day late", "%(num)d days late", late) if late > 0 else ""

    def own_values(self, thing: PlanFile | Goal | Action) -> Iterator[OwnValue]:
        """What a thing has in our fields that are shown behind a label, and in the organisation's own."""
        for one in shown_values(thing):
            yield replace(one, field=replace(one.field, label=self.language.gettext(one.field.label)))
        yield from self.plan.own_fields.values(thing.extra)

    def mentions(self, handle: str) -> dict[str, list[OwnMention]]:
        """Where fields of the organisation's own name a person, by the label."""
        found: dict[str, list[OwnMention]] = {}
        for one in self.plan.own_mentions.get(handle, ()):
            found.setdefault(one.field.label, []).append(one)
        return found

    def own(self, thing: PlanFile | Goal | Action) -> tuple[tuple[str, str], ...]:
        """The same, each label with its value on one line."""
        return tuple((one.field.label, self._own(one)) for one in self.own_values(thing))

    def _own(self, value: OwnValue) -> str:
        match value.read:
            case Date() as date:
                return self.formats.date(date).text
            case Decimal() as number:
                return self.formats.number(number)
            case str() as handle if value.type == "person":
                return self.person_name(handle)
        return value.text

    def costs(self, resources: Sequence[Resource]) -> str:
        """The costs of resources, summed for each currency; how many couldn't be, for they are words."""
        sums = sum_amounts(resource.cost for resource in resources)
        amounts = self.formats.sums(sums)
        words = sum(isinstance(resource.cost, str) for resource in resources)
        if not amounts or not words:
            return amounts
        return self.language.ngettext(
            "%(amounts)s, and %(num)d cost in words", "%(amounts)s, and %(num)d costs in words", words,
            amounts=amounts,
        )  # fmt: skip

    # --- counts ----------------------------------------------------------------------------------

    def count_health(self, plans: Iterable[LevelPlan]) -> standing.HealthCounts:
        """Count plans by health."""
        return standing.count_health(plans, self.health_figure)

    def review_due(self, plan: LevelPlan) -> datetime.date | None:
        """The day by which a plan is to be reviewed, as often as it says itself, else the site."""
        return due.review_due(plan, self.site.settings.review, self.today)
