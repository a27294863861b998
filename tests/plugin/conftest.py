"""The plan that has one of everything, built once for the tests of this room."""

from __future__ import annotations

import pytest

from tests.built_site import Published, build
from tests.full_site import write_full_site
from tests.small_site import CONFIG


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build the site as `mkdocs build` does, with themes that open their sections of the menu."""
    config = CONFIG.replace("font: false", "font: false, features: [navigation.indexes]")
    config += "site_url: https://makers.example.org/plan/\n"
    return build(write_full_site(tmp_path_factory.mktemp("published"), config))
