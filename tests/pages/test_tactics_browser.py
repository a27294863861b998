"""The browser of tactics, as readers use it: search, filters, sorting, and the address that keeps them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_plans import figures
from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import Renderer
from tests.built_site import run_mkdocs
from tests.full_site import write_full_site
from tests.pages.sites import ROOT, WIDTHS, Sites, served
from tests.small_site import TODAY, read_site

INSTANT = """
site_name: Small Makers
site_url: {host}/
docs_dir: plans
theme: {{name: material, font: false, features: [navigation.instant]}}
plugins:
  - search
  - plans: {{today: 2026-11-23}}
"""
"""Material looks into the sitemap, which must name the host, for the pages that it may put in place."""

HANDBOOK = """
# Handbook

<!-- plans/tactics {strategy: hire} -->

## The others

<!-- plans/tactics -->
"""

WITHIN = 300
"""Milliseconds within which a filter over 5,000 tactics answers even on a machine that has much to do."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The example's plan as it is published."""
    return read_site(ROOT)[0].plan.only(lambda file: getattr(file, "status", None) is not Status.DRAFT)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desktop's screen that fails the test when a script fails."""
    with browser.new_context(viewport=WIDTHS["wide"]) as context:
        page = context.new_page()
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        yield page
    assert not failed


@pytest.fixture
def tactics(page: Page, sites: Sites) -> Page:
    """The example's page of all tactics."""
    page.goto(f"{sites.host}/example/tactics/")
    return page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a small site is written, and built into `site/`."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "site").mkdir()
    return folder


@pytest.fixture(scope="module")
def small(folder: Path) -> Iterator[str]:
    """A small site with `navigation.instant`, and two tables of tactics on one page; where it is served."""
    with served(folder / "site") as host:
        write_full_site(folder, INSTANT.format(host=host), handbook=HANDBOOK)
        built = run_mkdocs(folder, "--quiet")
        assert built.returncode == 0, built.stderr
        yield host


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
    late = tactic.status in {Status.ACTIVE, Status.PAUSED} and any(
        figures.is_overdue(action, TODAY) for action in tactic.actions
    )
    return late or (tactic.status.is_open and tactic.end is not None and tactic.end.last < TODAY)


def team_of(plan: Plan, tactic: Tactic) -> str:
    """The id of a tactic's team."""
    team = plan.team_of(tactic)
    return team.id if team else ""


def test_a_reader_finds_the_overdue_tactics_of_their_team(tactics: Page, plan: Plan) -> None:
    """By two clicks; what is shown is said aloud, and each row says what is late."""
    open_facet(tactics, "team").get_by_label("Marketing").check()
    tactics.get_by_label("Overdue").check()
    expected = of(plan, lambda one: team_of(plan, one) == "marketing" and is_late(one))
    assert expected
    assert sorted(titles(tactics)) == expected
    expect(tactics.get_by_role("status")).to_have_text(f"{len(expected)} of {len(plan.tactics)} tactics")
    assert tactics.locator("tbody tr", has_text="overdue").count() == len(expected)


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


def focused(page: Page, what: str) -> str:
    """A property of what has the focus."""
    return str(page.evaluate(f"document.activeElement.{what}")).strip()


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
    assert counts(tactics, "dri") == counted(one.dri or "" for one in both)
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


def test_facets_are_folded_on_a_phone(browser: Browser, sites: Sites) -> None:
    """Behind one line that says how many are in force, with the sorting that a table's head has elsewhere."""
    with browser.new_context(viewport=WIDTHS["narrow"]) as context:
        page = context.new_page()
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


@pytest.fixture(scope="module")
def many(folder: Path, small: str) -> str:
    """The address of a page with 5,000 tactics, beside those of the small site."""
    loaded, site = read_site(folder)
    files = [file for file in loaded.plan.files if not isinstance(file, Tactic)]
    renderer = Renderer(Plan((*files, *five_thousand()), loaded.plan.people), site)
    view = renderer.view("tactics", "", lambda path: "../" + path.removesuffix(".md"))
    of_few = (folder / "site/tactics/index.html").read_text("utf-8")
    head, _, rest = of_few.partition('<div class="plans plans-browser">')
    (folder / "site/many").mkdir()
    (folder / "site/many/index.html").write_text(head + view + rest.partition("</article>")[2], "utf-8")
    return f"{small}/many/"


def five_thousand() -> Iterator[Tactic]:
    """Give tactics that differ in all that they are filtered by."""
    statuses = list(Status)
    for index in range(5000):
        yield Tactic(
            type="tactic",
            id=f"tactic-{index}",
            path=f"tactics/tactic-{index}.md",
            title=f"Mend every {index % 97}th bicycle of district {index}",
            dri=f"person-{index % 1000}",
            team=("sales", "recruiting")[index % 2],
            strategy=("hire", "sell", "stay")[index % 3],
            status=statuses[index % len(statuses)],
        )


_ANSWER = """async () => {
  const start = performance.now()
  ACT
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  return performance.now() - start
}"""


def answer(page: Page, act: str) -> float:
    """Milliseconds from an event to the frame after the one that shows its answer."""
    return float(page.evaluate(_ANSWER.replace("ACT", act)))


def test_five_thousand_tactics_are_filtered_at_once(page: Page, many: str) -> None:
    """Each letter typed, each value chosen, each column sorted by."""
    page.goto(many)
    expect(page.get_by_role("status")).to_have_text("5000 tactics")
    find = "const f = document.querySelector('[name=find]'); f.value = '{}'; "
    find += "f.dispatchEvent(new Event('input', {{bubbles: true}}))"
    click = "document.querySelector('{}').click()"
    acts = [find.format(word) for word in ("m", "me", "men", "mend 96th", "mend 96th bicycle", "")]
    acts += [click.format(f"[name={name}]") for name in ("status", "team", "dri", "strategy", "status")]
    acts += [click.format(f"thead th:nth-child({place}) button") for place in (1, 1, 3, 4)]
    times = [answer(page, act) for act in acts]
    assert median(times) < WITHIN, times


def test_a_long_result_is_drawn_in_parts(page: Page, many: str) -> None:
    """The rest comes when it is asked for, and on paper without being asked."""
    page.goto(many)
    rows, find = page.locator("tbody tr"), page.get_by_role("searchbox", name="Search tactics")
    expect(rows).to_have_count(50)
    page.get_by_role("button", name="Show 500 more").click()
    expect(rows).to_have_count(550)
    expect(rows.nth(50).locator("th a")).to_be_focused()
    find.fill("96th")
    expect(page.get_by_role("status")).to_have_text("51 of 5000 tactics")
    page.get_by_role("button", name="Show 1 more").click()
    expect(rows).to_have_count(51)
    expect(page.locator(".plans-browse__more")).to_be_hidden()
    find.fill("every 95th")
    expect(rows).to_have_count(50)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(rows).to_have_count(51)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(rows).to_have_count(50)


def test_nothing_is_left_out_where_scripts_are_off(browser: Browser, many: str) -> None:
    """Not even of a long table."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(many)
        expect(page.locator("tbody tr")).to_have_count(5000)
        expect(page.locator("tbody tr").last).to_be_visible()
        assert page.locator(".plans-browser :is(form, button):visible").count() == 0


def test_forced_colours_leave_every_control_readable(browser: Browser, sites: Sites) -> None:
    """What is chosen is said in words, what is pressed has an edge."""
    with browser.new_context(viewport=WIDTHS["wide"], forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{sites.host}/example/tactics/?status=done")
        summary = page.locator("[data-facet=status] > summary")
        expect(summary).to_contain_text("Done")
        assert summary.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
