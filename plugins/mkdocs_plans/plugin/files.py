"""Which files the site has beside its own (generated pages, the style sheet), and which it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_plans.model import Strategy, Theme
from mkdocs_plans.plugin import navigation
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import CHANGES, PEOPLE, SitePage, assets, plain


def arrange(files: Files, config: MkDocsConfig, build: Build) -> Files:
    """Take out the people file and what isn't published, add what we generate, lay out the menu."""
    for path in (build.site.settings.people, *_unpublished(build)):
        if file := files.get_file_from_path(path):
            files.remove(file)
    people = [_page(page, config) for page in build.renderer.people_pages]
    removed = [_page(page, config) for page in build.renderer.removed_pages]
    pages = [_page(page, config) for page in build.renderer.pages]
    taken = {file.url for file in files.documentation_pages()}
    generated = [page for page in (*people, *pages, *removed) if page.url not in taken]
    for page in generated:
        files.append(page)
    for path, text in assets(build.plan.own_fields).items():
        files.append(File.generated(config, path, content=text))
    navigation.keep_out_of_menu(files, _out_of_menu(build))
    below = (page.src_uri for page in (*people, *removed) if page.src_uri != PEOPLE)
    navigation.keep_out_of_menu(files, below)
    if config.nav is None:
        config.nav = navigation.menu(files, config, build)
    else:
        missing = {CHANGES} - files.src_uris.keys()  # only a build that compares has it
        config.nav = navigation.without(config.nav, {*_unpublished(build), *missing})
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


def _page(page: SitePage, config: MkDocsConfig) -> File:
    """Make a file of a page. Its title is plain text, and written so that Markdown keeps it."""
    meta: dict[str, Any] = {"title": plain(page.title)}
    if page.is_wide:
        has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        meta["hide"] = ["navigation", "toc"] if has_tabs else ["toc"]  # the menu may be the only way on
    if not page.is_found:
        meta["search"] = {"exclude": True}
    front_matter = yaml.safe_dump(meta, allow_unicode=True)
    content = f"---\n{front_matter}---\n\n# {_SPECIAL.sub(_escaped, page.title)}\n\n{page.body}\n"
    return File.generated(config, page.path, content=content, inclusion=InclusionLevel.INCLUDED)


_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!<>&|~$:]")


def _escaped(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
