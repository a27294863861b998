"""The filters of the site's views as options of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from mkdocs_plans.cli.reading import id_called
from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import Health, Status, Thing, composed
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import did_you_mean

F = TypeVar("F", bound=Callable[..., Any])

FilterValues = Mapping[str, tuple[str, ...]]
"""The values that were chosen, by the name of the filter."""

_OPTIONS = (
    click.option("--theme", multiple=True, type=composed, metavar="ID", help="Only of this theme."),
    click.option("--team", multiple=True, type=composed, metavar="ID", help="Only of this team."),
    click.option(
        "--dri",
        multiple=True,
        type=composed,
        metavar="HANDLE",
        help="Only what this person is responsible for.",
    ),
    click.option("--strategy", multiple=True, type=composed, metavar="ID", help="Only of this strategy."),
    click.option(
        "--status",
        multiple=True,
        metavar="STATUS",
        help=f"Only with this status: {', '.join(Status)}, or one of your own.",
    ),
    click.option("--health", multiple=True, type=click.Choice([str(one) for one in Health])),
)


def filter_options(command: F) -> F:
    """Add the filters; each may be given several times, and then lets any of its values through."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def refuse_unknown_status(status: str | None, site: Site) -> None:
    """End a command that is given a status which is neither one of ours nor one of the site's own."""
    every = (*Status, *own_statuses(site.settings))
    if status is not None and status not in every:
        hint = did_you_mean(status, every) or f"there are {', '.join(every)}"
        raise click.UsageError(f'there is no status "{status}": {hint}')


def arguments_of(plan: Plan, site: Site, chosen: FilterValues) -> Tactics:
    """The filters as a view takes them. PlansError where one names what the plan doesn't have."""
    for status in chosen.get("status", ()):
        refuse_unknown_status(status, site)
    there: Mapping[str, tuple[Mapping[str, Thing], str]] = {
        "theme": (plan.themes, "theme"),
        "team": (plan.teams, "team"),
        "dri": (plan.answering, "person"),
        "strategy": (plan.strategies, "strategy"),
    }
    see = "see `plans list --help` for what can be listed"

    def meant(name: str, value: str) -> str:
        if name not in there or (name == "dri" and value in plan.named_people):
            return value
        return id_called(value, *there[name], see)

    return Tactics.model_validate(
        {name: tuple(meant(name, value) for value in values) for name, values in chosen.items()},
        context={"statuses": own_statuses(site.settings)},
    )
