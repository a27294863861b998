"""The plan as StratML Part 2, held to the standard's schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from mkdocs_plans.outputs.plan.export import Export, files_of
from tests.full_site import write_full_site
from tests.outputs.plan.exported import exported
from tests.small_site import write_site

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT.parent / "shared/data/stratml/PerformancePlanOrReport20160216.xsd"
SITES = [ROOT, *(ROOT / "tests/sites" / name for name in ("federal-data-strategy", "south-dakota-mines"))]
NAMESPACE = "{urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport}"


@cache
def schema() -> xmlschema.XMLSchema:
    """The schema of Part 2."""
    return xmlschema.XMLSchema(str(SCHEMA))


def document(export: Export) -> ET.Element:
    """The document, parsed."""
    return ET.fromstring(files_of("stratml", export)["plan.stratml.xml"])


needs_schema = pytest.mark.skipif(not SCHEMA.exists(), reason=f"the schema is not at {SCHEMA}")


@needs_schema
@pytest.mark.parametrize("folder", SITES, ids=lambda folder: folder.name)
def test_whole_plans_are_valid(folder: Path) -> None:
    """An invented company's, a government's, a university's."""
    schema().validate(document(exported(folder)))


@needs_schema
def test_odd_plans_are_valid(tmp_path: Path) -> None:
    """Drafts, goals of one id, targets in words, tactics that serve nothing, what XML can't hold."""
    plan = (
        '---\ntype: strategy\ntitle: "A\\x07 & <b>"\ngoals: [{id: a, title: B, target: some of it}, '
        "{id: a, title: C}, {title: D, unit: percent, baseline: 0.1, target: 5, "
        "targets: {2026: 3, 2027: half}, met: yes}]\n---\n"
    )
    loose = "---\ntype: tactic\ntitle: A\nactions: [{do: B, done: yes}, {do: C, due: 2026-Q4}]\n---\n"
    (tmp_path / "full").mkdir()
    for export in (
        exported(write_full_site(tmp_path / "full"), is_whole=True),
        exported(write_site(tmp_path, {"a.md": plan, "b.md": loose})),
    ):
        schema().validate(document(export))


def test_goals_and_actions_are_indicators(tmp_path: Path) -> None:
    """With target, readings and days; who answers is a stakeholder; no draft is in it."""
    root = document(exported(write_full_site(tmp_path)))
    goals = root.findall(f".//{NAMESPACE}Goal")
    hire = next(one for one in goals if one.findtext(f"{NAMESPACE}Identifier") == "strategy.hire")
    names = [one.findtext(f"{NAMESPACE}Name") for one in hire.findall(f"{NAMESPACE}Objective")]
    assert names[0] == "Keep more of the people we hire"
    assert "Ask every candidate the same questions" in names
    indicator = hire.find(f".//{NAMESPACE}PerformanceIndicator")
    assert indicator is not None
    assert indicator.findtext(f"{NAMESPACE}MeasurementDimension") == "First-year retention"
    assert [one.text for one in indicator.iter(f"{NAMESPACE}NumberOfUnits")] == ["80", "62", "74"]
    assert "Ada Ames" in [one.text for one in hire.iter(f"{NAMESPACE}Name")]
    assert "Poach" not in ET.tostring(root, "unicode")


def test_without_a_strategy_there_is_none(tmp_path: Path) -> None:
    """The standard wants a goal at least."""
    export = exported(write_site(tmp_path, {"mission.md": "---\ntype: mission\nstatement: A.\n---\n"}))
    assert files_of("stratml", export) == {}
