"""What people write for an id names one thing, several, or none."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Goal, Person, Strategy, ids_called, people_with_name

PLANS = {
    one.id: one
    for one in (
        Strategy(type="strategy", id="hire", title="Hire & keep people", number="B3", path="plans/hire.md"),
        Strategy(type="strategy", id="sell", title="Sell abroad", number="1.1", path="plans/sell/index.md"),
        Strategy(type="strategy", id="grow", title="Sell abroad", path="old/hire.md"),
    )
}
PEOPLE = {
    one.handle: one
    for one in (
        Person(
            handle="estates", name="Mei-Ling Chen", role="Director of Finance and Estates", github="mlchen"
        ),
        Person(handle="cfo", name="Daniel Reyes", role="CFO", email="d.reyes@example.org"),
        Person(handle="dean", name="Daniel Okafor", role="Dean"),
        Person(handle="dean-2", role="Dean"),
    )
}
GOALS = [Goal(id="active", title="Half of all modules", number="1"), Goal(id="passed", title="All pass")]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("hire", ["hire"]),
        ("Hire", ["hire"]),
        ("b3", ["hire"]),
        ("Hire & keep people.", ["hire"]),
        ("B3: Hire and keep people", []),
        ("B3 – Hire & Keep People", ["hire"]),
        ("plans/hire.md", ["hire"]),
        ("../plans/hire.md", ["hire"]),
        ("hire.md", ["hire", "grow"]),
        ("sell/index.md", ["sell"]),
        ("1.1", ["sell"]),
        ("Sell abroad", ["sell", "grow"]),
        ("hier", []),
        ("plans/hire", []),
        ("", []),
        ("???", []),
    ],
)
def test_a_plan_is_named_by_id_title_number_or_file(said: str, meant: list[str]) -> None:
    """By the whole of it, and by nothing that is only near."""
    assert ids_called(said, PLANS) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Mei-Ling Chen", ["estates"]),
        ("mei-ling chen", ["estates"]),
        ("Director of Finance and Estates", ["estates"]),
        ("mlchen", ["estates"]),
        ("d.reyes@example.org", ["cfo"]),
        ("Dean", ["dean", "dean-2"]),
        ("Daniel", []),
        ("Mei-Ling Chen / Daniel Reyes", []),
        ("estate", []),
    ],
)
def test_a_person_is_named_by_name_role_or_address(said: str, meant: list[str]) -> None:
    """A first name, and a misspelt handle, name nobody for certain."""
    assert ids_called(said, PEOPLE) == meant


def test_a_first_name_can_be_asked_about() -> None:
    """Also a surname; of several all are meant."""
    assert people_with_name("Mei", PEOPLE) == ["estates"]
    assert people_with_name("Daniel", PEOPLE) == ["cfo", "dean"]
    assert people_with_name("", PEOPLE) == []


def test_a_goal_is_named_by_title_or_number() -> None:
    """Of those that are given."""
    assert ids_called("half of all modules", GOALS) == ["active"]
    assert ids_called("1", GOALS) == ["active"]
    assert ids_called("2", GOALS) == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Jorg Muller", ["jm"]),
        ("Joerg Mueller", ["jm"]),
        ("Müller, Jörg", ["jm"]),
        ("Jörg Müller <jm@example.org>", ["jm"]),
        ("[Jörg Müller](people.md)", ["jm"]),
        ("Michael", []),
        ("Joel", []),
    ],
)
def test_a_name_may_be_spelt_without_its_accents(said: str, meant: list[str]) -> None:
    """Or with two letters for an umlaut; but two names in ASCII that differ are two people."""
    names = {"jm": "Jörg Müller", "michal": "Michal", "jol": "Jol"}
    people = {key: Person(handle=key, name=name, path="people.yml") for key, name in names.items()}
    assert ids_called(said, people) == meant
