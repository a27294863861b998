"""The rules: plan → findings, one rule a file.

A file of this folder that defines a `PlanRule` is a rule; nothing else lists it. Its docstring is the rule's
documentation: what it finds, why it matters, a wrong and a right example. What reading itself finds has its
rules in `reading_rules/`.
"""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Literal

from mkdocs_plans.findings import Finding, Located, Severity, Span
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import LevelPlan, PlanFile, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.reading_rules import files, keys_and_values
from mkdocs_plans.rule import Group, Rule, rules_in
from mkdocs_plans.rules.plan_rule import Context, FileCheck, FileRule, FirstPromises, PlanRule
from mkdocs_plans.rules.unused_ignore import unused_ignore
from mkdocs_plans.settings import Settings, Site, find_missing_url
from mkdocs_plans.spelling import did_you_mean

# Found in the folder and not listed, so that a new rule is one file. pkgutil finds them in a wheel as well.
_MODULES = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in sorted(
        rules_in([files, keys_and_values, *_MODULES], Rule),
        key=lambda rule: (list(Group).index(rule.group), rule.is_off, rule.severity.rank),
    )
}
"""Every rule by name, in the order of the documentation: by what it is about, the gravest first."""

PLAN_RULES: tuple[PlanRule | FileRule[Any], ...] = (
    *rules_in(_MODULES, PlanRule),
    *rules_in(_MODULES, FileRule),
)
"""The rules that look at the plan; by the others reading finds something, or this file."""


def rules_by_group() -> dict[Group, list[Rule]]:
    """The rules by what they are about, in the order of the documentation."""
    return {group: [rule for rule in RULES.values() if rule.group is group] for group in Group}


def severity_of(rule: Rule, settings: Settings) -> Severity | Literal["off"]:
    """How grave a rule's findings are in a site: as the site sets it, else as the rule does."""
    return settings.rules.get(rule.name, "off" if rule.is_off else rule.severity)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that a plan leaves out, with the plan's reason."""

    found: Located
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings with the site's severities, in the order of files and lines; and what was left
    out with a reason.
    """

    found: tuple[Located, ...]
    ignored: tuple[Ignored, ...] = ()


def errors(loaded: Loaded, site: Site) -> int:
    """How many errors a plan has: the rules are asked that find such."""
    return sum(one.finding.severity is Severity.ERROR for one in check(loaded, site, Severity.ERROR).found)


def check(
    loaded: Loaded,
    site: Site,
    least: Severity = Severity.NOTICE,
    promised: FirstPromises | None = None,
) -> Checked:
    """Check a plan by every rule whose findings are at least so grave; where git was asked, also by what was
    promised first.
    """
    context = Context(site.today, site.settings, promised)  # one day for all rules, be it midnight in between
    findings = [*loaded.findings, *_unknown_rules(site), *find_missing_url(site)]
    rules = [rule for rule in PLAN_RULES if _reaches(severity_of(rule, site.settings), least)]
    findings += map(loaded.as_written, _found(loaded.plan, context, rules))
    kept, left_out = _sorted_out(_judged(findings, site), loaded)
    # Last, because it takes what all the others found to know which `ignore` left nothing out. It can't be
    # ignored itself: who doesn't want to hear of an entry takes it out.
    kept += _judged(_unused_ignores(loaded, left_out, site, promised), site)
    reasons = {id(finding): reason for finding, reason in left_out}
    ignored = (Ignored(one, reasons[id(one.finding)]) for one in loaded.locate(f for f, _ in left_out))
    return Checked(
        tuple(sorted(loaded.locate(kept), key=_order)),
        tuple(sorted(ignored, key=lambda one: _order(one.found))),
    )


def _reaches(severity: Severity | Literal["off"], least: Severity) -> bool:
    return severity != "off" and severity.reaches(least)


def _found(plan: Plan, context: Context, rules: Iterable[PlanRule | FileRule[Any]]) -> Iterator[Finding]:
    """Give what rules find: first of the plan, then of each file, in the order in which these were read, so
    that the processor has at hand what rule after rule looks at.
    """
    of_files = []
    for rule in rules:
        if isinstance(rule, PlanRule):
            yield from rule.check(plan, context)
        else:
            of_files.append(rule)
    asked: dict[tuple[type[PlanFile], Status | None], list[FileCheck[Any]]] = {}
    for file in plan.files:
        status = file.status if isinstance(file, LevelPlan) and plan.was_read(file, "status") else None
        kind = type(file), status
        if kind not in asked:
            asked[kind] = [rule.check for rule in of_files if rule.asks(file, status)]
        for check_file in asked[kind]:
            yield from check_file(plan, file, context)


def _order(located: Located) -> tuple[str, Span, str, str]:
    finding = located.finding
    return finding.path, located.span, finding.rule, finding.message


def _judged(findings: Iterable[Finding], site: Site) -> Iterator[Finding]:
    """Set the severities that the site asks for, and leave out what it switched off."""
    for finding in findings:
        severity = site.settings.rules.get(finding.rule)
        if severity != "off":
            yield replace(finding, severity=severity) if severity else finding


def _sorted_out(
    findings: Iterable[Finding], loaded: Loaded
) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    """Part the findings that stay from those that their file ignores, these with the reason."""
    kept: list[Finding] = []
    left_out: list[tuple[Finding, str]] = []
    for finding in findings:
        file = loaded.plan.by_path.get(finding.path)
        reason = file.ignore.get(finding.rule) if file else None
        if reason is None:
            kept.append(finding)
        else:
            left_out.append((finding, reason))
    return kept, left_out


def _unused_ignores(
    loaded: Loaded,
    left_out: Iterable[tuple[Finding, str]],
    site: Site,
    promised: FirstPromises | None,
) -> Iterator[Finding]:
    """Give each entry of `ignore` that left nothing out, but for rules that the site switched off, and for
    those that can't know all that they ask for.
    """
    used: Mapping[str, set[str]] = defaultdict(set)
    for finding, _ in left_out:
        used[finding.path].add(finding.rule)
    off = {name for name, rule in RULES.items() if severity_of(rule, site.settings) == "off"}
    if promised is None or not promised.is_whole:
        off |= {rule.name for rule in rules_in(_MODULES, PlanRule) if rule.needs_history}
    for file in loaded.plan.files:
        for name in file.ignore:
            if name not in used[file.path] and name not in off:
                yield unused_ignore(name, file.path, RULES)


def _unknown_rules(site: Site) -> Iterator[Finding]:
    """Give the names under the setting `rules` that no rule has."""
    for name in site.settings.rules:
        if name not in RULES:
            message = f'there is no rule "{name}"'
            yield site.setting_finding("rules", name, message, did_you_mean(name, RULES))
