"""A small plan that has a bit of everything, and what changing it gives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.changes import Review, State, Teller, compare
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Label
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words
from tests.small_site import CONFIG, read_site, text, write_site

Files = dict[str, str | bytes]

HIRE = text("""
---
type: strategy
number: "1"
title: Hire people who stay
summary: Choose with care.
theme: people
parent: grow
dri: vp-sales
contributors: [people-partner]
team: sales
status: active
start: 2026
end: 2026
review: quarterly
goals:
  - id: retention
    title: Keep more of the people we hire
    dri: people-partner
    contributors: [vp-sales]
    measure: First-year retention
    unit: percent
    baseline: 62
    target: 80
    targets: {2026-06-30: 66}
    due: 2026-12-31
  - id: answers
    title: Answer every letter
    unit: days
    target: 5
    baseline: 9
    due: 2026-12-31
  - id: scorecard
    title: One scorecard everywhere
    due: 2026-Q2
    met: 2026-06-12
  - id: calls
    title: Pick up the phone
    unit: rings
    target: 4
    keep: at most
updates:
  - date: 2026-09-30
    health: at-risk
    readings: {retention: 74}
    note: Two regions lag.
  - date: 2026-06-30
    readings: {retention: 66}
---

## Where we stand

One in three leaves within a year.

## Where we want to be

People stay, and *say so*.
""")

ASK = text("""
---
type: tactic
number: "1.1"
title: Ask everyone the same questions
strategy: hire
advances: [retention, scorecard]
depends_on: [train]
dri: recruiting-lead
contributors: [people-partner]
team: recruiting
status: active
start: 2026-01-15
end: 2026-06-30
originally: 2026-03-31
outcome: Every panel scores the same.
resources:
  - Interview guide
  - {name: Scoring tool, cost: 4800 USD, url: https://example.org}
actions:
  - do: Agree the five qualities
    dri: vp-sales
    contributors: [people-partner]
    due: 2026-01-31
    done: 2026-01-29
  - do: Publish the interview guide
    number: "2"
    measure: It is on the shelf.
    due: 2026-05-29
  - do: Look back over the summer
    when: after the policy is issued
---

We begin with ten questions.
""")

TRAIN = text("""
---
type: tactic
title: Train the recruiters
strategy: hire
advances: [answers, retention]
dri: recruiting-lead
team: recruiting
start: 2026-01-01
end: 2026-12-31
outcome: Everyone has sat in twice.
actions:
  - {do: Book a room, due: 2026-05-01}
---
""")

GROW = text("""
---
type: strategy
title: Grow the field team
dri: vp-people
team: recruiting
start: 2026
end: 2026
goals:
  - {id: posts, title: Fill all posts, unit: posts, baseline: 0, target: 20, due: 2026-12-31}
---
""")

FIND = text("""
---
type: tactic
title: Find people at fairs
strategy: grow
advances: [posts]
dri: people-partner
team: recruiting
start: 2026-03-01
end: 2026-11-30
outcome: Twenty signed.
actions:
  - {do: Visit ten fairs, due: 2026-10-01}
---
""")

PLAN: Files = {
    "hire.md": HIRE,
    "ask.md": ASK,
    "train.md": TRAIN,
    "grow.md": GROW,
    "find.md": FIND,
    "people.md": "---\ntype: theme\ntitle: People\nstatement: We hire with care.\n---\n",
    "customers.md": "---\ntype: theme\ntitle: Customers\n---\n",
    "teams/sales.md": "---\ntype: team\ntitle: Sales\nlead: vp-sales\n---\n",
    "teams/recruiting.md": "---\ntype: team\ntitle: Recruiting\nparent: sales\nlead: recruiting-lead\n---\n",
    "mission.md": "---\ntype: mission\ntitle: Mission\nstatement: We help small makers.\n---\n",
    "vision.md": "---\ntype: vision\ntitle: Vision\nstatement: Every maker is found.\n---\n",
    "values.md": "---\ntype: values\ntitle: Values\n"
    "values:\n  - {name: Care, statement: We look twice.}\n---\n",
    "people.yml": text("""
        vp-sales: {name: Ada Reed, role: VP Sales, team: sales, github: ada, gitlab: ada-r, email: a@b.org}
        vp-people: {role: VP People, team: recruiting}
        people-partner: {role: People Partner, team: recruiting, github: partner}
        recruiting-lead: {role: Recruiting Lead, team: recruiting}
        """),
}
"""What there is before each change."""


def with_edit(path: str, old: str, new: str, files: Mapping[str, str | bytes] = PLAN) -> Files:
    """The plan with a text that stands in a file once changed."""
    before = files[path]
    assert isinstance(before, str)
    assert before.count(old) == 1, (old, before.count(old))
    return {**files, path: before.replace(old, new)}


def state(folder: Path, files: Mapping[str, str | bytes], config: str = CONFIG) -> State:
    """A small plan, loaded and checked."""
    loaded, site = read_site(write_site(folder, files, config=config))
    return State(loaded, check(loaded, site))


def reviewed(
    folder: Path,
    before: Mapping[str, str | bytes],
    now: Mapping[str, str | bytes],
    *,
    config: str = CONFIG,
) -> Review:
    """The review of a change from one plan to another."""
    return compare(state(folder / "before", before, config), state(folder / "now", now, config))


def teller(review: Review, language: str = "en", labels: Mapping[str, Label] | None = None) -> Teller:
    """What words a review in a language."""
    spoken = Language(language)
    return Teller(review.compared, Words(spoken, labels or {}), Formats(spoken))


def told_of(review: Review) -> tuple[Review, Teller]:
    """A review with what words it, as outputs take them."""
    return review, teller(review)


def told(review: Review) -> list[tuple[str, str]]:
    """Each change as kind and line: `id: line` for plans, `@handle: line` for people."""
    say = teller(review).tell
    plans = [
        (str(change.kind), f"{changed.file.id}: {say(change, changed.file).line}")
        for changed in review.plans
        for change in changed.changes
    ]
    people = [
        (str(change.kind), f"@{person.handle}: {say(change).line}")
        for person in review.people
        for change in person.changes
    ]
    return plans + people
