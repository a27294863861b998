"""A file seems to be a leftover copy of another one.

This rule finds strategies, tactics, themes and teams with the same title and number as another one. Where
neither has a number, they must belong to the same strategy or theme. It also finds files beside the original
that have the name of a copy, such as `travel (2).md` or `travel - Copy.md`.

Why it matters: both are published, their goals count twice, and the next change is made in only one of them.

Wrong, two files:

    # strategies/sell-abroad.md
    type: strategy
    number: "4"
    title: Sell abroad

    # strategies/sell-in-other-countries.md
    type: strategy
    number: "4"
    title: Sell abroad

Right, two files:

    # strategies/sell-abroad.md
    type: strategy
    number: "4"
    title: Sell abroad

    # strategies/sell-in-other-countries.md
    type: strategy
    number: "5"
    title: Sell in other countries
"""

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import PlanFile, Strategy, Tactic, Team, Theme
from mkdocs_plans.model.called import plain_name
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, PlanRule

_COPY = re.compile(
    r"(?:[ _-]*\(\d+\)|[ _-]+(?:copy|kopie|copie|copia)(?:[ _-]*\(?\d+\)?)?)+(?=\.md$)", re.IGNORECASE
)


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each copy once, with its original: the one whose name says so, else the one that is read later."""
    files = [file for file in plan.files if isinstance(file, (Strategy, Tactic, Theme, Team))]
    by_path = {file.path: file for file in files}
    first: dict[tuple[str | None, ...], PlanFile] = {}
    # Those named as copies come last, so that the one in whose place they were made is found before them.
    named = {file.path for file in files if _COPY.search(file.path)}
    for file in sorted(files, key=lambda file: (file.path in named, file.path)):
        original = by_path.get(_COPY.sub("", file.path)) if file.path in named else None
        alike = first.setdefault(_identity(file), file)
        if original is not None and original.type == file.type:
            yield _finding(file, original)
        elif alike is not file:
            yield _finding(file, alike)


def _identity(file: PlanFile) -> tuple[str | None, ...]:
    """What two files have alike of which one is a copy."""
    # A number is unique in an organisation, so two plans that share one are copies wherever they stand.
    # Without one they must also serve the same thing: "Train the team" is a tactic of many a strategy.
    under = file.strategy if isinstance(file, Tactic) else getattr(file, "theme", None)
    return file.type, plain_name(file.title), file.number, None if file.number else under


def _finding(copy: PlanFile, original: PlanFile) -> Finding:
    number = f"number {copy.number} and " if copy.number and copy.number == original.number else ""
    message = f'this seems to be a copy of "{original.title}": it has its {number}title'
    if plain_name(copy.title) != plain_name(original.title):
        message = f'this seems to be a copy of "{original.title}", by the name of its file'
    hint = "delete one of the two files, or give this one a title, a number and a file name of its own"
    related = (Related("the other one is here", original.path, Route.to("title")),)
    return RULE.finding(message, copy.path, Route.to("title"), hint, related)


RULE = PlanRule("copied-plan", Group.CONTENT, Severity.WARNING, __doc__, check=check)
