"""What a fixer is given: a finding, the document that it is in, and the plan around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plans.edits.scalars import after_edits
from mkdocs_plans.findings import Edit, Finding, Route, Span
from mkdocs_plans.fixes.uses import Use, uses
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document, read_document, read_yaml_document
from mkdocs_plans.yaml import Value


@dataclass(frozen=True)
class Around:
    """What stands around a document: the plan, and the site that it is in."""

    plan: Plan
    site: Site

    @cached_property
    def uses(self) -> Counter[Use]:
        """How often the plan names each id."""
        return uses(self.plan)


@dataclass(frozen=True, slots=True)
class Case:
    """One finding, with all that a fixer may look at."""

    finding: Finding
    document: Document
    around: Around

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

    def is_likelier(self, meant: Use, said: Use) -> bool:
        """Whether an id that is there is likelier spelt as it should be than the one that was said. One
        that is said more often than it itself is may be the misspelt one of the two.
        """
        return self.around.uses[said] <= max(1, self.around.uses[meant])

    def after(self, edits: Iterable[Edit]) -> Document:
        """The document as it would read with these edits made."""
        return after_edits(self.document, edits)


def read(path: str, data: bytes, site: Site) -> Document:
    """Read one file of a plan: the people file, or a Markdown file."""
    reader = read_yaml_document if path == site.settings.people else read_document
    return reader(path, data)
