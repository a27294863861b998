"""A review → the Markdown of a pull request's comment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from mkdocs_plans.render.environment import templates_folder
from mkdocs_plans.render.markdown_text import code, escape
from mkdocs_plans.review import Review, counted
from mkdocs_plans.review.outline import Line, Section, first_lines, outline

MARKER = "<!-- mkdocs-plans:review -->"
"""What the comment begins with, hidden, so that it is found again and brought up to date."""

LIMIT = 65_000
"""How many characters a comment may have: GitHub's 65,536, less some room."""


SHORT = 10
"""How long a line is at least: more lines than would have room then aren't tried."""


class Markdown(str):
    """A text that is Markdown already."""

    __slots__ = ()


def review_markdown(review: Review, shown_path: Callable[[str], str], limit: int = LIMIT) -> str:
    """Write the report within `limit` characters. Where it would be longer, whole lines are left out, of
    each section the least important, and the report says how many.
    """
    sections = outline(review, shown_path) if not review.is_empty else []
    total = sum(len(section.lines) for section in sections)
    whole = _written(review, sections, 0)
    if len(whole) <= limit:
        return whole
    fits, too_many = 0, min(total, limit // SHORT)
    while too_many - fits > 1:
        number = (fits + too_many) // 2
        if len(_written(review, first_lines(sections, number), total - number)) <= limit:
            fits = number
        else:
            too_many = number
    return _written(review, first_lines(sections, fits), total - fits)


def _written(review: Review, sections: Sequence[Section], left_out: int) -> str:
    given = {
        "marker": Markdown(MARKER),
        "summary": Markdown(review.summary),
        "sections": [_section(section) for section in sections],
        "left_out": f"{counted(left_out, 'line')} {'is' if left_out == 1 else 'are'}" if left_out else "",
    }
    return _template().render(given).strip() + "\n"


def _section(section: Section) -> dict[str, object]:
    groups = [
        {"heading": _heading(first), "lines": [Markdown(_line(line)) for line in lines]}
        for first, lines in section.groups
    ]
    return {"title": Markdown(section.title), "groups": groups}


def _heading(line: Line) -> Markdown:
    if line.group is None:
        return Markdown("")
    return Markdown(f"**{line.group.written(escape)}** · {code(line.path)}")


def _line(line: Line) -> str:
    text = line.text.written(escape)
    if not line.lead:
        return text
    names = [f"{host} {code('@' + name)}" for host, name in line.names]
    where = f" ({code(line.path)}, {escape(line.rule)})" if line.rule else ""
    return f"**{escape(line.lead)}**{' (' + ', '.join(names) + ')' if names else ''}: {text}{where}"


def _finalized(value: object) -> str:
    return value if isinstance(value, Markdown) else escape(str(value))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return environment.get_template("review/report.md")
