"""One file → a document: its front matter as plain values, its body, and the place of everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import frontmatter

from mkdocs_plans import yaml_text
from mkdocs_plans.findings import Finding, InBody, Place, Related, Span
from mkdocs_plans.source.cuts import Cut, texts_before_comma
from mkdocs_plans.source.folder import MAX_BYTES
from mkdocs_plans.source.front_matter import BOUNDARY, FrontMatterHandler
from mkdocs_plans.source.syntax import slip_in, syntax_finding
from mkdocs_plans.source.view_comments import ViewComment, view_comments_of_body
from mkdocs_plans.yaml_text import Positions, Problem, Value, line_starts, span_of

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
            finding.rule in {"unreadable-file", "invalid-front-matter"} for finding in self.findings
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
        return self._positions.locate(at) if self.values else Span(1, 1, 4)

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

    def span(self, start: int, end: int) -> Span:
        """Turn two offsets of the text into a span."""
        return span_of(self.text, start, end)


def read_document(path: str, data: bytes) -> Document:
    """Read a Markdown file. Never raises: what is wrong stands in the document's findings."""
    if len(data) > MAX_BYTES:
        return _too_large(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    text = _with_newlines(text)
    if not text.startswith("---"):
        return Document(path, text, findings=_front_matter_not_first(path, text))
    if BOUNDARY.match(text) is None:
        return Document(path, text, values=None, findings=(_not_closed(path, text),))
    handler = FrontMatterHandler()
    frontmatter.parse(text, handler=handler)
    findings = tuple(_finding(path, text, handler.yaml_offset, problem) for problem in handler.read.problems)
    offsets = handler.yaml, handler.yaml_offset
    return Document(path, text, handler.read.values, handler.body_offset, findings, *offsets)


def read_yaml_document(path: str, data: bytes) -> Document:
    """Read a file that is YAML from its first line to its last. Never raises."""
    if len(data) > MAX_BYTES:
        return _too_large(path)
    try:
        text = _with_newlines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    read = yaml_text.read(text)
    findings = tuple(_finding(path, text, 0, problem) for problem in read.problems)
    return Document(path, text, read.values, len(text), findings, text, 0, is_all_yaml=True)


def _with_newlines(text: str) -> str:
    """Read line ends as Python's text files do, and MkDocs with them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _too_large(path: str) -> Document:
    return _unreadable(path, f"the file is larger than {MAX_BYTES // 1024 // 1024} MB")


def _unreadable(path: str, message: str, hint: str = "", text: str = "") -> Document:
    finding = Finding("unreadable-file", message, path, Span(), hint)
    return Document(path, text, values=None, findings=(finding,))


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Document:
    hint = "save the file again, in the encoding UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        return _unreadable(path, "the file is in UTF-16 or another wide encoding, not in UTF-8", hint)
    line = data.count(b"\n", 0, error.start) + 1
    column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
    message = f"this letter isn't saved as UTF-8 (it is the byte 0x{data[error.start]:02X})"
    finding = Finding("unreadable-file", message, path, Span(line, column, column + 1), hint)
    return Document(path, data.decode("utf-8", "replace"), values=None, findings=(finding,))


def _front_matter_not_first(path: str, text: str) -> tuple[Finding, ...]:
    """White space before the `---` makes MkDocs take the front matter for text."""
    match = re.match(r"\s*(?=---[ \t]*\n)", text)
    if match is None or not BOUNDARY.match(text[match.end() :]):
        return ()
    span = span_of(text, match.end(), match.end() + 3)
    message = "the front matter doesn't start on the file's first line, so MkDocs shows it as text"
    hint = "delete what stands before the `---`"
    return (Finding("invalid-front-matter", message, path, span, hint),)


def _not_closed(path: str, text: str) -> Finding:
    first = text.split("\n", 1)[0]
    if first.rstrip() != "---":
        message, hint = "the front matter must open with three hyphens alone", "write `---`"
    elif re.search(r"^(---|\.\.\.)[ \t]*\Z", text[4:], re.MULTILINE):
        message = "the closing `---` is the file's last characters, so MkDocs doesn't see it"
        hint = "end the line with a line break"
    else:
        message = "the front matter has no closing `---`"
        hint = "put `---` on a line of its own after the last key"
    return Finding("invalid-front-matter", message, path, Span(1, 1, len(first) + 1), hint)


def _finding(path: str, text: str, offset: int, problem: Problem) -> Finding:
    start, end = problem.start + offset, problem.end + offset
    span = span_of(text, start, end)
    if problem.kind == "duplicate-key" and (slip := slip_in(problem.message + ": ")):
        return Finding("invalid-front-matter", slip[0], path, span, slip[1])
    if problem.kind == "duplicate-key":
        return _duplicate_key(path, text, problem, span, offset)
    if problem.kind == "syntax":
        return syntax_finding(path, text, start, problem.message)
    hint = "" if problem.kind == "too-deep" else "write each as `key: value`"
    return Finding("invalid-front-matter", problem.message, path, span, hint)


def _duplicate_key(path: str, text: str, problem: Problem, span: Span, offset: int) -> Finding:
    first = span_of(text, problem.first + offset, problem.first + offset + len(problem.message))
    related = (Related("the first is here", path, first),)
    message = f'the key "{problem.message}" is given twice'
    return Finding("duplicate-key", message, path, span, "keep one of the two", related)
