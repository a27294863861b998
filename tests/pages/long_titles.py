"""A site whose names are as long as they get, in several languages: what pages are looked at with.

Each title has some 120 characters, every third one a word of 60 letters; there are many goals, teams and
people, and one of everything that has a place on a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.small_site import CONFIG, write_site


@dataclass(frozen=True)
class Wording:
    """What titles are made of: phrases that a title is filled up with, and one long word."""

    phrases: tuple[str, ...]
    word: str

    def title(self, number: int, length: int = 120) -> str:
        """The title of that number: it differs from others at its beginning."""
        words = [str(number), *([self.word] if number % 3 == 0 else [])]
        place = number
        while len(" ".join(words)) < length - 12:
            words.append(self.phrases[place % len(self.phrases)])
            place += 1
        return " ".join(words)[:length].rstrip()


WORDINGS = {
    "en": Wording(
        (
            "Hire, train and keep",
            "the people who look after",
            "every clinic of the region",
            "and its visitors",
        ),
        "Counterinterdisciplinaryinstitutionalizationresponsibilities",
    ),
    "de": Wording(
        (
            "Menschen gewinnen, ausbilden",
            "und halten, die sich um",
            "jede Klinik der Region",
            "kümmern sollen",
        ),
        "Krankenhausversorgungsverwaltungsgesellschaftsmitarbeiterin",
    ),
    "ar": Wording(
        ("توظيف وتدريب واستبقاء", "الأشخاص الذين يعتنون", "بكل عيادة في المنطقة", "حتى عام 2027 (50%)"),
        "المستشفياتوالعياداتوالمختبراتوالصيدلياتوالمراكزالصحيةالمتخصصة",
    ),
    "he": Wording(
        ("לגייס, להכשיר ולשמר", "את האנשים שמטפלים", "בכל מרפאה באזור", "עד שנת 2027 (50%)"),
        "מרפאותובתיחוליםומעבדותובתימרקחתומרכזיבריאותמתמחיםבאזורהצפון",
    ),
}

STRATEGIES, GOALS, TACTICS, TEAMS = 4, 14, 3, 12

_DAYS = (
    (2026, 2026),
    ("2026-02-01", "2026-11-10"),
    ("2026-04", "2027-03"),
    (None, "2026-12"),
    ("2026-05", None),
)
_HEALTH = ("on-track", "at-risk", "off-track")

PAGE = """
---
title: Shown in part
---

# Shown in part

<!-- plans/coverage {strategy: s1} -->

<!-- plans/timeline {strategy: s1} -->

<!-- plans/overview -->
"""


def write_long_titles(folder: Path, language: str = "en", config: str = CONFIG) -> Path:
    """Write the site in a language; give its folder."""
    config = config.replace("name: material\n", f"name: material\n  language: {language}\n").replace(
        "theme: {name: material,", f"theme: {{name: material, language: {language},"
    )
    files: dict[str, str | bytes] = {
        path: _front_matter(fields) for path, fields in _plan_files(WORDINGS[language])
    }
    files["people.yml"] = yaml.safe_dump(_people(WORDINGS[language]), allow_unicode=True, sort_keys=False)
    return write_site(folder, {**files, "part.md": PAGE}, config=config)


def _front_matter(fields: dict[str, Any]) -> str:
    present = {name: value for name, value in fields.items() if value is not None}
    return f"---\n{yaml.safe_dump(present, allow_unicode=True, sort_keys=False, width=1000)}---\n"


def _people(wording: Wording) -> dict[str, Any]:
    return {
        f"p{n}": {
            "name": wording.title(n, 60),
            "role": wording.title(n + 1, 90),
            "team": f"team{n % TEAMS}",
        }
        for n in range(5)
    }


def _plan_files(wording: Wording) -> Iterator[tuple[str, dict[str, Any]]]:
    title = wording.title
    yield "mission.md", {"type": "mission", "statement": title(1, 240)}
    yield "vision.md", {"type": "vision", "statement": title(3, 240)}
    yield (
        "values.md",
        {"type": "values", "values": [{"name": title(n), "statement": title(n)} for n in (1, 3)]},
    )
    for n in range(2):
        yield (
            f"themes/t{n}.md",
            {"type": "theme", "title": title(n), "number": str(n + 1), "statement": title(n)},
        )
    for n in range(TEAMS):
        parent = f"team{n // 3}" if n else None
        team = {"type": "team", "title": title(n), "lead": f"p{n % 5}", "parent": parent, "summary": title(n)}
        yield f"teams/team{n}.md", team
    for n in range(STRATEGIES):
        yield f"strategies/s{n}.md", _strategy(wording, n)
        for each in range(TACTICS):
            yield f"tactics/s{n}-{each}.md", _tactic(wording, n, n * TACTICS + each)


def _strategy(wording: Wording, n: int) -> dict[str, Any]:
    start, end = _DAYS[n % len(_DAYS)]
    return {
        "type": "strategy",
        "title": wording.title(n),
        "summary": wording.title(n, 200),
        "number": f"{n + 1}.10",
        "theme": f"t{n % 2}",
        "dri": f"p{n % 5}",
        "contributors": ["p3", "p4"],
        "status": "done" if n == STRATEGIES - 1 else None,
        "start": start,
        "end": end,
        "originally": "2026-09" if end else None,
        "depends_on": [f"s{n - 1}"] if n else None,
        "goals": [_goal(wording, number) for number in range(GOALS)],
        "updates": [
            _update(wording, n),
            {"date": "2026-07-31", "health": "on-track", "readings": {"g1": 2.5}},
        ],
    }


def _goal(wording: Wording, n: int) -> dict[str, Any]:
    goal = {"id": f"g{n}", "title": wording.title(n), "number": f"1.10.{n}", "measure": wording.title(n, 90)}
    due = {"due": "2026-12-31", "originally": "2026-10-31"}
    if n % 4 == 0:
        return {**goal, "met": "2026-06-12" if n else None} | ({} if n else due)
    if n % 4 == 2:
        return {**goal, "keep": "at least", "target": 12345.6, "unit": wording.title(n, 30), "dri": "p1"}
    return {**goal, "baseline": 1, "target": 4, "unit": wording.title(n, 30), **due}


def _update(wording: Wording, n: int) -> dict[str, Any]:
    return {
        "date": "2026-10-31",
        "health": _HEALTH[n % 3],
        "readings": {"g1": 3, "g2": 11000, "g6": 13000},
        "note": wording.title(n, 300),
    }


def _tactic(wording: Wording, strategy: int, n: int) -> dict[str, Any]:
    start, end = _DAYS[n % len(_DAYS)]
    return {
        "type": "tactic",
        "title": wording.title(n),
        "number": f"{strategy + 1}.10.{n}",
        "strategy": f"s{strategy}",
        "advances": [f"g{goal}" for goal in range(n % 3, GOALS, 2)],
        "dri": f"p{n % 5}",
        "team": f"team{n % TEAMS}",
        "contributors": ["p0", "p2"],
        "status": "dropped" if n == 1 else None,
        "start": start,
        "end": end,
        "originally": "2026-09" if end and n % 2 else None,
        "depends_on": [f"s{strategy}-{n % TACTICS - 1}"] if n % TACTICS else None,
        "outcome": wording.title(n, 200),
        "resources": [
            {"name": wording.title(n), "cost": "1234567.50 EUR", "url": "https://example.org/" + "a" * 70},
            wording.title(n, 60),
        ],
        "actions": [
            {
                "do": wording.title(n),
                "dri": "p1",
                "due": "2026-10-01",
                "originally": "2026-05-01",
                "number": "1",
            },
            {"do": wording.title(n + 3), "when": wording.title(n, 90), "measure": wording.title(n)},
            {"do": wording.title(n + 6), "done": "2026-11-01", "due": "2026-09-01", "contributors": ["p2"]},
        ],
        "updates": [{"date": "2026-11-01", "health": _HEALTH[n % 3], "note": wording.title(n, 200)}],
    }
