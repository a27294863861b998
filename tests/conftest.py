"""What tests of every room share: a git that is the same everywhere, and one browser."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import launched
from tests.compiled import compiled_once


@pytest.fixture(autouse=True, scope="session")
def git_alike_everywhere() -> Iterator[None]:
    """Git reads no settings of the machine, and has somebody to commit as."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Ada Author")
            patch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")
        yield


@pytest.fixture(autouse=True, scope="session")
def templates_compiled_once() -> Iterator[None]:
    """Sites that are built in this process share what is compiled."""
    with compiled_once():
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, one for all; each test opens a context of its own and closes it."""
    with launched() as chromium:
        yield chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use the browser: `pytest -m "not browser"` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes approved texts anew."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write what is compared with approved texts"
    )
