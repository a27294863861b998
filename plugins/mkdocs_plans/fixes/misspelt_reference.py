"""Write the id that a misspelt reference to a plan, theme, team or person means.

    strategy: hier          →  strategy: hire
    strategy: Hire people   →  strategy: hire    where that is the title of one strategy
    strategy: A1            →  strategy: hire    likewise its number, or its file's name
    dri: VP Sales           →  dri: vp-sales     likewise the name, role or address of one person, also
                                                 where it reads like two (`Director of Finance and Estates`)

Left alone: a misspelt handle, for `mario` and `maria` are two people; a reference that may mean another one
too, or a file that can't be read yet; one that is a
different name rather than a misspelt one; one that stands in more places than the right one, for
then that may be the misspelt one; one that would name a plan itself, or what its list already names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from mkdocs_plans.edits.scalars import find_neighbours, find_scalar, rewrite
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.model import HANDLE, Person, PlanFile, ids_called
from mkdocs_plans.plan import Plan
from mkdocs_plans.spelling import find_certain_slip

_NAMES: Mapping[str, tuple[str, Callable[[Plan], Mapping[str, PlanFile | Person]]]] = {
    "unknown-strategy": ("plan", lambda plan: plan.strategies),
    "unknown-plan": ("plan", lambda plan: plan.plans),
    "unknown-theme": ("theme", lambda plan: plan.themes),
    "unknown-team": ("team", lambda plan: plan.teams),
    "unknown-person": ("person", lambda plan: plan.people),
    "several-dris": ("person", lambda plan: plan.people),
}
"""What a reference names, by the rule that finds it wrong: its kind, as `count_uses` has it, and the ids."""


def fix(case: Case) -> Fix:
    """Put the id that is meant in the place of the one that isn't there."""
    scalar = find_scalar(case.document, case.route)
    if scalar is None:
        return ()
    before, named, after = _parts(case, scalar.text)
    meant = _meant(case, named, is_plan=case.route.steps[0] == "advances" and bool(after))
    if meant is None or _names_itself(case, meant):
        return ()
    text = before + meant + after
    return (
        () if text in find_neighbours(case.document, scalar.route) else rewrite(case.document, scalar, text)
    )


def _meant(case: Case, named: str, *, is_plan: bool) -> str | None:
    """The id that is meant; None where that isn't certain."""
    kind, ids = _NAMES[case.finding.rule]
    choices = case.plan.plans if is_plan else ids(case.plan)
    called = ids_called(named, choices)
    if called:
        return called[0] if len(called) == 1 and HANDLE.fullmatch(called[0]) else None
    if case.finding.rule == "several-dris":
        return None
    if kind == "person":
        return None  # two handles that differ in a letter may be two people
    meant = find_certain_slip(named, {*choices, *_rivals(case)})
    if meant is None or meant not in choices or not HANDLE.fullmatch(meant):
        return None
    return meant if case.is_likelier((kind, meant), (kind, named.strip())) else None


def _parts(case: Case, text: str) -> tuple[str, str, str]:
    """What stands before the id, the id, and the `#goal` that stands after it in `advances` and `serves`."""
    if case.finding.rule == "unknown-strategy" and case.route.steps[0] in {"advances", "serves"}:
        plan, hash_, goal = text.rpartition("#")
        return "", plan, hash_ + goal
    sign = "@" if case.finding.rule == "unknown-person" and text.startswith("@") else ""
    return sign, text.removeprefix(sign), ""


def _rivals(case: Case) -> Collection[str]:
    """Ids that may be meant as well, and that can't be taken: those of files that can't be read yet,
    and those of tactics where a strategy belongs.
    """
    unread = case.plan.unread.by_id.keys()
    return unread | case.plan.tactics.keys() if case.finding.rule == "unknown-strategy" else unread


def _names_itself(case: Case, meant: str) -> bool:
    """Whether a plan would depend on itself, or be its own parent."""
    file = case.plan.by_path.get(case.document.path)
    return file is not None and file.id == meant and case.route.steps[0] in {"parent", "serves", "depends_on"}


FIXER = Fixer(fix, tuple(_NAMES))
