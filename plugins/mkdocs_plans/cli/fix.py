"""`plans check --fix` and `--diff`: what has one right answer is fixed, in the files or to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.cli.proposal import show_diff
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.edits import write_together
from mkdocs_plans.fixes.fix_plan import Choose, fix_plan
from mkdocs_plans.load import folder_of
from mkdocs_plans.report import diff
from mkdocs_plans.report.text import printable
from mkdocs_plans.settings import Site
from mkdocs_plans.source import ODD


@dataclass(frozen=True, slots=True)
class FixReport:
    """How many findings were fixed in how many files, and what became of each line."""

    findings: int = 0
    files: int = 0
    lines: tuple[str, ...] = ()

    def describe(self, left: int) -> str:
        """What was done, in words, with the number of findings that are left."""
        found = self.findings + left
        files = f" in {self.files} file{'s' * (self.files != 1)}" if self.files else ""
        said = f"fixed {self.findings} of {found} finding{'s' * (found != 1)}{files}"
        return "\n".join((said, *(f"  {line}" for line in self.lines)))


def fix(site: Site, choose: Choose) -> FixReport:
    """Fix the chosen findings in all files, or in none. EditError where a file changed since it was read, or
    can't be written.
    """
    fixed = fix_plan(folder_of(site), site, choose)
    write_together(fixed.changes, site.docs_dir)
    lines = tuple(
        f"{printable(shown_path(change.path, site))}:{number}: {_shown(before)} → {_shown(after)}"
        for change in fixed.changes
        for number, before, after in diff.changed_lines(change.before, change.after)
    )
    return FixReport(fixed.findings, len(fixed.changes), lines)


LONGEST_SHOWN = 80
"""How many characters of a line are repeated."""


def _shown(line: str | None) -> str:
    """A line as it is printed, with the signs named that can't be told apart by eye."""
    if line is None:
        return "(no line)"
    text = ODD.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", line.strip(" "))
    return printable(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…") or "(an empty line)"


def show(site: Site, choose: Choose) -> None:
    """Print what `fix` would do. A link's target is named, for that is what is written."""
    for change in fix_plan(folder_of(site), site, choose).changes:
        target = (site.docs_dir / change.path).resolve()
        show_diff(diff.emit(shown_path(target.as_posix(), site), change.before, change.after))
