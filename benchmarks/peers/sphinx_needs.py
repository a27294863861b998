"""Sphinx with sphinx-needs: an item is a directive on a page of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from benchmarks.peers import Item, Peer

_KINDS = ("mission", "vision", "values", "theme", "team", "strategy", "tactic")
_TYPES = [
    {"directive": kind, "title": kind.capitalize(), "prefix": "", "color": "#fff", "style": "node"}
    for kind in _KINDS
]
_CONF = f"""\
project = "A generated plan"
extensions = ["sphinx_needs"]
needs_types = {_TYPES!r}
"""

_TABLE_RULE = re.compile(r"^\|-.*\n", re.MULTILINE)
"""What Markdown has in a table, and reStructuredText takes for an error."""

_INDEX = "Plan\n====\n\n.. toctree::\n   :glob:\n\n   plan/*\n"


def _write(folder: Path, items: Sequence[Item]) -> None:
    (folder / "docs/plan").mkdir(parents=True)
    (folder / "docs/conf.py").write_text(_CONF)
    (folder / "docs/index.rst").write_text(_INDEX)
    for item in items:
        (folder / "docs/plan" / f"{item.id}.rst").write_text(_page(item), "utf-8")


def _page(item: Item) -> str:
    links = f"   :links: {_id(item.serves)}\n" if item.serves else ""
    body = _TABLE_RULE.sub("", item.body).strip()
    text = f"::\n\n{indent(item.facts, '  ')}\n\n{body}"
    head = f"{item.title}\n{'=' * len(item.title)}\n\n.. {item.kind}:: {item.title}\n   :id: {_id(item.id)}\n"
    return f"{head}{links}\n{indent(text, '   ')}\n"


def _id(name: str) -> str:
    """An id as it wants them: in capitals, and no hyphen."""
    return f"PLAN_{name.upper().replace('-', '_')}"


PEER = Peer(
    "sphinx-needs",
    "9.1.0",
    _write,
    check=("sphinx-build", "-q", "-E", "-b", "needs", "docs", "checked"),
    publish=("sphinx-build", "-q", "-b", "html", "docs", "out"),
    made=("checked", "out"),
)
