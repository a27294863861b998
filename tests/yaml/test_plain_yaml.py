"""Plain front matter, which is read without libyaml: never otherwise than libyaml reads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_plans.findings import Route, Steps
from mkdocs_plans.yaml.plain import MAX_LEVELS, Value, plain_fields, read_plain
from mkdocs_plans.yaml.positions import Positions
from mkdocs_plans.yaml.reading import YamlRead, read_with_libyaml

PLAIN = """type: tactic
title: "Hire: now"
number: '1.1'
dri:

advances: [ one, two ]
url: https://example.org/a#b
costs: -5
team: ~
resources:
- A room, for two
-   name: A tool
    cost: € 3,800
- {name: Paper, url: https://example.org/paper}
goals:
  - id: grow
    targets:
      2026-06: 45
      2026-12: null
"""

_PIECES = [
    "a", "b", "2026-12-31", "é", "null", "~", ":", ": ", " ", "  ", "- ", "-", "#", " #", ",", "[", "]", "{",
    "}", '"', "'", "\\", "|", ">", "&", "*", "!", "?", "%", "@", "`", "\t", "\xa0", "\u2028", "=", "<<",
    "---", "...", "/",
    "//", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "a: ", "b:", "a: b", "[a, b]", "{a: b, b: ~}",
]  # fmt: skip


def test_what_most_plans_are_written_in_is_plain() -> None:
    """Each form that a line may have, beside the others."""
    assert read_plain(PLAIN) == read_with_libyaml(PLAIN).values


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(lambda pieces: "".join(pieces) + "\n"))
def test_it_is_read_as_libyaml_reads_it(text: str) -> None:
    """Whatever it is made of: or else it is left to libyaml."""
    values = read_plain(text)
    assert values is None or YamlRead(values) == read_with_libyaml(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(lambda pieces: "".join(pieces) + "\n"))
@example(PLAIN)
def test_a_place_in_its_fields_lines_is_that_in_the_whole(text: str) -> None:
    """Whatever a plain text is made of, and where its routes lead."""
    values = read_plain(text) or {}
    for key, lines in plain_fields(text).items() if values else ():
        whole, part = Positions(text, text, 0), Positions(text[lines], text, lines.start)
        for steps in _routes(values[str(key)], (key,)):
            for route in (Route(steps), Route(steps, "key")):
                assert part.locate(route) == whole.locate(route)


def _routes(value: Value, steps: Steps) -> Iterator[Steps]:
    yield steps
    pairs = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, inner in pairs if not isinstance(value, str) else ():
        yield from _routes(inner, (*steps, key))


@pytest.mark.parametrize("line", [1, 4, 9, 13, 17])
@pytest.mark.parametrize("wrong", ["", "  ", "x", "a: b: c", "  title: x", "- x", "\tx: y", "key: 'x"])
def test_a_slip_in_plain_lines_is_left_to_libyaml(line: int, wrong: str) -> None:
    """Which says what is wrong, or takes it for something else than it seems."""
    lines = PLAIN.splitlines(keepends=True)
    text = "".join([*lines[:line], wrong + "\n", *lines[line:]])
    values = read_plain(text)
    assert values is None or YamlRead(values) == read_with_libyaml(text)


def test_deep_nesting_is_left_to_libyaml() -> None:
    """There it is bounded."""
    deep = "".join(f"{' ' * level}a:\n" for level in range(MAX_LEVELS + 3))
    assert read_plain(deep) is None


def test_a_long_line_takes_time_in_proportion_to_its_length() -> None:
    """Wherever it turns out not to be plain."""
    assert read_plain(f"a: {'b ' * 500_000}: c\n") is None
    assert read_plain(f"a: [{'b, ' * 500_000}: c]\n") is None
