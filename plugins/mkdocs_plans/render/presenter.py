"""Entities → what templates show: texts, links, badges, bars.

Templates compute nothing. What they are given is made here, out of the plan and its figures, with
every reference turned into a link from the page at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from mkdocs_plans import figures, standing
from mkdocs_plans.figures import Unknown
from mkdocs_plans.model import (
    Action,
    Goal,
    Health,
    LevelPlan,
    PlanFile,
    Resource,
    Strategy,
    Tactic,
    Team,
    Update,
    plain_text,
)
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.cards import (
    ActionLine,
    Counts,
    Facts,
    GoalCard,
    Item,
    ResourceLine,
    StrategyCard,
    TacticRow,
    TeamCard,
    UpdateEntry,
)
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.cards import part
from mkdocs_plans.render.own_fields import own_facts
from mkdocs_plans.render.pieces import Badge, Href, Link, Pieces, Shared, named
from mkdocs_plans.wording.foreign import joined
from mkdocs_plans.wording.formats import Share
from mkdocs_plans.wording.html_text import unlinked


class Presenter(Pieces):
    """Makes what pages show: plans and their parts, as cards, rows and lists."""

    def __init__(self, shared: Shared, href: Href) -> None:
        super().__init__(shared, href)
        self.change = cache(lambda file: page_changes.of_file(self, file))
        self.item = self.remember(self._item)
        self.tactic_row = self.remember(self._tactic_row)

    # --- plans -----------------------------------------------------------------------------------

    def facts(self, plan: Strategy | Tactic) -> Facts:
        """What stands at the top of a strategy's and a tactic's page."""
        review = self.review_due(plan)
        late = review is not None and standing.is_overdue(review, self.today)
        is_strategy = isinstance(plan, Strategy)
        progress = self._progress(plan)
        strategy = self.plan.strategy_of(plan) if isinstance(plan, Tactic) else None
        return Facts(
            serves=self.link(strategy) if strategy else None,
            dri=self.person(plan.dri),
            contributors=self.people(plan.contributors),
            team=self.team(plan),
            status=self.status(plan),
            health=self.health(plan),
            start=self.date(plan.start),
            end=self.end(plan),
            review=self.formats.day(review) if review else None,
            review_overdue=self.overdue((self.today - review).days) if review and late else "",
            progress=self.share(progress.share),
            progress_of=self.measured(progress) if is_strategy else self.done(progress),
            progress_figure="strategy-progress" if is_strategy else "tactic-progress",
            kept=self.kept(plan) if is_strategy else "",
        )

    def _progress(self, plan: Strategy | Tactic) -> figures.MeanProgress:
        if isinstance(plan, Strategy):
            return figures.strategy_progress(plan, self.today)
        return figures.tactic_progress(plan, self.today)

    def strategy_card(self, strategy: Strategy) -> StrategyCard:
        """A strategy as a card: its tactics as bullets, and how it is going."""
        progress = figures.strategy_progress(strategy, self.today)
        to_reach = [goal for goal in strategy.goals if goal.keep is None]
        return StrategyCard(
            link=self.link(strategy),
            status=self.status(strategy),
            health=self.health(strategy),
            summary=strategy.summary,
            dri=self.person(strategy.dri),
            team=self.team(strategy),
            start=self.date(strategy.start),
            end=self.end(strategy),
            tactics=tuple(self.item(tactic) for tactic in self.plan.tactics_of(strategy)),
            goals=len(to_reach),
            goals_met=sum(figures.is_reached(strategy, goal, self.today) for goal in to_reach),
            progress=self.share(progress.share),
            measured=self.measured(progress) if progress.known < progress.total else "",
            kept=self.kept(strategy),
        )

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

    def kept(self, plan: LevelPlan) -> str:
        """How many goals to keep are held, and of how many that isn't known; nothing where there are none."""
        kept, say = figures.goals_kept(plan, self.today), self.language.gettext
        if not kept.total:
            return ""
        said = say("%(known)d of %(total)d kept", known=kept.held, total=kept.total)
        unread = say("%(number)d with no reading yet", number=kept.unread)
        return joined([said, unread] if kept.unread else [said])

    def done(self, progress: figures.MeanProgress) -> str:
        """How many of a tactic's actions are done; nothing where there are none."""
        if not progress.total:
            return ""
        say = self.language.gettext
        return say("%(known)d of %(total)d done", known=progress.known, total=progress.total)

    def _item(self, plan: LevelPlan) -> Item:
        """A strategy or a tactic as one line of a list."""
        return Item(link=self.link(plan), status=self.status(plan), health=self.health(plan))

    def _tactic_row(self, tactic: Tactic) -> TacticRow:
        """A tactic as a row of a table."""
        progress = figures.tactic_progress(tactic, self.today)
        strategy = self.plan.strategy_of(tactic)
        return TacticRow(
            link=self.link(tactic),
            status=self.status(tactic),
            health=self.health(tactic),
            strategy=self.link(strategy) if strategy else None,
            dri=self.person(tactic.dri),
            team=self.team(tactic),
            end=self.end(tactic),
            progress=self.share(progress.share),
            done=self._of(progress) if progress.total else "",
        )

    def _of(self, progress: figures.MeanProgress) -> str:
        say = self.language.gettext
        return say("%(known)d of %(total)d", known=progress.known, total=progress.total)

    # --- parts -----------------------------------------------------------------------------------

    def goal(self, found: GoalOf, *, is_alone: bool = False) -> GoalCard:
        """A goal with its measure, how far it is, who answers for it, and, unless it is shown alone, what
        advances it.
        """
        plan, goal = found.plan, found.goal
        share = figures.goal_progress(plan, goal, self.today)
        reading = figures.current(plan, goal, self.today)
        met = figures.is_met(goal, self.today)
        expected, pace, unknown = self._pace(share, figures.expected_goal_progress(plan, goal, self.today))
        return GoalCard(
            id=goal.id,
            link=self.goal_link(found),
            number=goal.number,
            title=plain_text(goal.title),
            heading=unlinked(goal.title),
            plan=self.link(plan),
            dri=self.person(self.plan.dri_of(plan, goal)),
            contributors=self.people(goal.contributors),
            measure=goal.measure,
            keep=goal.keep,
            baseline=self._value(goal.baseline, goal),
            current=self._value(reading.value, goal) if reading else None,
            current_day=self.formats.day(reading.day) if reading else None,
            target=self._value(goal.target, goal),
            met=self.date(goal.met) if met and goal.keep is None else None,
            due=self.goal_due(plan, goal),
            progress=self.share(share) if goal.is_counted else None,
            expected=expected,
            pace=pace,
            pace_unknown=unknown,
            state=self.goal_state(plan, goal),
            advanced_by=() if is_alone else tuple(map(self.item, self.plan.tactics_advancing(plan, goal))),
            own=own_facts(self, goal.extra),
            work=None if is_alone else self.work(plan, goal),
            marks=part(self.change(plan).marks, "goals", goal.id),
        )

    def value(self, value: Decimal, goal: Goal) -> str:
        """A value of a goal, with its unit."""
        return self.formats.number(value, goal.unit)

    def _value(self, value: Decimal | None, goal: Goal) -> str | None:
        return None if value is None else self.value(value, goal)

    def _pace(
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

    def goal_state(self, plan: LevelPlan, goal: Goal) -> Badge:
        """How a goal stands, in a word or two."""
        say = self.language.gettext
        if goal.keep is not None:
            return self._kept_state(plan, goal)
        if figures.is_reached(plan, goal, self.today):
            return Badge(say("Reached") if goal.is_measured else say("Met"), "met")
        share = figures.goal_progress(plan, goal, self.today)
        if share is Unknown.IN_WORDS:
            return Badge(say("Not met yet"), "open")
        if share is Unknown.NO_READING:
            return Badge(say("Not measured yet"), "unknown")
        if isinstance(share, Unknown):
            return Badge(say("Not known: %(why)s", why=self.why([share])), "unknown")
        return Badge(say("In progress"), "open")

    def _kept_state(self, plan: LevelPlan, goal: Goal) -> Badge:
        say, kept = self.language.gettext, figures.goal_kept(plan, goal, self.today)
        if kept is Unknown.NO_READING:
            return Badge(say("Not measured yet"), "unknown")
        if isinstance(kept, Unknown):
            return Badge(say("Not known: %(why)s", why=self.why([kept])), "unknown")
        return Badge(say("Held"), "met") if kept is Health.ON_TRACK else Badge(say("Not held"), "missed")

    def action(self, tactic: Tactic, action: Action) -> ActionLine:
        """An action of a tactic as a line of its checklist."""
        done = figures.is_done(action, self.today)
        dropped = figures.is_dropped(action, self.today)
        return ActionLine(
            id=action.id,
            number=action.number,
            do=action.do,
            measure=action.measure,
            dri=self.person(self.plan.dri_of(tactic, action)),
            contributors=self.people(action.contributors),
            due=self.action_due(tactic, action),
            when=action.when,
            done=self.date(action.done) if done else None,
            late=self._late(action) if done else "",
            dropped=self.date(action.dropped) if dropped else None,
            own=own_facts(self, action.extra),
            marks=part(self.change(tactic).marks, "actions", action.id),
        )

    def _late(self, action: Action) -> str:
        """How long after its due day an action was done; nothing where it was in time."""
        if action.done is None or action.due is None:
            return ""
        late = (action.done.last - action.due.last).days
        return self.language.ngettext("%(num)d day late", "%(num)d days late", late) if late > 0 else ""

    def resource(self, resource: Resource) -> ResourceLine:
        """A resource with its cost."""
        cost = resource.cost
        return ResourceLine(named(resource.name, resource.url), self.formats.cost(cost) if cost else None)

    def costs(self, resources: Sequence[Resource]) -> str:
        """The costs of resources, summed for each currency; how many couldn't be, for they are words."""
        sums = figures.costs(resources)
        amounts = self.formats.sums(sums)
        words = sum(isinstance(resource.cost, str) for resource in resources)
        if not amounts or not words:
            return amounts
        return self.language.ngettext(
            "%(amounts)s, and %(num)d cost in words", "%(amounts)s, and %(num)d costs in words", words,
            amounts=amounts,
        )  # fmt: skip

    def updates(self, plan: LevelPlan) -> tuple[UpdateEntry, ...]:
        """The check-ins of a plan, newest first."""
        newest_first = sorted(plan.updates, key=lambda update: update.date.last, reverse=True)
        return tuple(self.update(plan, update) for update in newest_first)

    def update(self, plan: LevelPlan, update: Update, *, is_alone: bool = False) -> UpdateEntry:
        """A check-in: its day, the health that it reports, what was measured, its note. Shown alone, it
        stands on another page than its plan's.
        """
        values = []
        for goal_id, value in update.readings.items():
            goal = plan.goal(goal_id)
            title = named(goal.title, f"#goal-{goal.id}") if goal else Link(goal_id)
            if goal and is_alone:
                title = self.goal_link(GoalOf(plan, goal))
            values.append((title, self.value(value, goal) if goal else str(value)))
        day = self.formats.date(update.date)
        new = [row.told.change.now for row in self.change(plan).marks["updates"]]
        return UpdateEntry(
            date=day,
            is_new=update in new,
            is_ahead=update.date.last > self.today,
            health=self.health_kind(update.health) if update.health else None,
            readings=tuple(values),
            note=update.note,
        )

    # --- groups ----------------------------------------------------------------------------------

    def counts(self, plans: Iterable[LevelPlan]) -> Counts:
        """Plans counted by health, with the worst of them named."""
        numbers = self.count_health(plans)
        rows = (
            (Health.ON_TRACK, numbers.on_track),
            (Health.AT_RISK, numbers.at_risk),
            (Health.OFF_TRACK, numbers.off_track),
            (None, numbers.unknown),
        )
        worst = numbers.worst
        return Counts(
            numbers.total,
            tuple((self.health_kind(health), number) for health, number in rows if number),
            worst=self.link(worst) if worst else None,
            worst_health=self.health(worst) if worst else None,
        )

    def team_card(self, team: Team, above: frozenset[str] = frozenset()) -> TeamCard:
        """A team as a card, with its sub-teams; a circle of teams ends where it closes."""
        tactics = self.plan.tactics_of_team(team)
        seen = above | {team.id}
        below = (other for other in self.plan.teams_below(team) if other.id not in seen)
        return TeamCard(
            link=self.link(team),
            summary=team.summary,
            lead=self.person(team.lead),
            counts=self.counts(tactics),
            open=self.words.count("tactic", sum(t.status.is_open for t in tactics)),
            people=self.words.count("person", len(self.plan.people_of(team))),
            teams=tuple(self.team_card(other, seen) for other in below),
        )

    def trail(self, file: PlanFile) -> tuple[Link, ...]:
        """The way up from a plan's page: its theme and the strategies above it, the top first."""
        above: list[PlanFile] = []
        strategy = file if isinstance(file, Strategy) else None
        if isinstance(file, Tactic) and (strategy := self.plan.strategy_of(file)):
            above.append(strategy)
        if strategy is not None:
            above += list(self.plan.line_of(strategy))[1:]
            theme = self.plan.theme_of(strategy)
            above += [theme] if theme else []
        if isinstance(file, Team):
            above += self._teams_above(file)
        return tuple(self.link(one) for one in reversed(above))

    def _teams_above(self, team: Team) -> list[Team]:
        line = [team]
        while (above := self.plan.teams.get(line[-1].parent or "")) and above not in line:
            line.append(above)
        return line[1:]
