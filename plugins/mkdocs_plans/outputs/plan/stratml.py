"""The plan as StratML Part 2 (ANSI/AIIM 22, ISO 17469): the form in which public bodies exchange their plans.

A strategy is a *Goal* there, and what it wants and its tactics are *Objectives*. The measure of a goal of
ours is a *PerformanceIndicator* with its target and its readings; so is an action, with its day. What there
is no element for stands in *OtherInformation*.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from xml.etree import ElementTree as ET

from mkdocs_plans import figures
from mkdocs_plans.model import Action, Goal, LevelPlan, Strategy, Tactic, plain_text
from mkdocs_plans.outputs.plan.csv import plain_number
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.xml import Element, add, written
from mkdocs_plans.settings.data_files import STRATML

_NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


def emit(export: Export) -> Files:
    """Write the document; nothing where no strategy is in it, which StratML can't say."""
    document = _Document(export)
    return {STRATML: written(document.root)} if document.has_goals else {}


class _Document:
    """A document with the parts of a plan in their places; ids are given once, as XML wants it."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._say = export.said.language.gettext
        self._ids: set[str] = set()
        self.root = ET.Element("PerformancePlanOrReport", {"xmlns": _NAMESPACE, "Type": "Performance_Plan"})
        add(self.root, "Name", export.site.organization)
        core = add(self.root, "StrategicPlanCore")
        self._add_organization(core)
        for strategy in export.plan.strategies.values():
            if export.rows.passes(strategy, export.chosen):
                self._add_strategy(core, strategy)
        self._add_loose(core)
        self.has_goals = core.find("Goal") is not None
        about = add(self.root, "AdministrativeInformation")
        add(about, "PublicationDate", export.said.today.isoformat())
        if export.site.url:
            add(about, "Source", export.site.url)

    def _add_organization(self, core: Element) -> None:
        plan = self._export.plan
        add(add(core, "Organization"), "Name", self._export.site.organization)
        for name, files in (("Vision", plan.visions), ("Mission", plan.missions)):
            if files:
                text = "\n".join(plain_text(one.statement) for one in files)
                add(add(core, name), "Description", text)
        for value in (value for one in plan.values for value in one.values):
            element = add(core, "Value")
            add(element, "Name", plain_text(value.name))
            if value.statement:
                add(element, "Description", plain_text(value.statement))

    def _add_strategy(self, core: Element, strategy: Strategy) -> None:
        goal = add(core, "Goal")
        self._add_head(goal, strategy)
        for one in strategy.goals:
            objective = add(goal, "Objective")
            add(objective, "Name", plain_text(one.title))
            add(objective, "Description", plain_text(one.note or ""))
            self._add_id(objective, f"goal.{strategy.id}.{one.id}")
            self._add_number(objective, one.number)
            self._add_people(objective, self._export.plan.dri_of(strategy, one), one.contributors)
            self._add_goal(objective, strategy, one)
        for tactic in self._export.plan.tactics_of(strategy):
            self._add_tactic(goal, tactic)

    def _add_loose(self, core: Element) -> None:
        """The tactics that serve no strategy."""
        plan = self._export.plan
        loose = [one for one in plan.tactics.values() if plan.strategy_of(one) is None]
        if passing := [one for one in loose if self._export.rows.passes(one, self._export.chosen)]:
            noun = self._export.said.language.small(self._export.said.words.strategy.one)
            goal = add(core, "Goal")
            add(goal, "Name", self._say("With no %(theme)s", theme=noun))
            add(goal, "Description", "")
            for tactic in passing:
                self._add_tactic(goal, tactic)

    def _add_tactic(self, goal: Element, tactic: Tactic) -> None:
        if not self._export.rows.passes(tactic, self._export.chosen):
            return
        objective = add(goal, "Objective")
        self._add_head(objective, tactic)
        for one in tactic.goals:
            self._add_goal(objective, tactic, one)
        for action in tactic.actions:
            self._add_action(objective, action)

    # --- what all have ---------------------------------------------------------------------------

    def _add_head(self, element: Element, one: LevelPlan) -> None:
        add(element, "Name", plain_text(one.title))
        outcome = one.outcome if isinstance(one, Tactic) else None
        add(element, "Description", plain_text(one.summary or outcome or ""))
        self._add_id(element, f"{one.type}.{one.id}")
        self._add_number(element, one.number)
        self._add_people(element, one.dri, one.contributors)
        add(element, "OtherInformation", "\n".join(self._facts(one)))

    def _facts(self, one: LevelPlan) -> list[str]:
        said, colon = self._export.said, self._say(": ")
        facts = [(self._say("Status"), said.words.status(one.status))]
        if one.start:
            facts.append((self._say("Starts"), one.start.first.isoformat()))
        if one.end or one.when:
            facts.append((self._say("Ends"), one.end.last.isoformat() if one.end else one.when or ""))
        if page := self._export.address(one.path):
            facts.append((self._say("Link"), page))
        return [f"{name}{colon}{value}" for name, value in facts]

    def _add_id(self, element: Element, name: str) -> None:
        if name not in self._ids:
            self._ids.add(name)
            add(element, "Identifier", name)

    def _add_number(self, element: Element, number: str | None) -> None:
        if number:
            add(element, "SequenceIndicator", number)

    def _add_people(self, element: Element, dris: Iterable[str], contributors: Iterable[str]) -> None:
        words = self._export.said.words
        roles = dict.fromkeys(contributors, words.contributor.one) | dict.fromkeys(dris, words.dri.one)
        for handle, noun in roles.items():
            is_team = self._export.plan.answering_team(handle) is not None
            kind = "Organization" if is_team else "Person"
            holder = add(element, "Stakeholder", StakeholderTypeType=kind)
            add(holder, "Name", self._export.said.person_name(handle))
            role = add(holder, "Role")
            add(role, "Name", noun)
            add(role, "RoleType", "Performer")

    # --- what is measured ------------------------------------------------------------------------

    def _add_goal(self, objective: Element, plan: LevelPlan, goal: Goal) -> None:
        kind = "Quantitative" if goal.is_measured else "Qualitative"
        indicator = _indicator(objective, plain_text(goal.measure or goal.title), goal.unit or "", kind)
        instance = add(indicator, "MeasurementInstance")
        due = plan.due_of(goal)
        for step, value in goal.targets.items():
            _result(instance, "TargetResult", step.last, value)
        _result(instance, "TargetResult", due.last if due else None, goal.target, plan.when_of(goal))
        if goal.baseline is not None:
            start = plan.start.first if plan.start else None
            _result(instance, "ActualResult", start, goal.baseline, self._say("Baseline"))
        for reading in figures.readings(plan, goal, self._export.said.today):
            _result(instance, "ActualResult", reading.day, reading.value)
        if goal.met:
            day = None if isinstance(goal.met, str) else goal.met.last
            _result(instance, "ActualResult", day, None, self._say("Met"))

    def _add_action(self, objective: Element, action: Action) -> None:
        indicator = _indicator(objective, plain_text(action.do), "", "Qualitative")
        instance = add(indicator, "MeasurementInstance")
        _result(instance, "TargetResult", action.due.last if action.due else None, None, action.when)
        if action.done:
            day = None if isinstance(action.done, str) else action.done.last
            _result(instance, "ActualResult", day, None, self._say("Done"))


def _indicator(objective: Element, dimension: str, unit: str, kind: str) -> Element:
    indicator = add(objective, "PerformanceIndicator", PerformanceIndicatorType=kind)
    add(indicator, "MeasurementDimension", dimension)
    add(indicator, "UnitOfMeasurement", unit)
    return indicator


def _result(
    instance: Element,
    name: str,
    day: datetime.date | None,
    value: Decimal | str | None,
    text: str | None = None,
) -> None:
    """A target or a reading: a number, or words, on a day."""
    result = add(instance, name)
    if day:
        add(result, "EndDate", day.isoformat())
    if isinstance(value, Decimal):
        add(result, "NumberOfUnits", plain_number(value))
    words = [one for one in (value if isinstance(value, str) else None, text) if one]
    if words:
        add(result, "Description", plain_text("; ".join(words)))
