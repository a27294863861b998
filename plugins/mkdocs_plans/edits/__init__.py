"""Edits of the front matter of a file: what it says changes, every other byte of it stays.

A change is made by position, in the file's own style (indentation, quotes, braces, line ends), and holds
only if the file then reads as before with that one change. Else an `EditError` says why not.
"""

from mkdocs_plans.edits.draft import Draft
from mkdocs_plans.edits.scalars import Scalar, after_edits, rewritten, scalar_at, value_at
from mkdocs_plans.edits.text import edited, edited_bytes
from mkdocs_plans.edits.written import Bare, Written, scalar_text
from mkdocs_plans.yaml_text import quoted

__all__ = [
    "Bare", "Draft", "Scalar", "Written", "after_edits", "edited", "edited_bytes", "quoted", "rewritten",
    "scalar_at", "scalar_text", "value_at",
]  # fmt: skip
