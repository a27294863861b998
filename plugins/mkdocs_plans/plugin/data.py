"""The plan as data, in the files of the site below `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from mkdocs.structure.files import Files

from mkdocs_plans.errors import ToolError
from mkdocs_plans.outputs.plan.export import Export, files_of, silent_about
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
            self._made_of, self._made = made_of, self._make(*made_of)
        return self._made

    def _make(self, plan: Plan, pages: Mapping[str, str]) -> Mapping[str, bytes]:
        site = self._build.site
        shown = silent_about(self._build.loaded.plan.plans.keys() - plan.plans.keys(), plan)

        def address(path: str) -> str | None:
            return urljoin(site.url, pages[path]) if site.url and path in pages else None

        export = Export(Phrases.of(shown, site), address, commit_of(site.docs_dir))
        made: dict[str, bytes] = {}
        for format_ in site.settings.data:
            try:
                made |= files_of(format_, export)
            except ToolError as error:
                LOG.warning(f"the plan isn't published as {error}")
        return {f"{FOLDER}/{path}": data for path, data in made.items()}
