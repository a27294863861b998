"""A link that lacks its `https://` is written with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic
from tests.small_site import CONFIG

OWN = CONFIG + "      extra_fields: {paper: {label: Paper, type: link}, remark: Remark}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("actions: [{do: Go, url: www.a.org}]", "actions: [{do: Go, url: https://www.a.org}]"),
        ("resources: [{name: A, url: a.org/b}]", "resources: [{name: A, url: https://a.org/b}]"),
        ("paper: a.org/b", "paper: https://a.org/b"),
        ("paper: <https://a.org>", "paper: https://a.org"),
    ],
)
def test_the_whole_address_is_written(before: str, after: str, tmp_path: Path) -> None:
    """In our fields and in those of the organisation's own."""
    assert fix_file(tmp_path, tactic(before), config=OWN) == tactic(after)


@pytest.mark.parametrize("line", ["paper: paper.html", "paper: ../plans/a.md", "remark: www.a.org"])
def test_what_may_be_a_page_of_the_site_is_left_alone(line: str, tmp_path: Path) -> None:
    """So is any other text."""
    assert fix_file(tmp_path, tactic(line), config=OWN) == tactic(line)
