"""The states of a plan, one commit after another, each as its readers know it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.changes import PlanPair, Teller
from mkdocs_plans.load import Known, Succession
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import MARKDOWN, Blobs, Commit, Exclusions, Log, Revision, read_log
from mkdocs_plans.standing import is_published
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


@dataclass(frozen=True)
class Scope:
    """What of a site's plan is read: all of it, or what the site publishes, without drafts and without the
    `hidden` files.
    """

    site: Site
    is_public: bool = False
    hidden: frozenset[str] = frozenset()


def read_commits(scope: Scope) -> Log:
    """Read which commits touch the plan. ToolError where there is no git, no repository or no commit."""
    site, hidden = scope.site, scope.hidden
    excluded = Exclusions((*site.excluded, *site.drafts) if scope.is_public else site.excluded)

    def is_wanted(path: str) -> bool:
        is_page = path.endswith(MARKDOWN) and not excluded.exclude(path) and path not in hidden
        return is_page or path in {site.settings.people, *site.settings.readings}

    state = Revision(site.docs_dir, site.as_of.commit, follows=True) if site.as_of else None
    return read_log(site.docs_dir, is_wanted, state)


class States:
    """Goes through the states, the oldest first. What didn't change is the same object in each."""

    def __init__(self, scope: Scope, blobs: Blobs, known: Known) -> None:
        self._succession = Succession(scope.site, blobs.read, known)
        self._is_public = scope.is_public

    def take(self, commit: Commit) -> None:
        """Go on to the state after a commit."""
        for path, blob in commit.changed:
            self._succession.change(path, blob)

    def plan(self) -> Plan:
        """The plan as it stands now."""
        plan = self._succession.plan()
        return plan.only(is_published) if self._is_public else plan


class Tellers:
    """Gives what words the change from one state of a site's plan to another."""

    def __init__(self, scope: Scope) -> None:
        site, self._is_public = scope.site, scope.is_public
        language = Language(site.language)
        self._words, self._formats = Words(language, site.settings.labels), Formats(language)
        self._grades = site.settings.grades

    def of(self, plans: PlanPair) -> Teller:
        """What words a change."""
        return Teller(plans, self._words, self._formats, self._grades, is_published=self._is_public)
