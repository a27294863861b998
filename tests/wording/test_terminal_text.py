"""What a terminal is given to show."""

from __future__ import annotations

import pytest

from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.terminal_text import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb", "a b"), ("\x1b[31m", "\ufffd[31m"), ("\u202egnp.exe", "\ufffdgnp.exe"), ("👩‍👧", "👩‍👧")],
)
def test_a_terminal_shows_text_and_acts_on_nothing(text: str, shown: str) -> None:
    """What it would act on is seen."""
    assert printable(text) == shown


def test_a_number_held_together_from_right_to_left_shows_no_marks() -> None:
    """A terminal has no place for them."""
    assert printable(Formats(Language("ar")).points(-7)) == "−7 نقاط"
