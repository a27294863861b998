"""A site's plan → what became of it, read from git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plans.history.cache import Cache
from mkdocs_plans.history.event import Event, Meaning
from mkdocs_plans.history.lineage import Lineages
from mkdocs_plans.history.meaning import Neighbours, meaning_of
from mkdocs_plans.history.states import Scope, States, Tellers, read_commits
from mkdocs_plans.load import Known, zone_of
from mkdocs_plans.model.directions import close_turns
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Blobs, Commit, Log, day_of


@dataclass(frozen=True)
class History:
    """What became of a plan: each change that came to the default branch, the newest first. `base` is the
    oldest commit of a shallow clone that is cut off there: what it has was there before, nobody knows since
    when.
    """

    events: tuple[Event, ...] = ()
    branch: str = ""
    base: Event | None = None

    @property
    def is_cut(self) -> bool:
        """Whether there are older changes that the clone doesn't have."""
        return self.base is not None

    @cached_property
    def lineages(self) -> Lineages:
        """The changes of each plan file."""
        return Lineages.of((*([self.base] if self.base else ()), *reversed(self.events)))


def read_history(
    site: Site,
    known: Known | None = None,
    *,
    is_public: bool = False,
    hidden: frozenset[str] = frozenset(),
) -> History:
    """Read what became of a plan, up to the state that the site shows. `is_public` leaves out what a
    published site doesn't show: drafts, and the `hidden` files. `known` is what was read of each file for
    that state.

    ToolError where there is no git, no repository or no commit, or it lacks an object.
    """
    scope = Scope(site, is_public, hidden)
    return history_of(scope, read_commits(scope), known or {}, {})


def history_of(scope: Scope, log: Log, known: Known, snapshots: dict[str, Plan]) -> History:
    """Likewise from a log that was read. `snapshots` is given the plan after each commit that it has."""
    site, kind = scope.site, "public" if scope.is_public else "all"
    with Blobs(site.docs_dir) as blobs, Cache(site, kind, Meaning, *sorted(scope.hidden)) as cache:
        states, tellers = States(scope, blobs, known), Tellers(scope)
        meanings = list(_meanings(log, states, tellers, cache, snapshots))
    zone, has_names = zone_of(site), site.settings.history_names
    events = [
        Event(
            commit.name, day_of(commit.time, zone), meaning, close_turns(commit.author) if has_names else ""
        )
        for commit, meaning in zip(log.commits, meanings, strict=True)
    ]
    if log.is_cut and events:
        return History(tuple(reversed(events[1:])), log.branch, events[0])
    return History(tuple(reversed(events)), log.branch)


def _meanings(
    log: Log, states: States, tellers: Tellers, cache: Cache[Meaning], snapshots: dict[str, Plan]
) -> Iterator[Meaning]:
    """Give what each commit means, the oldest first."""
    pairs = list(_pairs(log.commits))
    kept = [cache.get(pair) for pair in pairs]
    last = max(
        (at for at, one in enumerate(log.commits) if kept[at] is None or one.name in snapshots), default=-1
    )
    now: Plan | None = None
    for at, (pair, commit, known) in enumerate(zip(pairs, log.commits, kept, strict=True)):
        if known is not None and commit.name not in snapshots:
            now = None
            if at < last:
                states.take(commit)
            yield known
            continue
        before = now or states.plan()
        states.take(commit)
        now = states.plan()
        if commit.name in snapshots:
            snapshots[commit.name] = now
        plans = Neighbours(before, now)
        yield known or cache.keep(pair, meaning_of(plans, tellers.of(plans)))


def _pairs(commits: Sequence[Commit]) -> Iterator[str]:
    """Name each commit with the one before it: at the edge of a shallow clone there is none."""
    before = ""
    for commit in commits:
        yield f"{before}..{commit.name}"
        before = commit.name
