"""An active plan has gone without an update for longer than its review cadence.

The next review is due one cadence after the latest update, or after the start if there is none. The cadence
is the plan's `review`, or otherwise the setting `review`. If the site doesn't set it, it is quarterly for
strategies and monthly for tactics, which is our convention. Only active plans are checked. If a plan has
ended, only that is reported.

Why it matters: what the site says about the plan's health is out of date, and readers take it for current.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    review: monthly
    updates:
      - {date: 2026-09-18, health: on-track}

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    review: monthly
    updates:
      - {date: 2026-11-18, health: on-track}
      - {date: 2026-09-18, health: on-track}
"""

import datetime
from collections.abc import Iterator

from mkdocs_plans import due
from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Cadence, LevelPlan, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import has_ended, is_overdue


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each active plan whose review is past its day."""
    if has_ended(one, context.today):
        return  # ended-but-open asks for its result; a review on top of that would only be a chore
    cadences = context.settings.review
    day = due.review_due(one, cadences, context.today)
    if day is not None and is_overdue(day, context.today) and _can_be_told(plan, one, context.today):
        yield _finding(one, due.cadence_of(one, cadences), day)


def _can_be_told(plan: Plan, one: LevelPlan, today: datetime.date) -> bool:
    """Whether all updates were read, and none is dated in the future, which is a finding of its own."""
    read = plan.was_read(one, "updates") and plan.was_read(one, "review")
    return read and all(update.date.last <= today for update in one.updates)


def _finding(one: LevelPlan, cadence: Cadence, day: datetime.date) -> Finding:
    was_due = f"and its {cadence} review was due {day}"
    hint = "add a check-in to `updates`, with its `date`, its `health` and a `note`"
    if not one.updates:
        message = f"this {one.type} has never been reviewed, {was_due}"
        return RULE.finding(message, one.path, Route.to("updates"), hint)
    index, latest = max(enumerate(one.updates), key=lambda pair: pair[1].date.last)
    message = f"this {one.type} was last reviewed {latest.date}, {was_due}"
    return RULE.finding(message, one.path, Route.to("updates", index, "date"), hint)


RULE = FileRule(
    "review-overdue",
    Group.DATES,
    Severity.NOTICE,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses={Status.ACTIVE},
)
