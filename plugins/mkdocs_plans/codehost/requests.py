"""What a code host's API lists as open pull requests → their numbers, titles and commits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_plans.codehost.reviews import flat
from mkdocs_plans.errors import PlansError


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A pull or merge request that is open. `head` is its newest commit, `merge` the one that GitHub made by
    merging it to see whether it can.
    """

    number: int
    title: str
    head: str
    merge: str | None = None
    sign: str = "#"
    """What the host writes before its number."""


def read_requests(payload: Any) -> list[OpenRequest]:
    """Read GitHub's list of pull requests, or GitLab's of merge requests, as the API gives it. PlansError for
    anything else.
    """
    try:
        return list(_requests(payload))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise PlansError(
            "this isn't a list of pull requests of GitHub, or of merge requests of GitLab"
        ) from error


def _requests(payload: Any) -> Iterator[OpenRequest]:
    for one in flat(payload):
        if "iid" in one:
            yield OpenRequest(int(one["iid"]), str(one["title"]), str(one["sha"]), sign="!")
        else:
            merge = one.get("merge_commit_sha")
            head = str(one["head"]["sha"])
            yield OpenRequest(int(one["number"]), str(one["title"]), head, merge and str(merge))
