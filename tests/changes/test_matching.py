"""What is the same plan under another name, in another folder, in another layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.changes.prose import changed_words
from tests.changes.small_plan import ASK, HIRE, PLAN, TRAIN, Files, reviewed, told, with_edit


def moved(old: str, new: str, files: Files = PLAN) -> Files:
    """The plan with a file in another place."""
    return {new if path == old else path: content for path, content in files.items()}


RELAID = (
    ASK.replace("contributors: [people-partner]\nteam", "contributors:\n  - people-partner\nteam")
    .replace("title: Ask everyone the same questions", "title: >-\n  Ask everyone\n  the same questions")
    .replace("start: 2026-01-15\nend: 2026-06-30", "end: '2026-06-30'  # the last day\nstart: 2026-01-15")
    .replace("cost: 4800 USD", "cost: '$4,800'")
    .replace("We begin with ten questions.", "We begin\nwith *ten*   questions.")
)


@pytest.mark.parametrize(
    "now",
    [
        PLAN,
        moved("ask.md", "tactics/people/ask.md"),
        {**PLAN, "ask.md": RELAID},
        {path: text.replace("\n", "\r\n") for path, text in PLAN.items() if isinstance(text, str)},
        dict(reversed(PLAN.items())),
        with_edit("hire.md", "baseline: 62", "baseline: 62.0"),
        with_edit("grow.md", "end: 2026\n", "end: 2026-12-31\n"),
        with_edit("hire.md", "Where we stand\n\nOne", "Where we stand ##\n\n\nOne"),
        {**PLAN, "page.md": "# A page of the site\n"},
    ],
    ids=["same", "moved", "laid out", "CRLF", "order", "number", "date", "heading", "other page"],
)
def test_what_means_the_same_is_no_change(now: Files, tmp_path: Path) -> None:
    """Nothing is told, and nobody is asked to look."""
    review = reviewed(tmp_path, PLAN, now)
    assert review.is_empty, told(review)
    assert review.consequences == ()
    assert review.reviewers == ()


def test_a_plan_under_another_id_is_renamed(tmp_path: Path) -> None:
    """And what refers to it by the new id has not moved."""
    now = moved("hire.md", "employ.md")
    for path in ("ask.md", "train.md"):
        now = with_edit(path, "strategy: hire", "strategy: employ", now)
    assert told(reviewed(tmp_path, PLAN, now)) == [("renamed", "employ: Id: hire → employ")]


def test_a_plan_under_another_id_and_title_is_renamed(tmp_path: Path) -> None:
    """Both are told, and nothing else."""
    now = with_edit("find.md", "title: Find people at fairs", "title: Meet people at fairs")
    assert told(reviewed(tmp_path, PLAN, moved("find.md", "meet.md", now))) == [
        ("renamed", "meet: Title: “Find people at fairs” → “Meet people at fairs”"),
        ("renamed", "meet: Id: find → meet"),
    ]


def test_a_renamed_plan_that_was_edited_is_the_same_plan(tmp_path: Path) -> None:
    """Known by what it says: each edit has its line."""
    now = with_edit("find.md", "end: 2026-11-30", "end: 2026-12-10")
    now = with_edit("find.md", "Visit ten fairs", "Visit fifteen fairs", now)
    assert told(reviewed(tmp_path, PLAN, moved("find.md", "fairs.md", now))) == [
        ("rescheduled", "fairs: End: 30 Nov 2026 → 10 Dec 2026, 10 days later"),
        (
            "action-reworded",
            "fairs: Action “Visit fifteen fairs”, what is to do: “Visit ten fairs” → “Visit fifteen fairs”",
        ),
        ("renamed", "fairs: Id: find → fairs"),
    ]


def test_plans_that_exchange_their_ids_are_told_by_their_ids(tmp_path: Path) -> None:
    """An id is what others refer to, so it says which plan it is."""
    now = {**PLAN, "ask.md": TRAIN, "train.md": ASK.replace("depends_on: [train]", "depends_on: [ask]")}
    lines = told(reviewed(tmp_path, PLAN, now))
    titles = sorted(line for _, line in lines if "Title" in line)
    assert titles == [
        "ask: Title: “Ask everyone the same questions” → “Train the recruiters”",
        "train: Title: “Train the recruiters” → “Ask everyone the same questions”",
    ]


def test_a_plan_with_other_words_is_another_plan(tmp_path: Path) -> None:
    """What has nothing in common was taken out, and something else is new."""
    other = "---\ntype: tactic\ntitle: Zero-based budgets\nstrategy: grow\n---\nXylophones, quickly!\n"
    now = {path: content for path, content in PLAN.items() if path != "find.md"} | {"zero.md": other}
    assert told(reviewed(tmp_path, PLAN, now)) == [
        ("removed", "find: Taken out (Serves: “Grow the field team”, DRI: People Partner, "
                    "Status: Active, Start: 1 Mar 2026, End: 30 Nov 2026, 1 action)"),
        ("added", "zero: New (Serves: “Grow the field team”, Status: Active)"),
    ]  # fmt: skip


SECOND_HALF = "  - do: Look back over the summer\n    when: after the policy is issued\n"


def test_a_plan_that_is_split_in_two_keeps_the_half_that_has_its_id(tmp_path: Path) -> None:
    """The other half is new, and what went there left the first."""
    look = (
        "---\ntype: tactic\ntitle: Look back\nstrategy: hire\ndri: vp-people\nactions:\n"
        + SECOND_HALF
        + "---\n"
    )
    now = {**with_edit("ask.md", SECOND_HALF, ""), "look.md": look}
    assert told(reviewed(tmp_path, PLAN, now)) == [
        ("action-removed",
         "ask: Action: “Look back over the summer”, taken out (when “after the policy is issued”)"),
        ("added", "look: New (Serves: “Hire people who stay”, DRI: VP People, Status: Active, 1 action)"),
    ]  # fmt: skip


def test_a_plan_split_under_two_new_ids_lives_on_in_the_half_that_is_most_alike(tmp_path: Path) -> None:
    """Whatever order the files are in."""
    small = (
        "---\ntype: tactic\ntitle: Ask everyone about summer\nstrategy: hire\nactions:\n"
        + SECOND_HALF
        + "---\n"
    )
    large = ASK.replace(SECOND_HALF, "").replace("title: Ask everyone the same", "title: Ask all the same")
    rest = {path: content for path, content in PLAN.items() if path != "ask.md"}
    for names in (("a.md", "b.md"), ("b.md", "a.md")):
        now = {**rest, names[0]: large, names[1]: small}
        review = reviewed(tmp_path / names[0], PLAN, now)
        kinds = {changed.file.path: {one.kind.value for one in changed.changes} for changed in review.plans}
        assert "renamed" in kinds[names[0]]
        assert kinds[names[1]] == {"added"}


def test_a_goal_s_title_changes_with_its_id_in_one_line(tmp_path: Path) -> None:
    """An id that isn't written follows the title; what names it elsewhere follows too."""
    before = with_edit(
        "hire.md", "  - id: answers\n    title: Answer every letter", "  - title: Answer every letter"
    )
    before = with_edit(
        "train.md", "advances: [answers, retention]", "advances: [answer-every-letter]", before
    )
    now = with_edit("hire.md", "title: Answer every letter", "title: Answer each letter", before)
    now = with_edit("train.md", "answer-every-letter", "answer-each-letter", now)
    assert told(reviewed(tmp_path, before, now)) == [
        ("renamed", "hire: Goal “Answer each letter”, title: “Answer every letter” → “Answer each letter”")
    ]


def test_a_person_under_another_handle_is_the_same_person(tmp_path: Path) -> None:
    """Known by name; what names them by the new handle changes no hands."""
    now = {
        path: content.replace("vp-sales", "ada-reed") if isinstance(content, str) else content
        for path, content in PLAN.items()
    }
    review = reviewed(tmp_path, PLAN, now)
    assert told(review) == [("renamed", "@ada-reed: Handle: vp-sales → ada-reed")]
    assert [one.handle for one in review.reviewers] == ["ada-reed"]


def test_someone_else_in_the_same_role_is_another_person(tmp_path: Path) -> None:
    """A name stands for the person."""
    now = with_edit("people.yml", "vp-sales: {name: Ada Reed", "bo: {name: Bo Lind")
    assert [kind for kind, _ in told(reviewed(tmp_path, PLAN, now))] == ["added", "removed"]


def test_two_statements_of_one_name_are_told_apart_by_their_places(tmp_path: Path) -> None:
    """Missions have no id of their own to be unique."""
    mission = PLAN["mission.md"]
    before = {**PLAN, "north/mission.md": mission}
    assert isinstance(mission, str)
    now = {**before, "north/mission.md": mission.replace("small", "northern")}
    [changed] = reviewed(tmp_path, before, now).plans
    assert changed.file.path == "north/mission.md"


def test_a_tactic_that_becomes_a_strategy_is_told_as_that(tmp_path: Path) -> None:
    """It keeps its id, so it is the same plan."""
    now = with_edit("train.md", "type: tactic", "type: strategy", PLAN)
    now["train.md"] = str(now["train.md"]).replace("strategy: hire\nadvances: [answers, retention]\n", "")
    assert told(reviewed(tmp_path, PLAN, now))[0] == ("type", "train: Kind: Tactic → Strategy")


def test_many_changed_sections_are_counted(tmp_path: Path) -> None:
    """A line is read at a glance."""
    sections = [f"## Section {number}\n\nSome words here.\n" for number in range(6)]
    before = {**PLAN, "hire.md": HIRE + "\n".join(sections)}
    now = {**PLAN, "hire.md": (HIRE + "\n".join(sections)).replace("Some", "A few")}
    assert told(reviewed(tmp_path, before, now)) == [
        ("prose", "hire: Text: “Section 0”: 2 words added, 1 word removed, "
                  "“Section 1”: 2 words added, 1 word removed, 4 more")
    ]  # fmt: skip


def test_words_in_code_are_no_headings(tmp_path: Path) -> None:
    """A comment in an example isn't a section."""
    body = "## Where we stand\n\n```\n# no heading\none\n```\n"
    before = {**PLAN, "find.md": str(PLAN["find.md"]) + body}
    now = {**PLAN, "find.md": str(PLAN["find.md"]) + body.replace("one", "two")}
    assert told(reviewed(tmp_path, before, now)) == [
        ("prose", "find: Text: “Where we stand”: 1 word added, 1 word removed")
    ]


def test_a_heading_that_holds_code_is_named_whole(tmp_path: Path) -> None:
    """As it stands in the file."""
    body = "## Run `plans diff`\n\nOften.\n"
    before = {**PLAN, "find.md": str(PLAN["find.md"]) + body}
    now = {**PLAN, "find.md": str(PLAN["find.md"]) + body.replace("Often", "Daily")}
    assert told(reviewed(tmp_path, before, now)) == [
        ("prose", "find: Text: “Run `plans diff`”: 1 word added, 1 word removed")
    ]


@pytest.mark.parametrize("number", [10, 5_000])
def test_words_are_counted_in_texts_of_any_length(number: int) -> None:
    """Long ones by their words alone."""
    words = [f"word{at}" for at in range(number)]
    assert changed_words(words, [*words[1:], "new", "newer"]) == (2, 1)
