"""What all pages of a site share, and what each is given of itself, as short texts; and whether all that
pages are made from is known.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import Environment, TemplateError, meta
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.plugin import neighbours
from mkdocs_plans.plugin.incremental.converted import shown_toc
from mkdocs_plans.plugin.incremental.reads import digest

HARMLESS = {
    "plans": "this plugin",
    "search": "what it has of a page is kept with the page",
    "material/search": "what it has of a page is kept with the page",
    "material/offline": "works on the whole site when it is written",
    "exclude": "takes files out before any page is made",
    "git-revision-date-localized": "writes into a page's Markdown and keys, which are compared",
}
"""The plugins, by the names that sites give them, whose work on a page is seen, and why."""

_OWN_EXTENSIONS = re.compile(
    r"abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|"
    r"md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks|material\.extensions\..*|"
    r"pymdownx\.(?!snippets$|b64$).*"
)
"""Those of Markdown, of Material and of pymdownx, but for two that read other files than the page's."""

THEMES = frozenset({"material", "mkdocs", "readthedocs"})
"""The themes whose templates show of other pages only what `of_page_elsewhere` names."""

_NOT_COMPARED = frozenset(
    {"config_file_path", "docs_dir", "site_dir", "nav", "watch", "strict", "dev_addr", "plugins", "hooks"}
)
"""Settings that don't stand in pages, or are compared as what they lead to."""

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_OF_OTHER_PAGES = re.compile(r"(?<![\w.])(?!page\.)[\w.]+\.(meta|content|toc|markdown)\b")
_TEXTS = re.compile(r"\.(content|toc|markdown)\b")
_OF_ALL = frozenset({"pages", "build_date_utc"})


def unknown(config: MkDocsConfig, plugin: object) -> str:
    """Why not all that pages are made from is known; nothing where it is."""
    return next(_unknown(config, plugin), "")


def _unknown(config: MkDocsConfig, plugin: object) -> Iterator[str]:
    if config.hooks:
        yield "the site has `hooks`, which may write into any page"
    for name in config.plugins:
        if name not in HARMLESS:
            yield f"the plugin `{name}` may write into pages what isn't known here"
    if neighbours.read_content(config, plugin):
        yield "another plugin reads what stands in pages"
    if config.theme.name not in THEMES:
        yield "the templates of the theme may show anything"
    for name in config.markdown_extensions:
        if not _is_known(name):
            yield f"the Markdown extension `{name}` may read other files"
    yield from _telling_templates(config)


def _telling_templates(config: MkDocsConfig) -> Iterator[str]:
    """Those of the site's own that show what stands in pages."""
    folder = config.theme.custom_dir
    for path in sorted(Path(folder).rglob("*.html")) if folder else ():
        if _shows_other_pages(path.read_text("utf-8", "replace")):
            yield f"the template {path.name} of `custom_dir` shows more than its own page"
    for path in _of_all_pages(config):
        if _TEXTS.search(path.read_text("utf-8", "replace")):
            yield f"the template {path.name} shows what stands in pages"


def _of_all_pages(config: MkDocsConfig) -> Iterator[Path]:
    """The site's own templates that are rendered before any page is."""
    own = config.theme.custom_dir
    paths = [Path(config.docs_dir, str(name)) for name in config.extra_templates]
    paths += [Path(own, name) for name in sorted(config.theme.static_templates)] if own else []
    return (path for path in paths if path.is_file())


def _is_known(extension: str) -> bool:
    return _OWN_EXTENSIONS.fullmatch(extension.removeprefix("markdown.extensions.")) is not None


def _shows_other_pages(template: str) -> bool:
    """Whether one of a site's own templates may show what stands in other pages, or the clock."""
    try:
        names = meta.find_undeclared_variables(Environment().parse(template))
    except TemplateError:
        return True
    return bool(_OF_ALL & names) or bool(_OF_OTHER_PAGES.search(template))


def of_site(config: MkDocsConfig) -> str:
    """All that pages share before any is made: what is installed, settings, the theme's own files."""
    settings = {name: value for name, value in config.items() if name not in _NOT_COMPARED}
    plugins = {name: each.config for name, each in config.plugins.items()}
    theme = config.theme
    shown = _shown(settings), _shown(plugins), _shown(dict(theme)), _shown(theme.dirs)
    return digest(*shown, *_installed(), _package(), *_contents(templates_folder()), *_custom(config))


def _custom(config: MkDocsConfig) -> Iterator[str]:
    folders = [config.theme.custom_dir]
    for options in (config.mdx_configs or {}).values():
        icons = (options.get("options") or {}).get("custom_icons") if isinstance(options, dict) else None
        folders += icons if isinstance(icons, list) else []
    for folder in filter(None, folders):
        yield from _contents(Path(folder))


@cache
def _installed() -> tuple[str, ...]:
    """Names and versions of all that is installed, and of Python."""
    folders = [folder for folder in sys.path if os.path.isdir(folder)]  # noqa: PTH112 - fast
    found = {name for folder in folders for name in os.listdir(folder) if name.endswith("-info")}  # noqa: PTH208
    return sys.version, *sorted(found)


@cache
def _package() -> str:
    """The code of the package itself, which may be worked on."""
    return digest(*_contents(Path(__file__).resolve().parents[2]))


def _contents(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes().decode("latin-1")


def _shown(value: Any) -> str:
    """A setting as text, the same in each process."""
    if isinstance(value, (str, int, float, bool, type(None))):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key!r}:{_shown(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return "[" + ",".join(map(_shown, items)) + "]"
    if isinstance(value, partial):
        return _shown([value.func, value.args, value.keywords])
    if isinstance(value, (type, FunctionType)):
        return f"{value.__module__}.{value.__qualname__} {_code(value.__module__)}"
    parts = [f"{name}={one}" for name, one in vars(value).items()] if hasattr(value, "__dict__") else []
    return _ADDRESS.sub("", f"{type(value).__qualname__} {value!r} {parts}")


@cache
def _code(module: str) -> str:
    """What stands in the file of a module that a setting names: it may be the site's own."""
    path = getattr(sys.modules.get(module), "__file__", None)
    return digest(Path(path).read_text("utf-8", "replace")) if path and path.endswith(".py") else ""


def of_menu(nav: Navigation) -> str:
    """The menu, with all that themes show of it."""
    return repr([_item(item) for item in nav.items])


def _item(item: Any) -> object:
    if isinstance(item, Page):
        return of_page_elsewhere(item)
    below = [_item(child) for child in item.children or ()]
    return type(item).__name__, item.title, getattr(item, "url", None), below


def of_page_elsewhere(page: Page | None) -> object:
    """What other pages show of a page, in the menu and in their footer."""
    if page is None:
        return None
    shown = [page.meta.get(key) for key in ("icon", "status", "subtitle")]
    return str(page.title), page.url, page.file.name, repr(shown)


def items_of(items: list[Any]) -> Iterator[Any]:
    """The items of a menu, each before those below it."""
    for item in items:
        yield item
        yield from items_of(item.children or [])


def of_page(page: Page, places: dict[int, int]) -> str:
    """What a page's template is given of the page itself, and of where it stands."""
    file, above, item = page.file, [], page.parent
    while item is not None:
        above.append((places.get(id(item)), str(item.title)))
        item = item.parent
    near = of_page_elsewhere(page.previous_page), of_page_elsewhere(page.next_page)
    own = (page.title, page.url, page.canonical_url, page.edit_url, page.is_homepage, file.inclusion.name)
    said = (own, file.src_uri, file.name, dict(page.meta), shown_toc(page.toc), near, above)
    return digest(page.content or "", repr(said), str(places.get(id(page))))
