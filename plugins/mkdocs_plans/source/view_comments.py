"""The comments that place views: `<!-- plans/NAME {ARGUMENTS} -->`, wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.source.body import without_code

_OPENING = re.compile(r"<!--\s*plans/")
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===[!+]?|\[\^[^\]\n]+\]:|///)(?=\s)")
"""What opens a block whose text is indented: an item of a list, an admonition, a tab, a footnote."""

CODE = 4
"""By how many spaces Markdown takes a block for code, and indents what belongs to another block."""


@dataclass(frozen=True, slots=True)
class ViewComment:
    """One comment: the view's name, its arguments as they are written, and the offsets of the comment and
    of its arguments in the text. One that `is_closed` no more goes on to the text's end.
    """

    name: str
    arguments: str
    start: int
    end: int
    arguments_start: int
    is_closed: bool = True


def view_comments_in(text: str, start: int = 0) -> Iterator[ViewComment]:
    """Give all comments from an offset on. After one that is never closed there is no other."""
    while opening := _OPENING.search(text, start):
        close = text.find("-->", opening.end())
        end = len(text) if close < 0 else close
        rest = text[opening.end() : end]
        name = re.split(r"[\s{>]", rest, maxsplit=1)[0]
        arguments = rest[len(name) :]
        at = opening.end() + len(name) + len(arguments) - len(arguments.lstrip())
        start = end if close < 0 else end + len("-->")
        yield ViewComment(name, arguments.strip(), opening.start(), start, at, close >= 0)


def view_comments_of_body(text: str, body_offset: int) -> Iterator[ViewComment]:
    """Give the comments of a Markdown text that begins at an offset; none of those in code."""
    prose = text[:body_offset] + without_code(text[body_offset:])
    found = list(view_comments_in(prose, body_offset))
    code = _indented_code(prose, body_offset) if any(_is_indented(prose, one) for one in found) else ()
    for one in found:
        line_start = prose.rfind("\n", 0, one.start) + 1
        if not (line_start in code and _is_indented(prose, one)):
            yield one


def _is_indented(text: str, comment: ViewComment) -> bool:
    """Whether a comment stands first in a line that Markdown may take for code."""
    before = text[text.rfind("\n", 0, comment.start) + 1 : comment.start]
    return not before.strip() and len(before.expandtabs(CODE)) >= CODE


def _indented_code(text: str, offset: int) -> set[int]:
    """The starts of the lines that are code because they are indented."""
    code: set[int] = set()
    inside: list[int] = []  # by how much the text of each open block is indented
    may_begin = True  # code begins after an empty line
    for line in text[offset:].split("\n"):
        stripped = line.strip()
        if stripped:
            indent = len(line.expandtabs(CODE)) - len(line.expandtabs(CODE).lstrip())
            while inside and inside[-1] > indent:
                inside.pop()
            is_code = may_begin and indent - (inside[-1] if inside else 0) >= CODE
            if is_code:
                code.add(offset)
            elif _CONTAINER.match(stripped):
                inside.append(indent + CODE)
            may_begin = is_code
        else:
            may_begin = True
        offset += len(line) + 1
    return code


_LIKE_ONE = re.compile(
    r"<!(?:-{1,3}|[–—]{1,2}-?)[ \t]{0,9}plans?(?:[ \t]{0,9}[/\\|][ \t]{0,9}|:)(?P<name>[a-z][a-z-]{0,39})"
    r"(?P<rest>[ \t]{0,9}\{[^<>\n]{0,200}\})?[ \t]{0,9}(?:-+|[–—]{1,2}-?)>",
    re.IGNORECASE,
)
"""What is meant for such a comment and isn't written as one: with other letters, characters or spaces. A
comment in words, as `<!-- Plan: goals for 2027 -->`, is none.
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text that is meant for a view comment: the name in it, what follows the name, and its offsets."""

    name: str
    rest: str
    start: int
    end: int


def likenesses_of_body(text: str, body_offset: int) -> Iterator[Likeness]:
    """Give what a Markdown text holds that looks like a view comment and is none; nothing of code."""
    prose = text[:body_offset] + without_code(text[body_offset:])
    for found in _LIKE_ONE.finditer(prose, body_offset):
        if not _OPENING.match(found[0]):
            yield Likeness(found["name"], (found["rest"] or "").strip(), *found.span())
