"""People: the list of them, and what one of them answers for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mkdocs_plans.render import Renderer
from tests.full_site import ASK, write_full_site
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import read_site, write_site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def headings(shown: Html) -> list[str]:
    """The names of a view's parts."""
    return shown.texts("h2")


def test_people_stand_with_their_team(folder: Path) -> None:
    """Last those who are in none; each name leads to the person's page."""
    shown = view(folder, "people")
    assert headings(shown) == ["Recruiting", "Sales", "In no team"]
    assert shown.links()["Ada Ames"] == "/people/ada"
    assert shown.texts("li")[0].startswith("Recruiting Lead 1 tactic · 1 goal · 2 actions")


def test_people_say_what_is_overdue(folder: Path) -> None:
    """An action that was due before today."""
    assert "1 action overdue" in view(folder, "people").texts("li")[0]
    assert "overdue" not in view(folder, "people").texts("li")[1]


def test_people_of_one_team(folder: Path) -> None:
    """The view's filter."""
    assert headings(view(folder, "people", "{team: sales}")) == ["Sales"]


def test_a_person_who_answers_for_nothing_open_says_so(tmp_path: Path) -> None:
    """In the list, and on their own page."""
    folder = write_site(tmp_path, {"people.yml": "zoe: {name: Zoe Zest}\n"})
    assert "answers for nothing that is open" in view(folder, "people").text
    assert "Zoe Zest answers for nothing in this plan." in view(folder, "person", "handle: zoe").text


def test_a_persons_page_has_all_that_they_answer_for(folder: Path) -> None:
    """Goals and actions that inherit their plan's DRI included; what is closed stands last."""
    shown = view(folder, "person", "handle: ada")
    assert shown.facts() == {"Role": "VP Sales", "Team": "Sales", "Leads": "Sales"}
    assert headings(shown)[-1] == "Done and dropped"
    goals = shown.links()
    assert goals["Every region hires by the scorecard"] == "/strategies/hire#goal-scorecard"
    assert "Keep more of the people we hire" not in shown.texts("li"), "that goal has a DRI of its own"


def test_an_open_action_leads_to_its_place(folder: Path) -> None:
    """It says when it is due, how late it is, and what plan it is of."""
    shown = view(folder, "person", "handle: ben")
    assert shown.links()["Publish the guide"] == "/tactics/ask#action-publish"
    first = next(text for text in shown.texts("li") if text.startswith("Publish the guide"))
    assert "Due 11 Nov 2026, 12 days overdue" in first
    assert "Ask every candidate the same questions" in first
    assert "Print the guide" not in shown.text, "it was dropped"


def test_what_is_due_first_stands_first(tmp_path: Path) -> None:
    """What has no day stands last."""
    folder = write_full_site(tmp_path, ask=ASK.replace("due: 2026-11-11", "due: 2027-01-31"))
    shown = view(folder, "person", "handle: ben")
    steps = [one for one in ("Publish the guide", "Look back") if one in shown.text]
    assert steps == ["Publish the guide", "Look back"]
    assert shown.text.index("Publish the guide") < shown.text.index("Look back")


def test_who_contributes_is_told_so(folder: Path) -> None:
    """To a plan, or to a goal or an action of it; what they are the DRI of isn't said twice."""
    assert "Helps with" in headings(view(folder, "person", "handle: eve"))
    assert "Ask every candidate the same questions" in view(folder, "person", "handle: eve").links()


def test_what_stays_private_is_nowhere(folder: Path) -> None:
    """The address, and the last day of who leaves."""
    shown = view(folder, "person", "handle: ada").text + view(folder, "people").text
    assert "ada@example.org" not in shown
    assert "2027" not in shown


def test_nobody_of_a_handle_is_said(folder: Path) -> None:
    """A page that the author wrote may name someone who has left the file."""
    assert "There is nobody of the handle “zed”." in view(folder, "person", "handle: zed").text


def test_of_many_people_those_have_a_page_whom_the_plan_names(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An organisation's whole directory: the list counts the others, by team, and a person's page costs as
    much as a plan's.
    """
    monkeypatch.setattr("mkdocs_plans.standing.MANY_PEOPLE", 4)
    site = shutil.copytree(folder, tmp_path / "site")
    people = (site / "plans/people.yml").read_text()
    (site / "plans/people.yml").write_text(people + "zoe: {name: Zoe}\nyan: {name: Yan, team: sales}\n")
    loaded, found = read_site(site)
    pages = {page.path for page in Renderer(loaded.plan, found).people_pages}
    assert "people/ada.md" in pages
    assert not pages & {"people/zoe.md", "people/yan.md"}
    shown = view(site, "people")
    assert "Zoe" not in shown.text and "Yan" not in shown.text
    assert shown.text.count("1 more, whom the plan names nowhere") == 2
