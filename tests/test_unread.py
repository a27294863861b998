"""What of a plan couldn't be read."""

from typing import get_args

from mkdocs_plans.model import Strategy, Tactic, Team
from mkdocs_plans.plan import Plan
from mkdocs_plans.unread import FieldName, Unread, UnreadFile


def test_every_field_that_is_asked_for_is_one_of_a_file() -> None:
    """A name that no file has would be read everywhere: the question would never be answered with no."""
    assert {*get_args(FieldName)} <= {*Strategy.model_fields, *Tactic.model_fields, *Team.model_fields}


def test_a_team_doesnt_answer_for_a_strategy_of_its_id() -> None:
    """What was refused in one file says nothing of another one that has the same id."""
    team = Team(type="team", id="sales", title="Sales", path="teams/sales.md")
    strategy = Strategy(type="strategy", id="sales", title="Sales", path="strategies/sales.md")
    plan = Plan((team, strategy), unread=Unread((UnreadFile(team.path, fields=frozenset({"parent"})),)))
    assert not plan.was_read(team, "parent")
    assert plan.was_read(strategy, "parent")


def test_of_two_unread_files_with_one_id_the_first_is_named() -> None:
    """Of two files that have the same id, the first is the plan's, as it is where both can be read."""
    unread = Unread((UnreadFile("a.md", "hire"), UnreadFile("b.md", "hire")))
    assert unread.by_id == {"hire": "a.md"}
