"""The line that opens a front matter is written where it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import mended, tactic

SOUND = tactic("dri: ceo")
BELOW = SOUND.removeprefix("---\n")

LEFT = [
    BELOW.replace("---\n", "\n"),
    "—\n" + BELOW.replace("---\n", "—\n"),
    BELOW.replace("title: Plan", "title: Plan: now"),
    "\n" + SOUND,
    "A note.\n" + BELOW,
]


@pytest.mark.parametrize("above", ["", "—\n", "--\n", "–\n", "-—  \n"])
def test_the_line_is_written(above: str, tmp_path: Path) -> None:
    """Above the first key, or in the place of other dashes."""
    assert mended(tmp_path, above + BELOW) == SOUND


def test_a_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    """As everywhere."""
    before = ("\ufeff" + BELOW).replace("\n", "\r\n")
    assert mended(tmp_path, before) == ("\ufeff" + SOUND).replace("\n", "\r\n")


@pytest.mark.parametrize("content", LEFT)
def test_a_file_that_the_line_alone_does_not_mend_is_left_alone(content: str, tmp_path: Path) -> None:
    """Then more is wrong than that."""
    assert mended(tmp_path, content) == content
