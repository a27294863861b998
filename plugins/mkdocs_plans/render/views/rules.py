"""Every rule of the check: what it finds, why it matters, a wrong and a right example."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.rule import Rule
from mkdocs_plans.rules import rules_by_group, severity_of
from mkdocs_plans.rules.documentation import documentation
from mkdocs_plans.settings import Settings

NARROW = 38
"""How many characters a line of an example may have that stands beside another one."""


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the rules in their groups, each with its severity in this site."""
    settings = page.site.settings
    return {
        "groups": [
            {
                "id": f"about-{group.name.lower()}",
                "title": group.title,
                "rules": [_rule(rule, settings) for rule in rules],
            }
            for group, rules in rules_by_group().items()
        ]
    }


def _rule(rule: Rule, settings: Settings) -> dict[str, Any]:
    written = documentation(rule)
    severity, own = severity_of(rule, settings), severity_of(rule, Settings())
    return {
        "name": rule.name,
        "severity": str(severity),
        "own": str(own) if own != severity else "",
        "finds": written.finds,
        "detail": written.detail,
        "why": written.why[:1].upper() + written.why[1:],
        "is_narrow": all(len(line) <= NARROW for one in written.examples for line in one.text.split("\n")),
        "examples": [(one.label.partition(",")[0], one.label, one.text) for one in written.examples],
    }
