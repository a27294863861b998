"""The plans of the repository give exactly the findings that a careful planner would.

They stand in `snapshots/SITE.txt`. After a change, `pytest tests/test_site_findings.py
--update-snapshots` writes them anew: read them before you commit them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click import unstyle

from mkdocs_plans.outputs.findings import Run, emitter
from mkdocs_plans.rules import check
from tests.small_site import read_site

ROOT = Path(__file__).parents[1]
SITES = {
    "example": ROOT,
    "federal-data-strategy": ROOT / "tests/sites/federal-data-strategy",
    "south-dakota-mines": ROOT / "tests/sites/south-dakota-mines",
    "smallest": ROOT / "tests/sites/smallest",
}


@pytest.mark.parametrize("name", SITES)
def test_a_plans_findings_are_those_that_were_read_and_approved(
    name: str, request: pytest.FixtureRequest
) -> None:
    """All of them, in the words in which they are printed."""
    loaded, site = read_site(SITES[name])
    checked = check(loaded, site)
    run = Run(len(loaded.plan.files), loaded.shown_path, checked.ignored)
    printed = unstyle(emitter("text")(checked.found, run))
    approved = ROOT / "tests/snapshots" / f"{name}.txt"
    if request.config.getoption("--update-snapshots"):
        approved.write_text(printed, "utf-8")
    assert printed == approved.read_text("utf-8")
