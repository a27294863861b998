"""A national action plan of the size and with the oddities of real ones: 21 objectives, 260 lines of action,
public bodies that answer jointly, yearly targets in words, and hardly a number that could be computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.small_site import write_site

LINES = (12, 9, 17, 14, 6, 22, 11, 10, 13, 8, 15, 19, 7, 12, 16, 9, 14, 11, 5, 18, 12)
"""How many lines of action each of the 21 objectives has: 260 in all."""

CONFIG = """
site_name: Halmore, open to everyone
docs_dir: plans
theme: {name: material, font: false}
plugins:
  - search
  - plans:
      organization: The Republic of Halmore
      today: 2026-11-23
      joint_dris: true
      team_dris: true
      dri_limit: 60
      review: {strategy: yearly, tactic: yearly}
      labels:
        theme: [Axis, Axes]
        strategy: [Objective, Objectives]
        tactic: [Line of action, Lines of action]
        goal: [Result, Results]
        dri: [Responsible body, Responsible bodies]
        team: [Public body, Public bodies]
      statuses:
        not yet begun: proposed
        in progress: active
        delayed: active
        awaiting the budget law: paused
        implemented: done
        merged into another line: dropped
      extra_fields:
        legal_basis: {label: Legal basis, type: text, on: [strategy, tactic]}
        partners: {label: Partners, type: list, on: [tactic]}
        funding: {label: Funding, type: table, on: [strategy]}
        verification: {label: Means of verification, type: text, on: [goal]}
        scope: {label: Scope, type: choice, choices: [National, Regional, "Both, and local"], on: [tactic]}
        evidence: {label: Evidence, type: link, on: [action]}
      rules:
        goal-without-measure: off
        goal-without-tactic: notice
        tactic-without-action: off
        tactic-without-resource: off
        outside-plan: notice
        overdue: notice
        review-overdue: notice
        missing-dates: notice
        ended-but-open: notice
        done-without-result: notice
"""

AXES = (
    "Rights and law",
    "Services that reach everyone",
    "Evidence and statistics",
    "Cooperation and accountability",
)

MINISTRIES = {
    "mfps": "Ministry of Finance and Public Service",
    "mia": "Ministry of Internal Affairs and Regional Cohesion",
    "moj": "Ministry of Justice",
    "mesc": "Ministry of Education, Science and Culture",
    "mlssi": "Ministry of Labour, Solidarity, Social Security and Inclusion",
    "moh": "Ministry of Health",
    "mtih": "Ministry of Transport, Infrastructure and Housing",
    "mfaf": "Ministry of Foreign Affairs",
}
UNITS = (
    "General Secretariat of the",
    "Directorate-General for Planning, Evaluation and International Relations of the",
    "Inspectorate of the",
)
OTHERS = {
    "pcm": "Presidency of the Council of Ministers",
    "nsi": "National Statistical Institute, I. P.",
    "adm": "Agency for Digital Modernisation, I. P.",
    "cnap": "Commission for the National Action Plan, in liaison with the municipalities and their "
    "communities",
    "all-ministries": "All ministries",
    "regions": "The autonomous regions",
}

WHAT = (
    "the procedure by which a citizen appeals against a refusal",
    "the single form for all social benefits",
    "the register of public buildings that cannot be entered by wheelchair",
    "continuous training of those who work at a counter",
    "the network of local support offices",
    "the wording of letters and decisions",
    "the indicators on trust in institutions",
)
DOING = ("Review and simplify", "Create", "Evaluate, and extend to the islands,", "Reinforce", "Monitor")
QUALIFIED = (
    "",
    ", in cooperation with civil society organisations",
    " and publish the results in an open and machine-readable format",
    ", with special attention to migrants, Roma communities, persons with disabilities, older persons and "
    "those in situations of greater vulnerability, including by means of protocols to be celebrated with the "
    "municipalities that so wish",
)
STEPS = (
    {
        2025: "Diagnosis carried out",
        2026: "Proposal submitted to public consultation",
        2027: "Diploma approved",
    },
    {2026: "At least one office in each district", 2027: "At least one office in each municipality"},
    {2025: "Working group (re)constituted", 2027: "Report; recommendations"},
    {2025: "Four workshops", 2026: "Workshops (6, of which 2 on the islands)", 2027: "To be defined"},
)
STATUSES = (
    "in progress", "in progress", "implemented", "not yet begun", "delayed", "in progress",
    "awaiting the budget law", "in progress", "merged into another line", "in progress",
)  # fmt: skip


def bodies() -> dict[str, dict[str, Any]]:
    """All public bodies, by their ids: ministries, what stands under them, and others."""
    found: dict[str, dict[str, Any]] = {}
    for name, title in (MINISTRIES | OTHERS).items():
        found[name] = {"type": "team", "title": title, "lead": f"{name}-contact"}
    for name, title in MINISTRIES.items():
        for nth, unit in enumerate(UNITS, 1):
            found[f"{name}-{nth}"] = {"type": "team", "title": f"{unit} {title}", "parent": name}
    return found


BODIES = sorted(bodies())


def write_national_site(folder: Path) -> Path:
    """Write the site."""
    contacts = {f"{name}-contact": {"role": "Focal point", "team": name} for name in MINISTRIES | OTHERS}
    files: dict[str, str | bytes] = {
        "people.yml": yaml.safe_dump(contacts),
        "mission.md": "---\ntype: mission\nstatement: No one is turned away.\n---\n",
        "vision.md": "---\ntype: vision\nstatement: Whoever needs the State finds it.\n---\n",
    }
    for nth, title in enumerate(AXES, 1):
        files[f"axes/axis-{nth}.md"] = _file({"type": "theme", "number": f"Axis {nth}", "title": title})
    for name, body in bodies().items():
        files[f"bodies/{name}.md"] = _file(body)
    for objective in objectives():
        files[f"objectives/{objective['id']}.md"] = _file(objective)
    for line in lines():
        files[f"lines/{line['strategy']}/{line['id']}.md"] = _file(line)
    return write_site(folder, files, config=CONFIG)


def _file(values: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=1000)}---\n"


def _answering(index: int) -> str | list[str]:
    """Who answers: one body, two, or as many as seven."""
    count = (1, 2, 2, 3, 1, 7)[index % 6]
    found = [BODIES[(index * 7 + nth * 11) % len(BODIES)] for nth in range(count)]
    return found[0] if count == 1 else found


def _title(index: int) -> str:
    return f"{DOING[index % 5]} {WHAT[index % 7]}{QUALIFIED[index // 3 % 4]}"


def objectives() -> list[dict[str, Any]]:
    """The objectives, as their front matter says them."""
    return [_objective(index) for index in range(len(LINES))]


def _objective(index: int) -> dict[str, Any]:
    return {
        "type": "strategy",
        "id": f"so-{index + 1}",
        "number": f"SO {index + 1}",
        "title": f"Guarantee that {WHAT[index % 7]} is within the reach of everyone{QUALIFIED[index // 7]}",
        "theme": f"axis-{index * 4 // 21 + 1}",
        "dri": _answering(index),
        "status": "in progress",
        "start": 2025,
        "end": 2028,
        "legal_basis": f"Resolution of the Council of Ministers No. {60 + index}/2025, of 31 March",
        "funding": {2025: "State budget", 2026: "State budget; European funds", 2027: "to be determined"},
        "goals": [_result(index, nth) for nth in range(2 + index % 3)],
        "updates": [
            {"date": "2026-01-30", "note": "Annual report approved by the Commission."}
            | ({"health": ("on-track", "at-risk", "on-track", "off-track")[index % 4]} if index % 5 else {})
        ],
    }


def _result(index: int, nth: int) -> dict[str, Any]:
    kind = (index + nth) % 4
    found: dict[str, Any] = {"id": f"r{nth + 1}", "number": f"R{index + 1}.{nth + 1}"}
    found |= {"title": f"{WHAT[(index + nth + 1) % 7].capitalize()}: known, and used"}
    found |= {"verification": "Annual report; *Official Gazette*"}
    if kind == 3:
        return found | {"unit": "percent", "baseline": 34, "target": 60, "due": 2028}
    if kind == 2:
        return found | {"target": "Defined after the study of line 3.2", "when": "after the study is known"}
    met = {"met": "2026-10-05"} if kind == 1 and index % 4 == 0 else {}
    return found | {"baseline": "No data", "targets": STEPS[index % 4], "due": 2028} | met


def lines() -> list[dict[str, Any]]:
    """The lines of action, as their front matter says them."""
    return list(_lines())


def _lines() -> Iterator[dict[str, Any]]:
    index = 0
    for objective, count in enumerate(LINES, 1):
        for nth in range(1, count + 1):
            yield _line(objective, nth, index)
            index += 1


def _line(objective: int, nth: int, index: int) -> dict[str, Any]:
    status = STATUSES[index % len(STATUSES)]
    inserted = nth == 6 and objective % 5 == 0  # a line that was put in later
    number = f"{objective}.{nth - 1}-A" if inserted else f"{objective}.{nth}"
    found: dict[str, Any] = {"type": "tactic", "id": f"la-{objective}-{nth}", "number": number}
    found |= {"title": _title(index), "strategy": f"so-{objective}", "dri": _answering(index)}
    found |= {"advances": ["r1" if nth % 3 else "r2"], "status": status}
    found |= {"start": min(STEPS[index % 4])}
    if index % 9 == 4:
        found["when"] = "continuous, throughout the plan"
    else:
        found["end"] = {"implemented": "2026-06-30", "delayed": "2026-09-30"}.get(status, 2026 + index % 3)
        found |= {"originally": "2026-Q1"} if status == "delayed" else {}
    found |= {"scope": ("National", "Regional", "Both, and local")[index % 3]}
    found |= {"partners": ["Municipalities", "Universities", "NGOs, trade unions"][: index % 4]}
    found |= {"goals": [_indicator(index)], "actions": _actions(index, status)}
    if status != "not yet begun":
        found["updates"] = [{"date": "2026-01-30", "note": "As reported by the body."}]
    return {key: value for key, value in found.items() if value not in ([], None)}


def _indicator(index: int) -> dict[str, Any]:
    steps = STEPS[index % 4]
    found = {"title": f"{('Number', 'Existence', 'Rate', 'Report')[index % 4]} of what was done", "id": "i1"}
    return found | {"targets": steps, "target": "Done in full", "due": 2028}


def _actions(index: int, status: str) -> list[dict[str, Any]]:
    """What is to be done in a line: nothing, in half of them."""
    if index % 2:
        return []
    done = (
        {"done": "yes"}
        if status == "implemented" or index % 10 == 0
        else {"when": "after the law is published"}
    )
    second = {"done": "2026-05-31"} if status == "implemented" else {"due": "2027-Q2"}
    link = "https://example.org/gazette/61-2025"
    return [
        {"do": "Set up the working group", **done, "evidence": link},
        {"do": "Publish the guide in the *Official Gazette*", "dri": _answering(index + 1), **second},
    ]
