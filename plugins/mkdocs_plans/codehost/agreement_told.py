"""What is said of an agreement: in the site's language and the organisation's words."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plans.changes import Teller, tell_verdict
from mkdocs_plans.changes.agreement import Need
from mkdocs_plans.changes.sentence import Sentence, joined
from mkdocs_plans.codehost.agreement import Answer, Standing
from mkdocs_plans.wording.language import to_translate

_ANSWERS = {
    Answer.AGREED: to_translate("%(name)s has agreed"),
    Answer.PROPOSED: to_translate("%(name)s proposes it"),
    Answer.WAITING: to_translate("%(name)s hasn't agreed yet"),
    Answer.CHANGED: to_translate("%(name)s agreed before this was changed"),
    Answer.REFUSED: to_translate("%(name)s asks for changes"),
    Answer.UNKNOWN: to_translate("%(name)s has no user name on %(host)s in the people file"),
}


def tell_agreement(teller: Teller, standings: Sequence[Standing]) -> Sentence:
    """Whom a change waits for, by handle, in one line."""
    if not standings:
        return teller.say("needs nobody's yes")
    waits = [teller.plain(one.handle) for one in standings if not one.answer.is_yes]
    if not waits:
        return teller.say("everybody whose yes it needs has agreed")
    return teller.say("waits for %(people)s", people=joined(waits, teller.language.gettext(", ")))


def tell_standing(teller: Teller, one: Standing, host: str) -> Sentence:
    """Where somebody stands."""
    login = f" ({host} @{one.login})" if one.login else ""
    name = teller.plain(teller.name(one.handle) + login)
    return teller.say(_ANSWERS[one.answer], name=name, host=host)


def tell_need(teller: Teller, need: Need) -> Sentence:
    """What somebody has to agree to."""
    return teller.say("%(field)s: %(change)s", field=tell_verdict(teller, need.verdict), change=need.told)
