"""Which pages are as they were, and how MkDocs comes to write them as they were.

A build goes its usual way through all pages, for MkDocs, for the other plugins and for the sitemap. Two
things are spared, the two that take long: converting a page's Markdown (`converted.py`), and, once all pages
are converted and every title is known, completing the page and rendering it in its theme. For a page that is
as it was, the theme's template is one that gives what the page's own gave in the build before, and the
search gets the entries that it got.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.incremental import shared
from mkdocs_plans.plugin.incremental.answers import Answers
from mkdocs_plans.plugin.incremental.aside import Aside
from mkdocs_plans.plugin.incremental.before import Before
from mkdocs_plans.plugin.incremental.converted import Conversions, shown_toc
from mkdocs_plans.plugin.incremental.entries import Entries
from mkdocs_plans.plugin.incremental.made import Made
from mkdocs_plans.plugin.incremental.memory import Memory
from mkdocs_plans.plugin.incremental.reads import Read, Reads, digest
from mkdocs_plans.plugin.incremental.served import Served
from mkdocs_plans.plugin.incremental.standing import Standing
from mkdocs_plans.plugin.incremental.store import Found, Store
from mkdocs_plans.plugin.incremental.watch import Watch
from mkdocs_plans.plugin.numbers import Numbers
from mkdocs_plans.render import ALTERNATES, FIGURES, PEOPLE

ERRORS = "404.html"
"""The page that is shown where there is none."""

_TEMPLATE = "plans-as-it-was.html"
_OUTPUT = "plans_as_it_was"


class Pages:
    """The pages of one build. `served` is from the build before."""

    def __init__(
        self, store: Store, build: Build, config: MkDocsConfig, standing: Standing, served: Served
    ) -> None:
        self._store = store
        self._build = build
        self._config = config
        self._served, self._digests = served, served.digests
        self._watch = Watch()
        site = build.site
        written = ",".join(sorted(site.settings.model_fields_set))  # a page may show which are set at all
        self._site = digest(
            shared.of_site(config), repr(site), written, str(site.today), str(build.is_serving)
        )
        self._reads = build.reads = self._reads_of(build)
        before = store.state()
        self._before = Before(before if before.get("site") == self._site else {})  # else no page is as it was
        made = Made(store, build, self._site, self._reads, served)
        build.made = made.files
        if build.is_serving:  # else each file is asked for once
            build.kept = made.of_file
        self._standing = standing
        self._conversions = Conversions(store, self._site, self._watch)
        self._entries = Entries(config)
        self._aside = Aside(store.folder)
        self._nav: Navigation
        self._answers: Answers
        self._common = ""
        self._keys: dict[str, str] = {}
        self._found: dict[str, set[Read]] = {}
        self._looks: dict[str, str] = {}
        self._before_looks: dict[str, str] = {}
        self._new: tuple[Found, str] | None = None
        self._kept: dict[str, Page] = {}
        self._templates: dict[str, Any] = {}
        self._number = 0
        self._watch.begin()

    def _reads_of(self, build: Build) -> Reads:
        """What notes lookups; where a site is served that shows no other plan than that of now, with all that
        is remembered of the build before.
        """
        settings = build.site.settings
        if not build.is_serving or settings.compare_with or settings.history:
            return Reads()
        return self._served.memory(self._site, build.site.today)

    # --- converting ------------------------------------------------------------------------------

    def take_over(self, page: Page) -> None:
        """Have a page's Markdown converted by way of what is kept."""
        self._conversions.take_over(page)

    # --- deciding --------------------------------------------------------------------------------

    def decide(self, nav: Navigation, files: Files, env: Environment, numbers: Numbers) -> None:
        """Find the pages that are as they were, now that all are converted."""
        addresses = {path: file.url for path, file in files.src_uris.items()}
        build = self._build
        self._answers = Answers(build.plan, addresses, self._digests, build.site.today, build.past)
        whole = digest(self._answers.of_all(), self._answers.of_past(), repr(sorted(addresses.items())))
        often = (PEOPLE, FIGURES, *ALTERNATES)
        common = self._common = self._shared(nav, whole, *(addresses.get(path, "") for path in often))
        changed = self._changed(whole)
        places = {id(item): place for place, item in enumerate(shared.items_of(nav.items))}
        people = {page.path for page in self._build.renderer.people_pages}
        before, written = self._before.pages, self._store.written()
        self._standing.look(files)
        for page in self._written(files):
            self._number += 1
            path = page.file.src_uri
            own = shared.of_page(page, places), self._of_plan(path), numbers.said(page), str(path in people)
            self._keys[path] = digest(common, *own)
            key, reads, looks, stamp = before.get(path, ("", (), "", None))
            is_there = path in written and (self._standing.holds(page, stamp) or written[path])
            if key == self._keys[path] and is_there:
                self._before_looks[path] = looks
                if changed.isdisjoint(reads):
                    self._looks[path] = looks
                    self._keep(page)
        ours = DictLoader({_TEMPLATE: f"{{{{ {_OUTPUT} }}}}"})
        env.loader = ChoiceLoader([ours, *([env.loader] if env.loader else [])])
        self._whole = whole

    def _shared(self, nav: Navigation, whole: str, *often: str) -> str:
        """What counts for all pages, to which many lead `often`; where the site marks changes, all that the
        plan says.
        """
        common = digest(self._site, shared.of_menu(nav), self._answers.shared(), *often)
        if self._build.changes is None:
            return common
        base = Answers(self._build.changes.before, {}, {})
        return digest(common, whole, self._answers.texts(), base.of_all(), base.texts())

    def _changed(self, whole: str) -> set[int]:
        """The lookups of the build before that now give something else, by their numbers."""
        if self._before.whole == whole:
            return set()
        return self._before.changed(self._answers.of, self._known_changes)

    @property
    def _known_changes(self) -> set[Read] | None:
        """The lookups that may give something else, if this process knows what the last build left."""
        if not isinstance(self._reads, Memory) or not self._before.is_known or not self._store.is_known:
            return None
        return self._reads.changed

    def _written(self, files: Files) -> Iterator[Page]:
        for file in files.documentation_pages(inclusion=self._build.is_written):
            if (page := file.page) is not None and page.content is not None:
                yield page

    def _of_plan(self, path: str) -> str:
        file = self._build.plan.by_path.get(path)
        findings = self._build.findings_on(path), self._build.errors_elsewhere(path)
        return digest(self._answers.shown(file), repr(findings))

    def _keep(self, page: Page) -> None:
        """Have a page written as it was, unless MkDocs' own themes write the time into it, as into the home
        page.
        """
        if self._config.theme.name == "material" or not page.is_homepage:
            path = page.file.src_uri
            self._kept[path], self._templates[path] = page, page.meta.get("template")
            page.meta["template"] = _TEMPLATE
            page.content = ""  # there is nothing to read

    def let_stand(self, files: Files) -> None:
        """Don't write again what the folder holds as it was, now that all pages are complete."""
        self._standing.begin(files, self._kept.keys())

    # --- making ----------------------------------------------------------------------------------

    @property
    def keeps_all(self) -> bool:
        """Whether all pages are written as they were."""
        return len(self._kept) == self._number

    def keeps(self, page: Page) -> bool:
        """Whether a page is written as it was."""
        return page.file.src_uri in self._kept

    @contextmanager
    def making(self, page: Page) -> Iterator[None]:
        """Note what of the plan goes into a page meanwhile, and whether anything is said of it."""
        path = page.file.src_uri
        with self._reads.noted() as found, self._watch.of(path):
            yield
        self._found[path] = found

    def look_again(self, page: Page, found: object) -> None:
        """Keep a page of which something changed that neither it shows nor the search finds in it, now that
        it is complete. The content of another one isn't needed until it is written.
        """
        path = page.file.src_uri
        self._looks[path] = digest(page.content or "", repr(shown_toc(page.toc)), repr(found))
        if self._before_looks.get(path) == self._looks[path] and path not in self._watch.told:
            self._keep(page)
        if not self.keeps(page):
            self._aside.put(page)

    def before_context(self, page: Page) -> None:
        """Other plugins are about to read a page."""
        self._aside.take_back(page)
        self._entries.begin_page()
        self._watch.page = path = page.file.src_uri
        if self.keeps(page):
            page.meta["template"] = self._templates[path]
            if self._templates[path] is None:
                del page.meta["template"]

    def after_context(self, page: Page, context: TemplateContext) -> None:
        """Have a page that is as it was written so, and found so."""
        if self.keeps(page):
            path = page.file.src_uri
            found = self._store.found(path)
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *found.anchors}
            self._entries.put(found.entries)
            html = "" if path in self._standing.pages else self._standing.text(path)
            html = self._store.html(path) if html is None else html
            context[_OUTPUT] = html  # type: ignore[literal-required]

    def written(self, page: Page, html: str) -> None:
        """Take down a new page as its template gave it, before other plugins work on it."""
        path, self._watch.page, self._new = page.file.src_uri, None, None
        if self.keeps(page):
            return
        if path in self._watch.told or path not in self._looks:
            self._keys.pop(path, None)
        else:
            found = Found(self._entries.of_page(), sorted(page.present_anchor_ids or ()))
            self._new = found, html

    def finished(self, page: Page, *, is_as_given: bool) -> None:
        """A page is about to be written, as its template gave it or otherwise: keep it for the next build,
        unless that finds it in the site. What is served stands in a folder that is gone with the server.
        """
        may_stand = self._standing.finished(page, is_as_given=is_as_given)
        if self._new is not None:
            found, html = self._new
            is_found_there = may_stand and not self._build.is_serving
            self._store.keep_written(page.file.src_uri, found, None if is_found_there else html)
        page.content = page.markdown = ""  # which nobody reads any more

    # --- the page of errors -----------------------------------------------------------------------

    def page_of_errors(self, template: Template) -> Template:
        """The template of the page that is shown where there is none, or one that gives what it gave: it
        takes the whole theme to compile.
        """
        kept = self._store.made(ERRORS, self._common).get(ERRORS)
        if kept is None or self._config.theme.name != "material":
            return template
        return Environment().from_string(f"{{{{ {_OUTPUT} }}}}", {_OUTPUT: kept.decode("utf-8")})

    def keep_page_of_errors(self, html: str) -> None:
        """Keep that page as its template gave it."""
        self._store.keep_made(ERRORS, self._common, {ERRORS: html.encode("utf-8")})

    # --- ending ----------------------------------------------------------------------------------

    def end(self) -> tuple[int, int]:
        """Keep what the next build goes by. Give the number of pages, and of those that were kept."""
        self._watch.end()
        self._aside.end()
        self._standing.end()
        before, changes = self._before, self._known_changes
        numbers, of_pages = before.numbered(self._keys, self._found)
        pages = {
            path: (key, of_pages[path], self._looks[path], self._standing.stamp(path))
            for path, key in self._keys.items()
        }
        known = before.answers(set() if before.whole == self._whole else changes)
        found = [(*read, known.get(read) or self._answers.of(read)) for read in numbers]
        for gone in self._digests.keys() - {id(file) for file in self._build.plan.files}:
            del self._digests[gone]
        self._store.end({"site": self._site, "whole": self._whole, "reads": found, "pages": pages})
        if isinstance(self._reads, Memory):
            self._reads.changed = set()
        return self._number, len(self._kept)

    def abandon(self) -> None:
        """Leave what is kept as it was."""
        self._watch.end()
        self._aside.end()
        self._store.abandon()
        self._standing.end()
