"""What every file of the plan's data is made from, and which formats there are.

The `emit` of a format takes an `Export` and gives files by their paths below `data/`. It starts from the plan
as the site shows it: without drafts, and without what a page never says of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_plans import standing
from mkdocs_plans.errors import ToolError
from mkdocs_plans.model import LevelPlan, Person, PlanFile, Strategy, Tactic
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.rows import Rows, rows_of
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.standing import is_published
from mkdocs_plans.wording.phrases import Phrases

if TYPE_CHECKING:
    from mkdocs_plans.history import History

Files = Mapping[str, bytes]
"""Files by their paths below `data/`, the main one first."""

FORMATS = ("json", "csv", "xlsx", "calendar", "feed", "stratml")
"""The formats by the name of their file, which the setting `data` and `plans export` take."""

WITHOUT_TEXTS = frozenset({"csv", "xlsx", "calendar", "feed", "stratml"})
"""The formats that hold no author's text, which stands below the fields of a file."""

OF_THE_PAST = frozenset({"calendar", "feed"})
"""The formats that tell what became of the plan."""

Address = Callable[[str], str | None]
"""The address of the page of a file; None where it has none, or the site's own isn't known."""


@dataclass(frozen=True)
class Export:
    """A plan to hand out, in the words of its site. `address` leads to its pages, `revision` is the commit
    that it was read at, if any; `chosen` are filters. `is_whole` says that it has what a site never shows.
    """

    said: Phrases
    address: Address
    revision: str | None = None
    chosen: Tactics = field(default_factory=Tactics)
    is_whole: bool = False
    kept: Callable[[str, PlanFile, Callable[[], Any]], Any] = lambda _, __, make: make()
    """Gives what a format, by its name, has of a file alone: as it was made before, or made now."""
    history: History | None = None
    """What became of the plan, as far as the site shows it; None where it doesn't, or git can't tell."""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.said.plan

    @property
    def site(self) -> Site:
        """Its site."""
        return self.said.site

    @property
    def as_it_was(self) -> str:
        """Which state of the plan it is; empty for that of now."""
        as_of = self.site.as_of
        if as_of is None:
            return ""
        day = self.said.formats.day(as_of.day).text
        said = self.said.language.gettext("The plan as it was on %(day)s", day=day)
        return f"{said} ({as_of.commit[:10]})"

    @property
    def people_with_pages(self) -> Sequence[Person]:
        """The people who have a page in the site."""
        if not self.site.settings.people_pages:
            return ()
        return standing.shown_people(self.plan, self.plan.people.values())

    @property
    def rows(self) -> Rows:
        """The plan as rows."""
        return rows_of(self.said)

    def place(self, plan: LevelPlan, anchor: str) -> str | None:
        """A place on a plan's page."""
        page = self.address(plan.path)
        return None if page is None else f"{page}#{anchor}"


def files_of(format_: str, export: Export) -> Files:
    """Write the files of a format, which is imported when it is asked for: no run waits for the others.

    ToolError, with what to install, where a library that it needs is missing.
    """
    try:
        files: Files = import_module(f"mkdocs_plans.outputs.plan.{format_}").emit(export)
    except ModuleNotFoundError as error:
        name = str(error.name).partition(".")[0]
        wanted = _EXTRAS.get(format_, name)
        raise ToolError(f"{format_} needs {name}, which isn't installed: pip install {wanted}") from error
    return files


_EXTRAS = {"xlsx": '"mkdocs-plans[excel]"'}
"""What to install for a format that not every site has."""


def published(plan: Plan) -> Plan:
    """The plan as a site shows it: without drafts, and with no word of them."""
    shown = plan.only(is_published)
    hidden = plan.plans.keys() - shown.plans.keys()
    return silent_about(hidden, shown) if hidden else shown


def silent_about(hidden: frozenset[str] | set[str], plan: Plan) -> Plan:
    """A plan without references to plans that it doesn't show."""
    return replace(plan, files=tuple(_without(hidden, file) for file in plan.files))


def _without(hidden: frozenset[str] | set[str], file: PlanFile) -> PlanFile:
    if not isinstance(file, LevelPlan):
        return file
    changed: dict[str, object] = {}
    if not hidden.isdisjoint(file.depends_on):
        changed["depends_on"] = tuple(one for one in file.depends_on if one not in hidden)
    if isinstance(file, Strategy) and file.parent in hidden:
        changed |= {"parent": None, "serves": None}
    if isinstance(file, Tactic):
        if file.strategy in hidden:
            changed["strategy"] = None
        if any((one.plan or file.strategy) in hidden for one in file.advances):
            kept = (one for one in file.advances if (one.plan or file.strategy) not in hidden)
            changed["advances"] = tuple(kept)
    return file.model_copy(update=changed) if changed else file
