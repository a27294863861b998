"""A site's plan → what became of it, read from git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plans.changes import Teller
from mkdocs_plans.history.cache import Cache
from mkdocs_plans.history.event import Event, Meaning
from mkdocs_plans.history.lineage import Lineages
from mkdocs_plans.history.meaning import Neighbours, meaning_of
from mkdocs_plans.load import Known, Succession, zone_of
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import MARKDOWN, Blobs, Commit, Exclusions, Log, Revision, day_of, read_log
from mkdocs_plans.standing import is_published
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


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
    excluded = Exclusions((*site.excluded, *site.drafts) if is_public else site.excluded)

    def is_wanted(path: str) -> bool:
        is_page = path.endswith(MARKDOWN) and not excluded.exclude(path) and path not in hidden
        return is_page or path in {site.settings.people, *site.settings.readings}

    state = Revision(site.docs_dir, site.as_of.commit, follows=True) if site.as_of else None
    log = read_log(site.docs_dir, is_wanted, state)
    kind = "public" if is_public else "all"
    with Blobs(site.docs_dir) as blobs, Cache(site, kind, Meaning, *sorted(hidden)) as cache:
        states = _States(site, blobs, known or {}, is_public=is_public)
        meanings = list(_meanings(log, states, cache))
    zone, has_names = zone_of(site), site.settings.history_names
    events = [
        Event(commit.name, day_of(commit.time, zone), meaning, commit.author if has_names else "")
        for commit, meaning in zip(log.commits, meanings, strict=True)
    ]
    if log.is_cut and events:
        return History(tuple(reversed(events[1:])), log.branch, events[0])
    return History(tuple(reversed(events)), log.branch)


class _States:
    """The states of a plan, one after another, each as its readers know it."""

    def __init__(self, site: Site, blobs: Blobs, known: Known, *, is_public: bool) -> None:
        self._succession = Succession(site, blobs.read, known)
        self._is_public = is_public
        language = Language(site.language)
        labels = {str(name): label for name, label in site.settings.labels.items()}
        self._words, self._formats = Words(language, labels), Formats(language)
        self._grades = site.settings.grades
        self._now: Plan | None = None

    def pass_over(self, commit: Commit) -> None:
        """Go on to the state after a commit whose meaning is known."""
        self._now = None
        for path, blob in commit.changed:
            self._succession.change(path, blob)

    def take(self, commit: Commit) -> Meaning:
        """Go on to the state after a commit; give what the commit means."""
        before = self._now or self._shown()
        self.pass_over(commit)
        self._now = self._shown()
        plans = Neighbours(before, self._now)
        teller = Teller(plans, self._words, self._formats, self._grades, is_published=self._is_public)
        return meaning_of(plans, teller)

    def _shown(self) -> Plan:
        plan = self._succession.plan()
        return plan.only(is_published) if self._is_public else plan


def _meanings(log: Log, states: _States, cache: Cache[Meaning]) -> Iterator[Meaning]:
    """Give what each commit means, the oldest first."""
    pairs = list(_pairs(log.commits))
    kept = [cache.get(pair) for pair in pairs]
    last = max((at for at, meaning in enumerate(kept) if meaning is None), default=-1)
    for at, (pair, commit) in enumerate(zip(pairs, log.commits, strict=True)):
        known = kept[at]
        if known is None:
            yield cache.keep(pair, states.take(commit))
            continue
        if at < last:
            states.pass_over(commit)
        yield known


def _pairs(commits: Sequence[Commit]) -> Iterator[str]:
    """Name each commit with the one before it: at the edge of a shallow clone there is none."""
    before = ""
    for commit in commits:
        yield f"{before}..{commit.name}"
        before = commit.name
