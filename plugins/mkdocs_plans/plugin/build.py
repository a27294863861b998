"""What one build knows: the site, the plan as checked, and the plan as this build shows it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from pathlib import Path

from mkdocs.exceptions import PluginError

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.load import Loaded, folder_of, load
from mkdocs_plans.model import LevelPlan, PlanFile, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.log import LOG, report
from mkdocs_plans.render import Changes, Renderer
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site


class Build:
    """One build. `overrides` is the folder of the site's own templates, if the theme has one; `base` gives
    the plan to compare with.
    """

    def __init__(self, site: Site, overrides: Path | None, is_serving: bool, base: Base) -> None:
        self.site = site
        self.is_serving = is_serving
        self._overrides = overrides
        self._base = base
        self._before: Plan | None = None
        self.loaded = Loaded(Plan())
        self.findings: dict[str, list[Located]] = {}

    def read(self, *, strict: bool) -> None:
        """Read and check the plan and report what was found.

        PluginError where the build must not go on: on errors, and under `--strict` on warnings, though
        never while serving; and where there is nothing to compare with.
        """
        self.loaded = load(folder_of(self.site, drafts=self.is_serving), self.site)
        found = check(self.loaded, self.site).found
        worst_allowed = Severity.WARNING if strict else Severity.ERROR
        report(found, self.loaded, None if self.is_serving else worst_allowed)
        if self.loaded.nothing_read:
            LOG.warning(self.loaded.nothing_read)
        by_path = defaultdict(list)
        for located in found:
            by_path[located.finding.path].append(located)
        self.findings = dict(by_path)
        stopping = [f for f in found if f.finding.severity.reaches(worst_allowed)]
        if stopping and not self.is_serving:
            number = f"{len(stopping)} finding{'s' * (len(stopping) != 1)}"
            raise PluginError(f"plans: {number} above must be mended first; nothing was changed")
        if self.site.settings.compare_with:
            self._before = self._base.plan(self.site, drafts=self.is_serving)

    @cached_property
    def plan(self) -> Plan:
        """The plan as this build shows it."""
        return self._shown(self.loaded.plan)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed from one plan as this build shows it to the other; None where it marks nothing."""
        if self._before is None:
            return None
        return Changes(self._shown(self._before), self.plan, self.site.settings.compare_with)

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of the plan as this build shows it."""
        return Renderer(self.plan, self.site, self._overrides, self.changes)

    def _shown(self, plan: Plan) -> Plan:
        """A plan without what this build doesn't show: drafts only while serving."""
        return plan if self.is_serving else plan.only(_is_published)

    def findings_on(self, path: str) -> list[Located]:
        """What a page says about its own file: only while serving."""
        return self.findings.get(path, []) if self.is_serving else []


def _is_published(file: PlanFile) -> bool:
    return not (isinstance(file, LevelPlan) and file.status is Status.DRAFT)
