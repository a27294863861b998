"""A list of 5,000 tactics: it answers at once, and is drawn in parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import Renderer
from tests.small_site import read_site

WITHIN = 300
"""Milliseconds within which a filter over 5,000 tactics answers even on a machine that has much to do."""


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
