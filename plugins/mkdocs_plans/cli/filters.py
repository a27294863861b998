"""The filters of the site's views as options of a command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import click

from mkdocs_plans.cli.reading import refuse_unknown
from mkdocs_plans.model import Health, Status, composed
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.plan import Plan

F = TypeVar("F", bound=Callable[..., Any])

Chosen = Mapping[str, tuple[str, ...]]
"""The values that were chosen, by the name of the filter."""

_OPTIONS = (
    click.option("--theme", multiple=True, type=composed, metavar="ID", help="Only of a theme."),
    click.option("--team", multiple=True, type=composed, metavar="ID", help="Only of a team."),
    click.option(
        "--dri", multiple=True, type=composed, metavar="HANDLE", help="Only what a person answers for."
    ),
    click.option("--strategy", multiple=True, type=composed, metavar="ID", help="Only of a strategy."),
    click.option("--status", multiple=True, type=click.Choice([str(one) for one in Status])),
    click.option("--health", multiple=True, type=click.Choice([str(one) for one in Health])),
)


def filter_options(command: F) -> F:
    """Add the filters; each may be given several times, and then lets any of its values through."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def arguments_of(plan: Plan, chosen: Chosen) -> Tactics:
    """The filters as a view takes them. PlansError where one names what the plan doesn't have."""
    there: Mapping[str, tuple[Collection[str], str]] = {
        "theme": (plan.themes, "theme"),
        "team": (plan.teams, "team"),
        "dri": (plan.handles, "person"),
        "strategy": (plan.strategies, "strategy"),
    }
    for name, (names, noun) in there.items():
        for value in chosen.get(name, ()):
            refuse_unknown(value, names, noun, "see `plans list --help` for what can be listed")
    return Tactics.model_validate(dict(chosen))
