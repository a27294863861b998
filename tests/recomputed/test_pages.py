"""Every figure on pages agrees with the one computed by hand, on 40 random sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.settings import find_site
from tests.built_site import build
from tests.markup import Html
from tests.recomputed.agreement import differences
from tests.recomputed.by_hand import ByHand
from tests.recomputed.expected import expected
from tests.recomputed.on_pages import read
from tests.recomputed.sites import Made, make, write

pytestmark = pytest.mark.thorough

SEEDS = range(40)


def rendered(site: Made, folder: Path) -> dict[str, Html]:
    """The pages of a site as a build renders them, without MkDocs around them."""
    write(site, folder)
    made = Build(find_site(folder), None, Base(), is_serving=False, strict=False)
    made.read()
    show = made.renderer
    views = ("overview", "scoreboard", "coverage", "strategies", "tactics")
    pages = {file.path: show.plan_page(file, "/{}".format) for file in made.plan.files}
    sources = {path.removesuffix(".md"): page.above + page.below for path, page in pages.items()}
    sources |= {view: show.view(view, "", "/{}".format) for view in views}
    for handle in site.people:
        sources[f"person {handle}"] = show.view("person", f"{{handle: {handle}}}", "/{}".format)
    return {page: Html(source) for page, source in sources.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_show_what_comes_out_by_hand(seed: int, tmp_path: Path) -> None:
    """On the pages of plans, themes, teams and people, and in the views that count them."""
    site = make(seed)
    pages = rendered(site, tmp_path / "site")
    wrong = [
        line
        for page, figures in expected(ByHand(site)).items()
        for line in differences(f"site {seed}, page {page}", figures, read(page, pages[page], site))
    ]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("seed", [3, 7])
def test_a_built_site_shows_the_same(seed: int, tmp_path: Path) -> None:
    """As MkDocs publishes it, the home page and those of people among its pages."""
    site = make(seed)
    write(site, tmp_path / "site")
    built = build(tmp_path / "site")

    def published(page: str) -> Html:
        _, _, handle = page.partition(" ")
        return built.page(f"people/{handle}/" if handle else "" if page == "overview" else f"{page}/")

    wrong = [
        line
        for page, figures in expected(ByHand(site)).items()
        for line in differences(f"site {seed}, page {page}", figures, read(page, published(page), site))
    ]
    assert not wrong, "\n" + "\n".join(wrong)
