"""Our part of a `CODEOWNERS` file: the lines between two markers. The rest is kept byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_plans.codehost.owners.hosts import Host
from mkdocs_plans.errors import PlansError

START = "# >>> plans: written by `plans owners --write`; change the plan, not these lines"
END = "# <<< plans"

_START = re.compile(rb"(?:\xef\xbb\xbf)?(# >>> plans:)")
_END = re.compile(rb"(# <<< plans)\s*")
_COMMENT = re.compile(rb"\s*#")


def write_part(lines: Sequence[str], newline: str = "\n") -> bytes:
    """Put our lines between the markers; no line break at the end."""
    return newline.join((START, *lines, END)).encode()


def write_into(before: bytes, lines: Sequence[str], host: Host, name: str) -> bytes:
    """Put our lines into a file: in the place of ours that are there, else at its end; on a host that has
    sections, before the first of them, for our lines belong to none. `name` is the file's, for messages.

    PlansError where only one marker is there, or there are several.
    """
    newline = "\r\n" if b"\r\n" in before else "\n"
    ours, gap = write_part(lines, newline), newline.encode()
    if found := _span(before, name):
        return before[: found[0]] + ours + before[found[1] :]
    at = _end_of_common_part(before, host)
    above, below = before[:at], before[at:]
    if above and not above.endswith((b"\n", b"\r")):
        above += gap
    return above + gap * bool(above) + ours + gap + gap * bool(below) + below


def list_changes(before: bytes, lines: Sequence[str], host: Host, name: str) -> list[str]:
    """Say what `write_into` would change, a line for each path; nothing where it would change nothing.

    PlansError as there.
    """
    if write_into(before, lines, host, name) == before:
        return []
    found = _span(before, name)
    old_lines = before[slice(*found)].decode("utf-8", "replace").splitlines() if found else []
    old, new = dict(_rules(old_lines)), dict(_rules(lines))
    said = [
        f"{pattern}: {old.get(pattern, 'nobody')} → {new.get(pattern, 'nobody')}"
        for pattern in sorted({*old, *new})
        if old.get(pattern) != new.get(pattern)
    ]
    if said:
        return said
    return ["the lines stand in another form or order" if found else "our lines aren't there yet"]


def _rules(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the pattern and the owners of each line that has some."""
    for line in lines:
        pattern, *rest = re.split(r"(?<!\\)\s+", line.strip(), maxsplit=1)
        if rest and not pattern.startswith("#"):
            yield pattern, rest[0]


def _offsets(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each line with the place at which it begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line
        at += len(line)


def _span(text: bytes, name: str) -> tuple[int, int] | None:
    """Where our part begins and ends, the markers within; None where there is none."""
    starts = [at + match.start(1) for at, line in _offsets(text) if (match := _START.match(line))]
    ends = [at + match.end(1) for at, line in _offsets(text) if (match := _END.fullmatch(line))]
    if not starts and not ends:
        return None
    if len(starts) == len(ends) == 1 and starts[0] < ends[0]:
        return starts[0], ends[0]
    raise PlansError(
        f"{name} is left as it is: our part begins with one line `# >>> plans: …` and ends with one line "
        f"`{END}` below it, and there are {len(starts)} and {len(ends)}; restore them, or take them all out"
    )


def _end_of_common_part(text: bytes, host: Host) -> int:
    """Where the first section begins, with the comment above it; else where the file ends."""
    at_comment: int | None = None
    for at, line in _offsets(text) if host.section else ():
        if host.section and host.section.match(line):
            return at if at_comment is None else at_comment
        is_comment = _COMMENT.match(line) is not None
        at_comment = (at if at_comment is None else at_comment) if is_comment else None
    return len(text)
