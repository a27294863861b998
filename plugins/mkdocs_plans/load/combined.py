"""A plan with a change that was made somewhere else, as a source: what it would be if that were merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.settings import Site
from mkdocs_plans.source import MARKDOWN, File, Source, merge_file


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source that was read once: all files that decide what is in a plan, by path."""

    kept: Mapping[str, File]

    @classmethod
    def of(cls, source: Source, site: Site) -> KeptSource:
        """Read them."""
        named = (source.read(path) for path in (site.settings.people, *site.settings.readings))
        found = (*source.files(), *(one for one in named if one is not None))
        return cls({one.path: one for one in found})

    def files(self) -> Iterator[File]:
        """Give each Markdown file, in the order of their paths."""
        pages = (file for path, file in self.kept.items() if path.endswith(MARKDOWN) or file.finding)
        yield from sorted(pages, key=lambda file: file.path.split("/"))

    def read(self, path: str) -> File | None:
        """Give one file."""
        return self.kept.get(path)

    @property
    def texts(self) -> dict[str, bytes]:
        """The bytes of each file that could be read."""
        return {path: file.data for path, file in self.kept.items() if file.finding is None}


@dataclass(frozen=True, slots=True)
class Side:
    """The plan as one change has it, and the path before of each file that moved, by its path now. Others may
    be named too.
    """

    source: KeptSource
    moved: Mapping[str, str]

    def paths(self, base: Mapping[str, bytes]) -> dict[str, str]:
        """Where each file of before is now, by its path then; without those that are gone."""
        stayed = {path: path for path in base if path in self.source.kept and path not in self.moved}
        return {then: now for now, then in self.moved.items() if then in base} | stayed


@dataclass(frozen=True, slots=True)
class Combined:
    """The plan with both changes, and the files that git can't merge by itself."""

    source: KeptSource
    unmerged: tuple[str, ...] = ()


def combine(base: KeptSource, ours: Side, theirs: Side) -> Combined:
    """Give the plan of `ours` with what `theirs` changed since `base`. A file that one of the two moved is
    moved, and one that it took out is out.
    """
    before, texts, others = base.texts, ours.source.texts, theirs.source.texts
    files = dict(ours.source.kept)
    unmerged: list[str] = []
    here, there = ours.paths(before), theirs.paths(before)
    came = {path: path for path in others if path not in there.values()}
    for then, now in (*there.items(), *came.items()):
        if now not in others or (then in before and then == now and others[now] == before[then]):
            continue  # as it was, or not to be read
        mine = here.get(then) if then in before else now if now in files else None
        if mine is None:
            if then not in before:  # the other change's own
                files[now] = File(now, others[now])
            continue
        if mine not in texts:
            continue  # not to be read either
        merged = merge_file(now, before.get(then, b""), texts[mine], others[now])
        is_taken = mine == then != now and now in files  # by another file: it stays where it is
        path = now if mine == then and not is_taken else mine
        files.pop(mine)
        files[path] = File(path, merged.data)
        if is_taken or not merged.is_clean:
            unmerged.append(now if is_taken else path)
    for then, now in here.items():
        if then not in there:
            files.pop(now, None)
    return Combined(KeptSource(files), tuple(unmerged))
