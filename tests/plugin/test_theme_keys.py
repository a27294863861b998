"""What the installed theme reads of a page's front matter, held against what we make safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from mkdocs_plans.load.theme_keys import READERS
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.front_matter import NEVER, prepare
from tests.small_site import found_in, read_site, write_site

MATERIAL = Path(str(spec.origin)).parent if (spec := find_spec("material")) else Path()

_IN_TEMPLATE = re.compile(r"\bmeta(?:\.|\[[\"'])(\w+)")
_IN_PLUGIN = re.compile(r"(?:\bmeta|front_matter)(?:\.get\(|\[|\.pop\()[\"'](\w+)")

OF_PAGES_THAT_ARE_NO_PLANS = {
    *("authors", "categories", "date", "draft", "links", "pin", "readtime", "slug"),  # a blog's posts
    "__extends",  # the plugin `meta` writes it itself
    *("comments", "source"),  # the keys of translations, `meta.comments`
}


def keys_read() -> Iterator[str]:
    """The keys that the theme's templates and plugins read."""
    for ending, pattern in (("html", _IN_TEMPLATE), ("py", _IN_PLUGIN)):
        for path in MATERIAL.rglob(f"*.{ending}"):
            yield from pattern.findall(path.read_text("utf-8"))


def test_every_key_that_the_theme_reads_is_looked_at() -> None:
    """A new version may read another: then decide what it may hold, and say so in `load/theme_keys.py`."""
    read = set(keys_read()) - {"get", "items", "pop", "title"}
    assert {"hide", "icon", "tags", "search"} <= read, "the theme is read otherwise than this test thinks"
    assert read - set(READERS) - set(NEVER) - OF_PAGES_THAT_ARE_NO_PLANS == set(), version("mkdocs-material")


PLAN = "---\ntype: theme\ntitle: A\n{}\n---\n"

WRONG = [
    ("tags: growth", "`tags` takes a list (write `tags: [growth]`)"),
    ("tags: {a: b}", "`tags` takes a list (write `tags: […]`)"),
    ("hide: toc", "`hide` takes a list (write `hide: [toc]`)"),
    ("hide: [[toc]]", "`hide` takes a list (write `hide: […]`)"),
    ("search: no", "`search` takes `name: value` lines (write `search: {exclude: true}`)"),
    ("search: yes", "`search` takes `name: value` lines (leave `search` out)"),
    ("search: {boost: much}", "`boost` is a number (write `search: {boost: 2}`)"),
    ("search: {exclude: perhaps}", "`exclude` is true or false (write `search: {exclude: true}`)"),
    ("icon: material/flagg", 'the theme has no icon "material/flagg"'),
    ("icon: ../../main", 'the theme has no icon "../../main"'),
    ("icon: [material/flag]", "this must be one text, but it is a list (write it after the colon"),
    ("template: nowhere.html", 'the theme has no template "nowhere.html" (leave `template` out)'),
    ("template: redirect.html", "a plan's page can't lead elsewhere (leave `template` out)"),
    ("description: {a: b}", "`description` takes one text (write `description: …`)"),
    ("revision_date: [1]", "`revision_date` takes one text (write `revision_date: …`)"),
    ("social: large", "`social` takes `name: value` lines"),
]


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_what_the_theme_would_break_on_is_found(line: str, said: str, tmp_path: Path) -> None:
    """By the check, before anything is built, at its place."""
    [one] = found_in(write_site(tmp_path, {"a.md": PLAN.format(line)}))
    assert (one.finding.rule, one.span.line) == ("invalid-value", 4)
    assert f"{one.finding.message} ({one.finding.hint})".startswith(said)


RIGHT = [
    *(
        "tags: [growth, 2026]",
        "tags:",
        "hide: [navigation, toc]",
        "hide:",
        "search: {exclude: yes}",
        "search:",
    ),
    *("search: {boost: 1.5}", "icon: material/flag", "template: main.html", "description: 5", "social:"),
    "revision_date: 2026-11-23",
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_the_theme_can_use_is_left(line: str, tmp_path: Path) -> None:
    """A template and an icon of the site's own count as well."""
    assert found_in(write_site(tmp_path, {"a.md": PLAN.format(line)})) == []


def test_a_theme_gets_no_markup_and_nothing_that_it_would_break_on(tmp_path: Path) -> None:
    """Not even while a site is served, where findings stop nothing; the page of somebody's own is theirs."""
    hostile = "<img src=x onerror=alert(1)>"
    folder = write_site(tmp_path, {"a.md": PLAN.format("tags: scalar\nlocation: 'javascript:alert(1)'")})
    loaded, site = read_site(folder)
    build = cast(Build, SimpleNamespace(plan=loaded.plan, loaded=loaded, site=site))
    written: dict[str, Any] = {
        "tags": hostile, "status": "draft", "location": "javascript:alert(1)", "author": hostile,
        "own": [{"deep": hostile}], "number": 5,
    }  # fmt: skip
    for path in ("a.md", "page.md"):
        page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path), meta=dict(written))
        prepare(page, "Text.", build)
        if path == "a.md":
            assert "<" not in str(page.meta)
            assert page.meta.keys() == {"author", "own", "number", "title", "description"}
        else:
            assert page.meta == written
