"""The rules: plan → findings, one rule a file.

A rule is a module. Its name is the rule's; its docstring is the rule's documentation (what it finds,
why it matters, a wrong and a right example); SEVERITY is what it is unless the site says otherwise; its
function `check` is pure. What reading itself finds is documented in `reading/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
    unused_ignore,
)
from mkdocs_plans.rules.context import Context
from mkdocs_plans.rules.reading import (
    duplicate_id,
    duplicate_key,
    invalid_front_matter,
    invalid_id,
    invalid_setting,
    invalid_value,
    missing_field,
    misspelt_field,
    several_dris,
    text_cut_by_hash,
    unknown_field,
    unknown_setting,
    unknown_type,
    unknown_view,
    unreadable_file,
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
"""The rules that look at the plan, in the order in which they are documented."""

READING: tuple[ModuleType, ...] = (
    unreadable_file,
    invalid_front_matter,
    duplicate_key,
    invalid_value,
    missing_field,
    unknown_type,
    duplicate_id,
    invalid_id,
    misspelt_field,
    text_cut_by_hash,
    unknown_view,
    unknown_field,
    several_dris,
    unknown_setting,
    invalid_setting,
)
"""The rules that reading applies: documentation and severity alone."""

UPKEEP: tuple[ModuleType, ...] = (unused_ignore,)
"""The rules about what the others found."""

PLANNED = (
    *("strategy-without-tactic", "goal-without-tactic", "link-to-closed-plan", "missing-dri"),
    *("dri-has-left", "team-without-tactic", "overloaded-dri", "end-before-start"),
    *("outside-strategy", "outside-plan", "starts-before-dependency", "missing-dates", "overdue"),
    *("review-overdue", "ended-but-open", "done-in-future", "target-equals-baseline"),
    *("unknown-reading", "goal-without-measure", "goal-without-due-date", "done-without-result"),
    *("health-contradicts-pace", "missing-mission", "missing-vision", "missing-section"),
    *("tactic-without-action", "open-question", "tactic-without-resource", "link-to-hidden-plan"),
)
"""Rules that are designed and not yet written: a site may set them already."""


def rule_name(rule: ModuleType) -> str:
    """The slug of a rule: `unknown-strategy` for the module `unknown_strategy`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


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


def check(loaded: Loaded, site: Site) -> Checked:
    """Check a plan by every rule."""
    context = Context(site.today, site.settings)
    findings = [*loaded.findings, *_unknown_rules(site)]
    for rule in RULES:
        if site.settings.rules.get(rule_name(rule)) != "off":
            found = rule.check(loaded.plan, context)
            findings += (replace(finding, severity=rule.SEVERITY) for finding in found)
    kept, left_out = _sorted_out(_judged(findings, site), loaded)
    kept += _judged(_unused_ignores(loaded, left_out, site), site)
    reasons = {id(finding): reason for finding, reason in left_out}
    ignored = (Ignored(one, reasons[id(one.finding)]) for one in loaded.locate(f for f, _ in left_out))
    return Checked(
        tuple(sorted(loaded.locate(kept), key=_order)),
        tuple(sorted(ignored, key=lambda one: _order(one.found))),
    )


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


def _unused_ignores(loaded: Loaded, left_out: Iterable[tuple[Finding, str]], site: Site) -> Iterator[Finding]:
    """Give each entry of `ignore` that left nothing out, but for rules that the site switched off."""
    used: Mapping[str, set[str]] = defaultdict(set)
    for finding, _ in left_out:
        used[finding.path].add(finding.rule)
    for file in loaded.plan.files:
        for name in file.ignore:
            if name not in used[file.path] and site.settings.rules.get(name) != "off":
                yield unused_ignore.finding(name, file.path, rule_names())


def documented_rules() -> dict[str, ModuleType]:
    """The rules by name, in the order of their documentation: reading, the plan, upkeep."""
    return {rule_name(rule): rule for rule in (*READING, *RULES, *UPKEEP)}


def rule_names() -> list[str]:
    """The names of all rules, those to come included, in the order of their documentation."""
    return [*documented_rules(), *PLANNED]


def _unknown_rules(site: Site) -> Iterator[Finding]:
    """Give the names under the setting `rules` that no rule has."""
    names = rule_names()
    for name in site.settings.rules:
        if name not in names:
            message = f'there is no rule "{name}"'
            yield site.setting_finding("rules", name, message, did_you_mean(name, names))
