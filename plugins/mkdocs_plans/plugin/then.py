"""A site that shows a past state of the plan (the setting `at`): its files take the place of the folder's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_plans.errors import ToolError
from mkdocs_plans.load import day_of_state, state_named
from mkdocs_plans.load.states import is_both
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.plugin.neighbours import without_history
from mkdocs_plans.settings import AsOf, Site
from mkdocs_plans.source import Revision, check_out, plan_folders, resolve, top_of
from mkdocs_plans.wording.terminal_text import printable


class Then:
    """The files of the state that a site shows, from build to build."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._made_of: tuple[Path, str] | None = None
        self._place: Path | None = None
        self._now: str = ""

    def put_back(self, config: MkDocsConfig) -> None:
        """Give the configuration its own folder again: a plugin may build several times with it."""
        if self._place is not None and Path(config.docs_dir) == self._place:
            config.docs_dir = self._now

    def take(self, site: Site, config: MkDocsConfig) -> Site:
        """Have MkDocs take its files from the state that the site shows, where it shows one; give the site as
        of then. What can't be shown is a finding.
        """
        name = site.settings.at
        if not name:
            return site
        if is_both(site, name):
            LOG.info(f"`{printable(name)}` (at) is a branch or a tag here, and is taken for that")
        try:
            state = state_named(site, name, hint="")  # the finding has one
            commit = resolve(site.docs_dir, state.revision) or state.revision
            as_of = AsOf(commit, day_of_state(site, state))
            revision = Revision(site.docs_dir, commit, follows=True)
            place = self._written(revision)
        except ToolError as error:
            has_any = resolve(site.docs_dir, "HEAD") is not None
            hint = "write a day, such as 2026-06-30, or a revision that `git log --oneline` shows" * has_any
            return _refused(site, f"the plan as of `{name}` can't be shown: {error}", hint)
        if place is None:
            return _refused(site, *_elsewhere(site, as_of))
        if revision.moved_from:
            LOG.info(f"The plan stood in {revision.moved_from} then (at), and is read there")
        self._now, config.docs_dir = config.docs_dir, str(place)
        _copy_looks(config, site.docs_dir, place)
        config.edit_uri = config.edit_uri_template = None  # nobody can edit what was
        without_history(["*"], config)  # the files stand where no repository is
        settings = site.settings.model_copy(update={"today": site.settings.today or as_of.day})
        return replace(site, settings=settings, as_of=as_of)

    def _written(self, revision: Revision) -> Path | None:
        """Where the folder stands as it was in a revision; None where that hadn't it."""
        made_of = revision.root, revision.commit
        if self._made_of != made_of:
            if self._folder is not None:
                self._folder.cleanup()
            self._folder = TemporaryDirectory(prefix="mkdocs-plans-")
            self._place = check_out(revision, Path(self._folder.name).resolve())
            self._made_of = made_of
        return self._place


def _refused(site: Site, message: str, hint: str) -> Site:
    """The site with the finding that it can't show what is wanted."""
    return replace(site, findings=(*site.findings, site.finding_at("at", message, hint)))


def _elsewhere(site: Site, as_of: AsOf) -> tuple[str, str]:
    """What to say where a state has no folder of the plan: it may have stood elsewhere."""
    folder = site.docs_dir.name
    message = f"the plan as it was on {as_of.day} ({as_of.commit[:10]}) has no folder {folder}"
    if found := plan_folders(top_of(site.docs_dir) or site.docs_dir, as_of.commit):
        places = ", ".join(place or "the top of the repository" for place in found[:3])
        build = f"`git worktree add ../then {as_of.commit[:10]}`, then `mkdocs build` in that folder"
        return f"{message}: its plan files stood in {places}", f"build it where it stood: {build}"
    return f"{message}, and no plan file", "name a later day or revision"


def _copy_looks(config: MkDocsConfig, now: Path, then: Path) -> None:
    """Have what the settings of now name for the site's looks as it is now."""
    for path in _looks(config):
        source = now / path
        if not path.is_absolute() and ".." not in path.parts and source.is_file():
            (then / path).parent.mkdir(parents=True, exist_ok=True)
            (then / path).unlink(missing_ok=True)
            shutil.copyfile(source, then / path)


def _looks(config: MkDocsConfig) -> Iterator[PurePosixPath]:
    theme = (config.theme.get("logo"), config.theme.get("favicon"))
    for path in (*config.extra_css, *map(str, config.extra_javascript), *config.extra_templates, *theme):
        if isinstance(path, str):
            yield PurePosixPath(path)
