"""What a list of tactics is narrowed and sorted by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from mkdocs_plans.model import Status
from mkdocs_plans.plan import Plan
from tests.pages.tactics_browser.table import asked, focused, is_late, of, open_facet, team_of, titles


def test_a_reader_finds_the_overdue_tactics_of_their_team(tactics: Page, plan: Plan) -> None:
    """By two clicks; what is shown is said aloud, and each row says what is late."""
    open_facet(tactics, "team").get_by_label("Marketing").check()
    tactics.get_by_label("Overdue").check()
    expected = of(plan, lambda one: team_of(plan, one) == "marketing" and is_late(one))
    assert expected
    assert sorted(titles(tactics)) == expected
    expect(tactics.get_by_role("status")).to_have_text(f"{len(expected)} of {len(plan.tactics)} tactics")
    assert tactics.locator("tbody tr", has_text="overdue").count() == len(expected)


def test_rows_are_sorted_by_what_they_mean(tactics: Page, plan: Plan) -> None:
    """Days as days, up and down, what has none last; a third click gives the plan's own order again."""
    at_first = titles(tactics)
    head = tactics.get_by_role("button", name="Ends")
    days = {one.title: one.end.last for one in plan.tactics.values() if one.end}
    head.click()
    up = [days[title] for title in titles(tactics) if title in days]
    assert up == sorted(up)
    assert set(titles(tactics)[len(up) :]) == set(at_first) - set(days)
    head.click()
    down = [days[title] for title in titles(tactics) if title in days]
    assert down == sorted(up, reverse=True)
    expect(tactics.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    head.click()
    assert titles(tactics) == at_first
    assert not tactics.locator("th[aria-sort]").count()


def test_what_needs_a_look_comes_first(tactics: Page) -> None:
    """How it goes is sorted by how bad it is, not by its words."""
    tactics.get_by_role("button", name="How it goes").click()
    said = tactics.locator("tbody td[data-label='How it goes']").all_inner_texts()
    order = ["Off track", "At risk", "Not known", "On track", "Proposed", "Done", "Dropped"]
    places = [next(place for place, words in enumerate(order) if words in one) for one in said]
    assert places == sorted(places)
    assert len(set(places)) > 2


def test_what_matches_nothing_has_a_way_out(tactics: Page, plan: Plan) -> None:
    """It is said, and one button brings all rows back."""
    tactics.get_by_role("searchbox", name="Search tactics").fill("xyzzy")
    expect(tactics.get_by_text("Nothing matches.")).to_be_visible()
    expect(tactics.get_by_role("status")).to_have_text(f"0 of {len(plan.tactics)} tactics")
    assert not tactics.locator(".plans-tactics:visible").count()
    tactics.get_by_role("button", name="Clear the filters").click()
    assert len(titles(tactics)) == len(plan.tactics)
    assert not asked(tactics)
    assert focused(tactics, "role") == "status"


@pytest.mark.parametrize("words", ["  SCORECARD  train ", "träin scorecard"])
def test_the_search_takes_words_in_any_order_and_spelling(words: str, tactics: Page) -> None:
    """All of them must be there; case and accents don't count."""
    tactics.get_by_role("searchbox", name="Search tactics").fill(words)
    assert titles(tactics) == ["Train recruiters to interview by the scorecard"]


def test_the_search_reads_the_summary_the_dri_and_the_team(tactics: Page, plan: Plan) -> None:
    """Also where a row doesn't show it."""
    one = next(tactic for tactic in plan.tactics.values() if tactic.summary)
    find = tactics.get_by_role("searchbox", name="Search tactics")
    find.fill(str(one.summary))
    assert titles(tactics) == [one.title]
    find.fill("marketing")
    found = titles(tactics)
    assert set(of(plan, lambda one: team_of(plan, one) == "marketing")) <= set(found)


def test_each_facet_counts_what_the_others_leave(tactics: Page, plan: Plan) -> None:
    """Its own choice doesn't narrow it, so that another value can be added."""
    open_facet(tactics, "status").get_by_label("Active").check()
    tactics.get_by_label("Overdue").check()
    late = [one for one in plan.tactics.values() if is_late(one)]
    active = [one for one in plan.tactics.values() if one.status is Status.ACTIVE]
    assert counts(tactics, "status") == counted(one.status.value for one in late)
    both = [one for one in late if one in active]
    assert counts(tactics, "team") == counted(team_of(plan, one) for one in both)
    assert counts(tactics, "dri") == counted(name for one in both for name in one.dri or ("",))
    single = tactics.locator("[data-facet=overdue] .plans-facet__count")
    assert int(single.inner_text()) == len(both)


def counts(page: Page, name: str) -> dict[str, int]:
    """What a facet's open list says, by the values that it offers."""
    facet = page.locator(f"details[data-facet={name}]")
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    labels = facet.locator("label:visible").all()
    return {
        label.locator("input").input_value(): int(label.locator(".plans-facet__count").text_content() or "")
        for label in labels
    }


def counted(values: Iterator[str]) -> dict[str, int]:
    """How often each value comes."""
    listed = list(values)
    return {value: listed.count(value) for value in listed}


def test_a_long_list_is_searched_itself(tactics: Page) -> None:
    """Its own field narrows the list, not the table."""
    facet = open_facet(tactics, "dri")
    facet.get_by_role("searchbox", name="Find in this list").fill("recruiting")
    expect(facet.locator("label:visible")).to_have_count(1)
    assert len(titles(tactics)) == 21
    assert not asked(tactics)
