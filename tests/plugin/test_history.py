"""A site that shows what became of the plan, and one that can't."""

from __future__ import annotations

import datetime
import gzip
import logging
from pathlib import Path

import pytest

from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.settings import find_site
from tests.built_site import Published, build
from tests.history.life import CONFIG, Life, check_in, git, move, rename
from tests.incremental import built, clean, difference
from tests.markup import Html
from tests.small_site import STRATEGY, TACTIC, write_site

ON = CONFIG.replace("timezone: Europe/Berlin", "timezone: Europe/Berlin\n      history: true")


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A repository of five changes, one of them of a draft, with the setting on."""
    life = Life(tmp_path_factory.mktemp("past") / "repository", config=ON)
    life.begin()
    day = datetime.date(2025, 9, 2)
    life.change(day, [move("aaa", 30, keep_first=False), check_in("bbb", day)])
    life.change(day.replace(month=10), [rename("aaa", "renamed")])
    life.change(day.replace(month=11), [move("aaa", 20, keep_first=False)])
    draft = life.plan["hhh"].written().replace("status: active", "status: draft")
    secret = draft.replace("What hhh is about.", "What nobody is to read.")
    life.commit(datetime.datetime(2025, 12, 1, 12), {"plans/tactics/tactic-h.md": secret})
    life.write()
    return life


@pytest.fixture(scope="module")
def site(life: Life) -> Published:
    """Its site."""
    return build(life.folder)


def test_a_plans_page_tells_what_became_of_it(site: Published) -> None:
    """Folded, the newest change first, in the words of the report, each with its day and its commit."""
    past = Html(site.files["tactics/renamed/index.html"]).part("details", class_="plans-past")
    assert past.part("summary").text == "History moved 2 times, 50 days later in all"
    facts = Html(site.files["tactics/renamed/index.html"]).part("dl", class_="plans-facts")
    assert "195 days overdue, moved 2 times, 50 days later in all" in facts.text
    assert facts.links()["moved 2 times, 50 days later in all"].endswith("tactics/renamed/#plan-moved")
    heads = [one.text[:10] for one in past.all("p", class_="plans-entries__head")]
    assert heads == ["2 Nov 2025", "2 Oct 2025", "2 Sep 2025", "2 Jun 2025"]
    assert "Promise lowered End: 30 Apr 2026 → 20 May 2026, 20 days later" in past.text
    commit = git(site.folder, "rev-parse", "HEAD~1")
    assert (
        f'href="https://code.example/makers/plan/commit/{commit}"' in site.files["tactics/renamed/index.html"]
    )


def test_all_dates_that_moved_have_a_page(site: Published) -> None:
    """With what git has as the first promise where nobody wrote it down; the scoreboard leads there."""
    page = Html(site.files["slips/index.html"])
    assert "1 date moved, 50 days later in all" in page.text
    assert "31 Mar 2026 first promised" in page.text
    assert "30 Apr 2026 2 Sep 2025" in page.text
    board = site.files["scoreboard/index.html"]
    assert "moved 2 times, 50 days later in all" in board
    assert 'href="../slips/"' in board
    assert "No promise has changed since last quarter." in board


def test_each_period_has_its_report(site: Published) -> None:
    """From the state before it to its last change, each plan leading to its page of now; years, quarters and
    months, up to today, and each leads to those within it and beside it.
    """
    months = [f"2025-{number:02}" for number in range(6, 13)] + [
        f"2026-{number:02}" for number in range(1, 13)
    ]
    quarters = [f"2025-Q{number}" for number in (2, 3, 4)] + [f"2026-Q{number}" for number in (1, 2, 3, 4)]
    found = {path.split("/")[1] for path in site.pages if path.startswith("changes/")}
    assert found == {"2025", "2026", *quarters, *months}
    quarter = site.page("changes/2025-Q4/")
    assert "Oct 2025 1 plan file changed" in quarter.text
    assert "Dec 2025 1 plan file changed" in quarter.text
    assert [quarter.links()[text] for text in ("Q3 2025", "Q1 2026", "Nov 2025")] == [
        "../../changes/2025-Q3/", "../../changes/2026-Q1/", "../../changes/2025-11/",
    ]  # fmt: skip
    assert "Nothing changed in the plan in this period." in site.page("changes/2026-09/").text
    trail = Html(site.files["changes/2025-11/index.html"]).part("nav", class_="plans-trail")
    assert [one.text for one in trail.all("li")] == [
        "Dates that moved", "Changes in 2025", "Changes in Q4 2025",
    ]  # fmt: skip
    page = Html(site.files["changes/2025-Q4/index.html"])
    assert page.texts("h1") == ["Changes in Q4 2025"]
    assert "End: 30 Apr 2026 → 20 May 2026, 20 days later" in page.text
    assert 'href="../../tactics/renamed/"' in site.files["changes/2025-Q3/index.html"]
    assert 'href="../changes/2025-Q4/"' in site.files["slips/index.html"]
    assert 'href="../changes/2025/"' in site.files["slips/index.html"]


def test_the_pages_say_what_they_are(site: Published) -> None:
    """To search engines, and where a link to them is shown."""
    told = {"slips": "Which dates have moved, and what was promised first."}
    told |= {f"changes/2025-Q{one}": f"How the plan changed: Q{one} 2025." for one in (2, 3, 4)}
    for address, text in told.items():
        page = Html(site.files[f"{address}/index.html"])
        assert page.one("meta", name="description")["content"] == text
        assert page.one("meta", property="og:description")["content"] == text


NAMES = ("zebulon", "quill", "ottilie", "brandt")
"""Who committed and who wrote the changes, with their addresses."""


def test_no_name_and_no_draft_is_published(site: Published) -> None:
    """Not on any page, in the search, in the feed or in the data."""
    texts = all_texts(site.folder)
    assert {"data/plan.json", "data/updates.xml", "search/search_index.json"} <= texts.keys()
    for path, text in texts.items():
        assert not [name for name in NAMES if name in text.casefold()], path
        assert "nobody is to read" not in text, path
        assert "tactic-h" not in text or "hhh" not in text, path


def all_texts(folder: Path) -> dict[str, str]:
    """Every file of a site as text, packed ones unpacked."""
    found = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return {
        file.relative_to(folder).as_posix(): (gzip.decompress(data) if file.suffix == ".gz" else data).decode(
            "utf-8", "replace"
        )
        for file, data in found.items()
    }


def assert_scoreboard_tells_the_quarter(board: Html) -> None:
    """What is pointed out of the changes in the quarter of today, and the way to all of them."""
    since = board.part("ul", class_="plans-since")
    assert since.texts("div", class_="plans-rows__what") == ["Tactic “Tactic hhh”", "Tactic aaa Tactic"]
    assert "Promise lowered End: 30 Apr 2026 → 20 May 2026, 20 days later" in since.texts("li")
    assert board.links()["Q4 2025"].endswith("changes/2025-Q4/")
    assert board.links()["Q3 2025"].endswith("changes/2025-Q3/")


def test_who_wrote_a_change_is_named_where_the_site_wants_it(life: Life, tmp_path: Path) -> None:
    """On a plan's page and beside each date that moved; never who committed it, and no address."""
    folder = life.copied(tmp_path)
    config = folder / "mkdocs.yml"
    named = ON.replace("history: true", "history: true\n      history_names: true")
    config.write_text(named.replace("today: 2026-12-01", "today: 2025-11-20"), "utf-8")
    site = build(folder)
    files = site.files
    page = Html(files["tactics/renamed/index.html"])
    heads = [one.text for one in page.all("p", class_="plans-entries__head")]
    assert all(head.endswith("Ottilie Brandt") for head in heads)
    assert "2 Sep 2025" in Html(files["slips/index.html"]).text
    assert "Ottilie Brandt" in files["slips/index.html"]
    assert "Ottilie Brandt" in files["changes/2025-11/index.html"]
    assert_scoreboard_tells_the_quarter(Html(files["scoreboard/index.html"]))
    for path, text in all_texts(site.folder).items():
        assert not [name for name in ("zebulon", "quill", "brandt.example") if name in text.casefold()], path


def test_a_new_commit_makes_anew_what_it_concerns(
    life: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build is a clean build, after a commit of what the files say already as well."""
    folder = life.copied(tmp_path)
    built(folder, "build")
    file = folder / "plans/tactics/tactic-b.md"
    file.write_text(file.read_text("utf-8").replace("status: active", "status: paused"), "utf-8")
    built(folder, "build")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-12-02T12:00:00Z")
    git(folder, "commit", "--quiet", "--all", "--message", "Pause it")
    after, said = built(folder, "build")
    assert "4 of 55 pages are new or changed" in said  # the plan's, and those of year, quarter and month
    assert "Active → Paused" in Html(after.files["tactics/tactic-b/index.html"].decode()).text
    assert b"Tactic bbb: This change lowers 1 promise" in after.files["data/updates.xml"]
    assert not difference(after, clean(folder, "build"))
    git(folder, "checkout", "--quiet", "-b", "topic")
    git(folder, "branch", "--force", "main", "HEAD~1")
    before, _ = built(folder, "build")
    assert b"Tactic bbb: This change lowers 1 promise" not in before.files["data/updates.xml"]
    assert not difference(before, clean(folder, "build"))


def test_the_past_is_read_again_where_there_is_another_commit(life: Life) -> None:
    """And not after each save, while the site is served."""
    site, base = find_site(life.folder), Base()
    found = base.history(site, frozenset())
    assert base.history(site, frozenset())[0] is found[0]
    branch, last = git(life.folder, "branch", "--show-current"), git(life.folder, "rev-parse", "main")
    git(life.folder, "checkout", "--quiet", "--detach")
    git(life.folder, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    git(life.folder, "branch", "--force", "main", "HEAD")
    assert base.history(site, frozenset())[0] is not found[0]
    git(life.folder, "branch", "--force", "main", last)
    git(life.folder, "checkout", "--quiet", branch)


def test_a_first_promise_that_git_disputes_is_found(life: Life) -> None:
    """While the site shows its past, as everything that is wrong."""
    file = life.folder / "plans/tactics/tactic-c.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("\nend: ", "\noriginally: 2026-01-31\nend: "), "utf-8")
    try:
        site = find_site(life.folder)
        build = Build(site, None, Base(), is_serving=False, strict=False)
        build.read()
    finally:
        file.write_text(before, "utf-8")
    [found] = [one for one in build.found if one.finding.rule == "first-promise-differs"]
    assert (found.finding.path, found.line) == ("tactics/tactic-c.md", "originally: 2026-01-31")


def test_without_a_repository_all_else_is_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The log, the page of dates and each plan's page say that there is none."""
    tactic = TACTIC.replace("dri:", "end: 2026-06-30\noriginally: 2026-03-31\ndri:")
    write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": tactic}, config=ON)
    with caplog.at_level(logging.INFO, "mkdocs"):
        files = build(tmp_path).files
    assert "No page shows what became of the plan (history)" in caplog.text
    for page in ("slips/index.html", "ask/index.html", "scoreboard/index.html"):
        assert "There is no history to read" in Html(files[page]).text
    for page in ("slips/index.html", "ask/index.html"):
        assert "91 days later" in Html(files[page]).text
