"""A plan with a change that was made somewhere else, as a source: what it would be if that were merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_plans.settings import Site
from mkdocs_plans.source import Overlaid, Source, merge_file

Files = Mapping[str, bytes]
"""The files of a plan by path."""


@dataclass(frozen=True, slots=True)
class Side:
    """The plan as one change has it: its files, and the path before of those that it moved, by path now."""

    files: Files
    moved: Mapping[str, str]

    def paths(self, base: Files) -> dict[str, str]:
        """Where each file of before is now, by its path then; without those that are gone."""
        stayed = {path: path for path in base if path in self.files}
        return {then: now for now, then in self.moved.items() if then in base} | stayed


@dataclass(frozen=True, slots=True)
class Combined:
    """The plan with both changes, and the files that git can't merge by itself."""

    source: Source
    unmerged: tuple[str, ...] = ()


def files_of(source: Source, site: Site) -> Files:
    """Read all files that decide what is in a plan."""
    named = (source.read(path) for path in (site.settings.people, *site.settings.readings))
    found = (*source.files(), *(one for one in named if one is not None))
    return {one.path: one.data for one in found if one.finding is None}


def combine(source: Source, base: Files, ours: Side, theirs: Side) -> Combined:
    """Give the plan of a `source`, whose files are `ours`, with what `theirs` changed since `base`. A file
    that one of the two moved is moved, and one that it took out is out.
    """
    above: dict[str, bytes] = {}
    gone: set[str] = set()
    unmerged: list[str] = []
    here, there = ours.paths(base), theirs.paths(base)
    came = {path: path for path in theirs.files if path not in there.values()}
    for then, now in (*there.items(), *came.items()):
        was, other = base.get(then, b""), theirs.files[now]
        mine = here.get(then) if then in base else now if now in ours.files else None
        if mine is None:
            if then not in base:  # the other change's own
                above[now] = other
            continue
        merged = merge_file(now, was, ours.files[mine], other)
        path = now if mine == then else mine
        if path != mine:
            gone.add(mine)
        if path != mine or merged.data != ours.files[mine]:
            above[path] = merged.data
        if not merged.is_clean:
            unmerged.append(path)
    gone |= {now for then, now in here.items() if then not in there}
    return Combined(Overlaid(source, above, frozenset(gone - above.keys())), tuple(unmerged))
