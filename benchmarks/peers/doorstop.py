"""Doorstop: an item is a file of YAML, in a document for each kind of plan."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmarks.peers import Item, Peer

_ABOVE = {"PLAN": None, "THEME": "PLAN", "STRATEGY": "THEME", "TACTIC": "STRATEGY"}
"""The documents, each with the one that its items serve. What has none of its own is in the first."""


def _write(folder: Path, items: Sequence[Item]) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # it works in a repository alone
    for prefix, above in _ABOVE.items():
        settings = {"digits": 5, "itemformat": "yaml", "prefix": prefix, "sep": ""}
        settings |= {"parent": above} if above else {}
        (folder / prefix).mkdir()
        (folder / prefix / ".doorstop.yml").write_text(yaml.safe_dump({"settings": settings}))
    count: Counter[str] = Counter()
    names = {}
    for item in items:
        prefix = item.kind.upper() if item.kind.upper() in _ABOVE else "PLAN"
        count[prefix] += 1
        names[item.id] = prefix, count[prefix]
    for item in items:
        prefix, number = names[item.id]
        served = names.get(item.serves or "")
        links = [{f"{served[0]}{served[1]:05}": None}] if served else []
        path = folder / prefix / f"{prefix}{number:05}.yml"
        path.write_text(yaml.dump(_values(item, number, links), Dumper=yaml.CSafeDumper))


def _values(item: Item, number: int, links: list[dict[str, None]]) -> dict[str, object]:
    values = {"active": True, "derived": False, "header": item.title, "level": f"1.{number}", "links": links}
    return values | {"normative": True, "ref": "", "reviewed": None, "text": item.text}


PEER = Peer(
    "doorstop",
    "3.2",
    _write,
    check=("doorstop", "--no-reformat"),
    publish=("doorstop", "publish", "all", "out"),
    made=("out",),
)
