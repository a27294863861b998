"""Random small sites as plain data, and as the files that say the same.

A site is made from its seed alone. Its data are dicts as a plan file's front matter has them: a date is its
text, a number a Decimal. `write` writes them, and nothing else reads them but `by_hand`.
"""

from __future__ import annotations

import datetime
import json
import random
import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.recomputed.days import period_around

Front = dict[str, Any]

DAYS = [datetime.date(2026, 11, 23), datetime.date(2026, 3, 31), datetime.date(2028, 2, 29)]
STATUSES = ["active"] * 6 + ["paused", "proposed", "done", "dropped"]
UNITS = [None, "percent", "days"]
CURRENCIES = ["USD", "EUR", "GBP"]
CADENCES = ["weekly", "monthly", "quarterly", "half-yearly", "yearly"]


@dataclass
class Made:
    """A site: its settings, and the front matter of its files by their ids, in the files' order."""

    seed: int
    today: datetime.date
    year_start: int
    review: dict[str, str]
    people: dict[str, Front] = field(default_factory=dict)
    themes: dict[str, Front] = field(default_factory=dict)
    teams: dict[str, Front] = field(default_factory=dict)
    strategies: dict[str, Front] = field(default_factory=dict)
    tactics: dict[str, Front] = field(default_factory=dict)

    @property
    def plans(self) -> dict[str, Front]:
        """Strategies, then tactics."""
        return {**self.strategies, **self.tactics}


def make(seed: int) -> Made:
    """Make up the site of a seed."""
    return _Maker(seed).site


class _Maker:
    """Makes up one site; what comes up is the seed's."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        review = (
            {"strategy": self.pick(CADENCES), "tactic": self.pick(CADENCES)}
            if self.dice.random() < 0.5
            else {}
        )
        self.site = Made(seed, self.pick(DAYS), self.pick([1, 1, 4, 10]), review)
        self._frame()
        for number in range(1, self.dice.randint(2, 4)):
            self.site.strategies[f"s{number}"] = self._strategy(number)
        for number in range(1, self.dice.randint(3, 7)):
            self.site.tactics[f"t{number}"] = self._tactic(number)

    def pick(self, several: list[Any]) -> Any:
        """One of several."""
        return self.dice.choice(several)

    def chance(self, share: float) -> bool:
        """Yes in so many cases of one."""
        return self.dice.random() < share

    def _frame(self) -> None:
        """Themes, teams and people: some people have no team, some teams have a larger one."""
        site = self.site
        for number in range(1, self.dice.randint(2, 4)):
            site.themes[f"h{number}"] = {"type": "theme", "title": f"Theme {number}"}
        for number in range(1, self.dice.randint(2, 4)):
            team = {"type": "team", "title": f"Team {number}"}
            site.teams[f"m{number}"] = team | ({"parent": "m1"} if number > 1 and self.chance(0.4) else {})
        for number in range(1, 5):
            team = {"team": self.pick([*site.teams])} if self.chance(0.7) else {}
            site.people[f"p{number}"] = {"name": f"Person {number}", **team}

    def day(self, least: int, most: int) -> datetime.date:
        """A day so many days from today."""
        return self.site.today + datetime.timedelta(days=self.dice.randint(least, most))

    def date(self, day: datetime.date) -> str:
        """A day as it is written: as itself or, now and then, as a period around it."""
        return period_around(day, self.site.year_start, self.dice) if self.chance(0.15) else day.isoformat()

    def _plan(self, kind: str, number: int) -> Front:
        start, end = self.day(-400, -60), self.day(-50, 300)
        plan: Front = {"type": kind, "title": f"{kind.title()} {number}", "status": self.pick(STATUSES)}
        if self.chance(0.85):
            plan["dri"] = self.pick([*self.site.people])
        if self.chance(0.3):
            plan["team"] = self.pick([*self.site.teams])
        if self.chance(0.85):
            plan["start"] = start.isoformat()
        if self.chance(0.85):
            plan["end"] = self.date(end)
            if self.chance(0.3):
                plan["originally"] = self.date(end - datetime.timedelta(days=self.dice.randint(-40, 90)))
        if self.chance(0.25):
            plan["review"] = self.pick(CADENCES)
        return plan

    def _strategy(self, number: int) -> Front:
        plan = self._plan("strategy", number)
        if self.chance(0.8):
            plan["theme"] = self.pick([*self.site.themes])
        if number > 1 and self.chance(0.3):
            plan["parent"] = "s1"
        plan["goals"] = [self._goal(n) for n in range(1, self.dice.randint(1, 6))]
        plan["updates"] = self._updates(plan)
        return plan

    def _goal(self, number: int) -> Front:
        goal: Front = {"id": f"g{number}", "title": f"Goal {number}"}
        kind = self.pick(["number"] * 5 + ["no baseline", "words", "words", "keep", "keep"])
        goal |= self._measure(kind)
        if kind == "keep":
            dropped = {"dropped": self.happened(20)} if self.chance(0.15) else {}
            return goal | {"keep": self.pick(["at least", "at most"])} | dropped
        if self.chance(0.7):
            due = self.day(-45, 250)
            goal["due"] = self.date(due)
            if self.chance(0.3):
                goal["originally"] = self.date(due - datetime.timedelta(days=self.dice.randint(-20, 60)))
        if self.chance(0.5 if kind == "words" else 0.12):
            goal["met"] = self.happened(15)
        elif self.chance(0.15):
            goal["dropped"] = self.happened(20)
        return goal

    def happened(self, most: int) -> str:
        """The day of what happened, now and then in the future by a slip; or that nobody knows it."""
        return "yes" if self.chance(0.15) else self.day(-95, most).isoformat()

    def _measure(self, kind: str) -> Front:
        """Where a goal begins and what it is to reach, in numbers and in words."""
        if kind == "words":
            return {"target": "every office has one"} if self.chance(0.4) else {}
        measure: Front = {"target": self.value(0, 120)}
        if unit := self.pick(UNITS):
            measure["unit"] = unit
        if kind == "no baseline" and self.chance(0.3):
            measure["baseline"] = "nobody counted so far"
        if kind == "number":
            measure["baseline"] = measure["target"] + self.pick([-1, 1]) * self.value(1, 90)
            if self.chance(0.4):
                measure["targets"] = self._steps(measure)
                if self.chance(0.3):
                    measure["targets"][self.day(-50, 50).isoformat()] = "half of all offices"
        return measure

    def value(self, least: int, most: int) -> Decimal:
        """A number, half of them with decimals."""
        if self.chance(0.5):
            return Decimal(self.dice.randint(least, most))
        return Decimal(self.dice.randint(least * 10, most * 10)) / 10

    def _steps(self, goal: Front) -> Front:
        """Steps from the baseline to the target, now and then on a day outside their time."""
        way = goal["target"] - goal["baseline"]
        shares = sorted(self.dice.sample(range(5, 96), self.dice.randint(1, 2)))
        days = sorted({self.day(-420, 330) if self.chance(0.3) else self.day(-55, -48) for _ in shares})
        return {
            day.isoformat(): goal["baseline"] + way * share / 100
            for day, share in zip(days, shares, strict=False)
        }

    def _updates(self, plan: Front) -> list[Front]:
        """Check-ins, newest first; some of one day, some that lie ahead."""
        updates: list[Front] = []
        for _ in range(self.dice.randint(0, 5)):
            update: Front = {"date": self.day(-200, 12).isoformat()}
            if updates and self.chance(0.25):
                update["date"] = updates[-1]["date"]
            if self.chance(0.35):
                update["health"] = self.pick(["on-track", "at-risk", "off-track"])
            update["readings"] = self._readings(plan)
            updates.append(update)
        return sorted(updates, key=lambda update: str(update["date"]), reverse=True)

    def _readings(self, plan: Front) -> dict[str, Decimal]:
        """Readings of some of the goals with a number: on their way, before it and past it."""
        readings = {}
        for goal in plan.get("goals", ()):
            if isinstance(goal.get("target"), Decimal) and self.chance(0.6):
                baseline = goal.get("baseline")
                way = goal["target"] - baseline if isinstance(baseline, Decimal) else Decimal(10)
                share = Decimal(self.dice.randint(-20, 125)) / 100
                readings[goal["id"]] = self.pick([round(goal["target"] - way * share, 1), goal["target"]])
        return readings

    def _tactic(self, number: int) -> Front:
        plan = self._plan("tactic", number)
        plan["strategy"] = serves = self.pick([*self.site.strategies])
        own = [goal["id"] for goal in self.site.strategies[serves]["goals"]]
        plan["advances"] = [one for one in own if self.chance(0.35)]
        others = [f"{key}#{goal['id']}" for key, one in self.site.strategies.items() for goal in one["goals"]]
        if others and self.chance(0.2):
            plan["advances"] = [*plan["advances"], self.pick(others)]
        plan["actions"] = [self._action(number, n) for n in range(1, self.dice.randint(1, 6))]
        if self.chance(0.25):
            plan["goals"] = [self._goal(1)]
        plan["resources"] = [self._resource(n) for n in range(1, self.dice.randint(1, 5))]
        plan["updates"] = self._updates(plan)
        return plan

    def _action(self, tactic: int, number: int) -> Front:
        action: Front = {"do": f"Step {tactic}.{number}", "id": f"a{number}"}
        if self.chance(0.3):
            action["dri"] = self.pick([*self.site.people])
        if self.chance(0.8):
            due = self.day(-90, 90)
            action["due"] = self.date(due)
            if self.chance(0.3):
                action["originally"] = self.date(due - datetime.timedelta(days=self.dice.randint(-20, 60)))
        if self.chance(0.4):
            action["done"] = self.happened(12)
        elif self.chance(0.2):
            action["dropped"] = self.happened(12)
        return action

    def _resource(self, number: int) -> Front:
        resource: Front = {"name": f"Resource {number}"}
        if self.chance(0.8):
            resource["cost"] = f"{self.value(1, 9000)} {self.pick(CURRENCIES)}"
        elif self.chance(0.5):
            resource["cost"] = "shared with another team"
        return resource


def write(site: Made, folder: Path) -> None:
    """Write a site's files."""
    settings = {"today": site.today.isoformat(), "fiscal_year_start": site.year_start}
    settings |= {"review": site.review} if site.review else {}
    plugin = "".join(f"      {key}: {_flow(value)}\n" for key, value in settings.items())
    (folder / "plans").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        f"site_name: Site {site.seed}\ndocs_dir: plans\ntheme: {{name: material, font: false}}\n"
        f"plugins:\n  - plans:\n{plugin}"
    )
    people = "".join(f"{handle}: {_flow(one)}\n" for handle, one in site.people.items())
    (folder / "plans/people.yml").write_text(people)
    for name, front in {**site.themes, **site.teams, **site.plans}.items():
        lines = "".join(f"{key}: {_flow(value)}\n" for key, value in front.items())
        (folder / "plans" / f"{name}.md").write_text(f"---\n{lines}---\n")


_PLAIN = re.compile(r"[\w./-]+( \w+)*")


def _flow(value: Any) -> str:
    """A value as YAML writes it on one line; a text in quotes where it needs them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
