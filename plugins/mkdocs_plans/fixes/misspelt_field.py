"""Write the field that a misspelt key means.

    sumary: In short        →  summary: In short
    owner: vp-sales         →  dri: vp-sales     where the site's label for a DRI is Owner
    Board paper: https://…  →  board_paper: https://…     where that is the label of a field of their own

Left alone: a key that may mean another field too, or another thing; one whose field is there
already; one with a sign or digit in it, as of a key that is put aside (`_status`) or is the second of its
kind; and `id`, since what others refer to would change with it. Above all one whose field wouldn't take
what the key has, or finds nothing by it: `contribution: 400` is no misspelt `contributors`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_plans.edits.scalars import find_scalar
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.keys import rename_key
from mkdocs_plans.fixes.type_of_field import entity_at, own_fields_at
from mkdocs_plans.load.own_fields import by_label
from mkdocs_plans.load.own_words import own_words
from mkdocs_plans.model import field_names, own_word
from mkdocs_plans.spelling import find_certain_slip

_WORD = re.compile(r"[^\W\d_][^\W\d]*(?:[ -][^\W\d]+)*")
_NEVER = frozenset({"id", "handle"})


def fix(case: Case) -> Fix:
    """Rename the key."""
    key, entity = find_scalar(case.document, case.route), entity_at(case, case.route)
    if key is None or entity is None or not _WORD.fullmatch(key.text):
        return ()
    own = own_fields_at(case, case.route)
    fields = [*field_names(entity), *(name for name in own if name not in entity.model_fields)]

    def mean(other: str) -> str | None:
        return by_label(other, own) or _meant(case, other, fields)

    meant = mean(key.text)
    if meant is None or meant in _NEVER:
        return ()
    return rename_key(case, key, meant, fields, mean)


def _meant(case: Case, key: str, fields: Collection[str]) -> str | None:
    """The field for which a key is the site's own word, or a slip."""
    own = own_words(case.site.settings).get(own_word(key))
    return own if own in fields else find_certain_slip(key, fields)


FIXER = Fixer(fix, ("misspelt-field",))
