"""The figures of a made-up site, computed as the guide's page "How figures are computed" says.

Nothing of the product is used. Shares are exact fractions. What isn't known is None.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import floor

from tests.recomputed.days import last_day, months_later
from tests.recomputed.sites import Front, Made

ON_TRACK, AT_RISK, OFF_TRACK, UNKNOWN = "on track", "at risk", "off track", "not known"

UNDER_WAY = {"active", "paused"}
OPEN = UNDER_WAY | {"proposed", "draft"}


class ByHand:
    """Works out figures of a site."""

    def __init__(self, site: Made) -> None:
        self.site, self.today = site, site.today

    # --- days ------------------------------------------------------------------------------------

    def last(self, text: str) -> datetime.date:
        """The last day of a date."""
        return last_day(text, self.site.year_start)

    def has_come(self, part: Front, key: str) -> bool:
        """Whether the day that stands under a key has come."""
        return key in part and (part[key] == "yes" or self.last(part[key]) <= self.today)

    def days_late(self, text: str | None) -> int | None:
        """How many days ago something was due; None where that day isn't over."""
        late = (self.today - self.last(text)).days if text else 0
        return late if late > 0 else None

    def slip(self, part: Front, key: str) -> int | None:
        """By how many days a date is later than first promised; None where it isn't another day."""
        if key not in part or "originally" not in part:
            return None
        return (self.last(part[key]) - self.last(part["originally"])).days or None

    # --- goals -----------------------------------------------------------------------------------

    def readings(self, plan: Front, goal: Front) -> list[tuple[datetime.date, Decimal]]:
        """The readings that count, oldest first. Of one day the upper one in the file is the later."""
        come = [one for one in plan.get("updates", ()) if self.has_come(one, "date")]
        found = [one for one in reversed(come) if goal["id"] in one["readings"]]
        dated = [(self.last(one["date"]), one["readings"][goal["id"]]) for one in found]
        return sorted(dated, key=lambda reading: reading[0])

    def is_met(self, goal: Front) -> bool:
        """Whether somebody wrote that a goal is met."""
        return self.has_come(goal, "met")

    def is_dropped(self, part: Front) -> bool:
        """Whether a goal or an action was given up."""
        return self.has_come(part, "dropped")

    def goals(self, plan: Front) -> list[Front]:
        """The goals of a plan that count: not those that were dropped."""
        return [goal for goal in plan.get("goals", ()) if not self.is_dropped(goal)]

    def goal_progress(self, plan: Front, goal: Front) -> Fraction | None:
        """How far a goal to reach is; None for one to keep."""
        if "keep" in goal or self.is_dropped(goal):
            return None
        if self.is_met(goal):
            return Fraction(1)
        readings = self.readings(plan, goal)
        if not _has_number(goal, "baseline") or not _has_number(goal, "target") or not readings:
            return None
        return _held(_share(readings[-1][1], goal))

    def is_held(self, goal: Front, value: Decimal) -> bool:
        """Whether a value keeps to the side that a goal is to keep."""
        target: Decimal = goal["target"]
        return value >= target if goal["keep"] == "at least" else value <= target

    def goal_state(self, plan: Front, goal: Front) -> str:
        """How a goal stands."""
        readings = self.readings(plan, goal)
        if self.is_dropped(goal):
            return "dropped"
        if "keep" in goal:
            return (
                "unmeasured"
                if not readings
                else "held"
                if self.is_held(goal, readings[-1][1])
                else "not held"
            )
        if self.goal_progress(plan, goal) == 1:
            return "reached"
        if _has_number(goal, "target") and not _has_number(goal, "baseline"):
            return "no baseline"
        if plan["status"] not in OPEN:
            return "not reached"
        return "unmeasured" if _has_number(goal, "target") and not readings else "open"

    def goal_expected(self, plan: Front, goal: Front) -> Fraction | None:
        """How far a goal would be on the day of its reading if it kept to its line."""
        readings, due = self.readings(plan, goal), goal.get("due", plan.get("end"))
        is_on_a_line = "keep" not in goal and _has_number(goal, "baseline") and _has_number(goal, "target")
        if not is_on_a_line or not readings or not due or "start" not in plan:
            return None
        start, end, day = self.last(plan["start"]), self.last(due), readings[-1][0]
        if start >= end:
            return None
        numbers = [day for day in goal.get("targets", {}) if _has_number(goal["targets"], day)]
        steps = sorted((self.last(day), goal["targets"][day]) for day in numbers)
        inside = [step for step in steps if start < step[0] < end]
        line = [(start, goal["baseline"]), *inside, (end, goal["target"])]
        return _held(_share(_on_line(line, day), goal))

    def goal_pace(self, plan: Front, goal: Front) -> int | None:
        """Points before or behind what is expected."""
        progress, expected = self.goal_progress(plan, goal), self.goal_expected(plan, goal)
        return None if progress is None or expected is None else percent(progress) - percent(expected)

    def goal_late(self, plan: Front, goal: Front) -> int | None:
        """How many days a goal is overdue."""
        if plan["status"] not in UNDER_WAY or self.goal_state(plan, goal) in {"reached", "held", "dropped"}:
            return None
        return self.days_late(goal.get("due", plan.get("end")))

    # --- plans -----------------------------------------------------------------------------------

    def strategy_progress(self, plan: Front) -> tuple[Fraction | None, int, int]:
        """The mean of what is known, of how many goals, and how many goals there are to reach."""
        to_reach = [goal for goal in self.goals(plan) if "keep" not in goal]
        known = [share for goal in to_reach if (share := self.goal_progress(plan, goal)) is not None]
        return (sum(known, Fraction(0)) / len(known) if known else None, len(known), len(to_reach))

    def kept(self, plan: Front) -> tuple[int, int]:
        """How many goals to keep are held, and how many there are."""
        states = [self.goal_state(plan, goal) for goal in self.goals(plan) if "keep" in goal]
        return states.count("held"), len(states)

    def reached(self, plan: Front) -> int:
        """How many goals to reach are reached."""
        return sum(self.goal_progress(plan, goal) == 1 for goal in plan["goals"])

    def tactic_progress(self, plan: Front) -> tuple[Fraction | None, int, int]:
        """The share of actions that are done, how many they are, and how many aren't dropped."""
        counted = [action for action in plan["actions"] if not self.has_come(action, "dropped")]
        done = sum(self.has_come(action, "done") for action in counted)
        return (Fraction(done, len(counted)) if counted else None, done, len(counted))

    def tactic_expected(self, plan: Front) -> Fraction | None:
        """The share of actions that were due by today; None where none has a day."""
        counted = [action for action in plan["actions"] if not self.has_come(action, "dropped")]
        days = [self.last(action["due"]) for action in counted if "due" in action]
        return Fraction(sum(day <= self.today for day in days), len(counted)) if days else None

    def by_pace(self, plan: Front) -> Iterator[str]:
        """The health that follows from the paces of a strategy's goals, or from that of a tactic."""
        if plan["type"] == "tactic":
            ways = [(self.tactic_progress(plan)[0], self.tactic_expected(plan))]
        else:
            ways = [
                (self.goal_progress(plan, goal), self.goal_expected(plan, goal)) for goal in self.goals(plan)
            ]
        for progress, expected in ways:
            if progress is not None and expected is not None:
                yield _by_pace(percent(progress) - percent(expected))
            elif progress == 1:
                yield ON_TRACK

    def reported(self, plan: Front) -> str | None:
        """The health that the latest check-in reports that reports one."""
        told = [one for one in plan["updates"] if "health" in one and self.has_come(one, "date")]
        latest = max((self.last(one["date"]) for one in told), default=None)
        return next(
            (one["health"].replace("-", " ") for one in told if self.last(one["date"]) == latest), None
        )

    def computed(self, plan: Front) -> str | None:
        """The health that figures give: the worst of the pace and of the goals to keep."""
        found = [*self.by_pace(plan)]
        for goal in self.goals(plan):
            if "keep" in goal:
                held = [self.is_held(goal, value) for _, value in self.readings(plan, goal)]
                missed = OFF_TRACK if held[-2:] == [False, False] else AT_RISK
                found += [ON_TRACK if held[-1] else missed] if held else []
        return max(found, key=[ON_TRACK, AT_RISK, OFF_TRACK].index, default=None)

    def health(self, plan: Front) -> str | None:
        """The health of a plan under way; None for others."""
        if plan["status"] not in UNDER_WAY:
            return None
        return self.reported(plan) or self.computed(plan) or UNKNOWN

    def health_says(self, plan: Front) -> str | None:
        """How the health of a plan under way came about."""
        reported, computed = self.reported(plan), self.computed(plan)
        if plan["status"] not in UNDER_WAY:
            return None
        if reported is None:
            return "computed" if computed else "unknown"
        return f"reported, computed {computed}" if computed not in {None, reported} else "reported"

    def plan_late(self, plan: Front) -> int | None:
        """How many days the end of a plan is overdue."""
        return self.days_late(plan.get("end")) if plan["status"] in UNDER_WAY else None

    def review(self, plan: Front) -> datetime.date | None:
        """The day by which an active plan is to be reviewed."""
        own = {"strategy": "quarterly", "tactic": "monthly"} | self.site.review
        cadence = plan.get("review", own[plan["type"]])
        days = [self.last(one["date"]) for one in plan["updates"] if self.has_come(one, "date")]
        since = max(days) if days else self.last(plan["start"]) if "start" in plan else None
        if plan["status"] != "active" or since is None:
            return None
        if cadence == "weekly":
            return since + datetime.timedelta(days=7)
        return months_later(since, {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}[cadence])

    def action_late(self, plan: Front, action: Front) -> int | None:
        """How many days an action is overdue."""
        if (
            plan["status"] not in UNDER_WAY
            or self.has_come(action, "done")
            or self.has_come(action, "dropped")
        ):
            return None
        return self.days_late(action.get("due"))

    def actions_late(self, plan: Front) -> int:
        """How many of a tactic's actions are overdue."""
        return sum(self.action_late(plan, action) is not None for action in plan["actions"])

    def costs(self, plan: Front) -> dict[str, Decimal]:
        """The costs of a tactic by currency, without those in words."""
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for resource in plan["resources"]:
            if resource.get("cost", "in words")[0].isdigit():
                value, currency = resource["cost"].split()
                sums[currency] += Decimal(value)
        return dict(sums)

    def costs_in_words(self, plan: Front) -> int:
        """How many costs a sum leaves out."""
        costs = [resource["cost"] for resource in plan["resources"] if "cost" in resource]
        return sum(not cost[0].isdigit() for cost in costs) if self.costs(plan) else 0

    def due_by(self, until: datetime.date) -> Iterator[tuple[str, int]]:
        """What is due up to a day, and in how many days: actions, goals, ends and reviews."""
        for name, plan in self.site.plans.items():
            waits: list[tuple[str, datetime.date | None]] = [(f"{name} review", self.review(plan))]
            if plan["status"] in UNDER_WAY:
                waits.append((f"{name} end", self.last(plan["end"]) if "end" in plan else None))
                parts = [*filter(self._waits, plan.get("actions", ()))]
                parts += [g for g in self.goals(plan) if self.goal_state(plan, g) not in {"reached", "held"}]
                # a goal with no day of its own is due with its plan
                waits += [(f"{name}#{one['id']}", self.last(one["due"])) for one in parts if "due" in one]
            yield from ((one, (day - self.today).days) for one, day in waits if day and day <= until)

    def _waits(self, action: Front) -> bool:
        return not self.has_come(action, "done") and not self.has_come(action, "dropped")

    # --- the whole -------------------------------------------------------------------------------

    def team(self, plan: Front) -> str | None:
        """The team of a plan: its own, else its DRI's."""
        return plan.get("team") or self.site.people.get(plan.get("dri", ""), {}).get("team")

    def theme(self, plan: Front) -> str | None:
        """The theme of a strategy: its own, else the one of the strategy above it."""
        above = self.site.strategies.get(plan.get("parent", ""), {})
        return plan.get("theme") or above.get("theme")

    def counts(self, plans: Iterable[Front]) -> dict[str, int]:
        """Plans under way by health."""
        return dict(Counter(health for plan in plans if (health := self.health(plan))))

    @cached_property
    def advancing(self) -> dict[tuple[str, str], list[str]]:
        """The open tactics that advance each goal."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, tactic in self.site.tactics.items():
            for reference in tactic["advances"] if tactic["status"] in OPEN else ():
                strategy, _, goal = reference.rpartition("#")
                found[strategy or tactic["strategy"], goal].append(name)
        return {goal: sorted({*names}) for goal, names in found.items()}

    def idle_goals(self) -> Iterator[str]:
        """The goals of open strategies that somebody should work on and nobody does."""
        strategies = self.site.strategies
        below = {plan.get("parent") for plan in strategies.values() if plan["status"] in OPEN}
        for name, plan in strategies.items():
            for goal in self.goals(plan) if plan["status"] in OPEN and name not in below else ():
                needs = "keep" not in goal and self.goal_progress(plan, goal) != 1
                if needs and not self.advancing.get((name, goal["id"])):
                    yield f"{name}#{goal['id']}"


def percent(share: Fraction) -> int:
    """A share as it is shown."""
    return floor(share * 100)


def number_in(text: str) -> Decimal:
    """The number that stands in a shown text, without its unit or currency."""
    found = re.search(r"[-−]?[\d,]+(\.\d+)?", text)
    assert found, text
    return Decimal(found[0].replace(",", "").replace("−", "-"))


def _has_number(goal: Front, key: str) -> bool:
    """Whether there is a number, and not something in words."""
    return isinstance(goal.get(key), Decimal)


def _share(value: Fraction | Decimal, goal: Front) -> Fraction:
    baseline, target = Fraction(goal["baseline"]), Fraction(goal["target"])
    return (Fraction(value) - baseline) / (target - baseline)


def _held(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


def _on_line(line: list[tuple[datetime.date, Decimal]], day: datetime.date) -> Fraction:
    """Where a line of straight pieces is on a day; before and after it, where it begins and ends."""
    if day <= line[0][0]:
        return Fraction(line[0][1])
    for (before, low), (after, high) in pairwise(line):
        if day <= after:
            share = Fraction((day - before).days, (after - before).days)
            return Fraction(low) + (Fraction(high) - Fraction(low)) * share
    return Fraction(line[-1][1])


def _by_pace(points: int) -> str:
    return ON_TRACK if points >= -10 else AT_RISK if points >= -25 else OFF_TRACK
