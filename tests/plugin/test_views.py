"""Views in the place of their comments, wherever these stand in HTML: without a build."""

from __future__ import annotations

import time
from typing import Any, cast

import pytest

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.headings import find_headings
from mkdocs_plans.plugin.views import has_views, with_views


class _Views:
    """Gives a view as its name and arguments."""

    def view(self, name: str, arguments: str, path: str, href: object) -> str:
        return f"<div>{name}{arguments}</div>"


def shown(html: str) -> str:
    """The same HTML with views in it."""
    build = cast(Build, cast(Any, _Views()))
    return with_views(html, "page.md", lambda path: path, build)[0]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- plans/teams -->", "<div>teams</div>"),
        ("<!--plans/teams-->", "<div>teams</div>"),
        ("<!--plans/teams{a: b}-->", "<div>teams{a: b}</div>"),
        ("<!--\n plans/teams\n {a: b}\n-->", "<div>teams{a: b}</div>"),
        ("<h1>A</h1><!-- plans/teams --><p>b</p>", "<h1>A</h1><div>teams</div><p>b</p>"),
        ("<td><!-- plans/teams --></td>", "<td><div>teams</div></td>"),
        ("<li>a <!-- plans/teams --> b</li>", "<li>a <div>teams</div> b</li>"),
        ("<p><!-- plans/teams --></p>", "<div>teams</div>"),
        ("<p>a <!-- plans/teams --> b</p><p>c</p>", "<p>a </p><div>teams</div><p> b</p><p>c</p>"),
        ("<p>a <!-- plans/x --> <!-- plans/y --></p>", "<p>a </p><div>x</div><p> </p><div>y</div>"),
        ("<pre><!-- plans/teams --></pre>", "<pre><div>teams</div></pre>"),
        ("<!-- plans/x --> <!-- a --> <!-- plans/y -->", "<div>x</div> <!-- a --> <div>y</div>"),
    ],
)
def test_a_view_takes_the_place_of_its_comment(html: str, expected: str) -> None:
    """On a line of its own or within one; a paragraph, which can't hold one, ends before it."""
    assert shown(html) == expected


@pytest.mark.parametrize(
    "html", ["", "<p>plans/teams</p>", "<!-- a plan -->", "&lt;!-- plans/teams --&gt;", "<!-- plans/teams "]
)
def test_all_else_is_left_as_it_is(html: str) -> None:
    """Other comments, code, and what is never closed."""
    assert shown(html) == html


def test_a_comment_that_is_left_is_seen() -> None:
    """Closed or not."""
    assert has_views("<p><!--plans/teams-->")
    assert has_views("<!-- plans/teams")
    assert not has_views("<!-- plan --><p>plans/teams</p>")


@pytest.mark.parametrize(
    "piece", ['<h2 id="', "<h2 ", '<h2 id="a">', "<", '<a class="headerlink"', "<h1>", "<p "]
)
def test_wrong_html_takes_time_in_proportion_to_its_length(piece: str) -> None:
    """In the search for headings and for paragraphs."""
    html = piece * (100_000 // len(piece))
    start = time.process_time()
    assert len(list(find_headings(html + "<h2 id='b'></h2>", 1))) <= 1
    assert "<div>teams</div>" in shown(f"{html}<!-- plans/teams -->")
    assert time.process_time() - start < 2
