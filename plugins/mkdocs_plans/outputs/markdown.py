"""Reports in Markdown, for a comment or an issue on a code host: escaped, and no longer than hosts take."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.wording.markdown_text import escape

LIMIT = 65_000
"""How many characters a comment may have: GitHub's 65,536, less some room."""

SHORT = 10
"""How long a line is at least: more lines than would have room then aren't tried."""


class Markdown(str):
    """A text that is Markdown already."""

    __slots__ = ()


def fitted(write: Callable[[int], str], total: int, limit: int) -> str:
    """Write a report with as many of its lines as have room within `limit` characters. `write` gives it
    with the most important lines, by their number.
    """
    whole = write(total)
    if len(whole) <= limit:
        return whole
    fits, too_many = 0, min(total, limit // SHORT)
    while too_many - fits > 1:
        number = (fits + too_many) // 2
        if len(write(number)) <= limit:
            fits = number
        else:
            too_many = number
    return write(fits)


@cache
def markdown_template(name: str) -> Template:
    """A template of Markdown: every value is escaped where it is printed, unless it is Markdown already."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return environment.get_template(name)


def _finalized(value: object) -> str:
    return value if isinstance(value, Markdown) else escape(str(value))
