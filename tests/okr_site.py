"""An OKR cascade of the size and with the oddities of real ones, and nothing in it but objectives, key
results and roles: eight levels, numbers with gaps, long titles, key results in words, no tactic at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.small_site import write_site

LEVELS = (3, 9, 22, 34, 31, 20, 11, 6)
"""How many objectives each level has: 136 in all."""

KEY_RESULTS, ROLES, TEAMS = 324, 63, 9

CONFIG = """
site_name: Fernhollow Instruments
docs_dir: plans
theme: {name: material, font: false}
plugins:
  - search
  - plans:
      today: 2026-11-23
      cascade: okr
      fiscal_year_start: 2
      dri_limit: 30
      labels: {strategy: [Objective, Objectives], goal: [Key result, Key results], dri: [Lead, Leads]}
      rules: {goal-without-tactic: notice, goal-without-measure: notice}
"""

VERBS = ("Make it easy to", "Halve the time it takes to", "Be the first who", "Know, and not guess, how we")
WHAT = ("calibrate a sensor", "answer whoever calls", "hire in the regions", "ship without a recall")
HOW = (
    "in every plant",
    "before the snow",
    "with half the paper",
    "(again), as agreed with the works council",
)
PLACES = ("Assembly", "Field", "Quality", "Lab", "Supply", "Service", "People", "Finance", "Data")
RANKS = ("Director", "Manager", "Lead", "Engineer", "Coordinator", "Analyst", "Partner")


@dataclass
class Objective:
    """An objective: its file's name, number, and key results, with the one above it; `level` from 0."""

    id: str
    number: str
    level: int
    parent: Objective | None
    key_results: list[dict[str, Any]] = field(default_factory=list)


def make_objectives() -> list[Objective]:
    """Make the objectives up, each level after the one above it."""
    made: list[Objective] = []
    above: list[Objective] = []
    for level, count in enumerate(LEVELS):
        found = [_objective(len(made) + place, level, place, above) for place in range(count)]
        made += found
        above = found
    return made


def _objective(index: int, level: int, place: int, above: list[Objective]) -> Objective:
    parent = above[place % len(above)] if above else None
    last = str(place // max(1, len(above)) + 1)
    skipped = ".0" if index % 17 == 16 else ""  # a level that nobody filled
    number = f"{parent.number}{skipped}.{last}" if parent else str(place + 1)
    made = Objective(f"o-{index:03}", number, level, parent)
    count = 0 if index == 5 else 2 + (index % 13 < 5) - (index == 120)
    made.key_results = [_key_result(index, nth) for nth in range(count)]
    return made


def _key_result(index: int, nth: int) -> dict[str, Any]:
    kind = (index * 3 + nth) % 8
    title = f"{WHAT[(index + nth) % 4].capitalize()} {HOW[nth % 4]}"
    found: dict[str, Any] = {"id": f"kr-{nth + 1}", "number": f"KR{nth + 1}", "title": title}
    if kind == 3:
        return found | {"title": f"{title}: somebody who wasn't there can do it from the page alone"}
    if kind == 4:
        return found | {"target": "one trained stand-in for each shift", "met": "2026-11-09"}
    if kind == 5:
        return found | {"unit": "hours", "target": 8, "keep": "at most"}
    return found | {"unit": "percent", "baseline": 10 + index % 30, "target": 60 + index % 40}


def _front_matter(one: Objective) -> dict[str, Any]:
    index = int(one.id[2:])
    title = f"{VERBS[index % 4]} {WHAT[index // 4 % 4]} {HOW[index // 2 % 4]}"
    if index % 11 == 7:
        title += " so that neither the night shift nor the smallest of our suppliers has to ask twice or wait"
    found: dict[str, Any] = {"type": "strategy", "id": one.id, "number": one.number, "title": title}
    if one.parent:
        results = one.parent.key_results
        served = results[index % len(results)]["id"] if results and index % 3 else None
        found |= {"serves": f"{one.parent.id}#{served}"} if served else {"parent": one.parent.id}
    found |= {"dri": f"role-{index % ROLES + 1}", "start": "FY27" if one.level < 2 else "FY27-Q4"}
    found |= {"end": found["start"], "goals": one.key_results, "updates": [_check_in(one, index)]}
    return found


def _check_in(one: Objective, index: int) -> dict[str, Any]:
    read = [goal for goal in one.key_results if "unit" in goal and index % 10 != 9]
    readings = {goal["id"]: goal.get("baseline", 3) + index % 5 * 9 for goal in read}
    health = ("on-track", "on-track", "at-risk", "on-track", "off-track")[index % 5]
    return {"date": "2026-11-16", "health": health, "note": "As agreed in the call.", "readings": readings}


def write_okr_site(folder: Path) -> Path:
    """Write the site."""
    files: dict[str, str | bytes] = {
        "mission.md": "---\ntype: mission\nstatement: We measure what others guess.\n---\n",
        "vision.md": "---\ntype: vision\nstatement: No storm comes unannounced.\n---\n",
    }
    for nth, place in enumerate(PLACES):
        files[f"teams/team-{nth + 1}.md"] = f"---\ntype: team\ntitle: {place}\nlead: role-{nth + 1}\n---\n"
    roles = {
        f"role-{nth + 1}": {
            "role": f"{PLACES[nth % TEAMS]} {RANKS[nth // TEAMS]}",
            "team": f"team-{nth % TEAMS + 1}",
        }
        for nth in range(ROLES)
    }
    files["people.yml"] = yaml.safe_dump(roles)
    for one in make_objectives():
        text = yaml.safe_dump(_front_matter(one), sort_keys=False, allow_unicode=True)
        files[f"objectives/{one.id}.md"] = f"---\n{text}---\n"
    return write_site(folder, files, config=CONFIG)
