"""One file → a document: its front matter as plain values, its body, and the place of everything."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_plans.findings import Finding, InBody, Place, Related, Span
from mkdocs_plans.reading_rules.files import DUPLICATE_KEY, INVALID_FRONT_MATTER, UNREADABLE_FILE
from mkdocs_plans.source.all_slips import slips_in
from mkdocs_plans.source.boundaries import Bounds, find_bounds
from mkdocs_plans.source.cuts import Cut, texts_before_comma
from mkdocs_plans.source.folder import MAX_BYTES
from mkdocs_plans.source.front_matter import BOUNDARY, FrontMatterHandler
from mkdocs_plans.source.line_slips import ODD, foreign_bullet
from mkdocs_plans.source.lost_words import lost_words
from mkdocs_plans.source.repair import Repair, repair_of
from mkdocs_plans.source.slip import Slip
from mkdocs_plans.source.view_comments import (
    Likeness,
    ViewComment,
    likenesses_of_body,
    view_comments_of_body,
)
from mkdocs_plans.yaml import (
    TOP,
    Positions,
    Problem,
    Value,
    YamlRead,
    line_starts,
    plain_fields,
    read_yaml,
    span_of,
)

BYTE_ORDER_MARK = "\ufeff"
"""What a file may begin with; reading takes it away."""


@dataclass(frozen=True)
class Document:
    """A Markdown file (or `people.yml`) as it was read.

    `path` is relative to `docs_dir`, with `/`. `values` is the front matter with all scalars as text,
    None where it couldn't be read. `findings` is what reading met. `is_all_yaml` says that the file has no
    boundaries and no body.
    """

    path: str
    text: str = field(repr=False)
    values: dict[str, Value] | None = field(default_factory=dict)
    body_offset: int = 0
    findings: tuple[Finding, ...] = ()
    _yaml: str = field(default="", repr=False)
    _yaml_offset: int = 0
    is_all_yaml: bool = False
    repairs: tuple[Repair, ...] = field(default=(), repr=False)
    _is_plain: bool = False

    @property
    def body(self) -> str:
        """The Markdown below the front matter, stripped of white space around it."""
        return self.text[self.body_offset :].strip()

    @property
    def heading(self) -> str | None:
        """The text of the body's first line if that is a `#` heading."""
        match = re.match(r"#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)", self.body)
        return match[1] if match else None

    @property
    def findings_stop_reading(self) -> bool:
        """Whether what reading met leaves nothing to be made of the front matter."""
        return self.values is None or any(
            finding.rule in {UNREADABLE_FILE.name, INVALID_FRONT_MATTER.name} for finding in self.findings
        )

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._yaml, self.text, self._yaml_offset)

    def locate(self, at: Place) -> Span:
        """Turn a route or a stretch of the body into line and columns; a span stays what it is."""
        if isinstance(at, Span):
            return at
        if isinstance(at, InBody):
            return self.span(self.body_offset + at.start, self.body_offset + at.end)
        if not self.values:
            return TOP
        return self._within(at.steps[0] if at.steps else "").locate(at)

    def _within(self, key: str | int) -> Positions:
        """The places of one field, for which its own lines are enough where the front matter is plain; else
        those of all fields.
        """
        if not self._is_plain or key not in self._fields:
            return self._positions
        if key not in self._read_fields:
            lines = self._fields[key]
            offset = self._yaml_offset + lines.start
            self._read_fields[key] = Positions(self._yaml[lines], self.text, offset)
        return self._read_fields[key]

    @cached_property
    def _fields(self) -> Mapping[str | int, slice]:
        return plain_fields(self._yaml)

    @cached_property
    def _read_fields(self) -> dict[str | int, Positions]:
        return {}

    @property
    def yaml(self) -> tuple[str, int]:
        """The text of the front matter between its boundaries, and where it starts in the file's text."""
        return self._yaml, self._yaml_offset

    def read_again(self, text: str) -> Document:
        """Read what the whole file may become as this one was read."""
        reader = read_yaml_document if self.is_all_yaml else read_document
        return reader(self.path, text.encode())

    @property
    def yaml_lines(self) -> range:
        """The numbers of the lines of the front matter, its boundaries left out."""
        start = self._yaml_offset
        last = max(start, start + len(self._yaml) - 1)
        return range(self.text.count("\n", 0, start) + 1, self.text.count("\n", 0, last) + 2)

    def line(self, number: int) -> str:
        """The text of a line, by its 1-based number; empty past the end."""
        starts = line_starts(self.text)
        if number > len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else None
        return self.text[starts[number - 1] : end]

    def texts_cut_by_hash(self) -> Iterator[tuple[tuple[str | int, ...], str, Span]]:
        """Give the texts that YAML took for ended at a `#`: route, lost rest, and its span."""
        if self.values and " #" in self._yaml:
            yield from self._positions.texts_before_hash()

    def texts_cut_by_comma(self) -> Iterator[Cut]:
        """Give the texts in braces that YAML took for ended at a comma."""
        if self.values and "{" in self._yaml:
            yield from texts_before_comma(self._yaml, self.text, self._yaml_offset)

    def view_comments(self) -> Iterator[ViewComment]:
        """Give the view comments of the body, outside code."""
        if "<!--" in self.text and "plans/" in self.text:
            yield from view_comments_of_body(self.text, self.body_offset)

    def like_view_comments(self) -> Iterator[Likeness]:
        """Give what the body holds that looks like a view comment and is none."""
        if _LIKE_VIEW.search(self.text, self.body_offset):
            yield from likenesses_of_body(self.text, self.body_offset)

    def span(self, start: int, end: int) -> Span:
        """Turn two offsets of the text into a span."""
        return span_of(self.text, start, end)


_LIKE_VIEW = re.compile(r"<![^\n]{0,12}plan", re.IGNORECASE)


def read_document(path: str, data: bytes) -> Document:
    """Read a Markdown file. Never raises: what is wrong stands in the document's findings."""
    text = _decoded(path, data)
    if isinstance(text, Document):
        return text
    if (conflict := _conflict(text)) >= 0 and _is_above_body(text, conflict):
        return _in_conflict(path, text, conflict)
    if text.startswith("---") and BOUNDARY.match(text):
        return _bounded(path, text)
    bounds = find_bounds(text)
    if bounds is None:
        return Document(path, text, values=None if text.startswith("---") else {})
    return _with_wrong_bounds(path, text, bounds)


def _bounded(path: str, text: str) -> Document:
    """Read a file that MkDocs splits as we do."""
    handler = FrontMatterHandler()
    handler.load(handler.split(text)[0])  # `frontmatter.parse` copies the text of each file several times
    yaml, offset = handler.yaml, handler.yaml_offset
    slips = _slips(yaml, handler.read)
    # MkDocs looks for a closing `---` in all of the file. Where that of the front matter is written wrong, it
    # takes a rule in the text for it, and what is above that rule for YAML: the boundary is wrong, not those
    # lines.
    if slips and (bounds := find_bounds(text)) and bounds.wrong and bounds.end < offset + len(yaml):
        return _with_wrong_bounds(path, text, bounds)
    repairs = tuple(repair_of(slip, text, offset) for slip in slips)
    findings = _findings(path, text, offset, handler.read, repairs)
    return Document(
        path, text, handler.read.values, handler.body_offset, findings, yaml, offset,
        repairs=repairs, _is_plain=handler.read.is_plain,
    )  # fmt: skip


def _with_wrong_bounds(path: str, text: str, bounds: Bounds) -> Document:
    """Read as far as can be what MkDocs would show as text."""
    yaml = text[bounds.start : bounds.end]
    slips = _slips(yaml, read_yaml(yaml))
    repairs = (
        *(Repair(wrong.span, wrong.message, wrong.hint, wrong.edits) for wrong in bounds.wrong),
        *(repair_of(slip, text, bounds.start) for slip in slips),
    )
    repairs = tuple(sorted(repairs, key=lambda repair: repair.span))
    findings = tuple(repair.finding(path) for repair in repairs)
    return Document(path, text, None, bounds.body, findings, yaml, bounds.start, repairs=repairs)


def _slips(yaml: str, read: YamlRead) -> tuple[Slip, ...]:
    problem = next((problem for problem in read.problems if problem.kind == "syntax"), None)
    if problem is None and (bullet := _repeated_bullet(yaml, read)):
        return (bullet,)
    is_odd = not yaml.isascii() and ODD.search(yaml)
    found = slips_in(yaml, problem) if problem or is_odd else ()
    return found or (lost_words(yaml) if problem is None and read.values else ())


def _repeated_bullet(yaml: str, read: YamlRead) -> Slip | None:
    """The items of a list that begin with another bullet, which YAML takes for a part of a key."""
    first = next((problem.first for problem in read.problems if _is_bullet(problem)), None)
    return None if first is None else foreign_bullet(yaml.split("\n"), yaml.count("\n", 0, first))


def _is_bullet(problem: Problem) -> bool:
    return problem.kind == "duplicate-key" and foreign_bullet([f"{problem.message}: x"], 0) is not None


def _findings(
    path: str, text: str, offset: int, read: YamlRead, repairs: Iterable[Repair]
) -> tuple[Finding, ...]:
    if not read.problems:
        return tuple(repair.finding(path) for repair in repairs)
    problems = [each for each in read.problems if each.kind != "syntax" and not _is_bullet(each)]
    times = Counter(each.first for each in problems)
    is_told: set[int] = set()
    others = []
    for problem in problems:
        is_often = times[problem.first] > MAX_TIMES
        if ODD.search(problem.message) or (is_often and problem.first in is_told):
            continue
        is_told.add(problem.first)
        others.append(_finding(path, text, offset, problem, times[problem.first] + 1 if is_often else 2))
    return (*(repair.finding(path) for repair in repairs), *others)


def read_yaml_document(path: str, data: bytes) -> Document:
    """Read a file that is YAML from its first line to its last. Never raises."""
    text = _decoded(path, data)
    if isinstance(text, Document):
        return text
    if (conflict := _conflict(text)) >= 0:
        return _in_conflict(path, text, conflict, is_all_yaml=True)
    read = read_yaml(text)
    repairs = tuple(repair_of(slip, text, 0) for slip in _slips(text, read))
    findings = _findings(path, text, 0, read, repairs)
    return Document(
        path, text, read.values, len(text), findings, text, 0,
        is_all_yaml=True, repairs=repairs, _is_plain=read.is_plain,
    )  # fmt: skip


def _decoded(path: str, data: bytes) -> str | Document:
    """The text of a file, its line ends as Python has them; a document that says why there is none."""
    if len(data) > MAX_BYTES:
        return _too_large(path)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    # UTF-16 without a byte order mark is UTF-8 as well where its text is English: each second byte is a NUL.
    if 4 * text[:200].count("\0") > len(text[:200]):
        return _unreadable(path, _WIDE, _SAVE)
    return _with_newlines(text)


MAX_TIMES = 20
"""How often a key that is given again is told each time; oftener, it is one mistake."""

_MARKS = ("<<<<<<< ", "=======\n", ">>>>>>> ")
"""What git leaves around two versions of some lines that it couldn't merge."""


def _conflict(text: str) -> int:
    """Where the first mark of a conflict stands, if all three follow each other; else -1."""
    first = at = -1
    for mark in _MARKS:
        at = 0 if at < 0 and text.startswith(mark) else text.find(f"\n{mark}", max(at, 0)) + 1
        if at == 0 and not text.startswith(mark):
            return -1
        first = at if first < 0 else first
    return first


def _is_above_body(text: str, start: int) -> bool:
    """Whether an offset is at the top of a file, or within its front matter. A body may show such marks, as
    a guide to git does.
    """
    end = text.find("\n---", 3)
    return start == 0 or (text.startswith("---") and (end < 0 or start < end))


def _in_conflict(path: str, text: str, start: int, *, is_all_yaml: bool = False) -> Document:
    message = "git couldn't merge two versions of these lines, and left both here"
    hint = "keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
    span = span_of(text, start, text.index("\n", start))
    finding = INVALID_FRONT_MATTER.finding(message, path, span, hint)
    return Document(path, text, None, len(text), (finding,), text, 0, is_all_yaml=is_all_yaml)


_WIDE = "the file is in UTF-16 or another wide encoding, not in UTF-8"
_SAVE = "save the file again with the encoding UTF-8"


def _with_newlines(text: str) -> str:
    """Read line ends as Python's text files do, and MkDocs with them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _too_large(path: str) -> Document:
    return _unreadable(path, f"the file is larger than {MAX_BYTES // 1024 // 1024} MB")


def _unreadable(path: str, message: str, hint: str = "") -> Document:
    finding = UNREADABLE_FILE.finding(message, path, Span(), hint)
    return Document(path, "", values=None, findings=(finding,))


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Document:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        return _unreadable(path, _WIDE, _SAVE)
    line = data.count(b"\n", 0, error.start) + 1
    column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
    message = f"this letter isn't saved as UTF-8 (it is the byte 0x{data[error.start]:02X})"
    finding = UNREADABLE_FILE.finding(message, path, Span(line, column, column + 1), _SAVE)
    return Document(path, data.decode("utf-8", "replace"), values=None, findings=(finding,))


def _finding(path: str, text: str, offset: int, problem: Problem, times: int) -> Finding:
    start, end = problem.start + offset, problem.end + offset
    span = span_of(text, start, end)
    if problem.kind == "duplicate-key":
        return _duplicate_key(path, text, problem, span, offset, times)
    hint = "" if problem.kind == "too-deep" else "write each as `key: value`"
    return INVALID_FRONT_MATTER.finding(problem.message, path, span, hint)


def _duplicate_key(  # noqa: PLR0913, PLR0917 - where it stands takes three
    path: str, text: str, problem: Problem, span: Span, offset: int, times: int
) -> Finding:
    first = span_of(text, problem.first + offset, problem.first + offset + len(problem.message))
    related = (Related("the first is here", path, first),)
    message = f'"{problem.message}" is given {"twice" if times == 2 else f"{times} times"}'
    hint = f"keep one of the {'two' if times == 2 else times}"
    if first.column == span.column > 2:
        hint += ", or begin the second with a hyphen, `- `, where a new item begins"
    return DUPLICATE_KEY.finding(message, path, span, hint, related)
