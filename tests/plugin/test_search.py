"""What the site's search is given of a page, and that nobody else notices."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import SearchPlugin

from mkdocs_plans.plugin.found import found, only_headings, reduced
from mkdocs_plans.plugin.search import Search
from tests.built_site import build
from tests.small_site import CONFIG, STRATEGY, TACTIC, text, write_site

PLAN: dict[str, str | bytes] = {"strategies/hire.md": STRATEGY, "tactics/ask.md": TACTIC}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="x">A <em>word</em></p>', "<p>A word</p>"),
        ('<h2 class="x" id="a">A <code class="x">b</code></h2>', '<h2 id="a">A <code>b</code></h2>'),
        ('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>', '<h2 id="a">A</h2>'),
        ("<table>\n<tr>\n<td>1</td>\n\n<td>2</td></tr>\n</table>", "\n1\n2\n"),
        ('<img alt="a > b">c', "c"),
        ("<pre><code>a\n\n  b</code></pre>", "<pre><code>a\n\n  b</code></pre>"),
        ("a &lt;p class='x'&gt; b < c", "a &lt;p class='x'&gt; b < c"),
        ('<a title="never closed <b>x</b>', '<a title="never closed x'),
    ],
)
def test_a_text_is_given_in_the_elements_that_the_search_keeps(html: str, expected: str) -> None:
    """Whatever isn't surely an element stays as it is."""
    assert reduced(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p data-search-exclude="">a <b>b</b></p>',
        "<script>if (a <b> c) d</script>",
        "<!-- a <b>b</b> -->",
        '<div class="linenodiv"><b>1</b></div>',
    ],
)
def test_what_the_search_leaves_out_is_given_as_it_stands(html: str) -> None:
    """By marks of its authors, and what is no text."""
    assert reduced(html) == html


def test_of_a_view_there_are_the_headings_that_a_link_may_lead_to() -> None:
    """All else stands on other pages."""
    html = '<h2 id="a" class="x">A <b>b</b></h2><p>c</p><h3>d</h3><h3 id="e">&lt;E&gt;</h3>'
    assert only_headings(html) == '<h2 id="a">A b</h2>\n<h3 id="e">&lt;E&gt;</h3>\n'


def test_a_part_that_another_plugin_changed_is_read_as_it_stands() -> None:
    """The others are exchanged all the same."""
    page = found("<p>one</p>body<p>two</p>", [("<p>one</p>", "1"), ("", "0"), ("<p>two</p>", "2")])
    assert page.of("<p>one</p>body<p>two</p>") == "1body2"
    assert page.of("<p>one</p>body<p>two, changed</p>") == "1body<p>two, changed</p>"


def _before() -> None:
    pass


def _after() -> None:
    pass


def _other() -> None:
    pass


def _run_in_turn(*handlers: Callable[..., Any]) -> tuple[bool, list[Callable[..., Any]]]:
    """Whether the search is known, and the order in which handlers run."""
    events = {"page_context": list(handlers)}
    config = cast(MkDocsConfig, SimpleNamespace(plugins=SimpleNamespace(events=events)))
    return Search(config, _before, _after).is_known, events["page_context"]


def test_the_page_is_exchanged_for_the_search_alone() -> None:
    """Wherever it stands among the plugins; more than once where a build comes within another."""
    search = SearchPlugin().on_page_context
    for order in (
        (_before, _other, search, _other, _after),
        (search, _before, _after, _other, _other),
        (_other, _before, search, _after, _other),
    ):
        is_known, handlers = _run_in_turn(*order)
        place = handlers.index(search)
        assert is_known
        assert handlers[place - 1 : place + 2] == [_before, search, _after]
        assert handlers.count(_other) == order.count(_other)


def test_an_unknown_search_is_left_alone() -> None:
    """And so is the order."""
    assert _run_in_turn(_before, _other, _after) == (False, [_before, _other, _after])


def test_two_searches_with_another_plugin_between_are_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    """It would see what is meant for the search; the log says so."""
    one, two = SearchPlugin().on_page_context, SearchPlugin().on_page_context
    with caplog.at_level("INFO", "mkdocs"):
        is_known, _ = _run_in_turn(_before, one, _other, two, _after)
    assert not is_known
    assert "The search reads pages as they are" in caplog.text


HOOK = """
seen = []

def on_page_context(context, page, config, nav):
    with open("{}", "a") as file:
        file.write(page.content)
"""


@pytest.mark.parametrize("plugin", ["search", "/search", "material/search"])
def test_other_plugins_see_the_page_as_readers_do(plugin: str, tmp_path: Path) -> None:
    """With either search, which finds each goal, each action and the text once."""
    (tmp_path / "hook.py").write_text(HOOK.format((tmp_path / "seen").as_posix()))
    config = text(CONFIG).replace("- search", f"- {plugin}") + "hooks: [hook.py]\n"
    site = build(write_site(tmp_path, PLAN, config=config))
    seen = (tmp_path / "seen").read_text()
    page = site.files["tactics/ask/index.html"]
    facts = page.partition('<dl class="plans-facts">')[2].partition("</dl>")[0]
    assert facts
    assert facts in seen
    docs = json.loads(site.files["search/search_index.json"])["docs"]
    assert {one["location"].partition("#")[0] for one in docs if "people we hire" in str(one)} == {
        "strategies/hire/"
    }
    assert "Recruiting Lead" in next(one["text"] for one in docs if one["location"] == "tactics/ask/")


def test_an_authors_mark_for_the_search_leaves_the_page(tmp_path: Path) -> None:
    """As Material's search takes it out: what it excludes isn't found, and is on the page."""
    mark = '\n## Hidden\n\n<p data-search-exclude="yes">Nobody finds this</p>\n'
    site = build(write_site(tmp_path, {**PLAN, "tactics/ask.md": TACTIC + mark}))
    assert "Nobody finds this" in site.files["tactics/ask/index.html"]
    assert "data-search-exclude=" not in site.files["tactics/ask/index.html"]
    assert "Nobody finds this" not in site.files["search/search_index.json"]
