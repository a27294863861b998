"""`plans check --fix` and `--diff`: what has one right answer is fixed, in the files or to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_plans.cli.proposal import show_diff
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.edits import write_together
from mkdocs_plans.fixes.fix_plan import Choose, fix_plan
from mkdocs_plans.load import folder_of
from mkdocs_plans.outputs import patch
from mkdocs_plans.settings import Site
from mkdocs_plans.source import ODD
from mkdocs_plans.wording.terminal_text import printable


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
        f"{printable(shown_path(change.path, site))}:{line}"
        for change in fixed.changes
        for line in _lines(patch.changed_lines(change.before, change.after))
    )
    return FixReport(fixed.findings, len(fixed.changes), lines)


Changed = tuple[int, str | None, str | None]
"""A line by its number: what it was, and what it is."""


def _lines(changed: Iterable[Changed]) -> Iterator[str]:
    """Say what became of each line; of lines in a row that are indented anew alike, all at once."""
    runs: list[tuple[str, list[Changed]]] = []
    for line in changed:
        indented = _indented(*line[1:])
        if runs and indented and runs[-1][0] == indented and runs[-1][1][-1][0] + 1 == line[0]:
            runs[-1][1].append(line)
        else:
            runs.append((indented, [line]))
    for indented, ((first, before, after), *others) in runs:
        if others:
            yield f"{first}-{others[-1][0]}: {len(others) + 1} lines → {indented}"
        else:
            yield f"{first}: {_shown(before)} → {indented or _shown(after)}"


def _indented(before: str | None, after: str | None) -> str:
    """How a line is indented anew, where nothing else of it changes; else nothing."""
    if before is None or after is None or before == after or before.lstrip() != after.lstrip():
        return ""
    if not after.strip():
        return _shown("")
    was, is_now = (line[: len(line) - len(line.lstrip())] for line in (before, after))
    return f"indented by {_blanks(is_now)}, not {_blanks(was)}" if was else f"indented by {_blanks(is_now)}"


def _blanks(blanks: str) -> str:
    """How many blanks a line begins with, and which."""
    if not blanks:
        return "nothing"
    kind = {" ": "space", "\t": "tab"}.get(blanks[0]) if blanks == blanks[0] * len(blanks) else None
    if kind is None:
        return f"other blanks ({_shown(blanks.rstrip(' '))})"
    return f"{len(blanks)} {kind}{'s' * (len(blanks) != 1)}"


LONGEST_SHOWN = 80
"""How many characters of a line are repeated."""


def _shown(line: str | None) -> str:
    """A line as it is printed, with the signs named that can't be told apart by eye."""
    if line is None:
        return "(no line)"
    text = ODD.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", line.strip(" ")).replace("\t", "[tab]")
    return printable(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…") or "(an empty line)"


def show(site: Site, choose: Choose) -> None:
    """Print what `fix` would do. A link's target is named, for that is what is written."""
    for change in fix_plan(folder_of(site), site, choose).changes:
        target = (site.docs_dir / change.path).resolve()
        show_diff(patch.emit(shown_path(target.as_posix(), site), change.before, change.after))
