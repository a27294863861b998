"""The same browser over the goals and over what is due."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.pages.sites import WIDTHS, Sites
from tests.pages.tactics_browser.table import asked, open_facet


def test_what_is_due_is_narrowed_in_its_periods(page: Page, sites: Sites) -> None:
    """A period in which nothing is left isn't there, and each says how much is; sorted, there are none."""
    page.goto(f"{sites.host}/example/due/?kind=review")
    heads = page.locator(".plans-due-rows__period:visible")
    before = heads.count()
    assert before > 1
    counts = [int(text) for text in page.locator(".plans-due-rows__count:visible").all_inner_texts()]
    assert sum(counts) == page.locator(".plans-due-rows tr[data-order]:visible").count()
    open_facet(page, "when").get_by_label("Overdue").check()
    expect(heads).to_have_count(1)
    page.get_by_role("button", name="What").click()
    expect(heads).to_have_count(0)
    assert sorted(asked(page)) == [("kind", "review"), ("sort", "what"), ("when", "overdue")]
    assert page.locator(".plans-due-rows tr[data-order]:visible").count() == counts[0]


def test_on_a_phone_what_is_far_away_is_folded(page: Page, sites: Sites) -> None:
    """Each head says how much is below it, and opens it. Of few rows none is folded, and none on paper."""
    page.set_viewport_size(WIDTHS["narrow"])
    page.goto(f"{sites.host}/example/due/")
    rows = page.locator(".plans-due-rows tr[data-order]")
    heads = page.locator(".plans-due-rows__period").get_by_role("button")
    far = heads.filter(has_text="Later")
    expect(heads.first).to_have_attribute("aria-expanded", "true")
    expect(far).to_have_attribute("aria-expanded", "false")
    before, below = rows.count(), int(far.locator(".plans-due-rows__count").inner_text())
    far.press("Enter")
    expect(far).to_have_attribute("aria-expanded", "true")
    expect(far).to_be_focused()
    assert rows.count() == before + below
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(heads).to_have_count(0)
    counts = [int(text) for text in page.locator(".plans-due-rows__count").all_inner_texts()]
    assert rows.count() == sum(counts)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows.count() == before + below
    page.get_by_placeholder("Search what is due").fill("salespeople grow")
    expect(heads.and_(page.locator("[aria-expanded=false]"))).to_have_count(0)
    page.set_viewport_size(WIDTHS["wide"])
    expect(heads).to_have_count(0)


def test_goals_are_sorted_by_pace(page: Page, sites: Sites) -> None:
    """The furthest behind first, those of which it isn't known last."""
    page.goto(f"{sites.host}/example/goals/")
    page.get_by_role("button", name="Trend and pace").click()
    paces = [
        int(row.split()[4]) for row in page.locator("tr[data-order]").evaluate_all(
            "rows => rows.map(row => row.dataset.order)"
        ) if row.split()[4] != "-"
    ]  # fmt: skip
    assert paces == sorted(paces)
    assert len(paces) > 10
