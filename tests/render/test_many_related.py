"""What any two plans may have between them is shown of a bounded number, and the rest is counted: a site
grows with its plans, and not with their square.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.render.pieces import MOST_IN_ROW, MOST_RELATED
from tests.markup import Html
from tests.render.rendered import page, view
from tests.small_site import write_site

NUMBER = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a plan in which each tactic depends on all before it, and advances all goals."""
    goals = "".join(f"  - {{id: g{index}, title: Goal {index}}}\n" for index in range(NUMBER))
    advanced = ", ".join(f"g{index}" for index in range(NUMBER))
    files = {"s.md": f"---\ntype: strategy\ntitle: S\ngoals:\n{goals}---\n"}
    for index in range(NUMBER):
        before = ", ".join(f"t{other}" for other in range(index))
        files[f"t{index}.md"] = (
            f"---\ntype: tactic\ntitle: T{index}\nstrategy: s\nstart: 2026\nend: 2026\n"
            f"depends_on: [{before}]\nadvances: [{advanced}]\n---\n"
        )
    return write_site(tmp_path_factory.mktemp("site"), files)


@pytest.mark.parametrize(("path", "number"), [("t39.md", NUMBER - 1), ("t0.md", NUMBER - 1), ("t5.md", 34)])
def test_a_page_counts_the_plans_that_it_does_not_list(folder: Path, path: str, number: int) -> None:
    """Those that come first, or that wait."""
    items = page(folder, path).texts("li", class_="plans-items__more")
    assert items == [f"{number - MOST_RELATED} more"]


def test_a_short_list_is_whole(folder: Path) -> None:
    """Nothing is left out of it, and nothing is counted."""
    shown = page(folder, f"t{MOST_RELATED}.md")
    assert shown.all("li", class_="plans-items__more") == []
    assert {f"T{index}" for index in range(NUMBER) if index != MOST_RELATED} <= shown.links().keys()


def test_a_page_counts_the_goals_that_it_does_not_list(folder: Path) -> None:
    """Each would stand there with its measure."""
    shown = page(folder, "t3.md")
    assert len(shown.all("div", class_="plans-goal--line")) == MOST_RELATED
    assert f"{NUMBER - MOST_RELATED} more" in shown.texts("p", class_="plans-note")


def test_a_goal_counts_the_tactics_that_it_does_not_list(folder: Path) -> None:
    """On its card, and in a cell of Coverage."""
    for shown in (page(folder, "s.md"), view(folder, "coverage")):
        counted = shown.texts("li", class_="plans-items__more")
        assert set(counted) == {f"{NUMBER - MOST_RELATED} more"}
        assert len(counted) >= NUMBER


@pytest.mark.parametrize("where", ["timeline", "page"])
def test_a_timeline_draws_a_bounded_number_of_lines_to_a_row(folder: Path, where: str) -> None:
    """The row says how many more plans come first."""
    shown: Html = view(folder, "timeline") if where == "timeline" else page(folder, "s.md")
    drawn = len(shown.all("i", class_="plans-row__line"))
    assert drawn == sum(min(index, MOST_IN_ROW) for index in range(NUMBER))
    counted = [after for after in shown.texts("p", class_="plans-row__after") if after.endswith(" more")]
    assert len(counted) == NUMBER - 1 - MOST_IN_ROW
    assert any(after.endswith(f"T9 · {NUMBER - 1 - MOST_IN_ROW} more") for after in counted)
