"""The address of a list of tactics, which keeps what is chosen: for the next reader, and for the way back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from mkdocs_plans.model import Status
from mkdocs_plans.plan import Plan
from tests.pages.tactics_browser.table import asked, of, open_facet, titles


def test_a_filtered_list_is_shared_by_its_address(tactics: Page) -> None:
    """Who opens it sees the same rows in the same order, and the same choices."""
    open_facet(tactics, "status").get_by_label("Active").check()
    tactics.get_by_role("searchbox", name="Search tactics").fill("lead")
    tactics.get_by_role("button", name="Ends").click()
    expected = titles(tactics)
    assert asked(tactics) == [("find", "lead"), ("status", "active"), ("sort", "end")]
    with tactics.context.new_page() as other:
        other.goto(tactics.url)
        assert titles(other) == expected
        assert 1 < len(expected) < 21
        expect(other.get_by_role("searchbox", name="Search tactics")).to_have_value("lead")
        expect(other.locator("[data-facet=status] > summary")).to_have_text(re.compile("Active"))


def test_what_else_stands_in_the_address_stays(tactics: Page) -> None:
    """It isn't the table's: a parameter of the site's own, the place on the page."""
    tactics.goto(tactics.url + "?from=mail#top")
    tactics.get_by_label("Overdue").check()
    assert asked(tactics) == [("from", "mail"), ("overdue", "yes")]
    assert tactics.url.endswith("#top")


def test_an_address_that_is_no_longer_true_shows_what_it_can(tactics: Page, plan: Plan) -> None:
    """A value, a column that there isn't asks for nothing."""
    tactics.goto(tactics.url + "?team=gone&sort=colour&status=done")
    assert sorted(titles(tactics)) == of(plan, lambda one: one.status is Status.DONE)


def test_the_way_back_leads_to_the_filtered_list(tactics: Page) -> None:
    """From a tactic's page."""
    tactics.get_by_label("Overdue").check()
    expected = titles(tactics)
    tactics.get_by_role("link", name=expected[0]).click()
    tactics.wait_for_url("**/tactics/*/")
    tactics.go_back()
    tactics.wait_for_url("**/tactics/?overdue=yes")
    expect(tactics.get_by_label("Overdue")).to_be_checked()
    assert titles(tactics) == expected


def test_two_tables_on_a_page_do_not_disturb_one_another(page: Page, small: str) -> None:
    """Each filters its own rows; only the first one has the address."""
    page.goto(f"{small}/handbook/?status=done")
    first, second = page.locator(".plans-browser").all()
    assert titles(first) == ["Train the recruiters"]
    assert len(titles(second)) == 3
    open_facet(second, "status").get_by_label("Paused").check()
    assert titles(second) == ["Visit the buyers"]
    assert titles(first) == ["Train the recruiters"]
    assert asked(page) == [("status", "done")]
    second.get_by_role("button", name="Reset").click()
    assert len(titles(second)) == 3
    assert asked(page) == [("status", "done")]


def test_the_browser_survives_instant_navigation(page: Page, small: str) -> None:
    """There and back again, rows, choices and address agree, and the controls still work."""
    page.goto(f"{small}/tactics/")
    page.evaluate("window.isSameDocument = true")
    open_facet(page, "status").get_by_label("Paused").check()
    page.get_by_role("link", name="Visit the buyers").click()
    expect(page.locator("h1")).to_have_text(re.compile("Visit the buyers"))
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 of 3 tactics")
    assert titles(page) == ["Visit the buyers"]
    page.get_by_role("button", name="Reset").click()
    assert len(titles(page)) == 3
    assert not asked(page)
    assert page.evaluate("window.isSameDocument")


def test_the_menu_leads_back_to_all_tactics(page: Page, small: str) -> None:
    """A link to the page itself asks for nothing: Material leaves a page that it has put in place where it
    is, and changes the address.
    """
    to_all = page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Tactics")
    page.goto(f"{small}/archive/")
    page.evaluate("window.isSameDocument = true")
    to_all.click()
    open_facet(page, "status").get_by_label("Paused").check()
    expect(page.get_by_role("status")).to_have_text("1 of 3 tactics")
    to_all.click()
    expect(page.get_by_role("status")).to_have_text("3 tactics")
    assert len(titles(page)) == 3
    assert not asked(page)
    assert page.evaluate("window.isSameDocument")
