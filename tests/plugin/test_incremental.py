"""A second build makes only the pages that a change affects, and the site is what a clean build makes."""

from __future__ import annotations

import contextlib
import datetime
import inspect
import json
import logging
import random
import sqlite3
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import get_type_hints

import pytest

from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.incremental import FOLDER
from mkdocs_plans.plugin.incremental.memory import Memory
from mkdocs_plans.plugin.incremental.reads import EVERY, KEYS, MAPPINGS, SETS, SHARED, Reads
from mkdocs_plans.plugin.incremental.store import Store, StoreCopy
from mkdocs_plans.render import Renderer
from tests import incremental
from tests.built_site import Command, build, run_mkdocs
from tests.full_site import write_full_site
from tests.incremental import Tally, built, clean, difference, try_edits
from tests.random_edits import EDITS
from tests.small_site import CONFIG, STRATEGY, TACTIC, read_site, write_site

SMALL: dict[str, str | bytes] = {"hire.md": STRATEGY, "ask.md": TACTIC}

STORE = f"{FOLDER}/mkdocs-build.sqlite"


def kept(folder: Path) -> str:
    """Build a site and give what was said of pages that were kept."""
    return built(folder, "build")[1]


def test_a_site_equals_a_clean_build_after_each_kind_of_edit(tmp_path: Path) -> None:
    """File by file, the search index and the sitemap included, and with the same warnings."""
    write_full_site(tmp_path)
    tally = Tally()
    try_edits(tmp_path, EDITS, "serve", random.Random(1), tally)
    assert tally.done == len(EDITS)
    assert not tally.wrong, str(tally)
    assert tally.kept > tally.pages / 2


def test_a_second_build_keeps_all_pages(tmp_path: Path) -> None:
    """Nothing changed: nothing is converted or rendered, unless the site itself is gone."""
    write_site(tmp_path, SMALL)
    assert not kept(tmp_path)
    assert "0 of 19 pages are new or changed" in kept(tmp_path)
    (tmp_path / "site/hire/index.html").unlink()
    assert "1 of 19 pages are new or changed" in kept(tmp_path)


def test_a_quiet_build_keeps_pages_too(tmp_path: Path) -> None:
    """And says no more for it: what is told of pages is heard, and not shown."""
    write_site(tmp_path, {**SMALL, "a.md": "# A\n\n[No](no.md)\n"})
    first = run_mkdocs(tmp_path, "--quiet")
    page = tmp_path / "site/hire/index.html"
    before = page.stat().st_mtime_ns
    again = run_mkdocs(tmp_path, "--quiet")
    assert page.stat().st_mtime_ns == before
    assert again.stdout + again.stderr == first.stdout + first.stderr == ""


def test_what_a_page_does_not_show_leaves_it_as_it_was(tmp_path: Path) -> None:
    """An author's text is on its own page; what a plan says is where it is shown."""
    write_site(tmp_path, SMALL)
    kept(tmp_path)
    (tmp_path / "plans/ask.md").write_text(f"{text_of(tmp_path)}\nHow we ask.\n", "utf-8")
    assert "1 of 19 pages are new or changed" in kept(tmp_path)
    assert "How we ask." in (tmp_path / "site/ask/index.html").read_text("utf-8")


def text_of(folder: Path) -> str:
    """The tactic's file as it is."""
    return (folder / "plans/ask.md").read_text("utf-8")


def test_what_is_wrong_is_told_in_each_build(tmp_path: Path) -> None:
    """A link that leads nowhere, and one to a heading that is gone from a page that is not edited itself."""
    pages = {"a.md": "# A\n\n[No](no.md), [B](b.md#there)\n", "b.md": "# B\n\n## There\n"}
    config = CONFIG.replace("docs_dir: plans", "docs_dir: plans\nvalidation: {anchors: warn}")
    folder = write_site(tmp_path, {**SMALL, **pages}, config=config)
    first = built(folder, "build")[0]
    assert [text for text in first.told if "target is not found" in text or "no.md" in text]
    assert built(folder, "build")[0].told == first.told
    (folder / "plans/b.md").write_text("# B\n", "utf-8")
    again = built(folder, "build")[0]
    assert [text for text in again.told if "does not contain an anchor '#there'" in text]
    assert not difference(again, clean(folder, "build"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("  - search", "  - search\n  - print-site"), "the plugin `print-site` may write into pages"),
        (("docs_dir: plans", "docs_dir: plans\nhooks: [hook.py]"), "the site has `hooks`"),
        (
            ("docs_dir: plans", "docs_dir: plans\nmarkdown_extensions: [pymdownx.snippets]"),
            "may read other files",
        ),
        (
            ("docs_dir: plans", "docs_dir: plans\nextra_templates: [feed.xml]"),
            "the template feed.xml shows what stands in pages",
        ),
        (
            ("font: false", "font: false, custom_dir: own"),
            "the template main.html of `custom_dir` shows more",
        ),
    ],
)
def test_where_it_is_not_known_what_goes_into_pages_all_are_built(
    change: tuple[str, str], why: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says why, once, however often a site is built while it is served."""
    write_site(tmp_path, SMALL, config=CONFIG.replace(*change))
    (tmp_path / "hook.py").touch()
    (tmp_path / "plans/feed.xml").write_text("{% for one in pages %}{{ one.page.content }}{% endfor %}")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text("{% extends 'base.html' %}{% for one in pages %}{% endfor %}")
    with caplog.at_level(logging.INFO, "mkdocs"):
        for _ in range(2):
            build(tmp_path, "serve")
    told = [record.getMessage() for record in caplog.records if "built anew" in record.getMessage()]
    assert len(told) == 1
    assert why in told[0]
    assert not (tmp_path / FOLDER).exists()


def test_a_store_that_is_no_store_is_made_anew(tmp_path: Path) -> None:
    """Everything is built then, and the next build keeps what is as it was."""
    write_site(tmp_path, SMALL)
    kept(tmp_path)
    (tmp_path / STORE).write_bytes(b"no database " * 1000)
    assert not kept(tmp_path)
    assert "0 of 19" in kept(tmp_path)


def test_a_store_that_is_taken_away_meanwhile_keeps_nothing(tmp_path: Path) -> None:
    """Somebody deletes the folder while a site is served: no build fails for it."""
    known = StoreCopy()
    store = Store(tmp_path / "cache/kept.sqlite", known)
    (tmp_path / "cache").rename(tmp_path / "elsewhere")
    store.keep_converted("a.md", {"length": 1})
    store.end({"pages": {"a.md": []}})
    again = Store(tmp_path / "cache/kept.sqlite", known)
    assert (again.state(), again.converted("a.md")) == ({}, {})
    again.abandon()


def test_what_another_version_kept_is_of_no_use(tmp_path: Path) -> None:
    """It may speak of what this one doesn't know: everything is built then."""
    write_site(tmp_path, SMALL)
    kept(tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        state = json.loads(database.execute("SELECT data FROM state").fetchone()[0])
        state |= {"site": "another", "whole": "another"}
        state["reads"] = [["of_another_version", key, found] for _, key, found in state["reads"]]
        database.execute("UPDATE state SET data = ?", (json.dumps(state),))
    assert not kept(tmp_path)
    assert "0 of 19" in kept(tmp_path)


def test_a_damaged_page_is_never_published(tmp_path: Path) -> None:
    """The build stops, what was published stays, and the next build makes everything."""
    write_site(tmp_path, SMALL)
    kept(tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("UPDATE written SET found = substr(found, 1, length(found) - 1) || x'00'")
    before = incremental.published(tmp_path / "site")
    stopped = built(tmp_path, "build")[0].stopped
    assert stopped
    assert incremental.published(tmp_path / "site") == before
    assert not kept(tmp_path)


def test_a_build_that_fails_leaves_what_was_kept(tmp_path: Path) -> None:
    """The build after it goes by the last one that came to an end."""
    write_site(tmp_path, SMALL)
    kept(tmp_path)
    page = tmp_path / "plans/page.md"
    page.write_text("---\ntemplate: no-such.html\n---\n# A page\n", "utf-8")
    with pytest.raises(Exception, match="no-such"):
        build(tmp_path)
    page.unlink()
    assert "0 of 19" in kept(tmp_path)


@pytest.mark.parametrize("command", ["serve", "build"])
def test_a_page_that_is_as_it_was_is_not_written_again(command: Command, tmp_path: Path) -> None:
    """What is gone is deleted, with its folder; what isn't as it was written is made good."""
    write_site(tmp_path, {**SMALL, "in/one.md": "# One\n", "paper.txt": "A paper"})
    built(tmp_path, command)
    untouched, edited = (tmp_path / "site" / page / "index.html" for page in ("hire", "ask"))
    before = untouched.stat().st_mtime_ns, edited.stat().st_mtime_ns
    (tmp_path / "plans/ask.md").write_text(f"{text_of(tmp_path)}\nHow we ask.\n", "utf-8")
    built(tmp_path, command)
    assert untouched.stat().st_mtime_ns == before[0]
    assert edited.stat().st_mtime_ns > before[1]
    (tmp_path / "plans/in/one.md").unlink()
    untouched.write_text("Another's", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}\nexclude_docs: paper.txt\n", "utf-8")
    again = built(tmp_path, command)[0]
    assert not (tmp_path / "site/in").exists()
    assert not difference(again, clean(tmp_path, command))


def test_a_served_site_stays_when_a_build_fails(tmp_path: Path) -> None:
    """And the next build is what a clean one is."""
    write_site(tmp_path, SMALL)
    before = built(tmp_path, "serve")[0].files
    page = tmp_path / "plans/page.md"
    page.write_text("---\ntemplate: no-such.html\n---\n# A page\n", "utf-8")
    with pytest.raises(Exception, match="no-such"):
        build(tmp_path, "serve")
    assert incremental.published(tmp_path / "site").keys() == before.keys()
    page.unlink()
    assert built(tmp_path, "serve")[0].files == before


def test_what_is_kept_is_never_committed(tmp_path: Path) -> None:
    """Its folder says so to git."""
    kept(write_site(tmp_path, SMALL))
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_all_that_a_plan_works_out_is_noted() -> None:
    """A mapping that is added to `Plan` is named in `reads`, else pages would not know that it changed."""
    worked_out = {name for name, one in inspect.getmembers(Plan) if isinstance(one, cached_property)}
    assert worked_out == {*MAPPINGS, *SETS, *SHARED}
    fields = set(get_type_hints(Plan)) - {"files", "people", "stray_readings"}  # the last is for a rule alone
    assert fields == {"unread", "own_fields", "team_dris", "is_okr"}, "see `Answers.shared`"


def test_an_answer_that_is_remembered_brings_along_what_it_was_made_from(tmp_path: Path) -> None:
    """Whoever asks for it: the first page, and the next."""
    plan = read_site(write_site(tmp_path, SMALL))[0].plan
    reads = Reads()
    watched = reads.watched(plan)
    asked = reads.remember(lambda strategy: len(watched.tactics_of(strategy)))
    for _ in range(2):
        with reads.noted() as found:
            assert asked(plan.strategies["hire"]) == 1
        assert found == {("_tactics_by_strategy", "hire")}
    with reads.noted() as found:
        assert list(watched.tactics) == ["ask"]
    assert found == {("tactics", KEYS)}
    with reads.noted() as found:
        assert [one.id for one in watched.tactics.values()] == ["ask"]
    assert found == {("tactics", EVERY)}


def test_a_served_site_forgets_what_was_made_of_what_differs(tmp_path: Path) -> None:
    """And nothing else: a text stands on its own page alone."""
    folder = write_site(tmp_path, {**SMALL, "mission.md": "---\ntype: mission\n---\n# We sell\n"})
    memory = Memory("site", datetime.date(2026, 1, 1), {})
    asked: list[str] = []
    answers: dict[int, Callable[[str], None]] = {}

    def shown() -> tuple[object, list[str]]:
        """Render the site as it is now, and ask for two plans; give what had to be worked out."""
        loaded, site = read_site(folder)
        renderer = memory.renderer(loaded.plan, lambda plan: Renderer(plan, site, memory=memory))

        def look_up(key: str) -> None:
            asked.append(renderer.plan.plans[key].title)

        asked.clear()
        answers.setdefault(id(renderer), memory.remember(look_up))
        for key in ("hire", "ask"):
            answers[id(renderer)](key)
        return renderer, list(asked)

    def edit(name: str, before: str, now: str) -> None:
        path = folder / "plans" / name
        path.write_text(path.read_text("utf-8").replace(before, now), "utf-8")

    first, found = shown()
    assert found == ["Hire salespeople who stay", "Ask every candidate the same questions"]
    assert shown() == (first, [])
    edit("ask.md", "Ask every candidate", "Ask each candidate")
    assert shown() == (first, ["Ask each candidate the same questions"])
    edit("ask.md", "dri: recruiting-lead\n---\n", "dri: recruiting-lead\n---\n\nHow we ask.\n")
    assert shown() == (first, [])
    edit("mission.md", "We sell", "We buy")  # which all pages may show
    assert shown()[0] is not first


def test_a_setting_that_is_written_as_it_is_anyway_is_shown(tmp_path: Path) -> None:
    """The reference of the settings says what a site sets, its default value too."""
    page = "# Settings\n\n<!-- plans/settings -->\n"
    built(write_site(tmp_path, {"hire.md": STRATEGY, "settings.md": page}), "build")
    config = tmp_path / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("- plans:\n", "- plans:\n      people_pages: true\n"), "utf-8")
    assert config.read_text("utf-8") != text
    after, _ = built(tmp_path, "build")
    assert not difference(after, clean(tmp_path, "build"))
