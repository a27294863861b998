"""Pieces of pages as texts for a terminal: nothing in a plan can act on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.text import Text

from mkdocs_plans.model import plain_text
from mkdocs_plans.render.own_fields import own_facts
from mkdocs_plans.render.pieces import Badge, Link, When
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.markdown_text import visible

_STYLES = {
    "on-track": "green", "at-risk": "yellow", "off-track": "red", "unknown": "dim",
    "met": "green", "missed": "red", "done": "green", "dropped": "dim", "draft": "dim", "proposed": "cyan",
}  # fmt: skip
"""The colour of a badge by its kind; its word says the same without."""


def plain(text: str | None, style: str = "") -> Text:
    """A text of the plan, without its markup."""
    return Text(visible(plain_text(text or "")), style=style)


def link(one: Link | None, *, with_number: bool = False) -> Text:
    """What a link says, after its number where it has one."""
    if one is None:
        return Text()
    number = f"{one.number} " if with_number and one.number else ""
    return plain(number + one.text)


def links(many: Iterable[Link]) -> Text:
    """Several links in one line."""
    return Text(" · ").join(map(link, many))


def own(page: Presenter, extra: Mapping[str, Any]) -> list[tuple[str, Text]]:
    """The organisation's own fields of one thing, each on one line behind its label."""
    return own_pairs(own_facts(page, extra))


def own_pairs(facts: Iterable[Mapping[str, Any]]) -> list[tuple[str, Text]]:
    """Likewise, of what the presenter has made of them."""
    return [(visible(fact["label"]), plain(fact["plain"])) for fact in facts]


def badge(one: Badge | None, *, with_note: bool = False) -> Text:
    """A word, in its colour; how it came about behind it."""
    if one is None:
        return Text()
    note = f" ({one.note})" if with_note and one.note else ""
    return Text.assemble((one.text, _STYLES.get(one.kind, "")), (note, "dim"))


def state(health: Badge | None, status: Badge) -> Text:
    """Health of what is under way, where it isn't known why, with its status unless that is active; else the
    status.
    """
    if health is None:
        return badge(status)
    shown = Text.assemble(badge(health), (f": {health.why}" if health.why else "", "dim"))
    return shown if status.kind == "active" else joined([shown, badge(status)])


def when(date: When, language: Language, separator: str = ", ") -> Text:
    """A date, with how long it is overdue and what was promised first."""
    said = [Text(date.day.text)] if date.day else []
    if date.text:
        said.append(plain(date.text))
    if date.state:
        said.append(Text(date.words, style="red"))
    if date.originally and date.slip:
        said.append(Text(f"{date.slip}: {date.originally.text}", style="dim"))
    elif date.originally:
        first = language.gettext("first promised for %(day)s", day=date.originally.text)
        said.append(Text(first, style="dim"))
    return joined(said, separator)


def joined(texts: Iterable[Text], separator: str = ", ") -> Text:
    """Those texts that say something, in one line."""
    return Text(separator).join(text for text in texts if text)
