"""Write the items of a list with the hyphens that begin them.

    actions:                →  actions:
      do: Ask them               - do: Ask them
      due: 2026-03-31              due: 2026-03-31

    goals:                  →  goals:
      retention:                 - id: retention
        title: Keep people         title: Keep people

    actions:                →  actions:
      1. Ask them                - do: Ask them

    goals: Keep people      →  goals:
                                 - title: Keep people

Left alone: a text that may be several items (`resources: Time, money`), and a list of check-ins, which need
a day each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args, get_origin

from mkdocs_plans.edits.scalars import value_at
from mkdocs_plans.findings import Edit, Fix, Route, Span
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import needed_field, type_of_field
from mkdocs_plans.model import Entity
from mkdocs_plans.source import with_hyphens
from mkdocs_plans.yaml import quote


def fix(case: Case) -> Fix:
    """Write the lines of the field anew."""
    kind = _item(case)
    value = value_at(case.document, case.route.steps)
    if kind is None or len(case.route.steps) != 1:
        return ()
    top = case.document.locate(Route.to_key(*case.route.steps)).line
    lines = _block(case, top)
    if isinstance(value, str):
        after = _bulleted(lines) if lines else _one_item(case.document.line(top), value, kind)
    else:
        after = (_bulleted(lines) or _as_items(lines, value, kind)) if isinstance(value, dict) else None
    if after is None:
        return ()
    edits = _edits(case, top, lines, after)
    return edits if _is_list(case, edits) else ()


def _item(case: Case) -> type[Entity] | None:
    kind = type_of_field(case, case.route)
    item = type_of_field(case, Route((*case.route.steps, 0))) if get_origin(kind) is tuple else None
    return item if isinstance(item, type) and issubclass(item, Entity) and get_args(kind) else None


def _block(case: Case, top: int) -> list[str]:
    """The lines below a key, up to the next key that isn't indented."""
    lines: list[str] = []
    for number in range(top + 1, case.document.yaml_lines.stop):
        line = case.document.line(number)
        if re.match(r"[\w-]+ *:", line):
            break
        lines.append(line)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _bulleted(lines: list[str]) -> list[str] | None:
    after = list(lines)
    for number, line in with_hyphens(lines, 0):
        after[number] = line
    return after if after != lines else None


def _one_item(line: str, text: str, kind: type[Entity]) -> list[str] | None:
    needed = needed_field(kind)
    is_one = (
        needed and re.fullmatch(r"[\w-]+ *: +[^\"'|>].*", line) and not re.search(r"[,;/\n#]| and ", text)
    )
    if not is_one or text.lower() in {"none", "no", "n/a"}:
        return None
    return [f"  - {needed}: {quote(text) if ': ' in text else text}"]


def _as_items(lines: list[str], value: Mapping[str, object], kind: type[Entity]) -> list[str] | None:
    first = next(iter(value))
    own = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    begins = re.compile(rf" {{{own}}}(?={re.escape(first)} *:)")
    if not lines or not begins.match(lines[0]):
        return None
    if first in kind.model_fields:
        return [f"{line[:own]}- {line[own:]}" if begins.match(line) else f"  {line}" for line in lines]
    if "id" not in kind.model_fields or not all(isinstance(item, dict) for item in value.values()):
        return None
    key = re.compile(rf"( {{{own}}})([\w-]+) *: *")
    deeper = [len(line) - len(line.lstrip()) for line in lines if not key.fullmatch(line) and line.strip()]
    more = max(0, own + 2 - min(deeper, default=own + 2))
    return [key.sub(r"\1- id: \2", line) if key.fullmatch(line) else " " * more + line for line in lines]


def _edits(case: Case, top: int, before: list[str], after: list[str]) -> Fix:
    if not before:
        line = case.document.line(top)
        key = re.match(r"[\w-]+ *:", line)[0]  # type: ignore[index]
        return (Edit(Span(top, 1, len(line) + 1), "\n".join([key, *after])),)
    pairs = enumerate(zip(before, after, strict=True), start=top + 1)
    return tuple(Edit(Span(at, 1, len(old) + 1), new) for at, (old, new) in pairs if old != new)


def _is_list(case: Case, edits: Fix) -> bool:
    """Whether the field is a list then, and all other fields are what they were."""
    after = case.after(edits)
    if after.findings_stop_reading or not after.values:
        return False
    name = case.route.steps[0]
    others = {key: value for key, value in case.values.items() if key != name}
    return isinstance(after.values.get(str(name)), list) and others == {
        key: value for key, value in after.values.items() if key != name
    }


FIXER = Fixer(fix, ("invalid-value",))
