"""The links of a Markdown file to other files of the plan, with the place of what may have to change.

Found are `[text](path)`, `[text](<path>)` and `[name]: path`, in the text and in the texts of the front
matter, but not in code or comments. An address that isn't a path in the plan is no link here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs_plans.source import Document, without_code
from mkdocs_plans.source.body import without_comments

_PARENTHESES = r"[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_LINK = re.compile(rf"\]\([ \t]*(?:<([^<>\n]*)>|({_PARENTHESES}))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the path that it leads to, relative to `docs_dir`, and its fragment; where the last part of
    the path and the fragment begin in the document's text, and how they are written.
    """

    path: str
    fragment: str
    name_start: int
    name: str
    fragment_start: int


def links_of(document: Document) -> Iterator[Link]:
    """Give each link to a file of the plan, in their order."""
    text = without_comments(without_code(document.text))
    for pattern in (_LINK, _DEFINITION):
        for match in pattern.finditer(text):
            group = 1 if match[1] is not None else 2
            if match[group] and not _ADDRESS.match(match[group]):
                yield _link(document.path, match[group], match.start(group))


def _link(own_path: str, address: str, start: int) -> Link:
    before_fragment, _, fragment = address.partition("#")
    path = before_fragment.partition("?")[0]
    folder = "/" if path.startswith("/") else posixpath.dirname(own_path)
    target = posixpath.normpath(posixpath.join(folder, unquote(path))).lstrip("/") if path else own_path
    name = path.rpartition("/")[2]
    name_start = start + len(path) - len(name)
    return Link(target, fragment, name_start, name, start + len(before_fragment) + 1)
