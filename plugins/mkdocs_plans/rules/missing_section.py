"""A plan's text lacks a section that it should have.

The setting `sections` lists the headings that a text must have, in the site's language. Until it is set, no
headings are required; `plans init` sets *Where we stand* and *Where we want to be* for strategies. A
heading's level, capitals and surrounding punctuation don't matter. This rule looks at active and paused
strategies and tactics: drafts and proposals may still be written, and closed plans are left alone. Files of
other types are always checked. A text is reported once, however many sections it lacks.

Why it matters: a goal says where to go; without the background nobody can judge whether it is the right
one.

Wrong, in mkdocs.yml:

    # strategies say where they stand and where they want to be
    plugins:
      - plans:
          sections: {strategy: [Where we stand, What we stop doing]}

Right, in mkdocs.yml:

    plugins:
      - plans:
          sections: {strategy: [Where we stand, Where we want to be]}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.source import headings
from mkdocs_plans.spelling import find_near


def check(plan: Plan, file: PlanFile, context: Context) -> Iterator[Finding]:
    """Give each text that lacks a section."""
    wanted: tuple[str, ...] = getattr(context.settings.sections, file.type)
    if wanted and _is_asked(plan, file):
        yield from _check(file, wanted)


def _is_asked(plan: Plan, file: PlanFile) -> bool:
    if not isinstance(file, LevelPlan):
        return True
    return file.status in RUNNING and plan.was_read(file, "status")


def _check(file: PlanFile, wanted: tuple[str, ...]) -> Iterator[Finding]:
    there = {_plain(heading): heading for heading in headings(file.body)}
    missing = [heading for heading in wanted if _plain(heading) not in there]
    if missing:
        names = " and ".join(f'"{heading}"' for heading in missing)
        message = f"the text has no section{'s' * (len(missing) > 1)} {names}"
        spare = there.keys() - set(map(_plain, wanted))
        near = find_near(_plain(missing[0]), spare)
        hint = f"write the heading `## {missing[0]}` and a few sentences below it"
        if near:
            hint = f'rename the section "{there[near]}", if that one is meant'
        yield RULE.finding(message, file.path, Route.to("title"), hint)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().strip(" .:?!").split())


RULE = FileRule("missing-section", Group.CONTENT, Severity.WARNING, __doc__, check=check, of=PlanFile)
