"""YAML text → plain values, with the place of every key and value.

All scalars stay text as they are written (`2026-02-30`, `1.10`, `No`): the model says what a date or
a number is. The values are built from libyaml's node tree. The places are looked up in a tree that
is composed again when the first one is asked for, so that a plan without findings doesn't pay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from mkdocs_plans.findings import Route, Span

Value = str | None | list["Value"] | dict[str, "Value"]
"""What a YAML value is to us: text, nothing, a list, or a mapping."""

MAX_DEPTH = 5_000
"""libyaml composes what is nested by recursion in C and crashes the process near 50,000."""

MAX_VALUES = 200_000
"""How many more values aliases may unfold to than the text has characters; a handful of lines can
otherwise name more values than memory holds.
"""

TOP = Span(1, 1, 4)
"""The opening `---` of a front matter: the place of what isn't there."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LINE_END = re.compile("\n")
_CUT = re.compile(r"[ \t]+#[^\s#]")
_DASH_CHAIN = re.compile(r"^[ ]*(?:[-?:][ ]+){100}", re.MULTILINE)


class _Composer(CParser):
    """libyaml's composer with no implicit types, so that every plain scalar stays text.

    It asks these three for the tag of every node; nobody reads the tags, so none is worked out.
    """

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Give every node the same tag."""
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, parent: object, index: object) -> None:
        """Do nothing."""

    def ascend_resolver(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps YAML from being read, or makes it ambiguous, at a character offset of the text."""

    kind: str
    """`syntax`, `duplicate-key`, `too-deep` or `not-a-mapping`."""
    message: str
    start: int
    end: int
    first: int = -1
    """For a duplicate key, the offset of the first."""


@dataclass(frozen=True, slots=True)
class Read:
    """The values of a YAML mapping and what was met on the way. `values` is None where nothing could
    be read.
    """

    values: dict[str, Value] | None
    problems: tuple[Problem, ...] = ()


def read(text: str) -> Read:
    """Read a YAML mapping. Never raises: what is wrong comes back as problems.

    A key given twice keeps its first value, and each further one is a problem.
    """
    if (deep := _too_deep(text)) is not None:
        return Read(None, (deep,))
    try:
        node = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return Read(None, (_syntax_problem(error, text),))
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        return Read(None, (_character_problem(error, text),))
    return Read({}) if node is None else _build(node, len(text))


def _build(node: yaml.Node, length: int) -> Read:
    if not isinstance(node, yaml.MappingNode):
        where = node.start_mark.index, node.end_mark.index
        message = "expected `key: value` lines"
        return Read(None, (Problem("not-a-mapping", message, *where),))
    builder = _Builder(MAX_VALUES + length)
    try:
        values = builder.mapping(node)
    except _TooMuchError:
        message = "aliases unfold to more values than a plan holds, or into themselves"
        return Read(None, (Problem("too-deep", message, 0, 0),))
    return Read(values, tuple(builder.problems))


class _TooMuchError(Exception):
    """Aliases unfold without end."""


class _Builder:
    """Turns nodes into values, and collects duplicate keys."""

    def __init__(self, left: int) -> None:
        self.problems: list[Problem] = []
        self.left = left

    def value(self, node: yaml.Node) -> Value:
        self.left -= 1
        if self.left < 0:
            raise _TooMuchError
        if isinstance(node, yaml.ScalarNode):
            text: str = node.value
            return None if not node.style and text in _NULLS else text
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.value(item) for item in node.value]
            return self.mapping(node)
        except RecursionError:
            raise _TooMuchError from None

    def mapping(self, node: yaml.Node) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else _spell(key)
            if name in values:
                self.problems.append(_duplicate(node, key, name))
            else:
                values[name] = self.value(value)
        return values


def _spell(key: yaml.Node) -> str:
    """Name a key that is a list or a mapping, as `[a]: b` has it."""
    return f"{{{key.start_mark.line + 1}:{key.start_mark.column + 1}}}"


def _duplicate(mapping: yaml.Node, key: yaml.Node, name: str) -> Problem:
    first = next(k for k, _ in mapping.value if getattr(k, "value", None) == name)
    span = key.start_mark.index, key.end_mark.index
    return Problem("duplicate-key", name, *span, first=first.start_mark.index)


def _too_deep(text: str) -> Problem | None:
    """Where a text nests deeper than can be read. Few texts hold enough brackets to: only for those is
    the depth counted, by libyaml's events, which come without recursion.
    """
    if chain := _DASH_CHAIN.search(text):
        return _deep(chain.start())
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Composer):  # type: ignore[arg-type]
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                return _deep(event.start_mark.index if event.start_mark else 0)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return None  # reading says what it is
    return None


def _deep(start: int) -> Problem:
    return Problem("too-deep", "more nested lists than a plan can mean", start, start + 1)


_OPENED = ("expected alphabetic", "unexpected end of stream", "expected ',' or '", "expected ':'")
"""What libyaml says where it stumbles behind the mistake: it is where the text, quote, bracket or key
begins.
"""


def _syntax_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    said = error.problem or ""
    if mark and opened and any(sign in said for sign in _OPENED):
        mark = opened if opened.line < mark.line or "alphabetic" in said else mark
    start = min(mark.index, len(text)) if mark else 0
    return Problem("syntax", error.problem or "not YAML", start, start + 1)


def _character_problem(error: Exception, text: str) -> Problem:
    """Libyaml refuses control characters and lone surrogates with no mark: look for the first."""
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    start = found.start() if found else 0
    sign = f"U+{ord(text[start]):04X}" if found else str(error)
    return Problem("syntax", f"the character {sign} can't stand in YAML", start, start + 1)


def quoted(text: str) -> str:
    """Put quotes around a text: double ones, unless it holds what they would change."""
    if not all(map(_is_shown, text)):
        return '"' + "".join(map(_escaped, text)) + '"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_shown(sign: str) -> bool:
    return sign.isprintable() or sign in "\u00a0\u202f"


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    return sign if _is_shown(sign) else f"\\U{ord(sign):08X}"


def compose(text: str) -> yaml.Node | None:
    """Give the nodes of a YAML text that `read` could read; None of an empty one. Their tags mean nothing."""
    root: yaml.Node | None = _Composer(text).get_single_node()
    return root


class Positions:
    """The places of the keys and values of a YAML text that `read` could read.

    `offset` is where the text starts in its file, and `file_text` that file's whole text.
    """

    def __init__(self, text: str, file_text: str, offset: int) -> None:
        self._file_text = file_text
        self._offset = offset
        root = compose(text)
        assert root is not None, "there is no place to look up in an empty text"
        self._root = root
        self._entries: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}

    def locate(self, route: Route) -> Span:
        """Find the span of a route. A route that leads on where the file has nothing leads to the
        last step that the file has: its key where that is a mapping's, else its value.
        """
        key: yaml.Node | None = None
        node = self._root
        for depth, step in enumerate(route.steps):
            if step == 0 and isinstance(node, yaml.ScalarNode):
                continue  # one text may stand in the place of a list of one
            found = self._step(node, step)
            if found is None:
                return self._span(key or node) if depth else TOP
            key, node = found
        if not route.steps:
            return TOP
        if route.part == "key" or (key is not None and _is_long(node)):
            return self._span(key or node)
        return self._span(node)

    def _step(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode) and isinstance(step, str):
            if id(node) not in self._entries:  # of a key that is there twice, the first counts
                self._entries[id(node)] = {str(k.value): (k, v) for k, v in reversed(node.value)}
            return self._entries[id(node)].get(step)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None

    def texts_before_hash(self) -> Iterator[tuple[tuple[str | int, ...], str, Span]]:
        """Give each plain text that YAML ends at a `#` which no space follows: its route's steps,
        the rest of the line, and the span of that rest.
        """
        for steps, node in _walk(self._root, ()):
            if not isinstance(node, yaml.ScalarNode) or node.style:
                continue
            end = self._offset + node.end_mark.index
            if _CUT.match(self._file_text, end):
                line_end = self._file_text.find("\n", end)
                rest = self._file_text[end : None if line_end < 0 else line_end].rstrip()
                yield steps, rest, span_of(self._file_text, end, end + len(rest))

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark.index + self._offset, node.end_mark.index + self._offset
        return span_of(self._file_text, start, end)


def span_of(text: str, start: int, end: int) -> Span:
    """Turn two offsets of a text into a span; one that runs over several lines ends with its first."""
    starts = line_starts(text)
    line = bisect_right(starts, start)
    line_start = starts[line - 1]
    line_end = starts[line] - 1 if line < len(starts) else len(text)
    stop = start + max(1, len(text[start : min(end, line_end)].rstrip()))
    return Span(line, start - line_start + 1, stop - line_start + 1)


@lru_cache(maxsize=4)
def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin: looked up anew for each of many findings in a file,
    they would take time in proportion to its square.
    """
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def _is_long(node: yaml.Node) -> bool:
    """Whether a value is a block of several lines, or nothing at all: its key is the place to show."""
    if isinstance(node, yaml.ScalarNode):
        return node.start_mark.index == node.end_mark.index or node.style in {"|", ">"}
    return not getattr(node, "flow_style", True)


def _walk(
    node: yaml.Node | None, steps: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, (*steps, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*steps, index))
    elif node is not None:
        yield steps, node
