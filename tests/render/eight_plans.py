"""A change of eight plans of the example organisation: what a planning office does in a week."""

from __future__ import annotations

import shutil
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2]

EDITS: dict[str, list[tuple[str, str]]] = {
    "tactics/adopt-a-crm.md": [
        ("end: 2027-02-26", "end: 2027-09-30"),
        (
            "dri: crm-lead\ncontributors: [crm-consultant",
            "dri: sales-controller\ncontributors: [crm-consultant",
        ),
        ("cost: 38400 USD", "cost: 46080 USD"),
        (
            "    due: 2026-11-20\n    originally: 2026-10-30",
            "    due: 2026-11-27\n    originally: 2026-10-30",
        ),
        (
            "  - do: Switch off the old lists\n    dri: crm-lead\n"
            "    when: after the first full month without a forecast from a spreadsheet\n",
            "",
        ),
    ],
    "strategies/hire-salespeople-who-stay.md": [
        ("target: 80", "target: 85"),
        (
            "    target: 45\n    due: 2026-12-31",
            "    target: 45\n    due: 2027-03-31\n    originally: 2026-12-31",
        ),
    ],
    "tactics/learn-from-recorded-calls.md": [("status: paused", "status: dropped")],
    "tactics/train-the-recruiters.md": [("dri: recruiting-lead\ncontributors", "contributors")],
    "strategies/close-more-enterprise-deals.md": [
        (
            "updates:\n",
            "updates:\n  - date: 2026-11-20\n    health: off-track\n    readings: {demos-held: 14}\n"
            "    note: Three more demos. January stays the month to watch.\n",
        ),
        (
            "and lose about seven.",
            "and lose about seven, nearly all of them after the second offer.",
        ),
    ],
    "tactics/go-to-fifteen-career-fairs.md": [
        ("title: Meet students at 15 local career fairs", "title: Meet students at 12 local career fairs"),
        ("    target: 15\n", "    target: 12\n"),
        ("    due: 2026-12-11\n", "    due: 2026-12-11\n    done: 2026-11-22\n"),
    ],
    "people.yml": [
        ("team: sales-operations, until: 2027-02-28", "team: sales-operations, until: 2026-12-31"),
        (
            "role: Call Coach, team: sales-operations",
            "role: Call Coach, team: people-and-culture, github: coach",
        ),
    ],
}

NEW = """\
---
type: tactic
number: "6.4"
title: Ring the people who nearly came
summary: Sixty people turned us down in their last interview. We ask them again.
strategy: hire-twenty-reps
advances: [twenty-reps]
dri: field-recruiter
team: recruiting
status: proposed
start: 2026-12-01
end: 2027-02-26
outcome: Four more contracts from people who know us already.
actions:
  - {do: List who said no and why, dri: recruiting-lead, due: 2026-12-11}
  - {do: Ring each of them once, due: 2027-01-29}
---

They know us, and we know them.
"""


def write_example(folder: Path) -> Path:
    """Copy the example organisation's site; give its folder."""
    shutil.copytree(EXAMPLE / "plans", folder / "plans")
    shutil.copy(EXAMPLE / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def change_example(folder: Path) -> Path:
    """Change eight plans and two people: six edited, one new, one taken out."""
    for path, edits in EDITS.items():
        file = folder / "plans" / path
        content = file.read_text("utf-8")
        for old, new in edits:
            assert content.count(old) == 1, (path, old)
            content = content.replace(old, new)
        file.write_text(content, "utf-8")
    (folder / "plans/tactics/write-to-candidates-on-linkedin.md").unlink()
    (folder / "plans/tactics/ring-former-applicants.md").write_text(NEW, "utf-8")
    return folder
