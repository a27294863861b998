"""What a theme has of its own in pages: its colour, by a class that the style sheet knows, and its icon.

No element has a style of its own (`places.py`): of each colour that the plan names there is one rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_plans.model import Theme
from mkdocs_plans.model.colors import WHITE, fill_and_text, hex_of, readable_on
from mkdocs_plans.settings import Site

DARK = "#1e2129"
"""The background of Material's dark scheme."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme's look: the class of its colour, empty where it has none; and its icon as SVG."""

    color: str
    icon: Markup | None


def look_of(theme: Theme | None, site: Site) -> Look | None:
    """A theme's look; None where it has none of its own. The check says of an icon that isn't there."""
    if theme is None or not (theme.color or theme.icon):
        return None
    color = f"plans-color plans-color--{theme.color.removeprefix('#')}" if theme.color else ""
    return Look(color, _icon(theme.icon, site) if theme.icon else None)


def _icon(name: str, site: Site) -> Markup | None:
    if ".." in name or not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name):
        return None
    paths = (folder / f".icons/{name}.svg" for folder in site.theme_folders)
    path = next((path for path in paths if path.is_file()), None)
    return Markup(path.read_text("utf-8").strip()) if path else None


def style_sheet(themes: Iterable[Theme]) -> str:
    """The rules of the colours that themes have: the colour, what is written on it, and the same as text on
    a light and on a dark page. All are held to WCAG's contrast, whatever colour it is.
    """
    colors = sorted({theme.color for theme in themes if theme.color})
    return "\n".join(rule for color in colors for rule in _rules(color))


def _rules(color: str) -> tuple[str, str]:
    own, name = hex_of(color), f".plans-color--{color.removeprefix('#')}"
    (fill, text), light, dark = fill_and_text(own), readable_on(own, WHITE), readable_on(own, DARK)
    return (
        f"{name} {{ --plans-own: {fill}; --plans-on-own: {text}; --plans-own-text: {light} }}",
        f'[data-md-color-scheme="slate"] {name} {{ --plans-own-text: {dark} }}',
    )
