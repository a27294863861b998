"""The scoreboard: how everything stands, and what asks for attention."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.render.views.folding import SHOWN, fold
from tests.full_site import ASK, HIRE, write_full_site
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import write_site


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give the scoreboard of the plan that has one of everything."""
    return view(write_full_site(tmp_path_factory.mktemp("site")), "scoreboard")


def section(shown: Html, heading: str) -> str:
    """What stands below a heading of the second level, up to the next."""
    headings = shown.texts("h2")
    following = [*headings[headings.index(heading) + 1 :], "As of"]
    return shown.text.partition(f" {heading} ")[2].partition(f" {following[0]} ")[0]


def scoreboard(folder: Path, **files: str) -> Html:
    """The scoreboard of a small plan, whose files are given by their names."""
    return view(write_site(folder, {f"{name}.md": text for name, text in files.items()}), "scoreboard")


def test_the_whole_is_counted_by_health_and_status_with_the_worst_named(shown: Html) -> None:
    """Done and dropped plans have no health and are counted by status alone."""
    strategies, tactics = (card.text for card in shown.all("section"))
    assert strategies.startswith("2 strategies under way At risk 1 Not known 1 Furthest behind: Hire")
    assert strategies.endswith("Draft 1 Proposed 1 Active 2 Done 1")
    assert "Furthest behind: Ask every candidate" in tactics


def test_what_is_not_known_is_said_in_words(shown: Html) -> None:
    """Among how many; nothing is said where nothing is missing."""
    said = shown.part("ul", class_="plans-scoreboard__unknown").texts("li")
    assert said[0].startswith("1 of 2 strategies under way has no health")
    assert said[1].startswith("1 of 2 tactics under way has no health")
    assert len(said) == 2


def test_a_goal_with_a_number_and_no_reading_is_not_known(tmp_path: Path) -> None:
    """One without a number awaits no reading."""
    hire = HIRE.replace("readings: {retention: 74, answer: 6}", "readings: {retention: 74}")
    said = view(write_full_site(tmp_path, hire=hire), "scoreboard").text
    assert "1 of 2 goals with a number: no reading yet" in said


def test_themes_and_teams_are_rows_with_their_worst_plan(shown: Html) -> None:
    """Each counts its strategies and its tactics apart, never as a mean."""
    themes, teams = shown.all("table")
    rows = [row.text for row in shown.all("tr") if row.stands_in(themes)]
    assert rows[1].startswith("1 People first At risk 1 Not known 1 Off track 1 Ask every candidate")
    assert rows[2].startswith("2 Customers none under way")
    rows = [row.text for row in shown.all("tr") if row.stands_in(teams)]
    assert [row.split()[0] for row in rows[1:]] == ["Recruiting", "Sales"]
    assert rows[1].startswith("Recruiting none under way Off track 1")


def test_a_tactic_that_serves_nothing_is_counted_with_no_theme(tmp_path: Path) -> None:
    """The rows add up to the whole, also where the strategy is a draft or is gone."""
    board = scoreboard(
        tmp_path,
        growth="---\ntype: theme\ntitle: Growth\n---\n",
        grow="---\ntype: strategy\ntitle: Grow\nstatus: draft\n---\n",
        ask="---\ntype: tactic\ntitle: Ask\nstrategy: grow\n---\n",
        call="---\ntype: tactic\ntitle: Call\n---\n",
    )
    [table] = board.all("table")
    rows = [row.text for row in board.all("tr") if row.stands_in(table)]
    assert rows[-1].startswith("With no theme none under way Not known 2")


def test_only_what_is_known_to_be_on_track_is_not_behind(tmp_path: Path) -> None:
    """A plan whose health isn't known may well be."""
    theme = "---\ntype: theme\ntitle: Growth\n---\n"
    strategy = "---\ntype: strategy\ntitle: Grow\ntheme: growth\n{0}---\n"
    told = "updates: [{date: 2026-11-01, health: on-track}]\n"
    board = scoreboard(tmp_path / "a", growth=theme, grow=strategy.format(""))
    assert board.part("table").text.endswith("none known")
    board = scoreboard(tmp_path / "b", growth=theme, grow=strategy.format(told))
    assert board.part("table").text.endswith("none behind")


def test_a_change_of_health_shows_both_and_the_day(shown: Html) -> None:
    """Of the plans whose latest reported health isn't the one reported before."""
    said = section(shown, "Changed since the check-in before")
    assert said.startswith("1.1 Hire salespeople who stay Strategy Ada Ames On track before, now At risk")
    assert said.endswith("worse reported 30 Sep 2026")


@pytest.mark.parametrize(
    "updates",
    [
        "[{date: 2026-09-30, health: at-risk}]",
        "[{date: 2026-09-30, health: at-risk}, {date: 2026-06-30, health: at-risk}]",
        "[{date: 2026-12-30, health: at-risk}, {date: 2026-06-30, health: on-track}]",
        "[{date: 2026-09-30, health: at-risk}, {date: 2026-06-30}]",
    ],
    ids=["first", "same", "future", "none"],
)
def test_no_change_is_made_up(updates: str, tmp_path: Path) -> None:
    """A first report, the same one again, one of a day to come: none of them changes anything."""
    board = scoreboard(tmp_path, grow=f"---\ntype: strategy\ntitle: Grow\nupdates: {updates}\n---\n")
    assert "No strategy or tactic changed its health with its latest check-in." in board.text


def test_a_check_in_without_health_leaves_the_change_before_it(tmp_path: Path) -> None:
    """The latest reported health is that of the last check-in to report one."""
    updates = (
        "[{date: 2026-10-30}, {date: 2026-09-30, health: on-track}, {date: 2026-06-30, health: at-risk}]"
    )
    board = scoreboard(tmp_path, grow=f"---\ntype: strategy\ntitle: Grow\nupdates: {updates}\n---\n")
    said = section(board, "Changed since the check-in before")
    assert "At risk before, now On track better reported 30 Sep 2026" in said


def test_overdue_actions_stand_by_team_and_lead_to_their_place(shown: Html) -> None:
    """With the tactic, the DRI and the days; those of drafts and of what is settled aren't overdue."""
    assert section(shown, "Overdue actions") == (
        "1 action overdue. Recruiting Publish the guide Action of Ask every candidate the same questions "
        "Recruiting Lead 12 days overdue was due 11 Nov 2026"
    )
    assert shown.links()["Publish the guide"] == "/tactics/ask#action-publish"


def test_many_overdue_actions_are_folded_by_team(tmp_path: Path) -> None:
    """The team, how many they are and the longest overdue stand open."""
    actions = "".join(f"  - {{do: Step {day}, due: 2026-10-{day}}}\n" for day in range(10, 31))
    ask = ASK.replace("actions:\n", f"actions:\n{actions}")
    group = view(write_full_site(tmp_path, ask=ask), "scoreboard").all("details")[0]
    assert group.text.startswith("Recruiting 22 actions · longest 44 days overdue")


def test_a_plan_past_its_end_is_overdue_until_it_is_closed(tmp_path: Path) -> None:
    """The longest overdue comes first."""
    plan = "---\ntype: strategy\ntitle: {0}\nend: {1}\nstatus: {2}\n---\n"
    board = scoreboard(
        tmp_path,
        a=plan.format("Alpha", "2026-11-01", "active"),
        b=plan.format("Beta", "2026-09", "paused"),
        c=plan.format("Gamma", "2026-01-01", "done"),
        d=plan.format("Delta", "2026-11-23", "active"),
    )
    said = section(board, "Past their end and still open")
    assert said.startswith(
        "Beta Strategy nobody named Not known no goals Paused 54 days overdue was due Sep 2026 Alpha"
    )
    assert "Gamma" not in said
    assert "Delta" not in said


def test_slips_are_largest_first_and_a_lost_day_is_last(tmp_path: Path) -> None:
    """Plans, goals and actions that are still open; what comes earlier hasn't slipped."""
    strategy = """
    ---
    type: strategy
    title: Grow
    end: 2026-12-31
    originally: 2026-12-01
    goals:
      - {id: a, title: Aim, due: 2026-12-31, originally: 2026-06-30}
      - {id: b, title: Bid, due: 2026-12-31, originally: 2027-01-31}
      - {id: c, title: Cut, originally: 2026-06-30}
      - {id: d, title: Dig, due: 2026-05-31, originally: 2026-03-31, met: 2026-05-31}
    ---
    """
    said = section(scoreboard(tmp_path, grow=strategy), "Slipped")
    names = [name for name in said.split() if name in {"Aim", "Bid", "Cut", "Dig"}]
    assert names == ["Aim", "Cut"]
    assert said.startswith(
        "Aim Goal of Grow nobody named 184 days later 30 Jun 2026 first promised, now 31 Dec"
    )
    assert "Grow Strategy nobody named 30 days later" in said
    assert said.endswith("Cut Goal of Grow nobody named no day any more first promised for 30 Jun 2026")


def test_reviews_are_due_by_the_cadence_and_overdue_ones_are_marked(shown: Html) -> None:
    """A tactic's is monthly and a strategy's quarterly; paused plans aren't asked."""
    said = section(shown, "Reviews due")
    assert said.startswith("1 review is overdue. 1.1.2 Ask every candidate the same questions Tactic")
    assert "281 days overdue was due 15 Feb 2026" in said
    assert "1 more is due later." in said
    assert "For 1 active plan it isn't known" in said


def test_a_plan_in_which_all_is_well_says_so_list_by_list(tmp_path: Path) -> None:
    """No empty list, and no table without rows."""
    board = scoreboard(tmp_path, grow="---\ntype: strategy\ntitle: Grow\nstatus: proposed\n---\n")
    assert board.texts("p", class_="plans-empty") == [
        "No strategy or tactic changed its health with its latest check-in.",
        "No action is overdue.",
        "No strategy or tactic is past its end.",
        "Nothing that is open is due later than was first promised.",
        "No review is overdue or due within 30 days.",
    ]
    assert not board.all("table")


def test_filters_choose_what_is_counted_and_listed(tmp_path: Path) -> None:
    """A team's own scoreboard: its plans, its rows, what asks for its attention."""
    folder = write_full_site(tmp_path)
    said = view(folder, "scoreboard", "{team: recruiting}")
    assert [card.text.partition(" under")[0] for card in said.all("section")] == ["0 strategies", "1 tactic"]
    assert [head.text for head in said.all("th", scope="row")] == ["1 People first", "Recruiting"]
    assert "Publish the guide" in said.text
    assert "Changed since the check-in before No strategy" in said.text


def test_a_part_in_which_all_is_well_names_nothing_of_the_others(tmp_path: Path) -> None:
    """What is overdue in one theme isn't in another's scoreboard."""
    said = view(write_full_site(tmp_path), "scoreboard", "{theme: customers}").text
    assert "No action is overdue." in said
    assert "Publish the guide" not in said


def test_a_scoreboard_of_nothing_says_so(tmp_path: Path) -> None:
    """Where no plan passes the filters."""
    said = view(write_full_site(tmp_path), "scoreboard", "{dri: ben, status: paused}")
    assert "yet" in said.text
    assert not said.all("table")


@pytest.mark.parametrize(("number", "first"), [(0, 0), (SHOWN, SHOWN), (SHOWN + 1, SHOWN + 1), (40, SHOWN)])
def test_a_long_list_shows_its_first_rows(number: int, first: int) -> None:
    """All are there; a single row more isn't folded away."""
    folded = fold(list(range(number)))
    assert len(folded.first) == first
    assert [*folded.first, *folded.rest] == list(range(number))
