"""Every figure in a terminal agrees with the one computed by hand, on 40 random sites."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.cli.browsing import plans
from tests.recomputed import in_terminal
from tests.recomputed.agreement import differences
from tests.recomputed.by_hand import ByHand
from tests.recomputed.expected import Figures, expected
from tests.recomputed.sites import Made, make, write

pytestmark = pytest.mark.thorough

WIDE = 400
"""Columns enough for each row to stand on one line."""

AHEAD = 30
"""How many days ahead `plans due` looks by itself."""


@pytest.mark.parametrize("seed", range(40))
def test_commands_show_what_comes_out_by_hand(seed: int, tmp_path: Path) -> None:
    """The lists of plans and goals, all facts of each plan, and what is due."""
    site, folder = make(seed), tmp_path / "site"
    write(site, folder)
    by = ByHand(site)
    pages = expected(by)

    def printed(command: str, *arguments: str) -> str:
        return plans(folder, command, *arguments, columns=WIDE).stdout

    until = by.today + datetime.timedelta(days=AHEAD)
    told = [
        ("list strategies", _strategies(pages, site), in_terminal.plans(printed("list", "strategies"))),
        ("list tactics", _tactics(pages), in_terminal.plans(printed("list", "tactics"))),
        ("list goals", _goals(pages, site), in_terminal.goals(printed("list", "goals"))),
        ("due", dict(by.due_by(until)), in_terminal.due(printed("due"))),
        *((f"show {name}", pages[name], in_terminal.shown(printed("show", name))) for name in site.plans),
    ]
    wrong = [
        line
        for command, right, found in told
        for line in differences(f"site {seed}, plans {command}", right, found)
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def _strategies(pages: dict[str, Figures], site: Made) -> Figures:
    """The figures of strategies that a list shows: those of their pages; of few measured goals, how few."""
    found: Figures = {}
    for key, plan in site.strategies.items():
        page = pages[key]
        known, _, total = page.get("of", "0 of 0").partition(" of ")
        found |= {f"{key} {name}": page[name] for name in ("progress", "kept", "end late") if name in page}
        found[f"{key} state"] = page.get("health", plan["status"])
        if known != total:
            found[f"{key} of"] = page["of"]
    return found


def _tactics(pages: dict[str, Figures]) -> Figures:
    """The figures of tactics that a list shows: of their actions, how many are done, not what share."""
    return {
        name: value for name, value in pages["tactics"].items() if not name.endswith((" progress", " slip"))
    }


def _goals(pages: dict[str, Figures], site: Made) -> Figures:
    """The figures of goals that a list shows."""
    return {
        f"{key}#{name}": value
        for key in site.plans
        for name, value in pages[key].items()
        if name.startswith("g") and name.split()[1] in {"state", "now", "target", "late"}
    }
