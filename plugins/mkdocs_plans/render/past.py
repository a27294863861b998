"""What became of the plan, as the pages of a site show it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from mkdocs_plans.history import Edit, Event, History, Period, Slip, find_slips, said
from mkdocs_plans.history.event import Told
from mkdocs_plans.history.slip_table import kind_of_date, moved_text, notes, summary, times_moved
from mkdocs_plans.model import Action, Goal, LevelPlan, PlanFile, plain_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.wording.formats import Day

if TYPE_CHECKING:
    from mkdocs_plans.render.pieces import Pieces

PAST = "past"
"""What a page is noted to have asked for, by the path of a plan file."""

PERIODS = "*periods"
"""Likewise where it asked for what changed in a period: no file is called so."""

MOVED = "plan-moved"
"""The place of all dates that moved on a plan's page: in the fold, which a browser then opens."""

MOST_ENTRIES = 50
"""How many changes a plan's page tells, the newest. Our convention."""


def _note_nothing(_: Hashable) -> None:
    pass


@dataclass(frozen=True)
class Past:
    """What is known of the past of the plan that the site shows; `history` None where there is none to read.
    `commits` is the address below which a commit has its page, empty where it has none. What a page asks for
    is noted, so that it is made anew when that is another.
    """

    history: History | None
    slips: dict[str, tuple[Slip, ...]]
    periods: tuple[Period, ...] = ()
    commits: str = ""
    note: Callable[[Hashable], None] = _note_nothing

    @classmethod
    def of(cls, plan: Plan, history: History | None, periods: tuple[Period, ...], repository: str) -> Past:
        """The past of a plan. `repository` is the address of its repository."""
        slips: dict[str, tuple[Slip, ...]] = {}
        for slip in find_slips(plan, history or History()):
            path = slip.plan.path
            slips[path] = (*slips.get(path, ()), slip)
        return cls(history, slips, periods, commits_of(repository))

    def watched(self, note: Callable[[str, Hashable], None]) -> Past:
        """The same; what is asked of it is noted."""
        return replace(self, note=lambda path: note(PAST, path))

    def edits_of(self, file: PlanFile) -> list[tuple[Event, tuple[Edit, ...]]]:
        """What changed in a plan file, the newest first."""
        self.note(file.path)
        lineage = self.history.lineages.of_file(file) if self.history else None
        if lineage is None or self.history is None:
            return []
        base = self.history.base
        steps = ((event, step.edits) for event, step in reversed(lineage.steps))
        return [(event, edits) for event, edits in steps if edits and event is not base]

    def slips_of(self, file: PlanFile) -> tuple[Slip, ...]:
        """The dates of a plan that moved."""
        self.note(file.path)
        return self.slips.get(file.path, ())

    def slip_of(self, plan: LevelPlan, part: Goal | Action | None) -> Slip | None:
        """How the date of a plan moved, or of one of its goals or actions."""
        return next((one for one in self.slips_of(plan) if one.part == part), None)

    def period_called(self, name: str) -> Period | None:
        """A year, quarter or month; None where the site tells of none of that name."""
        self.note(PERIODS)
        return next((one for one in self.periods if one.name == name), None)

    def periods_in(self, name: str = "") -> list[Period]:
        """The quarters of a year, the months of a quarter; without a name, the years."""
        self.note(PERIODS)
        return [one for one in self.periods if one.above == name]

    def beside(self, period: Period) -> tuple[Period | None, Period | None]:
        """The period before one, and the one after it."""
        self.note(PERIODS)
        line = [one for one in self.periods if one.grain == period.grain]
        at = line.index(period)
        return (line[at - 1] if at else None), (line[at + 1] if at + 1 < len(line) else None)

    def way_to(self, commit: str | None) -> str | None:
        """The address of a commit's page."""
        return self.commits + commit if self.commits and commit else None

    def path_now(self, path: str) -> str | None:
        """Where the file is now that once had a path; None where it is gone."""
        return self.history.lineages.path_now(path) if self.history else None

    def digest_of_periods(self) -> str:
        """What is known of the periods, in short."""
        return _digest(self.periods, self._is_cut)

    def digest(self, file: PlanFile | None) -> str:
        """What is known of a plan file, in short."""
        if file is None:
            return ""
        bare = replace(self, note=_note_nothing)
        dates = [
            (
                one.part and one.part.id,
                one.first,
                one.by_git,
                [(day.date, _name(day.event)) for day in one.moves],
            )
            for one in bare.slips_of(file)
        ]
        edits = [(_name(event), found) for event, found in bare.edits_of(file)]
        return _digest(self.commits, self._is_cut, edits, dates)

    @property
    def _is_cut(self) -> bool | None:
        """Whether there are changes that aren't known; None where none are."""
        return self.history.is_cut if self.history else None


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _name(event: Event | None) -> tuple[str, str, str] | None:
    return (event.commit, event.day.isoformat(), event.author) if event else None


def commits_of(repository: str) -> str:
    """The address below which a commit has its page, on any of the code hosts."""
    if not repository.startswith(("https://", "http://")):
        return ""
    place = "commits" if "bitbucket.org" in repository else "commit"
    return f"{repository.rstrip('/')}/{place}/"


# --- on the page of a plan file -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PastLine:
    """One edit: what it amounts to, where that is pointed out, and what is said of it."""

    verdict: str
    text: Markup


@dataclass(frozen=True, slots=True)
class PastEntry:
    """A change: its day, its commit with the way to it, who wrote it if the site says so, and its edits."""

    day: Day
    commit: str
    href: str | None
    author: str
    lines: tuple[PastLine, ...]


@dataclass(frozen=True, slots=True)
class PastDate:
    """A date that moved: what it is of, and how often and by how much."""

    kind: str
    title: str
    moved: str


@dataclass(frozen=True, slots=True)
class PagePast:
    """What became of a plan file. `summary` says in one line how its dates moved; `notes` what isn't known;
    `all` leads to all dates that moved.
    """

    summary: str
    dates: tuple[PastDate, ...]
    entries: tuple[PastEntry, ...]
    older: int
    notes: tuple[str, ...]
    all: str | None


def page_past(page: Pieces, past: Past | None, file: PlanFile, slips_page: str) -> PagePast | None:
    """What a plan file's page tells of its past; None where the site shows none."""
    if past is None:
        return None
    slips, edits = past.slips_of(file), past.edits_of(file)
    return PagePast(
        _summary(page, slips),
        tuple(_date(page, one) for one in slips),
        tuple(_entries(page, past, edits[:MOST_ENTRIES])),
        max(0, len(edits) - MOST_ENTRIES),
        tuple(notes(page, past.history)),
        page.href(slips_page) if slips else None,
    )


def how_moved(page: Pieces, past: Past, plan: LevelPlan, part: Goal | Action | None) -> str:
    """What stands beside a date that moved: how often, and by how much in all where the date doesn't say that
    itself, having its first promise written. Empty where there is nothing more to say of it.
    """
    slip = past.slip_of(plan, part)
    if slip is None or past.history is None:
        return ""
    if (part or plan).originally is None:
        return moved_text(page, slip)
    return times_moved(page, slip) if len(slip.moves) > 1 else ""


def _date(page: Pieces, slip: Slip) -> PastDate:
    moved = moved_text(page, slip)
    if slip.is_disputed:
        disputed = page.language.gettext("first promised, as git has it"), page.date(slip.by_git)
        moved += f"; {disputed[0]}{page.language.gettext(': ')}{disputed[1].text if disputed[1] else ''}"
    return PastDate(kind_of_date(page, slip), plain_text(slip.title), moved)


def _summary(page: Pieces, slips: Iterable[Slip]) -> str:
    """How the plan's own end moved; else how many dates of it did."""
    found = list(slips)
    own = [one for one in found if one.part is None]
    if own:
        return moved_text(page, own[0])
    return summary(page, found) if found else ""


def _entries(
    page: Pieces, past: Past, edits: Iterable[tuple[Event, tuple[Edit, ...]]]
) -> Iterator[PastEntry]:
    for event, found in edits:
        href = past.way_to(event.commit)
        lines = tuple(PastLine(edit.pointed, written(edit)) for edit in found)
        yield PastEntry(page.formats.day(event.day), event.short, href, event.author, lines)


def written(edit: Edit) -> Markup:
    """What is said of an edit, as safe HTML."""
    return as_html(edit.line)


def as_html(told: Told) -> Markup:
    """A sentence as safe HTML, in which each text of the plan runs in its own direction."""
    text = said(told).written(lambda theirs: f"\2{theirs}\3")
    return Markup(str(escape(text)).replace("\2", "<bdi>").replace("\3", "</bdi>"))


def as_text(told: Told) -> str:
    """A sentence as plain text."""
    return str(said(told))
