"""A review → the Markdown of a pull request's comment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_plans.changes import Review, Sentence, Teller, tell_headline, tell_summary
from mkdocs_plans.changes.lines import Line, Section, first_lines
from mkdocs_plans.changes.outline import outline
from mkdocs_plans.outputs.markdown import LIMIT, Markdown, fitted, markdown_template
from mkdocs_plans.wording.markdown_text import code, escape

MOST_TEXTS = 60
"""How many texts of a plan one line names, so that there is room for every line. Our convention."""

MOST_EDITS = 6
"""How many edits of a plan stand open. Our convention."""

MARKER = "<!-- mkdocs-plans:review -->"
"""What the comment begins with, hidden, so that it is found again and brought up to date."""


def emit(review: Review, teller: Teller, shown_path: Callable[[str], str], limit: int = LIMIT) -> str:
    """Write the report within `limit` characters. Where it would be longer, whole lines are left out, of
    each section the least important, and the report says how many.
    """
    sections = outline(review, teller, shown_path) if not review.is_empty else []
    total = sum(len(section.lines) for section in sections)

    def write(number: int) -> str:
        return _written(review, teller, first_lines(sections, number), total - number)

    return fitted(write, total, limit)


def _written(review: Review, teller: Teller, sections: Sequence[Section], left_out: int) -> str:
    def told(sentence: Sentence) -> Markdown:
        return Markdown(sentence.written(escape))

    left = teller.say_many(
        "%(num)d line is left out because there is no room here: %(command)s shows all of them.",
        "%(num)d lines are left out because there is no room here: %(command)s shows all of them.",
        left_out, command=Sentence(("`plans diff`",)),
    )  # fmt: skip
    given = {
        "marker": Markdown(MARKER),
        "title": told(teller.say("No change of plan") if review.is_empty else tell_headline(teller, review)),
        "nothing": told(teller.say("Nothing that the plan says has changed.")),
        "summary": told(tell_summary(teller, review)),
        "sections": [_section(section, teller) for section in sections],
        "is_empty": review.is_empty,
        "left_out": told(left) if left_out else "",
    }
    return markdown_template("review/report.md").render(given).strip() + "\n"


def _section(section: Section, teller: Teller) -> dict[str, object]:
    groups = [_group(first, lines, teller) for first, lines in section.groups]
    return {"title": Markdown(section.title.written(escape)), "groups": groups}


def _group(first: Line, lines: Sequence[Line], teller: Teller) -> dict[str, object]:
    """Some lines under their heading; of many edits the last are folded that nothing points out."""
    number = sum(1 for line in lines if not line.can_wait)
    shown = max(MOST_EDITS, number) if len(lines) > MOST_EDITS + 1 else len(lines)
    written = [Markdown(_line(line)) for line in lines]
    more = teller.say_many("%(num)d more", "%(num)d more", len(lines) - shown)
    return {
        "heading": _heading(first),
        "lines": written[:shown],
        "folded": written[shown:],
        "more": Markdown(more.written(escape)),
    }


def _heading(line: Line) -> Markdown:
    if line.group is None:
        return Markdown("")
    file = f" · {code(line.file)}" if line.file else ""
    return Markdown(f"**{line.group.written(escape)}**{file}")


def _line(line: Line) -> str:
    text = line.text.first(MOST_TEXTS).written(escape)
    if line.verdict:
        text = f"**{escape(line.verdict)}**: {text}"
    if not line.lead:
        return text
    names = [f"{host} {code('@' + name)}" for host, name in line.names]
    where = f" ({code(line.path)}, {escape(line.rule)})" if line.rule else ""
    return f"**{escape(line.lead)}**{' (' + ', '.join(names) + ')' if names else ''}: {text}{where}"
