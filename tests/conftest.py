"""What tests of every room share: a git that is the same everywhere, and one browser."""

import gc
import os
import subprocess
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType

import pytest
from playwright.sync_api import Browser

from tests.browser import launched
from tests.compiled import compiled_once

STARTERS = (
    "tests.built_site",
    "tests.fuzz",
    "tests.incremental",
    "tests.hosts.jobs",
    "tests.pages.sites",
    "tests.terminal",
)
"""The modules that build whole sites and run programs for the tests."""


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect garbage again after a command, which switches that off."""
    yield
    gc.enable()


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
    """Mark the tests that use the browser, and those that start programs; have them run first, that several
    workers end together.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if isinstance(item, pytest.Function) and any(starts_programs(one) for one in functions_of(item)):
            item.add_marker(pytest.mark.program)
    items.sort(key=lambda item: [not any(item.iter_markers(name)) for name in ("browser", "program")])


def functions_of(item: pytest.Function) -> Iterator[object]:
    """A test's own function, and those of its fixtures."""
    yield item.function
    for known in item._fixtureinfo.name2fixturedefs.values():
        yield from (fixture.func for fixture in known if fixture.func.__module__ != __name__)


@cache
def starts_programs(one: object) -> bool:
    """Whether a function, or what it calls of its own module, names what builds sites or runs programs."""
    waiting, seen = [one], {one}
    while waiting:
        for each in named_by(waiting.pop()):
            if each is subprocess or getattr(each, "__module__", None) in STARTERS:
                return True
            if each not in seen and getattr(each, "__module__", None) == one.__module__:
                seen.add(each)
                waiting.append(each)
    return False


def named_by(one: object) -> Iterator[object]:
    """The functions, classes and modules that a function names, or a class in its methods."""
    parts = vars(one).values() if isinstance(one, type) else (one,)
    for part in parts:
        if isinstance(part, FunctionType):
            known = (part.__globals__.get(name) for name in names_in(part.__code__))
            yield from (each for each in known if isinstance(each, FunctionType | ModuleType | type))


def names_in(code: CodeType) -> set[str]:
    """The names that a function's code mentions, within comprehensions, too."""
    inner = (names_in(part) for part in code.co_consts if isinstance(part, CodeType))
    return set(code.co_names).union(*inner)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes approved texts anew."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write what is compared with approved texts"
    )
