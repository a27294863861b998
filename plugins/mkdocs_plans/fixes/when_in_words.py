"""Move words that stand where a date belongs to `when`, which is for them.

    end: ongoing                      →  when: ongoing
    due: after the law is passed      →  when: after the law is passed

Left alone: what may be a date (`spring 2027`, `Febuary`), or be none (`TBD`, `no`); and words where `when`
says something already.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import find_scalar, rewrite, value_at
from mkdocs_plans.findings import Fix, Route
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import entity_at, type_of_field
from mkdocs_plans.model import Date, field_names, says_when


def fix(case: Case) -> Fix:
    """Rename the key."""
    *above, key = case.route.steps or ("",)
    said, key_route = find_scalar(case.document, case.route), Route.to_key(*case.route.steps)
    if key not in {"due", "end"} or said is None or type_of_field(case, case.route) is not Date:
        return ()
    entity, holder = entity_at(case, case.route), value_at(case.document, tuple(above))
    has_room = entity is not None and "when" in field_names(entity) and isinstance(holder, dict)
    if not has_room or "when" in holder or not says_when(said.text):  # type: ignore[operator]
        return ()
    name = find_scalar(case.document, key_route)
    return rewrite(case.document, name, "when") if name else ()


FIXER = Fixer(fix, ("invalid-value",))
