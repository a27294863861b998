"""What each edit of a plan amounts to, and what it is not taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.changes import State, compare
from mkdocs_plans.settings import Verdict
from tests.changes.small_plan import FIND, PLAN, Files, state, with_edit

PAST, LOWERED, RAISED, COST, RESPONSIBILITY, RECORD, WORDING = Verdict

UNSURE = "unsure"
"""A promise that may be lowered: nobody can compare what there was with what there is."""

OVER = "---\ntype: tactic\ntitle: Over\nstrategy: hire\nstatus: done\ndri: vp-people\nend: 2026-03-31\n---\n"

IDEA = (
    "---\ntype: tactic\ntitle: Idea\nstrategy: hire\nstatus: draft\nend: 2026-12-31\n"
    "goals:\n  - {id: more, title: More, baseline: 1, target: 10}\n---\n"
)

BASE: Files = {
    **PLAN,
    "pause.md": (
        "---\ntype: tactic\ntitle: Pause\nstrategy: hire\nstatus: paused\ndri: vp-people\nend: 2026-12-31\n"
        "goals:\n"
        "  - {id: cash, title: Raise cash, unit: EUR, baseline: 100, target: 500,\n"
        "     originally: 2026-06, due: 2026-12}\n"
        "  - {id: friends, title: Make friends, target: every second neighbour, due: 2026-12}\n"
        "  - {id: quiet, title: Keep quiet, unit: dB, target: 40, keep: at most, dropped: 2026-10-01}\n"
        "  - {id: fairs, title: Visit fairs, unit: fairs, target: 15}\n"
        "actions:\n"
        "  - {do: Ring home, due: 2026-09-01, originally: 2026-08-01, dropped: 2026-09-02}\n"
        "  - {do: Write home, due: 2026-09-01, done: yes}\n"
        "resources:\n"
        "  - {name: Stamps, cost: 1200 EUR}\n"
        "  - {name: Paper, cost: half a day}\n"
        "---\n"
    ),
    "over.md": OVER,
    "idea.md": IDEA,
    "readings.csv": "plan,goal,date,value,note\nhire,retention,2026-03-31,64,HR\n",
}  # fmt: skip
"""The plan before each edit: the small one, and what it hasn't."""

GOAL = "    due: 2026-12-31\n  - id: answers"
"""After the goal `retention`."""

ACTION = "    due: 2026-05-29\n"

EDITS: list[tuple[str, str, str, str]] = [
    # the past
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 73}", PAST),
    ("hire.md", "readings: {retention: 74}\n    ", "", PAST),
    ("readings.csv", "64", "65", PAST),
    ("readings.csv", "HR", "IT", PAST),
    ("readings.csv", "hire,retention,2026-03-31,64,HR\n", "", PAST),
    ("readings.csv", "HR\n", "HR\nhire,answers,2026-03-31,8,\n", RECORD),
    ("hire.md", "Two regions lag.", "Two region lag.", PAST),
    ("hire.md", "health: at-risk", "health: on-track", PAST),
    ("hire.md", "date: 2026-09-30", "date: 2026-10-30", PAST),
    ("hire.md", "  - date: 2026-06-30\n    readings: {retention: 66}\n", "", PAST),
    ("hire.md", "met: 2026-06-12", "met: 2026-05-12", PAST),
    ("hire.md", "    met: 2026-06-12\n", "", PAST),
    ("hire.md", "met: 2026-06-12", "met: yes", PAST),
    ("hire.md", "baseline: 62", "baseline: 50", PAST),
    ("hire.md", "    baseline: 62\n", "", PAST),
    ("ask.md", "originally: 2026-03-31\n", "", PAST),
    ("ask.md", "originally: 2026-03-31", "originally: 2026-06-30", PAST),
    ("ask.md", "done: 2026-01-29", "done: 2026-01-31", PAST),
    ("ask.md", "    done: 2026-01-29\n", "", PAST),
    ("ask.md", "done: 2026-01-29", "dropped: 2026-01-31", PAST),
    ("ask.md", ACTION, "    due: 2026-09-29\n    originally: 2026-08-31\n", PAST),  # it was May
    ("pause.md", "dropped: 2026-10-01", "dropped: 2026-11-01", PAST),
    ("pause.md", "done: yes", "due: 2026-09-02", PAST),
    ("over.md", "status: done", "status: active", PAST),
    ("over.md", OVER, "", PAST),
    # less is promised
    ("hire.md", "target: 80", "target: 75", LOWERED),
    ("hire.md", "target: 80", "target: 60", LOWERED),  # on the other side of the baseline
    ("hire.md", "target: 5\n", "target: 7\n", LOWERED),  # fewer days are better
    ("hire.md", "    target: 4\n", "    target: 6\n", LOWERED),  # to keep at most so many
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-06-30: 64}", LOWERED),
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-09-30: 66}", LOWERED),
    ("hire.md", GOAL, "    due: 2027-03-31\n  - id: answers", LOWERED),
    ("hire.md", GOAL, "    due: 2027-03-31\n    originally: 2026-12-31\n  - id: answers", LOWERED),
    ("hire.md", GOAL, "    when: in time\n  - id: answers", LOWERED),
    ("hire.md", "  - id: calls\n    title: Pick up the phone\n    unit: rings\n    target: 4\n"
     "    keep: at most\n", "", LOWERED),
    ("hire.md", "    keep: at most\n", "    keep: at most\n    dropped: 2026-11-01\n", LOWERED),
    ("hire.md", "status: active", "status: dropped", LOWERED),
    ("hire.md", "status: active", "status: paused", LOWERED),
    ("hire.md", "status: active", "status: done", LOWERED),  # 74 % of 80 were kept
    ("hire.md", "review: quarterly", "review: yearly", LOWERED),
    ("hire.md", "    targets: {2026-06-30: 66}\n", "    targets: {2026-06-30: 66}\n    met: 2026-11-01\n",
     LOWERED),
    ("hire.md", "end: 2026\n", "end: 2027-Q1\n", LOWERED),
    ("ask.md", "end: 2026-06-30", "when: ongoing", LOWERED),
    ("ask.md", ACTION, "    due: 2026-06\n", LOWERED),
    ("ask.md", ACTION, "    when: soon\n", LOWERED),
    ("ask.md", ACTION, "    due: 2026-05-29\n    dropped: 2026-05-20\n", LOWERED),
    ("ask.md", "  - do: Look back over the summer\n    when: after the policy is issued\n", "", LOWERED),
    ("ask.md", "advances: [retention, scorecard]", "advances: [scorecard]", LOWERED),
    ("find.md", FIND, "", LOWERED),
    ("pause.md", "target: 500", "target: 400", LOWERED),
    # it can't be told whether less is promised
    ("hire.md", "unit: days", "unit: weeks", UNSURE),
    ("hire.md", "keep: at most", "keep: at least", UNSURE),
    ("hire.md", "target: 80", "target: most of them", UNSURE),
    ("hire.md", "measure: First-year retention", "measure: Retention after a month", UNSURE),
    ("ask.md", "after the policy is issued", "after the summer", UNSURE),
    ("pause.md", "target: every second neighbour", "target: some neighbours", UNSURE),
    ("pause.md", "target: 15", "target: 12", UNSURE),  # nobody says from where it begins
    ("pause.md", "unit: EUR", "unit: USD", UNSURE),
    ("find.md", "do: Visit ten fairs", "do: Visit 10 fairs, or 5", WORDING),  # no number was there
    ("mission.md", "small makers", "10 small makers", WORDING),
    # more is promised
    ("hire.md", "target: 80", "target: 85", RAISED),
    ("hire.md", GOAL, "    due: 2026-11-30\n  - id: answers", RAISED),
    ("hire.md", "updates:", "  - {title: Ring back, due: 2026-12-31}\nupdates:", RAISED),
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-06-30: 66, 2026-09-30: 75}", RAISED),
    ("ask.md", "  - do: Publish", "  - {do: Read aloud, due: 2026-03-01}\n  - do: Publish", RAISED),
    ("pause.md", "status: paused", "status: active", RAISED),
    ("pause.md", ", dropped: 2026-10-01", "", RAISED),
    ("idea.md", "status: draft", "status: active", RAISED),
    # what it costs
    ("ask.md", "cost: 4800 USD", "cost: 48000 USD", COST),
    ("ask.md", "cost: 4800 USD", "cost: 4800 EUR", COST),
    ("ask.md", "cost: 4800 USD", "cost: half a post", COST),
    ("pause.md", "  - {name: Stamps, cost: 1200 EUR}\n", "", COST),
    # who answers
    ("hire.md", "dri: vp-sales", "dri: vp-people", RESPONSIBILITY),
    ("hire.md", "    dri: people-partner\n", "", RESPONSIBILITY),
    ("ask.md", "    dri: vp-sales", "    dri: vp-people", RESPONSIBILITY),
    ("ask.md", "team: recruiting", "team: sales", RESPONSIBILITY),
    ("ask.md", "depends_on: [train]\n", "", RESPONSIBILITY),
    ("teams/sales.md", "lead: vp-sales", "lead: vp-people", RESPONSIBILITY),
]  # fmt: skip
"""File, text, text in its place, verdict."""

HARMLESS: list[tuple[str, str, str]] = [
    ("hire.md", "title: Hire people who stay", "title: Hire people who remain"),
    ("hire.md", "Choose with care.", "Choose twice."),
    ("hire.md", 'number: "1"', 'number: "1-A"'),
    ("hire.md", "theme: people", "theme: customers"),
    ("hire.md", "updates:\n",
     "updates:\n  - {date: 2026-11-01, health: off-track, readings: {retention: 70}}\n"),
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 74, answers: 4}"),
    ("hire.md", "title: Answer every letter", "title: Answer each letter"),
    ("hire.md", "  - id: scorecard", "  - id: one-scorecard"),
    ("hire.md", "One in three leaves within a year.", "Many leave within a year."),
    ("hire.md", "target: 80", "target: 80.0"),
    ("hire.md", GOAL, "  - id: answers"),  # due with its plan, as before
    ("hire.md", "baseline: 9\n    due: 2026-12-31", "baseline: 9\n    due: 2026-12"),
    ("hire.md", "unit: percent", 'unit: "%"'),
    ("hire.md", "unit: rings", "unit: Ring"),
    ("hire.md", "measure: First-year retention", "measure: First year retention"),
    ("ask.md", ACTION, "    due: 2026-05-29\n    done: 2026-05-20\n"),
    ("ask.md", ACTION, "    due: 2026-05-29\n    originally: 2026-05-01\n"),
    ("ask.md", "do: Publish the interview guide", "do: Print the interview guide"),
    ("ask.md", "url: https://example.org", "url: https://example.com"),
    ("ask.md", "  - Interview guide\n", "  - Interview guide\n  - A quiet room\n"),
    ("pause.md", "done: yes", "done: 2026-08-31"),
    ("over.md", "end: 2026-03-31", "end: 2026-03"),
    ("idea.md", "target: 10", "target: 2"),
    ("idea.md", IDEA, ""),
    ("values.md", "We look twice.", "We look."),
    ("people.yml", "name: Ada Reed", "name: Ada Reid"),
    ("people.yml", "role: VP People", "role: VP People, until: 2026-12-31"),
]  # fmt: skip
"""What nobody needs to look at twice: file, text, text in its place."""


def edited(path: str, old: str, new: str) -> Files:
    """The plan after an edit; a file that loses its whole text is taken out."""
    files = with_edit(path, old, new, BASE)
    return files if files[path] else {name: text for name, text in files.items() if name != path}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The plan before each edit, loaded once."""
    return state(tmp_path_factory.mktemp("before"), BASE)


def worst(before: State, folder: Path, files: Files) -> str:
    """The worst that a change amounts to."""
    review = compare(before, state(folder, files))
    found = min(review.changes, key=lambda one: one.rank, default=None)
    if found is None:
        return WORDING
    return UNSURE if found.is_unsure else found.verdict


@pytest.mark.parametrize("edit", EDITS, ids=[f"{one[3]}-{number}" for number, one in enumerate(EDITS)])
def test_each_edit_gets_its_verdict(edit: tuple[str, str, str, str], before: State, tmp_path: Path) -> None:
    """Whatever direction a number has, and whatever stands where a number could."""
    assert worst(before, tmp_path, edited(*edit[:3])) == edit[3]


@pytest.mark.parametrize("edit", HARMLESS, ids=range(len(HARMLESS)))
def test_what_changes_no_promise_is_news_or_wording(
    edit: tuple[str, str, str], before: State, tmp_path: Path
) -> None:
    """A plan that is put another way, goes on, or is only an idea."""
    assert worst(before, tmp_path, edited(*edit)) in {RECORD, WORDING}
