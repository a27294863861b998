"""Texts in braces that YAML ends at a comma: what stands behind it has become keys without a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from mkdocs_plans.findings import Span, Steps
from mkdocs_plans.yaml import compose, span_of

_COLON = re.compile(r"\s*:")
_KEY_AND_VALUE = re.compile(r"[a-z_]+:[^/]")
"""`due:2026` is a field that lacks a space, and no text."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that ends at a comma: the steps to its mapping, its key, and the keys made of what follows.

    `text` is all of it as it was meant, empty where what stands before the comma is no text without quotes;
    `start` and `end` are its offsets in the file, `comma` the place of the comma and what follows.
    """

    steps: Steps
    key: str
    lost: tuple[str, ...]
    text: str
    start: int
    end: int
    comma: Span


def texts_before_comma(yaml_text: str, file_text: str, offset: int) -> Iterator[Cut]:
    """Give each text in braces behind whose comma stands something without a colon. `offset` is where
    the YAML starts in its file.
    """
    for steps, mapping in _mappings_in_braces(compose(yaml_text), ()):
        held: tuple[yaml.Node, yaml.Node] | None = None
        lost: list[yaml.Node] = []
        for key, value in [*mapping.value, (None, None)]:
            if held and key is not None and _is_bare(key, value, yaml_text):
                lost.append(key)
                continue
            if held and lost:
                yield _cut(steps, held, lost, file_text, offset)
            held, lost = (key, value), []


def _mappings_in_braces(node: yaml.Node | None, steps: Steps) -> Iterator[tuple[Steps, yaml.MappingNode]]:
    if isinstance(node, yaml.MappingNode):
        if node.flow_style:
            yield steps, node
        for key, value in node.value:
            yield from _mappings_in_braces(value, (*steps, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _mappings_in_braces(item, (*steps, index))


def _is_bare(key: yaml.Node, value: yaml.Node, yaml_text: str) -> bool:
    """Whether a key is a text without a colon behind it."""
    if not isinstance(key, yaml.ScalarNode) or key.style or value.start_mark.index != value.end_mark.index:
        return False
    has_colon = _COLON.match(yaml_text, key.end_mark.index) is not None
    return not has_colon and not _KEY_AND_VALUE.match(key.value)


def _cut(
    steps: Steps, held: tuple[yaml.Node, yaml.Node], lost: list[yaml.Node], file_text: str, offset: int
) -> Cut:
    key, value = held
    start, end = value.start_mark.index + offset, lost[-1].end_mark.index + offset
    comma = file_text.index(",", value.end_mark.index + offset)
    is_text = isinstance(value, yaml.ScalarNode) and value.value and not value.style
    text, names = file_text[start:end] if is_text else "", tuple(str(each.value) for each in lost)
    return Cut(steps, str(key.value), names, text, start, end, span_of(file_text, comma, end))
