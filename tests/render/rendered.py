"""A plan rendered without a site generator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from mkdocs_plans.findings import Located
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import Renderer
from tests.markup import Html
from tests.small_site import read_site


def href(path: str) -> str:
    """Where a file's page is."""
    return "/" + path.removesuffix(".md")


@cache
def rendering(folder: Path) -> tuple[Plan, Renderer]:
    """The plan of a written site, drafts included, and its renderer. A folder is read once."""
    loaded, site = read_site(folder)
    return loaded.plan, Renderer(loaded.plan, site)


def page(folder: Path, path: str, heading: str = "", findings: Sequence[Located] = ()) -> Html:
    """A plan file's page, with a word where its text stands."""
    plan, renderer = rendering(folder)
    around = renderer.plan_page(plan.by_path[path], href, heading, findings)
    return Html(f"{around.above}<article>The text.</article>{around.below}")


def view(folder: Path, name: str, arguments: str = "") -> Html:
    """A view."""
    return Html(rendering(folder)[1].view(name, arguments, href))
