"""Entities → what templates show: texts, links, badges, bars.

Templates compute nothing. What they are given is made here, out of the plan and its figures, with
every reference turned into a link from the page at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from mkdocs_plans import figures
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
)
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.cards import part
from mkdocs_plans.render.formats import Share
from mkdocs_plans.render.pieces import Badge, Href, Link, Pieces, Shared


class Presenter(Pieces):
    """Makes what pages show: plans and their parts, as cards, rows and lists."""

    def __init__(self, shared: Shared, href: Href) -> None:
        super().__init__(shared, href)
        self.change = cache(lambda file: page_changes.of_file(self, file))
        self.item = cache(self._item)
        self.tactic_row = cache(self._tactic_row)

    # --- plans -----------------------------------------------------------------------------------

    def facts(self, plan: LevelPlan) -> dict[str, Any]:
        """What stands at the top of a strategy's and a tactic's page."""
        review = self.review_due(plan)
        return {
            "dri": self.person(plan.dri),
            "contributors": self.people(plan.contributors),
            "team": self.team(plan),
            "status": self.status(plan),
            "health": self.health(plan),
            "start": self.date(plan.start),
            "end": self.when(plan.end, plan.originally, is_open=plan.status.is_open),
            "review": self.formats.day(review) if review else None,
            "review_overdue": self.overdue((self.today - review).days)
            if review and review < self.today
            else "",
            "extra": [
                (label, plan.extra[key])
                for key, label in self.site.settings.extra_fields.items()
                if isinstance(plan.extra.get(key), str)
            ],
        }

    def strategy_card(self, strategy: Strategy) -> dict[str, Any]:
        """A strategy as a card: its tactics as bullets, and how it is going."""
        progress = figures.strategy_progress(strategy, self.today)
        met = sum(figures.goal_progress(strategy, goal, self.today) == 1 for goal in strategy.goals)
        return {
            "link": self.link(strategy),
            "summary": strategy.summary,
            **self.facts(strategy),
            "tactics": [self.item(tactic) for tactic in self.plan.tactics_of(strategy)],
            "goals": len(strategy.goals),
            "goals_met": met,
            "progress": self.share(progress.share),
            "measured": self.measured(progress) if progress.known < progress.total else "",
        }

    def measured(self, progress: figures.MeanProgress) -> str:
        """Of how many goals the progress is the mean; nothing where there are none."""
        if not progress.total:
            return ""
        return self.language.gettext(
            "%(known)d of %(total)d measured", known=progress.known, total=progress.total
        )

    def done(self, progress: figures.MeanProgress) -> str:
        """How many of a tactic's actions are done; nothing where there are none."""
        if not progress.total:
            return ""
        say = self.language.gettext
        return say("%(known)d of %(total)d done", known=progress.known, total=progress.total)

    def _item(self, plan: LevelPlan) -> dict[str, Any]:
        """A strategy or a tactic as one line of a list."""
        return {
            "link": self.link(plan),
            "status": self.status(plan),
            "health": self.health(plan),
        }

    def _tactic_row(self, tactic: Tactic) -> dict[str, Any]:
        """A tactic as a row of a table."""
        progress = figures.tactic_progress(tactic, self.today)
        strategy = self.plan.strategy_of(tactic)
        return {
            **self.item(tactic),
            "summary": tactic.summary,
            "strategy": self.link(strategy) if strategy else None,
            "dri": self.person(tactic.dri),
            "team": self.team(tactic),
            "start": self.date(tactic.start),
            "end": self.when(tactic.end, tactic.originally, is_open=tactic.status.is_open),
            "progress": self.share(progress.share),
            "done": self._of(progress) if progress.total else "",
        }

    def _of(self, progress: figures.MeanProgress) -> str:
        say = self.language.gettext
        return say("%(known)d of %(total)d", known=progress.known, total=progress.total)

    # --- parts -----------------------------------------------------------------------------------

    def goal(self, found: GoalOf, *, is_alone: bool = False) -> dict[str, Any]:
        """A goal with its measure, how far it is, who answers for it, and, unless it is shown alone, what
        advances it.
        """
        plan, goal = found.plan, found.goal
        share = figures.goal_progress(plan, goal, self.today)
        reading = figures.current(plan, goal, self.today)
        pace = figures.goal_pace(plan, goal, self.today)
        met = figures.is_met(goal, self.today)
        expected = figures.expected_goal_progress(plan, goal, self.today)
        return {
            "id": goal.id,
            "link": self.goal_link(found),
            "number": goal.number,
            "title": goal.title,
            "plan": self.link(plan),
            "dri": self.person(self.plan.dri_of(plan, goal)),
            "contributors": self.people(goal.contributors),
            "measure": goal.measure,
            "keep": goal.keep,
            "baseline": self._value(goal.baseline, goal),
            "current": self._value(reading.value, goal) if reading else None,
            "current_day": self.formats.day(reading.day) if reading else None,
            "target": self._value(goal.target, goal),
            "met": self.date(goal.met) if met else None,
            "due": self.when(goal.due or plan.end, goal.originally, is_open=share != 1),
            "progress": self._goal_share(goal, share, is_measured=reading is not None),
            "expected": self.share(expected),
            "state": self.goal_state(goal, share),
            "pace": None if pace is None or share == 1 else self.formats.points(pace),
            "advanced_by": [] if is_alone else self._advancing(plan, goal),
            "marks": part(self.change(plan).marks, "goals", goal.id),
        }

    def _advancing(self, plan: LevelPlan, goal: Goal) -> list[dict[str, Any]]:
        return [self.item(tactic) for tactic in self.plan.tactics_advancing(plan, goal)]

    def _value(self, value: Decimal | None, goal: Goal) -> str | None:
        return None if value is None else self.formats.number(value, goal.unit)

    def _goal_share(self, goal: Goal, share: Decimal | None, *, is_measured: bool) -> Share | None:
        """A bar only where there is a way from a baseline to a target, and a place on it."""
        has_way = goal.keep is None and goal.baseline is not None and goal.target is not None
        return self.share(share) if has_way and (is_measured or share == 1) else None

    def goal_state(self, goal: Goal, share: Decimal | None) -> Badge:
        """How a goal stands, in a word or two; `share` is its progress."""
        say = self.language.gettext
        if goal.keep is not None and share is not None:
            return Badge(say("Held"), "met") if share == 1 else Badge(say("Not held"), "missed")
        if share == 1:
            return Badge(say("Reached") if goal.is_measured else say("Met"), "met")
        if share is None:
            return Badge(say("Not measured yet"), "unknown")
        return Badge(say("In progress") if goal.is_measured else say("Not met yet"), "open")

    def action(self, tactic: Tactic, action: Action) -> dict[str, Any]:
        """An action of a tactic as a line of its checklist."""
        done = figures.is_done(action, self.today)
        dropped = figures.is_dropped(action, self.today)
        is_open = tactic.status.is_open and not (done or dropped)
        return {
            "id": action.id,
            "number": action.number,
            "do": action.do,
            "measure": action.measure,
            "dri": self.person(self.plan.dri_of(tactic, action)),
            "contributors": self.people(action.contributors),
            "due": self.when(action.due, action.originally, is_open=is_open),
            "when": action.when,
            "done": self.date(action.done) if done else None,
            "late": self._late(action) if done else "",
            "dropped": self.date(action.dropped) if dropped else None,
            "marks": part(self.change(tactic).marks, "actions", action.id),
        }

    def _late(self, action: Action) -> str:
        """How long after its due day an action was done; nothing where it was in time."""
        if action.done is None or action.due is None:
            return ""
        late = (action.done.last - action.due.last).days
        return self.language.ngettext("%(num)d day late", "%(num)d days late", late) if late > 0 else ""

    def resource(self, resource: Resource) -> dict[str, Any]:
        """A resource with its cost."""
        cost = resource.cost
        return {
            "link": Link(resource.name, resource.url),
            "cost": self.formats.cost(cost) if cost else None,
        }

    def costs(self, resources: Sequence[Resource]) -> str:
        """The costs of resources, summed for each currency; how many couldn't be, for they are words."""
        sums = figures.costs(resources)
        amounts = " + ".join(self.formats.money(value, currency) for currency, value in sums.items())
        words = sum(isinstance(resource.cost, str) for resource in resources)
        if not amounts or not words:
            return amounts
        return self.language.ngettext(
            "%(amounts)s, and %(num)d cost in words", "%(amounts)s, and %(num)d costs in words", words,
            amounts=amounts,
        )  # fmt: skip

    def updates(self, plan: LevelPlan) -> list[dict[str, Any]]:
        """The check-ins of a plan, newest first."""
        newest_first = sorted(plan.updates, key=lambda update: update.date.last, reverse=True)
        return [self.update(plan, update) for update in newest_first]

    def update(self, plan: LevelPlan, update: Update, *, is_alone: bool = False) -> dict[str, Any]:
        """A check-in: its day, the health that it reports, what was measured, its note. Shown alone, it
        stands on another page than its plan's.
        """
        values = []
        for goal_id, value in update.readings.items():
            goal = plan.goal(goal_id)
            title = Link(goal.title, f"#goal-{goal.id}") if goal else Link(goal_id)
            if goal and is_alone:
                title = self.goal_link(GoalOf(plan, goal))
            values.append((title, self._value(value, goal) if goal else str(value)))
        day = self.formats.date(update.date)
        new = (link.text for row in self.change(plan).marks["updates"] for link in row.now)
        return {
            "date": day,
            "is_new": day.text in new,
            "health": self.health_kind(update.health) if update.health else None,
            "readings": values,
            "note": update.note,
        }

    # --- groups ----------------------------------------------------------------------------------

    def counts(self, plans: Iterable[LevelPlan]) -> dict[str, Any]:
        """Plans counted by health, with the worst of them named."""
        numbers = self.count_health(plans)
        rows = (
            (Health.ON_TRACK, numbers.on_track),
            (Health.AT_RISK, numbers.at_risk),
            (Health.OFF_TRACK, numbers.off_track),
            (None, numbers.unknown),
        )
        worst = numbers.worst
        return {
            "total": numbers.total,
            "rows": [(self.health_kind(health), number) for health, number in rows if number],
            "worst": self.link(worst) if worst else None,
            "worst_health": self.health(worst) if worst else None,
        }

    def team_card(self, team: Team, above: frozenset[str] = frozenset()) -> dict[str, Any]:
        """A team as a card, with its sub-teams; a circle of teams ends where it closes."""
        tactics = self.plan.tactics_of_team(team)
        seen = above | {team.id}
        below = (other for other in self.plan.teams_below(team) if other.id not in seen)
        return {
            "link": self.link(team),
            "summary": team.summary,
            "lead": self.person(team.lead),
            "counts": self.counts(tactics),
            "open": self.words.count("tactic", sum(t.status.is_open for t in tactics)),
            "people": self.words.count("person", len(self.plan.people_of(team))),
            "teams": [self.team_card(other, seen) for other in below],
        }

    def trail(self, file: PlanFile) -> list[Link]:
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
        return [self.link(one) for one in reversed(above)]

    def _teams_above(self, team: Team) -> list[Team]:
        line = [team]
        while (above := self.plan.teams.get(line[-1].parent or "")) and above not in line:
            line.append(above)
        return line[1:]
