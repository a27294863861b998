"""The resolved plan: links and back-links, whatever is missing."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plans.model import Strategy
from mkdocs_plans.plan import Plan
from tests.small_site import PEOPLE, read_site, write_site


def plan_of(folder: Path, **files: str) -> Plan:
    """Load a plan of files that are each written as one line of YAML."""
    people = PEOPLE + "rep: {role: Rep, team: sales}\n"
    written: dict[str, str | bytes] = {"people.yml": people}
    written |= {
        f"{name.replace('_', '-')}.md": f"---\n{{{content}}}\n---\n" for name, content in files.items()
    }
    return read_site(write_site(folder, written))[0].plan


def ids(files: object) -> list[str]:
    """The ids of entities, in their order."""
    return [file.id for file in files]  # type: ignore[attr-defined]


def test_links_and_back_links_agree(tmp_path: Path) -> None:
    """A tactic under a strategy, in its theme, advancing goals of two strategies."""
    plan = plan_of(
        tmp_path,
        people="type: theme, title: People",
        hire="type: strategy, title: Hire, theme: people, goals: [{id: grow, title: Grow}]",
        keep="type: strategy, title: Keep, goals: [{id: stay, title: Stay}]",
        ask="type: tactic, title: Ask, strategy: hire, advances: [grow, keep#stay]",
        train="type: tactic, title: Train, strategy: hire, depends_on: [ask, keep]",
    )
    hire, keep = plan.strategies["hire"], plan.strategies["keep"]
    ask, train = plan.tactics["ask"], plan.tactics["train"]
    assert plan.strategy_of(ask) is hire
    assert plan.tactics_of(hire) == (ask, train)
    assert plan.theme_of(hire) is plan.themes["people"]
    assert plan.strategies_of(plan.themes["people"]) == (hire,)
    assert plan.strategies_of(None) == (keep,)
    assert [(found.plan.id, found.goal.id) for found in plan.goals_advanced_by(ask)] == [
        ("hire", "grow"),
        ("keep", "stay"),
    ]
    assert plan.tactics_advancing(keep, keep.goals[0]) == (ask,)
    assert plan.dependencies_of(train) == (ask, keep)
    assert plan.waiting_for(ask) == (train,)
    assert plan.waiting_for(train) == ()


def test_what_is_named_twice_is_linked_once(tmp_path: Path) -> None:
    """A goal may be named with its plan and without; the coverage would count its tactic twice."""
    plan = plan_of(
        tmp_path,
        hire="type: strategy, title: Hire, goals: [{id: grow, title: Grow}]",
        ask="type: tactic, title: Ask, strategy: hire, advances: [grow, hire#grow], depends_on: [hire, hire]",
    )
    hire, ask = plan.strategies["hire"], plan.tactics["ask"]
    assert len(plan.goals_advanced_by(ask)) == 1
    assert plan.tactics_advancing(hire, hire.goals[0]) == (ask,)
    assert plan.dependencies_of(ask) == (hire,)
    assert plan.waiting_for(hire) == (ask,)


def test_references_that_lead_nowhere_are_skipped(tmp_path: Path) -> None:
    """They stay in the entity as data, and no view stumbles over them."""
    plan = plan_of(
        tmp_path,
        hire="type: strategy, title: Hire, theme: gone, parent: gone, dri: nobody, team: gone",
        ask="type: tactic, title: Ask, strategy: gone, advances: [grow, gone#grow], depends_on: [gone]",
    )
    hire, ask = plan.strategies["hire"], plan.tactics["ask"]
    assert (plan.theme_of(hire), plan.team_of(hire), plan.strategy_of(ask)) == (None, None, None)
    assert (plan.goals_advanced_by(ask), plan.dependencies_of(ask)) == ((), ())
    assert plan.strategies_of(None) == (hire,)
    assert ask.strategy == "gone"


def test_a_theme_is_inherited_from_the_strategy_above(tmp_path: Path) -> None:
    """A strategy that cascades from another belongs to the same theme, unless it says otherwise."""
    plan = plan_of(
        tmp_path,
        people="type: theme, title: People",
        facts="type: theme, title: Facts",
        top="type: strategy, title: Top, theme: people",
        below="type: strategy, title: Below, parent: top",
        other="type: strategy, title: Other, parent: below, theme: facts",
    )
    assert plan.theme_of(plan.strategies["below"]) is plan.themes["people"]
    assert plan.theme_of(plan.strategies["other"]) is plan.themes["facts"]
    assert ids(plan.line_of(plan.strategies["other"])) == ["other", "below", "top"]
    assert ids(plan.children_of(plan.strategies["top"])) == ["below"]


def test_a_strategy_serves_a_goal_of_its_parent(tmp_path: Path) -> None:
    """Which `serves` names alone, or beside `parent`; a goal of any other plan leads nowhere."""
    plan = plan_of(
        tmp_path,
        top="type: strategy, title: Top, goals: [{id: grow, title: Grow}, {id: stay, title: Stay}]",
        a="type: strategy, title: A, serves: 'top#grow'",
        b="type: strategy, title: B, parent: top, serves: grow",
        c="type: strategy, title: C, parent: a, serves: 'top#grow'",
        d="type: strategy, title: D, parent: top",
        t="type: tactic, title: T, strategy: top, advances: [grow]",
    )
    top = plan.strategies["top"]
    assert ids(plan.children_of(top)) == ["a", "b", "d"]
    assert ids(plan.advancing(top, top.goals[0])) == ["a", "b", "t"]
    assert ids(plan.tactics_advancing(top, top.goals[0])) == ["t"]
    assert plan.advancing(top, top.goals[1]) == ()
    assert plan.goals_advanced_by(plan.strategies["c"]) == ()


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    """A wrong plan is still shown."""
    plan = plan_of(
        tmp_path,
        a="type: strategy, title: A, parent: b",
        b="type: strategy, title: B, parent: a",
    )
    assert ids(plan.line_of(plan.strategies["a"])) == ["a", "b"]
    assert plan.theme_of(plan.strategies["a"]) is None


def test_who_answers_is_inherited_downwards_only(tmp_path: Path) -> None:
    """A goal's and an action's DRI defaults to its plan's; a tactic's never to its strategy's."""
    plan = plan_of(
        tmp_path,
        sales="type: team, title: Sales",
        hire="type: strategy, title: Hire, dri: rep, goals: [{title: A}, {title: B, dri: vp-sales}]",
        ask="type: tactic, title: Ask, strategy: hire",
    )
    hire, ask = plan.strategies["hire"], plan.tactics["ask"]
    assert [plan.dri_of(hire, goal) for goal in hire.goals] == [("rep",), ("vp-sales",)]
    assert plan.dri_of(ask) == ()
    assert plan.team_of(hire) is plan.teams["sales"]
    assert plan.team_of(ask) is None


def test_teams_know_their_tactics_people_strategies_and_sub_teams(tmp_path: Path) -> None:
    """By the team that a plan names, or its DRI's."""
    plan = plan_of(
        tmp_path,
        sales="type: team, title: Sales",
        inside="type: team, title: Inside, parent: sales",
        hire="type: strategy, title: Hire",
        ask="type: tactic, title: Ask, strategy: hire, dri: rep",
        train="type: tactic, title: Train, team: inside",
    )
    sales, inside = plan.teams["sales"], plan.teams["inside"]
    assert ids(plan.tactics_of_team(sales)) == ["ask"]
    assert ids(plan.tactics_of_team(inside)) == ["train"]
    assert ids(plan.strategies_of_team(sales)) == ["hire"]
    assert [person.handle for person in plan.people_of(sales)] == ["rep"]
    assert (plan.teams_below(sales), plan.teams_below(None)) == ((inside,), (sales,))


def test_plans_are_shown_by_number_then_title(tmp_path: Path) -> None:
    """Numbers sort as people count; what has none comes last."""
    plan = plan_of(
        tmp_path,
        a='type: strategy, title: Zebra, number: "2"',
        b='type: strategy, title: Ant, number: "10"',
        c='type: strategy, title: Cow, number: "1-B"',
        d='type: strategy, title: Dog, number: "1-A"',
        e="type: strategy, title: bee",
        f="type: strategy, title: Ape",
    )
    assert [file.title for file in plan.strategies.values()] == ["Dog", "Cow", "Zebra", "Ant", "Ape", "bee"]


def test_a_plan_without_some_files_is_resolved_anew(tmp_path: Path) -> None:
    """What is left out is in no lookup and no back-link."""
    plan = plan_of(
        tmp_path,
        hire="type: strategy, title: Hire, goals: [{id: grow, title: Grow}]",
        ask="type: tactic, title: Ask, strategy: hire, advances: [grow]",
        train="type: tactic, title: Train, strategy: hire, advances: [grow], depends_on: [ask]",
    )
    less = plan.only(lambda file: file.id != "ask")
    hire = less.strategies["hire"]
    assert ids(less.tactics_of(hire)) == ["train"]
    assert ids(less.tactics_advancing(hire, hire.goals[0])) == ["train"]
    assert less.dependencies_of(less.tactics["train"]) == ()
    assert ids(plan.tactics_of(plan.strategies["hire"])) == ["ask", "train"]
    assert isinstance(hire, Strategy)
