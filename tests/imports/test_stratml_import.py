"""StratML documents of both parts become plans; of damaged ones nothing is lost that isn't told."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mkdocs_plans.errors import EditError
from tests.cli.command import run
from tests.full_site import write_full_site
from tests.imports.importing import bring_in
from tests.small_site import found_in, read_site, write_site

PART_1 = """<?xml version="1.0" encoding="UTF-8"?>
<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:StrategicPlanISO">
  <Name>Plan of Lantern County</Name>
  <StrategicPlanCore>
    <Organization><Name>Lantern County</Name><Acronym>LC</Acronym><Identifier>_1</Identifier></Organization>
    <Vision><Description>Light for everyone.</Description><Identifier>_2</Identifier></Vision>
    <Mission><Description>We keep the lamps lit.</Description><Identifier>_3</Identifier></Mission>
    <Value><Name>Care</Name><Description>We mend what breaks.</Description></Value>
    <Goal>
      <Name>Safer streets</Name><Description>Fewer people are hurt.</Description><Identifier>_4</Identifier>
      <SequenceIndicator>1</SequenceIndicator>
      <Stakeholder><Name>Residents</Name><Description>All</Description></Stakeholder>
      <OtherInformation>By law.</OtherInformation>
      <Objective>
        <Name>Light every crossing</Name><Description>Also the small ones.</Description>
        <Identifier>_5</Identifier><SequenceIndicator>1.1</SequenceIndicator><OtherInformation/>
      </Objective>
    </Goal>
  </StrategicPlanCore>
  <AdministrativeInformation><PublicationDate>2026-01-31</PublicationDate>
    <Source>https://example.org/plan.xml</Source></AdministrativeInformation>
</StrategicPlan>
"""

INDICATOR = """<PerformanceIndicator PerformanceIndicatorType="Quantitative">
  <MeasurementDimension>Lit crossings</MeasurementDimension><UnitOfMeasurement>percent</UnitOfMeasurement>
  <MeasurementInstance>
    <TargetResult><EndDate>2026-12-31</EndDate><NumberOfUnits>80</NumberOfUnits></TargetResult>
    <TargetResult><EndDate>2027-12-31</EndDate><NumberOfUnits>95</NumberOfUnits></TargetResult>
    <ActualResult><EndDate>2026-06-30</EndDate><NumberOfUnits>62.5</NumberOfUnits>
      <Description>Counted at night</Description></ActualResult>
  </MeasurementInstance>
</PerformanceIndicator>"""

PERFORMER = """<Stakeholder StakeholderTypeType="Person"><Name>Ada Ames</Name>
  <Role><Name>Lead</Name><RoleType>Performer</RoleType></Role></Stakeholder>"""

PART_2 = (
    PART_1.replace("StrategicPlanISO", "PerformancePlanOrReport")
    .replace("StrategicPlan ", 'PerformancePlanOrReport Type="Performance_Plan" ')
    .replace("</StrategicPlan>", "</PerformancePlanOrReport>")
    .replace("<OtherInformation/>", f"{PERFORMER}<OtherInformation/>{INDICATOR}")
)


def imported(folder: Path, document: str | bytes) -> tuple[list[str], str]:
    """Import a document into an empty plan; give what the report tells, and all that was written."""
    path = folder / "plan.xml"
    path.write_bytes(document if isinstance(document, bytes) else document.encode())
    found = bring_in(write_site(folder), path)
    return [one.value for one in found.lost], "\n".join(one.after.decode() for one in found.changes)


def test_part_1_becomes_strategies_with_goals(tmp_path: Path) -> None:
    """Statements, values, numbers; what has no field stands in the text of its strategy, or is told."""
    told, _ = imported(tmp_path, PART_1)
    plan = read_site(tmp_path)[0].plan
    strategy = plan.strategies["safer-streets"]
    assert (strategy.number, strategy.summary) == ("1", "Fewer people are hurt.")
    assert [(one.title, one.number, one.note) for one in strategy.goals] == [
        ("Light every crossing", "1.1", "Also the small ones.")
    ]
    assert plan.missions[0].statement == "We keep the lamps lit."
    assert plan.values[0].values[0].statement == "We mend what breaks."
    assert "By law." in strategy.body and "Residents" in strategy.body
    assert {"Lantern County", "LC", "2026-01-31", "https://example.org/plan.xml"} <= set(told)
    assert not found_in(tmp_path)


def test_part_2_measures_goals(tmp_path: Path) -> None:
    """Targets on the way, readings as check-ins, and who performs as DRI; again, it changes nothing."""
    imported(tmp_path, PART_2)
    plan = read_site(tmp_path)[0].plan
    [goal] = plan.strategies["safer-streets"].goals
    assert (goal.measure, goal.unit, goal.target, str(goal.due)) == (
        "Lit crossings",
        "percent",
        Decimal(95),
        "2027-12-31",
    )
    assert {str(day): int(str(value)) for day, value in goal.targets.items()} == {"2026-12-31": 80}
    assert goal.dri == ("ada-ames",)
    [update] = plan.strategies["safer-streets"].updates
    assert (str(update.date), str(update.readings[goal.id])) == ("2026-06-30", "62.5")
    assert not bring_in(tmp_path, tmp_path / "plan.xml").changes


def test_what_we_exported_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same strategies, tactics, goals and actions by their ids, as far as StratML has a word for them."""
    monkeypatch.chdir(write_full_site(tmp_path / "full"))
    assert run("export", "stratml", "-o", str(tmp_path / "plan.xml")).exit_code == 0
    before, after = read_site(tmp_path / "full")[0].plan, tmp_path / "new"
    bring_in(write_site(after), tmp_path / "plan.xml")
    plan = read_site(after)[0].plan
    for id_, strategy in plan.strategies.items():
        if id_ in before.strategies:
            assert {one.id for one in strategy.goals} == {one.id for one in before.strategies[id_].goals}
    assert {*plan.tactics} <= {*before.tactics}
    for id_, tactic in plan.tactics.items():
        assert [one.do for one in tactic.actions] == [one.do for one in before.tactics[id_].actions]


NAMESPACE = ' xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"'

DAMAGED = {
    "no namespace": PART_2.replace(NAMESPACE, ""),
    "another namespace": PART_2.replace("urn:ISO", "http://example.org"),
    "a prefix": re.sub(r"<(/?)(?=[A-Z])", r"<\1s:", PART_2).replace(" xmlns=", " xmlns:s="),
    "lower case": re.sub(r"<(/?[A-Z]\w*)", lambda found: found[0].lower(), PART_2),
    "no core": PART_2.replace("<StrategicPlanCore>", "").replace("</StrategicPlanCore>", ""),
    "unknown elements": PART_2.replace(
        "<Objective>", "<Objective><Budget>5 million</Budget><Risk><Name>Rain</Name></Risk>"
    ),
    "text between elements": PART_2.replace("</Objective>", "</Objective>And so on."),
    "no name of a goal": PART_2.replace("<Name>Safer streets</Name>", ""),
    "no name of an objective": PART_2.replace("<Name>Light every crossing</Name>", "<Name/>"),
    "no instance": PART_2.replace("<MeasurementInstance>", "").replace("</MeasurementInstance>", ""),
    "numbers in words": PART_2.replace("95", "nearly all"),
    "numbers with signs": PART_2.replace(">95<", ">1,095 lamps<").replace("62.5", "NaN"),
    "dates in words": PART_2.replace("2027-12-31", "end of the decade"),
    "two results of one day": PART_2.replace("2027-12-31", "2026-12-31").replace(
        "<ActualResult>",
        "<ActualResult><EndDate>2026-06-30</EndDate><NumberOfUnits>8181</NumberOfUnits></ActualResult><ActualResult>",
    ),
    "a target without a day": PART_2.replace(
        "<TargetResult>", "<TargetResult><NumberOfUnits>7171</NumberOfUnits></TargetResult><TargetResult>", 1
    ),
    "a number without a name": PART_2.replace(
        "</Goal>", "<Objective><SequenceIndicator>9.9.1</SequenceIndicator></Objective></Goal>"
    ).replace(
        "</StrategicPlanCore>",
        "<Goal><SequenceIndicator>9.9.2</SequenceIndicator></Goal></StrategicPlanCore>",
    ),
    "attributes of its own": PART_2.replace("<Name>Safer", '<Name note="in short">Safer'),
    "impossible dates": PART_2.replace("2026-06-30", "2026-02-30"),
    "two missions": PART_2.replace(
        "<Mission>", "<Mission><Description>First of all.</Description></Mission><Mission>"
    ),
    "a mission without description": PART_2.replace(
        "<Description>We keep the lamps lit.</Description>", "We light."
    ),
    "the same goal twice": re.sub(r"(?s)(<Goal>.*</Goal>)", r"\1\1", PART_2),
    "objectives of one name": re.sub(r"(?s)(<Objective>.*</Objective>)", r"\1\1", PART_2),
    "an objective beside the goals": re.sub(r"(?s)(<Objective>.*</Objective>)(\s*</Goal>)", r"\2\1", PART_2),
    "nobody's name": PART_2.replace("Ada Ames", "N. N."),
    "markup in texts": PART_2.replace("By law.", "&lt;script&gt;x&lt;/script&gt; [a](javascript:b)"),
    "old encoding": PART_2.replace("UTF-8", "ISO-8859-1").replace("Lamps", "Lämps"),
}


@pytest.mark.parametrize("document", DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_document_loses_nothing_that_is_not_told(document: str, tmp_path: Path) -> None:
    """Each text of it stands in a file that was written, or in the report. And what was written is right."""
    data = document.encode("iso-8859-1" if "ISO-8859-1" in document else "utf-8")
    told, written = imported(tmp_path, data)
    known = plain(f"{written}\n" + "\n".join(told))
    texts = [
        text
        for one in ET.fromstring(data).iter()
        for text in (one.text, one.tail, one.get("note"))
        if text and text.strip()
    ]
    assert [text for text in texts if plain(text) not in known and text != "Performer"] == []
    assert not found_in(tmp_path)


def plain(text: str) -> str:
    """The letters and digits of a text; of an escaped one, those of what it says."""
    return "".join(re.findall(r"\w+", text.replace("&lt;", "<")))


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("<html><p>Mission</p></html>", "no StratML"),
        ("<StrategicPlan><Goal>", "isn't XML"),
        ("no xml", "isn't XML"),
        ('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><Goal>&d;</Goal>', "entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Goal><Name>&b;</Name></Goal>', "entities"),
    ],
)
def test_what_is_no_document_is_refused(document: str, said: str, tmp_path: Path) -> None:
    """In one line; entities are never unfolded."""
    with pytest.raises(EditError, match=said):
        imported(tmp_path, document)
