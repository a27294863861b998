"""The rules: plan → findings, one rule a file.

A rule is a module. Its name is the rule's; its docstring is the rule's documentation (what it finds,
why it matters, a wrong and a right example); its function `check` is pure. What the reader finds has no
module: READING names those rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from mkdocs_plans.findings import Finding, Located, Span, did_you_mean
from mkdocs_plans.load import Loaded
from mkdocs_plans.rules import (
    audience_without_edition,
    circular_link,
    tactic_without_strategy,
    unknown_goal,
    unknown_person,
    unknown_plan,
    unknown_strategy,
    unknown_team,
    unknown_theme,
)
from mkdocs_plans.settings import Site

RULES: tuple[ModuleType, ...] = (
    unknown_strategy,
    unknown_goal,
    unknown_plan,
    unknown_theme,
    circular_link,
    tactic_without_strategy,
    unknown_person,
    unknown_team,
    audience_without_edition,
)

READING = (
    *("unreadable-file", "invalid-front-matter", "duplicate-key", "invalid-value", "missing-field"),
    *("unknown-type", "duplicate-id", "invalid-id", "misspelt-field", "text-cut-by-hash"),
    *("unknown-view", "unknown-field", "several-dris"),
)
"""The rules that reading itself applies."""

PLANNED = (
    *("strategy-without-tactic", "goal-without-tactic", "link-to-closed-plan", "missing-dri"),
    *("dri-has-left", "team-without-tactic", "overloaded-dri", "end-before-start"),
    *("outside-strategy", "outside-plan", "starts-before-dependency", "missing-dates", "overdue"),
    *("review-overdue", "ended-but-open", "done-in-future", "target-equals-baseline"),
    *("unknown-reading", "goal-without-measure", "goal-without-due-date", "done-without-result"),
    *("health-contradicts-pace", "missing-mission", "missing-vision", "missing-section"),
    *("tactic-without-action", "open-question", "tactic-without-resource"),
    *("link-to-hidden-plan", "unused-ignore"),
)
"""Rules that are designed and not yet written: a site may set them already."""


def rule_name(rule: ModuleType) -> str:
    """The slug of a rule: `unknown-strategy` for the module `unknown_strategy`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def check(loaded: Loaded, site: Site) -> list[Located]:
    """Check a plan by every rule. Gives all findings, those of reading among them, with the site's
    severities, in the order of files and lines.
    """
    findings = [*loaded.findings, *_unknown_rules(site)]
    for rule in RULES:
        findings += rule.check(loaded.plan)
    judged = _ignored(_judged(findings, site), loaded)
    return sorted(loaded.locate(judged), key=_order)


def _order(located: Located) -> tuple[str, Span, str, str]:
    finding = located.finding
    return finding.path, located.span, finding.rule, finding.message


def _judged(findings: Iterable[Finding], site: Site) -> Iterator[Finding]:
    """Set the severities that the site asks for, and leave out what it switched off."""
    for finding in findings:
        severity = site.settings.rules.get(finding.rule)
        if severity != "off":
            yield replace(finding, severity=severity) if severity else finding


def _ignored(findings: Iterable[Finding], loaded: Loaded) -> Iterator[Finding]:
    """Leave out what a plan ignores with a reason."""
    for finding in findings:
        file = loaded.plan.by_path.get(finding.path)
        if file is None or finding.rule not in file.ignore:
            yield finding


def _unknown_rules(site: Site) -> Iterator[Finding]:
    """Give the names under the setting `rules` that no rule has."""
    names = {*READING, *PLANNED, *map(rule_name, RULES)}
    for name in site.settings.rules:
        if name not in names:
            message = f'there is no rule "{name}"'
            yield site.setting_finding("rules", name, message, did_you_mean(name, names))
