"""Texts such as `!Hire people` and `&Hire people`: YAML takes their first word for a mark of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from mkdocs_plans.source.slip import KEY_LINE, Slip
from mkdocs_plans.yaml import compose, quote

_MARK = re.compile(r"(?P<line>.*?:[ \t]+)(?P<value>(?P<sign>[!&])[^\W\d_]\S*[ \t]+[^\s\[{'\"|>].*?)[ \t]*")
_ALIAS = re.compile(r"\*([^\s,\]}]+)")


def lost_words(text: str) -> tuple[Slip, ...]:
    """Give these texts of a YAML text that can be read. An anchor that an alias names is one, and no word."""
    lines = text.split("\n") if "!" in text or "&" in text else []
    found = [(number, line) for number, one in enumerate(lines) if (line := _MARK.fullmatch(one))]
    starts, anchors = (set(_starts(text)), set(_ALIAS.findall(text))) if found else (set(), set())
    return tuple(
        _slip(number, line)
        for number, line in found
        if (number, line.start("value")) in starts
        and KEY_LINE.fullmatch(line[0])
        and not (line["sign"] == "&" and line["value"][1:].split(maxsplit=1)[0] in anchors)
    )


def _slip(number: int, line: re.Match[str]) -> Slip:
    message = f"because of the `{line['sign']}`, the first word of this text is lost"
    written = ((number, line["line"] + quote(line["value"])),)
    hint = "put quotes around the text"
    return Slip(number, *line.span("value"), message, hint, written, is_sure=True)


def _starts(text: str) -> Iterator[tuple[int, int]]:
    """Give the line and the column at which each value begins."""
    root, seen = compose(text), set[int]()
    nodes = [] if root is None else [root]
    while nodes:
        node = nodes.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.line, node.start_mark.column
        elif isinstance(node, yaml.MappingNode):
            nodes += [one for pair in node.value for one in pair]
        else:
            nodes += node.value
