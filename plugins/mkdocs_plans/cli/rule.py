"""`plans rule`: what a rule finds, why it matters, and how to mend it."""

from __future__ import annotations

import inspect

import click

from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import did_you_mean
from mkdocs_plans.rules import documented_rules


@click.command()
@click.argument("name", required=False)
def rule(name: str | None) -> None:
    """Explain the rule NAME; with no name, list all rules."""
    rules = documented_rules()
    if name is None:
        width = max(map(len, rules))
        for each, module in rules.items():
            first = inspect.cleandoc(module.__doc__ or "").split("\n", 1)[0]
            click.echo(f"{each:{width}}  {module.SEVERITY:7}  {first}")
    elif name in rules:
        module = rules[name]
        click.echo(f"{click.style(name, bold=True)} ({module.SEVERITY})\n")
        click.echo(inspect.cleandoc(module.__doc__ or ""))
    else:
        raise PlansError(f'there is no rule "{name}"; {did_you_mean(name, rules) or "see `plans rule`"}')
