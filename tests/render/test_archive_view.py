"""The archive: what is done and what was dropped, by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_site import SELL, write_full_site
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import write_site

CLOSED = """\
status: done
start: 2025-01-01
end: 2025-12-31
goals:
  - {id: a, title: Open a branch, met: 2025-11-30}
  - {id: b, title: Sell, unit: percent, baseline: 0, target: 50}
  - {id: c, title: Be known, unit: percent, baseline: 0, target: 10}
updates:
  - {date: 2026-01-15, readings: {b: 40}, note: We were *late*.}
  - {date: 2025-06-30, note: All is well.}
"""

SOLD = SELL.replace("status: done\n", CLOSED)

TRAIN = """
---
type: tactic
title: Train the recruiters
strategy: hire
dri: ben
status: dropped
end: 2027-03-31
outcome: All are **trained**.
actions: [{do: Book a room, done: 2026-02-01}, {do: Invite}, {do: Feast, dropped: 2026-02-01}]
updates: [{date: 2026-03-01, note: Nobody came.}]
---
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give the archive of a plan with a strategy that is done and a tactic that was dropped."""
    return view(write_full_site(tmp_path_factory.mktemp("site"), sell=SOLD, train=TRAIN), "archive")


def entry(shown: Html, title: str) -> str:
    """The entry of a plan."""
    (found,) = (element.text for element in shown.all("li") if title in element.text)
    return found


def test_the_year_is_that_of_the_end_or_of_the_last_check_in_before_it(shown: Html) -> None:
    """The last year stands first; what is open isn't there."""
    assert shown.texts("h2") == ["2026", "2025"]
    first, second = shown.texts("li")
    assert first.startswith("Train the recruiters Dropped")
    assert second.startswith("2.1 Sell abroad Done")


def test_a_strategy_shows_what_came_of_it(shown: Html) -> None:
    """Who answered for it, when it ran, the last note, goals reached and not known."""
    said = entry(shown, "Sell abroad")
    assert "Strategy DRI: Ada Ames Sales 1 Jan 2025 – 31 Dec 2025" in said
    assert "Last note, 15 Jan 2026 We were late." in said
    assert said.endswith("1 of 3 goals reached · 1 never measured")
    assert shown.links()["Sell abroad"] == "/strategies/sell"


def test_a_tactic_shows_its_strategy_outcome_and_actions(shown: Html) -> None:
    """Of what was dropped, the outcome that was wanted."""
    said = entry(shown, "Train the recruiters")
    assert "Tactic of Hire salespeople who stay DRI: Recruiting Lead Recruiting" in said
    assert "Wanted outcome All are trained." in said
    assert said.endswith("1 of 2 actions done")


def test_what_is_done_stands_before_what_was_dropped(tmp_path: Path) -> None:
    """Within a year, whatever their numbers."""
    plan = '---\ntype: strategy\nnumber: "{0}"\ntitle: Plan {0}\nend: 2026-01-31\nstatus: {1}\n---\n'
    files = {"a.md": plan.format(1, "dropped"), "b.md": plan.format(2, "done")}
    shown = view(write_site(tmp_path, files), "archive")
    assert [text.split(" Strategy")[0] for text in shown.texts("li")] == ["2 Plan 2 Done", "1 Plan 1 Dropped"]


def test_a_plan_with_no_day_stands_last(tmp_path: Path) -> None:
    """Neither an end that has come nor a check-in says when it closed."""
    plan = "---\ntype: strategy\ntitle: Plan {0}\nstatus: done\n{1}---\n"
    files = {
        "a.md": plan.format("a", ""),
        "b.md": plan.format("b", "end: 2025\n"),
        "c.md": plan.format("c", "end: 2028\nupdates: [{date: 2027-01-01}]\n"),
    }
    shown = view(write_site(tmp_path, files), "archive")
    assert shown.texts("h2") == ["2025", "Without a date"]
    assert "no goal was set" in entry(shown, "Plan a")
    assert entry(shown, "Plan c")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{status: dropped}", ["Train the recruiters"]),
        ("{theme: customers}", ["2.1 Sell abroad"]),
        ("{strategy: hire}", ["Train the recruiters"]),
        ("{dri: [ada, ben]}", ["Train the recruiters", "2.1 Sell abroad"]),
        ("{team: sales, status: dropped}", []),
    ],
)
def test_filters_choose_what_is_shown(arguments: str, expected: list[str], tmp_path: Path) -> None:
    """By what it belonged to, who answered for it, and how it ended."""
    shown = view(write_full_site(tmp_path, sell=SOLD, train=TRAIN), "archive", arguments)
    assert shown.texts(class_="plans-archive__name") == expected
    assert expected or "Nothing is done or dropped yet." in shown.text
