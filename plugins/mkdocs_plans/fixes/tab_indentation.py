"""Indent with spaces, where YAML doesn't take tabs.

    ⇥- title: Grow          →  ␣␣- title: Grow
    -⇥title: Grow           →  -␣title: Grow

Left alone: a file that would mean something else by how wide a tab is taken to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case, Fixer

WIDTHS = (2, 4, 8, 3, 5, 6, 7)
"""How wide a tab may be taken to be, the most usual in YAML first."""


def fix(case: Case) -> Fix:
    """Write spaces in the place of each tab that indents, if all widths that can be read mean the same."""
    if "\t" not in _indentation(case.line):
        return ()
    tried = [(edits, case.after(edits)) for edits in (tuple(_edits(case, width)) for width in WIDTHS)]
    readable = [(edits, after) for edits, after in tried if not after.findings_stop_reading]
    alike = all(after.values == readable[0][1].values for _, after in readable)
    return readable[0][0] if readable and alike else ()


def _edits(case: Case, width: int) -> Iterator[Edit]:
    for number in case.document.yaml_lines:
        indentation = _indentation(case.document.line(number))
        if "\t" in indentation:
            blanks = indentation[: len(indentation) - len(indentation.lstrip())]
            hyphens = re.sub(r"[ \t]+", " ", indentation[len(blanks) :])
            yield Edit(Span(number, 1, len(indentation) + 1), blanks.expandtabs(width) + hyphens)


def _indentation(line: str) -> str:
    """The white space that a line begins with, and the hyphens of list items with what parts them from the
    text; nothing for a line that has nothing else.
    """
    match = re.match(r"[ \t]*(?:-[ \t]+)*(?=\S)", line)
    return match[0] if match else ""


FIXER = Fixer(fix, ("invalid-front-matter",))
