"""No style and no program stands in a page of ours: a Content-Security-Policy may forbid them all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.render import VIEWS
from tests.full_site import write_full_site
from tests.markup import Html
from tests.render.rendered import page, rendering, view

CODE = re.compile(r"""\sstyle\s*=|<style\b|<script\b|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE)


def test_no_template_has_a_style_or_a_script() -> None:
    """Whatever it is given, it can write none."""
    assert [path for path in templates_folder().rglob("*.html") if CODE.search(path.read_text("utf-8"))] == []


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Html]:
    """Give each view and each plan page of a plan that has one of everything."""
    folder = write_full_site(tmp_path_factory.mktemp("site"))
    plan, _ = rendering(folder)
    pages = {path: page(folder, path) for path in plan.by_path}
    names = list(VIEWS)
    return pages | {name: view(folder, name, "handle: ada" if name == "person" else "") for name in names}


def inline(html: Html) -> Iterator[str]:
    """Give the elements and attributes that a browser would take for code."""
    for element in html.all():
        if element.tag in {"script", "style"}:
            yield element.tag
        yield from (name for name in element.attributes if name == "style" or name.startswith("on"))


def test_no_page_has_a_style_or_a_script(shown: dict[str, Html]) -> None:
    """Where something stands is said by attributes, which our style sheet reads."""
    assert len(shown) > len(VIEWS)
    assert not {name: found for name, html in shown.items() if (found := list(inline(html)))}
