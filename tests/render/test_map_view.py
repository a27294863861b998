"""The strategy map: mission → themes → strategies → goals → tactics, as nested lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.render.views.map import FEW
from tests.full_site import ASK, VISIT, write_full_site
from tests.markup import Element, Html
from tests.render.rendered import view
from tests.small_site import write_site

STRATEGY = "---\ntype: strategy\ntitle: {0}\n{1}---\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Give the map of the plan that has one of everything."""
    return view(write_full_site(tmp_path_factory.mktemp("site")), "map")


def way(shown: Html, title: str) -> list[str]:
    """What stands above a node: the first link of each item around it, from the top."""
    (node,) = (link for link in shown.all("a") if link.text == title and link.parent and is_name(link))
    items, around = [], node.parent
    while around is not None:
        items += [around] if around.tag == "li" else []
        around = around.parent
    first = (next(link for link in shown.all("a") if link.stands_in(item)).text for item in items)
    return [text for text in dict.fromkeys(reversed(list(first))) if text != title]


def is_name(link: Element) -> bool:
    """Whether a link is the name of a node, not a mention of it in another."""
    return link.parent is not None and link.parent["class"] == "plans-map__name"


def names(shown: Html) -> list[str]:
    """The names of all nodes below the themes, in their order."""
    return [link.text for link in shown.all("a") if is_name(link)]


def test_each_plan_stands_in_a_list_below_what_it_serves(shown: Html) -> None:
    """From the vision to the tactic, and a sub-strategy below its parent."""
    hire = ["Vision", "People first", "Hire salespeople who stay"]
    assert way(shown, "Ask every candidate the same questions") == [*hire, "Keep more of the people we hire"]
    assert way(shown, "Be a place to stay") == hire


def test_every_node_is_a_link_and_plans_show_how_they_go(shown: Html) -> None:
    """Strategies and tactics with status and health, goals with their state."""
    links = shown.links()
    assert links["Mission"] == "/mission"
    assert links["People first"] == "/themes/people"
    assert links["Keep more of the people we hire"] == "/strategies/hire#goal-retention"
    assert "Hire salespeople who stay At risk" in shown.text
    assert "Ask every candidate the same questions Off track" in shown.text
    assert "Every region hires by the scorecard Met" in shown.text


def test_what_is_closed_is_not_on_the_map(shown: Html) -> None:
    """It is in the archive; what served it stands last."""
    assert "Train the recruiters" not in shown.text
    assert "Sell abroad" not in shown.text
    assert shown.texts("h2") == ["1 People first", "2 Customers", "With no theme", "Serving no open strategy"]
    assert names(shown)[-1] == "Visit the buyers"


def test_an_empty_theme_says_so_and_a_goal_to_keep_or_reached_needs_nobody(shown: Html) -> None:
    """A goal that is held asks for no tactic."""
    assert "Customers No strategy yet." in shown.text
    assert "works on this" not in shown.text


@pytest.mark.parametrize(
    ("status", "said"), [("done", "its tactics are done"), ("dropped", "nobody works on this")]
)
def test_an_idle_goal_says_so(status: str, said: str, tmp_path: Path) -> None:
    """As on the coverage."""
    files = {
        "grow.md": "---\ntype: strategy\ntitle: Grow\ngoals: [{id: a, title: Aim}]\n---\n",
        "t.md": f"---\ntype: tactic\ntitle: T\nstrategy: grow\nadvances: a\nstatus: {status}\n---\n",
    }
    assert f"Aim Not met yet {said}" in view(write_site(tmp_path, files), "map").text


def test_a_tactic_stands_once_under_the_first_goal_of_its_own_strategy(tmp_path: Path) -> None:
    """It names the other goals that it advances, and they name it where nothing stands under them."""
    goals = "goals: [{id: a, title: Aim}, {id: b, title: Bid}]\n"
    files = {
        "grow.md": STRATEGY.format("Grow", goals),
        "last.md": STRATEGY.format("Last", "goals: [{id: c, title: Cut}]\n"),
        "push.md": "---\ntype: tactic\ntitle: Push\nstrategy: grow\nadvances: [last#c, b, a]\n---\n",
        "lend.md": "---\ntype: tactic\ntitle: Lend\nstrategy: grow\nadvances: [last#c]\n---\n",
        "idle.md": "---\ntype: tactic\ntitle: Idle\nstrategy: grow\n---\n",
    }
    shown = view(write_site(tmp_path, files), "map")
    assert names(shown) == ["Grow", "Aim", "Bid", "Push", "Idle", "Last", "Cut", "Lend"]
    assert way(shown, "Push") == ["Grow", "Bid"]
    assert "Push Not known no actions also advances Aim · Cut" in shown.text
    assert "Aim Not met yet advanced by Push" in shown.text
    assert "Lend Not known no actions serves Grow" in shown.text
    assert "advancing no goal Idle" in shown.text


def test_strategies_that_are_parents_in_a_circle_stand_once(tmp_path: Path) -> None:
    """The check finds the circle; the map shows all the same what there is."""
    files = {
        "a.md": STRATEGY.format("Alpha", "parent: b\n"),
        "b.md": STRATEGY.format("Beta", "parent: a\n"),
        "c.md": STRATEGY.format("Gamma", "parent: c\n"),
    }
    assert names(view(write_site(tmp_path, files), "map")) == ["Alpha", "Beta", "Gamma"]


def test_a_strategy_below_a_closed_one_stands_at_the_top(tmp_path: Path) -> None:
    """It is open, so it is on the map."""
    files = {
        "a.md": STRATEGY.format("Alpha", "status: done\n"),
        "b.md": STRATEGY.format("Beta", "parent: a\n"),
    }
    assert names(view(write_site(tmp_path, files), "map")) == ["Beta"]


@pytest.mark.parametrize(("number", "folded"), [(FEW, 0), (FEW + 1, FEW + 1)])
def test_a_large_map_is_folded_by_strategy(number: int, folded: int, tmp_path: Path) -> None:
    """With how many goals and tactics are in each fold."""
    one = "goals: [{id: a, title: Aim}]\n"
    files = {f"s{index}.md": STRATEGY.format(f"Plan {index}", one) for index in range(number)}
    shown = view(write_site(tmp_path, files), "map")
    assert shown.texts("summary") == ["1 goal · 0 tactics"] * folded
    assert names(shown).count("Aim") == number


def test_a_plan_without_statements_or_themes_has_its_strategies_alone(tmp_path: Path) -> None:
    """No heading says that they have no theme; an empty strategy says what it lacks."""
    shown = view(write_site(tmp_path, {"grow.md": STRATEGY.format("Grow", "")}), "map")
    assert not shown.all("h2")
    assert shown.text.startswith("Grow Not known no goals No goal and no tactic yet.")


def test_drafts_and_paused_plans_say_so(tmp_path: Path) -> None:
    """By their status beside or in the place of health."""
    ask = ASK.replace("dri: ben\n", "dri: ben\nstatus: paused\n", 1)
    said = view(write_full_site(tmp_path, ask=ask, visit=VISIT), "map").text
    assert "Ask every candidate the same questions Off track Paused" in said
    assert "Poach their best Draft" in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{team: recruiting}", ["Hire salespeople who stay", "Ask every candidate the same questions"]),
        ("{theme: people, dri: eve}", ["Be a place to stay"]),
        ("{status: proposed}", ["Listen to buyers"]),
        ("{theme: customers}", ["Visit the buyers"]),
        ("{health: on-track}", []),
    ],
)
def test_filters_choose_what_is_on_the_map(arguments: str, expected: list[str], tmp_path: Path) -> None:
    """With each tactic the strategy that it serves; a theme in which nothing passes isn't there."""
    shown = view(write_full_site(tmp_path), "map", arguments)
    goals = {
        "Keep more of the people we hire",
        "Every region hires by the scorecard",
        "Answer candidates fast",
    }
    assert [name for name in names(shown) if name not in goals] == expected
    assert "No strategy yet." not in shown.text
    assert expected or "There are no strategies here yet." in shown.text


def test_a_strategy_whose_tactics_are_left_out_is_not_called_empty(tmp_path: Path) -> None:
    """It has one, of another's."""
    files = {
        "grow.md": STRATEGY.format("Grow", "dri: vp-sales\n"),
        "push.md": "---\ntype: tactic\ntitle: Push\nstrategy: grow\ndri: recruiting-lead\n---\n",
    }
    shown = view(write_site(tmp_path, files), "map", "{dri: vp-sales}")
    assert names(shown) == ["Grow"]
    assert "No goal and no tactic yet." not in shown.text
