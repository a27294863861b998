"""What programs are told of each thing: the columns of the tables, in their order.

Each column is said once, with what it means: CSV and Excel have all of them, `plan.json` has those that are
computed beside what is written, and the schema has what they mean. A value is an id, a text, a day, a number,
a list of texts, or None where there is nothing to say. A period is the day that it means: the first where
something starts, else the last.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from mkdocs_plans import figures
from mkdocs_plans.due import Deadline
from mkdocs_plans.figures import HealthFigure, Progress, Unknown
from mkdocs_plans.model import (
    Action,
    Amount,
    Date,
    Goal,
    Health,
    PlanFile,
    Strategy,
    Tactic,
    number_text,
)
from mkdocs_plans.model.dates import Happened
from mkdocs_plans.outputs.plan.rows import (
    ActionRow,
    GoalRow,
    PersonRow,
    PlanRow,
    ReadingRow,
    ResourceRow,
    TeamRow,
    ThemeRow,
    UpdateRow,
)

R = TypeVar("R")

Value = str | int | Decimal | datetime.date | tuple[str, ...] | None
"""What stands in a cell."""


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    LIST = "list"
    MIXED = "mixed"
    """A number, or what is said in words in its place."""


@dataclass(frozen=True)
class TableColumn(Generic[R]):
    """A column: its key, what it means, and its value for a row. It is computed where no file says it."""

    key: str
    about: str
    get: Callable[[R], Value]
    kind: Kind = Kind.TEXT
    is_computed: bool = False


Columns = Sequence[TableColumn[R]]


def _text(key: str, about: str, get: Callable[[R], Value]) -> TableColumn[R]:
    return TableColumn(key, about, get)


def _day(key: str, about: str, get: Callable[[R], Value]) -> TableColumn[R]:
    return TableColumn(key, about, get, Kind.DAY)


def _list(key: str, about: str, get: Callable[[R], Value]) -> TableColumn[R]:
    return TableColumn(key, about, get, Kind.LIST)


def _computed(key: str, about: str, get: Callable[[R], Value], kind: Kind = Kind.TEXT) -> TableColumn[R]:
    return TableColumn(key, about, get, kind, is_computed=True)


def _number(key: str, about: str, get: Callable[[R], Value]) -> TableColumn[R]:
    return _computed(key, about, get, Kind.NUMBER)


# --- values ------------------------------------------------------------------------------------------


def _first(date: Date | None) -> datetime.date | None:
    return date.first if date else None


def _last(date: Date | None) -> datetime.date | None:
    return date.last if date else None


def _targets(goal: Goal) -> tuple[str, ...]:
    """The targets on the way, as `2026-06-30: 66`."""
    return tuple(f"{day.last}: {number_text(value) if isinstance(value, Decimal) else value}"
                 for day, value in goal.targets.items())  # fmt: skip


def _happened(day: Happened | None) -> datetime.date | str | None:
    return day if day is None or isinstance(day, str) else day.last


def _percent(progress: Progress | Fraction | None) -> int | None:
    """Whole percent, as pages show it; None where it isn't known."""
    return figures.percent(progress) if isinstance(progress, Fraction) else None


def _reasons(found: Sequence[object]) -> tuple[str, ...]:
    """Why something isn't known, in words that a program can tell apart: `no-reading`."""
    return tuple(one.name.lower().replace("_", "-") for one in found if isinstance(one, Unknown))


def _slip(deadline: Deadline) -> int | None:
    return figures.slip(deadline.date, deadline.originally)


def _pace(row: GoalRow) -> int | None:
    """The points between what is shown, or None; a goal at its target isn't behind."""
    if isinstance(row.progress, Unknown):
        return None
    if isinstance(row.expected, Unknown):
        return 0 if row.progress == figures.ONE else None
    return figures.points_between(row.progress, row.expected)


def _id(file: PlanFile | None) -> str | None:
    return file.id if file else None


def _health(row: PlanRow) -> HealthFigure:
    return row.health or HealthFigure()


def _of_strategy(row: PlanRow) -> str | None:
    return row.plan.strategy if isinstance(row.plan, Tactic) else None


# --- a strategy or a tactic --------------------------------------------------------------------------

_ABOUT_DRI = "Who is directly responsible: a handle, or where a site allows it several, or a team's id."
_ABOUT_SLIP = "How many days later it is than first promised; below 0 where earlier."
_ABOUT_WHEN = "In words, when it ends, where there is no date."

_HEAD: Columns[PlanRow] = (
    _text("id", "What other files and addresses call it.", lambda r: r.plan.id),
    _text("number", "The organisation's own numbering.", lambda r: r.plan.number),
    _text("title", "What it is called.", lambda r: r.plan.title),
    _text("summary", "One sentence about it.", lambda r: r.plan.summary),
)

_LEVEL: Columns[PlanRow] = (
    _list("dri", _ABOUT_DRI, lambda r: r.plan.dri),
    _list("contributors", "Who else works on it, by handles.", lambda r: r.plan.contributors),
    _computed("team", "The id of its team: its own, else its DRI's.", lambda r: _id(r.team)),
    _text("status", "Where it stands in its life.", lambda r: str(r.plan.status)),
    _text("own_status", "The status in a word of one's own, if any.", lambda r: r.plan.own_status),
    _day("start", "The day on which it begins.", lambda r: _first(r.plan.start)),
    _day("end", "Its last day.", lambda r: _last(r.plan.end)),
    _text("when", _ABOUT_WHEN, lambda r: r.plan.when),
    _day("originally", "The end that was first promised.", lambda r: _last(r.plan.originally)),
    _text("review", "How often it is reviewed.", lambda r: r.plan.review),
    _list("depends_on", "The ids of plans that must come first.", lambda r: r.plan.depends_on),
    _computed("health", "How it is going: reported, else computed; only of what is active or paused.",
              lambda r: _health(r).value),
    _computed("health_reported", "What its latest check-in with a health says.",
              lambda r: _health(r).reported),
    _computed("health_computed", "What follows from its figures.", lambda r: _health(r).computed),
    _number("pace", "How many points it is ahead of plan; below 0 where behind.", lambda r: _health(r).pace),
    _number("progress", "Whole percent: of a strategy's goals to reach, of a tactic's actions.",
            lambda r: _percent(r.progress.share)),
    _computed("progress_unknown", "Why its progress isn't known.", lambda r: _reasons(r.progress.reasons),
              Kind.LIST),
    _number("slip_days", _ABOUT_SLIP, lambda r: _slip(r.end)),
    _computed("awaited", "Its last day while it is active or paused: overdue from the day after.",
              lambda r: r.end.awaited, Kind.DAY),
    _computed("review_due", "The day of the next review, while it is active.",
              lambda r: r.review, Kind.DAY),
)  # fmt: skip

STRATEGIES: Columns[PlanRow] = (
    *_HEAD,
    _computed("theme", "The id of its theme: its own, else that of the strategy above.",
              lambda r: _id(r.theme)),
    _text("parent", "The id of the strategy that it cascades from.",
          lambda r: r.plan.parent if isinstance(r.plan, Strategy) else None),
    _text("serves", "The goal of that strategy that it serves.",
          lambda r: str(r.plan.serves) if isinstance(r.plan, Strategy) and r.plan.serves else None),
    *_LEVEL,
    _number("goals_measured", "How many goals to reach have a known progress.",
            lambda r: r.progress.known),
    _number("goals_to_reach", "How many goals to reach there are.", lambda r: r.progress.total),
    _number("goals_held", "How many goals to keep are held.", lambda r: r.kept.held),
    _number("goals_to_keep", "How many goals to keep there are.", lambda r: r.kept.total),
)  # fmt: skip

TACTICS: Columns[PlanRow] = (
    *_HEAD,
    _text("strategy", "The id of the strategy that it serves.", _of_strategy),
    _computed("theme", "The id of its strategy's theme.", lambda r: _id(r.theme)),
    _list("advances", "The goals that it advances: of its strategy by id, of others as `plan#goal`.",
          lambda r: tuple(map(str, r.plan.advances)) if isinstance(r.plan, Tactic) else ()),
    *_LEVEL,
    _text("outcome", "What will be different once it is done.",
          lambda r: r.plan.outcome if isinstance(r.plan, Tactic) else None),
    _number("actions_done", "How many of its actions are done.", lambda r: r.progress.known),
    _number("actions_total", "How many actions it has, without those that were dropped.",
            lambda r: r.progress.total),
    _number("actions_overdue", "How many of them are overdue.", lambda r: r.overdue),
)  # fmt: skip


# --- their parts -------------------------------------------------------------------------------------


def _part(get: Callable[[R], Goal | Action]) -> Columns[R]:
    """What goals and actions have alike, in their order, after their title."""
    return (
        _list("contributors", "Who else works on it, by handles.", lambda r: get(r).contributors),
        _text("measure", "How one would see it.", lambda r: get(r).measure),
        _text("when", "In words, when, where there is no date.", lambda r: get(r).when),
        _day("originally", "The day that was first promised.", lambda r: _last(get(r).originally)),
        _text("dropped", "The day on which it was given up; `yes` if nobody knows it.",
              lambda r: _happened(get(r).dropped)),
        _text("link", "Where to read more.", lambda r: get(r).url),
        _text("note", "What else there is to say.", lambda r: get(r).note),
    )  # fmt: skip


GOALS: Columns[GoalRow] = (
    _text("plan", "The id of its strategy or tactic.", lambda r: r.plan.id),
    _text("id", "Its id, unique within the plan.", lambda r: r.goal.id),
    _text("number", "The organisation's own numbering.", lambda r: r.goal.number),
    _text("title", "The result that is wanted.", lambda r: r.goal.title),
    _computed("dri", f"{_ABOUT_DRI} Its own, else its plan's.", lambda r: r.dri, Kind.LIST),
    *_part(lambda r: r.goal),
    _text("unit", "The unit of its numbers.", lambda r: r.goal.unit),
    TableColumn("baseline", "The number to begin with, or words.", lambda r: r.goal.baseline, Kind.MIXED),
    TableColumn("target", "The number to reach or to keep, or words.",
                lambda r: r.goal.target, Kind.MIXED),
    _list("targets", "What to reach on the way, each behind its day.", lambda r: _targets(r.goal)),
    _text("keep", "For a number to hold: the side of the target to stay on.", lambda r: r.goal.keep),
    _text("met", "The day on which it was met; `yes` if nobody knows it.",
          lambda r: _happened(r.goal.met)),
    _computed("due", "When it is due: its own day, else its plan's end.",
              lambda r: _last(r.due.date), Kind.DAY),
    _computed("awaited", "That day while it is awaited: overdue from the day after.",
              lambda r: r.due.awaited, Kind.DAY),
    _number("slip_days", _ABOUT_SLIP, lambda r: _slip(r.due)),
    _number("current", "Its latest value.", lambda r: r.current),
    _computed("current_date", "The day of its latest value.",
              lambda r: r.reading.day if r.reading else None, Kind.DAY),
    _number("progress", "Whole percent from baseline to target; of a goal to keep there is none.",
            lambda r: _percent(r.progress)),
    _computed("progress_unknown", "Why its progress isn't known.",
              lambda r: _reasons([r.progress]), Kind.LIST),
    _number("expected", "Whole percent where it should stand at its latest value.",
            lambda r: _percent(r.expected)),
    _number("pace", "The points between progress and what is expected.", _pace),
    _computed("held", "For a goal to keep: on track where it is held, else how far it is off.",
              lambda r: r.kept if isinstance(r.kept, Health) else None),
    _computed("advanced_by", "The ids of the tactics that advance it.",
              lambda r: tuple(one.id for one in r.advanced_by), Kind.LIST),
    _computed("work", "Whether it is worked on, and by whom.", lambda r: str(r.work)),
)  # fmt: skip

READINGS: Columns[ReadingRow] = (
    _text("plan", "The id of the strategy or tactic.", lambda r: r.plan.id),
    _text("goal", "The id of its goal.", lambda r: r.goal),
    _day("date", "The day of the check-in.", lambda r: r.day),
    TableColumn("value", "What was measured.", lambda r: r.value, Kind.NUMBER),
    _text("note", "What the table that it is from says of it.", lambda r: r.note),
    _text("file", "That table, below the folder of the plan; nothing for a check-in.", lambda r: r.file),
)

ACTIONS: Columns[ActionRow] = (
    _text("tactic", "The id of its tactic.", lambda r: r.tactic.id),
    _text("id", "Its id, unique within the tactic.", lambda r: r.action.id),
    _text("number", "The organisation's own numbering.", lambda r: r.action.number),
    _text("do", "What is to do.", lambda r: r.action.do),
    _computed("dri", f"{_ABOUT_DRI} Its own, else its tactic's.", lambda r: r.dri, Kind.LIST),
    *_part(lambda r: r.action),
    _day("start", "When work on it begins.", lambda r: _first(r.action.start)),
    _day("due", "When it is to be done.", lambda r: _last(r.action.due)),
    _text("done", "The day on which it was done; `yes` if nobody knows it.",
          lambda r: _happened(r.action.done)),
    _computed("awaited", "When it is due, while it is awaited: overdue from the day after.",
              lambda r: r.due.awaited, Kind.DAY),
    _number("slip_days", _ABOUT_SLIP, lambda r: _slip(r.due)),
)  # fmt: skip


def _amount(row: ResourceRow) -> Amount | None:
    return row.resource.cost if isinstance(row.resource.cost, Amount) else None


RESOURCES: Columns[ResourceRow] = (
    _text("tactic", "The id of its tactic.", lambda r: r.tactic.id),
    _text("name", "What is needed.", lambda r: r.resource.name),
    _text("cost", "What it costs, as it is written.", lambda r: str(r.resource.cost or "") or None),
    _number(
        "amount", "The sum of money, where it is one.", lambda r: one.value if (one := _amount(r)) else None
    ),
    _computed(
        "currency", "Its currency, by ISO 4217.", lambda r: one.currency if (one := _amount(r)) else None
    ),
    _text("link", "Where to find it.", lambda r: r.resource.url),
)

UPDATES: Columns[UpdateRow] = (
    _text("plan", "The id of the strategy or tactic.", lambda r: r.plan.id),
    _day("date", "The day of the check-in.", lambda r: r.update.date.last),
    _text("health", "How it is going.", lambda r: r.update.health),
    _text("note", "What there is to say.", lambda r: r.update.note),
)


# --- themes, teams, people ---------------------------------------------------------------------------

THEMES: Columns[ThemeRow] = (
    _text("id", "What other files and addresses call it.", lambda r: r.theme.id),
    _text("number", "The organisation's own numbering.", lambda r: r.theme.number),
    _text("title", "What it is called.", lambda r: r.theme.title),
    _text("summary", "One sentence about it.", lambda r: r.theme.summary),
    _text("statement", "What it is about.", lambda r: r.theme.statement),
    _text("icon", "Its icon, by its path in the site's theme.", lambda r: r.theme.icon),
    _text("color", "Its colour, by a name or as `#1a6b5a`.", lambda r: r.theme.color),
    _number("strategies", "How many strategies it has.", lambda r: r.strategies),
)

TEAMS: Columns[TeamRow] = (
    _text("id", "What other files and addresses call it.", lambda r: r.team.id),
    _text("number", "The organisation's own numbering.", lambda r: r.team.number),
    _text("title", "What it is called.", lambda r: r.team.title),
    _text("summary", "One sentence about it.", lambda r: r.team.summary),
    _text("lead", "The handle of who leads it.", lambda r: r.team.lead),
    _text("parent", "The id of the larger team that it belongs to.", lambda r: r.team.parent),
    _number("people", "How many people are in it.", lambda r: r.people),
    _number("tactics", "How many tactics it works on.", lambda r: r.tactics),
    _number("on_track", "How many of those under way are on track.", lambda r: r.health.on_track),
    _number("at_risk", "How many are at risk.", lambda r: r.health.at_risk),
    _number("off_track", "How many are off track.", lambda r: r.health.off_track),
)

PEOPLE: Columns[PersonRow] = (
    _text("handle", "What plans call them.", lambda r: r.person.handle),
    _text("name", "The person's name; a role or office may have none.", lambda r: r.person.name),
    _text("role", "What the person does.", lambda r: r.person.role),
    _text("team", "The id of the person's team.", lambda r: r.person.team),
    _number("strategies", "How many open strategies they are the DRI of.", lambda r: r.strategies),
    _number("tactics", "How many open tactics.", lambda r: r.tactics),
    _number("goals", "How many open goals.", lambda r: r.goals),
    _number("actions", "How many open actions.", lambda r: r.actions),
    _number("actions_overdue", "How many of these are overdue.", lambda r: r.overdue),
)
