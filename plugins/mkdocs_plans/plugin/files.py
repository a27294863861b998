"""Which files the site has beside its own (generated pages, the style sheet), and which it lacks.

Twice in a build: `add` before other plugins look at the files, so that they know of our pages, and `settle`
after them, so that the plan is what they leave of it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_plans.load import kind_of, type_words
from mkdocs_plans.load.own_fields import allowed_by
from mkdocs_plans.model import Strategy, Theme
from mkdocs_plans.plugin import navigation, neighbours
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.data import Data
from mkdocs_plans.plugin.generated import Generated
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.render import PEOPLE, SitePage, assets
from mkdocs_plans.source import MARKDOWN, read_document


class SiteFiles:
    """The files of one build."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self._build = build
        self._config = config
        self._generated = Generated(on_disk=neighbours.may_read_files(config))
        self._data = Data(build)
        self._added: set[str] = set()

    def add(self, files: Files) -> Files:
        """Take out what isn't published, add what we generate."""
        self._take_out(files)
        if not neighbours.drops_generated(self._config):
            self._build.settle({file.src_uri for file in self._published(files)}, {})
            self._put_in(files)
        return files

    def settle(self, files: Files) -> Files:
        """Go by what the other plugins took out and added; lay out the menu."""
        refused = self._added - files.src_uris.keys()
        self._build.settle({file.src_uri for file in self._published(files)}, self._made_by_others(files))
        self._take_out(files)
        wanted = self._put_in(files, refused)
        for path in self._added - wanted:
            if file := files.get_file_from_path(path):
                files.remove(file)
        pages = [page.path for page in self._pages() if page.path in wanted]
        neighbours.without_history(pages, self._config)
        neighbours.tell_languages(files, self._config)
        self._lay_out(files, pages)
        return files

    @cached_property
    def _assets(self) -> Mapping[str, bytes]:
        return self._build.made("assets", "", self._make_assets, False)

    def _make_assets(self) -> Mapping[str, bytes]:
        made = assets(allowed_by(self._build.site.settings), self._build.plan.themes.values())
        return {path: text.encode("utf-8") for path, text in made.items()}

    def _pages(self) -> tuple[SitePage, ...]:
        renderer = self._build.renderer
        return *renderer.people_pages, *renderer.pages, *renderer.part_pages, *renderer.removed_pages

    def _put_in(self, files: Files, refused: Collection[str] = ()) -> set[str]:
        """Add what isn't there yet, and give the paths of all that belongs there. A page that somebody wrote
        at the same address takes the place of ours, and one that a plugin took out stays away.
        """
        others = {file.url for file in files.documentation_pages() if file.src_uri not in self._added}
        wanted = set()
        for page in self._pages():
            there = files.src_uris.get(page.path) if page.path in self._added else None
            if page.path not in refused:
                file = there or self._generated.page(page, self._config)
                if file.url not in others:
                    wanted.add(page.path)
                    if there is None:
                        files.append(file)
        for path, data in self._assets.items():
            wanted.add(path)
            if path not in files.src_uris and path not in refused:
                files.append(self._generated.asset(path, data, self._config))
        wanted |= self._put_in_data(files, refused)
        self._added |= wanted
        return wanted

    def _put_in_data(self, files: Files, refused: Collection[str]) -> set[str]:
        """Add the plan as data, or bring what was added up to date. A file that stands in the site's folder
        takes the place of ours.
        """
        wanted = set()
        for path, data in self._data.files(files).items():
            there = files.src_uris.get(path)
            if path in refused or (there is not None and path not in self._added):
                continue
            wanted.add(path)
            if there is None:
                files.append(self._generated.data(path, data, self._config))
            else:
                self._generated.renew(there, data)
        return wanted

    def _lay_out(self, files: Files, pages: list[str]) -> None:
        build, config = self._build, self._config
        pages_of = build.renderer
        below = (*pages_of.people_pages, *pages_of.part_pages, *pages_of.removed_pages)
        navigation.keep_out_of_menu(files, (page.path for page in below if page.path != PEOPLE))
        if neighbours.make_menu(files, config):
            return  # they couldn't list what is kept out
        if config.nav is None:
            navigation.keep_out_of_menu(files, _out_of_menu(build))
            config.nav = navigation.menu(files, config, build)
        else:
            lacking = {*self._unpublished(), *navigation.lacking(files), *self._not_there_then(files)}
            config.nav = navigation.without(config.nav, lacking)
            navigation.keep_out_of_menu(files, (*pages, *build.plan.by_path))

    def _published(self, files: Files) -> Iterator[File]:
        """The pages that this build writes."""
        for file in files:
            if self._build.is_written(file.inclusion):
                yield file

    def _unpublished(self) -> Iterator[str]:
        """The plan files that were read and that this build doesn't show."""
        shown = self._build.plan.by_path
        return (path for path in self._build.loaded.plan.by_path if path not in shown)

    def _not_there_then(self, files: Files) -> set[str]:
        """The pages that the menu of now names, and that a past state didn't have."""
        if self._build.site.as_of is None:
            return set()
        missing = {path for path in navigation.named(self._config.nav) if path not in files.src_uris}
        if missing:
            LOG.info(f"The menu lacks pages that weren't there then (at): {', '.join(sorted(missing))}")
        return missing

    def _take_out(self, files: Files) -> None:
        """Take out the people file and the tables of readings, which may speak of drafts, by whatever name or
        link they are there, and what isn't published.
        """
        settings, folder = self._build.site.settings, Path(self._config.docs_dir)
        kept = {_identity(folder / path) for path in (settings.people, *settings.readings)}
        kept -= {None}
        for file in list(files):
            if kept and file.abs_src_path and _identity(file.abs_src_path) in kept:
                files.remove(file)
        for path in self._unpublished():
            if found := files.src_uris.get(path):
                files.remove(found)

    def _made_by_others(self, files: Files) -> dict[str, bytes]:
        """The plan files that stand in no file of the site's folder, as path and content."""
        made = {}
        words = type_words(self._build.site.settings)
        for file in self._published(files):
            is_ours = file.src_uri in self._added or not file.src_uri.endswith(MARKDOWN)
            where = os.path.normpath(os.path.join(self._config.docs_dir, file.src_uri))  # noqa: PTH118 - fast
            if not is_ours and file.abs_src_path != where:
                document = read_document(file.src_uri, file.content_bytes)
                if kind_of(document, words) is not None or any(document.view_comments()):
                    made[file.src_uri] = file.content_bytes
        return made


def _identity(path: Path | str) -> tuple[int, int] | None:
    """What is the same for one file under all its names; None where there is no file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - fast
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _out_of_menu(build: Build) -> Iterator[str]:
    """The plan files that stand in no menu: all but themes and strategies, and those where they are
    many.
    """
    in_menu = navigation.has_strategies_in_menu(build.plan)
    for file in build.plan.files:
        if not (in_menu and isinstance(file, (Theme, Strategy))):
            yield file.path
