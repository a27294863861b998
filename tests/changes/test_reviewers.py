"""Who should look at a change, with all the reasons."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plans.changes import Review, tell_reason
from tests.changes.small_plan import PLAN, reviewed, teller, with_edit


def asked(review: Review) -> dict[str, list[str]]:
    """The reasons by handle, in their order."""
    say = teller(review)
    return {one.handle: [str(tell_reason(say, reason)) for reason in one.reasons] for one in review.reviewers}


def test_those_who_answer_for_a_changed_plan_and_what_it_serves_are_asked(tmp_path: Path) -> None:
    """The tactic's DRI, the strategy's, those of the goals, and of what waits for it."""
    review = reviewed(tmp_path, PLAN, with_edit("train.md", "Everyone has sat in twice.", "All have sat in."))
    assert asked(review) == {
        "recruiting-lead": [
            "Answers for what changes: Tactic “Train the recruiters”",
            "Answers for what waits for a changed plan: "
            "Tactic “Ask everyone the same questions” (“Train the recruiters”)",
        ],
        "vp-sales": [
            "Answers for what a changed plan serves: "
            "Strategy “Hire people who stay” (“Train the recruiters”)",
        ],
        "people-partner": [
            "Answers for what a changed plan advances: "
            "Goal “Keep more of the people we hire” (“Train the recruiters”)"
        ],
    }


def test_whoever_gains_or_loses_something_comes_first(tmp_path: Path) -> None:
    """A plan with all its parts is one thing to gain or lose."""
    review = reviewed(tmp_path, PLAN, with_edit("find.md", "dri: people-partner", "dri: vp-people"))
    people = asked(review)
    assert list(people) == ["people-partner", "vp-people"]
    assert people["people-partner"][0] == "No longer answers for: Tactic “Find people at fairs”"
    assert people["vp-people"] == [
        "Takes on: Tactic “Find people at fairs”",
        "Answers for what a changed plan serves: Strategy “Grow the field team” (“Find people at fairs”)",
    ]


def test_a_goal_an_action_and_a_contribution_are_gained_and_lost(tmp_path: Path) -> None:
    """Each by itself."""
    now = with_edit("hire.md", "    dri: people-partner\n", "    dri: vp-people\n")
    people = asked(reviewed(tmp_path, PLAN, now))
    goal = "Goal “Keep more of the people we hire” (“Hire people who stay”)"
    assert people["people-partner"][0] == f"No longer answers for: {goal}"
    assert people["vp-people"][0] == f"Takes on: {goal}"
    now = with_edit("ask.md", "    dri: vp-sales\n", "    dri: vp-people\n")
    action = "Action “Agree the five qualities” (“Ask everyone the same questions”)"
    people = asked(reviewed(tmp_path / "action", PLAN, now))
    assert (people["vp-sales"][0], people["vp-people"][0]) == (
        f"No longer answers for: {action}",
        f"Takes on: {action}",
    )
    now = with_edit("hire.md", "contributors: [people-partner]", "contributors: [vp-people]")
    people = asked(reviewed(tmp_path / "helper", PLAN, now))
    assert people["vp-people"][0] == "Now contributes to: Strategy “Hire people who stay”"


def test_an_action_that_is_reworded_changes_no_hands(tmp_path: Path) -> None:
    """It is the same action under another id."""
    now = with_edit("ask.md", "Agree the five qualities", "Agree on the five qualities")
    reasons = [reason for listed in asked(reviewed(tmp_path, PLAN, now)).values() for reason in listed]
    assert reasons
    assert not [reason for reason in reasons if reason.startswith(("Takes on", "No longer answers for"))]


def test_the_new_lead_of_a_team_and_the_old_one_are_asked(tmp_path: Path) -> None:
    """A team changes hands too."""
    now = with_edit("teams/recruiting.md", "lead: recruiting-lead", "lead: vp-people")
    people = asked(reviewed(tmp_path, PLAN, now))
    assert people["recruiting-lead"][0] == "No longer answers for: Team “Recruiting”"
    assert people["vp-people"][0] == "Takes on: Team “Recruiting”"


def test_whoever_answers_for_the_strategy_that_a_tactic_left_is_asked(tmp_path: Path) -> None:
    """As well as for the one that it came to."""
    people = asked(reviewed(tmp_path, PLAN, with_edit("find.md", "strategy: grow", "strategy: hire")))
    assert (
        "Answers for what a changed plan serves: Strategy “Grow the field team” (“Find people at fairs”)"
        in people["vp-people"]
    )
    assert (
        "Answers for what a changed plan serves: Strategy “Hire people who stay” (“Find people at fairs”)"
        in people["vp-sales"]
    )


def test_a_renamed_plan_is_named_once(tmp_path: Path) -> None:
    """By what it is called now."""
    now = with_edit("find.md", "title: Find people at fairs", "title: Meet people at fairs")
    assert asked(reviewed(tmp_path, PLAN, now)) == {
        "people-partner": ["Answers for what changes: Tactic “Meet people at fairs”"],
        "vp-people": [
            "Answers for what a changed plan serves: Strategy “Grow the field team” (“Meet people at fairs”)"
        ],
    }


def test_a_goal_of_another_strategy_brings_in_its_dri(tmp_path: Path) -> None:
    """Also where the goal has none of its own, and its plan's answers for it."""
    now = with_edit("find.md", "advances: [posts]", "advances: [posts, hire#answers]")
    people = asked(reviewed(tmp_path, PLAN, now))
    assert people["vp-sales"] == [
        "Answers for what a changed plan advances: Goal “Answer every letter” (“Find people at fairs”)"
    ]


def test_the_goal_of_its_parent_that_a_strategy_serves_brings_in_its_dri(tmp_path: Path) -> None:
    """And where that goal changes, whoever answers for the strategy is asked."""
    grow = with_edit("grow.md", "title: Fill all posts,", "title: Fill all posts, dri: people-partner,")
    serving = with_edit("hire.md", "parent: grow", "serves: grow#posts", grow)
    people = asked(reviewed(tmp_path / "relinked", grow, serving))
    assert (
        "Answers for what a changed plan advances: Goal “Fill all posts” (“Hire people who stay”)"
        in people["people-partner"]
    )
    higher = with_edit("grow.md", "target: 20", "target: 30", serving)
    people = asked(reviewed(tmp_path / "goal", serving, higher))
    assert (
        "Answers for what advances a changed goal: Strategy “Hire people who stay” (“Fill all posts”)"
        in people["vp-sales"]
    )


def test_several_plans_of_one_strategy_are_one_reason(tmp_path: Path) -> None:
    """So that nobody reads the same line six times."""
    now = with_edit("train.md", "Everyone has sat in twice.", "All have sat in.")
    now = with_edit("ask.md", "Every panel scores the same.", "Panels agree.", now)
    people = asked(reviewed(tmp_path, PLAN, now))
    assert people["vp-sales"][0] == (
        "Answers for what a changed plan serves: Strategy “Hire people who stay” "
        "(“Ask everyone the same questions”, “Train the recruiters”)"
    )


def test_the_code_host_s_name_is_known_where_the_people_file_has_it(tmp_path: Path) -> None:
    """Of someone who isn't in it, the handle alone."""
    now = with_edit("find.md", "dri: people-partner", "dri: somebody-new")
    people = {one.handle: one.person for one in reviewed(tmp_path, PLAN, now).reviewers}
    assert (found := people["people-partner"])
    assert found.github == "partner"
    assert people["somebody-new"] is None


def test_whoever_answers_for_a_goal_or_an_action_is_asked_when_it_changes(tmp_path: Path) -> None:
    """And whoever answers for a tactic that advances the goal should know."""
    people = asked(reviewed(tmp_path, PLAN, with_edit("hire.md", "target: 80", "target: 85")))
    assert people["people-partner"][0] == "Answers for what changes: Goal “Keep more of the people we hire”"
    assert people["recruiting-lead"] == [
        "Answers for what advances a changed goal: "
        "Tactic “Ask everyone the same questions” (“Keep more of the people we hire”)",
        "Answers for what advances a changed goal: "
        "Tactic “Train the recruiters” (“Keep more of the people we hire”)",
    ]
    now = with_edit("ask.md", "done: 2026-01-29", "done: 2026-01-30")
    people = asked(reviewed(tmp_path / "action", PLAN, now))
    assert people["vp-sales"][0] == "Answers for what changes: Action “Agree the five qualities”"


def test_the_leads_of_the_teams_that_gain_and_lose_a_plan_are_asked(tmp_path: Path) -> None:
    """Though they may have no part in it themselves."""
    people = asked(reviewed(tmp_path, PLAN, with_edit("find.md", "team: recruiting", "team: sales")))
    assert people["recruiting-lead"][0] == "Their team no longer answers for: Tactic “Find people at fairs”"
    assert people["vp-sales"][0] == "Their team takes on: Tactic “Find people at fairs”"
