"""The figures that commands show, read from what they print: by the names of `expected`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tests.recomputed.by_hand import number_in
from tests.recomputed.expected import Figures
from tests.recomputed.reading import STATES, costs, days_late, days_slipped, of, says


def table(printed: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns; what stands below a row is part of it."""
    head, *lines = printed.split("\n\n", maxsplit=1)[0].splitlines()
    columns = [(name[0].strip(), name.start()) for name in re.finditer(r"\S+( \S+)*", head)]
    ends = [start for _, start in columns[1:]] + [None]
    rows: list[dict[str, str]] = []
    for line in lines:
        cells = {name: line[start:end].strip() for (name, start), end in zip(columns, ends, strict=True)}
        if line[:1] != " ":
            rows.append(cells)
        else:
            rows[-1] = {name: f"{text} {cells[name]}".strip() for name, text in rows[-1].items()}
    return rows


def plans(printed: str) -> Figures:
    """Strategies or tactics as a table."""
    found: Figures = {}
    for row in table(printed):
        key, progress = row["Id"], row.get("Progress") or row.get("Actions done") or ""
        found |= {
            f"{key} state": re.split("[,:]", row["How it goes"])[0].lower(),
            f"{key} of": of(progress, "") if "kept" not in progress else of(progress, " measured"),
            f"{key} kept": of(progress, " kept"),
            f"{key} progress": percent(progress),
            f"{key} actions late": int(m[1])
            if (m := re.search(r"(\d+) actions? overdue", progress))
            else None,
            f"{key} end late": days_late(row.get("Ends", "")),
        }
    return known(found)


def goals(printed: str) -> Figures:
    """All goals as a table."""
    found: Figures = {}
    for row in table(printed):
        found |= {
            f"{row['Id']} state": STATES[row["How it goes"]],
            f"{row['Id']} now": number(row.get("Now")),
            f"{row['Id']} target": number(row.get("Target")),
            f"{row['Id']} late": days_late(row.get("Due", "")),
        }
    return known(found)


def due(printed: str) -> dict[str, int]:
    """What is due, and in how many days: actions and goals as `t1#a2`, ends and reviews as `t1 end`."""
    found = {}
    for block in printed.split("\n\n")[1:]:
        _, listed = block.split("\n", 1)
        for row in table(listed):
            when = re.search(r"(\d+) days? overdue|in (\d+) days?|today", row["When"])
            assert when, row
            days = -int(when[1]) if when[1] else int(when[2] or 0)
            found[_what(row)] = days
    return found


def _what(row: dict[str, str]) -> str:
    """The name of a row: goals and actions stand in a plan, the rest is one."""
    number = row["What"].split()[-1].rpartition(".")[2]
    if row["Kind"] in {"Goal", "Action"}:
        return f"{_plan(row['Part of'])}#{row['Kind'][0].lower()}{number}"
    return f"{_plan(row['What'])} {'review' if row['Kind'] == 'Review' else 'end'}"


def _plan(title: str) -> str:
    kind, number = title.split()
    return f"{kind[0].lower()}{number}"


def shown(printed: str) -> Figures:
    """All facts of a strategy or a tactic."""
    blocks = [block.splitlines() for block in printed.split("\n\n")]
    facts = dict(_pairs(blocks[1]))
    health = re.fullmatch(r"([^(]+) \((.*)\)", facts.get("Health", ""))
    found: Figures = {
        "health": health[1].lower() if health else None,
        "health says": says(health[2]) if health else None,
        "review": _day(facts.get("Next review", "")),
        "review late": days_late(facts.get("Next review", "")),
        "end late": days_late(facts.get("Ends", "")),
        "end slip": days_slipped(facts.get("Ends", "")),
        "progress": percent(facts.get("Progress", "")),
        "of": of(facts.get("Progress", ""), " (?:measured|done)"),
        "kept": of(facts.get("Goals to keep", ""), " kept"),
    }
    for title, *lines in blocks[2:]:
        if title == "Goals":
            found |= _goals(lines)
        elif title == "Actions":
            found |= _actions(lines)
        elif title == "Resources":
            found |= costs(next((one.strip() for one in lines if one.startswith("  Together")), ""))
    return known(found)


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, said = line.strip().partition("  ")
        yield name, said.strip()


def _goals(lines: list[str]) -> Figures:
    found: Figures = {}
    starts = [n for n, line in enumerate(lines) if not line.startswith("    ")]
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        name, facts = f"g{lines[begin].split()[-1]}", dict(_pairs(lines[begin + 1 : end]))
        pace, standing = facts.get("Pace", ""), facts["Progress"]
        points = re.match(r"([−+±])(\d+) point", pace)
        target = facts.get("Target") or facts.get("Keep at least") or facts.get("Keep at most")
        found |= {
            f"{name} state": STATES[standing.split(",")[0]],
            f"{name} now": number(facts.get("Now")),
            f"{name} target": number(target),
            f"{name} progress": percent(standing),
            f"{name} expected": percent(pace),
            f"{name} pace": str(int(points[2]) * (-1 if points[1] == "−" else 1)) if points else None,
            f"{name} late": days_late(facts.get("Due", "")),
            f"{name} slip": days_slipped(facts.get("Due", "")),
        }
    return found


def _actions(lines: list[str]) -> Figures:
    found: Figures = {}
    for line in lines:
        match = re.match(r"  \[(.)\] Step \d+\.(\d+)", line)
        assert match, line
        found |= {
            f"a{match[2]} state": {"x": "Done", "-": "Dropped", " ": "Open"}[match[1]],
            f"a{match[2]} late": days_late(line),
            f"a{match[2]} slip": days_slipped(line),
        }
    return found


def percent(text: str) -> str | None:
    """The percentage in a text."""
    found = re.search(r"\d+%", text)
    return found[0] if found else None


def number(text: str | None) -> object:
    """The number in a text, without what stands behind its unit; None of one in words."""
    said = (text or "").split(", Measured")[0]
    return number_in(said) if any(map(str.isdigit, said)) else None


def known(found: Figures) -> Figures:
    """The figures that are there."""
    return {name: value for name, value in found.items() if value not in (None, {}, 0, "")}


def _day(text: str) -> str | None:
    found = re.match(r"\d+ \w+ \d+", text)
    return datetime.datetime.strptime(found[0], "%d %b %Y").date().isoformat() if found else None
