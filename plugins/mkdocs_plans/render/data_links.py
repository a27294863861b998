"""Links to the plan as data, where a reader would look for it; none for what the site doesn't publish."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from mkdocs_plans.model.views import Filters
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.settings import Site
from mkdocs_plans.settings.data_files import CALENDAR, FEED, FOLDER, PLAN, WORKBOOK
from mkdocs_plans.wording.language import Language

ALTERNATES = {
    f"{FOLDER}/{FEED}": "application/atom+xml",
    f"{FOLDER}/{CALENDAR}": "text/calendar",
    f"{FOLDER}/{PLAN}": "application/json",
}
"""What the head of each page leads to, by its path in the site, with what it is."""


def alternate_titles(site: Site) -> dict[str, str]:
    """What each of these is called, by its path."""
    language = Language(site.language)
    say = language.gettext
    names = say("Updates"), language.pgettext("of many dates", "Due"), say("The plan as data")
    return {
        path: f"{site.organization}{say(': ')}{name}" for path, name in zip(ALTERNATES, names, strict=True)
    }


def calendar_links(page: Presenter, path: str) -> tuple[Link, ...]:
    """To a calendar: to subscribe to it, where the site's address is known, and to its file."""
    return tuple(_calendar(page, path))


def due_links(page: Presenter, chosen: Filters) -> tuple[Link, ...]:
    """To the calendar of all that is due, where all of it is shown."""
    return () if chosen.is_set else calendar_links(page, CALENDAR)


def feed_links(page: Presenter, chosen: Filters) -> tuple[Link, ...]:
    """To the feed, likewise."""
    return tuple(_file(page, FEED, page.language.gettext("Follow as a feed"))) if not chosen.is_set else ()


def table_links(page: Presenter, name: str, chosen: Filters) -> tuple[Link, ...]:
    """To a whole table, likewise."""
    if chosen.is_set:
        return ()
    say = page.language.gettext
    table = _file(page, f"{name}.csv", say("Download the whole table as CSV"))
    return (*table, *_file(page, WORKBOOK, say("Download the whole plan as Excel")))


def _calendar(page: Presenter, path: str) -> Iterator[Link]:
    href, site = page.href(f"{FOLDER}/{path}"), urlsplit(page.site.url)
    if href is None:
        return
    subscribe = page.language.gettext("Subscribe to these dates")
    if not site.hostname:
        yield Link(subscribe, href)
        return
    # A phone's calendar takes the address from this scheme; by any other it would copy what is there today.
    address = f"{site.path.rstrip('/')}/{href.removeprefix('./').replace('../', '')}"
    yield Link(subscribe, urlunsplit(("webcal", site.netloc, address, "", "")))
    yield Link(page.language.gettext("Calendar file"), href)


def _file(page: Presenter, path: str, text: str) -> Iterator[Link]:
    href = page.href(f"{FOLDER}/{path}")
    if href is not None:
        yield Link(text, href)
