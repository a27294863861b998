"""What one build knows: the site, the plan as checked, and the plan as this build shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from mkdocs_plans.edits import is_unfinished
from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.history import History, Period, first_promises
from mkdocs_plans.load import Loaded, folder_of, load, state_named
from mkdocs_plans.load.within_bounds import within_bounds
from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.base import Base
from mkdocs_plans.plugin.log import LOG, report, tell
from mkdocs_plans.reading_rules.files import UNEXPANDED_VIEW, UNKNOWN_VIEW
from mkdocs_plans.render import Changes, Href, Past, Renderer, compile_overrides
from mkdocs_plans.rules import check, severity_of
from mkdocs_plans.settings import AsOf, Site
from mkdocs_plans.source import Overlaid, Revision, Source
from mkdocs_plans.standing import is_published

if TYPE_CHECKING:
    from mkdocs.structure.files import Files, InclusionLevel

    from mkdocs_plans.plugin.incremental.reads import Reads


_Make = Callable[[], Mapping[str, bytes]]


class Build:
    """One build. `overrides` is the folder of the site's own templates, if the theme has one; `base` gives
    the plan to compare with; `strict` says that warnings stop it too.
    """

    def __init__(
        self, site: Site, overrides: Path | None, base: Base, *, is_serving: bool, strict: bool
    ) -> None:
        self.site = site
        self.is_serving = is_serving
        self._overrides = overrides if overrides and overrides.is_dir() else None
        self._base = base
        self._worst_allowed = Severity.WARNING if strict else Severity.ERROR
        self._before: Plan | None = None
        self._hidden: frozenset[str] = frozenset()
        self._histories: dict[frozenset[str], tuple[History | None, tuple[Period, ...]]] = {}
        self._unexpanded = 0
        self.loaded = Loaded(Plan())
        self.found: tuple[Located, ...] = ()
        self.reads: Reads | None = None
        """Notes what of the plan goes into each page, where pages are kept for the next build."""
        self.made: Callable[[str, str, _Make, bool], Mapping[str, bytes]] = lambda _, __, make, ___: make()
        """Gives the files of some work, made of the whole plan, with the author's texts or without, and of a
        text: those that are kept, if any.
        """
        self.kept: Callable[[str, str, PlanFile, Callable[[], Any]], Any] = lambda _, __, ___, make: make()
        """Gives what is made of a file, of what the plan is asked for it, and of a text: as it was,
        if the site is served and it is known.
        """

    def read(self) -> None:
        """Read and check the plan and report what was found.

        PluginError where the build must not go on: on errors, and under `--strict` on warnings, though
        never while serving; and where there is nothing to compare with, or the site's own templates can't
        be used.
        """
        if self._overrides:
            compile_overrides(self.site.language, self._overrides)
        self._take(self._source())
        if self.site.as_of:
            self._tell_as_of(self.site.as_of)
        elif self.loaded.nothing_read:
            LOG.warning(self.loaded.nothing_read)
        if is_unfinished(self.site.docs_dir):
            LOG.warning("a command was stopped while it was writing: `plans check` takes that back")
        if self.site.settings.compare_with:
            self._before = self._base.plan(self.site, drafts=self.is_serving)

    def _source(self) -> Source:
        """Where the plan's files are: in the folder, or in the revision that the site shows."""
        folder = folder_of(self.site, drafts=self.is_serving)
        as_of = self.site.as_of
        if as_of is None:
            return folder
        return Revision(self.site.docs_dir, as_of.commit, folder.exclusions, follows=True)

    def _tell_as_of(self, as_of: AsOf) -> None:
        """Say which state of the plan is built, and what of it couldn't be read."""
        state = f"as it was on {as_of.day} ({as_of.commit[:10]})"
        if self.loaded.nothing_read:
            LOG.warning(f"the plan {state}: there was no plan file in {self.loaded.shown_path('.')} yet (at)")
            return
        left_out = self.loaded.left_out
        lost = f"; {len(left_out)} file{'s' * (len(left_out) != 1)} of it can't be read" if left_out else ""
        LOG.info(f"The site shows the plan {state}{lost}")

    def settle(self, published: Collection[str], generated: Mapping[str, bytes]) -> None:
        """Take the plan for what the site publishes, once the other plugins have had their say: without the
        files that they took out, and with those that they generated, as path and content.

        PluginError where these are wrong.
        """
        if generated:
            self._take(Overlaid(self._source(), generated))
        hidden = {
            file.path
            for file in self.loaded.plan.files
            if file.path not in published and (self.is_serving or is_published(file))
        }
        if hidden - self._hidden:
            said = ", ".join(sorted(hidden)[:3]) + (" …" if len(hidden) > 3 else "")
            LOG.info(f"No page shows what stands in plan files that aren't published: {said}")
        if generated or hidden != self._hidden:
            self._hidden = frozenset(hidden)
            # Each is a `cached_property`, which is worked out anew where its value is gone.
            for name in ("plan", "past", "changes", "renderer", "_by_path", "_errors"):
                self.__dict__.pop(name, None)

    def let_go_of_sources(self) -> None:
        """Hold nothing of the plan's files but what was read of them: no finding is located any more."""
        self.loaded = replace(self.loaded, documents={})
        self._base.let_go_of_sources()

    def _take(self, source: Source) -> None:
        """Read and check the plan, and report what wasn't reported before."""
        loaded = load(source, self.site, self._base.known(self.site))
        known = {_key(one) for one in self.found}
        self.loaded, self.found = loaded, self._judged(self._checked(loaded))
        new = [one for one in self.found if _key(one) not in known]
        report(new, loaded, None if self.is_serving else self._worst_allowed)
        self.stop_on(new)

    def _checked(self, loaded: Loaded) -> tuple[Located, ...]:
        """What is wrong; where the site shows what became of the plan, also what git has otherwise."""
        history = self._history(frozenset())[0] if self.site.settings.history else None
        promised = first_promises(loaded.plan, history) if history else None
        return check(loaded, self.site, promised=promised).found

    def _history(self, hidden: frozenset[str]) -> tuple[History | None, tuple[Period, ...]]:
        """What became of the plan, but for the `hidden` files."""
        if hidden not in self._histories:
            self._histories[hidden] = self._base.history(self.site, hidden)
        return self._histories[hidden]

    def _judged(self, found: tuple[Located, ...]) -> tuple[Located, ...]:
        """What was found, as grave as it is. Nobody can mend what stands in a past state: of that, errors
        alone are told, and only what is wrong with the settings of now stops anything.
        """
        if self.site.as_of is None:
            return found
        errors = (one for one in found if one.finding.severity is Severity.ERROR)
        return tuple(one if one.finding in self.site.findings else _as_notice(one) for one in errors)

    def stop_on(self, found: Collection[Located]) -> None:
        """Raise PluginError where findings stop the build."""
        stopping = [f for f in found if f.finding.severity.reaches(self._worst_allowed)]
        if stopping and not self.is_serving:
            number = f"{len(stopping)} finding{'s' * (len(stopping) != 1)}"
            raise PluginError(f"plans: {number} above must be fixed first; nothing was changed")

    @cached_property
    def plan(self) -> Plan:
        """The plan as this build shows it."""
        return self._shown(self.loaded.plan)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed from one plan as this build shows it to the other; None where it marks nothing."""
        if self._before is None:
            return None
        name = self.site.settings.compare_with
        return Changes(self._shown(self._before), self.plan, name, state_named(self.site, name).day)

    @cached_property
    def past(self) -> Past | None:
        """What became of the plan as this build shows it; None where the site doesn't show that."""
        if not self.site.settings.history:
            return None
        history, periods = self._history(self._hidden)
        return Past.of(self.plan, history, periods, self.site.repository)

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of the plan as this build shows it."""
        reads = self.reads
        if reads is None:
            return Renderer(self.plan, self.site, self._overrides, self.changes, past=self.past)
        past = self.past.watched(reads.note) if self.past else None
        return reads.renderer(
            self.plan, lambda plan: Renderer(plan, self.site, self._overrides, self.changes, reads, past)
        )

    def addresses(self, files: Files) -> Callable[[str], str | None]:
        """What gives the address of a file's page, and notes that the page at hand leads there, or would if
        there was one.
        """
        there = files.src_uris
        if self.reads is None:
            return lambda path: file.url if (file := there.get(path)) else None
        self.reads.go_by({path: file.url for path, file in there.items()})
        return self.reads.address

    def is_written(self, level: InclusionLevel) -> bool:
        """Whether this build writes the pages of a level."""
        return bool(level.is_in_serve() if self.is_serving else level.is_included())

    def view(self, name: str, arguments: str, path: str, href: Href) -> str:
        """Render a view for a page. One that there isn't is nothing, and told where the check didn't see
        the page as it is: another plugin or a theme may have written it.
        """
        rules = {one.finding.rule for one in self._by_path.get(path, ())}
        if not self.renderer.has_view(name) and UNKNOWN_VIEW.name not in rules:
            self.tell_unexpanded(path, f'a comment places a view that there isn\'t, "{name}"')
        return self.renderer.view(name, arguments, href)

    def tell_unexpanded(self, page: str, what: str) -> None:
        """Say that a page is written without a view that it should have."""
        severity = severity_of(UNEXPANDED_VIEW, self.site.settings)
        if self.site.as_of and severity != "off":
            severity = Severity.NOTICE
        if severity != "off":
            tell(severity, f"{page}: {what} [{UNEXPANDED_VIEW.name}]")
            self._unexpanded += severity.reaches(self._worst_allowed)

    def stop_on_unexpanded(self) -> None:
        """Raise PluginError where a page lacks a view, unless the site is only served."""
        if self._unexpanded and not self.is_serving:
            pages = f"{self._unexpanded} page{'s' * (self._unexpanded != 1)}"
            raise PluginError(f"plans: {pages} above would be published without a view; nothing was changed")

    def _shown(self, plan: Plan) -> Plan:
        """A plan without what this build doesn't show: drafts only while serving, and never what isn't
        published.
        """
        shown = plan.only(
            lambda file: file.path not in self._hidden and (self.is_serving or is_published(file))
        )
        return within_bounds(shown)

    @cached_property
    def _by_path(self) -> Mapping[str, list[Located]]:
        by_path = defaultdict(list)
        for located in self.found:
            by_path[located.finding.path].append(located)
        return by_path

    def findings_on(self, path: str) -> list[Located]:
        """What a page says about its own file: only while serving."""
        return self._by_path.get(path, []) if self.is_serving else []

    def errors_elsewhere(self, path: str) -> list[tuple[str, Located]]:
        """The errors in other files than a page's own, each with its file as it is shown: only while
        serving, as a build stops on them.
        """
        if not self.is_serving:
            return []
        return [(shown, one) for shown, one in self._errors if one.finding.path != path]

    @cached_property
    def _errors(self) -> list[tuple[str, Located]]:
        errors = [one for one in self.found if one.finding.severity is Severity.ERROR]
        return [(self.loaded.shown_path(one.finding.path), one) for one in errors]


def _as_notice(located: Located) -> Located:
    return replace(located, finding=replace(located.finding, severity=Severity.NOTICE))


def _key(located: Located) -> tuple[object, ...]:
    return located.finding.rule, located.finding.path, located.span, located.finding.message
