"""Entities → what templates show: texts, links, badges, bars.

Templates compute nothing. What they are given is made here, out of the plan and its figures, with
every reference turned into a link from the page at hand.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plans import figures, standing
from mkdocs_plans.model import (
    Action,
    Goal,
    LevelPlan,
    PlanFile,
    Resource,
    Strategy,
    Tactic,
    Team,
    Update,
    plain_text,
)
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.render.cards import (
    ActionLine,
    Counts,
    Facts,
    GoalCard,
    GoalLine,
    Item,
    ResourceLine,
    StrategyCard,
    TacticRow,
    TeamCard,
    UpdateEntry,
)
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.cards import part
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.own_fields import own_facts
from mkdocs_plans.render.past import MOVED, Past, how_moved
from mkdocs_plans.render.pieces import Href, Link, Memory, Pieces, make_link
from mkdocs_plans.wording.html_text import unlinked
from mkdocs_plans.wording.phrases import Phrases


class Presenter(Pieces):
    """Makes what pages show: plans and their parts, as cards, rows and lists."""

    def __init__(
        self,
        phrases: Phrases,
        href: Href,
        changes: Changes | None = None,
        memory: Memory | None = None,
        past: Past | None = None,
    ) -> None:
        super().__init__(phrases, href, changes, memory)
        self.past = past
        self.change = self.remember(self._change)
        self.item = self.remember(self._item)
        self.tactic_row = self.remember(self._tactic_row)

    def _change(self, file: PlanFile) -> page_changes.PageChange:
        """What the site marks as changed on a file's page."""
        return page_changes.of_file(self, file)

    # --- plans -----------------------------------------------------------------------------------

    def facts(self, plan: Strategy | Tactic) -> Facts:
        """What stands at the top of a strategy's and a tactic's page."""
        review = self.review_due(plan)
        late = review is not None and standing.is_overdue(review, self.today)
        is_strategy = isinstance(plan, Strategy)
        progress = figures.plan_progress(plan, self.today)
        return Facts(
            serves=self.serves(plan),
            dri=self.people(plan.dri),
            contributors=self.people(plan.contributors),
            team=self.team(plan),
            status=self.status(plan),
            health=self.health(plan),
            start=self.date(plan.start),
            end=self.end(plan),
            moved=self.moved(plan, None),
            review=self.formats.day(review) if review else None,
            review_overdue=self.overdue((self.today - review).days) if review and late else "",
            progress=self.share(progress.share),
            progress_of=self.measured(progress) if is_strategy else self.done(progress),
            progress_figure="strategy-progress" if is_strategy else "tactic-progress",
            kept=self.kept(figures.goals_kept(plan, self.today)) if is_strategy else "",
        )

    def moved(self, plan: LevelPlan, part: Goal | Action | None) -> Link | None:
        """How often the date of a plan, or of one of its goals or actions, moved; None where it didn't, or
        the site shows no past.
        """
        text = how_moved(self, self.past, plan, part) if self.past else ""
        return Link(text, self.link(plan, f"#{MOVED}").href) if text else None

    def serves(self, plan: Strategy | Tactic) -> Link | None:
        """The strategy that a tactic serves; the goal that a strategy does."""
        if isinstance(plan, Tactic):
            strategy = self.plan.strategy_of(plan)
            return self.link(strategy) if strategy else None
        return next(map(self.goal_link, self.plan.goals_advanced_by(plan)), None)

    def strategy_card(self, strategy: Strategy) -> StrategyCard:
        """A strategy as a card: its tactics as bullets, and how it is going."""
        progress = figures.strategy_progress(strategy, self.today)
        to_reach = figures.goals_to_reach(strategy, self.today)
        return StrategyCard(
            link=self.link(strategy),
            status=self.status(strategy),
            health=self.health(strategy),
            look=self.look(self.plan.theme_of(strategy)),
            summary=strategy.summary,
            dri=self.people(strategy.dri),
            team=self.team(strategy),
            start=self.date(strategy.start),
            end=self.end(strategy),
            tactics=tuple(self.item(tactic) for tactic in self.plan.tactics_of(strategy)),
            is_bare=standing.lacks_tactics(self.plan, strategy),
            goals=len(to_reach),
            goals_met=sum(figures.is_reached(strategy, goal, self.today) for goal in to_reach),
            progress=self.share(progress.share),
            measured=self.measured(progress) if progress.known < progress.total else "",
            kept=self.kept(figures.goals_kept(strategy, self.today)),
        )

    def _item(self, plan: LevelPlan) -> Item:
        """A strategy or a tactic as one line of a list."""
        return Item(link=self.link(plan), status=self.status(plan), health=self.health(plan))

    def _tactic_row(self, tactic: Tactic) -> TacticRow:
        """A tactic as a row of a table."""
        progress = figures.tactic_progress(tactic, self.today)
        above = self.plan.strategy_of(tactic) or self.plan.theme_of_plan(tactic)
        return TacticRow(
            link=self.link(tactic),
            status=self.status(tactic),
            health=self.health(tactic),
            look=self.look(self.plan.theme_of_plan(tactic)),
            strategy=self.link(above) if above else None,
            dri=self.people(tactic.dri),
            team=self.team(tactic),
            end=self.end(tactic),
            progress=self.share(progress.share),
            done=self.done_of(progress),
        )

    # --- parts -----------------------------------------------------------------------------------

    def goal(self, found: GoalOf, *, is_alone: bool = False) -> GoalCard:
        """A goal with its measure, how far it is, who answers for it, and, unless it is shown alone, what
        advances it.
        """
        plan, goal = found.plan, found.goal
        share = figures.goal_progress(plan, goal, self.today)
        reading = figures.current(plan, goal, self.today)
        expected, pace, unknown = self.pace(share, figures.expected_goal_progress(plan, goal, self.today))
        return GoalCard(
            id=goal.id,
            link=self.goal_link(found),
            number=goal.number,
            title=plain_text(goal.title),
            heading=unlinked(goal.title),
            plan=self.link(plan),
            dri=self.people(self.plan.dri_of(plan, goal)),
            contributors=self.people(goal.contributors),
            measure=goal.measure,
            keep=goal.keep,
            baseline=self.value(goal.baseline, goal) or None,
            current=self.value(reading.value, goal) if reading else None,
            current_day=self.formats.day(reading.day) if reading else None,
            target=self.value(goal.target, goal) or None,
            is_measured=goal.is_measured,
            steps=self.steps(goal),
            step=self.step(goal),
            settled=self.settled(goal),
            due=self.goal_due(plan, goal),
            progress=self.share(share) if goal.is_counted else None,
            expected=expected,
            pace=pace,
            pace_unknown=unknown,
            moved=self.moved(plan, goal),
            state=self.goal_state(plan, goal),
            advanced_by=() if is_alone else tuple(map(self.item, self.plan.advancing(plan, goal))),
            own=own_facts(self, goal),
            work=None if is_alone else self.work(plan, goal),
            marks=part(self.change(plan).marks, "goals", goal.id),
        )

    def goal_line(self, found: GoalOf) -> GoalLine:
        """A goal as a line of a list."""
        plan, goal = found.plan, found.goal
        progress = figures.goal_progress(plan, goal, self.today)
        reading = figures.current(plan, goal, self.today)
        return GoalLine(
            link=self.goal_link(found),
            now=self.value(reading.value, goal) if reading else None,
            target=self.value(goal.target, goal) or None,
            step=self.step(goal),
            keep=goal.keep,
            state=self.goal_state(plan, goal),
            progress=self.share(progress) if goal.is_counted else None,
            due=self.date(plan.due_of(goal)),
            when=plan.when_of(goal),
        )

    def action(self, tactic: Tactic, action: Action) -> ActionLine:
        """An action of a tactic as a line of its checklist."""
        done = figures.is_done(action, self.today)
        dropped = figures.is_dropped(action, self.today)
        return ActionLine(
            id=action.id,
            number=action.number,
            do=action.do,
            measure=action.measure,
            dri=self.people(self.plan.dri_of(tactic, action)),
            contributors=self.people(action.contributors),
            start=self.date(action.start),
            due=self.action_due(tactic, action),
            when=action.when,
            moved=self.moved(tactic, action),
            is_done=done,
            done=self.date(action.done) if done else None,
            late=self.late(action) if done else "",
            is_dropped=dropped,
            dropped=self.date(action.dropped) if dropped else None,
            own=own_facts(self, action),
            marks=part(self.change(tactic).marks, "actions", action.id),
        )

    def resource(self, resource: Resource) -> ResourceLine:
        """A resource with its cost."""
        cost = resource.cost
        return ResourceLine(make_link(resource.name, resource.url), self.formats.cost(cost) if cost else None)

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
            title = make_link(goal.title, f"#goal-{goal.id}") if goal else Link(goal_id)
            if goal and is_alone:
                title = self.goal_link(GoalOf(plan, goal))
            values.append((title, self.value(value, goal) if goal else str(value)))
        day = self.formats.date(update.date)
        new = [row.wording.change.now for row in self.change(plan).marks["updates"]]
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
        worst = numbers.worst
        return Counts(
            numbers.total,
            tuple((self.health_kind(health), number) for health, number in numbers.by_health),
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
        return tuple(map(self.link, self.plan.above(file)))
