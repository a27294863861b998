"""How pages show each kind of change: what it is about, what it was, what it is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mkdocs_plans.render import Changes, Renderer
from tests.changes.small_plan import FIND, PLAN, with_edit
from tests.markup import Element, Html
from tests.render.rendered import href
from tests.small_site import CONFIG, read_site, write_site
from tests.wording.test_language import MONTHS, Marking, words_of

GERMAN = CONFIG.replace("{name: material,", "{name: material, language: de,")


def renderer(
    folder: Path,
    before: Mapping[str, str | bytes],
    now: Mapping[str, str | bytes],
    config: str = CONFIG,
    day: datetime.date | None = None,
) -> Renderer:
    """The renderer of a plan that is compared with another, or with that of a day."""
    then, _ = read_site(write_site(folder / "before", before, config=config))
    loaded, site = read_site(write_site(folder / "now", now, config=config))
    return Renderer(loaded.plan, site, None, Changes(then.plan, loaded.plan, "main", day))


def shown(folder: Path, now: Mapping[str, str | bytes], config: str = CONFIG) -> Html:
    """The view of the changes from the small plan to another."""
    return Html(renderer(folder, PLAN, now, config).view("changes", "", href))


def rows(page: Html) -> list[str]:
    """Each row of a card in words, without its verdict."""
    verdicts = [one.text for one in page.all("strong", class_="plans-verdict")]
    return [
        f"{term.text}: {_without(verdicts, fact.text)}"
        for diff in page.all("dl", class_="plans-diff")
        for term, fact in zip(_within(page, diff, "dt"), _within(page, diff, "dd"), strict=True)
    ]


def _without(verdicts: Sequence[str], text: str) -> str:
    found = [verdict for verdict in verdicts if text.startswith(f"{verdict} ")]
    return text.removeprefix(found[0]).strip() if found else text


def _within(page: Html, outer: Element, tag: str) -> list[Element]:
    return [element for element in page.all(tag) if element.stands_in(outer)]


EDITS = [
    ("hire.md", "status: active", "status: paused", "Status: before: Active now: Paused"),
    ("hire.md", "start: 2026", "start: 2026-Q2", "Start: before: 2026 now: Q2 2026, 90 days later"),
    ("hire.md", "review: quarterly", "review: monthly", "Reviewed: before: every quarter now: every month"),
    ("hire.md", "theme: people", "theme: customers", "Theme: before: People now: Customers"),
    ("hire.md", "parent: grow\n", "", "Follows from: before: Grow the field team, taken out"),
    ("hire.md", "team: sales", "team: recruiting", "Team: before: Sales now: Recruiting"),
    ("hire.md", "dri: vp-sales", "dri: vp-people", "DRI: before: Ada Reed now: VP People"),
    ("find.md", "dri: people-partner\n", "", "DRI: before: People Partner now: nobody named"),
    ("hire.md", "[people-partner]", "[vp-people]", "Contributors: before: People Partner, taken out;"),
    ("hire.md", "summary: Choose", "summary: We choose", "Summary: before: Choose with care. now: We"),
    ("hire.md", "62", "60.5", "Baseline: before: 62% now: 60.5%"),
    ("hire.md", "-30: 66}", "-30: 67}", "On the way: before: 30 Jun 2026: 66% now: 30 Jun 2026: 67%"),
    ("hire.md", "keep: at most", "keep: at least", "Keep: before: at most now: at least"),
    ("hire.md", "met: 2026-06-12", "met: 2026-06-13", "Met: before: 12 Jun 2026 now: 13 Jun 2026"),
    ("hire.md", "    dri: people-partner\n", "", "DRI: before: People Partner now: the plan’s own"),
    ("hire.md", "health: at-risk", "health: on-track", "Health: before: At risk now: On track"),
    ("hire.md", "retention: 74", "retention: 75", "First-year retention: before: 74% now: 75%"),
    ("hire.md", "Two regions", "Both regions", "Note: before: Two regions lag. now: Both regions lag."),
    ("ask.md", "strategy: hire", "strategy: grow", "Serves: before: Hire people who stay now: Grow"),
    ("ask.md", "[train]", "[find]", "Depends on: before: Train the recruiters, taken out;"),
    ("train.md", "answers, ", "", "Advances: before: Answer every letter, taken out"),
    ("ask.md", "cost: 4800 USD", "cost: 5200 USD", "Cost: before: $4,800 now: $5,200"),
    ("ask.md", "  - Interview guide\n", "", "Resource: before: Interview guide, taken out"),
    ("ask.md", "done: 2026-01-29", "dropped: 2026-01-29", "Dropped: done before: 29 Jan 2026 now: 29 Jan"),
    ("ask.md", "do: Agree the five", "do: Agree the six", "What is to do: before: Agree the five qualities"),
    ("ask.md", "    done: 2026-01-29\n", "", "Done: before: 29 Jan 2026, open again"),
    ("values.md", "We look twice.", "We *look* again.", "Statement: before: We look twice. now: We look"),
    ("values.md", "name: Care", "name: Caring", "Name: before: Care now: Caring"),
    ("teams/sales.md", "lead: vp-sales", "lead: vp-people", "Lead: before: Ada Reed now: VP People"),
    ("teams/recruiting.md", "parent: sales\n", "", "Part of: before: Sales, taken out"),
    ("people.yml", "role: VP Sales", "role: COO", "Role: before: VP Sales now: COO"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "row"), EDITS, ids=lambda value: str(value)[:20])
def test_a_change_is_shown_as_the_site_writes_values(
    path: str, old: str, new: str, row: str, tmp_path: Path
) -> None:
    """By the names that readers know, with units, days and money in their own form."""
    before = str(PLAN[path])
    page = shown(tmp_path, {**PLAN, path: before.replace(old, new, 1)})
    assert any(found.startswith(row) for found in rows(page)), rows(page)


def test_a_new_day_of_another_language_is_written_in_it(tmp_path: Path) -> None:
    """The days that name an update as well."""
    page = shown(tmp_path, with_edit("hire.md", "Two regions", "Both regions"), GERMAN)
    assert "Zwischenstand: 30.09.2026" in page.texts("p", class_="plans-diff__of")
    assert rows(page) == ["Notiz: vorher: Two regions lag. jetzt: Both regions lag."]


def test_nothing_of_ours_is_said_past_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that stands on the page is the plan's own, once each of our words is taken away."""
    monkeypatch.setattr("mkdocs_plans.wording.language._catalogue", lambda _: Marking())
    now = {
        **with_edit("hire.md", "target: 80", "target: 85"),
        "ask.md": str(PLAN["ask.md"]).replace("2026-06-30", "2026-09-30").replace("ten questions", "few"),
        "visit.md": FIND.replace("Find people at fairs", "Call on schools"),
    }
    found = words_of(renderer(tmp_path, PLAN, now).view("changes", "", href))
    plan_says = words_of(" ".join(str(text) for text in (*PLAN.values(), *now.values())))
    assert found - plan_says - MONTHS - {"main", "md"} == set()


def test_text_of_the_plan_is_escaped(tmp_path: Path) -> None:
    """What stands in a plan is text, wherever it lands."""
    evil = "<img src=x onerror=alert(1)>"
    now = with_edit("hire.md", "title: Hire people who stay", f"title: '{evil}'")
    page = shown(tmp_path, now)
    assert not page.all("img")
    assert f"Title: before: Hire people who stay now: {evil}" in rows(page)


def test_what_it_does_to_the_whole_comes_first(tmp_path: Path) -> None:
    """Below what it amounts to: a goal that nothing advances any more, with links to it and its plan."""
    page = shown(tmp_path, with_edit("train.md", "[answers, retention]", "[retention]"))
    assert page.texts("h2")[:3] == [
        "This change lowers 1 promise",
        "What it means for the plan as a whole",
        "Promise lowered",
    ]
    assert page.texts("li")[0] == (
        "Nothing advances this any more: “Answer every letter” (“Hire people who stay”)"
    )
    assert page.links()["Answer every letter"] == "/hire#goal-answers"


def test_a_tactic_that_outlives_its_strategy_is_told(tmp_path: Path) -> None:
    """With both days."""
    page = shown(tmp_path, with_edit("find.md", "end: 2026-11-30", "end: 2027-02-28"))
    assert page.texts("li")[0] == (
        "Ends 28 Feb 2027, 59 days after what it serves: “Find people at fairs”; "
        "“Grow the field team” ends 2026"
    )


def test_what_changed_since_a_day_is_told_as_a_sum(tmp_path: Path) -> None:
    """With the day as readers write it. Nobody is asked to agree to what is past."""
    now = with_edit("hire.md", "status: active", "status: paused")
    made = renderer(tmp_path, PLAN, now, day=datetime.date(2026, 6, 30))
    page = Html(made.view("changes", "", href)).text
    assert page.startswith("The net change lowers 1 promise What changed since 30 Jun 2026: 1 changed")
    assert "Who should look at it" not in page


def test_who_leaves_when_is_told_to_nobody(tmp_path: Path) -> None:
    """Though the people file says it, and `plans diff` too."""
    page = shown(
        tmp_path, with_edit("people.yml", "{role: VP People,", "{role: VP People, until: 2026-12-31,")
    )
    assert page.text.startswith("Nothing that this site shows about the plan has changed since main.")


def test_whoever_is_taken_out_and_still_answers_is_told(tmp_path: Path) -> None:
    """By the name that they had."""
    line = "people-partner: {role: People Partner, team: recruiting, github: partner}\n"
    page = shown(tmp_path, with_edit("people.yml", line, ""))
    assert page.texts("li")[0].startswith(
        "Taken out of the people, and still answers for something: People Partner (Tactic “Find"
    )


def test_reviewers_are_told_why(tmp_path: Path) -> None:
    """In the order of weight, each reason with what it is about."""
    page = shown(tmp_path, with_edit("find.md", "dri: people-partner", "dri: vp-people"))
    told = {
        name.text: [
            fact.text
            for fact in page.all(
                "dd",
            )
            if fact.parent is name.parent
        ]
        for name in page.part("dl", class_="plans-reviewers").all("dt")
    }
    assert told == {
        "People Partner": ["No longer answers for: Tactic “Find people at fairs”"],
        "VP People": [
            "Takes on: Tactic “Find people at fairs”",
            "Answers for what a changed plan serves: Strategy “Grow the field team” (“Find people at fairs”)",
        ],
    }


def test_a_sentence_keeps_its_order_in_a_page_from_right_to_left(tmp_path: Path) -> None:
    """With its values, each of which keeps its own: a date is written from right to left there."""
    config = CONFIG.replace("{name: material,", "{name: material, language: he,")
    page = shown(tmp_path, with_edit("find.md", "dri: people-partner", "dri: vp-people"), config)
    whole = {one.text for one in page.all("bdi") if one["dir"] == "ltr"}
    assert "Takes on: Tactic “Find people at fairs”" in whole
    assert "“Find people at fairs”" in {one.text for one in page.all("bdi") if not one["dir"]}


def test_many_changes_are_folded(tmp_path: Path) -> None:
    """A plan that was exchanged as a whole stays readable; each card has an anchor of its own."""
    many = {f"t{n}.md": FIND.replace("Find people at fairs", f"Visit fair number {n}") for n in range(60)}
    page = shown(tmp_path, {**PLAN, **many})
    assert page.texts("summary") == ["10 more"]
    ids = [element["id"] for element in page.elements if element["id"]]
    assert len(ids) == len(set(ids))


def test_a_site_that_is_not_compared_says_so_where_the_view_is_placed(tmp_path: Path) -> None:
    """In words."""
    loaded, site = read_site(write_site(tmp_path, PLAN))
    html = Renderer(loaded.plan, site).view("changes", "", href)
    assert "isn’t compared with an earlier state" in Html(html).text
