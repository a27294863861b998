"""What became of a plan → what a person or a program reads: one format a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from mkdocs_plans.history import Event, History
from mkdocs_plans.wording.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Shown:
    """What is written of a history: some of its changes, the newest first. `title` is that of the one plan
    that they are of, else empty; `older` says how many aren't shown.
    """

    history: History
    events: Sequence[Event]
    title: str = ""
    older: int = 0


Emit = Callable[[Shown, Phrases, Callable[[str], str]], str]
"""Takes what is written, the phrases of the plan, and how a file is named to whoever reads it."""

FORMATS = ("text", "markdown", "json")
"""The formats by the name of their file, which `plans log --format` takes."""


def emitter(format_: str) -> Emit:
    """What writes a format. It is imported when it is asked for, so that no run waits for the others."""
    emit: Emit = import_module(f"{__name__}.{format_}").emit
    return emit


def title_of(shown: Shown, said: Phrases) -> str:
    """What stands above it."""
    if shown.title:
        return said.language.gettext("What became of “%(title)s”", title=shown.title)
    return said.language.gettext("What changed in the plan")


def notes_of(shown: Shown, said: Phrases) -> list[str]:
    """What stands below it: what isn't shown, or isn't known."""
    notes = []
    if not shown.events and not shown.older:
        notes.append(
            said.language.gettext(
                "No change has come to the branch %(branch)s yet.", branch=shown.history.branch
            )
        )
    if shown.older:
        notes.append(
            said.language.ngettext(
                "%(num)d older change isn’t shown.", "%(num)d older changes aren’t shown.", shown.older
            )
        )
    if shown.history.is_cut:
        notes.append(
            said.language.gettext("Only the newest changes could be read: what was before isn’t known.")
        )
    return notes
