"""YAML text → plain values.

All scalars stay text as they are written (`2026-02-30`, `1.10`, `No`): the model says what a date or
a number is. What isn't plain throughout is built from libyaml's node tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from mkdocs_plans.yaml.plain import NULLS, Value, read_plain

MAX_DEPTH = 5_000
"""libyaml composes what is nested by recursion in C and crashes the process near 50,000."""

MAX_VALUES = 200_000
"""How many more values aliases may unfold to than the text has characters; a handful of lines can
otherwise name more values than memory holds.
"""

# `- - - - x` nests without a bracket, one level a hyphen.
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
class YamlRead:
    """The values of a YAML mapping and what was met on the way. `values` is None where nothing could
    be read; `is_plain` says that the text is what `read_plain` reads.
    """

    values: dict[str, Value] | None
    problems: tuple[Problem, ...] = ()
    is_plain: bool = False


def read_yaml(text: str) -> YamlRead:
    """Read a YAML mapping. Never raises: what is wrong comes back as problems.

    A key given twice keeps its first value, and each further one is a problem.
    """
    values = read_plain(text)
    return read_with_libyaml(text) if values is None else YamlRead(values, is_plain=True)


def read_with_libyaml(text: str) -> YamlRead:
    """Read any YAML mapping."""
    if (deep := _too_deep(text)) is not None:
        return YamlRead(None, (deep,))
    try:
        node = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return YamlRead(None, (_syntax_problem(error, text),))
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        return YamlRead(None, (_character_problem(error, text),))
    return YamlRead({}) if node is None else _build(node, len(text))


def _build(node: yaml.Node, length: int) -> YamlRead:
    if not isinstance(node, yaml.MappingNode):
        where = node.start_mark.index, node.end_mark.index
        message = "these must be `key: value` lines"
        return YamlRead(None, (Problem("not-a-mapping", message, *where),))
    builder = _Builder(MAX_VALUES + length)
    try:
        values = builder.mapping(node)
    except _TooMuchError:
        message = "aliases unfold to more values than a plan holds, or into themselves"
        return YamlRead(None, (Problem("too-deep", message, 0, 0),))
    return YamlRead(values, tuple(builder.problems))


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
            return None if not node.style and text in NULLS else text
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.value(item) for item in node.value]
            return self.mapping(node)
        # `&all [*all]` is a list that holds itself.
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
    return Problem("syntax", f"the character {sign} can't be used here", start, start + 1)


def compose(text: str) -> yaml.Node | None:
    """Give the nodes of a YAML text that `read_yaml` could read; None of an empty one. Tags mean nothing."""
    root: yaml.Node | None = _Composer(text).get_single_node()
    return root
