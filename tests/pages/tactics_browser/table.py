"""What a table of tactics shows and what its address asks for, and what the plan says that they should."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page

from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from tests.small_site import TODAY


def titles(table: Page | Locator) -> list[str]:
    """The tactics that a table shows."""
    return table.locator(".plans-tactics tbody th a:visible").all_inner_texts()


def open_facet(page: Page | Locator, name: str) -> Locator:
    """Open a facet's list, and give it."""
    facet = page.locator(f"details[data-facet={name}]").first
    facet.locator("summary").click()
    return facet


def asked(page: Page) -> list[tuple[str, str]]:
    """What the address asks for."""
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


def of(plan: Plan, keep: Callable[[Tactic], bool]) -> list[str]:
    """The titles of some tactics of the plan, sorted."""
    return sorted(tactic.title for tactic in plan.tactics.values() if keep(tactic))


def is_late(tactic: Tactic) -> bool:
    """Whether a tactic is overdue, or one of its actions."""
    days = [action.due for action in tactic.actions if not (action.done or action.dropped)]
    is_past = any(day is not None and day.last < TODAY for day in (*days, tactic.end))
    return is_past and tactic.status in {Status.ACTIVE, Status.PAUSED}


def team_of(plan: Plan, tactic: Tactic) -> str:
    """The id of a tactic's team."""
    team = plan.team_of(tactic)
    return team.id if team else ""


def focused(page: Page, what: str) -> str:
    """A property of what has the focus."""
    return str(page.evaluate(f"document.activeElement.{what}")).strip()
