"""What other tools, and people, call the words that a field may have: in English and in German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from mkdocs_plans.model.words import Cadence, Health, Keep, Status

_CALLED: Mapping[StrEnum, str] = {
    Status.DRAFT: "in draft, drafting, being drafted, entwurf, in vorbereitung",
    Status.PROPOSED: (
        "proposal, suggested, submitted, for approval, awaiting approval, under review, vorgeschlagen, "
        "vorschlag, beantragt, eingereicht"
    ),
    Status.ACTIVE: (
        "in progress, inprogress, ongoing, started, running, live, open, current, underway, under way, wip, "
        "doing, approved, in flight, aktiv, laufend, läuft, in arbeit, in bearbeitung, in umsetzung, "
        "begonnen, offen, beschlossen"
    ),
    Status.PAUSED: (
        "on hold, onhold, hold, pause, suspended, deferred, postponed, parked, pausiert, ruht, ruhend, "
        "ausgesetzt, zurückgestellt, angehalten, unterbrochen, verschoben"
    ),
    Status.DONE: (
        "completed, complete, finished, achieved, delivered, implemented, fulfilled, abgeschlossen, "
        "erledigt, fertig, beendet, umgesetzt, erreicht"
    ),
    Status.DROPPED: (
        "cancelled, canceled, abandoned, rejected, withdrawn, discontinued, aufgegeben, verworfen, "
        "abgebrochen, gestrichen, abgelehnt, eingestellt"
    ),
    Health.ON_TRACK: (
        "green, g, good, ok, okay, fine, healthy, on course, on schedule, on target, grün, im plan, "
        "auf kurs, planmäßig, gut, 🟢, 🟩"
    ),
    Health.AT_RISK: (
        "amber, yellow, orange, a, y, medium, warning, some risk, needs attention, gelb, orange, gefährdet, "
        "kritisch beobachtet, 🟡, 🟠, 🟨"
    ),
    Health.OFF_TRACK: (
        "red, r, bad, critical, behind, behind schedule, late, delayed, failing, rot, kritisch, "
        "nicht im plan, verzögert, verspätet, 🔴, 🟥"
    ),
    Cadence.WEEKLY: "every week, each week, once a week, wöchentlich, jede woche",
    Cadence.MONTHLY: "every month, each month, once a month, monatlich, jeden monat",
    Cadence.QUARTERLY: (
        "every quarter, each quarter, every 3 months, every three months, termly, vierteljährlich, "
        "quartalsweise, jedes quartal"
    ),
    Cadence.HALF_YEARLY: (
        "every half-year, every half year, half yearly, twice a year, every 6 months, every six months, "
        "semi-annual, semi-annually, semiannual, biannual, biannually, six-monthly, halbjährlich, "
        "jedes halbjahr"
    ),
    Cadence.YEARLY: "every year, each year, once a year, annual, annually, jährlich, jedes jahr",
    Keep.AT_LEAST: (
        ">=, =>, ≥, min, minimum, no less than, not less than, not below, mindestens, wenigstens, nicht unter"
    ),
    Keep.AT_MOST: (
        "<=, =<, ≤, max, maximum, no more than, not more than, not above, höchstens, maximal, nicht über"
    ),
}


def _plain(text: str) -> str:
    """A word in lower case, its parts joined by spaces."""
    return " ".join(text.lower().replace("_", " ").replace("-", " ").split()).rstrip(".!")


_WORDS = {
    (type(word), _plain(called)): word for word, names in _CALLED.items() for called in names.split(",")
}

_UNCLEAR: Mapping[tuple[type[StrEnum], str], str] = {
    **dict.fromkeys(
        (
            (Status, word)
            for word in (
                *("planned", "not started", "to do", "todo", "backlog", "upcoming", "new", "pending"),
                *("geplant", "nicht begonnen", "noch nicht begonnen", "neu", "ausstehend"),
            )
        ),
        "write active if it is agreed, also before it starts, or proposed if it isn't",
    ),
    **dict.fromkeys(
        ((Status, word) for word in ("closed", "ended", "over", "archived", "geschlossen", "archiviert")),
        "write done if it was carried out, or dropped if it was given up",
    ),
    **dict.fromkeys(
        ((Status, word) for word in ("stopped", "blocked", "stalled", "gestoppt", "blockiert")),
        "write paused if it goes on later, or dropped if it was given up",
    ),
    **dict.fromkeys(
        ((Keep, word) for word in (">", "above", "over", "more than", "über", "mehr als")),
        "write at least, with the lowest number that will do as `target`",
    ),
    **dict.fromkeys(
        ((Keep, word) for word in ("<", "below", "under", "less than", "unter", "weniger als")),
        "write at most, with the highest number that will do as `target`",
    ),
    **dict.fromkeys(
        ((Keep, word) for word in ("yes", "true", "no", "false", "ja", "nein")),
        "write at least or at most, or leave it out if the number only has to be reached once",
    ),
}  # fmt: skip
"""Words that may mean several of ours, with what to write for which."""


def meant_word(words: type[StrEnum], text: str) -> StrEnum | None:
    """The word of ours that others call so; None where there is none, or there are several."""
    said = _plain(text)
    own = {_plain(word.value): word for word in words}
    return own.get(said) or _WORDS.get((words, said))


def meant_own_word(own: Iterable[str], text: str) -> str | None:
    """The word of the organisation's own that a text is but for case and signs; None where it is none."""
    said = _plain(text)
    return next((word for word in own if _plain(word) == said), None)


def what_to_write(words: type[StrEnum], text: str) -> str:
    """The hint for a word that others use and that may mean several of ours, or belongs elsewhere; nothing
    for any other.
    """
    said = _plain(text)
    if unclear := _UNCLEAR.get((words, said)):
        return unclear
    if words is Status and (health := meant_word(Health, text)):
        return f"this is the health: write it in a check-in, `updates: [{{date: …, health: {health}}}]`"
    if words is Keep and (parted := keep_with_number(text)):
        return f"write `keep: {parted[0]}` and, on a line of its own, `target: {parted[1]}`"
    return ""


def keep_with_number(text: str) -> tuple[Keep, str] | None:
    """The side and the number of `at least 93` or `>= 93 %`."""
    found = re.fullmatch(r"(\D+?)\s*([+-]?\d+(?:\.\d+)?)\s*(?:%|percent)?", text.strip())
    side = meant_word(Keep, found[1]) if found else None
    return (side, found[2]) if found and isinstance(side, Keep) else None
