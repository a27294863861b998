"""All pages of a list, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plans.codehost.comment.api import Answer, Api, HostError

SIZE = 100
"""How many entries a page is asked to have: the most that both hosts give."""

MOST = 200
"""After how many pages a host is taken to be out of order. Our convention."""

_HAS_NEXT = re.compile(r'rel="?next"?')


def pages(api: Api, path: str) -> Iterator[Answer]:
    """Ask for one page after the other of a list whose path ends in `?` or `&`.

    The `Link` header says whether there is a next page; its address is not followed, for it would lead
    the token wherever it points.
    """
    for number in range(1, MOST + 1):
        answer = api.ask("GET", f"{path}per_page={SIZE}&page={number}")
        yield answer
        if not _HAS_NEXT.search(answer.headers.get("Link", "")):
            return
    raise HostError(f"there are more than {MOST} pages of comments: we don't look through more")
