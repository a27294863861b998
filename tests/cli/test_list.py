"""`plans list`: tables of what is in the plan, and the tree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.browsing import first_column, plans
from tests.full_site import write_full_site
from tests.small_site import CONFIG, STRATEGY, TACTIC, write_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def test_tactics_are_listed_with_how_they_go(site: Path) -> None:
    """By default, in the order of the site's table, with the id that other commands take."""
    result = plans(site, "list")
    assert first_column(result) == ["train", "ask", "poach", "visit"]
    row = next(line for line in result.stdout.splitlines() if line.startswith("ask"))
    for said in ("1.1.2 Ask every candidate", "Off track", "1 of 3", "1 action overdue", "15 Dec 2026"):
        assert said in row
    assert result.stdout.endswith("\n4 tactics\n")


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--team", "recruiting"], ["train", "ask"]),
        (["--dri", "ada", "--dri", "eve"], ["poach", "visit"]),
        (["--strategy", "hire", "--status", "done"], ["train"]),
        (["--theme", "people"], ["train", "ask", "poach"]),
        (["--health", "off-track"], ["ask"]),
        (["strategies", "--status", "proposed"], ["listen"]),
        (["goals", "--strategy", "hire"], ["hire#retention", "hire#scorecard", "hire#answer"]),
        (["teams"], ["sales", "recruiting"]),
        (["people", "--team", "recruiting"], ["ben"]),
    ],
)
def test_filters_are_those_of_the_site(site: Path, arguments: list[str], ids: list[str]) -> None:
    """Values of one filter are alternatives; different filters must all hold."""
    assert first_column(plans(site, "list", *arguments)) == ids


@pytest.mark.parametrize(
    ("one", "many"), [("tactic", "tactics"), ("strategy", "strategies"), ("person", "people")]
)
def test_one_is_taken_for_many(site: Path, one: str, many: str) -> None:
    """As other commands name what they are about."""
    assert plans(site, "list", one).stdout == plans(site, "list", many).stdout


def test_a_list_is_known_by_the_sites_word(tmp_path: Path) -> None:
    """For one or for several; what isn't listed is told."""
    config = CONFIG + "      labels: {tactic: [Initiative, Initiatives], theme: Pillar}\n"
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC}, config=config)
    for word in ("initiative", "Initiatives", "tactics"):
        assert plans(folder, "list", word).stdout == plans(folder, "list").stdout
    refused = plans(folder, "list", "initiativs", exit_code=2)
    assert 'there is no list of "initiativs": did you mean "initiatives"?' in refused.stderr
    assert "write tactics" in plans(folder, "list", "pillars", exit_code=2).stderr


def test_a_filter_that_names_nothing_is_refused(site: Path) -> None:
    """An empty list would say that there is nothing, and hide the slip of the pen."""
    said = plans(site, "list", "--team", "recruting", exit_code=2).stderr
    assert said == 'plans: there is no team "recruting": did you mean "recruiting"?\n'
    assert (
        "--theme doesn't filter people" in plans(site, "list", "people", "--theme", "x", exit_code=2).stderr
    )


def test_the_tree_holds_tactics_below_their_strategies(site: Path) -> None:
    """By theme, sub-strategies below theirs; a filter keeps what a plan that passes stands under."""
    lines = plans(site, "list", "--tree").stdout.splitlines()
    found = {
        word: line.index(word) for line in lines for word in ("  hire ", "  ask ", "  stay ") if word in line
    }
    assert found["  hire "] < found["  ask "]
    assert any("Be a place to stay" in line for line in lines)
    filtered = plans(site, "list", "--tree", "--health", "off-track").stdout
    assert "  hire " in filtered
    assert "  ask " in filtered
    assert "  train " not in filtered


def test_a_narrow_terminal_gets_lines_in_place_of_columns(site: Path) -> None:
    """Nothing is cut off, and no line is too long."""
    lines = plans(site, "list", columns=40).stdout.splitlines()
    assert "  How it goes: Off track" in lines
    assert all(len(line) <= 40 for line in lines)


@pytest.mark.parametrize("columns", [80, 100, 120, 200])
@pytest.mark.parametrize("what", ["tactics", "strategies", "goals", "teams", "people"])
def test_a_table_fits_its_terminal(site: Path, what: str, columns: int) -> None:
    """Texts are folded between words, then what is least useful is left out: never how it goes, nor a day."""
    shown = plans(site, "list", what, columns=columns).stdout
    whole = plans(site, "list", what, columns=1_000).stdout
    assert max(map(len, shown.splitlines())) <= columns
    assert set(shown.split()) <= {*whole.split()}
    for end in re.findall(r"\d+ \w{3} \d{4}", whole):
        assert end in shown
    assert ("How it goes" in shown) == ("How it goes" in whole)


def test_columns_are_left_out_in_the_order_of_their_use(site: Path) -> None:
    """The team first, who answers for it later, and none where there is room for all."""
    heads = [plans(site, "list", columns=columns).stdout.splitlines()[0].split() for columns in (80, 95, 200)]
    assert heads[0] == ["Id", "Tactic", "How", "it", "goes", "Actions", "done", "Ends"]
    assert "DRI" in heads[1]
    assert "Team" not in heads[1]
    assert {"Strategy", "DRI", "Team"} <= {*heads[2]}


def test_what_no_table_has_room_for_becomes_lines(tmp_path: Path) -> None:
    """An id isn't cut, for it is there to be copied."""
    id_ = "keep-more-of-the-people-whom-we-hire-for-longer-than-their-first-year"
    folder = write_site(tmp_path, {"hire.md": STRATEGY.replace("first-year-retention", id_)})
    lines = plans(folder, "list", "goals", columns=80).stdout.splitlines()
    assert lines[:2] == [f"hire#{id_}", "  Goal: Keep more of the people we hire"]


def test_a_plan_with_errors_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    """How many there are is said where it doesn't mix with the list."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC.replace("hire", "hir")})
    result = plans(folder, "list")
    assert "Ask every candidate" in result.stdout
    assert result.stderr.startswith("plans: the plan has ")


def test_an_empty_plan_says_how_to_begin(tmp_path: Path) -> None:
    """And isn't an error."""
    result = plans(write_site(tmp_path, {"people.yml": ""}), "list", "--tree")
    assert result.stdout == "Strategies: none\n"
    assert "plans init" in result.stderr


def test_a_plan_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    """Escape sequences, marks of direction and rich's own markup are shown, not obeyed."""
    hostile = TACTIC.replace("Ask every", r'"[red]Ask[/red] \e[2J\u202eevery').replace(
        "questions", 'questions"'
    )
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": hostile})
    shown = plans(folder, "list").stdout
    assert "[red]Ask[/red]" in shown
    assert not set(shown) & {"\x1b", "\u202e"}


def test_a_circle_of_strategies_ends(tmp_path: Path) -> None:
    """Each of them stands in the tree once."""
    one = STRATEGY.replace("dri:", "parent: two\ndri:")
    two = STRATEGY.replace("dri:", "parent: one\ndri:")
    shown = plans(write_site(tmp_path, {"one.md": one, "two.md": two}), "list", "--tree").stdout
    assert shown.count("Hire salespeople who stay") == 2


def test_what_nests_deeper_than_a_site_can_be_built_of_is_shown_from_there(tmp_path: Path) -> None:
    """Its finding is told, and no command fails for it: what is too deep stands at the top."""
    nest = "---\ntype: {}\ntitle: {}\n{}---\n"
    above = ["", *(f"parent: {{}}{number}\n" for number in range(120))]
    files = {f"{n}.md": nest.format("strategy", f"S {n}", a.format("")) for n, a in enumerate(above)}
    files |= {f"team-{n}.md": nest.format("team", f"T {n}", a.format("team-")) for n, a in enumerate(above)}
    write_site(tmp_path, files)
    tree = plans(tmp_path, "list", "--tree")
    assert "see `plans check`" in tree.stderr
    assert tree.exit_code == 0
    assert max(len(line) - len(line.lstrip("│ └├─")) for line in tree.stdout.splitlines()) <= 4 * 51
    for name in ("0", "120", "team-0", "team-120"):
        assert plans(tmp_path, "show", name).exit_code == 0
