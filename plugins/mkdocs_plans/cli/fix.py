"""`plans check --fix` and `--diff`: what has one right answer is mended, in the files or to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

import click

from mkdocs_plans.cli.proposal import show_diff
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.fixes.mend import Change, Choose, mend
from mkdocs_plans.load import folder_of
from mkdocs_plans.report import diff
from mkdocs_plans.report.text import printable
from mkdocs_plans.settings import Site
from mkdocs_plans.source import replace_file


@dataclass(frozen=True, slots=True)
class Written:
    """How many findings were mended in how many files, and whether a file couldn't be written."""

    findings: int = 0
    files: int = 0
    is_incomplete: bool = False

    def said(self, left: int) -> str:
        """What was done, in words, with the number of findings that are left."""
        found = self.findings + left
        files = f" in {self.files} file{'s' * (self.files != 1)}" if self.files else ""
        return f"mended {self.findings} of {found} finding{'s' * (found != 1)}{files}"


def fix(site: Site, choose: Choose) -> Written:
    """Mend the chosen findings. A file that changed since it was read, or can't be written, is left as it
    is, and named.
    """
    changes = mend(folder_of(site), site, choose)
    written = [(change, _write(change, site)) for change in changes]
    done = [change for change, error in written if error is None]
    for change, error in written:
        if error is not None:
            click.echo(f"plans: {printable(shown_path(change.path, site))} {error}", err=True)
    is_incomplete = any(error for _, error in written)
    return Written(sum(change.mended for change in done), len(done), is_incomplete)


def _write(change: Change, site: Site) -> str | None:
    """Write a changed file. What keeps it from being written; None where nothing does."""
    try:
        if replace_file(site.docs_dir / change.path, change.before, change.after):
            return None
    except OSError as error:
        return f"can't be written: {error.strerror}"
    return "has changed since it was read, and is left as it is: run this again"


def show(site: Site, choose: Choose) -> None:
    """Print what `fix` would do. A link's target is named, for that is what is written."""
    for change in mend(folder_of(site), site, choose):
        target = (site.docs_dir / change.path).resolve()
        show_diff(diff.emit(shown_path(target.as_posix(), site), change.before, change.after))
