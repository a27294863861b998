"""What pages show of plans and their parts: what `Presenter` gives, and what templates and the terminal lay
out.

A `str` is text in the site's language, empty where there is nothing to say; a `str | None` is the plan's own
text, None where the plan has none.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_plans.model import Keep
from mkdocs_plans.render.changes.cards import Marks
from mkdocs_plans.render.looks import Look
from mkdocs_plans.render.own_fields import OwnFact
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.wording.formats import Day, Share
from mkdocs_plans.wording.phrases import Badge, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A strategy or a tactic as one line of a list; `health` None where it isn't under way."""

    link: Link
    status: Badge
    health: Badge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What stands at the top of a strategy's and a tactic's page. `progress_of` says of how much
    `progress` is the mean, or why it isn't known; `progress_figure` is its section on the page of
    figures. `serves` is a tactic's strategy, or the goal that a strategy serves; `moved` says how often the
    end moved, and leads to all its days.
    """

    serves: Link | None
    dri: tuple[Link, ...]
    contributors: tuple[Link, ...]
    team: Link | None
    status: Badge
    health: Badge | None
    start: Day | None
    end: When
    moved: Link | None
    review: Day | None
    review_overdue: str
    progress: Share | None
    progress_of: str
    progress_figure: str
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyCard(Item):
    """A strategy as a card: its tactics as bullets, and how it is going. `is_bare` says that it lacks them;
    `goals` counts those to reach; `look` is that of its theme.
    """

    look: Look | None
    summary: str | None
    dri: tuple[Link, ...]
    team: Link | None
    start: Day | None
    end: When
    tactics: tuple[Item, ...]
    is_bare: bool
    goals: int
    goals_met: int
    progress: Share | None
    measured: str
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticRow(Item):
    """A tactic as a row of a table; `look` is that of its theme, and `strategy` is that theme where it serves
    no strategy.
    """

    look: Look | None
    strategy: Link | None
    dri: tuple[Link, ...]
    team: Link | None
    end: When
    progress: Share | None
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal with its measure, how far it is, who answers for it and what advances it. `settled` is the day
    on which it was met or dropped; `step` is what is next of `steps`; `expected` and `pace` go together;
    `pace_unknown` says why there is none.
    """

    id: str
    link: Link
    number: str | None
    title: str
    heading: Markup
    plan: Link
    dri: tuple[Link, ...]
    contributors: tuple[Link, ...]
    measure: str | None
    keep: Keep | None
    baseline: str | None
    current: str | None
    current_day: Day | None
    target: str | None
    is_measured: bool
    steps: tuple[tuple[Day, str], ...]
    step: tuple[Day, str] | None
    settled: Day | None
    due: When
    progress: Share | None
    expected: Share | None
    pace: str | None
    pace_unknown: str
    moved: Link | None
    state: Badge
    advanced_by: tuple[Item, ...]
    own: tuple[OwnFact, ...]
    work: Badge | None
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal as a line: where it stands, its target, what is next on the way there if that is in words, how
    far it is, and by which day, or in words when, it is to be reached.
    """

    link: Link
    now: str | None
    target: str | None
    step: tuple[Day, str] | None
    keep: Keep | None
    state: Badge
    progress: Share | None
    due: Day | None
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """An action of a tactic as a line of its checklist; `late` says by how much it was done too late.
    `done` and `dropped` are the days, None where nobody wrote them down.
    """

    id: str
    number: str | None
    do: str
    measure: str | None
    dri: tuple[Link, ...]
    contributors: tuple[Link, ...]
    start: Day | None
    due: When
    when: str | None
    moved: Link | None
    is_done: bool
    done: Day | None
    late: str
    is_dropped: bool
    dropped: Day | None
    own: tuple[OwnFact, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A resource with its cost."""

    link: Link
    cost: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateEntry:
    """A check-in: the health that it reports, each goal with the value that was read, its note."""

    date: Day
    is_new: bool
    is_ahead: bool
    health: Badge | None
    readings: tuple[tuple[Link, str], ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Plans under way counted by health, with the one furthest behind."""

    total: int
    rows: tuple[tuple[Badge, int], ...]
    worst: Link | None
    worst_health: Badge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """A team as a card, its sub-teams within; `open` and `people` are counts in words."""

    link: Link
    summary: str | None
    lead: Link | None
    counts: Counts
    open: str
    people: str
    teams: tuple[TeamCard, ...]
