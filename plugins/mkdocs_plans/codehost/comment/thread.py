"""What keeping one comment up to date takes, whichever the code host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

SHORTENED = "\n\n*Lines left out because there is no room here: {left_out}.*\n"

_COMMAND = re.compile(r"^(\s*)/(?=\w)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Target:
    """The pull request or merge request, by the repository (`owner/name`, or GitLab's number of it) and
    its own number.
    """

    repository: str
    number: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that was written in the name of our token."""

    id: int
    text: str


class Thread(Protocol):
    """The comments of one pull request. Each step raises HostError where the host refuses."""

    title: str
    """The thread as a person would call it."""
    limit: int
    """How many characters a comment may have."""

    def own(self) -> Iterator[Comment]:
        """Give the comments of whoever the token belongs to, the oldest first."""
        ...

    def create(self, text: str) -> None:
        """Write a new comment."""
        ...

    def update(self, comment: Comment, text: str) -> bool:
        """Replace a comment's text; give False where the comment is gone."""
        ...


class Outcome(Enum):
    """What became of the comment."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "up to date"
    NONE = "not there, and not asked for"


def keep(thread: Thread, text: str, marker: str, *, only_update: bool = False) -> Outcome:
    """Have our comment with this marker say `text`, and write nothing where it says that already.

    The marker, an HTML comment that isn't shown, stands in the first line; it is put there if it doesn't.
    With `only_update` no new comment is written. HostError where the host refuses.
    """
    text = shorten_comment(without_commands(_marked(text, marker)), thread.limit)
    found = next((one for one in thread.own() if _first_line(one.text) == marker), None)
    if found is not None and _same(found.text, text):
        return Outcome.UNCHANGED
    if found is not None and thread.update(found, text):
        return Outcome.UPDATED
    if only_update:
        return Outcome.NONE
    thread.create(text)
    return Outcome.CREATED


def without_commands(text: str) -> str:
    """Escape a slash that begins a line: GitLab, and bots elsewhere, take `/close` for an order."""
    return _COMMAND.sub(r"\1\/", text)


def shorten_comment(text: str, limit: int) -> str:
    """Cut whole lines off the end of a text that is too long, and say how many."""
    if len(text) <= limit:
        return text
    room = limit - len(SHORTENED.format(left_out=text.count("\n") + 1))
    end = text.rfind("\n", 0, room)
    kept = text[: end if end > room // 2 else room]  # a very long line is cut in its middle
    left_out = len(text[len(kept) :].strip("\n").split("\n"))
    return kept.rstrip() + SHORTENED.format(left_out=left_out)


def _marked(text: str, marker: str) -> str:
    return text if _first_line(text) == marker else f"{marker}\n\n{text}"


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip()


def _same(before: str, now: str) -> bool:
    """Whether two texts are the same, whatever the host did to line ends and blanks around."""
    return before.replace("\r\n", "\n").strip() == now.replace("\r\n", "\n").strip()
