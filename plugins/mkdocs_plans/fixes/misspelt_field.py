"""Write the field that a misspelt key means.

    sumary: In short        →  summary: In short
    owner: vp-sales         →  dri: vp-sales     where the site's label for a DRI is Owner

Left alone: a key that may mean another field too, or another thing (near.py); one whose field is there
already; one with a sign or digit in it, as of a key that is put aside (`_status`) or is the second of its
kind; and `id`, since what others refer to would change with it. Above all one whose field wouldn't take
what the key has, or finds nothing by it: `contribution: 400` is no misspelt `contributors`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_plans.edits.scalars import rewritten, scalar_at, value_at
from mkdocs_plans.findings import Fix, Route
from mkdocs_plans.fixes.alone import findings_alone
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.fixes.fields import entity_at
from mkdocs_plans.fixes.links import leads_nowhere
from mkdocs_plans.fixes.near import slip_for
from mkdocs_plans.load.own_words import own_words
from mkdocs_plans.model import field_names, own_word

RULES = ("misspelt-field",)

_WORD = re.compile(r"[^\W\d_][^\W\d]*(?:[ -][^\W\d]+)*")
_NEVER = frozenset({"id", "handle"})


def fix(case: Case) -> Fix:
    """Rename the key."""
    scalar, entity = scalar_at(case.document, case.route), entity_at(case, case.route)
    if scalar is None or entity is None or not _WORD.fullmatch(scalar.text):
        return ()
    fields = field_names(entity)
    meant = _meant(case, scalar.text, fields)
    if meant is None or meant in _NEVER or _keys_for(case, meant, fields) != [scalar.text]:
        return ()
    edits = rewritten(case.document, scalar, meant)
    return edits if edits and _takes_it(case, edits, meant) else ()


def _meant(case: Case, key: str, fields: Collection[str]) -> str | None:
    """The field for which a key is the site's own word, or a slip."""
    own = own_words(case.site.settings).get(own_word(key))
    return own if own in fields else slip_for(key, fields)


def _keys_for(case: Case, field: str, fields: Collection[str]) -> list[str]:
    """The keys that are there for a field, by its name or by a misspelt one."""
    holder = value_at(case.document, case.route.steps[:-1])
    keys = holder if isinstance(holder, dict) else ()
    return [key for key in keys if key == field or (key not in fields and _meant(case, key, fields) == field)]


def _takes_it(case: Case, edits: Fix, field: str) -> bool:
    """Whether the field takes what the key has, and finds what it names."""
    at = Route((*case.route.steps[:-1], field))
    refused = any(found.at == at for found in findings_alone(case.after(edits), case.site))
    return not refused and not leads_nowhere(case, field, value_at(case.document, case.route.steps))
