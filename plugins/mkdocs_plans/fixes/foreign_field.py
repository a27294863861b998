"""Write our name of a field for what others call it.

    owner: vp-sales           →  dri: vp-sales
    deadline: 2026-03-31      →  due: 2026-03-31     in a goal or an action
    verantwortlich: cfo       →  dri: cfo

Left alone: a key whose field is there already, or that stands beside another one for the same field; and a
value that the field wouldn't take, or that names nothing (`owner: everybody`).
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import find_scalar
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.keys import rename_key
from mkdocs_plans.fixes.type_of_field import entity_at
from mkdocs_plans.model import field_names, foreign_field


def fix(case: Case) -> Fix:
    """Rename the key."""
    key, entity = find_scalar(case.document, case.route), entity_at(case, case.route)
    if key is None or entity is None:
        return ()
    fields = field_names(entity)
    meant = foreign_field(key.text, fields)
    return rename_key(case, key, meant, fields, lambda other: foreign_field(other, fields)) if meant else ()


FIXER = Fixer(fix, ("foreign-field",))
