"""Mistakes made in the example plan: each is one finding, at its place; and all at once are all found."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.small_site import all_found_in

ROOT = Path(__file__).parents[1]
Place = tuple[str, str, int, int]


@dataclass(frozen=True)
class Slip:
    """One edit of the example plan, and the finding that it must bring in."""

    path: str
    old: str
    new: str
    rule: str
    line: int
    column: int

    def make(self, folder: Path) -> None:
        """Make the mistake: the text must stand there, and its first place is changed."""
        file = folder / "plans" / self.path
        before = file.read_text("utf-8")
        assert self.old in before
        file.write_text(before.replace(self.old, self.new, 1), "utf-8")

    @property
    def place(self) -> Place:
        """Rule and place of the finding."""
        return self.rule, self.path, self.line, self.column


SLIPS = [Slip(*row) for row in yaml.safe_load((ROOT / "tests/example_mistakes.yml").read_text("utf-8"))]


@pytest.fixture(scope="module")
def before() -> Counter[tuple[str, str, str]]:
    """The findings of the example as it is."""
    return Counter((one.finding.rule, one.finding.path, one.finding.message) for one in all_found_in(ROOT))


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example site's sources."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    return tmp_path


def brought_in(before: Counter[tuple[str, str, str]], folder: Path) -> list[Place]:
    """The findings that weren't there before, whatever line the old ones are on now."""
    left = Counter(before)
    new = []
    for one in all_found_in(folder):
        key = (one.finding.rule, one.finding.path, one.finding.message)
        if left[key]:
            left[key] -= 1
        else:
            new.append((one.finding.rule, one.finding.path, one.span.line, one.span.column))
    return new


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.rule}-{slip.path}-{slip.line}")
def test_a_mistake_in_the_example_is_one_finding(
    slip: Slip, before: Counter[tuple[str, str, str]], example: Path
) -> None:
    """At the right place, and nothing beside it."""
    slip.make(example)
    assert brought_in(before, example) == [slip.place]


def test_all_mistakes_at_once_are_all_found(before: Counter[tuple[str, str, str]], example: Path) -> None:
    """None hides another."""
    for slip in SLIPS:
        slip.make(example)
    found = Counter(place[:2] for place in brought_in(before, example))
    assert found == Counter(slip.place[:2] for slip in SLIPS)


def test_there_are_forty_and_no_rule_is_left_to_chance() -> None:
    """The table covers references, keys, values, YAML's own traps, and plans that don't fit together."""
    assert len(SLIPS) >= 40
