"""What the bench says of what it measured."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import page
from benchmarks.figures import Figure, table
from benchmarks.measure import Command, Run, in_turn, ratio
from benchmarks.works import BUILD_WORK, growth

BUILDS = [
    Figure(BUILD_WORK, 1000, 8.0, "s", 4.0, 2.0, 1.6),
    Figure(BUILD_WORK, 10_000, 90.0, "s", 40.0, 2.25),
]


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("a", 1, 9.0, "s"), True),
        (Figure("a", 1, 9.0, "s", bound=9.0), True),
        (Figure("a", 1, 9.1, "s", bound=9.0), False),
        (Figure("a", 1, 9.0, "s", 3.0, 3.0, bound=3.1), True),
        (Figure("a", 1, 1.0, "s", 0.1, 10.0, bound=3.1), False),
        (Figure("a", 1, 1.0, "s", 7.0, 7.0, bound=6, is_least=True), True),
        (Figure("a", 1, 1.0, "s", 5.0, 5.0, bound=6, is_least=True), False),
    ],
)
def test_a_bound_is_one_of_the_ratio_if_there_is_one(figure: Figure, holds: bool) -> None:
    """Else of the value."""
    assert figure.holds is holds


def test_the_table_says_which_bound_is_broken() -> None:
    """In a row for each figure, in columns of one width."""
    lines = table([BUILDS[0], Figure("memory", 1000, 1234.5, "MB", bound=2000)]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert [cell.strip() for cell in lines[2].split("|")[2:-1]] == [
        "1,000", "8.00 s", "4.00 s", "2.00", "≤ 1.60", "BROKEN",
    ]  # fmt: skip
    assert [cell.strip() for cell in lines[3].split("|")[2:-1]] == [
        "1,000",
        "1,234 MB",
        "",
        "",
        "≤ 2,000 MB",
        "holds",
    ]


def test_growth_is_the_time_a_plan_at_the_largest_size() -> None:
    """Beside that at a tenth of it."""
    (found,) = growth(BUILDS)
    assert (found.value, found.beside, found.ratio) == (9.0, 8.0, 1.125)


def test_a_ratio_is_the_median_of_those_of_each_turn() -> None:
    """Not that of the medians: a slow minute falls on both."""
    ours, others = ([Run(seconds, 1) for seconds in times] for times in ((2, 20, 9), (1, 10, 3)))
    assert ratio(ours, others) == 2


def test_a_command_is_measured_with_all_that_it_starts(tmp_path: Path) -> None:
    """A child's time counts; one that fails stops the bench."""
    work = "sum(range(3_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    commands = {"idle": "pass", "child": child}
    runs = in_turn(
        {name: Command([sys.executable, "-c", code], tmp_path) for name, code in commands.items()}, 1
    )
    assert runs["child"][0].seconds > runs["idle"][0].seconds
    with pytest.raises(RuntimeError):
        in_turn({"failing": Command([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)}, 1)


def test_the_page_has_the_table_and_a_picture_in_words_too(tmp_path: Path) -> None:
    """And says on what it was measured."""
    page.write(tmp_path, BUILDS)
    text = (tmp_path / "how-fast.md").read_text("utf-8")
    assert table(BUILDS) in text
    assert "1,000 plans 8.0 s, alone 4.0 s" in text
    assert "mkdocs-material 9" in text
    assert ElementTree.parse(tmp_path / "how-fast.svg").getroot().findall("{*}polyline")
