"""The rules: plan → findings, one rule a file.

A rule is a module. Its name is the rule's; its docstring is the rule's documentation (what it finds,
why it matters, a wrong and a right example); SEVERITY is what it is unless the site says otherwise, and
`OFF = True` says that it is off until a site sets it; its function `check` is pure. What reading itself
finds is documented in `reading/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Literal

from mkdocs_plans.findings import Finding, Located, Severity, Span
from mkdocs_plans.load import Loaded
from mkdocs_plans.rules import (
    audience_without_edition,
    circular_link,
    copied_plan,
    cost_in_words,
    done_and_dropped,
    done_in_future,
    done_with_open_actions,
    done_without_result,
    dri_has_left,
    dropped_without_note,
    end_before_start,
    ended_but_open,
    goal_without_due_date,
    goal_without_measure,
    goal_without_tactic,
    health_contradicts_pace,
    link_to_closed_plan,
    link_to_draft_plan,
    missing_baseline,
    missing_dates,
    missing_dri,
    missing_mission,
    missing_section,
    missing_vision,
    open_question,
    outside_plan,
    outside_strategy,
    overdue,
    overloaded_dri,
    review_overdue,
    starts_before_dependency,
    strategy_without_tactic,
    tactic_without_action,
    tactic_without_resource,
    tactic_without_strategy,
    target_equals_baseline,
    target_outside_goal,
    team_without_tactic,
    unknown_goal,
    unknown_person,
    unknown_plan,
    unknown_reading,
    unknown_strategy,
    unknown_team,
    unknown_theme,
    unlikely_number,
    unused_ignore,
)
from mkdocs_plans.rules.context import Context
from mkdocs_plans.rules.reading import (
    ambiguous_number,
    duplicate_id,
    duplicate_key,
    foreign_field,
    invalid_front_matter,
    invalid_id,
    invalid_setting,
    invalid_value,
    missing_field,
    misspelt_field,
    people_file_published,
    several_dris,
    text_cut_by_comma,
    text_cut_by_hash,
    unexpanded_view,
    unknown_field,
    unknown_setting,
    unknown_type,
    unknown_view,
    unreadable_file,
)
from mkdocs_plans.settings import Settings, Site
from mkdocs_plans.spelling import did_you_mean

GROUPS: Mapping[str, tuple[ModuleType, ...]] = {
    "reading": (
        unreadable_file,
        invalid_front_matter,
        duplicate_key,
        invalid_value,
        ambiguous_number,
        missing_field,
        unknown_type,
        duplicate_id,
        invalid_id,
        misspelt_field,
        foreign_field,
        text_cut_by_hash,
        text_cut_by_comma,
        unknown_view,
        unexpanded_view,
        unknown_field,
        unknown_setting,
        invalid_setting,
        people_file_published,
    ),
    "links": (
        unknown_strategy,
        unknown_goal,
        unknown_plan,
        unknown_theme,
        circular_link,
        tactic_without_strategy,
        strategy_without_tactic,
        goal_without_tactic,
        link_to_closed_plan,
        link_to_draft_plan,
    ),
    "people": (
        unknown_person,
        unknown_team,
        several_dris,
        missing_dri,
        dri_has_left,
        team_without_tactic,
        overloaded_dri,
    ),
    "dates": (
        end_before_start,
        outside_strategy,
        outside_plan,
        starts_before_dependency,
        missing_dates,
        overdue,
        review_overdue,
        ended_but_open,
        done_in_future,
    ),
    "goals": (
        target_equals_baseline,
        target_outside_goal,
        missing_baseline,
        unknown_reading,
        unlikely_number,
        goal_without_measure,
        goal_without_due_date,
        done_without_result,
        done_with_open_actions,
        done_and_dropped,
        dropped_without_note,
        health_contradicts_pace,
    ),
    "content": (
        missing_mission,
        missing_vision,
        missing_section,
        tactic_without_action,
        open_question,
        copied_plan,
        tactic_without_resource,
        cost_in_words,
    ),
    "audience": (audience_without_edition,),
    "upkeep": (unused_ignore,),
}
"""Every rule, by what it is about, in the order of the documentation."""

TITLES = {
    "reading": "Reading the files",
    "links": "Links between plans",
    "people": "People and teams",
    "dates": "Dates and reviews",
    "goals": "Goals and results",
    "content": "What a plan should say",
    "audience": "Who may read it",
    "upkeep": "Upkeep",
}
"""What the documentation calls a group."""

RULES: tuple[ModuleType, ...] = tuple(
    rule for group in GROUPS.values() for rule in group if hasattr(rule, "check")
)
"""The rules that look at the plan; the others document what reading and upkeep find."""

PLANNED = ("link-to-hidden-plan",)
"""Rules that are designed and not yet written: a site may set them already."""


def rule_name(rule: ModuleType) -> str:
    """The slug of a rule: `unknown-strategy` for the module `unknown_strategy`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def severity_of(rule: ModuleType, settings: Settings) -> Severity | Literal["off"]:
    """How grave a rule's findings are in a site: as the site sets it, else as the rule does."""
    own: Severity | Literal["off"] = "off" if getattr(rule, "OFF", False) else rule.SEVERITY
    return settings.rules.get(rule_name(rule), own)


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
        if severity_of(rule, site.settings) != "off":
            found = map(loaded.as_written, rule.check(loaded.plan, context))
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
    off = {name for name, rule in documented_rules().items() if severity_of(rule, site.settings) == "off"}
    for file in loaded.plan.files:
        for name in file.ignore:
            if name not in used[file.path] and name not in off:
                yield unused_ignore.finding(name, file.path, rule_names())


def documented_rules() -> dict[str, ModuleType]:
    """The rules by name, in the order of their documentation."""
    return {rule_name(rule): rule for group in GROUPS.values() for rule in group}


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
