"""A review as JSON, for programs. `plans schema --diff` prints the form, as JSON Schema.

A program that reads it should let through keys that it doesn't know: there may be more in time.
`version` counts the changes that would break one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from mkdocs_plans.changes import (
    Because,
    Change,
    Changed,
    Consequence,
    Effect,
    Kind,
    Other,
    Review,
    Reviewer,
    Teller,
    Together,
    tell_consequence,
    tell_headline,
    tell_reason,
    tell_summary,
)
from mkdocs_plans.changes.change import (
    FileId,
    GoalId,
    Handle,
    Number,
    OwnStatus,
    Settled,
    Step,
    Value,
    WordCount,
)
from mkdocs_plans.findings import Located
from mkdocs_plans.model import Action, Goal, Person, PlanFile, Resource, Update, ValueStatement
from mkdocs_plans.model.json_schema import PlainJsonSchema
from mkdocs_plans.model.own_fields import OwnValue
from mkdocs_plans.outputs.findings.json import FilePath, Reported, facts
from mkdocs_plans.outputs.findings.run import Run
from mkdocs_plans.settings import Verdict

Text = Annotated[str, Field(description="In words, for a reader: plain text that holds texts of the plan.")]
HandleText = Annotated[str, Field(description="A handle of the people file.")]


@dataclass(frozen=True)
class ReportedConsequence:
    """What the change does beyond the lines that it edits."""

    effect: Effect
    subject: Annotated[str, Field(description="The id of the plan, or the handle of a DRI who leaves.")]
    goal: Annotated[str | None, Field(description="The id of the goal, where it is about one.")]
    text: Text


@dataclass(frozen=True)
class ReportedChange:
    """One change."""

    kind: Kind
    field: Annotated[str, Field(description="What changed, as goals.ID.target; empty for the whole.")]
    before: Annotated[str | None, Field(description="What it was; null where there was nothing.")]
    now: Annotated[str | None, Field(description="What it is; null where there is nothing.")]
    days: Annotated[int | None, Field(description="By how many days a date is later; negative: earlier.")]
    verdicts: Annotated[list[Verdict], Field(description="All that it amounts to, the worst first.")]
    is_certain: Annotated[
        bool, Field(description="False where it can't be told whether the promise is lowered.")
    ]
    text: Text


@dataclass(frozen=True)
class PlanState:
    """A plan file in one of the two states."""

    type: str
    id: str
    title: str
    file: FilePath


@dataclass(frozen=True)
class ReportedPlan:
    """A plan file that came, went or changed."""

    before: Annotated[PlanState | None, Field(description="Null where it is new.")]
    now: Annotated[PlanState | None, Field(description="Null where it is gone.")]
    verdict: Annotated[Verdict, Field(description="The worst that a change of it amounts to.")]
    changes: Annotated[list[ReportedChange], Field(description="The worst first.")]


@dataclass(frozen=True)
class ReportedPerson:
    """Someone in the people file who came, went or changed."""

    handle: HandleText
    changes: list[ReportedChange]


@dataclass(frozen=True)
class ReportedReason:
    """Why someone should look."""

    because: Because
    text: Text


@dataclass(frozen=True)
class ReportedReviewer:
    """Someone who should look."""

    handle: HandleText
    github: Annotated[str | None, Field(description="The user name on GitHub, where it is known.")]
    gitlab: Annotated[str | None, Field(description="The user name on GitLab, where it is known.")]
    reasons: Annotated[list[ReportedReason], Field(description="The weightiest first.")]


@dataclass(frozen=True)
class ReportedOther:
    """Another open change."""

    branch: Annotated[str | None, Field(description="As `--with` named it.")]
    number: Annotated[int | None, Field(description="That of the pull or merge request.")]
    title: Annotated[str | None, Field(description="Its title there.")]


@dataclass(frozen=True)
class ReportedClash:
    """What both change, to different values, or what one takes out and the other changes."""

    id: Annotated[str, Field(description="The id of the plan file, or the handle of the person.")]
    field: Annotated[str, Field(description="What the other change is about, as goals.ID.target.")]
    ours: Text
    theirs: Text


@dataclass(frozen=True)
class ReportedTogether:
    """What the change does together with another one, or with all of them, that none does alone."""

    others: list[ReportedOther]
    clashes: Annotated[list[ReportedClash], Field(description="The worst first.")]
    consequences: list[ReportedConsequence]
    findings: Annotated[list[Reported], Field(description="Lines are those of the merged file.")]
    unmerged: Annotated[list[FilePath], Field(description="The files that git can't merge by itself.")]


@dataclass(frozen=True)
class ReviewReport:
    """What `plans diff --format json` prints."""

    version: Literal[1]
    is_empty: Annotated[bool, Field(description="Whether nothing of the plan changed.")]
    headline: Annotated[str, Field(description="What the change amounts to, in one sentence.")]
    summary: Annotated[str, Field(description="How many plans changed, in one line.")]
    verdicts: Annotated[
        dict[Verdict, int], Field(description="How many changes amount to each, the worst first.")
    ]
    cost: Annotated[
        dict[str, str], Field(description="By how much more it costs, for each currency; negative: less.")
    ]
    settings: Annotated[list[str], Field(description="Settings that changed: what that does isn't compared.")]
    consequences: list[ReportedConsequence]
    together: Annotated[
        list[ReportedTogether],
        Field(description="With each other change that was asked about, then with all."),
    ]
    not_compared: Annotated[list[ReportedOther], Field(description="Those that couldn't be compared.")]
    brought_in: Annotated[list[Reported], Field(description="Findings that only the state of now has.")]
    mended: Annotated[list[Reported], Field(description="Findings that only the state before had.")]
    plans: list[ReportedPlan]
    people: list[ReportedPerson]
    reviewers: list[ReportedReviewer]


def emit(review: Review, teller: Teller, shown_path: Callable[[str], str], _: int = 0) -> str:
    """Write the review as one JSON object, all in ASCII."""
    run = Run(0, shown_path)
    report = ReviewReport(
        version=1,
        is_empty=review.is_empty,
        headline=str(tell_headline(teller, review)),
        summary=str(tell_summary(teller, review)),
        verdicts=_verdicts(review),
        cost={currency: f"{value:f}" for currency, value in review.cost.items()},
        settings=list(review.settings),
        consequences=[_consequence(one, teller) for one in review.consequences],
        together=[_together(one, teller, run) for one in review.together],
        not_compared=list(map(_other, review.not_compared)),
        brought_in=_findings(review.brought_in, run),
        mended=_findings(review.fixed, run),
        plans=[_plan(one, teller, shown_path) for one in review.plans],
        people=[ReportedPerson(one.handle, _changes(one.changes, None, teller)) for one in review.people],
        reviewers=[_reviewer(one, teller) for one in review.reviewers],
    )
    return json.dumps(asdict(report), indent=2) + "\n"


def _verdicts(review: Review) -> dict[Verdict, int]:
    numbers = Counter(verdict for one in review.changes for verdict in one.verdicts)
    return {verdict: numbers[verdict] for verdict in Verdict if numbers[verdict]}


def _findings(found: Iterable[Located], run: Run) -> list[Reported]:
    return [Reported(**facts(located, run)) for located in found]


def _consequence(one: Consequence, teller: Teller) -> ReportedConsequence:
    goal = one.goal.id if one.goal else None
    return ReportedConsequence(one.effect, one.subject, goal, str(tell_consequence(teller, one)))


def _together(one: Together, teller: Teller, run: Run) -> ReportedTogether:
    theirs, both = teller.about(one.theirs), teller.about(one.both)
    clashes = [
        ReportedClash(
            each.file.id if each.file else each.handle,
            each.theirs.field,
            str(teller.tell(each.ours, each.file).line),
            str(theirs.tell(each.theirs, each.file).line),
        )
        for each in one.clashes
    ]
    effects = [_consequence(each, both) for each in one.consequences]
    files = list(map(run.shown_path, one.unmerged))
    return ReportedTogether(
        list(map(_other, one.others)), clashes, effects, _findings(one.findings, run), files
    )


def _other(one: Other) -> ReportedOther:
    return ReportedOther(one.branch or None, one.number, one.title or None)


def _plan(one: Changed, teller: Teller, shown_path: Callable[[str], str]) -> ReportedPlan:
    def state(file: PlanFile | None) -> PlanState | None:
        return PlanState(file.type, file.id, file.title, shown_path(file.path)) if file else None

    changes = _changes(one.changes, one.file, teller)
    return ReportedPlan(state(one.before), state(one.now), one.verdict, changes)


def _changes(changes: Iterable[Change], file: PlanFile | None, teller: Teller) -> list[ReportedChange]:
    def reported(one: Change) -> ReportedChange:
        before, now, text = _written(one.before), _written(one.now), str(teller.tell(one, file).line)
        verdicts, is_certain = list(one.verdicts), not one.is_unsure
        return ReportedChange(one.kind, one.field, before, now, one.days, verdicts, is_certain, text)

    return list(map(reported, changes))


def _written(value: Value) -> str | None:  # noqa: PLR0911 - a line each
    """A value as plan files write it."""
    match value:
        case None | WordCount():
            return None
        case tuple():
            return ", ".join(filter(None, map(_written, value))) or None
        case OwnStatus(word):
            return word
        case Number(number):
            return f"{number:f}"
        case Step(day, aim):
            return f"{day}: {_written(aim)}"
        case Settled(day=day) | Update(date=day):
            return str(day)
        case Handle(name) | FileId(name=name) | GoalId(written=name) | Person(handle=name):
            return name
        case OwnValue(text=name) | Goal(title=name) | Action(do=name) | PlanFile(title=name):
            return name
        case Resource(name=name) | ValueStatement(name=name):
            return name
        case _:
            return str(value)


def _reviewer(one: Reviewer, teller: Teller) -> ReportedReviewer:
    reasons = [ReportedReason(reason.because, str(tell_reason(teller, reason))) for reason in one.reasons]
    person = one.person
    return ReportedReviewer(
        one.handle, person.github if person else None, person.gitlab if person else None, reasons
    )


def schema() -> dict[str, Any]:
    """The form of the report, in the dialect https://json-schema.org/draft/2020-12/schema."""
    made = TypeAdapter(ReviewReport).json_schema(schema_generator=PlainJsonSchema)
    return {"$schema": PlainJsonSchema.schema_dialect, **made}
