"""Where every key and value of a YAML text stands.

The places are looked up in a tree that is composed again when the first one is asked for, so that a plan
without findings doesn't pay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import yaml

from mkdocs_plans.findings import Route, Span
from mkdocs_plans.yaml.reading import compose

TOP = Span(1, 1, 4)
"""The opening `---` of a front matter: the place of what isn't there."""

_LINE_END = re.compile("\n")
_CUT = re.compile(r"[ \t]+#[^\s#]")


class Positions:
    """The places of the keys and values of a YAML text that `read_yaml` could read.

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
