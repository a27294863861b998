"""The menu, and the place of the pages that are in none.

Material renders the whole menu into every page, so its size counts twice: themes and strategies are
in it while they are few, tactics, teams and statements never. Those have a section, previous and next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from mkdocs_plans.model import PlanFile, Theme, person_path, plain_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.generated import address
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.render import (
    CHANGES,
    FIGURES,
    HOME,
    PEOPLE,
    SECTIONS,
    SHEET,
    STRATEGIES,
    TACTICS,
    TEAMS,
)
from mkdocs_plans.source import MARKDOWN
from mkdocs_plans.wording.html_text import escape_for_theme

MENU_LIMIT = 100
"""How many themes and strategies together the menu takes. Our convention: each page carries the
whole menu, so that a longer one is paid for on every page.
"""


def has_strategies_in_menu(plan: Plan) -> bool:
    """Whether the plan is small enough for its themes and strategies to stand in the menu."""
    return len(plan.themes) + len(plan.strategies) <= MENU_LIMIT


def keep_out_of_menu(files: Files, paths: Iterable[str]) -> None:
    """Mark pages as meant to be in no menu, so that MkDocs doesn't miss them there."""
    for path in paths:
        file = files.get_file_from_path(path)
        if file is not None and file.inclusion is not InclusionLevel.EXCLUDED:
            file.inclusion = InclusionLevel.NOT_IN_NAV


def menu(files: Files, config: MkDocsConfig, build: Build) -> list[Any]:
    """The menu of a site that sets no `nav`: home, our pages in their sections, then the author's own."""
    by_url = {file.url: file.src_uri for file in files.documentation_pages()}
    there = {
        path: by_url[url]
        for section in SECTIONS
        for path in section
        if (url := address(config, path)) in by_url
    }
    if (figures := files.src_uris.get(there.get(FIGURES, ""))) and not figures.generated_by:
        del there[FIGURES]  # the author's own stands where the author's guide does
    pages = (*build.renderer.pages, *build.renderer.people_pages)
    titles = {page.path: escape_for_theme(page.title) for page in pages}
    items: list[Any] = []
    for section in SECTIONS:
        below = list(_strategies(build.plan)) if STRATEGIES in section else []
        if found := [path for path in section if path in there]:
            items.append(_section(titles[found[0]], [there[path] for path in found], below))
    if (home := files.src_uris.get(there.get(HOME, ""))) and home.generated_by:
        items[0] = {build.renderer.home: items[0]}  # an author's own has a title of its own
    return [*items, *nest_paths(_others(files, build.plan, there.values()))]


def _section(title: str, pages: list[str], below: list[Any]) -> Any:
    """A page alone, or several under the name of the first; what is below that comes next."""
    first, *others = pages
    return {title: [first, *below, *others]} if below or others else first


def without(nav: Any, paths: Collection[str]) -> Any:
    """The site's own `nav` without some pages, and without the sections that this leaves empty."""
    if isinstance(nav, dict):
        pairs = ((title, without(item, paths)) for title, item in nav.items())
        return {title: item for title, item in pairs if item} or None
    if isinstance(nav, list):
        return [item for item in (without(item, paths) for item in nav) if item]
    return None if nav in paths else nav


def named(nav: Any) -> Iterator[str]:
    """The pages that the site's own `nav` names."""
    if isinstance(nav, str) and nav.endswith(MARKDOWN):
        yield nav
    elif isinstance(nav, dict | list):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from named(item)


def lacking(files: Files) -> set[str]:
    """The pages of ours that this site doesn't have, as its plan has nothing for them to show."""
    return {path for section in SECTIONS for path in section} - files.src_uris.keys()


def _strategies(plan: Plan) -> Iterator[Any]:
    """Themes as sections with their strategies, then the strategies that have none; nothing where they
    are many. Material writes a section's title as it stands.
    """
    if not has_strategies_in_menu(plan):
        return
    for theme in plan.themes.values():
        title = escape_for_theme(plain_text(theme.title))
        yield {title: [theme.path, *(s.path for s in plan.strategies_of(theme))]}
    yield from (strategy.path for strategy in plan.strategies_of(None))


def _others(files: Files, plan: Plan, ours: Collection[str]) -> Iterator[str]:
    for file in files.documentation_pages():
        known = file.src_uri in plan.by_path or file.src_uri in ours
        if not known and file.inclusion.is_in_nav():
            yield file.src_uri


def place(nav: Navigation, files: Files, config: MkDocsConfig, build: Build) -> None:
    """Give pages that are in no menu their section, so that the theme marks the tab they belong to,
    and their neighbours.
    """
    in_menu = {page.url: page for page in nav.pages}
    for theme in build.plan.themes.values():
        _make_index(theme, files)
    people = PEOPLE, map(person_path, build.plan.people)
    removed = CHANGES, (page.path for page in build.renderer.removed_pages)
    parts = groupby(build.renderer.part_pages, key=lambda page: page.above)
    of_pages = [(above, [page.path for page in group]) for above, group in parts]
    for above, group in (*_groups(build.plan), people, removed, *of_pages):
        pages = [page for path in group if (page := _page_of(path, files)) and page.url not in in_menu]
        parent = in_menu.get(address(config, above))
        for page in pages:
            page.parent = parent  # type: ignore[assignment]
        for before, after in pairwise(pages):
            before.next_page, after.previous_page = after, before


def tell_omitted(nav: Navigation, files: Files, build: Build, level: int) -> None:
    """Log, as MkDocs would, which pages of the site's own the menu leaves out."""
    listed = {page.file.src_uri for page in nav.pages}
    own = (file for file in files.documentation_pages() if not _is_ours(file, build))
    omitted = [file.src_uri for file in own if file.inclusion.is_in_nav() and file.src_uri not in listed]
    if omitted:
        LOG.log(level, f"These pages are not included in the menu: {', '.join(omitted)}")


def tell_unreached(nav: Navigation, files: Files, build: Build) -> None:
    """Say so where the menu leads to nothing of the plan, and offer what it could lead to."""
    if not any(_is_ours(page.file, build) for page in nav.pages):
        first = ", ".join(section[0] for section in SECTIONS if section[0] in files.src_uris)
        LOG.info(f"The menu leads to no page of the plan. Add the ones you want: {first}")


def _is_ours(file: File, build: Build) -> bool:
    return file.src_uri in build.plan.by_path or file.generated_by == "plans"


def _make_index(theme: Theme, files: Files) -> None:
    """Have the theme's page open its section of the menu, where the site uses `navigation.indexes`.

    Material takes a section's index from the name of its file, and by now the page's address is
    settled.
    """
    file = files.get_file_from_path(theme.path)
    if file is not None and file.url and isinstance(getattr(file.page, "parent", None), Section):
        file.name = "index"


def _page_of(path: str, files: Files) -> Page | None:
    found: File | None = files.get_file_from_path(path)
    return found.page if found else None


def _groups(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    """Neighbours: the statements, the strategies of a theme, the tactics of a strategy, the teams;
    each with the generated page that they belong to.
    """
    for above, files in _plan_groups(plan):
        yield above, (file.path for file in files)


def _plan_groups(plan: Plan) -> Iterator[tuple[str, Sequence[PlanFile]]]:
    yield SHEET, [*plan.visions, *plan.missions, *plan.values]
    if not has_strategies_in_menu(plan):
        themes: list[Theme | None] = [*plan.themes.values(), None]
        yield STRATEGIES, list(plan.themes.values())
        for theme in themes:
            yield STRATEGIES, plan.strategies_of(theme)
    placed = set()
    for strategy in plan.strategies.values():
        tactics = plan.tactics_of(strategy)
        placed |= {tactic.id for tactic in tactics}
        yield TACTICS, tactics
    yield TACTICS, [tactic for tactic in plan.tactics.values() if tactic.id not in placed]
    yield TEAMS, list(plan.teams.values())
