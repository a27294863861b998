"""Every check-in of strategies and tactics, newest first."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.model.views import Updates as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.check_ins import CheckIn, check_ins
from mkdocs_plans.render.views.filters import choose


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the check-ins of the plans that pass the filters by year and month; the newest year stands
    open. A period counts to its last day.
    """
    assert isinstance(arguments, Arguments)
    found = [one for plan in choose(page, arguments).plans.values() for one in check_ins(plan)]
    found.sort(key=lambda one: one.update.date.last, reverse=True)
    years = groupby(found, lambda one: one.update.date.last.year)
    return {"years": [_year(page, year, list(members)) for year, members in years]}


def _year(page: Presenter, year: int, found: list[CheckIn]) -> dict[str, Any]:
    months = groupby(found, lambda one: one.update.date.last.replace(day=1))
    return {
        "year": str(year),
        "number": page.language.ngettext("%(num)d check-in", "%(num)d check-ins", len(found)),
        "months": [
            {
                "id": f"updates-{month:%Y-%m}",
                "title": page.formats.month(month),
                "updates": [_update(page, one) for one in members],
            }
            for month, members in months
        ],
    }


def _update(page: Presenter, one: CheckIn) -> dict[str, Any]:
    """A check-in with its plan, and the health before where it reports another one."""
    return {
        **page.update(one.plan, one.update, is_alone=True),
        "plan": page.link(one.plan),
        "before": page.health_kind(one.before) if one.changed else None,
    }
