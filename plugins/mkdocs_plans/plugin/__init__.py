"""The MkDocs adapter: hooks of a few lines each, which hand over to the modules beside this one.

One build runs through `on_config` (what site is this), `on_pre_build` (read and check the plan, and
stop here if it must, while the published folder is still whole), `on_files`, `on_nav`, for each page
`on_page_markdown`, `on_env` (put what the plan knows into the pages), and around the site's search
`on_page_context`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from mkdocs_plans.plugin import content, files, navigation, site_config
from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.collector import collector_at_rest

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class PlansConfig(Config):
    """Empty: the settings have a schema of their own, which the command line shares."""


class PlansPlugin(BasePlugin[PlansConfig]):
    """Publishes the plan in `docs_dir`."""

    def __init__(self) -> None:
        self._options: dict[str, Any] = {}
        self._command = "build"
        self._base = Base()
        self._build: Build

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options for `on_config`: our own schema reads them, and reports in our own way."""
        self._options = options
        return super().load_config({}, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this run may stop on errors; defining this keeps the plugin over rebuilds."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site's facts out of MkDocs' configuration, and have our assets linked."""
        site = site_config.read(config, self._options)
        custom_dir = config.theme.custom_dir
        overrides = Path(custom_dir, "plans") if custom_dir else None
        self._build = Build(site, overrides, self._command == "serve", self._base)
        site_config.link_assets(config)
        return config

    @collector_at_rest()
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the plan before MkDocs empties the published folder."""
        self._build.read(strict=config.strict)

    def on_files(self, files_: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the assets, take out what isn't published."""
        return files.arrange(files_, config, self._build)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the pages that are in no menu their place: section, previous, next."""
        navigation.place(nav, files, config, self._build)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make the page's title and description safe for a theme that escapes neither."""
        content.prepare(page, self._build)
        return markdown

    @collector_at_rest()
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Put what the plan knows around and into the pages, now that all are converted."""
        content.complete(files, self._build)
        return env

    @event_priority(50)
    def _before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the search find a plan's page by its number."""
        content.number_for_search(page, self._build)
        return context

    @event_priority(-50)
    def _after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Leave the page as its readers see it."""
        content.without_number(page)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)
