"""`plans check --since REV`: what the change since a git revision brings in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs_plans.changes import State, brought_in
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.reading import say_moved
from mkdocs_plans.disk import read_config
from mkdocs_plans.errors import ToolError
from mkdocs_plans.findings import Located
from mkdocs_plans.load import Loaded, base_named
from mkdocs_plans.reading_rules.files import INVALID_SETTING, UNKNOWN_SETTING
from mkdocs_plans.rules import Checked, check
from mkdocs_plans.rules.plan_rule import FirstPromises
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Exclusions, Revision, fork_point

SETTINGS = frozenset({UNKNOWN_SETTING.name, INVALID_SETTING.name})


def new_since(
    name: str, loaded: Loaded, checked: Checked, site: Site, promised: FirstPromises | None = None
) -> Checked:
    """Keep the findings that weren't there where the current branch left the revision `name`, or on a day,
    judged by the site's settings and day of now, and by what is known of first promises. ToolError where git
    is missing or knows no such revision.
    """
    name = base_named(site, name, fork_point)
    then = Revision(site.docs_dir, name, Exclusions(site.excluded), follows=True)
    say_moved(then)
    before = load_plan(then, site)
    found = check(before, site, promised=promised)
    old = tuple(one for one in found.found if one.finding.rule not in SETTINGS or _was_there(one, name, site))
    return brought_in(State(before, replace(found, found=old)), State(loaded, checked))


def _was_there(located: Located, name: str, site: Site) -> bool:
    """Whether the line that a finding about the settings is on stood in its file at the revision.

    What lies outside the repository isn't part of the change.
    """
    file = Path(site.docs_dir / located.finding.path).resolve()
    try:
        before = Revision(file.parent, name).contents(file.name)
    except ToolError:
        return True
    now = read_config(file).splitlines()[located.span.line - 1 :][:1]
    return before is not None and set(now) <= set(before.decode("utf-8-sig", "replace").splitlines())
