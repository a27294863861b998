"""StrictDoc: an item is a node of a document, of which there is one for each folder of the plan.

It has no check of its own: every export reads and checks all, and the one that writes least is taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.peers import Item, Peer


def _write(folder: Path, items: Sequence[Item]) -> None:
    (folder / "docs").mkdir()
    for (kind, name), found in groupby(items, lambda item: (item.kind, item.folder)):
        title = f"{kind} {name}".strip()
        head = f"[DOCUMENT]\nTITLE: {title}\nOPTIONS:\n  MARKUP: Markdown\n"
        nodes = "\n".join([head, *map(_node, found)])
        (folder / "docs" / f"{title.replace(' ', '-')}.sdoc").write_text(nodes, "utf-8")


def _node(item: Item) -> str:
    relations = f"RELATIONS:\n- TYPE: Parent\n  VALUE: {item.serves}\n" if item.serves else ""
    return (
        f"[REQUIREMENT]\nUID: {item.id}\nTITLE: {item.title}\nSTATEMENT: >>>\n{item.text}\n<<<\n{relations}"
    )


PEER = Peer(
    "strictdoc",
    "0.30.4",
    _write,
    check=("strictdoc", "export", "--formats", "json", "--output-dir", "checked", "docs"),
    publish=("strictdoc", "export", "--formats", "html", "--output-dir", "out", "docs"),
    made=("checked", "out"),
)
