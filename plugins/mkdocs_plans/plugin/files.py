"""Which files the site has beside its own (generated pages, the style sheet), and which it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_plans.model import Strategy, Theme
from mkdocs_plans.plugin import navigation
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import STYLE_SHEET, plain, style_sheet


def arrange(files: Files, config: MkDocsConfig, build: Build) -> Files:
    """Take out the people file and what isn't published, add what we generate, lay out the menu."""
    for path in (build.site.settings.people, *_unpublished(build)):
        if file := files.get_file_from_path(path):
            files.remove(file)
    taken = {file.url for file in files.documentation_pages()}
    generated = [page for page in _pages(config, build) if page.url not in taken]
    for page in generated:
        files.append(page)
    files.append(File.generated(config, STYLE_SHEET, content=style_sheet()))
    navigation.keep_out_of_menu(files, _out_of_menu(build))
    if config.nav is None:
        config.nav = navigation.menu(files, config, build)
    else:
        config.nav = navigation.without(config.nav, set(_unpublished(build)))
        navigation.keep_out_of_menu(files, (page.src_uri for page in generated))
    return files


def _unpublished(build: Build) -> Iterator[str]:
    """The plan files that were read and that this build doesn't show."""
    shown = build.plan.by_path
    return (path for path in build.loaded.plan.by_path if path not in shown)


def _out_of_menu(build: Build) -> Iterator[str]:
    """The plan files that stand in no menu: all but themes and strategies, and those where they are
    many.
    """
    in_menu = navigation.has_strategies_in_menu(build.plan)
    for file in build.plan.files:
        if not (in_menu and isinstance(file, (Theme, Strategy))):
            yield file.path


def _pages(config: MkDocsConfig, build: Build) -> Iterator[File]:
    """The generated pages: plain pages that hold views."""
    words, plan = build.renderer.words, build.plan
    has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
    wide = ["navigation", "toc"] if has_tabs else ["toc"]  # with no tabs, the menu is the only way on
    if any((plan.missions, plan.visions, plan.values, plan.themes)):
        title = f"{words.mission.one} and {words.vision.one.lower()}"
        yield _page(config, navigation.SHEET, title, "<!-- plans/mission-and-vision -->", wide)
    yield _page(config, navigation.STRATEGIES, words.strategy.many, "<!-- plans/strategies -->")
    yield _page(config, navigation.TACTICS, words.tactic.many, "<!-- plans/tactics -->", wide)
    if plan.teams:
        yield _page(config, navigation.TEAMS, words.team.many, "<!-- plans/teams -->", wide)
    yield _page(config, navigation.HOME, build.site.organization, _HOME, wide)


_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!<>&|~$:]")


def _escaped(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"


_HOME = """
<!-- plans/statements -->

<!-- plans/themes -->

## How it is going

<!-- plans/overview -->
"""


def _page(config: MkDocsConfig, path: str, title: str, body: str, hide: Iterable[str] = ()) -> File:
    """Make a page of Markdown. The title is plain text, and written so that Markdown keeps it."""
    meta = {"title": plain(title)} | ({"hide": list(hide)} if hide else {})
    front_matter = yaml.safe_dump(meta, allow_unicode=True)
    content = f"---\n{front_matter}---\n\n# {_SPECIAL.sub(_escaped, title)}\n\n{body}\n"
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
