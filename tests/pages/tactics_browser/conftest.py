"""The example's tactics, and a small site with `navigation.instant`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mkdocs_plans.model import Status
from mkdocs_plans.plan import Plan
from tests.built_site import run_mkdocs
from tests.full_site import write_full_site
from tests.pages.sites import ROOT, Sites, served
from tests.small_site import read_site

INSTANT = """
site_name: Small Makers
site_url: {host}/
docs_dir: plans
theme: {{name: material, font: false, features: [navigation.instant]}}
plugins:
  - search
  - plans: {{today: 2026-11-23}}
"""
"""Material looks into the sitemap, which must name the host, for the pages that it may put in place."""

HANDBOOK = """
# Handbook

<!-- plans/tactics {strategy: hire} -->

## The others

<!-- plans/tactics -->
"""


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The example's plan as it is published."""
    return read_site(ROOT)[0].plan.only(lambda file: getattr(file, "status", None) is not Status.DRAFT)


@pytest.fixture
def tactics(page: Page, sites: Sites) -> Page:
    """The example's page of all tactics."""
    page.goto(f"{sites.host}/example/tactics/")
    return page


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a small site is written, and built into `site/`."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "site").mkdir()
    return folder


@pytest.fixture(scope="session")
def small(folder: Path) -> Iterator[str]:
    """A small site with `navigation.instant`, and two tables of tactics on one page; where it is served."""
    with served(folder / "site") as host:
        write_full_site(folder, INSTANT.format(host=host), handbook=HANDBOOK)
        built = run_mkdocs(folder, "--quiet")
        assert built.returncode == 0, built.stderr
        yield host
