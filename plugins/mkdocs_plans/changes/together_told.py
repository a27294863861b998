"""What a change does together with other open changes, in words: lines under what each of these is called."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.changes.compare import Review
from mkdocs_plans.changes.effects_told import tell_consequence, titled
from mkdocs_plans.changes.lines import Line, ShownPath
from mkdocs_plans.changes.sentence import Sentence, Theirs
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.changes.together import Clash, Other, Together
from mkdocs_plans.wording.language import to_translate

MOST_LINES = 12
"""How many lines are told of one other change; the rest are counted. Our convention: anybody may open a
change that is at odds with everything.
"""


def tell_together(review: Review, teller: Teller, shown_path: ShownPath) -> Iterator[Line]:
    """What it does with each of them, then with which it does nothing more, and which weren't looked at."""
    for one in review.together:
        group = teller.titles((tell_other(teller, other) for other in one.others), few=10)
        lines = list(_lines(one, teller, shown_path, group))
        more = len(lines) - MOST_LINES
        yield from lines if more <= 1 else lines[:MOST_LINES]
        if more > 1:
            yield Line(teller.say_many("%(num)d more", "%(num)d more", more), group=group)
    quiet = [one.others[0] for one in review.together if one.is_empty and len(one.others) == 1]
    for phrase, others in (
        (to_translate("No further effect together with: %(changes)s"), quiet),
        (to_translate("Not compared with: %(changes)s"), review.not_compared),
    ):
        if others:
            changes = teller.titles((tell_other(teller, other) for other in others), few=10)
            yield Line(teller.say(phrase, changes=changes))


def tell_other(teller: Teller, other: Other) -> Sentence:
    """What another change is called: its branch, or its number and title."""
    if other.number is None:
        return teller.plain(other.branch)
    return Sentence((f"{other.sign}{other.number} ",)) + teller.quoted(other.title)


def _lines(one: Together, teller: Teller, shown_path: ShownPath, group: Sentence) -> Iterator[Line]:
    both, theirs = teller.about(one.both), teller.about(one.theirs)
    for clash in one.clashes:
        yield Line(_clash(clash, teller, theirs), teller.language.gettext("Both change it"), group=group)
    for effect in one.consequences:
        yield Line(tell_consequence(both, effect), teller.language.gettext("Only together"), group=group)
    for located in one.findings:
        path, finding = shown_path(located.finding.path), located.finding
        yield Line(
            Sentence((Theirs(finding.message),)),
            str(finding.severity),
            group=group,
            path=path,
            rule=finding.rule,
        )
    if one.unmerged:
        files = teller.titles((teller.plain(shown_path(path)) for path in one.unmerged), few=10)
        phrase = to_translate(
            "git can’t merge the two by itself, because both change the same lines: %(files)s"
        )
        yield Line(teller.say(phrase, files=files), group=group)


def _clash(clash: Clash, teller: Teller, theirs: Teller) -> Sentence:
    """What one change does, and what the other."""
    file = clash.file
    about = titled(teller, file.type, file.title) if file else teller.plain(teller.name(clash.handle))
    here, there = teller.tell(clash.ours, file).line, theirs.tell(clash.theirs, file).line
    return teller.say("%(thing)s. Here: %(here)s. There: %(there)s", thing=about, here=here, there=there)
