"""Two states of a plan, some time apart → what changed between them, as the report on a change tells it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.changes import Effect, Review, Teller, changed_files, tell_headline, tell_summary
from mkdocs_plans.changes.consequences import consequences
from mkdocs_plans.changes.lines import Line
from mkdocs_plans.changes.outline import outline
from mkdocs_plans.history.event import Told, kept
from mkdocs_plans.history.meaning import Neighbours


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """What a period did to one plan, by the path that its file had; or lines that stand under no plan. Each
    has what it amounts to, where that is pointed out.
    """

    title: Told
    path: str
    lines: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A change as it is told: what it amounts to, how many plans it is about, and its sections."""

    headline: Told
    summary: Told
    sections: tuple[tuple[Told, tuple[PeriodGroup, ...]], ...]


def report_of(plans: Neighbours, teller: Teller) -> Report:
    """Tell a change without what the site never shows: who leaves when, and what people are reached by."""
    effects = tuple(one for one in consequences(plans) if one.effect is not Effect.DRI_LEAVES)
    shown = Review(plans, consequences=effects, plans=changed_files(plans), is_sum=True)
    sections = tuple(
        (kept(section.title), tuple(_group(first, lines) for first, lines in section.groups))
        for section in outline(shown, teller, str)
    )
    headline = tell_headline(teller, shown)
    return Report(kept(headline), kept(tell_summary(teller, shown)), sections)


def _group(first: Line, lines: list[Line]) -> PeriodGroup:
    told = tuple((line.verdict, kept(line.text)) for line in lines)
    return PeriodGroup(kept(first.group) if first.group else (), first.path, told)
