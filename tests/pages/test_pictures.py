"""How each kind of page looks, beside the pictures that somebody has looked at and approved."""

from __future__ import annotations

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.pages.pictures import TAKEN_WITH, TOLERANCE, changes, difference, show, taken_with
from tests.pages.sites import Sites


def test_pages_look_as_approved(browser: Browser, sites: Sites) -> None:
    """Whoever changes how they look looks at them: `make approve` takes the new pictures for good."""
    ours, theirs = taken_with(browser).strip(), TAKEN_WITH.read_text("utf-8").strip()
    if ours != theirs:
        pytest.skip(f"the approved pictures were taken with {theirs}, and this is {ours}")
    found = list(changes(browser, sites))
    assert not [name for name, *_ in found], f"look at {show(found)}, then run `make approve`"


def test_a_word_that_differs_is_a_change() -> None:
    """The tolerance is for single pixels: a bar of a few letters' size counts."""
    page = Image.new("RGB", (195, 400), "white")
    other = page.copy()
    assert difference(page, other) == 0
    other.paste("black", (20, 20, 60, 26))
    assert difference(page, other) > TOLERANCE
    assert difference(page, page.resize((195, 401))) == 1
