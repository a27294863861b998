"""A file says that something was promised first for another day than git has.

`originally` is the day that was promised first. This rule compares it with the first day that the default
branch had for that end of a plan, goal or action. A draft promises nothing yet. The rule is only asked where
the history is read: by `plans check --history`, and with the setting `history` by the check and the build.

Why it matters: a promise that is remembered wrongly makes a slip look smaller or larger than it is.

Wrong, where git first had 2026-03-31:

    type: tactic
    id: adopt-a-crm
    title: Move every open deal into one CRM
    strategy: hire-salespeople-who-stay
    start: 2026-01-15
    end: 2026-11-30
    originally: 2026-09-30

Right, where git first had 2026-03-31:

    type: tactic
    id: adopt-a-crm
    title: Move every open deal into one CRM
    strategy: hire-salespeople-who-stay
    start: 2026-01-15
    end: 2026-11-30
    originally: 2026-03-31
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Action, Goal, LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of, goals_of
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Give each first promise that is another one in git."""
    if context.promised is None:
        return
    for one in plan.plans.values():
        for part, route in _parts(plan, one):
            first = context.promised.of(one, part)
            written = (part or one).originally
            if first and written and first.date.last != written.last:
                message = (
                    f"this says that it was promised first for {written}, but git had {first.date} first, "
                    f"on {first.day} ({first.commit[:10]})"
                )
                hint = (
                    f"write `originally: {first.date}`; if git is wrong, write "
                    f"`ignore: {{{RULE.name}: …}}` with the reason"
                )
                yield RULE.finding(message, one.path, route, hint)


def _parts(plan: Plan, one: LevelPlan) -> Iterator[tuple[Goal | Action | None, Route]]:
    """The plan itself, its goals and its actions, each with the place of its first promise."""
    yield None, Route.to("originally")
    for index, goal in goals_of(plan, one):
        yield goal, Route.to("goals", index, "originally")
    for index, action in actions_of(plan, one):
        yield action, Route.to("actions", index, "originally")


RULE = PlanRule(
    "first-promise-differs", Group.DATES, Severity.NOTICE, __doc__, check=check, needs_history=True
)
