"""Whatever is done to a file, fixing it does no harm."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plans.fixes.case import read_document_at
from mkdocs_plans.fixes.fix_plan import fix_plan
from mkdocs_plans.load import folder_of
from mkdocs_plans.settings import Site, find_site
from tests.fixes.small_plan import PLAN
from tests.small_site import write_site

STRATEGY = """\
---
type: strategy
number: "1-A"
title: "Train: now"
parent: hire   # the larger one
theme: people
dri: vp-sales
contributors: [ceo, recruiting-lead]
team: sales
status: active
start: 2026
goals:
  - id: trained
    title: Every recruiter is trained
    unit: percent
    baseline: 62
    target: 80
    targets: {2026-06-30: 70}
    due: 2026-12-31
  - {id: one-guide, title: 'One guide', due: 2026-Q2, met: 2026-06-12}
updates:
  - date: 2026-09-30
    health: at-risk
    readings: {trained: 74}
    note: Two regions still lag.
---

# Train

Text\twith: a tab, a #1 and a @sign.
"""

TACTIC = """\
---
type: tactic
title: Write the guide
strategy: hire
advances: [first-year-retention]
depends_on:
- train-recruiters
- ask
dri: recruiting-lead
end: 2026-06-30
summary: >-
  It says what
  we ask.
resources:
  - "Interview guide: v2"
  - {name: Scoring tool, cost: 4800 USD, url: https://example.org}
actions:
  - do: Agree with the regional directors
    dri: vp-sales
    due: 2026-01-31
  - do: Publish the guide
    when: after the policy is issued
---
Text.
"""

FRAGMENTS = (
    *("@", "%", "#", "#1", ": ", ":", "\t", "'", '"', "[", "]", "{", "}", "- ", "\n", " ", "\r", ","),
    *("*a", "&a ", "!", "|", ">-", "?", "---\n", "\ufeff", "\x07", "\u2028", "\x85", "é", "東", "\U0001f600"),
    *("\\", "``", "<<: ", "31/03/2026", "March 31, 2026", "Q1 2026", "2026/3/1", "1,200", "62%", "Active"),
    *("aks", "vp-slaes", "hier", "trainde", "unit: %\n", "dri: @ceo\n", "title: Hire: now\n", "{unit: %}"),
    *("\n\tdue: 2026\n", "sumary: x\n", "dir: ceo\n", "  - Guide: v2\n", "status: Actve\n", "id: hire\n"),
    *("type: tactik\n", "advances: hire#q1\n"),
)
"""What people type, and what editors leave behind."""

DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(FRAGMENTS) | st.integers(1, 4) | st.none()),
    min_size=1,
    max_size=6,
)
"""Where in the file, and what: a fragment put in, so many characters taken out, or two swapped."""


def damaged(text: str, damage: list[tuple[float, str | int | None]]) -> str:
    """Damage a text; the first half of the places is the front matter."""
    for where, what in damage:
        at = int(where * (len(text) - 1))
        if isinstance(what, str):
            text = text[:at] + what + text[at:]
        elif what is None:
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        else:
            text = text[:at] + text[at + what :]
        text = text or "-"
    return text


def fix_on_disk(site: Site) -> dict[str, bytes]:
    """Fix a site's files, write them, and give what changed."""
    after = {change.path: change.after for change in fix_plan(folder_of(site), site).changes}
    for path, data in after.items():
        (site.docs_dir / path).write_bytes(data)
    return after


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([("plan.md", STRATEGY), ("plan.md", TACTIC), ("people.yml", PLAN["people.yml"])]),
    DAMAGE,
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_fixing_a_damaged_file_does_no_harm(
    file: tuple[str, str], damage: list[tuple[float, str | int | None]], line_end: str
) -> None:
    """It never raises, keeps readable what was readable, keeps the text below, and is done in one go."""
    path, text = file
    before = damaged(text, damage).replace("\n", line_end).encode()
    with tempfile.TemporaryDirectory() as folder:
        site = find_site(write_site(Path(folder), {"guide.md": TACTIC, **PLAN, path: before}))
        after = fix_on_disk(site).get(path, before)
        was, becomes = read_document_at(path, before, site), read_document_at(path, after, site)
        assert was.findings_stop_reading or not becomes.findings_stop_reading
        if not was.findings_stop_reading:
            has_opening = before.lstrip(b"\xef\xbb\xbf").startswith(b"---")
            assert was.body == becomes.body if has_opening else was.body.endswith(becomes.body)
        assert fix_on_disk(site) == {}
