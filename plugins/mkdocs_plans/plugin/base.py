"""What builds have in common while a site is served: the plan before a change, and what was read of files."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial

from mkdocs.exceptions import PluginError

from mkdocs_plans.errors import ToolError
from mkdocs_plans.history import History, Period, read_past
from mkdocs_plans.load import Known, base_named, load
from mkdocs_plans.plan import Plan
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.settings import Site
from mkdocs_plans.source import (
    SHALLOW,
    Exclusions,
    Revision,
    history_branch,
    is_shallow,
    left_revision,
    resolve,
)


@dataclass(frozen=True)
class _Read:
    """What was read, and by which commit and site."""

    commit: str
    site: Site
    plan: Plan


class Base:
    """Reads the plan of the setting `compare_with`, and each plan file; once for all rebuilds between which
    neither the commit nor the site's settings nor the file change.
    """

    def __init__(self) -> None:
        self._read: _Read | None = None
        self._site: tuple[Site, datetime.date] | None = None
        self._known: Known = {}
        self._past: tuple[object, tuple[History, tuple[Period, ...]]] | None = None
        self._said: set[str] = set()

    def known(self, site: Site) -> Known:
        """What was read of each file by a site's settings of now; of some, of an older text too."""
        if self._site != (site, site.today):
            self._site, self._known = (site, site.today), {}
        newest = {path: (path, data) for path, data in self._known}
        if len(self._known) > 2 * len(newest):
            self._known = {key: self._known[key] for key in newest.values()}
        return self._known

    def let_go_of_sources(self) -> None:
        """Read each file anew next time."""
        self._known = {}

    def history(self, site: Site, hidden: frozenset[str]) -> tuple[History | None, tuple[Period, ...]]:
        """What became of the plan, as far as it is published, and what changed in each period; None, said in
        the log, where git can't tell. It is read again where there are other commits.
        """
        try:
            newest = site.as_of.commit if site.as_of else history_branch(site.docs_dir)[0]
            commit = resolve(site.docs_dir, newest), is_shallow(site.docs_dir)
            key = (commit, site, site.today, hidden)
            if self._past is None or self._past[0] != key:
                self._past = key, read_past(site, self.known(site), hidden)
            found, periods = self._past[1]
        except ToolError as error:
            self._say(f"No page shows what became of the plan (history): {error}")
            return None, ()
        if found.is_cut:
            self._say(f"Pages show the newest changes of the plan alone (history): {SHALLOW}")
        return found, periods

    def _say(self, text: str) -> None:
        """Say something once."""
        if text not in self._said:
            LOG.info(text)
            self._said.add(text)

    def plan(self, site: Site, *, drafts: bool) -> Plan:
        """The plan where the current branch left the revision, or of that day, read by the site's settings
        of now; an empty one where that had none. PluginError where git can't give it.
        """
        name = site.settings.compare_with
        try:
            head = site.as_of.commit if site.as_of else "HEAD"
            commit = base_named(site, name, partial(left_revision, head=head))
            if self._read is None or (self._read.commit, self._read.site) != (commit, site):
                patterns = site.excluded if drafts else (*site.excluded, *site.drafts)
                revision = Revision(site.docs_dir, commit, Exclusions(patterns), follows=True)
                self._read = _Read(commit, site, load(revision, site).plan)
        except ToolError as error:
            raise PluginError(f"plans: can't compare with `{name}` (compare_with): {error}") from error
        return self._read.plan
