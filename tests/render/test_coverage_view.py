"""The coverage: goals × teams, and what is empty in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.render.views.coverage import MANY_TEAMS, ONE_TABLE
from tests.full_site import RECRUITING, TRAIN, write_full_site
from tests.markup import Element, Html
from tests.render.rendered import view
from tests.small_site import write_site

TEAM = "---\ntype: team\ntitle: Team {0}\n---\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give the coverage of the plan that has one of everything."""
    return view(write_full_site(tmp_path_factory.mktemp("site")), "coverage")


def row(shown: Html, goal: str) -> Element:
    """The row of a goal."""
    (found,) = (element for element in shown.all("tr") if element.text.startswith(goal))
    return found


def cells(shown: Html, goal: str) -> list[str]:
    """What the cells of a goal's row say."""
    found = row(shown, goal)
    return [element.text for element in shown.all("td") if element.stands_in(found)]


def below(shown: Html, heading: str) -> str:
    """What stands below a heading."""
    headings = shown.texts("h2")
    following = [*headings[headings.index(heading) + 1 :], "As of"]
    return f" {shown.text}".partition(f" {heading} ")[2].partition(f" {following[0]} ")[0]


def many_goals(number: int) -> str:
    """A strategy with so many goals."""
    goals = "".join(f"  - {{id: g{index}, title: Goal {index}}}\n" for index in range(number))
    return f"---\ntype: strategy\ntitle: Grow\ngoals:\n{goals}---\n"


def test_goals_are_rows_and_teams_are_columns(shown: Html) -> None:
    """With heads for both, and one for the strategy's rows; closed strategies have none."""
    heads = [(element["scope"], element.text) for element in shown.all("th")]
    assert heads == [
        ("col", "Goal"),
        ("col", "Recruiting"),
        ("col", "Sales"),
        ("rowgroup", "1.1 Hire salespeople who stay"),
        ("row", "Keep more of the people we hire"),
        ("row", "Every region hires by the scorecard reached"),
        ("row", "Answer candidates fast to keep"),
    ]


def test_a_cell_counts_the_open_tactics_of_a_team_and_names_them(shown: Html) -> None:
    """A button opens the names, with no script, and says of itself what it counts."""
    first, second = cells(shown, "Keep more")
    assert first.startswith("1 · Recruiting: Keep more of the people we hire Recruiting Keep more")
    assert "1.1.2 Ask every candidate the same questions Off track" in first
    assert "Poach their best" in second
    button = shown.all("button")[0]
    assert "popover" in shown.one("div", id=button["popovertarget"]).attributes
    assert shown.links()["Ask every candidate the same questions"] == "/tactics/ask"


def test_closed_tactics_do_not_count(tmp_path: Path) -> None:
    """What is done works on nothing any more."""
    train = TRAIN.replace("strategy: hire\n", "strategy: hire\nadvances: [answer]\n")
    shown = view(write_full_site(tmp_path / "done", train=train), "coverage")
    assert cells(shown, "Answer") == ["", ""]
    shown = view(write_full_site(tmp_path / "open", train=train.replace("done", "active")), "coverage")
    assert "Train the recruiters" in cells(shown, "Answer")[0]


def test_goals_that_nobody_works_on_are_named(shown: Html) -> None:
    """But for those that are reached, and those to keep."""
    assert below(shown, "Goals that nobody works on") == ("Each goal is worked on, reached, or one to keep.")


@pytest.mark.parametrize(
    ("files", "marked", "listed"),
    [
        ({}, "Goal 0 nobody works on this", "Goal 0 Goal of Grow"),
        (
            {"a.md": "status: done\n", "b.md": "status: dropped\n"},
            "Goal 0 its tactics are done",
            "Goal 0 Goal of Grow · its tactics are done",
        ),
        ({"a.md": "status: dropped\n"}, "Goal 0 nobody works on this", "Goal 0 Goal of Grow"),
        (
            {"a.md": "status: done\n", "b.md": "status: paused\n"},
            "Goal 0",
            "Each goal is worked on, reached, or one to keep.",
        ),
        (
            {"below.md": "serves"},
            "Goal 0",
            "Each goal is worked on, reached, or one to keep.",
        ),
        (
            {"below.md": "parent"},
            "Goal 0 strategies below work on this",
            "Each goal is worked on, reached, or one to keep.",
        ),
    ],
)
def test_a_goal_says_who_works_on_it(files: dict[str, str], marked: str, listed: str, tmp_path: Path) -> None:
    """An open tactic, or an open strategy below; where all its tactics are done, it says so. What was
    dropped is no work.
    """
    tactic = "---\ntype: tactic\ntitle: T\nstrategy: grow\nadvances: [g0]\n{}---\n"
    below_it = "---\ntype: strategy\ntitle: Grow abroad\n{}\n---\n"
    links = {"parent": "parent: grow", "serves": "serves: grow#g0"}
    written = {
        path: below_it.format(links[said]) if said in links else tactic.format(said)
        for path, said in files.items()
    }
    shown = view(
        write_site(tmp_path, {"grow.md": many_goals(1), "team.md": TEAM.format(1), **written}), "coverage"
    )
    assert marked in shown.texts("th", scope="row")
    assert below(shown, "Goals that nobody works on") == listed


def test_a_team_that_advances_nothing_is_marked_in_its_column_and_named(tmp_path: Path) -> None:
    """A team above one that does is not: it says by whom."""
    changed = {"poach": "---\ntype: tactic\ntitle: Poach\nstrategy: hire\ndri: ben\nstatus: dropped\n---\n"}
    shown = view(write_full_site(tmp_path / "above", **changed), "coverage")
    assert shown.texts("th", scope="col")[1:] == ["Recruiting", "Sales by its teams"]
    assert below(shown, "Teams that advance no goal").startswith("Each team advances a goal, itself or")
    apart = RECRUITING.replace("parent: sales\n", "")
    shown = view(write_full_site(tmp_path / "apart", recruiting=apart, **changed), "coverage")
    assert shown.texts("th", scope="col")[1:] == ["Recruiting", "Sales advances no goal"]
    assert below(shown, "Teams that advance no goal") == "Sales"


def test_open_tactics_that_advance_no_goal_are_named(shown: Html) -> None:
    """With their state; what is done isn't asked."""
    said = below(shown, "Open tactics that advance no goal")
    assert said.startswith("Visit the buyers Not known no actions Paused")
    assert "Train the recruiters" not in said


def test_tactics_with_no_team_have_a_column_of_their_own(tmp_path: Path) -> None:
    """So that no goal seems idle that somebody works on."""
    tactic = "---\ntype: tactic\ntitle: Push\nstrategy: grow\nadvances: [g0]\n---\n"
    shown = view(write_site(tmp_path, {"grow.md": many_goals(2), "push.md": tactic}), "coverage")
    assert shown.texts("th", scope="col") == ["Goal", "With no team"]
    assert "Push" in cells(shown, "Goal 0")[0]
    assert cells(shown, "Goal 1") == [""]


def test_a_plan_with_no_team_and_nothing_that_advances_has_no_table(tmp_path: Path) -> None:
    """The goals that nobody works on are in words all the same."""
    shown = view(write_site(tmp_path, {"grow.md": many_goals(1)}), "coverage")
    assert not shown.all("table")
    assert below(shown, "Goals that nobody works on") == "Goal 0 Goal of Grow"


@pytest.mark.parametrize(("number", "folded"), [(ONE_TABLE, 0), (ONE_TABLE + 1, 1)])
def test_many_goals_are_folded_by_strategy(number: int, folded: int, tmp_path: Path) -> None:
    """Below one table of strategies × teams; the fold says how many goals nobody works on."""
    shown = view(write_site(tmp_path, {"grow.md": many_goals(number), "t.md": TEAM.format(1)}), "coverage")
    folds = [text for text in shown.texts("summary") if text.startswith("Grow")]
    assert folds == [f"Grow {number} goals · nobody works on {number}"] * folded
    assert len(shown.all("table")) == 1 + folded


def test_the_heads_of_many_teams_are_written_upwards(tmp_path: Path) -> None:
    """Where they wouldn't fit beside each other."""
    files = {f"t{index}.md": TEAM.format(index) for index in range(MANY_TEAMS - 1)}
    shown = view(write_site(tmp_path / "few", {"grow.md": many_goals(1), **files}), "coverage")
    assert not shown.all("table", class_="plans-coverage--upright")
    files["last.md"] = TEAM.format("last")
    shown = view(write_site(tmp_path / "many", {"grow.md": many_goals(1), **files}), "coverage")
    assert shown.all("table", class_="plans-coverage--upright")


def test_a_theme_chooses_rows_and_the_teams_that_work_on_them(tmp_path: Path) -> None:
    """Which teams advance nothing is told of the whole plan alone."""
    field = "---\ntype: team\ntitle: Field\n---\n"
    folder = write_full_site(tmp_path)
    (folder / "plans/teams/field.md").write_text(field)
    assert view(folder, "coverage").texts("th", scope="col") == [
        "Goal",
        "Field advances no goal",
        "Recruiting",
        "Sales",
    ]
    shown = view(folder, "coverage", "{theme: people}")
    assert shown.texts("th", scope="col") == ["Goal", "Recruiting", "Sales"]
    assert "Teams that advance no goal" not in shown.text
    assert "No strategy has a goal yet." in view(folder, "coverage", "{theme: customers}").text


def test_a_team_chooses_its_column(tmp_path: Path) -> None:
    """On all goals; one that another team works on isn't one that nobody works on."""
    shown = view(write_full_site(tmp_path), "coverage", "{team: sales}")
    assert shown.texts("th", scope="col") == ["Goal", "Sales"]
    assert len(shown.all("th", scope="row")) == 3
    assert "Keep more" not in below(shown, "Goals that nobody works on")
