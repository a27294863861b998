"""Plans in Chinese and in Arabic, from files as their authors name them to addresses, data and forms."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from mkdocs_plans.model import Status
from tests.built_site import Published, build
from tests.fuzz import git
from tests.script_site import SCRIPTS, TACTICS, Script, file_name, write_script_site
from tests.small_site import all_found_in, read_site


@dataclass(frozen=True)
class Site:
    """A site's script, its folder as fixed, the pages that are built from it, and what the fix said."""

    script: Script
    folder: Path
    built: Published
    fixed: str


def run(folder: Path, *args: str) -> tuple[int, str]:
    """Run a command in a site."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(
        main, [*args, "--config-file", str(folder / "mkdocs.yml")]
    )
    return result.exit_code, result.output


@pytest.fixture(scope="module", params=SCRIPTS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Write a site, have the check write its ids, and build it; no warning is let through."""
    script = SCRIPTS[request.param]
    folder = write_script_site(tmp_path_factory.mktemp(script.language), script)
    code, fixed = run(folder, "check", "--fix")
    assert code == 0, fixed
    yield Site(script, folder, build(folder, strict=True), fixed)


def test_names_in_the_script_are_written_as_ids(site: Site) -> None:
    """A plan that is named by its file: the check finds which one is meant, and nothing is left to find."""
    assert f"strategy: {file_name(site.script.strategies[0])} → strategy: " in site.fixed
    assert not all_found_in(site.folder)
    plan = read_site(site.folder)[0].plan
    assert (len(plan.strategies), len(plan.tactics)) == (3, 3 * TACTICS)
    assert all(len(plan.tactics_of(one)) == TACTICS for one in plan.strategies.values())
    assert plan.people.keys() == site.script.people.keys()


def test_every_address_leads_to_a_page(site: Site) -> None:
    """As it is written in pages and in the site map: whole, or percent-encoded."""
    folder = site.built.folder
    for path in site.built.pages:
        for link in site.built.page(path).all("a"):
            way = urlsplit(link["href"])
            if way.scheme or not way.path:
                continue
            target = (folder / path).parent / unquote(way.path)
            assert target.exists(), (path, link["href"])
    for address in site.built.files["sitemap.xml"].split("<loc>")[1:]:
        path = unquote(address.partition("</loc>")[0].removeprefix("https://example.org/plan/"))
        assert (folder / path / "index.html").is_file(), address


def test_pages_speak_the_language_and_call_things_as_the_plan_does(site: Site) -> None:
    """No phrase of ours is left in English, and no label of ours where there is an own one."""
    home = site.built.files["index.html"]
    assert f'<html lang="{site.script.language}"' in home
    assert 'lang="en"' not in "".join(
        site.built.files[one] for one in site.built.pages if not one.startswith("guide/")
    )
    facts = site.built.page(f"{site.script.folders[1]}/{file_name(site.script.strategies[0])}/").facts()
    handle, name = next(iter(site.script.people.items()))
    assert name in facts.values() or handle in facts.values()
    assert next(iter(site.script.statuses)) in " ".join(facts.values())
    assert facts[site.script.field] == site.script.in_words


def test_data_has_the_words_and_whole_addresses(site: Site) -> None:
    """The table of tactics as CSV, the calendar, and the feed."""
    table = list(csv.DictReader(io.StringIO(site.built.files["data/tactics.csv"].removeprefix("\ufeff"))))
    assert {one["title"] for one in table} >= set(site.script.tactics)
    calendar = site.built.files["data/calendar.ics"].replace("\r\n ", "").replace("\n ", "")
    assert site.script.actions[1] in calendar
    tactics = quote(site.script.folders[2])
    assert f"https://example.org/plan/{tactics}/" in calendar


def test_the_search_is_given_all_titles(site: Site) -> None:
    """By which they are found; and by what is done in them."""
    index = json.loads(site.built.files["search/search_index.json"])
    found = " ".join(f"{one['title']} {one['text']}" for one in index["docs"])
    for title in (*site.script.strategies, *site.script.tactics, *site.script.actions):
        assert html.escape(title) in found


def test_the_terminal_takes_the_script(site: Site) -> None:
    """Names by title, number and handle; lists, data, and what is due. No sign of direction is left over."""
    (handle, name), tactic = next(iter(site.script.people.items())), site.script.tactics[0]
    for asked in (site.script.strategies[0], "1", file_name(site.script.strategies[0])):
        code, shown = run(site.folder, "show", asked)
        assert code == 0, shown
        assert site.script.in_words in shown
        assert not set("\ufffd\u200e\u200f\u2068") & set(shown)
    for args in (
        ("list", "tactics", "--dri", handle),
        ("export", "csv", "--table", "tactics", "--dri", name),
    ):
        code, listed = run(site.folder, *args)
        assert code == 0, listed
        assert tactic in listed
    code, due = run(site.folder, "due", "--person", name)
    assert code == 0, due
    assert site.script.actions[1] in due


def test_forms_offer_the_plan_in_its_words(site: Site) -> None:
    """Every open plan is there to choose, by its title, and everybody by name."""
    for host in ("github", "gitlab"):
        code, form = run(site.folder, "forms", "--host", host)
        assert code == 0, form
        assert site.script.goals[0] in form
    plan = read_site(site.folder)[0].plan
    code, form = run(site.folder, "forms", "--host", "github")
    for one in plan.plans.values():
        assert (f"{one.title} ({one.id})" in form) is (one.status in {Status.ACTIVE, Status.PAUSED})


def test_a_review_tells_a_change_in_the_language(site: Site) -> None:
    """By the title and the own word, between the file's state before and after."""
    title = site.script.tactics[0]
    file = site.folder / f"plans/{site.script.folders[2]}/1.1-{file_name(title)}.md"
    was, now = (own for own, ours in site.script.statuses.items() if ours in {"active", "paused"})
    for args in (("init", "--quiet"), ("add", "plans", "mkdocs.yml"), ("commit", "--quiet", "-m", "Before")):
        git(site.folder, *args)
    text = file.read_text("utf-8")
    file.write_text(text.replace(f"status: {was}", f"status: {now}"), "utf-8")
    code, told = run(site.folder, "diff")
    file.write_text(text, "utf-8")
    assert code == 0, told
    assert title in told
    assert re.search(f"{was}.*{now}", told)
    assert not set("\ufffd\u200e\u200f\u2068") & set(told)
