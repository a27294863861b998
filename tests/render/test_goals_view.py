"""The view of all goals: what each row says, in which order, and what the filters let through."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_site import HIRE, write_full_site
from tests.markup import Element, Html
from tests.render.rendered import view
from tests.small_site import write_site

ASK = """
---
type: tactic
title: Ask
strategy: hire
dri: ben
end: 2026-06-30
goals: [{title: All panels ask alike, dri: ada}]
---
"""

SELL = """
---
type: strategy
title: Sell
theme: customers
dri: ada
status: done
goals: [{title: Sell twice as much, unit: percent, baseline: 0, target: 100, due: 2025-12-31}]
---
"""

LISTEN = """
---
type: strategy
title: Listen
dri: eve
goals:
  - {title: An office in each county, target: one office in each, due: 2027-03-31}
  - {title: Be heard, unit: percent, target: 3, dropped: 2026-05-01}
---
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give the goals of a plan with each kind of goal."""
    folder = write_full_site(tmp_path_factory.mktemp("site"), ask=ASK, sell=SELL, listen=LISTEN)
    return view(folder, "goals")


def rows(shown: Html) -> dict[str, Element]:
    """Give the rows by the titles of their goals."""
    found = [row for row in shown.all("tr") if row["data-order"]]
    return {next(link for link in shown.all("a") if link.stands_in(row)).text: row for row in found}


def test_each_row_says_where_its_goal_stands_and_where_it_is_to_be(shown: Html) -> None:
    """Now and target, how far it is, its pace, how it goes, and the day: whatever kind of goal it is."""
    said = {title: row.text for title, row in rows(shown).items()}
    assert "First-year retention" in said["Keep more of the people we hire"]
    assert "74% Target: 80% 66% −8 points On track 31 Dec 2026" in said["Keep more of the people we hire"]
    assert "no number to go by – Met 12 Jun 2026" in said["Every region hires by the scorecard"]
    assert "6 hours Target: at most 8 hours" in said["Answer candidates fast"]
    assert "Listen Eve East Target: one office in each – Not met yet" in said["An office in each county"]


def test_what_is_no_longer_pursued_stands_last(shown: Html) -> None:
    """Goals of a closed plan, and those that were dropped, with what became of them."""
    assert list(rows(shown))[-2:] == ["Be heard", "Sell twice as much"]
    said = {title: row.text for title, row in rows(shown).items()}
    assert "Not reached Done" in said["Sell twice as much"]
    assert "Dropped 1 May 2026" in said["Be heard"]


def test_a_goal_of_a_tactic_stands_with_those_of_its_strategy(shown: Html) -> None:
    """It names both, and is late where its tactic is."""
    titles = list(rows(shown))
    assert titles.index("All panels ask alike") < titles.index("An office in each county")
    row = rows(shown)["All panels ask alike"]
    assert "1.1 Hire" not in row.text
    assert "Hire salespeople who stay Tactic: Ask" in row.text
    assert (row["data-of"], row["data-overdue"], row["data-dri"]) == ("tactic", "yes", "ada")


def test_the_trend_says_its_numbers(shown: Html) -> None:
    """Whoever doesn't see the line is told the path and the newest readings."""
    (trend,) = [one for one in shown.all("svg", class_="plans-trend") if "First-year" in one["aria-label"]]
    assert "from 62% on 1 Jan 2026 to 80% on 31 Dec 2026" in trend["aria-label"]
    assert trend["aria-label"].endswith("30 Sep 2026: 74%")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{dri: ben}", ["Keep more of the people we hire"]),
        ("{health: on-track}", ["Keep more of the people we hire", "Answer candidates fast"]),
        ("{theme: customers}", ["Sell twice as much"]),
        ("{status: done}", ["Sell twice as much"]),
        ("{team: recruiting}", ["All panels ask alike"]),
    ],
)
def test_filters_choose_goals(arguments: str, expected: list[str], tmp_path: Path) -> None:
    """DRI and health are the goal's own; theme, status and team those of its plan."""
    folder = write_full_site(tmp_path, ask=ASK, sell=SELL, listen=LISTEN)
    assert list(rows(view(folder, "goals", arguments))) == expected


def test_one_goal_needs_no_filters(tmp_path: Path) -> None:
    """There is nothing to tell it from."""
    shown = view(write_site(tmp_path, {"hire.md": HIRE.split("  - id: scorecard")[0] + "---\n"}), "goals")
    assert "1 goal" in shown.text
    assert not shown.all("form")


def test_a_short_list_has_what_needs_a_look_first(tmp_path: Path) -> None:
    """Of what is still to be reached, what is known to be behind; and the way to all of them."""
    behind = HIRE.replace("retention: 74", "retention: 64")
    shown = view(write_full_site(tmp_path, hire=behind, ask=ASK, listen=LISTEN), "goals", "{most: 2}")
    assert [link.text for link in shown.all("a") if "#goal-" in link["href"]] == [
        "Keep more of the people we hire",
        "All panels ask alike",
    ]
    assert "What needs a look first, of 6 goals" in shown.text
    assert shown.links()["6 goals"] == "/goals"
