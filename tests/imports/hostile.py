"""Cells that would do harm, or are only odd. `python -m tests.imports.hostile 10000` imports so many."""

from __future__ import annotations

import csv
import io
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Severity
from tests.imports.importing import bring_in
from tests.small_site import all_found_in, write_site

PIECES = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "-2",
    "'=1",
    '"',
    '""',
    "'",
    "\n",
    "\r\n",
    "\t",
    "; ",
    ", ",
    "|",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "\u200b",
    "\ufeff",
    "\x07",
    "\x1b[31m",
    "\x01",
    "---\ntype: tactic\n---\n",
    "\n---\n",
    ": ",
    " #",
    "# Heading",
    "{{ x }}",
    "{% raw %}",
    "{: onclick=x }",
    "<script>alert(1)</script>",
    "<!-- plans/tactics -->",
    "[a](javascript:b)",
    "![](http://example.org/x)",
    "--8<-- 'mkdocs.yml'",
    "&lt;",
    "*",
    "_",
    "`",
    "../../etc/passwd",
    "con",
    "index",
    "null",
    "yes",
    "2026-02-30",
    "31.12.2026",
    "1,5",
    "1e999",
    "NaN",
    "👩‍🚒",
    "日本",
    "שלום",
    "a" * 300,
    "&a *b !!c",
    "> |",
    "\\",
    "😀" * 50,
)
"""What cells are made of."""

HEADS = (
    *("title", "id", "number", "owner", "start", "deadline"),
    *("status", "strategy", "team", "note", "review", "\u202ex"),
)


def cell(chance: random.Random) -> str:
    """Some pieces behind each other, or one alone."""
    return "".join(chance.choice(PIECES) for _ in range(chance.choice((0, 1, 1, 2, 3))))


PART_HEADS = {
    "goals": ("plan", "title", "id", "baseline", "targets", "unit", "due", "status", "note"),
    "actions": ("tactic", "do", "id", "due", "status", "owner", "strategy"),
    "resources": ("tactic", "name", "cost", "link"),
    "updates": ("plan", "date", "health", "note"),
    "readings": ("plan", "goal", "date", "value", "note", "file"),
    "people": ("handle", "name", "role", "team", "email", "until"),
}
"""What columns of parts are called."""

RIGHT = {"plan": "hire", "tactic": "Ask", "goal": "retention", "date": "2026-03-31", "value": "7"}
"""What most of the cells of some columns are, so that their rows are read at all."""


def table(cells: int, chance: random.Random, heads: Sequence[str] = HEADS) -> bytes:
    """A CSV with so many cells."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=chance.choice(",;\t"))
    writer.writerow(heads)
    for _ in range(cells // len(heads)):
        writer.writerow(
            [RIGHT[head] if head in RIGHT and chance.random() < 0.9 else cell(chance) for head in heads]
        )
    return text.getvalue().encode(chance.choice(("utf-8", "utf-16", "utf-8-sig")))


def wrong(folder: Path, data: bytes, kind: str) -> list[str]:
    """What is wrong once a table is imported: errors of reading that it brings in, or files outside of the
    plan. A refusal in one line is right.
    """
    (folder / "x.csv").write_bytes(data)
    write_site(folder)
    before = {path for path in folder.rglob("*") if "plans" not in path.parts}
    try:
        bring_in(folder, folder / "x.csv", kind)
    except EditError as error:
        return [f"a refusal of several lines: {error}"] if "\n" in str(error) else []
    strays = {path for path in folder.rglob("*") if "plans" not in path.parts} - before
    found = all_found_in(folder)
    allowed = {"tactic-without-strategy", "end-before-start", "circular-link"}
    told = [
        one for one in found if one.finding.severity is Severity.ERROR and one.finding.rule not in allowed
    ]
    return [
        *map(str, strays),
        *(f"{one.finding.path}:{one.span.line}: {one.finding.rule}: {one.finding.message}" for one in told),
    ]


if __name__ == "__main__":
    number = int(sys.argv[1])
    for seed in range(1, 4):
        with tempfile.TemporaryDirectory() as name:
            begun = time.monotonic()
            kind = ("tactics", "strategies", "people")[seed - 1]
            found = wrong(Path(name), table(number, random.Random(seed)), kind)
            print(f"{kind}: {time.monotonic() - begun:.1f} s, {len(found)} wrong", *found[:20], sep="\n  ")
