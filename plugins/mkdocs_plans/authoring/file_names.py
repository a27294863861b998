"""Which ids make the name of a file, on any machine and for MkDocs."""

from __future__ import annotations

from mkdocs_plans.errors import EditError

LONGEST_ID = 80
"""How many characters an id that names a file may have. Our convention: file systems take some 250."""

_PAGES_OF_FOLDERS = {"index", "readme"}


def refuse_as_file_name(id_: str) -> None:
    """EditError where a file of that name would be the page of its folder, or the name is too long."""
    if id_ in _PAGES_OF_FOLDERS:
        raise EditError(f'a file "{id_}.md" is the page of its folder: name another id, as --id the-{id_}')
    if len(id_) > LONGEST_ID:
        raise EditError(f"an id has at most {LONGEST_ID} characters, and this one {len(id_)}")


def short_id(id_: str) -> str:
    """As many whole words of an id as make a file name."""
    if len(id_) <= LONGEST_ID:
        return id_
    return id_[: LONGEST_ID + 1].rpartition("-")[0] or id_[:LONGEST_ID]
