"""Material's menu, rendered once for all pages on which it is the same.

The theme renders the whole menu into every page, which takes most of the time that a page does. Most of our
pages are in no menu, and what it says on one of them depends on two things alone: the folder, from which its
links lead on, and the section that it opens. Where a site or another theme has a template of its own, nothing
is shared.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePath

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_MENU = "partials/nav.html"
_TEMPLATES = (_MENU, "partials/nav-item.html")


def share_menu(env: Environment, nav: Navigation) -> None:
    """Have the theme's template of the menu keep what it renders for pages that aren't in the menu."""
    if not all(_is_materials(env, name) for name in _TEMPLATES):
        return
    template = env.get_template(_MENU)
    render = template.root_render_func
    in_menu = {page.url for page in nav.pages}
    alone = in_menu | {folder for url in in_menu for folder in _folders(url)} | {"", ".", "./"}
    rendered: dict[tuple[str, int], list[str]] = {}

    def render_once(context: Context) -> Iterator[str]:
        page = context.get("page")
        if not isinstance(page, Page) or page.url in alone:
            yield from render(context)
            return
        key = posixpath.dirname(page.url.rstrip("/")), id(page.parent)
        if key not in rendered:
            rendered[key] = list(render(context))
        yield from rendered[key]

    template.root_render_func = render_once


def _folders(url: str) -> Iterator[str]:
    """The addresses below which another lies, whose pages would lead to it by a shorter way."""
    parts = url.split("/")
    return ("/".join(parts[:end]) + "/" for end in range(1, len(parts)))


def _is_materials(env: Environment, name: str) -> bool:
    try:
        path = env.get_template(name).filename
    except TemplateNotFound:
        return False
    return path is not None and PurePath(path).parts[-4:-2] == ("material", "templates")
