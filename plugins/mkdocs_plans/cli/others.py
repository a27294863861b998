"""The other open changes that `plans diff` is asked to hold beside one: what each does together with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from mkdocs_plans.changes import Other, PlanPair, State, Together, find_clashes, find_effects, same_files
from mkdocs_plans.cli.json_file import read_json_file
from mkdocs_plans.codehost.requests import OpenRequest, read_requests
from mkdocs_plans.errors import ToolError
from mkdocs_plans.load import KeptSource, Known, Loaded, Side, combine, load
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Exclusions, Revision, known_revision, left_by, resolve

MOST = 10
"""How many other requests of a host are compared: its newest. Our convention."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Another change by its commits: where it left the target, and what it is now."""

    other: Other
    left: str
    tip: str


def branches_of(
    site: Site, target: str, names: Sequence[str], requests: BinaryIO | None
) -> tuple[list[Branch], list[Other]]:
    """Find branches by name, then the newest of the requests that a host lists; and those requests that can't
    be compared, whose commits aren't here. ToolError where there is no branch of a name, or it has no past in
    common with the target.
    """
    found: list[Branch] = []
    for name in dict.fromkeys(names):
        tip = known_revision(site.docs_dir, name)
        found.append(Branch(Other(name), left_by(site.docs_dir, target, tip), tip))
    left_out: list[Other] = []
    most = len(found) + MOST
    listed = read_requests(read_json_file(requests)) if requests else []
    for one in sorted(listed, key=lambda one: -one.number):
        other = Other("", one.number, one.title, one.sign)
        branch = _branch_of(site, target, one, other) if len(found) < most else None
        if branch:
            found.append(branch)
        else:
            left_out.append(other)
    return found, left_out


def _branch_of(site: Site, target: str, one: OpenRequest, other: Other) -> Branch | None:
    """The commits of a request. A merge that the host made of its newest commit has where it left the target
    as its first parent, which is here in a shallow clone as well.
    """
    left, head = (one.merge and resolve(site.docs_dir, f"{one.merge}^{number}") for number in (1, 2))
    if one.merge and left and head == one.head:
        return Branch(other, left, one.merge)
    if resolve(site.docs_dir, one.head) is None:
        return None
    try:
        return Branch(other, left_by(site.docs_dir, target, one.head), one.head)
    except ToolError:
        return None


@dataclass(frozen=True, slots=True)
class Mixed:
    """A state of the plan with its files, and those of them that git couldn't merge."""

    source: KeptSource
    loaded: Loaded
    unmerged: tuple[str, ...] = ()


class Mixer:
    """Puts changes onto states of a site's plan."""

    def __init__(self, site: Site, known: Known) -> None:
        self._site, self._known = site, known
        self._at = cache(self._read)

    def compare(
        self, base: tuple[Mixed, State], head: tuple[Mixed, State], branches: Sequence[Branch]
    ) -> list[Together]:
        """Say what each change does together with ours, which leads from `base` to `head`, and at last what
        all of them do.
        """
        (ground, before), (with_ours, ours) = base, head
        own, found, parts = PlanPair(ground.loaded.plan, with_ours.loaded.plan), [], [ours]
        for one in branches:
            theirs, both = self._put(ground, [one]), self._put(with_ours, [one])
            parts.append(self._checked(both))
            effects = find_effects(before, (ours, self._checked(theirs)), parts[-1])
            change = PlanPair(self._at(one.left).loaded.plan, self._at(one.tip).loaded.plan)
            unmerged = tuple(path for path in both.unmerged if path not in theirs.unmerged)
            plans = change, PlanPair(ground.loaded.plan, both.loaded.plan)
            found.append(Together((one.other,), *plans, find_clashes(own, change), *effects, unmerged))
        if len(branches) > 1:
            theirs, both = self._put(ground, branches), self._put(with_ours, branches)
            effects = find_effects(before, (*parts, self._checked(theirs)), self._checked(both))
            plans = (
                PlanPair(ground.loaded.plan, theirs.loaded.plan),
                PlanPair(ground.loaded.plan, both.loaded.plan),
            )
            found.append(Together(tuple(one.other for one in branches), *plans, (), *effects))
        return found

    def _checked(self, mixed: Mixed) -> State:
        return State(mixed.loaded, check(mixed.loaded, self._site))

    def _read(self, commit: str) -> Mixed:
        revision = Revision(self._site.docs_dir, commit, Exclusions(self._site.excluded))
        return self._load(KeptSource.of(revision, self._site))

    def _load(self, source: KeptSource, unmerged: tuple[str, ...] = ()) -> Mixed:
        return Mixed(source, load(source, self._site, self._known), unmerged)

    def _put(self, ground: Mixed, branches: Sequence[Branch]) -> Mixed:
        """Give a state with some changes put onto it."""
        for one in branches:
            left, tip = self._at(one.left), self._at(one.tip)
            ours, theirs = (Side(one.source, same_files(left.loaded, one.loaded)) for one in (ground, tip))
            combined = combine(left.source, ours, theirs)
            ground = self._load(combined.source, ground.unmerged + combined.unmerged)
        return ground
