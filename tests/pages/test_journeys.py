"""What readers come for, from the home page on: by mouse, and with nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.sites import Sites

Follow = Callable[[Page, str], None]

STEPS = 300
"""How often a reader presses Tab before giving up."""


def by_mouse(page: Page, name: str) -> None:
    """Click a link in the page or the menu."""
    link(page, name).click()


def by_keyboard(page: Page, name: str) -> None:
    """Walk to a link with Tab, and press Enter."""
    wanted = link(page, name).element_handle()
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("link => link === document.activeElement"):
            assert wanted.evaluate("link => link.matches(':focus-visible')")
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} can't be reached by keyboard")


def link(page: Page, name: str) -> Locator:
    """The first visible link of a name: in the content, else in the menu."""
    found = page.get_by_role("link", name=name, exact=True)
    within = page.get_by_role("article").get_by_role("link", name=name, exact=True)
    return (within if within.count() else found).locator("visible=true").first


@pytest.fixture(params=[by_mouse, by_keyboard], ids=["mouse", "keyboard"])
def follow(request: pytest.FixtureRequest) -> Follow:
    """The two ways to follow a link."""
    way: Follow = request.param
    return way


@pytest.fixture
def home(page: Page, sites: Sites) -> Page:
    """The example's home page, wide."""
    page.goto(f"{sites.host}/example/")
    return page


def title(page: Page) -> str:
    """The heading of the page that a reader has come to."""
    return page.locator("h1").inner_text().replace("\N{PILCROW SIGN}", "").strip()


def journey(page: Page, follow: Follow, *names: str) -> None:
    """Follow links, one after the other."""
    for name in names:
        before = page.url
        follow(page, name)
        page.wait_for_url(lambda url, before=before: url != before)  # type: ignore[misc]


def test_from_a_tactic_up_to_the_mission_and_back(home: Page, follow: Follow) -> None:
    """Why are we doing this? And what are we doing about that?"""
    journey(home, follow, "Tactics", "Train recruiters to interview by the scorecard")
    assert title(home) == "Train recruiters to interview by the scorecard"
    journey(home, follow, "Hire salespeople who stay", "People who grow here", "Mission and vision")
    expect(home.get_by_role("heading", name="Our mission is")).to_be_visible()
    journey(home, follow, "Hire salespeople who stay", "Train recruiters to interview by the scorecard")
    assert title(home) == "Train recruiters to interview by the scorecard"


def test_what_a_team_has_due(home: Page, follow: Follow) -> None:
    """The next actions stand on the team's page, with their days, and lead to their place."""
    journey(home, follow, "Teams", "Sales Operations")
    due = home.locator(".plans-due li").first
    expect(due).to_contain_text("2026")
    journey(home, follow, due.get_by_role("link").first.inner_text())
    expect(home.locator("[id^='action-']:target")).to_have_count(1)


def test_who_answers_for_a_goal(home: Page, follow: Follow) -> None:
    """The goal's DRI is a link to all that they answer for."""
    journey(home, follow, "Strategies", "Hire salespeople who stay")
    goal = home.locator("section[aria-labelledby='goal-first-year-retention']")
    name = goal.locator(".plans-goal__people").get_by_role("link").first.inner_text()
    journey(home, follow, name)
    assert title(home) == name
    expect(home.get_by_role("link", name="Keep more of the people we hire")).to_be_visible()


def test_what_nobody_works_on(home: Page, follow: Follow) -> None:
    """Coverage says it in words, and leads to the goal."""
    journey(home, follow, "Strategies", "Coverage")
    missing = home.locator("h2:has-text('that nobody works on') ~ ul").first.get_by_role("link").first
    name = missing.inner_text()
    journey(home, follow, name)
    expect(home.locator("[id^='goal-']:target")).to_contain_text(name)


def test_what_is_overdue(home: Page, follow: Follow) -> None:
    """The scoreboard names it, and whose it is."""
    journey(home, follow, "Scoreboard")
    heading = home.get_by_role("heading", name="Overdue actions")
    expect(heading).to_be_visible()
    expect(home.locator(".plans-late", has_text="days overdue").first).to_be_visible()
