"""Write the word that a field of a few words means, in English or in German; or an own field's choice.

    status: Active          →  status: active
    review: quaterly        →  review: quarterly
    status: In Progress     →  status: active
    health: amber           →  health: at-risk
    keep: ">="              →  keep: "at least"

Left alone: a word that may mean another one too (`closed`, `planned`), or means something else (`inactive`).
"""

import inspect
from enum import StrEnum

from mkdocs_plans.edits.scalars import Scalar, find_scalar
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.texts import rewrite_meant
from mkdocs_plans.fixes.type_of_field import own_field_at, type_of_field
from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import Status, meant_own_word, meant_word
from mkdocs_plans.spelling import find_certain_slip


def fix(case: Case) -> Fix:
    """Write the word as the list has it."""
    return rewrite_meant(case, _meant)


def _meant(case: Case) -> tuple[Scalar, str] | None:
    scalar, words = find_scalar(case.document, case.route), type_of_field(case, case.route)
    if scalar is not None and (own := own_field_at(case, case.route)) and own.choices:
        choice = find_certain_slip(scalar.text, own.choices)
        return (scalar, choice) if choice else None
    if scalar is None or not (inspect.isclass(words) and issubclass(words, StrEnum)):
        return None
    statuses = [*own_statuses(case.site.settings)] if words is Status else []
    meant = meant_own_word(statuses, scalar.text) or meant_word(words, scalar.text)
    meant = meant or find_certain_slip(scalar.text, [*(word.value for word in words), *statuses])
    return (scalar, meant) if meant else None


FIXER = Fixer(fix, ("invalid-value",))
