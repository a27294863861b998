"""A type a slip away from one of ours is written as that type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, fix_files


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type: stratgy\ntitle: A\ndri: ceo", "type: strategy\ntitle: A\ndri: ceo"),
        ("type: 'Tactic'\ntitle: A\nstrategy: hire", "type: 'tactic'\ntitle: A\nstrategy: hire"),
        ("{title: A, type: THEME}", "{title: A, type: theme}"),
        ("type: {tactic}\ntitle: A\nstrategy: hire", "type: tactic\ntitle: A\nstrategy: hire"),
        ("type: [[tactic]]\ntitle: A\nstrategy: hire", "type: tactic\ntitle: A\nstrategy: hire"),
        ("type: Team # of ours\ntitle: A\ntags: [x]", "type: team # of ours\ntitle: A\ntags: [x]"),
    ],
)
def test_the_type_that_is_meant_is_written(before: str, after: str, tmp_path: Path) -> None:
    """Where every other key is a field of that type, or of MkDocs and its theme."""
    assert fix_file(tmp_path, f"---\n{before}\n---\n") == f"---\n{after}\n---\n"


@pytest.mark.parametrize(
    "lines",
    [
        "type: teams\ntitle: A\nmembers: 5",
        "type: tactic2\ntitle: A",
        "type: item\ntitle: A",
        "type: &t stratgy\ntitle: A",
    ],
)
def test_a_type_that_may_be_another_plugins_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Its other keys show it."""
    assert fix_file(tmp_path, f"---\n{lines}\n---\n") == f"---\n{lines}\n---\n"


def test_what_the_type_hid_is_fixed_too(tmp_path: Path) -> None:
    """In this file, and in those that refer to it."""
    files: dict[str, str | bytes] = {
        "grow.md": b"---\ntype: stratgy\ntitle: Grow\nstatus: Active\ngoals: [{id: more, title: M}]\n---\n",
        "sell.md": b"---\ntype: tactic\ntitle: Sell\nstrategy: grwo\nadvances: [moer]\n---\n",
    }
    after = fix_files(tmp_path, files)
    assert b"type: strategy\ntitle: Grow\nstatus: active" in after["grow.md"]
    assert b"strategy: grow\nadvances: [more]" in after["sell.md"]
