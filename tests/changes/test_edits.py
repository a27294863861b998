"""Each edit of a plan gives its one line and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.changes import State, compare
from mkdocs_plans.model import TYPES, Action, Entity, Goal, Person, Resource, Update, ValueStatement
from mkdocs_plans.model.shown import shown_fields
from mkdocs_plans.rules import check
from tests.changes.small_plan import PLAN, reviewed, state, told, with_edit
from tests.small_site import CONFIG, read_site, write_site

Edit = tuple[str, str, str, str, str]

EDITS: list[Edit] = [
    # every plan file
    ("hire.md", "title: Hire people who stay", "title: Hire people who grow", "renamed",
     "hire: Title: “Hire people who stay” → “Hire people who grow”"),
    ("hire.md", 'number: "1"', 'number: "1-A"', "detail",
     "hire: Number: 1 → 1-A"),
    ("hire.md", "Choose with care.", "Choose twice.", "detail",
     "hire: Summary: “Choose with care.” → “Choose twice.”"),
    ("hire.md", "theme: people", "audience: internal\ntheme: people", "detail",
     "hire: Audience: internal, new"),
    ("hire.md", "theme: people", "ignore: {overdue: We know.}\ntheme: people", "detail",
     "hire: Ignored rules: overdue, new"),
    # statements
    ("mission.md", "small makers", "makers", "statement",
     "mission: Statement: “We help small makers.” → “We help makers.”"),
    ("vision.md", "Every maker is", "All makers are", "statement",
     "vision: Statement: “Every maker is found.” → “All makers are found.”"),
    ("people.md", "We hire with care.", "We hire.", "statement",
     "people: Statement: “We hire with care.” → “We hire.”"),
    ("people.md", "statement: We", "icon: material/school\nstatement: We", "detail",
     "people: Icon: material/school, new"),
    ("people.md", "statement: We", "color: teal\nstatement: We", "detail",
     "people: Color: teal, new"),
    ("values.md", "We look twice.", "We look.", "statement",
     "values: Values “Care”, statement: “We look twice.” → “We look.”"),
    ("values.md", "  - {", "  - Candour\n  - {", "statement",
     "values: Values: “Candour”, new"),
    ("values.md", "name: Care", "name: Great care", "statement",
     "values: Values “Great care”, name: Care → Great care"),
    # strategies and tactics
    ("ask.md", "status: active", "status: done", "status",
     "ask: Status: Active → Done"),
    ("ask.md", "end: 2026-06-30", "end: 2026-09-30", "rescheduled",
     "ask: End: 30 Jun 2026 → 30 Sep 2026, 92 days later; first promised for 31 Mar 2026"),
    ("ask.md", "end: 2026-06-30", "end: 2026-06-29", "rescheduled",
     "ask: End: 30 Jun 2026 → 29 Jun 2026, 1 day earlier; first promised for 31 Mar 2026"),
    ("ask.md", "end: 2026-06-30\n", "", "rescheduled",
     "ask: End: 30 Jun 2026, taken out"),
    ("ask.md", "originally: 2026-03-31", "originally: 2026-02-28", "rescheduled",
     "ask: First promised for: 31 Mar 2026 → 28 Feb 2026, 31 days earlier"),
    ("train.md", "end: 2026-12-31", "end: 2027-01-31\noriginally: 2026-12-31", "rescheduled",
     "train: End: 31 Dec 2026 → 31 Jan 2027, 31 days later; first promised for 31 Dec 2026"),
    ("ask.md", "start: 2026-01-15", "start: 2026-02", "rescheduled",
     "ask: Start: 15 Jan 2026 → Feb 2026, 17 days later"),
    ("ask.md", "dri: recruiting-lead", "dri: vp-people", "reassigned",
     "ask: DRI: Recruiting Lead → VP People"),
    ("ask.md", "dri: recruiting-lead\n", "", "reassigned",
     "ask: DRI: Recruiting Lead → nobody named"),
    ("ask.md", "contributors: [people-partner]\nteam", "contributors: [vp-people]\nteam", "reassigned",
     "ask: Contributors: People Partner, taken out; VP People, new"),
    ("ask.md", "team: recruiting", "team: sales", "reassigned",
     "ask: Team: “Recruiting” → “Sales”"),
    ("hire.md", "review: quarterly", "review: monthly", "detail",
     "hire: Reviewed: every quarter → every month"),
    ("hire.md", "theme: people", "theme: customers", "relinked",
     "hire: Theme: “People” → “Customers”"),
    ("hire.md", "parent: grow\n", "", "relinked",
     "hire: Follows from: “Grow the field team”, taken out"),
    ("train.md", "strategy: hire", "strategy: grow", "relinked",
     "train: Serves: “Hire people who stay” → “Grow the field team”"),
    ("ask.md", "advances: [retention, scorecard]", "advances: [scorecard, answers]", "relinked",
     "ask: Advances: “Keep more of the people we hire”, taken out; “Answer every letter”, new"),
    ("ask.md", "depends_on: [train]", "depends_on: [train, find]", "relinked",
     "ask: Depends on: “Find people at fairs”, new"),
    ("ask.md", "depends_on: [train]\n", "", "relinked",
     "ask: Depends on: “Train the recruiters”, taken out"),
    ("ask.md", "Every panel scores the same.", "Panels agree.", "statement",
     "ask: Outcome: “Every panel scores the same.” → “Panels agree.”"),
    # goals
    ("hire.md", "target: 80", "target: 85", "retargeted",
     "hire: Goal “Keep more of the people we hire”, target: 80% → 85%, higher"),
    ("hire.md", "baseline: 62", "baseline: 60.5", "retargeted",
     "hire: Goal “Keep more of the people we hire”, baseline: 62% → 60.5%, lower"),
    ("hire.md", "unit: days", "unit: weeks", "retargeted",
     "hire: Goal “Answer every letter”, unit: days → weeks"),
    ("hire.md", "keep: at most", "keep: at least", "retargeted",
     "hire: Goal “Pick up the phone”, keep: at most → at least"),
    ("hire.md", "measure: First-year retention", "measure: Retention after a year", "retargeted",
     "hire: Goal “Keep more of the people we hire”, measure: “First-year retention” → “Retention after a "
     "year”"),
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-06-30: 68, 2026-09-30: 75}", "retargeted",
     "hire: Goal “Keep more of the people we hire”, on the way: 30 Jun 2026: 66% → 30 Jun 2026: 68%, 30 "
     "Sep 2026: 75%"),
    ("hire.md", "    targets: {2026-06-30: 66}\n    due: 2026-12-31",
     "    targets: {2026-06-30: 66}\n    due: 2027", "rescheduled",
     "hire: Goal “Keep more of the people we hire”, due: 31 Dec 2026 → 2027, 365 days later"),
    ("hire.md", "due: 2026-Q2", "due: 2026-Q2\n    originally: 2026-Q1", "rescheduled",
     "hire: Goal “One scorecard everywhere”, first promised for: Q1 2026, new"),
    ("hire.md", "    dri: people-partner", "    dri: vp-people", "reassigned",
     "hire: Goal “Keep more of the people we hire”, DRI: People Partner → VP People"),
    ("hire.md", "    dri: people-partner\n", "", "reassigned",
     "hire: Goal “Keep more of the people we hire”, DRI: People Partner → the plan’s own"),
    ("hire.md", "    contributors: [vp-sales]\n", "", "reassigned",
     "hire: Goal “Keep more of the people we hire”, contributors: Ada Reed, taken out"),
    ("hire.md", "  - id: answers", "  - number: B\n    id: answers", "detail",
     "hire: Goal “Answer every letter”, number: B, new"),
    ("hire.md", "title: Answer every letter", "title: Answer each letter", "renamed",
     "hire: Goal “Answer each letter”, title: “Answer every letter” → “Answer each letter”"),
    ("hire.md", "  - id: scorecard", "  - id: one-scorecard", "renamed",
     "hire: Goal “One scorecard everywhere”, id: scorecard → one-scorecard"),
    ("hire.md", "    met: 2026-06-12\n", "", "retargeted",
     "hire: Goal “One scorecard everywhere”, met: 12 Jun 2026, taken out"),
    ("hire.md", "met: 2026-06-12", "met: 2026-06-14", "retargeted",
     "hire: Goal “One scorecard everywhere”, met: 12 Jun 2026 → 14 Jun 2026"),
    ("hire.md", "met: 2026-06-12", "dropped: 2026-06-12\n    met: 2026-06-12", "retargeted",
     "hire: Goal “One scorecard everywhere”, dropped: 12 Jun 2026, new"),
    ("hire.md", "met: 2026-06-12", "met: yes", "retargeted",
     "hire: Goal “One scorecard everywhere”, met: 12 Jun 2026 → on a day that nobody wrote down"),
    ("hire.md", "met: 2026-06-12", "met: 2026-06-12\n    note: All *five*.", "detail",
     "hire: Goal “One scorecard everywhere”, note: “All *five*.”, new"),
    ("hire.md", "met: 2026-06-12", "met: 2026-06-12\n    url: cards.md", "detail",
     "hire: Goal “One scorecard everywhere”, link: cards.md, new"),
    ("hire.md", "target: 80", "target: every other one", "retargeted",
     "hire: Goal “Keep more of the people we hire”, target: 80% → “every other one”"),
    ("hire.md", "updates:",
     "  - {title: Ring back, unit: days, baseline: 4, target: 1, due: 2026-12-31}\nupdates:", "retargeted",
     "hire: Goal: “Ring back”, new (baseline 4 days, target 1 days, due 31 Dec 2026)"),
    ("hire.md",
     "  - id: scorecard\n    title: One scorecard everywhere\n    due: 2026-Q2\n    met: 2026-06-12\n",
     "", "retargeted",
     "hire: Goal: “One scorecard everywhere”, taken out (due Q2 2026)"),
    ("hire.md", "    due: 2026-Q2\n", "    due: 2026-Q2\n    when: before the autumn\n", "rescheduled",
     "hire: Goal “One scorecard everywhere”, when: “before the autumn”, new"),
    ("ask.md", "end: 2026-06-30\n", "end: 2026-06-30\nwhen: or once nobody asks\n", "rescheduled",
     "ask: When: “or once nobody asks”, new"),
    # actions
    ("ask.md", "  - do: Publish",
     "  - {do: Read aloud, dri: vp-people, due: 2026-03-01}\n  - do: Publish", "action-added",
     "ask: Action: “Read aloud”, new (DRI VP People, due 1 Mar 2026)"),
    ("ask.md", "  - do: Look back over the summer\n    when: after the policy is issued\n",
     "", "action-removed",
     "ask: Action: “Look back over the summer”, taken out (when “after the policy is issued”)"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    done: 2026-05-20\n", "action-done",
     "ask: Action “Publish the interview guide”, done: 20 May 2026, new"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    dropped: 2026-05-20\n", "action-dropped",
     "ask: Action “Publish the interview guide”, dropped: 20 May 2026, new"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    start: 2026-05-01\n", "rescheduled",
     "ask: Action “Publish the interview guide”, start: 1 May 2026, new"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    url: https://example.org\n", "detail",
     "ask: Action “Publish the interview guide”, link: https://example.org, new"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    note: In print.\n", "detail",
     "ask: Action “Publish the interview guide”, note: “In print.”, new"),
    ("ask.md", "    done: 2026-01-29\n", "", "action-reopened",
     "ask: Action “Agree the five qualities”, done: 29 Jan 2026, open again"),
    ("ask.md", "done: 2026-01-29", "dropped: 2026-01-30", "action-dropped",
     "ask: Action “Agree the five qualities”, dropped: done 29 Jan 2026 → 30 Jan 2026"),
    ("ask.md", "do: Publish the interview guide", "do: Print the interview guide", "action-reworded",
     "ask: Action “Print the interview guide”, what is to do: “Publish the interview guide” → “Print the "
     "interview guide”"),
    ("ask.md", "  - do: Publish", "  - id: publish\n    do: Publish", "renamed",
     "ask: Action “Publish the interview guide”, id: publish-the-interview-guide → publish"),
    ("ask.md", "due: 2026-05-29", "due: 2026-06-05\n    originally: 2026-05-29", "rescheduled",
     "ask: Action “Publish the interview guide”, due: 29 May 2026 → 5 Jun 2026, 7 days later; first "
     "promised for 29 May 2026"),
    ("ask.md", "    due: 2026-05-29\n", "    due: 2026-05-29\n    originally: 2026-05-01\n", "rescheduled",
     "ask: Action “Publish the interview guide”, first promised for: 1 May 2026, new"),
    ("ask.md", "after the policy is issued", "after the summer", "rescheduled",
     "ask: Action “Look back over the summer”, when: “after the policy is issued” → “after the summer”"),
    ("ask.md", "    dri: vp-sales", "    dri: vp-people", "reassigned",
     "ask: Action “Agree the five qualities”, DRI: Ada Reed → VP People"),
    ("ask.md", "    contributors: [people-partner]\n    due",
     "    contributors: [people-partner, vp-people]\n    due", "reassigned",
     "ask: Action “Agree the five qualities”, contributors: VP People, new"),
    ("ask.md", "It is on the shelf.", "It is read.", "detail",
     "ask: Action “Publish the interview guide”, measure: “It is on the shelf.” → “It is read.”"),
    ("ask.md", 'number: "2"', 'number: "2a"', "detail",
     "ask: Action “Publish the interview guide”, number: 2 → 2a"),
    # resources
    ("ask.md", "  - Interview guide\n",
     "  - Interview guide\n  - {name: A room, cost: 50 EUR}\n", "resource-added",
     "ask: Resource: “A room”, new (cost €50)"),
    ("ask.md", "  - Interview guide\n", "", "resource-removed",
     "ask: Resource: “Interview guide”, taken out"),
    ("ask.md", "cost: 4800 USD", "cost: 5200.50 USD", "resource-changed",
     "ask: Resource “Scoring tool”, cost: $4,800 → $5,200.50, $400.50 more"),
    ("ask.md", "url: https://example.org", "url: https://example.com", "resource-changed",
     "ask: Resource “Scoring tool”, link: https://example.org → https://example.com"),
    ("ask.md", "name: Scoring tool", "name: Scoring app", "resource-changed",
     "ask: Resource “Scoring app”, name: Scoring tool → Scoring app"),
    # updates
    ("hire.md", "updates:\n",
     "updates:\n  - {date: 2026-11-01, health: on-track, readings: {retention: 78}, note: Better.}\n",
     "update-added",
     "hire: Update: 1 Nov 2026, new (On track; First-year retention: 78%; “Better.”)"),
    ("hire.md", "  - date: 2026-06-30\n    readings: {retention: 66}\n", "", "update-removed",
     "hire: Update: 30 Jun 2026, taken out (First-year retention: 66%)"),
    ("hire.md", "date: 2026-09-30", "date: 2026-10-01", "update-edited",
     "hire: Update 1 Oct 2026, day: 30 Sep 2026 → 1 Oct 2026"),
    ("hire.md", "health: at-risk", "health: off-track", "update-edited",
     "hire: Update 30 Sep 2026, health: At risk → Off track"),
    ("hire.md", "Two regions lag.", "One region lags.", "update-edited",
     "hire: Update 30 Sep 2026, note: “Two regions lag.” → “One region lags.”"),
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 74, answers: 4}", "reading",
     "hire: Update 30 Sep 2026, Answer every letter: 4 days, new"),
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 73}", "reading",
     "hire: Update 30 Sep 2026, First-year retention: 74% → 73%, lower"),
    # teams
    ("teams/recruiting.md", "lead: recruiting-lead", "lead: vp-people", "reassigned",
     "recruiting: Lead: Recruiting Lead → VP People"),
    ("teams/recruiting.md", "parent: sales\n", "", "relinked",
     "recruiting: Part of: “Sales”, taken out"),
    # text
    ("hire.md", "One in three leaves within a year.",
     "One in four leaves within a year, and says why.", "prose",
     "hire: Text: “Where we stand”: 5 words added, 2 words removed"),
    ("ask.md", "We begin with ten questions.", "We begin with ten good questions.", "prose",
     "ask: Text: 1 word added"),
    # people
    ("people.yml", "vp-people: {role: VP People, team: recruiting}\n", "", "removed",
     "@vp-people: Taken out (Role: VP People, Team: “Recruiting”)"),
    ("people.yml", "vp-people:", "clerk: {role: Clerk}\nvp-people:", "added",
     "@clerk: New (Role: Clerk)"),
    ("people.yml", "role: VP People, team: recruiting", "role: VP People, team: sales", "reassigned",
     "@vp-people: Team: “Recruiting” → “Sales”"),
    ("people.yml", "role: VP People", "role: VP People, until: 2026-12-31", "status",
     "@vp-people: Leaves: 31 Dec 2026, new"),
    ("people.yml", "role: VP People", "role: Vice President People", "detail",
     "@vp-people: Role: VP People → Vice President People"),
    ("people.yml", "name: Ada Reed", "name: Ada Reid", "detail",
     "@vp-sales: Name: Ada Reed → Ada Reid"),
    ("people.yml", "github: ada", "github: adareed", "detail",
     "@vp-sales: Name on GitHub: ada → adareed"),
    ("people.yml", "gitlab: ada-r", "gitlab: adareed", "detail",
     "@vp-sales: Name on GitLab: ada-r → adareed"),
    ("people.yml", "email: a@b.org", "email: c@d.org", "detail",
     "@vp-sales: E-mail address: another one"),
    ("ask.md", "cost: 4800 USD", "cost: half a post", "resource-changed",
     "ask: Resource “Scoring tool”, cost: $4,800 → half a post"),
    ("hire.md", "parent: grow", "parent: grow\nserves: posts", "relinked",
     "hire: Serves: “Fill all posts”, new"),
]  # fmt: skip
"""File, text, text in its place, kind, line."""


@pytest.mark.parametrize("edit", EDITS, ids=[f"{number}-{edit[3]}" for number, edit in enumerate(EDITS)])
def test_one_edit_gives_one_line(edit: Edit, tmp_path: Path) -> None:
    """Its own, whatever else there is in the plan."""
    path, old, new, kind, line = edit
    assert told(reviewed(tmp_path, PLAN, with_edit(path, old, new))) == [(kind, line)]


def test_every_field_of_the_model_has_an_edit(tmp_path: Path) -> None:
    """So that no edit of a plan can pass for no change."""
    before = state(tmp_path / "before", PLAN)
    seen: set[tuple[str, ...]] = set()
    for number, (path, old, new, *_) in enumerate(EDITS):
        review = compare(before, state(tmp_path / str(number), with_edit(path, old, new)))
        found = [changed.changes for changed in review.plans] + [one.changes for one in review.people]
        for changes in found:
            steps = (change.field.split(".") for change in changes)
            seen |= {(way[0], way[-1]) if len(way) > 1 else (way[0],) for way in steps}
    by_itself = {"type", "id", "path", "body", "extra", "own_status"}  # tested below, or not front matter
    lists = {"goals", "actions", "updates", "resources", "values"}
    plain = (
        {name for kind in TYPES.values() for name in kind.model_fields} - by_itself - lists - {"originally"}
    )
    expected: set[tuple[str, ...]] = {(name,) for name in plain | {"originally"}}
    expected |= {(name,) for name in Person.model_fields if name not in {"handle", "path"}}
    parts: dict[str, type[Entity]] = {
        "goals": Goal,
        "actions": Action,
        "updates": Update,
        "resources": Resource,
        "values": ValueStatement,
    }
    expected |= {
        (where, name) for where, kind in parts.items() for name in kind.model_fields if name != "extra"
    }
    expected -= {("updates", "readings")}
    expected -= {(name,) for kind in TYPES.values() for name, _ in shown_fields(kind)}  # test_shown.py
    expected -= {(where, name) for where, kind in parts.items() for name, _ in shown_fields(kind)}
    assert expected - seen == set()
    assert {("updates", "retention"), ("values",)} <= seen


def test_an_edit_and_its_opposite_are_told_alike(tmp_path: Path) -> None:
    """The way back has as many lines as the way there."""
    before = state(tmp_path / "before", PLAN)
    for number, (path, old, new, *_) in enumerate(EDITS):
        back = told(compare(state(tmp_path / str(number), with_edit(path, old, new)), before))
        assert len(back) == 1, (path, new, back)


def test_twenty_edits_give_their_twenty_lines(tmp_path: Path) -> None:
    """The weightiest of each plan first, none lost among the others."""
    files = dict(PLAN)
    expected = []
    for path, old, new, kind, line in EDITS[3::4]:
        now = files[path]
        assert isinstance(now, str)
        if now.count(old) == 1:
            files[path] = now.replace(old, new)
            expected.append((kind, line))
    assert len(expected) >= 20
    assert sorted(told(reviewed(tmp_path, PLAN, files))) == sorted(expected)


def test_an_organisation_s_own_field_is_told_by_its_name(tmp_path: Path) -> None:
    """It is a fact of the plan as well."""
    config = CONFIG + "      extra_fields: {risk: Risk}\n"
    states = []
    for risk in ("low", "high"):
        files = with_edit("train.md", "outcome:", f"risk: {risk}\noutcome:")
        loaded, site = read_site(write_site(tmp_path / risk, files, config=config))
        states.append(State(loaded, check(loaded, site)))
    assert told(compare(*states)) == [("detail", "train: Risk: “low” → “high”")]


OWN_FIELDS = """
      extra_fields:
        approvers: Approvers
        budget: {label: Budget, type: table}
        cost: {label: Cost in all, type: number}
        begun: {label: Begun, type: date}
        sponsor: {label: Sponsor, type: person}
        risk: {label: Risk, type: choice, choices: [Low, High]}
        paper: {label: Paper, type: link}
"""


GONE = "y: 1, s: 2, taken out"


@pytest.mark.parametrize(
    ("before", "now", "line"),
    [
        (
            "approvers: [A, Audit]",
            "approvers: [Council, A]",
            "Approvers: Audit, taken out; Council, new",
        ),
        ("approvers: Board", "approvers: [Board, Audit]", "Approvers: Audit, new"),
        ("budget: {2026: 1, 2027: 2}", "budget: {2026: 1, 2027: 3}", "Budget: 2027: 2 → 3"),
        ("budget: {2026: 1}", "budget: {2026: 1, 2027: 3}", "Budget: 2027: 3, new"),
        ("budget: [{y: 1, s: 2}]", "budget: [{y: 1, s: 3}]", "Budget: 1, s: 2 → 3"),
        ("budget: [{y: 1, s: 2}]", "budget: [{y: 1, t: 2}]", f"Budget: {GONE}; y: 1, t: 2, new"),
        ("budget: [{y: 1, s: 2}]", "budget: [{y: 2, s: 2}]", f"Budget: {GONE}; y: 2, s: 2, new"),
        ("sponsor: vp-sales", "sponsor: trainer", "Sponsor: Ada Reed → trainer"),
        ("summary:", "sponsor: vp-sales", "Sponsor: Ada Reed, new"),
        ("risk: Low", "risk: High", "Risk: Low → High"),
        ("paper: https://a.org", "paper: https://b.org", "Paper: https://a.org → https://b.org"),
        ("cost: 12000", "cost: 13000", "Cost in all: 12,000 → 13,000"),
        ("begun: 2026-03", "begun: 2026-04-01", "Begun: Mar 2026 → 1 Apr 2026"),
        ("cost: 12000", "summary:", "Cost in all: 12,000, taken out"),
    ],
)
def test_what_changed_in_an_own_field_is_told_by_its_type(
    tmp_path: Path, before: str, now: str, line: str
) -> None:
    """By its label, and of a list or a table only what came and went."""
    states = []
    for name, written in (("before", before), ("now", now)):
        files = with_edit("train.md", "outcome:", f"{written}\noutcome:")
        loaded, site = read_site(write_site(tmp_path / name, files, config=CONFIG + OWN_FIELDS.strip("\n")))
        states.append(State(loaded, check(loaded, site)))
    assert told(compare(*states)) == [("detail", f"train: {line}")]
