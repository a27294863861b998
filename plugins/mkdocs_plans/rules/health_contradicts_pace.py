"""The health that was reported isn't the one that the figures give.

This rule compares the latest reported `health` with the one that follows from the pace. At most 10 points
behind is on track, at most 25 is at risk, and more is off track; this is our convention. A goal to keep that
isn't held at its latest reading is at risk, and off track if it wasn't held at the last two. A report that is
worse than the figures and has a `note` is left alone, because a DRI may know more than the figures say. Only
active plans are compared: a paused one falls behind by itself.

Why it matters: either the report is too rosy, and help comes late, or the figures miss what the DRI knows,
and readers should be told.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-09-30}
      - {do: Write to the next hundred, due: 2026-10-30}
    updates:
      - {date: 2026-11-16, health: on-track}

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-09-30}
      - {do: Write to the next hundred, due: 2026-10-30}
    updates:
      - date: 2026-11-16
        health: off-track
        note: Nobody has had time since August.
"""

import datetime
from collections.abc import Iterator
from fractions import Fraction

from mkdocs_plans import figures
from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Health, LevelPlan, Status, Tactic, Update
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule

_WORDS = {Health.ON_TRACK: "on track", Health.AT_RISK: "at risk", Health.OFF_TRACK: "off track"}
_TOO_ROSY = "report it as it is, or bring its readings and actions up to date"
_BEST_FIRST = tuple(Health)
_HELD = {
    Health.ON_TRACK: "is held",
    Health.AT_RISK: "isn't held at its latest reading",
    Health.OFF_TRACK: "isn't held at its last two readings",
}


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each active plan whose two kinds of health differ, at the report."""
    if plan.was_read(one, "goals", "actions", "updates", "start", "end"):
        yield from _check(one, context.today)


def _check(one: LevelPlan, today: datetime.date) -> Iterator[Finding]:
    figure = figures.health(one, today)
    if figure.reported is None or figure.computed is None or not figure.differs:
        return
    index, update = _latest(one, today)
    is_worse = _BEST_FIRST.index(figure.reported) > _BEST_FIRST.index(figure.computed)
    if update.note and is_worse:
        return  # whoever reports worse than the figures and says why knows something that they don't show
    said, follows = _WORDS[figure.reported], _WORDS[figure.computed]
    message = f"reported {said}, but {follows} by its figures: {_figures(one, today)}"
    hint = "say in a `note` what the figures miss" if is_worse else _TOO_ROSY
    yield RULE.finding(message, one.path, Route.to("updates", index, "health"), hint)


def _latest(one: LevelPlan, today: datetime.date) -> tuple[int, Update]:
    """The latest update that reports a health, and its position."""
    reports = [(i, u) for i, u in enumerate(one.updates) if u.health and u.date.last <= today]
    return max(reports, key=lambda report: report[1].date.last)


def _figures(one: LevelPlan, today: datetime.date) -> str:
    """What the computed health rests on: a goal that isn't held, where that is worst; of a tactic its
    actions, else the goal that is furthest behind.
    """
    figure = figures.health(one, today)
    assert figure.computed is not None  # else there was nothing for the report to differ from
    if figure.pace is None or figures.health_from_pace(figure.pace) is not figure.computed:
        kept = (
            (figures.goal_kept(one, goal, today), goal.title) for goal in figures.goals_to_keep(one, today)
        )
        title = next(title for health, title in kept if health is figure.computed)
        return f'"{title}" {_HELD[figure.computed]}'
    if isinstance(one, Tactic):
        return _actions(one, today)
    worst = next(
        goal
        for goal in figures.goals_to_reach(one, today)
        if figures.goal_pace(one, goal, today) == figure.pace
    )
    points = -figure.pace
    said = f"{points} points" if points > 1 else "1 point"
    return f'"{worst.title}" is {said} behind' if points > 0 else "no goal is behind"


def _actions(tactic: Tactic, today: datetime.date) -> str:
    progress = figures.tactic_progress(tactic, today)
    expected = figures.expected_tactic_progress(tactic, today)
    due = expected * progress.total if isinstance(expected, Fraction) else 0
    return f"{progress.known} of {progress.total} actions done, and {int(due)} due"


RULE = FileRule(
    "health-contradicts-pace",
    Group.GOALS,
    Severity.NOTICE,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses={Status.ACTIVE},
)
