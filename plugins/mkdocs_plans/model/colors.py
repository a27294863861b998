"""Colours: Material's by name, or any as `#rrggbb`; and what stands out against them."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.spelling import did_you_mean

COLORS = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
}
"""The colours of Material's palette by the names under which `theme.palette.primary` takes them."""

TEXT = 4.5
"""The contrast that WCAG asks of text (1.4.3)."""

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")


def parse_color(value: object) -> str:
    """Read a colour: a name of Material's, or `#rrggbb`, which `#rgb` is short for."""
    if not isinstance(value, str):
        hint = 'write a name such as `teal`; or `color: "#1a6b5a"`, in quotes, as # begins a comment'
        raise refuse("this must be a colour", hint)
    name = re.sub(r"[\s_]+", "-", value.strip().lower()).replace("gray", "grey")
    if name in COLORS:
        return name
    if found := _HEX.fullmatch(name):
        digits = found[1]
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    hint = did_you_mean(name, COLORS) or f'write one of {", ".join(COLORS)}, or `"#1a6b5a"` in quotes'
    raise refuse(f'"{value}" isn\'t a colour', hint)


def hex_of(color: str) -> str:
    """A colour as `#rrggbb`."""
    return COLORS.get(color, color)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`), 1 to 21, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


WHITE, BLACK = "#ffffff", "#000000"

LARGE = 3
"""The contrast that WCAG asks of large text and of signs."""


def fill_and_text(color: str) -> tuple[str, str]:
    """What is filled with a colour, and what is written on it: white, with the colour a little darker where
    it takes that; black on the light ones, as they are. The two always hold `TEXT`.
    """
    if contrast(color, WHITE) >= LARGE:
        return readable_on(color, WHITE), WHITE
    return color, BLACK


@lru_cache
def readable_on(color: str, ground: str) -> str:
    """A colour, made as much lighter or darker as it takes to be read as text on a background."""
    toward = 255 if _luminance(ground) < 0.2 else 0
    shades = (_hex([part + (toward - part) * step / 20 for part in _parts(color)]) for step in range(21))
    return next(shade for shade in shades if contrast(shade, ground) >= TEXT)


def _parts(color: str) -> tuple[int, int, int]:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: list[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def _luminance(color: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    shares = (part / 255 for part in _parts(color))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
