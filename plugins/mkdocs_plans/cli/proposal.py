"""Changes of plan files, proposed to the author: what they bring in, the diff, a yes, and the writing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import click

from mkdocs_plans.changes import State, brought_in
from mkdocs_plans.cli.asking import can_ask
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.edits import FileChange, overlay, write_together
from mkdocs_plans.errors import EditError, PlansError
from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.outputs import patch
from mkdocs_plans.outputs.findings import Run
from mkdocs_plans.outputs.findings.text import finding_text
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.terminal_text import printable

yes_option = click.option("--yes", "-y", "is_yes", is_flag=True, help="Write without asking.")
dry_run_option = click.option(
    "--dry-run", "-n", "is_dry", is_flag=True, help="Show the change as a diff, without writing."
)


MOST_ERRORS = 5
"""How many errors are described. Our convention."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes of a site's files, in the light of the plan as it was loaded. In a renaming, findings that
    name what is renamed say something else than before, and are as old as they were. A long proposal
    (`is_long`) is only outlined, unless it is all that is asked for; of one that was shown in another way
    (`is_shown`) nothing more is. Where it `may_err`, errors that it brings in are told, and don't stop it.
    """

    site: Site
    loaded: Loaded
    changes: Sequence[FileChange]
    is_renaming: bool = False
    is_long: bool = False
    is_shown: bool = False
    may_err: bool = False

    def carry_out(self, *, is_dry: bool, is_yes: bool) -> bool:
        """Show the changes, and write them once somebody says yes; whether they are written, which a dry run
        doesn't. EditError where they would bring an error into the plan.
        """
        self._judge()
        for one in () if self.is_shown else self.changes:
            if self.is_long and not is_dry:
                click.echo(f"{self.shown(one)}, {len(one.after.splitlines())} lines")
            else:
                old = shown_path(one.old_path, self.site) if one.old_path else None
                show_diff(patch.emit(shown_path(one.path, self.site), one.before, one.after, old))
        if is_dry:
            return False
        ask_to_write("Write this?", is_yes=is_yes)
        write_together(self.changes, self.site.docs_dir)
        return True

    def shown(self, one: FileChange) -> str:
        """The name of a changed file, as it can be printed."""
        return printable(shown_path(one.path, self.site))

    def _judge(self) -> None:
        """Refuse changes that bring in errors; say what else they bring in."""
        after = load_plan(overlay(folder_of(self.site), self.changes), self.site)
        old, new = (State(loaded, check(loaded, self.site)) for loaded in (self.loaded, after))
        found = brought_in(old, new).found
        if self.is_renaming:
            more = _rules(new) - _rules(old)
            found = tuple(one for one in found if more[one.finding.rule])
        errors = [one for one in found if one.finding.severity is Severity.ERROR]
        for one in errors[:MOST_ERRORS] or (() if self.is_long else found):
            click.echo(self._describe(one, after) + "\n", err=True)
        if len(errors) > MOST_ERRORS:
            click.echo(f"… and {len(errors) - MOST_ERRORS} more errors\n", err=True)
        if errors and self.may_err:
            number = f"{len(errors)} error{'s' * (len(errors) != 1)}"
            click.echo(f"plans: this brings {number} into the plan, to be fixed in the files", err=True)
        elif errors:
            raise EditError("this would bring an error into the plan, and nothing is written")

    def _describe(self, one: Located, after: Loaded) -> str:
        return finding_text(one, Run(len(after.plan.files), lambda path: shown_path(path, self.site)))


def _rules(state: State) -> Counter[str]:
    return Counter(one.finding.rule for one in state.checked.found)


def ask_to_write(question: str, *, is_yes: bool) -> None:
    """Let somebody agree to what was shown; end the command with status 1 where they don't. PlansError where
    there is nobody to ask.
    """
    if not (is_yes or can_ask()):
        raise PlansError("nothing is written: add --yes to write it")
    if not (is_yes or click.confirm(question, default=True)):
        click.echo("nothing is written")
        raise SystemExit(1)


_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(diff: bytes) -> None:
    """Print a diff: to a terminal in colour and without what it would act on, else byte for byte."""
    if not sys.stdout.isatty():
        click.echo(diff, nl=False)
        return
    for line in diff.decode("utf-8", "replace").removesuffix("\n").split("\n"):
        is_name = line.startswith(("--- ", "+++ "))
        colour = None if is_name else _COLOURS.get(line[:1])
        click.echo(click.style(printable(line.removesuffix("\r")), fg=colour, bold=is_name or None))
