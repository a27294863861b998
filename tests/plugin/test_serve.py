"""While a site is served: nothing stops it, and the pages say what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built_site import Published, build
from tests.full_site import ERRORS_ALONE, write_full_site
from tests.markup import Html
from tests.small_site import STRATEGY, TACTIC, text, write_site

BROKEN: dict[str, str | bytes] = {
    "hire.md": STRATEGY,
    "ask.md": TACTIC.replace("strategy: hire", "strategy: hier"),
    "unreadable.md": "---\ntype: tactic\ntitle: [\n---\n\n# A tactic\n",
    "page.md": "# A page\n\n<!-- plans/tactix -->\n",
}

FIXED = {"ask.md": TACTIC, "unreadable.md": "# A page\n", "page.md": "# A page\n\n<!-- plans/tactics -->\n"}

NOTICE = "The check found something in this file"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Serve a site in which much is wrong."""
    return build(write_site(tmp_path_factory.mktemp("site"), BROKEN, config=ERRORS_ALONE), "serve")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ask/", 'Line 4: error: no strategy has the id "hier" (did you mean "hire"?) unknown-strategy'),
        ("page/", 'Line 3: error: there is no view "tactix" (did you mean "tactics"?) unknown-view'),
        ("unreadable/", "Line 4: error: this can't be read"),
    ],
)
def test_a_page_shows_what_is_wrong_with_its_file(address: str, said: str, site: Published) -> None:
    """Whatever the file is: a plan, one that can't be read, or a page of the author's own."""
    page = site.page(address)
    assert NOTICE in page.text
    assert any(item.startswith(said) for item in page.texts("li"))


def test_a_page_without_findings_shows_none(site: Published) -> None:
    """What is wrong elsewhere is shown there."""
    assert NOTICE not in site.page("hire/").text
    assert NOTICE not in site.page("").text


def test_every_page_says_that_there_are_errors_and_where(site: Published) -> None:
    """With a way to each file that has a page; on such a page, those of the others alone."""
    assert "The plan has 3 errors in other files" in site.page("hire/").text
    links = site.page("").links()
    assert links["plans/ask.md:4"].endswith("ask/")
    assert "The plan has 2 errors in other files" in site.page("ask/").text
    assert "plans/ask.md:4" not in site.page("ask/").links()


def test_what_is_wrong_is_no_text_of_the_plan(site: Published) -> None:
    """The search leaves it out."""
    assert NOTICE not in site.files["search/search_index.json"]
    assert "in other files" not in site.files["search/search_index.json"]


def test_a_plan_with_a_broken_link_keeps_its_page(site: Published) -> None:
    """It shows what can be shown."""
    assert site.page("ask/").texts("h1") == ["Ask every candidate the same questions"]
    assert site.page("tactics/").texts("td")[0] == "none"


def test_fixing_a_file_fixes_the_next_build(tmp_path: Path) -> None:
    """MkDocs keeps the plugin over rebuilds: nothing of the one before is left."""
    folder = write_site(tmp_path, BROKEN, config=ERRORS_ALONE)
    assert NOTICE in build(folder, "serve").page("ask/").text
    for path, content in FIXED.items():
        (folder / "plans" / path).write_text(text(content))
    fixed = build(folder, "serve")
    assert not [path for path in fixed.pages if NOTICE in Html(fixed.files[path]).text]
    assert not [path for path in fixed.pages if "The plan has" in Html(fixed.files[path]).text]
    assert fixed.page("ask/").links()["Hire salespeople who stay"] == "../hire/"
    sheets = [sheet for sheet in Html(fixed.files["index.html"]).all("link") if "plans.css" in sheet["href"]]
    assert len(sheets) == 1


def test_a_file_that_is_removed_is_gone_from_the_next_build(tmp_path: Path) -> None:
    """With its page, and wherever it was named."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC})
    assert "1 tactic" in build(folder, "serve").page("tactics/").text
    (folder / "plans/ask.md").unlink()
    again = build(folder, "serve")
    assert "There are no tactics here yet." in again.page("tactics/").text
    assert "ask/index.html" not in again.pages


def test_drafts_are_seen_while_serving(tmp_path: Path) -> None:
    """With a page, in lists, and marked as what they are."""
    site = build(write_full_site(tmp_path), "serve")
    assert site.page("strategies/buy/").facts()["Status"] == "Draft"
    assert "4 tactics" in site.page("tactics/").text
    assert "Poach their best Draft" in site.page("strategies/hire/").text


def test_findings_are_on_no_page_of_a_build(tmp_path: Path) -> None:
    """A reader has no use for them."""
    strategy = STRATEGY.replace("dri:", "colour: blue\ndri:")
    folder = write_site(tmp_path, {"hire.md": strategy, "ask.md": TACTIC})
    assert NOTICE in build(folder, "serve").page("hire/").text
    assert NOTICE not in build(folder).page("hire/").text
