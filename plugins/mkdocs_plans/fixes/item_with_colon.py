"""Put quotes around an item that YAML takes for a key and a value.

    - Interview guide: v2   →  - "Interview guide: v2"

Left alone: an item whose first word may be meant for a key (`budget: 400`), and one of several lines.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from mkdocs_plans.edits.scalars import confirm_text, value_at
from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import goes_on_below, is_plain
from mkdocs_plans.fixes.type_of_field import type_of_field
from mkdocs_plans.model import Resource, ValueStatement
from mkdocs_plans.yaml import quote

_MAY_BE_KEY = re.compile(r"[a-z_-]+")


def fix(case: Case) -> Fix:
    """Put quotes around the item."""
    value = value_at(case.document, case.route.steps)
    if type_of_field(case, case.route) not in {Resource, ValueStatement} or not isinstance(value, dict):
        return ()
    source = _source(case, value)
    if not is_plain(source):
        return ()
    span = replace(case.span, end_column=case.span.column + len(source))
    return confirm_text(case.document, case.route, source, Edit(span, quote(source)))


def _source(case: Case, value: Mapping[str, object]) -> str:
    """The item as it is written in one line; nothing where it isn't."""
    [(key, rest), *others] = value.items()
    if others or not isinstance(rest, str) or _MAY_BE_KEY.fullmatch(key):
        return ""
    written = re.match(rf"{re.escape(key)}: +{re.escape(rest)}", case.line[case.span.column - 1 :])
    return "" if written is None or goes_on_below(case, case.span.column - 1) else written[0]


FIXER = Fixer(fix, ("invalid-value",))
