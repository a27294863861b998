"""What a code host's API says of a pull request and its reviews → who has said yes to which commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_plans.errors import PlansError


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pull or merge request: by whom, from which commit of the target branch to which of its own.

    `approved` has the commit to which each user name said yes last; None where the host doesn't say which
    it was. `refused` are those who asked for changes. User names are in lower case.
    """

    host: str
    author: str
    base: str
    head: str
    approved: Mapping[str, str | None]
    refused: frozenset[str] = frozenset()


def read_github(payload: Any, reviews: Any) -> Proposal:
    """Read GitHub's pull request, or the payload of an event that has one, and the list of its reviews as
    `GET /repos/OWNER/NAME/pulls/NUMBER/reviews` gives it, oldest first. PlansError for anything else.
    """
    try:
        pull = payload.get("pull_request", payload)
        approved: dict[str, str | None] = {}
        refused: set[str] = set()
        for review in flat(reviews):
            state, name = review["state"].upper(), _login(review["user"], "login")
            if state in {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}:  # a comment takes nothing back
                approved.pop(name, None)
                refused.discard(name)
            if state == "APPROVED":
                approved[name] = review["commit_id"] or "gone"
            if state == "CHANGES_REQUESTED":
                refused.add(name)
        author = _login(pull["user"], "login")
        return Proposal(
            "GitHub", author, pull["base"]["sha"], pull["head"]["sha"], approved, frozenset(refused)
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise PlansError("this isn't a pull request of GitHub with its list of reviews") from error


def read_gitlab(request: Any, approvals: Any, versions: Any = ()) -> Proposal:
    """Read GitLab's merge request, its approvals, and the versions of its diff, each as the API gives it. An
    approval is of the newest version that there was by then; of any, where either has no time; of none that
    we know, where it is older than all of them.
    """
    try:
        pushed = sorted((one["created_at"], one["head_commit_sha"]) for one in flat(versions))
        approved: dict[str, str | None] = {}
        for one in approvals["approved_by"]:
            at = one.get("approved_at")
            by_then = [commit for time, commit in pushed if time <= (at or "")]
            unknown = "gone" if at and pushed else None
            approved[_login(one["user"], "username")] = by_then[-1] if by_then else unknown
        base, author = request["diff_refs"]["start_sha"], _login(request["author"], "username")
        return Proposal("GitLab", author, base, request["sha"], approved)
    except (AttributeError, KeyError, TypeError) as error:
        raise PlansError("this isn't a merge request of GitLab with its approvals") from error


def _login(user: Any, key: str) -> str:
    """A user name; none of somebody whose account is gone."""
    return user[key].casefold() if user else ""


def flat(found: Any) -> Iterable[Any]:
    """A list, or the pages of one."""
    for one in found:
        yield from one if isinstance(one, list) else [one]
