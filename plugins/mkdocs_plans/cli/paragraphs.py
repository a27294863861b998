"""Paragraphs of our own text in a terminal."""

from __future__ import annotations

import shutil
import textwrap

WIDEST = 88
"""How many columns a paragraph takes where the terminal has more: longer lines are hard to read."""


def wrapped(text: str, indent: str = "") -> list[str]:
    """The lines of a paragraph, in the width of the terminal."""
    width = min(shutil.get_terminal_size().columns, WIDEST + len(indent))
    return textwrap.wrap(
        text,
        max(width, len(indent) + 30),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
