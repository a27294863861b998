"""What is due: which things, on which day, by whom."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans.due import Due, Kind, due_by
from mkdocs_plans.settings import Reviews
from tests.small_site import STRATEGY, TACTIC, TODAY, read_site, write_site


def due(
    folder: Path, strategy: str = "", tactic: str = "", days: int = 30
) -> list[tuple[str, str, str | None]]:
    """What is due of a strategy and a tactic with these fields: its kind, its day, its DRI."""
    files = {
        "hire.md": STRATEGY.replace("dri:", f"{strategy}dri:", 1),
        "ask.md": TACTIC.replace("dri:", f"{tactic}dri:"),
    }
    loaded, _ = read_site(write_site(folder, files))
    found = due_by(loaded.plan, Reviews(), TODAY, TODAY + datetime.timedelta(days=days))
    return [(str(one.kind), one.day.isoformat(), ", ".join(one.dri) or None) for one in found]


def test_each_kind_has_its_day_and_its_dri(tmp_path: Path) -> None:
    """An action's own DRI, else its tactic's; the day of a period is its last."""
    tactic = (
        "start: 2026-09-01\nend: 2026-Q4\nreview: monthly\nactions:\n"
        "  - {do: One, due: 2026-11, dri: vp-sales}\n  - {do: Two, due: 2026-11-01}\n"
    )
    assert due(tmp_path, tactic=tactic, days=60) == [
        ("review", "2026-10-01", "recruiting-lead"),
        ("action", "2026-11-01", "recruiting-lead"),
        ("action", "2026-11-30", "vp-sales"),
        ("plan", "2026-12-31", "recruiting-lead"),
    ]


@pytest.mark.parametrize("status", ["draft", "proposed", "done", "dropped"])
def test_nobody_waits_for_steps_of_what_is_not_under_way(tmp_path: Path, status: str) -> None:
    """Nor for its end."""
    tactic = f"status: {status}\nend: 2026-11-30\nactions:\n  - {{do: One, due: 2026-11-01}}\n"
    assert due(tmp_path, tactic=tactic) == []


def test_what_is_done_or_reached_is_not_due(tmp_path: Path) -> None:
    """Nor what was dropped; a goal with no day of its own is due with its plan."""
    tactic = (
        "goals:\n  - {title: Met, due: 2026-11-01, met: 2026-10-01}\n  - {title: Open, due: 2026-11-02}\n"
        "  - {title: No day}\nactions:\n  - {do: One, due: 2026-11-01, done: 2026-11-01}\n"
        "  - {do: Two, due: 2026-11-01, dropped: 2026-10-01}\n"
    )
    assert due(tmp_path, tactic=tactic) == [("goal", "2026-11-02", "recruiting-lead")]


def test_days_late_are_counted_from_the_last_day(tmp_path: Path) -> None:
    """On the day itself nothing is late."""
    loaded, _ = read_site(write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC}))
    one = Due(Kind.PLAN, loaded.plan.plans["ask"], TODAY, ())
    assert one.days_late(TODAY) == 0
    assert one.days_late(TODAY + datetime.timedelta(days=3)) == 3
