"""The plugin as MkDocs calls it: hooks of a few lines each, which hand over to the modules beside this one.

One build runs through `on_config` (what site is this), `on_pre_build` (read and check the plan, and
stop here if it must, while the published folder is still whole), `on_files` before and after the other
plugins, `on_nav`, for each page `on_page_markdown`, and `on_env` (put what the plan knows into the pages).
What is written is looked at once more (`on_post_page`, `on_post_template`, `on_post_build`). Where anything
fails on the way, in any plugin, `on_build_error` puts back what was published before.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from mkdocs_plans.plugin import front_matter, navigation, neighbours, site_config
from mkdocs_plans.plugin.alternates import Alternates
from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.collector import (
    collect_as_before,
    collect_seldom,
    collector_at_rest,
    go_on,
    rest,
    set_aside,
    take_back,
)
from mkdocs_plans.plugin.content import Contents
from mkdocs_plans.plugin.failures import explain_failures
from mkdocs_plans.plugin.files import SiteFiles
from mkdocs_plans.plugin.incremental import ERRORS, Incremental
from mkdocs_plans.plugin.kept_site import KeptSite
from mkdocs_plans.plugin.log import LOG, will_be_aborted
from mkdocs_plans.plugin.numbers import Numbers
from mkdocs_plans.plugin.previews import put_in_preview
from mkdocs_plans.plugin.search import Search
from mkdocs_plans.plugin.shared_menu import share_menu
from mkdocs_plans.plugin.theme_templates import CompiledTemplates, give_quickly
from mkdocs_plans.plugin.then import Then
from mkdocs_plans.plugin.views import has_views, without_comments
from mkdocs_plans.plugin.written_pages import WrittenPages

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

FIRST, LAST = 100, -110
"""Before and after all other plugins: those that want to be last have -100."""

OUTERMOST = 1000
"""Before what comes first, and after what comes last."""


class PlansConfig(Config):
    """Empty: the settings have a schema of their own, which the command line shares."""


class PlansPlugin(BasePlugin[PlansConfig]):
    """Publishes the plan in `docs_dir`."""

    def __init__(self) -> None:
        self._options: dict[str, Any] = {}
        self._is_serving = self._is_dirty = False
        self._is_first = True
        self._base, self._then = Base(), Then()
        self._kept = KeptSite()
        self._incremental = Incremental()
        self._compiled = CompiledTemplates()
        self._written = WrittenPages()
        self._menu: object = None
        self._omitted: int | None = None
        self._markdown: str | None = None
        self._build: Build
        self._nav: Navigation
        self._files: SiteFiles
        self._contents: Contents
        self._alternates: Alternates
        self._numbers: Numbers
        self._search: Search

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options for `on_config`: our own schema reads them, and reports in our own way."""
        self._options = options
        return super().load_config({}, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this run may stop on errors; defining this keeps the plugin over rebuilds."""
        self._is_serving, self._is_dirty = command == "serve", dirty
        self._kept.put_back(is_all_over=True)  # what a run before this one may have left, in a program

    @event_priority(FIRST)
    def _on_config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have templates at hand before other plugins ask for any."""
        give_quickly(config.theme, self._compiled)
        return config

    @event_priority(LAST)
    @explain_failures
    def _on_config_last(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site's facts out of MkDocs' configuration, and have our assets linked."""
        if self._is_serving:
            self._forget()
            rest()
        else:
            take_back()
            collect_seldom()
        # Last, because other plugins set `docs_dir`, `exclude_docs` or the language here.
        self._then.put_back(config)
        site = self._then.take(site_config.read_site(config, self._options), config)
        custom_dir = config.theme.custom_dir
        overrides = Path(custom_dir, "plans") if custom_dir else None
        self._build = Build(
            site, overrides, self._base, is_serving=self._is_serving, strict=bool(config.strict)
        )
        site_config.link_assets(config)
        self._search = Search(config, self._before_search, self._after_search)
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_last)

    def _forget(self) -> None:
        """Let go of what the last build made."""
        self._menu = None
        for name in ("_build", "_nav", "_files", "_contents", "_alternates", "_numbers", "_search"):
            vars(self).pop(name, None)

    @event_priority(LAST)
    @explain_failures
    @collector_at_rest()
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the plan before MkDocs empties the published folder, and keep what is in it."""
        # MkDocs empties `site_dir` right after this hook.
        self._build.read()
        self._files = SiteFiles(self._build, config)
        if not self._is_dirty:
            self._incremental.begin(self._build, config, self, self._kept)
        self._keep(config)
        if self._kept.is_outermost:
            self._written = WrittenPages()
        if not self._is_serving or self._is_first:
            set_aside(
                len(self._build.loaded.plan.files)
            )  # while serving: the plan, of which a save changes little
        self._is_first = False

    def _keep(self, config: MkDocsConfig) -> None:
        """Keep the site as it is: what is served only where pages of it may stand as they are."""
        if self._is_serving:
            self._kept.put_back(is_all_over=True)  # a build that was broken off; it holds no others
        if self._incremental.is_on or not (self._is_serving or self._is_dirty):
            self._kept.begin(Path(config.site_dir))

    @event_priority(FIRST)
    @explain_failures
    def _on_files_first(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out what isn't published, and add our pages before other plugins look for them."""
        return self._files.add(files)

    @event_priority(LAST)
    @explain_failures
    def _on_files_last(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Go by what other plugins took out and added, and make the menu."""
        nav, files = config.nav, self._files.settle(files)
        self._menu = config.nav if nav is None else None
        self._contents = Contents(self._build, files, self._search, self._incremental)
        self._alternates = Alternates(self._build, files)
        self._numbers = Numbers(self._build)
        return files

    on_files = CombinedEvent(_on_files_first, _on_files_last)

    @event_priority(OUTERMOST)
    @explain_failures
    def _on_nav_first(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have MkDocs not count what another plugin's menu leaves out: it would warn of each page of ours."""
        self._omitted = config.validation.nav.omitted_files if neighbours.count_omitted(config) else None
        if self._omitted is not None:
            config.validation.nav.omitted_files = logging.DEBUG
        return nav

    @event_priority(LAST)
    @explain_failures
    def _on_nav_last(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the pages that are in no menu their place: section, previous, next."""
        if self._omitted is not None:
            config.validation.nav.omitted_files = self._omitted
            navigation.tell_omitted(nav, files, self._build, self._omitted)
        navigation.tell_unreached(nav, files, self._build)
        navigation.place(nav, files, config, self._build)
        self._nav = nav
        return nav

    on_nav = CombinedEvent(_on_nav_first, _on_nav_last)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Have a page that is as it was converted without reading it anew."""
        self._incremental.take_over(page)
        return page

    @event_priority(FIRST)
    @explain_failures
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make the page's keys safe for a theme that escapes none."""
        front_matter.prepare(page, markdown, self._build)
        return markdown

    @event_priority(FIRST)
    @explain_failures
    def _on_page_content_first(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Complete the page where other plugins look at its content; else all are completed at once."""
        self._markdown = page.markdown
        if neighbours.read_content(config, self):
            page.markdown = without_comments(page.markdown or "")
            page.content = html = self._contents.completed(html, page)  # rss reads these two
        return html

    @event_priority(LAST)
    def _on_page_content_last(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave the page's text as it was: the blog makes an excerpt of it later, views included."""
        page.markdown = self._markdown
        return html

    on_page_content = CombinedEvent(_on_page_content_first, _on_page_content_last)

    @explain_failures
    @collector_at_rest()
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Put what the plan knows around and into the pages, now that all are converted."""
        if self._incremental.is_on and not self._is_serving:  # no other plugin makes pages from here on
            self._build.let_go_of_sources()
        self._incremental.decide(self._nav, files, env, self._numbers)
        # MkDocs has converted every page now and written none. The search reads a page later, in its own
        # `on_page_context`, and so finds what we put in here.
        self._contents.complete_all()
        self._build.stop_on_unexpanded()
        self._incremental.let_stand(files)
        if not self._incremental.keeps_all:
            share_menu(env, self._nav)
        if not self._is_serving:  # else it would pile up
            set_aside(len(self._build.loaded.plan.files))
        return env

    @event_priority(OUTERMOST)
    def _before_others(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let other plugins have nothing to do with a page that is as it was."""
        self._incremental.before_context(page)
        return context

    @event_priority(FIRST)
    def _before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the search what is worth finding."""
        self._search.give(page)
        return context

    @event_priority(LAST)
    def _after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Leave the page as its readers see it."""
        self._search.take_back(page)
        self._numbers.rank(page, config)
        return context

    @event_priority(-OUTERMOST)
    @explain_failures
    def _after_others(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Have a page that is as it was written as it was."""
        self._incremental.after_context(page, context)
        return context

    on_page_context = CombinedEvent(_before_others, _before_search, _after_search, _after_others)

    @event_priority(OUTERMOST)
    def _on_post_page_first(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Lead to the data, and keep a new page for the next build."""
        if not self._incremental.keeps(page):
            output = self._alternates.put_in(output, page)
        self._incremental.written(page, output)
        return output

    @event_priority(LAST)
    @explain_failures
    def _on_post_page_last(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put views in the place of comments that came by another way than the page's content, and say what
        the page is about, where nobody else has.
        """
        self._written.add(page.file.abs_dest_path)
        has_more = has_views(output)
        self._incremental.finished(page, is_as_given=not has_more)
        output = self._contents.with_views(output, page) if has_more else output
        return put_in_preview(output, page, config)

    on_post_page = CombinedEvent(_on_post_page_first, _on_post_page_last)

    def on_pre_template(self, template: Template, *, template_name: str, config: MkDocsConfig) -> Template:
        """Have the page of errors written as it was."""
        return self._incremental.page_of_errors(template) if template_name == ERRORS else template

    @event_priority(OUTERMOST)
    def _on_post_template_first(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep it for the next build."""
        if template_name == ERRORS:
            self._incremental.keep_page_of_errors(output)
        return output

    @event_priority(LAST)
    @explain_failures
    def _on_post_template_last(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Likewise in the pages that have no file, as the one of errors."""
        root = urlsplit(config.site_url or "/").path
        if not template_name.endswith(".html") or not has_views(output_content):
            return output_content
        return self._contents.with_views_at(output_content, template_name, root)

    on_post_template = CombinedEvent(_on_post_template_first, _on_post_template_last)

    @event_priority(FIRST)
    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        """Leave the configuration as it was: a plugin may build once more with it."""
        if self._menu is not None and config.nav is self._menu:
            config.nav = None

    @event_priority(LAST)
    @explain_failures
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        """Look for views that no page has; then the new site is whole, and the old one not needed."""
        if self._kept.is_outermost:
            for path in self._written.with_views_left(Path(config.site_dir)):
                self._build.tell_unexpanded(path, "the comment that places a view is still in this page")
        self._build.stop_on_unexpanded()
        if self._is_serving or not will_be_aborted(is_strict=bool(config.strict)):
            self._kept.end()
        self._incremental.end()
        if self._is_serving:
            go_on()
        else:
            collect_as_before()

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_build_error(self, *, error: Exception) -> None:
        """Put back what was published before."""
        if self._is_serving:
            go_on()
        else:
            collect_as_before()
        self._incremental.abandon()
        if self._kept.put_back() and not self._is_serving:
            LOG.info("The build failed: the published folder is as it was before")

    def on_shutdown(self) -> None:
        """Likewise where the build was broken off."""
        self._incremental.abandon()
        self._kept.put_back(is_all_over=True)
