"""`plans rule`: what a rule finds, why it matters, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mkdocs_plans.cli.paragraphs import wrapped
from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import Severity
from mkdocs_plans.outputs.findings.text import COLOURS
from mkdocs_plans.rule import Rule
from mkdocs_plans.rules import RULES, rules_by_group, severity_of
from mkdocs_plans.rules.documentation import RuleExample, documentation
from mkdocs_plans.settings import Settings
from mkdocs_plans.spelling import did_you_mean


@click.command()
@click.argument("name", required=False)
def rule(name: str | None) -> None:
    """Explain the rule NAME; with no name, list all rules."""
    if name is None:
        click.echo("\n".join(_list()))
    elif name in RULES:
        click.echo("\n".join(_page(RULES[name])))
    else:
        raise PlansError(f'there is no rule "{name}"; {did_you_mean(name, RULES) or "see `plans rule`"}')


def _list() -> Iterator[str]:
    """Give the lines of the list: each group with its rules, their severity and what they find."""
    width = max(map(len, RULES))
    for group, rules in rules_by_group().items():
        yield click.style(group.title, bold=True)
        for each in rules:
            severity = _severity(each)
            start = f"  {each.name:{width}}  {severity:7}  "
            first, *more = wrapped(documentation(each).finds, " " * len(start))
            yield start.replace(severity, _coloured(severity), 1) + first.lstrip()
            yield from more
        yield ""
    yield "`plans rule NAME` explains one of them."


def _page(each: Rule) -> Iterator[str]:
    """Give the lines that explain a rule."""
    written, severity = documentation(each), _severity(each)
    sets = f", until a site sets it: {each.severity}" if severity == "off" else ""
    yield f"{click.style(each.name, bold=True)}  {_coloured(severity)}{sets}"
    yield ""
    yield from wrapped(written.finds)
    for paragraph in written.detail:
        yield ""
        yield from wrapped(paragraph)
    yield ""
    yield from wrapped(f"Why it matters: {written.why}")
    for example, colour in zip(written.examples, ("red", "green"), strict=True):
        yield ""
        yield from _example(example, colour)


def _example(example: RuleExample, colour: str) -> Iterator[str]:
    yield click.style(f"{example.label}:", fg=colour, bold=True)
    bar = click.style("  │ ", fg=colour)
    yield from ((bar + line).rstrip() for line in example.text.split("\n"))


def _severity(each: Rule) -> str:
    return str(severity_of(each, Settings()))


def _coloured(severity: str) -> str:
    colour = "bright_black" if severity == "off" else COLOURS[Severity(severity)]
    return click.style(severity, fg=colour, bold=severity != "off")
