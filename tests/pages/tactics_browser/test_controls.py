"""The controls above a list of tactics: by keyboard, on a phone, on paper, in forced colours."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from mkdocs_plans.plan import Plan
from tests.pages.sites import WIDTHS, Sites
from tests.pages.tactics_browser.table import asked, focused, of, open_facet, team_of, titles


def test_all_by_keyboard(tactics: Page, plan: Plan) -> None:
    """From the search through the facets to a column's head; Escape closes a list and stays at it."""
    keys = tactics.keyboard
    tactics.get_by_role("searchbox", name="Search tactics").focus()
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Tab")
    keys.press("Space")
    chosen = focused(tactics, "value")
    keys.press("Escape")
    assert focused(tactics, "tagName") == "SUMMARY"
    assert tactics.locator("details.plans-facet[open]").count() == 0
    assert sorted(titles(tactics)) == of(plan, lambda one: team_of(plan, one) == chosen)
    for _ in range(12):
        keys.press("Tab")
        if focused(tactics, "textContent") == "Tactic":
            break
    keys.press("Enter")
    assert tactics.locator("th[aria-sort=ascending]").inner_text().startswith("Tactic")
    keys.press("Tab")
    assert focused(tactics, "textContent") == "Strategy"


def test_what_has_the_focus_is_seen(tactics: Page) -> None:
    """Each control has an outline when it is reached by keyboard."""
    tactics.get_by_role("searchbox", name="Search tactics").focus()
    for _ in range(9):
        tactics.keyboard.press("Tab")
        style = "(document.activeElement.closest('.plans-facet--single label') ?? document.activeElement)"
        assert tactics.evaluate(f"getComputedStyle({style}).outlineStyle") != "none"


def test_a_list_closes_when_the_reader_goes_elsewhere(tactics: Page) -> None:
    """It covers the table."""
    facet = open_facet(tactics, "strategy")
    facet.get_by_role("checkbox").first.check()
    expect(facet).to_have_attribute("open", "")
    tactics.get_by_role("heading", name="Tactics").click()
    expect(facet).not_to_have_attribute("open", "")


def test_facets_are_folded_on_a_phone(page: Page, sites: Sites) -> None:
    """Behind one line that says how many are in force, with the sorting that a table's head has elsewhere."""
    page.set_viewport_size(WIDTHS["narrow"])
    page.goto(f"{sites.host}/example/tactics/?status=active")
    expect(page.locator(".plans-facet:visible")).to_have_count(0)
    page.get_by_text("Filter and sort 1").click()
    page.get_by_label("Sort by").select_option("Ends, descending")
    assert asked(page) == [("status", "active"), ("sort", "-end")]
    assert page.locator("thead button:visible").count() == 0
    open_facet(page, "team").get_by_role("checkbox").first.check()
    assert page.evaluate("document.documentElement.scrollWidth") == WIDTHS["narrow"]["width"]


def test_paper_shows_the_filtered_rows_and_no_controls(tactics: Page) -> None:
    """And says what they are filtered by."""
    tactics.get_by_label("Overdue").check()
    expected = titles(tactics)
    tactics.emulate_media(media="print")
    assert titles(tactics) == expected
    assert not tactics.locator(".plans-browse form:visible").count()
    expect(tactics.locator(".plans-browse__chosen")).to_have_text("Overdue")
    expect(tactics.locator(".plans-browse__chosen")).to_be_visible()


def test_forced_colours_leave_every_control_readable(page: Page, sites: Sites) -> None:
    """What is chosen is said in words, what is pressed has an edge."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{sites.host}/example/tactics/?status=done")
    summary = page.locator("[data-facet=status] > summary")
    expect(summary).to_contain_text("Done")
    assert summary.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
