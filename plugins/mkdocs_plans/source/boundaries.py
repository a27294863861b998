"""Where a front matter begins and ends in a file whose boundaries aren't what MkDocs looks for: another row
of dashes, none at all, a blank line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from mkdocs_plans.findings import Edit, Span

_BLANKS = "\\s\u00a0\u200b\u2060\ufeff"
_FENCE = re.compile(rf"[{_BLANKS}]*[-‐-―−_=*~+](?:[ \t]*[-‐-―−_=*~+])*[{_BLANKS}]*")
"""What an editor or a hand makes of `---`."""

_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t\u00a0]*[:=：](?:[ \t\u00a0]|$)")
_GOES_ON = re.compile(r"[ \t\u00a0]+\S|[-•·*–—][ \t\u00a0]|#[ \t](?!#)")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_MAX_LINES = 200_000

CLOSING = "put `---` on a line of its own below this one"


@dataclass(frozen=True, slots=True)
class WrongBoundary:
    """A boundary that isn't one to MkDocs: where, what to do about it, and the edits that do it."""

    span: Span
    message: str
    hint: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the YAML of a front matter stands, and the text below it, as offsets in the file's text."""

    start: int
    end: int
    body: int
    wrong: tuple[WrongBoundary, ...]


def find_bounds(text: str) -> Bounds | None:
    """Find the front matter that a file is meant to have; None for a file that begins with no such lines."""
    lines = text.split("\n", _MAX_LINES)[:_MAX_LINES]
    first = next((at for at, line in enumerate(lines) if line.strip(_STRIPPED)), None)
    if first is None:
        return None
    if _opens_code(lines[first]) and (fenced := _fenced(lines, first)):
        return fenced
    is_fence = _FENCE.fullmatch(lines[first]) is not None
    if not is_fence and not _KEY.match(lines[first].lstrip(_NO_WIDTH)):
        return _covered(lines, first)
    top = first + is_fence
    if not is_fence and not "".join(lines[top + 1 : top + 2]).strip():
        return None  # one line alone may be a sentence
    end, closing = _end(lines, top)
    if not any(_KEY.match(line) for line in lines[top:end]):
        return None
    wrong = (*_opening(lines, first, is_fence=is_fence), *_closing(lines, end, closing))
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    body = offsets[closing + 1] if closing is not None else offsets[end]
    return Bounds(offsets[top], offsets[end], min(body, len(text)), wrong)


def _covered(lines: Sequence[str], first: int) -> Bounds | None:
    """The front matter that stands below a text, as a heading; None where there is none. One in a block of
    code is what a page shows.
    """
    opening = None if _opens_code(lines[first]) else _line_of("---", lines, first + 1, first + _MAX_ABOVE)
    if opening is None or any(map(_CODE.match, lines[first:opening])):
        return None
    close = _line_of("---", lines, opening + 1, len(lines))
    yaml = lines[opening + 1 : close]
    if close is None or not any(map(_TYPE.match, yaml)) or not all(map(_is_yaml_line, yaml)):
        return None
    wrong = _below_text(lines, first, opening, close)
    ends = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return Bounds(ends[opening + 1], ends[close], ends[close + 1] - 1, (wrong,))


def _fenced(lines: Sequence[str], first: int) -> Bounds | None:
    """The front matter of a file of which all stands in one block of code, as it is copied from a chat; None
    where other text stands beside the block, which then is what a page shows.
    """
    close = _end_of_code(lines, first)
    rest = () if close is None else lines[close + 1 :]
    inner = lines[first + 1 : close]
    begin = next((line for line in inner if line.strip(_STRIPPED)), "")
    if any(line.strip(_STRIPPED) for line in rest) or _opens_code(begin) or not any(map(_TYPE.match, inner)):
        return None
    bounds = find_bounds("\n".join((*inner, "")))
    if bounds is None:
        return None
    start = sum(len(line) + 1 for line in lines[: first + 1])
    wrong = _in_code(lines, first, close, bounds.wrong)
    return Bounds(start + bounds.start, start + bounds.end, start + bounds.body, (wrong,))


def _in_code(
    lines: Sequence[str], first: int, close: int | None, within: Sequence[WrongBoundary]
) -> WrongBoundary:
    """What is wrong with a file in a block of code, with what is wrong of the boundaries within."""
    message = "the whole file stands in a code block, so MkDocs shows the front matter as text"
    hint = f"delete the line `{lines[first].strip()}` at the top"
    edits = [*_joined(lines, first + 1), *(_moved(edit, first + 1) for one in within for edit in one.edits)]
    if close is not None:
        hint += f" and the line `{lines[close].strip()}` at the end"
        edits.append(Edit(Span(close + 1, 1, len(lines[close]) + 2), ""))
    if within:
        hint += ", and put `---` on a line of its own above and below the fields"
    return WrongBoundary(Span(first + 1, 1, len(lines[first]) + 1), message, hint, tuple(edits))


def _moved(edit: Edit, lines: int) -> Edit:
    return replace(edit, span=replace(edit.span, line=edit.span.line + lines))


def _end_of_code(lines: Sequence[str], first: int) -> int | None:
    """The line that closes a block of code, which may hold others; None where none does."""
    depth = 1
    for at in range(first + 1, len(lines)):
        if _CODE.match(lines[at]):
            depth += 1 if lines[at].strip().strip("`~") else -1
            if depth == 0:
                return at
    return None


def _below_text(lines: Sequence[str], first: int, opening: int, close: int) -> WrongBoundary:
    """What is wrong with a front matter that a text stands above."""
    message = "text stands above the front matter, so MkDocs shows all of it as text"
    hint = "begin the file with the front matter, and move this below it"
    above = "\n".join(lines[first:opening]).rstrip()
    end = Span(close + 1, len(lines[close]) + 1, len(lines[close]) + 1)
    edits = (*_joined(lines, opening), Edit(end, f"\n\n{above}"))
    span = Span(first + 1, 1, max(2, len(lines[first]) + 1))
    return WrongBoundary(span, message, hint, edits)


def _opens_code(line: str) -> bool:
    return _CODE.match(line.lstrip(_NO_WIDTH)) is not None


def _line_of(text: str, lines: Sequence[str], start: int, stop: int) -> int | None:
    """The first line from one on, and before another, that is this text."""
    return next((at for at in range(start, min(stop, len(lines))) if lines[at].rstrip() == text), None)


def _is_yaml_line(line: str) -> bool:
    return not line.strip() or _is_yaml(line)


_CODE = re.compile(r" {0,3}(?:```|~~~)")
_TYPE = re.compile(r"[\"']?type[\"']?\s*:")
_MAX_ABOVE = 20
"""Within how many lines the front matter begins that something stands above."""

_NO_WIDTH = "\u200b\u2060\ufeff"
_STRIPPED = f" \t\u00a0{_NO_WIDTH}"


def _end(lines: Sequence[str], top: int) -> tuple[int, int | None]:
    """The line behind the last one of the YAML, and that of the closing boundary if there is one."""
    last = top
    for at in range(top, len(lines)):
        line = lines[at]
        if at > top and line.strip() != "-" and (_FENCE.fullmatch(line) or line.strip() == "..."):
            return at, at
        after_blank = at > top and not lines[at - 1].strip()
        is_heading = _HEADING.match(line) and (line.startswith("##") or after_blank)
        if line.strip() and (is_heading or (after_blank and not _is_yaml(line))):
            return last, None
        if line.strip():
            last = at + 1
    return last, None


def _is_yaml(line: str) -> bool:
    return bool(_KEY.match(line) or _GOES_ON.match(line)) and not _HEADING.match(line)


def _opening(lines: Sequence[str], first: int, *, is_fence: bool) -> tuple[WrongBoundary, ...]:
    line = lines[first]
    if not is_fence:
        shown = line.strip(_STRIPPED)
        message = "the front matter has no opening `---`"
        hint = f"put `---` on a line of its own above `{shown if len(shown) < 60 else shown[:60] + '…'}`"
        edit = Edit(Span(first + 1, 1, 1), "---\n")
        return (WrongBoundary(Span(first + 1, 1, max(2, len(line) + 1)), message, hint, (edit,)),)
    if first == 0 and line.rstrip(" \t") == "---":
        return ()
    span = Span(first + 1, 1, max(2, len(line) + 1))
    if first == 0 and line.strip(_STRIPPED) == "---":
        what = "an invisible character" if re.match("[\ufeff\u200b\u2060]", line) else "something"
        message = f"{what} stands before the opening `---`, so MkDocs shows the front matter as text"
        return (WrongBoundary(span, message, "begin the file with `---`", (Edit(span, "---"),)),)
    if line.strip(_STRIPPED) == "---":
        message = "the front matter doesn't start on the file's first line, so MkDocs shows it as text"
        edits = (Edit(Span(first + 1, 1, len(line) + 1), "---"), *_joined(lines, first))
        return (WrongBoundary(span, message, "delete what stands before the `---`", edits),)
    message = "the front matter must open with three hyphens and nothing else on the line"
    edits = (Edit(Span(first + 1, 1, len(line) + 1), "---"), *_joined(lines, first))
    return (WrongBoundary(span, message, "write `---` in its place", edits),)


def _joined(lines: Sequence[str], first: int) -> tuple[Edit, ...]:
    """Edits that delete the lines above a line."""
    return tuple(Edit(Span(at + 1, 1, len(lines[at]) + 2), "") for at in range(first))


def _closing(lines: Sequence[str], end: int, closing: int | None) -> tuple[WrongBoundary, ...]:
    if closing is None:
        line = lines[end - 1]
        span = Span(end, 1, max(2, len(line) + 1))
        is_last = end == len(lines)
        edit = Edit(Span(end, len(line) + 1, len(line) + 1), "\n---\n" if is_last else "\n---")
        return (WrongBoundary(span, "the front matter has no closing `---`", CLOSING, (edit,)),)
    line = lines[closing]
    span = Span(closing + 1, 1, max(2, len(line) + 1))
    is_last = closing + 1 == len(lines)
    if line.rstrip(" \t") in {"---", "..."}:
        if not is_last:
            return ()
        message = "the closing `---` is the file's last characters, so MkDocs doesn't see it"
        edit = Edit(Span(closing + 1, len(line) + 1, len(line) + 1), "\n")
        return (WrongBoundary(span, message, "end the line with a line break", (edit,)),)
    message = "the front matter must close with three hyphens and nothing else on the line"
    text = "---\n" if is_last else "---"
    edit = Edit(Span(closing + 1, 1, len(line) + 1), text)
    return (WrongBoundary(span, message, "write `---` in its place", (edit,)),)
