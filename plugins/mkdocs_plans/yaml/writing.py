"""Values as YAML: in one line, or as lines of a block.

A text stands without quotes where YAML then reads the same text, for us and for MkDocs; else within them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache

import yaml

WIDTH = 120
"""From how many characters on a text is folded. Our convention."""


class Bare(str):
    """A date, a number or a word, which stands without quotes as it is."""

    __slots__ = ()


Written = str | Sequence["Written"] | Mapping[str, "Written"]
"""What can be written: a text (or `Bare`), a list, a mapping."""


def write_scalar(text: str, *, in_braces: bool = False) -> str:
    """Write a text in one line, with quotes only where it needs them."""
    if isinstance(text, Bare) and not set(text) & set(" ,[]{}#:\"'"):
        return str(text)
    return text if _can_be_bare(str(text), in_braces) else quote(str(text))


@lru_cache(maxsize=1_000)
def _can_be_bare(text: str, in_braces: bool) -> bool:
    """Whether YAML reads a text without quotes as that text, and as nothing else."""
    if not text.isprintable():
        return False
    source, meant = (f"{{k: {text}}}", {"k": text}) if in_braces else (f"k: {text}", {"k": text})
    try:
        return bool(yaml.safe_load(source) == meant)
    except (yaml.YAMLError, ValueError):
        return False


def write_inline(value: Written, *, in_braces: bool = False) -> str:
    """Write a value in one line; lists and mappings in brackets and braces."""
    if isinstance(value, str):
        return write_scalar(value, in_braces=in_braces)
    if isinstance(value, Mapping):
        fields = (
            f"{write_scalar(k, in_braces=True)}: {write_inline(v, in_braces=True)}" for k, v in value.items()
        )
        return "{" + ", ".join(fields) + "}"
    return "[" + ", ".join(write_inline(item, in_braces=True) for item in value) + "]"


def write_field(key: str, value: Written, indent: int, hyphen: int = 2) -> list[str]:
    """Write `key: value` at an indentation: in one line, but a long text and a list of mappings in
    several, its hyphens indented further by `hyphen`.
    """
    start = " " * indent + f"{write_scalar(key)}:"
    if not isinstance(value, (str, Mapping)):
        items = [write_item(item, indent + hyphen) for item in value if isinstance(item, Mapping)]
        if items:
            return [start, *(line for item in items for line in item)]
    line = f"{start} {write_inline(value)}"
    if isinstance(value, str) and not isinstance(value, Bare) and (len(line) > WIDTH or "\n" in value):
        return _as_block(start, value, indent + 2) or [line]
    return [line]


def write_item(fields: Mapping[str, Written], indent: int) -> list[str]:
    """Write a list item that has fields, its hyphen at an indentation."""
    lines = [line for key, value in fields.items() for line in write_field(key, value, indent + 2)]
    return [" " * indent + "- " + lines[0].lstrip(), *lines[1:]] if lines else []


def _as_block(start: str, text: str, indent: int) -> list[str]:
    """Fold a long text, or keep the lines that it has; nothing where it would then read otherwise."""
    lines = text.split("\n")
    if not all(line.isprintable() and line == " ".join(line.split()) for line in lines) or not lines[-1]:
        return []
    if len(lines) > 1:
        return [f"{start} |-", *((" " * indent + line).rstrip() for line in lines)] if lines[0] else []
    folded = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [f"{start} >-", *(" " * indent + line for line in folded)]


def quote(text: str) -> str:
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
