"""A tactic is done, but some of its actions are still open.

This rule looks at tactics whose `status` is `done`. An action is settled by the day it was `done` or
`dropped`.

Why it matters: what was promised is forgotten. Nobody asks for an open action once its tactic is closed, and
the archive says that all of it was carried out.

Wrong:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    status: done
    actions:
      - {do: Ask those who left, done: 2026-10-12}
      - {do: Write down what we learnt, due: 2026-10-30}

Right:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    status: done
    actions:
      - {do: Ask those who left, done: 2026-10-12}
      - {do: Write down what we learnt, due: 2026-10-30, dropped: 2026-11-02}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import open_actions
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: Tactic, _: Context) -> Iterator[Finding]:
    """Give each such tactic once, with the actions that it leaves open."""
    left = list(open_actions(plan, one))
    if left:
        message = f"this tactic is done, but {_count(len(left), len(one.actions))} still open"
        hint = "give each a `done` or `dropped` day, or move what is left to another tactic"
        related = tuple(
            Related(f'"{action.do}" is here', one.path, Route.to("actions", index, "do"))
            for index, action in left
        )
        yield RULE.finding(message, one.path, Route.to("status"), hint, related)


def _count(left: int, number: int) -> str:
    """How many of a tactic's actions are left, with the verb."""
    if left == number:
        all_of = {1: "its only action is", 2: "both its actions are"}
        return all_of.get(number, f"all its {number} actions are")
    return f"{left} of its {number} actions {'is' if left == 1 else 'are'}"


RULE = FileRule(
    "done-with-open-actions",
    Group.GOALS,
    Severity.WARNING,
    __doc__,
    check=check,
    of=Tactic,
    statuses={Status.DONE},
)
