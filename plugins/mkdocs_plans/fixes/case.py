"""What a fixer is, and what it is given: a finding, the document that it is in, and the plan around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plans.edits.scalars import read_after
from mkdocs_plans.findings import Edit, Finding, Fix, Route, Span
from mkdocs_plans.load import load
from mkdocs_plans.model import Action, Goal, LevelPlan, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document, File, read_document, read_yaml_document
from mkdocs_plans.yaml import Value

NamedId = tuple[str, str]
"""What is named, by kind (`plan`, `goal`, `theme`, `team`, `person`) and id (a goal's with its plan's)."""


def count_uses(plan: Plan) -> Counter[NamedId]:
    """Count what a plan names."""
    counted: Counter[NamedId] = Counter()
    for each in plan.plans.values():
        counted.update(_of_level_plan(each))
    for team in plan.teams.values():
        counted.update(_named("team", team.parent))
        counted.update(_named("person", team.lead))
    for person in plan.people.values():
        counted.update(_named("team", person.team))
    return counted


def goal_of(plan: str | None, goal: str) -> NamedId:
    """A goal, as it is counted."""
    return "goal", f"{plan}#{goal}"


def _of_level_plan(plan: LevelPlan) -> Iterator[NamedId]:
    yield from _named("team", plan.team)
    yield from _named("plan", *plan.depends_on)
    yield from (goal_of(plan.id, goal) for update in plan.updates for goal in update.readings)
    parts: list[LevelPlan | Goal | Action] = [plan, *plan.goals]
    if isinstance(plan, Strategy):
        yield from _named("theme", plan.theme)
        yield from _named("plan", plan.parent)
    if isinstance(plan, Tactic):
        yield from _named("plan", plan.strategy)
        yield from _named("theme", plan.theme)
        parts += plan.actions
    yield from _goals_named(plan)
    for part in parts:
        yield from _named("person", *part.dri, *part.contributors)


def _goals_named(plan: LevelPlan) -> Iterator[NamedId]:
    for reference in plan.goals_named:
        yield goal_of(reference.plan or plan.above_id, reference.goal)
        yield from _named("plan", reference.plan)


def _named(kind: str, *ids: str | None) -> Iterator[NamedId]:
    return ((kind, each) for each in ids if each)


@dataclass(frozen=True, slots=True)
class _Alone:
    """A plan that has one file."""

    file: File
    is_people: bool

    def files(self) -> Iterator[File]:
        if not self.is_people:
            yield self.file

    def read(self, path: str) -> File | None:
        return self.file if self.is_people and path == self.file.path else None


def find_alone(document: Document, site: Site) -> tuple[Finding, ...]:
    """Read a document as the only one of its plan; give what is wrong with it."""
    file = File(document.path, document.text.encode())
    return load(_Alone(file, document.path == site.settings.people), site).findings


@dataclass(frozen=True)
class Surroundings:
    """What stands around a document: the plan, and the site that it is in."""

    plan: Plan
    site: Site

    @cached_property
    def uses(self) -> Counter[NamedId]:
        """How often the plan names each id."""
        return count_uses(self.plan)


@dataclass(frozen=True, slots=True)
class Case:
    """One finding, with all that a fixer may look at. `others` are findings of its rule and document that
    are to be fixed as well: a fixer may do so at once, as each fix takes several readings of the document.
    """

    finding: Finding
    document: Document
    around: Surroundings
    others: tuple[Finding, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan that the document is of."""
        return self.around.plan

    @property
    def site(self) -> Site:
        """The site that the plan is of."""
        return self.around.site

    @property
    def span(self) -> Span:
        """Where the finding is."""
        return self.document.locate(self.finding.at)

    @property
    def line(self) -> str:
        """The text of the line that the finding is on."""
        return self.document.line(self.span.line)

    @property
    def route(self) -> Route:
        """The way to the value or key that is wrong; to the top where the finding has only a span."""
        return self.finding.at if isinstance(self.finding.at, Route) else Route()

    @property
    def values(self) -> Mapping[str, Value]:
        """The front matter's values; none where it can't be read."""
        return self.document.values or {}

    def is_likelier(self, meant: NamedId, said: NamedId) -> bool:
        """Whether an id that is there is likelier spelt as it should be than the one that was said. One
        that is said more often than it itself is may be the misspelt one of the two.
        """
        return self.around.uses[said] <= max(1, self.around.uses[meant])

    def after(self, edits: Iterable[Edit]) -> Document:
        """The document as it would read with these edits made."""
        return read_after(self.document, edits)


@dataclass(frozen=True, slots=True)
class Fixer:
    """What fixes findings of some rules. `fix` is pure: it gives the edits that fix a finding, or none."""

    fix: Callable[[Case], Fix]
    rules: tuple[str, ...]


def read_document_at(path: str, data: bytes, site: Site) -> Document:
    """Read one file of a plan: the people file, or a Markdown file."""
    reader = read_yaml_document if path == site.settings.people else read_document
    return reader(path, data)
