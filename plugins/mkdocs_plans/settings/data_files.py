"""Where a site has its plan as data. Addresses never change: pages lead to them, programs keep them."""

from __future__ import annotations

FOLDER = "data"
"""The folder of all data in the site."""

PLAN = "plan.json"
WORKBOOK = "plan.xlsx"
CALENDAR = "calendar.ics"
FEED = "updates.xml"
STRATML = "plan.stratml.xml"


def calendar_of_team(team: str) -> str:
    """The calendar of a team, by its id."""
    return f"teams/{team}.ics"


def calendar_of_person(handle: str) -> str:
    """The calendar of a person, by their handle."""
    return f"people/{handle}.ics"
