"""Plans beyond what a site can be built of are told in a moment, once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from mkdocs_plans.bounds import MAX_DEPTH, MAX_NAME_BYTES
from mkdocs_plans.findings import Finding, Related
from mkdocs_plans.load.loaded import MAX_RELATED, Loaded
from mkdocs_plans.model import PlanFile, Strategy, Tactic, Team, make
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules import circular_link
from mkdocs_plans.rules.plan_rule import Context
from mkdocs_plans.standing import MOST_CIRCLES

TODAY = datetime.date(2026, 11, 23)


def found(files: Sequence[PlanFile]) -> list[Finding]:
    """What the rule about links that lead in circles finds."""
    return list(circular_link.check(Plan(tuple(files)), Context(TODAY)))


def chain(kind: type[Strategy] | type[Team], number: int) -> list[PlanFile]:
    """So many, each below the one before."""
    above = [None, *(f"x{index}" for index in range(number - 1))]
    return [
        kind(type=kind.__name__.lower(), id=f"x{index}", title="X", parent=parent, path=f"{index}.md")
        for index, parent in enumerate(above)
    ]


@pytest.mark.parametrize("kind", [Strategy, Team])
def test_a_chain_that_is_too_deep_is_told_once(kind: type[Strategy] | type[Team]) -> None:
    """At the first that stands too deep, however deep it goes on; not one level above."""
    assert found(chain(kind, MAX_DEPTH)) == []
    (only,) = found(chain(kind, 3_000))
    assert only.path == f"{MAX_DEPTH}.md"
    assert f"more than {MAX_DEPTH}" in only.message


def test_a_long_circle_is_one_finding_of_a_few_words() -> None:
    """A circle has no depth that would be told as well."""
    files = chain(Strategy, 3_000)
    first = files[0].model_copy(update={"parent": "x2999"})
    (only,) = found([first, *files[1:]])
    assert len(only.message) < 200
    assert "more)" in only.message


def test_where_all_depend_on_all_a_few_circles_are_told() -> None:
    """There are thousands."""
    names = [f"t{index}" for index in range(160)]
    tactics = [
        Tactic(
            type="tactic", id=name, title=name, path=f"{name}.md",
            depends_on=tuple(other for other in names if other != name),
        )
        for name in names
    ]  # fmt: skip
    assert len(found(tactics)) == MOST_CIRCLES


def test_a_finding_tells_a_bounded_number_of_other_places() -> None:
    """And how many more there are: a tactic may wait for each plan."""
    related = tuple(Related(f"{index} is here", f"{index}.md") for index in range(400))
    finding = Finding("a-rule", "Wrong", "a.md", related=related)
    (told,) = Loaded(Plan()).locate([finding])
    assert len(told.related) == MAX_RELATED
    assert told.related[-1][0] == f"{MAX_RELATED - 1} is here; {400 - MAX_RELATED} more aren't shown"
    (few,) = Loaded(Plan()).locate([replace(finding, related=related[:MAX_RELATED])])
    assert few.related[-1][0] == f"{MAX_RELATED - 1} is here"


def test_an_id_that_follows_from_a_long_text_is_short_enough() -> None:
    """A goal and an action may have as long a text as they like."""
    long = "word " * 100
    values = {
        "type": "tactic",
        "id": "t",
        "title": "T",
        "goals": [{"title": long}],
        "actions": [{"do": long}] * 3,
    }
    typed = make(Tactic, values, "t.md")
    assert typed.findings == ()
    assert typed.entity is not None
    ids = [typed.entity.goals[0].id, *(action.id for action in typed.entity.actions)]
    assert max(map(len, ids)) <= MAX_NAME_BYTES
    assert len(set(ids[1:])) == 3
