"""The view of what is due: all that `plans due` names, in periods, each row with who answers for it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans.due import Kind, due_by
from mkdocs_plans.model.views import DueDates
from mkdocs_plans.render.views import due
from mkdocs_plans.standing import is_overdue
from tests.full_site import write_full_site
from tests.markup import Html
from tests.pages.sites import ROOT
from tests.render.rendered import view
from tests.render.test_figures_agree import presenter
from tests.small_site import TODAY, all_found_in, write_site

ASK = """
---
type: tactic
title: Ask
strategy: hire
dri: ben
start: 2026-11-01
end: 2027-06-30
actions:
  - {do: Book a room, due: 2026-11-20}
  - {do: Ask all, due: 2026-11-29, dri: eve}
  - {do: Write it down, due: 2026-11, originally: 2026-10-31}
  - {do: Feast, due: 2026-12-10, done: 2026-11-10}
---
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give what is due of a plan with one of everything."""
    return view(write_full_site(tmp_path_factory.mktemp("site"), ask=ASK), "due")


def periods(shown: Html) -> dict[str, list[str]]:
    """Give the texts of the rows of each period, by its title."""
    found: dict[str, list[str]] = {}
    for row in shown.all("tr"):
        if row["class"] == "plans-due-rows__period":
            found[row.text] = []
        elif row["data-order"]:
            list(found.values())[-1].append(row.text)
    return found


def test_what_is_due_stands_in_periods_by_date(shown: Html) -> None:
    """A week ends on Sunday; what is done isn't due, and a period with nothing due isn't there."""
    found = periods(shown)
    assert list(found) == [
        "Overdue 1",
        "This week until 29 Nov 2026 1",
        "This month until 30 Nov 2026 1",
        "This quarter until 31 Dec 2026 4",
        "Later 1",
    ]
    assert found["Overdue 1"] == [
        "Book a room Action Ask Recruiting Lead Recruiting 20 Nov 2026 3 days overdue"
    ]


def test_a_row_says_what_is_to_be_done_and_by_whom(shown: Html) -> None:
    """An action's own DRI; a plan that ends and a review stand under what they serve; a slip is said."""
    found = [text for rows in periods(shown).values() for text in rows]
    assert "Ask all Action Ask Eve East Recruiting 29 Nov 2026 in 6 days" in found
    assert "Ask Tactic Hire salespeople who stay Recruiting Lead Recruiting 30 Jun 2027 in 219 days" in found
    assert any("Write it down" in one and "30 days later than first promised" in one for one in found)
    assert any(one.startswith("1.1 Hire salespeople who stay Review People first Ada Ames") for one in found)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{dri: eve}", ["Ask all"]),
        ("{team: recruiting, status: active}", ["Book a room", "Ask all", "Write it down", "Ask"]),
        ("{theme: customers}", []),
    ],
)
def test_filters_choose_what_is_shown(arguments: str, expected: list[str], tmp_path: Path) -> None:
    """By whoever answers for it, and by its plan."""
    shown = view(write_full_site(tmp_path, ask=ASK), "due", arguments)
    found = [text for rows in periods(shown).values() for text in rows]
    assert [
        text.split(" Action")[0].split(" Tactic")[0] for text in found if " Review" not in text
    ] == expected
    assert expected or "Nothing is due yet." in shown.text


def test_of_very_much_the_first_is_shown_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the day up to which all is there."""
    monkeypatch.setattr(due, "MOST", 2)
    shown = view(write_site(tmp_path, {"ask.md": ASK}), "due")
    assert "2 things are due" in shown.text
    assert "3 more are due after 29 Nov 2026." in shown.text


def test_page_terminal_and_check_name_the_same() -> None:
    """Of the example's plan: all that `plans due` finds, and each thing that the check calls overdue."""
    shown = presenter(ROOT)
    groups = due.show(shown, DueDates()).groups
    found = due_by(shown.plan, shown.site.settings.review, TODAY, datetime.date.max)
    links = [one.row.link.text for group in groups for one in group.rows]
    assert links == [shown.link(one.plan).text if not one.part else one.title for one in found]
    late = [one for one in found if is_overdue(one.day, TODAY)]
    assert [one for group in groups if group.id == "due-overdue" for one in group.rows][-1].is_late
    rules = {Kind.REVIEW: "review-overdue", Kind.ACTION: "overdue", Kind.GOAL: "overdue"}
    told = sorted(
        (one.finding.rule, one.finding.path) for one in all_found_in(ROOT) if "overdue" in one.finding.rule
    )
    assert told == sorted((rules[one.kind], one.plan.path) for one in late)


def test_a_short_list_has_what_is_due_first(tmp_path: Path) -> None:
    """In one line each, with the way to all that is due, and the day on which that holds."""
    shown = view(write_full_site(tmp_path, ask=ASK), "due", "{most: 1}")
    assert shown.texts("li") == ["Book a room Action of Ask Recruiting Lead 3 days overdue 20 Nov 2026"]
    assert shown.text.endswith("All that is due · As of 23 Nov 2026")
