"""What a change amounts to, in words: its worst in one sentence, and the name of each verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_plans.changes.change import Change
from mkdocs_plans.changes.compare import Review
from mkdocs_plans.changes.sentence import Sentence
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.settings import Verdict
from mkdocs_plans.wording.language import noun, to_translate

_LABELS = {
    Verdict.PAST_REWRITTEN: to_translate("Past rewritten"),
    Verdict.PROMISE_LOWERED: to_translate("Promise lowered"),
    Verdict.PROMISE_RAISED: to_translate("Promise raised"),
    Verdict.COST: to_translate("Cost"),
    Verdict.RESPONSIBILITY: to_translate("Responsibility"),
    Verdict.RECORD: to_translate("Record"),
    Verdict.WORDING: to_translate("Wording"),
}

_UNSURE = to_translate("Promise perhaps lowered")

_TOLD = {
    Verdict.PAST_REWRITTEN: noun(
        "rewrites %(num)d record of the past", "rewrites %(num)d records of the past"
    ),
    Verdict.PROMISE_LOWERED: noun("lowers %(num)d promise", "lowers %(num)d promises"),
    _UNSURE: noun("perhaps lowers %(num)d promise", "perhaps lowers %(num)d promises"),
    Verdict.PROMISE_RAISED: noun("raises %(num)d promise", "raises %(num)d promises"),
    Verdict.RESPONSIBILITY: noun("moves %(num)d responsibility", "moves %(num)d responsibilities"),
    Verdict.RECORD: noun("records %(num)d piece of news", "records %(num)d pieces of news"),
}  # fmt: skip
"""What is counted, in the order in which it is told."""

_CHANGE = to_translate("This change %(does)s"), to_translate("This change %(does)s; it %(costs)s")
_SUM = to_translate("The net change %(does)s"), to_translate("The net change %(does)s; it %(costs)s")


def tell_verdict(teller: Teller, verdict: Verdict, *, is_unsure: bool = False) -> str:
    """The name of a verdict."""
    return teller.language.gettext(_UNSURE if is_unsure else _LABELS[verdict])


def tell_verdicts(teller: Teller, change: Change) -> str:
    """All that a change amounts to and that the site has pointed out; empty for none."""
    named = [
        tell_verdict(teller, one, is_unsure=change.is_unsure and one is Verdict.PROMISE_LOWERED)
        for one in change.verdicts
        if teller.grades[one] != "off"
    ]
    rest = map(teller.language.small, named[1:])
    return teller.language.gettext(", ").join([*named[:1], *rest])


def tell_headline(teller: Teller, review: Review) -> Sentence:
    """What the change amounts to, in one sentence with the worst first: `This change lowers 2 promises; it
    costs €57,600 more`. What the site has not pointed out is only told where there is nothing else.
    """
    if review.is_empty:
        return teller.say("No change of plan")
    if not review.verdicts:
        return teller.say("Nothing changed in the plans themselves")
    numbers = Counter(
        _UNSURE if one.is_unsure and verdict is Verdict.PROMISE_LOWERED else verdict
        for one in review.changes
        for verdict in one.verdicts
    )
    shown = {verdict for verdict in review.verdicts if teller.grades[verdict] != "off"} or review.verdicts
    does = [
        teller.say_many(*words, numbers[key])
        for key, words in _TOLD.items()
        if numbers[key] and (Verdict.PROMISE_LOWERED if key == _UNSURE else key) in shown
    ]
    costs = list(_costs(teller, review)) if Verdict.COST in shown else []
    if does and costs:
        both = {"does": teller.listed(does), "costs": teller.listed(costs)}
        return teller.say((_SUM if review.is_sum else _CHANGE)[1], **both)
    told = does or costs or [teller.say("changes wording only")]
    return teller.say((_SUM if review.is_sum else _CHANGE)[0], does=teller.listed(told))


def _costs(teller: Teller, review: Review) -> Iterator[Sentence]:
    """By how much more and less it costs."""
    more = {currency: value for currency, value in review.cost.items() if value > 0}
    less = {currency: -value for currency, value in review.cost.items() if value < 0}
    if more:
        yield teller.say("costs %(amounts)s more", amounts=teller.formats.sums(more))
    if less:
        yield teller.say("costs %(amounts)s less", amounts=teller.formats.sums(less))
    if not review.cost:
        yield teller.say("changes costs")
