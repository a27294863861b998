"""Several DRIs as equals (`joint_dris`), and teams that answer (`team_dris`): what of them follows where."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_plans.changes import tell_reason
from mkdocs_plans.cli import main
from mkdocs_plans.codehost.forms.tactic import TacticForm
from mkdocs_plans.codehost.owners import HOSTS, find_owners
from mkdocs_plans.due import due_by
from mkdocs_plans.model import Strategy, Tactic
from mkdocs_plans.model.json_schema import Allowed, plan_file_schema, type_schema
from mkdocs_plans.outputs.due.agenda import agenda_of
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Reviews
from mkdocs_plans.wording.phrases import Phrases
from tests.changes.small_plan import reviewed, teller, with_edit
from tests.markup import Html
from tests.render.rendered import page, view
from tests.small_site import CONFIG, TODAY, all_found_in, read_site, text, write_site

BOTH = text(CONFIG) + "      joint_dris: true\n      team_dris: true\n"

PEOPLE = """
ada: {name: Ada Ames, team: sales, github: ada-gh}
ben: {name: Ben Bell, github: ben-gh}
cem: {name: Cem Can, team: recruiting, github: cem-gh}
"""

HIRE = """
---
type: strategy
title: Hire
dri: [ada, ben]
start: 2026-01-01
end: 2026-12-31
goals:
  - {id: stay, title: Stay, dri: [ben, recruiting], due: 2026-12-01}
  - {title: Grow, due: 2026-11-30}
---
"""

ASK = """
---
type: tactic
title: Ask
strategy: hire
advances: [stay]
dri: recruiting
start: 2026-01-01
end: 2026-11-30
actions:
  - {do: Agree, dri: [ada, recruiting], due: 2026-11-30}
  - {do: Publish, due: 2026-11-30}
---
"""

FILES: dict[str, str | bytes] = {
    "people.yml": PEOPLE,
    "hire.md": HIRE,
    "ask.md": ASK,
    "recruiting.md": "---\ntype: team\ntitle: Our *recruiting*\nlead: cem\n---\n",
    "sales.md": "---\ntype: team\ntitle: Sales\n---\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small site."""
    return write_site(tmp_path_factory.mktemp("site"), FILES, config=BOTH)


@pytest.fixture(scope="module")
def plan(folder: Path) -> Plan:
    """Load its plan."""
    return read_site(folder)[0].plan


def test_nothing_is_wrong_with_it(folder: Path) -> None:
    """The rules that ask for a person take a team, and each of several."""
    people = {"unknown-person", "missing-dri", "ambiguous-dri", "several-dris", "team-without-tactic"}
    assert people.isdisjoint(one.finding.rule for one in all_found_in(folder))


def test_all_are_listed_on_what_they_answer_for(plan: Plan) -> None:
    """Each person with all that they answer for jointly; a team likewise."""

    def titles(handle: str) -> tuple[list[str], list[str], list[str]]:
        found = plan.answers_for(plan.people.get(handle) or plan.teams[handle])
        goals, actions = [one.goal.title for one in found.goals], [one.action.do for one in found.actions]
        return [one.title for one in found.plans], goals, actions

    assert titles("ada") == (["Hire"], ["Grow"], ["Agree"])
    assert titles("ben") == (["Hire"], ["Stay", "Grow"], [])
    assert titles("recruiting") == (["Ask"], ["Stay"], ["Agree", "Publish"])
    assert titles("cem") == ([], [], [])
    assert titles("sales") == ([], [], [])
    assert plan.named_people == {"ada", "ben", "cem"}


def test_a_plan_has_the_team_of_its_dris(plan: Plan) -> None:
    """That of the first who is in one; a team that answers is its own."""
    assert plan.team_of(plan.strategies["hire"]) is plan.teams["sales"]
    assert plan.team_of(plan.tactics["ask"]) is plan.teams["recruiting"]


def test_what_is_due_stands_with_each(folder: Path, plan: Plan) -> None:
    """With all who answer jointly, and with the team under its title."""
    said = Phrases.of(plan, read_site(folder)[1])
    until = TODAY + datetime.timedelta(days=60)
    found = [one for one in due_by(plan, Reviews(), TODAY, until) if one.kind != "review"]
    groups = agenda_of(said, found, until).groups
    assert {one.name: sorted(entry.what for entry in one.entries) for one in groups} == {
        "Ada Ames": ["Agree", "Grow", "Hire"],
        "Ben Bell": ["Grow", "Hire", "Stay"],
        "Our recruiting": ["Agree", "Ask", "Publish", "Stay"],
    }


def test_all_own_the_file_and_a_teams_lead_in_its_place(plan: Plan) -> None:
    """The nearest first, as the host names them."""
    found = find_owners(plan, None, HOSTS["github"], TODAY)
    assert found.owners["hire.md"] == ("@ada-gh", "@ben-gh")
    assert found.owners["ask.md"] == ("@cem-gh", "@ada-gh", "@ben-gh")
    assert found.left_out == ()


def test_a_form_offers_teams_as_well(folder: Path, plan: Plan) -> None:
    """By their titles."""
    form = TacticForm(Phrases.of(plan, read_site(folder)[1]))
    assert {"ada", "recruiting"} <= {one.name for one in form.dri.choices}


def test_pages_show_all_with_their_pages(folder: Path) -> None:
    """A plan's page, its goals and actions, the table, one's own page and the team's."""
    links = {"Ada Ames": "/people/ada", "Ben Bell": "/people/ben", "Our recruiting": "/recruiting"}

    def people(shown: Html) -> list[tuple[str, str]]:
        return [(one.text, one["href"]) for one in shown.all("a") if one.text in links]

    both = [("Ada Ames", links["Ada Ames"]), ("Ben Bell", links["Ben Bell"])]
    team = ("Our recruiting", links["Our recruiting"])
    assert people(page(folder, "hire.md"))[:6] == [*both, both[1], team, *both]
    assert people(page(folder, "ask.md"))[0] == team
    assert view(folder, "person", "{handle: ben}").text.count("Hire") == 3
    assert "Answers for" in page(folder, "recruiting.md").texts("h2")
    assert "Answers for" not in page(folder, "sales.md").texts("h2")
    assert people(view(folder, "strategies"))[:2] == both
    assert people(view(folder, "on-one-page"))[:3] == [*both, team]


def test_the_table_is_narrowed_by_each_of_several(tmp_path: Path) -> None:
    """A row has all of them, and each is a value of its own."""
    other = str(ASK).replace("title: Ask", "title: Other").replace("dri: recruiting", "dri: [ben, ada]", 1)
    shown = view(write_site(tmp_path, {**FILES, "other.md": other}, config=BOTH), "tactics")
    rows = [one["data-dri"] for one in shown.all("tr") if "data-order" in one.attributes]
    assert rows == ["recruiting", "ben ada"]
    assert [one["value"] for one in shown.all("input", name="dri")] == ["ada", "ben", "recruiting"]
    assert "data-many" in next(one for one in shown.all("details") if one["data-facet"] == "dri").attributes


@pytest.mark.parametrize(
    ("args", "shows"),
    [
        (("list", "tactics", "--dri", "recruiting"), "Our recruiting"),
        (("list", "strategies", "--dri", "ben"), "Ada Ames · Ben"),
        (("list", "goals"), "Ben Bell · Our recruiting"),
        (("show", "hire"), "Ada Ames · Ben Bell"),
        (("show", "recruiting"), "Answers for"),
        (("show", "ben"), "Hire"),
        (("due", "--person", "ben"), "Ben Bell"),
        (("due", "--person", "recruiting"), "Our recruiting"),
    ],
)
def test_the_terminal_names_all(args: tuple[str, ...], shows: str, folder: Path) -> None:
    """In lists, in facts and in what is due."""
    assert shows in "\n".join(_in(folder, *args))


@pytest.mark.parametrize(
    ("edit", "line", "asked"),
    [
        (("hire.md", "dri: [ada, ben]", "dri: ada"), "DRI: Ada Ames and Ben Bell → Ada Ames",
         {"ben": "No longer answers for: Strategy “Hire”"}),
        (("hire.md", "dri: [ada, ben]", "dri: [ada, ben, cem]"),
         "DRI: Ada Ames and Ben Bell → Ada Ames, Ben Bell, and Cem Can",
         {"cem": "Takes on: Strategy “Hire”"}),
        (("hire.md", "dri: [ada, ben]", "dri: [ben, ada]"), None, {}),
        (("ask.md", "dri: recruiting", "dri: [ada, ben]"),
         "DRI: Our *recruiting* → Ada Ames and Ben Bell",
         {"ada": "Takes on: Tactic “Ask”", "cem": "No longer answers for: Tactic “Ask”"}),
        (("hire.md", "dri: [ben, recruiting]", "dri: ben"),
         "Goal “Stay”, DRI: Ben Bell and Our *recruiting* → Ben Bell",
         {"cem": "No longer answers for: Goal “Stay” (“Hire”)"}),
        (("hire.md", "dri: [ada, ben]", ""), "DRI: Ada Ames and Ben Bell → nobody named",
         {"ada": "No longer answers for: Strategy “Hire”"}),
    ],
)  # fmt: skip
def test_a_review_tells_who_came_and_who_went(
    edit: tuple[str, str, str], line: str | None, asked: dict[str, str], tmp_path: Path
) -> None:
    """In one line with all of both sides; whoever gains or loses is asked, for a team its lead."""
    changed = with_edit(*edit, FILES)
    review = reviewed(tmp_path, FILES, changed, config=BOTH)
    say = teller(review)
    lines = [str(say.tell(one, file.file).line) for file in review.plans for one in file.changes]
    assert lines == ([line.replace("*", "")] if line else [])
    first = {one.handle: str(tell_reason(say, one.reasons[0])) for one in review.reviewers}
    assert asked.items() <= first.items()


def _in(folder: Path, *args: str) -> Iterator[str]:
    result = CliRunner(env={"COLUMNS": "200"}).invoke(
        main, [*args, "--config-file", str(folder / "mkdocs.yml")]
    )
    assert result.exit_code == 0, result.output
    yield from result.stdout.splitlines()


@pytest.mark.parametrize(
    ("old", "new", "kind", "changes"),
    [
        ("ben", "benno", "person", {"people.yml", "hire.md"}),
        ("recruiting", "hiring", "team", {"hire.md", "ask.md", "recruiting.md", "people.yml"}),
    ],
)
def test_another_name_changes_that_alone(
    old: str, new: str, kind: str, changes: set[str], tmp_path: Path
) -> None:
    """Within lists as well, and every other byte stays; what is a team's name is changed as one."""
    folder = write_site(tmp_path, FILES, config=BOTH)
    before = {one.name: one.read_text() for one in (folder / "plans").iterdir()}
    list(_in(folder, "rename", old, new, "--type", kind, "--yes"))
    after = {one.name: one.read_text() for one in (folder / "plans").iterdir()}
    gone = f"{old}.md"
    for name, content in before.items():
        moved = f"{new}.md" if name == gone else name
        wanted = content.replace(f"dri: {old}\n", f"dri: {new}\n")
        for sign in ("[ada, {}]", "[{}, recruiting]", "[ben, {}]", "team: {},", "{}: {{name"):
            wanted = wanted.replace(sign.format(old), sign.format(new))
        assert after[moved] == wanted
    assert {name for name in before if after.get(name) != before[name]} == changes


def test_an_update_leaves_the_list_as_it_is(tmp_path: Path) -> None:
    """A check-in adds its lines and touches nothing else."""
    folder = write_site(tmp_path, FILES, config=BOTH)
    list(_in(folder, "update", "hire", "--health", "on-track", "--yes"))
    after = (folder / "plans" / "hire.md").read_text()
    added = "updates:\n  - date: 2026-11-23\n    health: on-track\n"
    assert after.replace(added, "") == text(HIRE)


@pytest.mark.parametrize(
    ("dri", "ours", "joint"),
    [("ada", True, True), (["ada"], True, True), (["ada", "ben"], False, True), ("ada and ben", False, False),
     ([], False, False), (None, True, True)],
)  # fmt: skip
def test_an_editor_allows_what_the_site_does(dri: object, *, ours: bool, joint: bool) -> None:
    """Several only where the setting says so, on plans, goals and actions alike."""
    tactic = {"type": "tactic", "dri": dri, "goals": [{"title": "A", "dri": dri}]}
    tactic["actions"] = [{"do": "This", "dri": dri}]
    assert Draft202012Validator(plan_file_schema()).is_valid(tactic) is ours
    allowed = Allowed(joint_dris=True)
    for schema in (plan_file_schema(allowed), type_schema("tactic", allowed)):
        assert Draft202012Validator(schema).is_valid(tactic) is joint


@pytest.mark.parametrize("one", [("ada",), ("ada", "ben")])
def test_what_is_read_is_written_the_same_way(one: tuple[str, ...]) -> None:
    """One as a text, several as a list."""
    strategy = Strategy(type="strategy", id="hire", title="Hire", dri=one)
    written = strategy.front_matter()["dri"]
    assert written == ("ada" if len(one) == 1 else ["ada", "ben"])
    again = Tactic.model_validate(
        {"type": "tactic", "id": "a", "title": "A", "dri": written}, context={"joint_dris": True}
    )
    assert again.dri == one
