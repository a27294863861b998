"""A review → what a reader is told of it, in order: sections of lines, whatever the report's format.

The most important section comes first, and in each the most important line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from mkdocs_plans.changes.change import Change, Changed, Kind
from mkdocs_plans.changes.compare import Review
from mkdocs_plans.changes.effects_told import tell_consequence, titled
from mkdocs_plans.changes.headline import tell_verdict, tell_verdicts
from mkdocs_plans.changes.lines import Line, Section, ShownPath
from mkdocs_plans.changes.reviewers import Because, Reason, Reviewer, Thing
from mkdocs_plans.changes.sentence import EMPTY, Sentence, Theirs, joined
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.changes.together_told import tell_together
from mkdocs_plans.findings import Located
from mkdocs_plans.model import Goal
from mkdocs_plans.wording.language import noun, to_translate

MOST_REASONS = 6
"""How many reasons a report gives for one person to look; the others are counted. Our convention."""


def outline(review: Review, teller: Teller, shown_path: ShownPath) -> list[Section]:
    """Give the sections that have something to tell."""
    say, say_many = teller.say, teller.say_many
    new, fixed = review.further, review.fixed
    reviewers = () if review.is_sum else review.reviewers
    sections: list[tuple[Sentence, Iterable[Line]]] = [
        (say("What it means for the plan as a whole"), _whole(review, teller)),
        (say("Together with other open changes"), tell_together(review, teller, shown_path)),
        (
            say_many(
                "Newly found by the check: %(num)d finding",
                "Newly found by the check: %(num)d findings",
                len(new),
            ),
            (_finding(one, shown_path) for one in new),
        ),
        *_plans(review.plans, teller, shown_path),
        (teller.plain(teller.noun("person", many=True)), _people(review, teller)),
        (
            say("Who should agree to it"),
            (_reviewer(one, teller) for one in reviewers if one.should_agree),
        ),
        (
            say("Who should know of it"),
            (_reviewer(one, teller) for one in reviewers if not one.should_agree),
        ),
        (
            say_many(
                "No longer found by the check: %(num)d finding",
                "No longer found by the check: %(num)d findings",
                len(fixed),
            ),
            (_finding(one, shown_path) for one in fixed),
        ),
    ]
    found = (Section(title, tuple(lines)) for title, lines in sections)
    return [section for section in found if section.lines]


def _whole(review: Review, teller: Teller) -> Iterator[Line]:
    if review.settings:
        phrase = to_translate(
            "Changed in mkdocs.yml: %(settings)s. Both states are read with the current settings, so what "
            "that does to the plan isn’t shown here"
        )
        yield Line(teller.say(phrase, settings=joined(map(teller.plain, review.settings))))
    yield from (Line(tell_consequence(teller, one)) for one in review.consequences)


def _finding(located: Located, shown_path: ShownPath) -> Line:
    finding = located.finding
    where = f"{shown_path(finding.path)}:{located.span.line}"
    message = Sentence((Theirs(finding.message),))
    return Line(message, str(finding.severity), path=where, rule=finding.rule)


def _plans(
    changed: Iterable[Changed], teller: Teller, shown_path: ShownPath
) -> Iterator[tuple[Sentence, Iterable[Line]]]:
    """The changed files below the worst that each amounts to, with all that changed in them."""
    for (verdict, is_unsure), group in groupby(changed, lambda one: (one.verdict, one.is_unsure)):
        files = list(group)
        title = teller.say_many(
            "%(verdict)s: %(num)d plan file", "%(verdict)s: %(num)d plan files", len(files),
            verdict=Sentence((tell_verdict(teller, verdict, is_unsure=is_unsure),)),
        )  # fmt: skip
        yield title, [line for one in files for line in _changes_of(one, teller, shown_path)]


def _changes_of(one: Changed, teller: Teller, shown_path: ShownPath) -> Iterator[Line]:
    group = titled(teller, one.file.type, one.file.title)
    path = shown_path(one.file.path)
    for change in one.changes:
        line = teller.tell(change, one.file).line
        yield Line(line, group=group, path=path, verdict=tell_verdicts(teller, change))


def _people(review: Review, teller: Teller) -> Iterator[Line]:
    for one in review.people:
        for change in one.changes:
            lead, verdict = teller.name(one.handle), tell_verdicts(teller, change)
            yield Line(teller.tell(change).line, lead, verdict=verdict)


def _reviewer(reviewer: Reviewer, teller: Teller) -> Line:
    reasons = [tell_reason(teller, reason) for reason in reviewer.reasons]
    shown = reasons if len(reasons) <= MOST_REASONS else reasons[: MOST_REASONS - 1]
    if more := len(reasons) - len(shown):
        shown.append(teller.say_many("%(num)d more reason", "%(num)d more reasons", more))
    names = reviewer.person.host_names if reviewer.person else ()
    return Line(joined(shown, teller.semicolon), teller.name(reviewer.handle), names)


# --- why someone should look ----------------------------------------------------------------------

_REASONS = {
    Because.LOSES: to_translate("No longer answers for: %(thing)s"),
    Because.GAINS: to_translate("Takes on: %(thing)s"),
    Because.TEAM_LOSES: to_translate("Their team no longer answers for: %(thing)s"),
    Because.TEAM_GAINS: to_translate("Their team takes on: %(thing)s"),
    Because.STOPS: to_translate("No longer contributes to: %(thing)s"),
    Because.JOINS: to_translate("Now contributes to: %(thing)s"),
    Because.ANSWERS: to_translate("Answers for what changes: %(thing)s"),
    Because.SERVED: to_translate("Answers for what a changed plan serves: %(thing)s (%(plans)s)"),
    Because.ADVANCED: to_translate("Answers for what a changed plan advances: %(thing)s (%(plans)s)"),
    Because.ADVANCES: to_translate("Answers for what advances a changed goal: %(thing)s (%(plans)s)"),
    Because.DEPENDS: to_translate("Answers for what waits for a changed plan: %(thing)s (%(plans)s)"),
    Because.PERSON: to_translate("Is changed in the people file"),
}


def tell_reason(teller: Teller, reason: Reason) -> Sentence:
    """Why someone should look."""
    is_told_of = reason.because is Because.ANSWERS or reason.links
    thing = _thing(teller, reason.thing, with_plan=not is_told_of) if reason.thing else EMPTY
    plans = teller.titles(map(teller.quoted, reason.links))
    return teller.say(_REASONS[reason.because], thing=thing, plans=plans)


def _thing(teller: Teller, thing: Thing, *, with_plan: bool) -> Sentence:
    """A thing by kind and title; a goal or an action `with_plan`, where nothing else says whose it is."""
    file = teller.plans.file(thing.group, thing.id)
    assert file is not None
    part = teller.plans.part(thing.id, *thing.part) if thing.part else None
    if part is None:
        return titled(teller, file.type, file.title)
    kind, title = ("goal", part.title) if isinstance(part, Goal) else ("action", part.do)
    if not with_plan:
        return titled(teller, kind, title)
    return teller.say(
        "%(kind)s %(title)s (%(plan)s)",
        kind=teller.noun(kind), title=teller.quoted(title), plan=teller.quoted(file.title),
    )  # fmt: skip


# --- the whole in one line ------------------------------------------------------------------------

_COUNTS: dict[str | Kind, tuple[str, str]] = {
    Kind.ADDED: noun("%(num)d new", "%(num)d new"),
    Kind.REMOVED: noun("%(num)d taken out", "%(num)d taken out"),
    Kind.STATUS: noun("%(num)d with another status", "%(num)d with another status"),
    "later": noun("%(num)d with later dates", "%(num)d with later dates"),
    "earlier": noun("%(num)d with earlier dates", "%(num)d with earlier dates"),
    Kind.RETARGETED: noun("%(num)d with another target", "%(num)d with another target"),
    "dri": noun("%(num)d with another DRI", "%(num)d with another DRI"),
}
"""What is counted of the changed plans, in the order in which it is told."""


def _counted(change: Change) -> str | Kind:
    """As what a change is counted."""
    if change.days:
        return "later" if change.days > 0 else "earlier"
    return "dri" if change.field == "dri" else change.kind


def tell_summary(teller: Teller, review: Review) -> Sentence:
    """What the change is, in one line: `3 plan files changed: 1 new; 1 person changed`."""
    if review.is_empty:
        return teller.say("No change of plan")
    parts = [_summary_of_plans(teller, review.plans)] if review.plans else []
    if number := len(review.people):
        parts.append(teller.say_many("%(num)d person changed", "%(num)d people changed", number))
    return joined(parts, teller.semicolon) or teller.say("Nothing changed in the plans themselves")


def _summary_of_plans(teller: Teller, plans: Sequence[Changed]) -> Sentence:
    head = teller.say_many("%(num)d plan file changed", "%(num)d plan files changed", len(plans))
    numbers = Counter(chain.from_iterable(set(map(_counted, one.changes)) for one in plans))
    told = [teller.say_many(*_COUNTS[key], numbers[key]) for key in _COUNTS if numbers[key]]
    return teller.say("%(plans)s: %(counts)s", plans=head, counts=joined(told)) if told else head
