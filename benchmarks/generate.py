"""A site with a plan of any size: the same bytes for the same size and seed.

It is shaped as a large organisation's plan is: a strategy has some six tactics, a theme some fourteen
strategies, a team some thirty-four tactics, however many there are of each; so that what takes longer
in a larger plan does so because there is more of it.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

from benchmarks import prose

TODAY = datetime.date(2026, 11, 23)
"""The day by which the plan is judged."""

_CONFIG = f"""\
site_name: A generated plan
docs_dir: plans
theme: {{name: material, font: false}}
plugins:
  - search
  - plans: {{today: {TODAY}}}
markdown_extensions: [admonition, tables]
"""

_STATEMENTS = {
    "mission.md": "---\ntype: mission\nstatement: We mend what others throw away.\n---\n",
    "vision.md": "---\ntype: vision\nstatement: A city in which nothing is thrown away unmended.\n---\n",
    "values.md": "---\ntype: values\nvalues: [Patience, {name: Candour, statement: We say it.}]\n---\n",
}

_SECTIONS = ("Where we stand", "Where we want to be")
_UNITS = ("percent", "days", "customers")
_READINGS = {"2026-07-31": Decimal("0.6"), "2026-10-30": Decimal("0.85")}
"""The days of a strategy's check-ins, newest last, with the share of the way that is then behind it."""


@dataclass(frozen=True)
class Names:
    """The ids of all that plans refer to: themes, teams, and people, who belong to the teams in turn."""

    themes: Sequence[str]
    teams: Sequence[str]
    people: Sequence[str]


@dataclass(frozen=True)
class Goal:
    """A goal's way, from its baseline to its target."""

    id: str
    baseline: int
    target: int

    def after(self, share: Decimal) -> Decimal:
        """The value at a share of the way."""
        return self.baseline + (self.target - self.baseline) * share


@dataclass(frozen=True)
class Strategy:
    """What a tactic needs to know of the strategy that it serves."""

    id: str
    path: str
    goals: Sequence[Goal]


@dataclass(frozen=True)
class Half:
    """A half of the year: a tactic of the first is done, one of the second waits for one of the first."""

    start: str
    end: str
    status: str
    first_month: int


_HALVES = (
    Half("2026-02-01", "2026-07-31", "done", 2),
    Half("2026-08-01", "2026-12-18", "active", 8),
)


def write_site(folder: Path, number: int, seed: int = 1) -> None:
    """Write a site whose plan has `number` plan files (20 or more) into an empty folder."""
    for path, text in site_files(number, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def site_files(number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Give each file of the site: its path in the site's folder, and its text."""
    random = Random(seed)
    names = Names(
        themes=[f"theme-{index}" for index in range(1, 2 + number // 100)],
        teams=[f"team-{index}" for index in range(1, 2 + number // 40)],
        people=[f"person-{index}" for index in range(1, 3 + number // 4)],
    )
    yield "mkdocs.yml", _CONFIG
    for path, text in _plan_files(random, names, number):
        yield f"plans/{path}", text


def _plan_files(random: Random, names: Names, number: int) -> Iterator[tuple[str, str]]:
    yield "people.yml", _people(names)
    yield from _STATEMENTS.items()
    for theme in names.themes:
        yield f"themes/{theme}.md", _theme(random, theme)
    for index, team in enumerate(names.teams):
        yield f"teams/{team}.md", _team(random, names, index)
    left = number - len(_STATEMENTS) - len(names.themes) - len(names.teams)
    strategies: list[Strategy] = []
    for index in range(1, 1 + left // 7):
        strategy = _new_strategy(random, names, index)
        strategies.append(strategy)
        yield strategy.path, _strategy(random, names, strategy, index)
    for index in range(left - len(strategies)):
        yield _tactic(random, names, strategies, index)


def _people(names: Names) -> str:
    teams = names.teams
    return "".join(
        f"{handle}: {{name: Person Number{index}, role: Clerk, team: {teams[index % len(teams)]}}}\n"
        for index, handle in enumerate(names.people)
    )


def _theme(random: Random, theme: str) -> str:
    statement = prose.sentence(random)
    text = prose.body(random, (), "../mission.md")
    return f"---\ntype: theme\ntitle: {_titled(theme)}\nstatement: {statement}\n---\n{text}"


def _team(random: Random, names: Names, index: int) -> str:
    """Write a team. Every team but the first of ten belongs to that one."""
    above = names.teams[index // 10 * 10]
    parent = "" if index % 10 == 0 else f"parent: {above}\n"
    lead = names.people[index % len(names.people)]
    text = prose.body(random, (), "../mission.md")
    return f"---\ntype: team\ntitle: {_titled(names.teams[index])}\nlead: {lead}\n{parent}---\n{text}"


def _titled(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _new_strategy(random: Random, names: Names, index: int) -> Strategy:
    theme = names.themes[index % len(names.themes)]
    name = f"strategy-{index}"
    goals = [_new_goal(random, f"goal-{index}-{number}") for number in range(1, random.randint(3, 5))]
    return Strategy(name, f"strategies/{theme}/{name}.md", goals)


def _new_goal(random: Random, name: str) -> Goal:
    baseline = random.randint(10, 90)
    return Goal(name, baseline, baseline + random.choice((-8, 16, 40)))


def _strategy(random: Random, names: Names, strategy: Strategy, index: int) -> str:
    theme = names.themes[index % len(names.themes)]
    lines = [
        "---",
        "type: strategy",
        f'number: "{index}"',
        f"title: {prose.title(random)}",
        f"summary: {prose.sentence(random)}",
        f"theme: {theme}",
        f"dri: {names.people[index]}",
        f"contributors: [{', '.join(random.sample(names.people, 2))}]",
        "start: 2026",
        "end: 2026",
        "goals:",
        *(line for goal in strategy.goals for line in _goal(random, goal)),
        "updates:",
        *(line for date in reversed(_READINGS) for line in _update(random, date, strategy.goals)),
        "---",
    ]
    return "\n".join([*lines, prose.body(random, _SECTIONS, f"../../themes/{theme}.md")])


def _goal(random: Random, goal: Goal) -> list[str]:
    return [
        f"  - id: {goal.id}",
        f"    title: {prose.title(random)}",
        f"    measure: {prose.title(random)}, as the monthly report has it",
        f"    unit: {random.choice(_UNITS)}",
        f"    baseline: {goal.baseline}",
        f"    target: {goal.target}",
        f"    due: {random.choice(('2026-12-31', '2026-H2', '2026-12'))}",
    ]


def _update(random: Random, date: str, goals: Sequence[Goal] = ()) -> list[str]:
    """Write a check-in. One that reads goals says that they are on the way, as others do most often."""
    readings = ", ".join(f"{goal.id}: {goal.after(_READINGS[date])}" for goal in goals)
    return [
        f"  - date: {date}",
        f"    health: {'on-track' if goals or random.random() < 0.8 else 'at-risk'}",
        *([f"    readings: {{{readings}}}"] if readings else []),
        f"    note: {prose.sentence(random)}",
    ]


def _tactic(random: Random, names: Names, strategies: Sequence[Strategy], index: int) -> tuple[str, str]:
    """Write a tactic; give its path and its text. A strategy's tactics advance its goals in turn."""
    turn, which = divmod(index, len(strategies))
    strategy, half = strategies[which], _HALVES[turn % 2]
    team = random.choice(names.teams)
    path = f"tactics/{team}/tactic-{index}.md"
    lines = [
        "---",
        "type: tactic",
        f"title: {prose.title(random)}",
        f"summary: {prose.sentence(random)}",
        f"strategy: {strategy.id}",
        f"advances: [{strategy.goals[turn % len(strategy.goals)].id}]",
        *([f"depends_on: [tactic-{index - len(strategies)}]"] if turn % 2 else []),
        f"dri: {names.people[-index % len(names.people)]}",
        f"team: {team}",
        f"status: {half.status}",
        f"start: {half.start}",
        f"end: {half.end}",
        *(["originally: 2026-06-30"] if random.random() < 0.3 else []),
        f"outcome: {prose.sentence(random)}",
        *_resources(random),
        *_actions(random, names, half),
        "updates:",
        *_update(random, "2026-11-02"),
        *_update(random, "2026-10-05"),
        "---",
    ]
    link = posixpath.relpath(strategy.path, posixpath.dirname(path))
    return path, "\n".join([*lines, prose.body(random, (), link)])


def _resources(random: Random) -> list[str]:
    cost = random.randint(5, 50) * 100
    tool = f"{{name: A tool, cost: {cost} EUR, url: https://example.org/tool}}"
    return ["resources:", "  - A room for two hours", f"  - {tool}"]


def _actions(random: Random, names: Names, half: Half) -> list[str]:
    """Write three to five actions, a month apart. Of those that are due, one in fifty isn't done, unless
    their tactic is.
    """
    lines = ["actions:"]
    for month in range(half.first_month, half.first_month + random.randint(3, 5)):
        due = datetime.date(2026, month, 15)
        done = due + datetime.timedelta(days=random.randint(-9, 7))
        lines += [f"  - do: {prose.title(random)}", f"    due: {due}"]
        lines += [f"    dri: {random.choice(names.people)}"] if random.random() < 0.5 else []
        lines += (
            [f"    done: {done}"] if due < TODAY and (random.random() < 0.98 or half.status == "done") else []
        )
    return lines
