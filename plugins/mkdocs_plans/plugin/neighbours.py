"""What other plugins ask of pages that nobody wrote, by the name that a site gives each plugin.

A page of ours shows the whole plan: it has no author, no day on which it was written, and stands in every
language of a site.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_NOT_READING = {"plans", "search", "material/search", "material/offline", "exclude"}
"""The plugins that look at no page's file."""


def front_matter(config: MkDocsConfig) -> dict[str, Any]:
    """Keys for a generated page: no feed of news takes it up."""
    return {"draft": True} if "rss" in config.plugins else {}


def without_history(paths: Iterable[str], config: MkDocsConfig) -> None:
    """Have git-authors and git-revision-date-localized pass over pages that git knows nothing of: they would
    warn of each, or give the moment of the build for its dates.
    """
    paths = list(paths)
    for name in ("git-authors", "git-revision-date-localized"):
        plugin: Any = config.plugins.get(name)
        if plugin is not None:
            known = plugin.config["exclude"] or []
            plugin.config["exclude"] = list(dict.fromkeys([*known, *paths]))


def drops_generated(config: MkDocsConfig) -> bool:
    """Whether a plugin makes the site's files anew and loses those that stand in no folder of the site:
    static-i18n, once for each language. Ours are added when it is done.
    """
    return "i18n" in config.plugins


def in_language(file: File, config: MkDocsConfig) -> File:
    """Put a generated page where static-i18n has the pages of the language that is built."""
    plugin: Any = config.plugins.get("i18n")
    if plugin is None:
        return file
    file.alternates = {  # type: ignore[attr-defined]
        language: _moved(File.generated(config, file.src_uri, content=""), language, plugin)
        for language in plugin.build_languages
    }
    file.alternates[plugin.current_language] = file  # type: ignore[attr-defined]
    file.locale = file.locale_alternate_of = plugin.current_language  # type: ignore[attr-defined]
    file.localization, file.norm_src_uri = None, file.src_uri  # type: ignore[attr-defined]
    return _moved(file, plugin.current_language, plugin)


def _moved(file: File, language: str, plugin: Any) -> File:
    if language != plugin.default_language:
        file.dest_uri = f"{language}/{file.dest_uri}"
    return file


def tell_languages(files: Files, config: MkDocsConfig) -> None:
    """Have static-i18n list our pages too, in the map of the site that it writes."""
    plugin: Any = config.plugins.get("i18n")
    if plugin is not None:
        plugin.i18n_files_per_language[plugin.current_language] = files.documentation_pages()


def may_read_files(config: MkDocsConfig) -> bool:
    """Whether a plugin beside this one, or a hook, may look for a page's file on disk."""
    return bool(config.hooks) or not config.plugins.keys() <= _NOT_READING


def read_content(config: MkDocsConfig, plugin: object) -> bool:
    """Whether a plugin beside this one, or a hook, looks at the content of pages: it should see what readers
    do.
    """
    return any(getattr(one, "__self__", None) is not plugin for one in config.plugins.events["page_content"])


def make_menu(files: Files, config: MkDocsConfig) -> bool:
    """Whether a plugin makes the menu once the files are known: awesome-nav, or awesome-pages where it finds
    a file of its own. literate-nav has put the menu into `nav` by now.
    """
    if config.nav is not None:
        return False
    pages: Any = config.plugins.get("awesome-pages")
    name = pages.config["filename"] if pages is not None else ""
    return count_omitted(config) or any(file.src_uri.rsplit("/", 1)[-1] == name for file in files)


def count_omitted(config: MkDocsConfig) -> bool:
    """Whether a plugin has MkDocs look once more for what its menu leaves out: awesome-nav, and awesome-pages
    where the site's `nav` has a mark for the rest.
    """
    pages: Any = config.plugins.get("awesome-pages")
    return "awesome-nav" in config.plugins or bool(pages is not None and pages.nav_config_with_rest)
