"""Every figure on pages agrees with the one computed by hand, on 40 random sites."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render.environment import make_environment
from mkdocs_plans.settings import find_site
from mkdocs_plans.wording.language import Language
from tests.built_site import build
from tests.markup import Html
from tests.recomputed.agreement import differences
from tests.recomputed.by_hand import ByHand
from tests.recomputed.expected import expected
from tests.recomputed.on_pages import read
from tests.recomputed.sites import Made, make, write

SEEDS = range(40)


class Compiled(BytecodeCache):
    """Templates as Jinja compiles them: once for all sites, which is most of the time that a site takes."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled for a site before."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next site."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="module", autouse=True)
def compiled_once() -> Iterator[None]:
    """Each site's renderer has an environment of its own, and all of them share what is compiled."""
    cache = Compiled()

    def with_cache(language: Language, overrides: Path | None = None) -> Environment:
        environment = make_environment(language, overrides)
        environment.bytecode_cache = cache
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mkdocs_plans.render.renderer.make_environment", with_cache)
        yield


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
