"""The plan as data, in the files of the site below `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from urllib.parse import urljoin

from mkdocs.structure.files import Files

from mkdocs_plans.errors import ToolError
from mkdocs_plans.history import History
from mkdocs_plans.outputs.plan.export import OF_THE_PAST, WITHOUT_TEXTS, Export, files_of, silent_about
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.settings.data_files import FOLDER
from mkdocs_plans.source.revision import commit_of
from mkdocs_plans.wording.phrases import Phrases


class Data:
    """The data of one build, made anew only where the plan or an address of it changes on the way."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._made_of: tuple[Plan, Mapping[str, str]] | None = None
        self._made: Mapping[str, bytes] = {}

    def files(self, files: Files) -> Mapping[str, bytes]:
        """The files by their paths in the site."""
        site = self._build.site
        if not site.settings.data:
            return {}
        made_of = self._build.plan, {file.src_uri: file.url for file in files.documentation_pages()}
        if self._made_of is None or made_of[0] is not self._made_of[0] or made_of[1] != self._made_of[1]:
            self._made_of, self._made = made_of, self._kept_or_made(*made_of)
        return self._made

    def _kept_or_made(self, plan: Plan, pages: Mapping[str, str]) -> Mapping[str, bytes]:
        site = self._build.site
        hidden = self._build.loaded.plan.plans.keys() - plan.plans.keys()
        revision = site.as_of.commit if site.as_of else commit_of(site.docs_dir)

        @cache
        def address(path: str) -> str | None:
            return urljoin(site.url, pages[path]) if site.url and path in pages else None

        beside = repr((sorted(pages.items()), sorted(hidden), revision))
        history = self._build.past.history if self._build.past else None
        shown = Phrases.of(silent_about(hidden, plan) if hidden else self._build.renderer.plan, site)
        export = Export(shown, address, revision, history=history)
        if not hidden:
            export = replace(export, kept=partial(self._build.kept, beside))
        made: dict[str, bytes] = {}
        for format_ in site.settings.data:
            make = partial(_files, format_, export)
            made_of = beside + (repr(_newest(history)) if format_ in OF_THE_PAST else "")
            made |= self._build.made(f"{FOLDER} {format_}", made_of, make, format_ not in WITHOUT_TEXTS)
        return {f"{FOLDER}/{path}": data for path, data in made.items()}


def _newest(history: History | None) -> tuple[str | None, ...]:
    """The commits between which a history is known: what it says follows from them."""
    ends = (*history.events[:1], history.base) if history else ()
    return tuple(one.commit if one else None for one in ends)


def _files(format_: str, export: Export) -> Mapping[str, bytes]:
    """The files of a format; none, and said so, where the plan can't be written in it."""
    try:
        return files_of(format_, export)
    except ToolError as error:
        LOG.warning(f"the plan isn't published as {error}")
        return {}
