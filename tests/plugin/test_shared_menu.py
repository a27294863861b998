"""A menu that is rendered once for many pages is the one that each of them would have had."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.built_site import build
from tests.full_site import write_full_site
from tests.small_site import CONFIG, STRATEGY, TACTIC, text, write_site

FEATURES = "navigation.tabs, navigation.indexes, navigation.prune, toc.integrate"


@pytest.mark.parametrize(
    "config",
    [
        CONFIG,
        CONFIG.replace("font: false", f"font: false, features: [{FEATURES}]"),
        text(CONFIG) + "use_directory_urls: false\n",
        text(CONFIG) + "nav: [timeline.md, People: [people/ada.md, tactics/index.md], strategies/hire.md]\n",
    ],
    ids=["plain", "features", "files", "nav"],
)
def test_every_page_is_as_without(config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte by byte, wherever it lies, in the menu and out of it."""
    shared = pages_of(tmp_path / "shared", config)
    monkeypatch.setattr("mkdocs_plans.plugin.hooks.share_menu", lambda *_: None)
    assert shared == pages_of(tmp_path / "without", config)


def pages_of(folder: Path, config: str) -> dict[str, str]:
    """Build the whole site; give its pages without the time that MkDocs writes into the first."""
    site = build(write_full_site(folder, config))
    return {path: re.sub("Build Date UTC.*", "", site.files[path]) for path in site.pages}


def test_a_menu_of_the_sites_own_is_rendered_for_every_page(tmp_path: Path) -> None:
    """It may show anything."""
    config = CONFIG.replace("font: false", "font: false, custom_dir: theme")
    files: dict[str, str | bytes] = {"hire.md": STRATEGY, "a/ask.md": TACTIC, "a/tell.md": TACTIC}
    folder = write_site(tmp_path, files, config=config)
    (folder / "theme/partials").mkdir(parents=True)
    (folder / "theme/partials/nav.html").write_text("<nav>{{ page.url }}</nav>")
    site = build(folder)
    assert "<nav>a/ask/</nav>" in site.files["a/ask/index.html"]
    assert "<nav>a/tell/</nav>" in site.files["a/tell/index.html"]
