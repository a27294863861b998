"""Real plan files, damaged as slips, merges and broken editors damage them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from mkdocs_plans.load import load
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File

ROOT = Path(__file__).parents[1]
FOLDERS = ("plans", "tests/sites/federal-data-strategy/docs", "tests/sites/south-dakota-mines/docs")
REAL_FILES = [path.read_bytes() for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.md"))]
SITE = Site(Path("/nowhere/mkdocs.yml"), Path("/nowhere/plans"))
SOUND = b"---\ntype: tactic\ntitle: Ask\nstrategy: hire\nadvances: [grow]\ndri: vp-sales\n---\n"


class Memory:
    """A source whose files are given."""

    def __init__(self, files: dict[str, bytes], people: bytes | None = None) -> None:
        self._files = files
        self._people = people

    def files(self) -> Iterator[File]:
        """Give the files in the order of their paths."""
        return (File(path, data) for path, data in sorted(self._files.items()))

    def read(self, path: str) -> File | None:
        """Give the people file."""
        return None if self._people is None or path != "people.yml" else File(path, self._people)


def check_damaged(seed: int) -> None:
    """Damage a real file, then read, resolve and check it; any exception is a defect."""
    chance = random.Random(seed)
    data = damaged(chance.choice(REAL_FILES), chance)
    source = Memory({"damaged.md": data, "sound.md": SOUND}, chance.choice([data, None]))
    check(load(source, SITE), SITE)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Make one to three changes: a byte flipped, lines swapped, dropped, indented, replaced, doubled."""
    for _ in range(chance.randint(1, 3)):
        data = _changed(data, chance)
    return data


def _changed(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            index = chance.randrange(len(data) or 1)
            return data[:index] + bytes([chance.randrange(256)]) + data[index + 1 :]
        case 1:
            lines[at], lines[other] = lines[other], lines[at]
        case 2:
            del lines[at]
        case 3:
            lines[at] = chance.choice([b" ", b"\t", b"    "]) + lines[at]
        case 4:
            value = chance.choice([b"[", b"{a", b"*x", b"!!int x", b"'", b"~"])
            lines[at] = lines[at].split(b":")[0] + b": " + value
        case _:
            lines.insert(at, lines[other])
    return b"\n".join(lines)
