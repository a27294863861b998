"""Nobody works on a goal: no tactic advances it, or those that did are done.

This rule looks at the goals of active strategies that have a tactic, or a goal that another strategy serves.
(A strategy without either is reported as a whole.) A goal that is met or at its target is left alone, and so
is a goal to keep, which needs care rather than work of its own. An open tactic counts as work on a goal, and
so does an open strategy that `serves` it, or that cascades from the goal's strategy as a whole. What was
dropped doesn't count, nor does a draft, which isn't published.

In an OKR cascade (the setting `cascade: okr`), a goal counts as work itself. Then all active strategies are
looked at, and a goal is left alone once a check-in has a reading of it. One without a number is left alone
once its strategy has a check-in.

Why it matters: a goal that nothing advances is reached only by luck, while its strategy's tactics look as if
they were enough.

Wrong:

    type: strategy
    id: hire-salespeople-who-stay
    title: Hire salespeople who stay
    goals:
      - {id: first-year-retention, title: Keep more of the people we hire}
      - {id: time-to-fill, title: Fill an open post sooner}
      - {id: one-scorecard, title: One scorecard everywhere}

Right:

    type: strategy
    id: hire-salespeople-who-stay
    title: Hire salespeople who stay
    goals:
      - {id: first-year-retention, title: Keep more of the people we hire}
      - {id: time-to-fill, title: Fill an open post sooner}
      - {id: one-scorecard, title: One scorecard everywhere, met: 2026-06-12}
"""

import datetime
from collections.abc import Collection, Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Goal, Status, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import open_goals, select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.standing import Work, is_served, work_on


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Give each such goal, unless it is a tactic's mistake that nothing advances it."""
    meant = {name for tactic in plan.tactics.values() for name in _meant(plan, tactic)}
    for strategy in select_plans(plan, plan.strategies, {Status.ACTIVE}):
        if strategy.id not in meant and not plan.unread.mentions(strategy.id) and is_served(plan, strategy):
            yield from _check(plan, strategy, meant, context.today)


def _check(plan: Plan, strategy: Strategy, meant: Collection[str], today: datetime.date) -> Iterator[Finding]:
    for index, goal in open_goals(plan, strategy):
        work = work_on(plan, strategy, goal, today)
        if goal.id in meant or plan.unread.mentions(goal.id) or not work.is_missing:
            continue
        message = f'no tactic advances the goal "{goal.title}"'
        below = f", or in a strategy below: `serves: {strategy.id}#{goal.id}`"
        hint = f"name it in the tactic that works on it: `advances: [{goal.id}]`"
        hint += below * bool(plan.children_of(strategy))
        if plan.is_okr:
            message, hint = f'nobody has checked in on the goal "{goal.title}"', _check_in(goal)
        drafts = [one for one in plan.advancing(strategy, goal) if one.status is Status.DRAFT]
        if drafts:
            message = f'only a draft, which isn\'t published, advances the goal "{goal.title}"'
            hint = f'set `status: proposed` (or `active`) in "{drafts[0].title}" once it is agreed'
        elif work is Work.TACTICS_DONE:
            message = f'the tactics that advance the goal "{goal.title}" are done, and it isn\'t reached'
            hint = "write the next tactic, or say that the goal is reached: `met: `, or an update's reading"
        yield RULE.finding(message, strategy.path, Route.to("goals", index, "title"), hint)


def _check_in(goal: Goal) -> str:
    """What to write where a goal is work itself."""
    reading = f"readings: {{{goal.id}: 12}}" if goal.is_measured else "note: …"
    return f"write a check-in: `updates: [{{date: 2026-11-23, {reading}}}]`"


def _meant(plan: Plan, tactic: Tactic) -> Iterator[str]:
    """Give what a tactic means to advance where that leads nowhere, which is a finding of its own: the
    plan where its goal isn't there, else the goal, whatever plan it is in.
    """
    if not plan.was_read(tactic, "advances"):
        yield tactic.strategy or ""
    for reference in tactic.advances:
        if plan.goal_of(tactic, reference) is None:
            holder = reference.plan or tactic.strategy or ""
            yield holder if holder in plan.plans else reference.goal


RULE = PlanRule("goal-without-tactic", Group.LINKS, Severity.WARNING, __doc__, check=check)
