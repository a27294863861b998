"""An active plan says `TODO`, `TBD` or `???`.

This rule looks at the texts in the front matter and below it, except for code and for the `???` that begins a
collapsible block. Updates are left alone, because they say what was open on their day. Only active plans are
checked: questions belong in drafts and proposals, a paused plan waits, and closed ones are left alone.

Why it matters: people act on an active plan, and take it for what was agreed.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    outcome: TBD with the regional directors

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    outcome: One in three answers, where it was one in ten.
"""

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Finding, InBody, Place, Route, Severity, Steps
from mkdocs_plans.model import LevelPlan, Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of, goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.source import without_code, without_folds

_SIGNS = ("TODO", "TBD", "???")
_OPEN = re.compile(r"(?<![\w-])(?:TODO|TBD)(?![\w-])|\?{3,}")


_TEXTS_OF = {
    "goals": ("title", "measure", "unit", "when"),
    "actions": ("do", "measure", "when"),
    "resources": ("name",),
}
"""What is text in the parts of a plan."""


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each text of an active plan's front matter, and each line of its body, that says so."""
    hint = "answer it, or write `status: proposed` until it is answered"
    for sign, at in (*_in_front_matter(plan, one), *_in_body(one)):
        message = f'this {one.type} is active, but "{sign}" shows that something in it is still open'
        yield RULE.finding(message, one.path, at, hint)


def _in_front_matter(plan: Plan, one: LevelPlan) -> Iterator[tuple[str, Place]]:
    if _has_sign("\n".join(filter(None, _all_texts(one)))):  # without a place for each, as hardly any has one
        for text, *steps in _texts(plan, one):
            if text and (found := _find(text)):
                yield found[0], Route.to(*steps)


def _all_texts(one: LevelPlan) -> list[str | None]:
    texts = [one.title, one.summary, getattr(one, "outcome", None), one.when]
    for key, names in _TEXTS_OF.items():
        for part in getattr(one, key, ()):
            texts += [getattr(part, name) for name in names]
    return texts


def _find(text: str) -> re.Match[str] | None:
    """Look for a sign; first without the expression, for hardly any text has one."""
    return _OPEN.search(without_code(text)) if _has_sign(text) else None


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _texts(plan: Plan, one: LevelPlan) -> Iterator[tuple[str | None, *Steps]]:
    """Give the texts of a plan, each with the steps to its place; a title that is the body's heading stands
    there.
    """
    yield (None if one.title in one.body.split("\n", 1)[0] else one.title), "title"
    yield one.summary, "summary"
    yield getattr(one, "outcome", None), "outcome"
    yield one.when, "when"
    for index, goal in goals_of(plan, one):
        for key in _TEXTS_OF["goals"]:
            yield getattr(goal, key), "goals", index, key
    for index, action in actions_of(plan, one):
        for key in _TEXTS_OF["actions"]:
            yield getattr(action, key), "actions", index, key
    if isinstance(one, Tactic) and plan.was_read(one, "resources"):
        for index, resource in enumerate(one.resources):
            yield resource.name, "resources", index


def _in_body(one: LevelPlan) -> Iterator[tuple[str, Place]]:
    """Give the first place in each line: one line is one question."""
    if _find(one.body) is None:
        return
    start = 0
    # Code is blanked and not cut out, so that the offsets in the rest are those in the file.
    for line in without_folds(without_code(one.body)).split("\n"):
        if found := _OPEN.search(line):
            yield found[0], InBody(start + found.start(), start + found.end())
        start += len(line) + 1


RULE = FileRule(
    "open-question",
    Group.CONTENT,
    Severity.WARNING,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses={Status.ACTIVE},
)
