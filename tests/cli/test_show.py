"""`plans show`: the facts of one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.browsing import plans
from tests.full_site import write_full_site
from tests.small_site import STRATEGY, UNREADABLE, write_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "hire",
            ["1.1 Hire salespeople who stay", "At risk", "74%", "Keep at most", "8 hours", "Two regions"],
        ),
        (
            "ask",
            ["[x] 1 Agree the qualities", "3 days late", "12 days overdue", "$5,000", "[-] Print the guide"],
        ),
        ("hire#retention", ["Goal · hire#retention", "62%", "74%", "80%", "Advanced by"]),
        ("retention", ["Goal · hire#retention"]),
        ("people", ["Theme · people", "Who works here stays."]),
        ("recruiting", ["Team · recruiting", "Recruiting Lead", "Sales"]),
        ("1.1", ["Strategy · hire"]),
        ("Hire salespeople who stay", ["Strategy · hire"]),
        ("strategies/hire.md", ["Strategy · hire"]),
        ("1.1#Keep more of the people we hire", ["Goal · hire#retention"]),
        ("ada@example.org", ["Person · ada"]),
        ("ben", ["Person · ben", "Publish the guide", "Keep more of the people we hire"]),
    ],
)
def test_everything_that_has_a_name_is_shown(site: Path, name: str, said: list[str]) -> None:
    """With the figures of its page."""
    shown = plans(site, "show", name).stdout
    for words in said:
        assert words in shown


def test_a_strategy_says_which_goal_it_serves_and_the_goal_what_does(tmp_path: Path) -> None:
    """As a tactic and what it advances."""
    goal = "---\ntype: strategy\ntitle: Grow\ngoals: [{id: posts, title: Fill all posts}]\n---\n"
    serving = "---\ntype: strategy\ntitle: Coach\nserves: grow#posts\n---\n"
    site = write_site(tmp_path, {"people.yml": "", "grow.md": goal, "coach.md": serving})
    assert re.search(r"Serves +Fill all posts", plans(site, "show", "coach").stdout)
    assert re.search(r"Advanced by\s+Coach", plans(site, "show", "grow#posts").stdout)


def test_what_stays_private_is_not_shown(site: Path) -> None:
    """As on the site: neither an address nor the last day of someone who leaves."""
    shown = plans(site, "show", "ada").stdout
    assert "ada@example.org" not in shown
    assert "2027-01-31" not in shown


def test_a_name_that_nothing_has_is_told_with_the_nearest(site: Path) -> None:
    """Also a goal's, whose plan is right."""
    assert 'did you mean "hire"?' in plans(site, "show", "hier", exit_code=2).stderr
    assert 'did you mean "hire#retention"?' in plans(site, "show", "hire#retentoin", exit_code=2).stderr


def test_a_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    """It is there: its id isn't misspelt."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "tactics/ask.md": UNREADABLE})
    said = plans(folder, "show", "ask", exit_code=2).stderr
    assert re.search(r"(\S*plans/tactics/ask\.md) can't be read: see `plans check \1`\n", said)
