"""Dates that moved → what readers are told of them: by theme, and summed by theme and team, in the site's
words.

Nothing here counts by person: who answers for a date didn't necessarily move it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mkdocs_plans.history.history import History
from mkdocs_plans.history.slips import Moved, Slip
from mkdocs_plans.model import LevelPlan, Team, Theme, plain_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.language import alphabetical
from mkdocs_plans.wording.phrases import Phrases


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One day that a date had: `day` None where there was none. `when` says when it moved there, `commit`
    with which change, None where no change of the default branch did it; `author` who wrote that, empty
    unless the site names them.
    """

    day: Day | None
    when: str
    commit: str | None
    author: str = ""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One date that moved. `kind` is what it is of; `moved` says how often and by how much; `known` what
    git has for the first promise, where that is another day.
    """

    slip: Slip
    kind: str
    title: str
    moved: str
    first: Day
    now: Day | None
    rows: tuple[MovedRow, ...]
    known: Day | None


@dataclass(frozen=True, slots=True)
class Sum:
    """How many dates of a theme or a team moved, and by how much in all; `of` None where they have none."""

    of: Theme | Team | None
    title: str
    dates: str
    days: str


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """The dates of one theme that moved, the most days later first."""

    sum: Sum
    rows: tuple[SlipRow, ...]


@dataclass(frozen=True, slots=True)
class SlipTable:
    """All dates that moved."""

    summary: str
    themes: tuple[SlipGroup, ...]
    teams: tuple[Sum, ...]


def slip_table(said: Phrases, slips: Sequence[Slip]) -> SlipTable:
    """Arrange what moved by theme, in the plan's order, and sum it by team, by the teams' names. Where the
    plan has neither, all stands in one group.
    """
    plan, say = said.plan, said.language.gettext
    by_theme = _grouped(slips, lambda one: plan.theme_of_plan(one.plan))
    by_team = _grouped(slips, lambda one: plan.team_of(one.plan))
    order = {theme: at for at, theme in enumerate(plan.themes)}
    themes = sorted(by_theme.items(), key=lambda one: order.get(one[0] or "", len(order)))
    teams = sorted(by_team.items(), key=lambda one: (one[0] is None, alphabetical(_team(plan, one[0]))))
    no_theme, no_team = (
        say("With no %(theme)s", **said.words.nouns),
        say("With no %(team)s", **said.words.nouns),
    )
    return SlipTable(
        summary(said, slips),
        tuple(
            SlipGroup(_sum(said, plan.themes.get(name or ""), no_theme, found), _rows(said, found))
            for name, found in themes
        ),
        tuple(_sum(said, plan.teams.get(name or ""), no_team, found) for name, found in teams),
    )


def _team(plan: Plan, name: str | None) -> str:
    return plan.teams[name].title if name else ""


def _grouped(
    slips: Iterable[Slip], of: Callable[[Slip], Theme | Team | None]
) -> dict[str | None, list[Slip]]:
    found: dict[str | None, list[Slip]] = defaultdict(list)
    for one in slips:
        group = of(one)
        found[group.id if group else None].append(one)
    return found


def summary(said: Phrases, slips: Sequence[Slip]) -> str:
    """How many dates moved and by how much in all: `12 dates moved, 340 days later in all`."""
    if not slips:
        return said.language.gettext("No date has moved yet.")
    return said.language.gettext(", ").join(filter(None, (_dates(said, slips), _days(said, slips))))


def _sum(said: Phrases, of: Theme | Team | None, without: str, slips: Sequence[Slip]) -> Sum:
    return Sum(of, plain_text(of.title) if of else without, _dates(said, slips), _days(said, slips))


def _dates(said: Phrases, slips: Sequence[Slip]) -> str:
    return said.language.ngettext("%(num)d date moved", "%(num)d dates moved", len(slips))


def _days(said: Phrases, slips: Iterable[Slip]) -> str:
    days = sum(one.days or 0 for one in slips)
    return in_all(said, days) if days else ""


def in_all(said: Phrases, days: int) -> str:
    """By how many days something is later in all, or earlier."""
    if days < 0:
        return said.language.ngettext("%(num)d day earlier in all", "%(num)d days earlier in all", -days)
    return said.language.ngettext("%(num)d day later in all", "%(num)d days later in all", days)


def times_moved(said: Phrases, slip: Slip) -> str:
    """How often a date moved."""
    return said.language.ngettext("moved once", "moved %(num)d times", len(slip.moves))


def moved_text(said: Phrases, slip: Slip) -> str:
    """How often a date moved and by how much: `moved 3 times, 91 days later in all`."""
    say, times = said.language, times_moved(said, slip)
    if slip.is_disputed and slip.days == 0:
        return times  # what was promised first is written as it is now: it came from another day
    if slip.days is None:
        by = say.gettext("has no date any more")
    elif slip.days == 0:
        by = say.gettext("is back on its first day")
    elif len(slip.moves) > 1:
        by = in_all(said, slip.days)
    elif slip.days < 0:
        by = say.ngettext("%(num)d day earlier", "%(num)d days earlier", -slip.days)
    else:
        by = say.ngettext("%(num)d day later", "%(num)d days later", slip.days)
    return say.gettext(", ").join((times, by))


def _rows(said: Phrases, slips: Iterable[Slip]) -> tuple[SlipRow, ...]:
    ordered = sorted(slips, key=lambda one: -(one.days or 0))
    return tuple(slip_row(said, one) for one in ordered)


def slip_row(said: Phrases, slip: Slip) -> SlipRow:
    """What is told of one date."""
    return SlipRow(
        slip,
        kind_of_date(said, slip),
        plain_text(slip.title),
        moved_text(said, slip),
        said.formats.date(slip.first),
        said.date(slip.now),
        tuple(_moved(said, one) for one in slip.moves),
        said.date(slip.by_git) if slip.is_disputed else None,
    )


def _moved(said: Phrases, moved: Moved) -> MovedRow:
    say, event = said.language.gettext, moved.event
    if event is not None:
        return MovedRow(said.date(moved.date), said.formats.day(event.day).text, event.commit, event.author)
    when = say("before it came into the history") if moved.is_before else say("not in the history yet")
    return MovedRow(said.date(moved.date), when, None)


def kind_of_date(said: Phrases, slip: Slip) -> str:
    """What a date is of, in the organisation's words."""
    kind = slip.plan.type if slip.part is None else type(slip.part).__name__.lower()
    return str(getattr(said.words, kind).one)


def notes(said: Phrases, history: History | None) -> list[str]:
    """What a reader has to know of how much of the past is known; None is no history."""
    say = said.language.gettext
    if history is None:
        return [
            say("There is no history to read: what moved is known only where the first date is written down.")
        ]
    if history.is_cut:
        return [say("Only the newest changes could be read: what was before isn’t known.")]
    return []


def of_plan(slips: Iterable[Slip], plan: LevelPlan) -> list[Slip]:
    """The dates of one plan that moved."""
    return [one for one in slips if one.plan.id == plan.id]
