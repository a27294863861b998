"""Every rule of the check: what it finds, why it matters, a wrong and a right example."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model.views import Rules as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.rule import Rule
from mkdocs_plans.rules import rules_by_group, severity_of
from mkdocs_plans.rules.documentation import documentation
from mkdocs_plans.settings import Settings

NARROW = 38
"""How many characters a line of an example may have that stands beside another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A rule. `own` is its severity elsewhere, where this site sets another one; an example has a kind, a
    label and its text, and is narrow where two have room side by side.
    """

    name: str
    severity: str
    own: str
    finds: str
    detail: tuple[str, ...]
    why: str
    is_narrow: bool
    examples: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules about the same."""

    id: str
    title: str
    rules: tuple[RuleEntry, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """What the template is given."""

    groups: tuple[RuleGroup, ...]


@view(Arguments, found="whole")
def show(page: Presenter, _: Arguments) -> RulesView:
    """Give the rules in their groups, each with its severity in this site."""
    settings = page.site.settings
    return RulesView(
        tuple(
            RuleGroup(
                f"about-{group.name.lower()}", group.title, tuple(_rule(rule, settings) for rule in rules)
            )
            for group, rules in rules_by_group().items()
        )
    )


def _rule(rule: Rule, settings: Settings) -> RuleEntry:
    written = documentation(rule)
    severity, own = severity_of(rule, settings), severity_of(rule, Settings())
    return RuleEntry(
        name=rule.name,
        severity=str(severity),
        own=str(own) if own != severity else "",
        finds=written.finds,
        detail=tuple(written.detail),
        why=written.why[:1].upper() + written.why[1:],
        is_narrow=all(len(line) <= NARROW for one in written.examples for line in one.text.split("\n")),
        examples=tuple((one.label.partition(",")[0], one.label, one.text) for one in written.examples),
    )
