"""A form: its fields, each with the heading that its answer stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_plans.model import plain_text
from mkdocs_plans.wording.markdown_text import shorten_text, visible

MOST_CHOICES = 100
"""From more choices on a field asks for the id in words. Our convention: GitHub names no limit."""

LONGEST_CHOICE = 100
"""How many characters of a choice are shown. Our convention."""


_NAME = re.compile(r"[^\s(),]+")

_SHOWN = re.compile(rf".*\(({_NAME.pattern})\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a field's choices: the name that it is known by, and its text."""

    name: str
    text: str

    @property
    def shown(self) -> str:
        """What a reader chooses: the text, then the name. No comma, for that parts several choices."""
        room = max(1, LONGEST_CHOICE - len(self.name) - len(" ()"))
        text = " ".join(visible(plain_text(self.text)).replace(",", " ").split())
        return f"{shorten_text(text, room)} ({self.name})"


def make_choices(named: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Choices of names with their texts; a name that couldn't be told from its text is left out."""
    return tuple(Choice(name, text) for name, text in named if _NAME.fullmatch(name))


@dataclass(frozen=True, slots=True)
class Field:
    """One question. A field with choices takes one of them, or several; where there are more than a list
    can hold, their names in words. A text begins with what is `filled` in, and names choices by itself.
    """

    label: str
    about: str
    kind: Literal["line", "text", "choice", "choices"]
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    filled: str = ""

    @property
    def is_list(self) -> bool:
        """Whether its choices are shown to choose from."""
        return self.kind in {"choice", "choices"} and 0 < len(self.choices) <= MOST_CHOICES

    def choice_of(self, answer: str) -> str | None:
        """The name of the choice that an answer is, as it is shown or the name alone; None where it is
        none. The text may have changed since.
        """
        found = _SHOWN.fullmatch(answer.strip())
        name = found[1] if found else answer.strip()
        return name if any(one.name == name for one in self.choices) else None


@dataclass(frozen=True, slots=True)
class Form:
    """A form by the name of its file; `title` begins that of an issue."""

    name: str
    title: str
    about: str
    fields: Sequence[Field]

    @property
    def can_be_answered(self) -> bool:
        """Whether each field that needs a choice has one."""
        return all(field.choices for field in self.fields if field.is_required and field.kind == "choice")
