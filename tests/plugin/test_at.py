"""A site that shows the plan as it was: real repositories, one of them built."""

from __future__ import annotations

import datetime
import logging
import os
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.site_config import read_site
from mkdocs_plans.plugin.then import Then
from mkdocs_plans.settings import Site
from tests.built_site import Published, arranged, build, configured
from tests.history.life import CONFIG, Life, check_in, git, move, rename
from tests.incremental import built, clean, difference
from tests.markup import Html
from tests.small_site import STRATEGY, TACTIC, UNREADABLE, write_site
from tests.source.test_revision import commit

AT = CONFIG.replace(
    "today: 2026-12-01\n      timezone: Europe/Berlin",
    "timezone: Europe/Berlin\n      history: true\n      at: 2025-10-15",
).replace("site_name", "extra_css: [looks.css]\nedit_uri: edit/main/plans/\nsite_name")

QUIET = 'site_name: Makers\nsite_url: ""\ndocs_dir: plans\nplugins:\n  - plans:\n      at: {}\n'


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A repository in which something happened after the day, committed and not."""
    life = Life(tmp_path_factory.mktemp("then") / "repository", config=AT)
    life.begin()
    day = datetime.date(2025, 9, 2)
    life.change(day, [move("aaa", 30, keep_first=False), check_in("bbb", day)])
    life.change(day.replace(month=10), [rename("aaa", "renamed")])
    life.change(day.replace(month=11), [move("aaa", 20, keep_first=False), rename("ccc", "later")])
    life.commit(datetime.datetime(2025, 11, 5, 12), {"plans/guide.md": "# Another guide\n"})
    life.write()
    (life.folder / "plans/new.md").write_text("# A new page\n", "utf-8")
    (life.folder / "plans/looks.css").write_text("body { color: teal }\n", "utf-8")
    return life


@pytest.fixture(scope="module")
def site(life: Life) -> Published:
    """Its site, built strictly."""
    return build(life.folder, strict=True)


def test_every_page_says_which_state_it_shows(site: Published) -> None:
    """By day and commit; the site's search isn't given it. No page leads to where it could be edited."""
    commit = git(site.folder, "rev-list", "-1", "--before=2025-10-16", "HEAD")
    for path in site.pages:
        notes = Html(site.files[path]).all("p", class_="plans-as-it-was")
        assert [note.text for note in notes] == [f"The plan as it was on 15 Oct 2025 ({commit[:10]})"], path
        assert f"https://code.example/makers/plan/commit/{commit}" in site.files[path]
        assert "edit/main" not in site.files[path]
    assert "The plan as it was" not in site.files["search/search_index.json"]


def test_the_plan_and_the_pages_are_those_of_then(site: Published, life: Life) -> None:
    """Judged by that day; what the settings name for the site's looks is of now. Nothing else has changed."""
    assert "31 Mar 2026 – 30 Apr" not in site.page("tactics/renamed/").text
    assert "30 Apr 2026" in site.page("tactics/renamed/").text
    assert "As of 15 Oct 2025" in site.page("scoreboard/").text
    assert site.page("guide/").texts("h1") == ["How we plan"]
    assert "tactics/later/index.html" not in site.files
    assert "new/index.html" not in site.files
    assert "teal" in site.files["looks.css"]
    assert git(life.folder, "status", "--porcelain", "--", "plans").splitlines() == [
        "?? plans/looks.css", "?? plans/new.md"
    ]  # fmt: skip


def test_the_past_ends_then_and_the_data_says_so(site: Published) -> None:
    """What became of the plan afterwards nobody could know."""
    past = site.page("tactics/renamed/").part("details", class_="plans-past")
    assert past.part("summary").text == "History moved once, 30 days later"
    periods = [path.split("/")[1] for path in site.pages if path.startswith("changes/2025-")]
    assert "2025-10" in periods
    assert "2025-11" not in periods
    assert "20 May 2026" not in site.files["changes/2025-Q4/index.html"]
    commit = git(site.folder, "rev-list", "-1", "--before=2025-10-16", "HEAD")
    assert f'"revision": "{commit}"' in site.files["data/plan.json"]
    said = f"The plan as it was on 15 Oct 2025 ({commit[:10]})"
    assert f"DESCRIPTION:{said}" in site.files["data/calendar.ics"]
    assert f"<subtitle>{said}</subtitle>" in site.files["data/updates.xml"]


def test_a_second_build_is_a_clean_one(life: Life, tmp_path: Path) -> None:
    """As it was where nothing changed, though files of now did; and of another day where that is set."""
    folder = life.copied(tmp_path)
    built(folder, "build")
    (folder / "plans/new.md").write_text("# Another new page\n", "utf-8")
    _, said = built(folder, "build")
    assert "plans: 0 of" in said
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("at: 2025-10-15", "at: HEAD"), "utf-8")
    later, _ = built(folder, "build")
    assert "20 May 2026" in later.files["tactics/renamed/index.html"].decode()
    assert "5 Nov 2025" in later.files["tactics/renamed/index.html"].decode()
    assert not difference(later, clean(folder, "build"))


# --- what can't be shown --------------------------------------------------------------------------------


def taken(folder: Path) -> Site:
    """A site as its build takes it."""
    config = configured(folder)
    plugin = config.plugins["plans"]
    return Then().take(read_site(config, plugin._options), config)  # type: ignore[attr-defined]


def refused(folder: Path) -> str:
    """What is said of the setting, whose place is told and whose build stops."""
    site = taken(folder)
    assert site.as_of is None
    found = site.findings[-1]
    with pytest.raises(PluginError, match="must be fixed first"):
        Build(site, None, Base(), is_serving=False, strict=False).read()
    assert (found.rule, found.path) == ("invalid-setting", "../mkdocs.yml")
    return f"{found.message} ({found.hint})"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere", "git knows no revision nowhere"),
        ("2020-01-01", "on 2020-01-01 there was no commit yet: the first one of "),
        ("2099-12-31", "2099-12-31 isn't over yet: today is "),
        ("--output=x", "git knows no revision --output=x"),
    ],
)
def test_an_unknown_state_is_told(tmp_path: Path, name: str, why: str) -> None:
    """With what can be written."""
    commit(write_site(tmp_path, {"hire.md": STRATEGY}, config=QUIET.format(name)))
    said = refused(tmp_path)
    assert f"the plan as of `{name}` can't be shown: {why}" in said
    assert "(write a day, such as 2026-06-30, or a revision" in said


def test_without_git_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, a shallow clone, no program."""
    config = QUIET.format("2020-01-01")
    folder = write_site(tmp_path / "one", {"hire.md": STRATEGY}, config=config)
    assert "isn't in a git repository" in refused(folder)
    commit(folder)
    commit(folder)
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.as_uri(), "two")
    assert "this clone has only the newest commits" in refused(tmp_path / "two")
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert "git isn't installed or can" in refused(folder)


def test_a_folder_that_moved_is_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where it can be only one; else the ones are named, with the way to build it where it stood."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY}, config=QUIET.format("HEAD~1"))
    (folder / "plans").rename(folder / "strategy")
    first = commit(folder)
    (folder / "strategy").rename(folder / "plans")
    commit(folder)
    with caplog.at_level(logging.INFO, "mkdocs"):
        there, _ = arranged(folder)
    assert "The plan stood in strategy/ then (at), and is read there" in caplog.text
    assert "hire.md" in there.src_uris
    (folder / "strategy").mkdir()
    said = refused(folder)
    assert "has no folder plans: its plan files stood in strategy" in said
    assert f"`git worktree add ../then {first[:10]}`" in said


def test_files_that_were_broken_stop_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody can mend them any more: they are told, and all else is shown."""
    files = {"hire.md": STRATEGY, "ask.md": TACTIC, "bad.md": UNREADABLE}
    commit(write_site(tmp_path, files, config=QUIET.format("HEAD")))
    (tmp_path / "plans/ask.md").unlink()
    config = f"{QUIET.format('HEAD')}nav: [index.md, ask.md, later.md]\n"
    write_site(tmp_path, {"bad.md": TACTIC, "later.md": "# Later\n"}, config=config)
    with caplog.at_level(logging.INFO, "mkdocs"):
        there, _ = arranged(tmp_path)
    assert "1 file of it can't be read" in caplog.text
    assert "plans/bad.md:3:11" in caplog.text
    assert "The menu lacks pages that weren't there then (at): later.md" in caplog.text
    assert {"ask.md", "bad.md", "hire.md"} <= there.src_uris.keys()
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]
