"""The rules by which reading itself finds something: files → findings, before there is a plan to look at.

They stand below the code that reads, because it makes its findings with them. The rules that look at the
whole plan stand in `rules/`.
"""

from mkdocs_plans.reading_rules.files import (
    DUPLICATE_KEY,
    INVALID_FRONT_MATTER,
    INVALID_SETTING,
    PEOPLE_FILE_PUBLISHED,
    TEXT_CUT_BY_COMMA,
    TEXT_CUT_BY_HASH,
    UNEXPANDED_VIEW,
    UNKNOWN_SETTING,
    UNKNOWN_VIEW,
    UNREADABLE_FILE,
)
from mkdocs_plans.reading_rules.keys_and_values import (
    AMBIGUOUS_NUMBER,
    DUPLICATE_ID,
    FOREIGN_FIELD,
    INVALID_ID,
    INVALID_VALUE,
    MISSING_FIELD,
    MISSPELT_FIELD,
    SEVERAL_DRIS,
    UNKNOWN_FIELD,
    UNKNOWN_TYPE,
)

__all__ = [
    "AMBIGUOUS_NUMBER",
    "DUPLICATE_ID",
    "DUPLICATE_KEY",
    "FOREIGN_FIELD",
    "INVALID_FRONT_MATTER",
    "INVALID_ID",
    "INVALID_SETTING",
    "INVALID_VALUE",
    "MISSING_FIELD",
    "MISSPELT_FIELD",
    "PEOPLE_FILE_PUBLISHED",
    "SEVERAL_DRIS",
    "TEXT_CUT_BY_COMMA",
    "TEXT_CUT_BY_HASH",
    "UNEXPANDED_VIEW",
    "UNKNOWN_FIELD",
    "UNKNOWN_SETTING",
    "UNKNOWN_TYPE",
    "UNKNOWN_VIEW",
    "UNREADABLE_FILE",
]
