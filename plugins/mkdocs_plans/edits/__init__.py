"""Edits of a front matter: what it says changes, every other byte of the file stays. And the one writer of
files: `write_together` makes all of some changes, or none.

An edit is made by position, in the file's own style (indentation, quotes, braces, line ends), and holds
only if the file then reads as before with that one change. Else an `EditError` says why not.
"""

from mkdocs_plans.edits.draft import Draft
from mkdocs_plans.edits.file_changes import FileChange, overlay
from mkdocs_plans.edits.scalars import Scalar, read_after, rewrite, value_at
from mkdocs_plans.edits.text import edit_bytes, edit_text
from mkdocs_plans.edits.writing import is_unfinished, recover, write_together

__all__ = [
    "Draft",
    "FileChange",
    "Scalar",
    "edit_bytes",
    "edit_text",
    "is_unfinished",
    "overlay",
    "read_after",
    "recover",
    "rewrite",
    "value_at",
    "write_together",
]  # fmt: skip
