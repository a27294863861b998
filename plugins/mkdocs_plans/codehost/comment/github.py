"""A pull request's comments on GitHub, or on an enterprise's own.

Source: https://docs.github.com/rest/issues/comments; a pull request's comments are those of its issue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, TypeAdapter

from mkdocs_plans.codehost.comment.api import Answer, Api, HostError
from mkdocs_plans.codehost.comment.pages import pages
from mkdocs_plans.codehost.comment.refusal import refusal
from mkdocs_plans.codehost.comment.thread import Comment, Target

ADDRESS = "https://api.github.com"
PERMISSION = "`pull-requests: write` (of a classic token: the scope `repo`)"


class _User(BaseModel):
    id: int


class _Comment(BaseModel):
    id: int
    body: str | None = None
    user: _User | None = None
    """None where the account is gone."""


class _Viewer(BaseModel):
    databaseId: int  # noqa: N815 - the host's name


class _Data(BaseModel):
    viewer: _Viewer


class _Identity(BaseModel):
    data: _Data


_COMMENTS = TypeAdapter(list[_Comment])
_IDENTITY = TypeAdapter(_Identity)
_REPOSITORY = re.compile(r"[\w-]+/(?!\.{1,2}$)[\w.-]+", re.ASCII)


class GitHubThread:
    """The comments of one pull request, at the address that `GITHUB_API_URL` names."""

    host = "GitHub"
    tokens: ClassVar = ("GITHUB_TOKEN", "GH_TOKEN")
    limit = 65_536

    def __init__(self, target: Target, token: str, variables: Mapping[str, str], patience: float) -> None:
        if not _REPOSITORY.fullmatch(target.repository):
            raise HostError("name the repository as OWNER/NAME: --repository, or GITHUB_REPOSITORY")
        self.title = f"pull request {target.number} of {target.repository}"
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "mkdocs-plans",
        }
        address = variables.get("GITHUB_API_URL") or ADDRESS
        self._api = Api(address, token, headers, patience)
        self._graphql = replace(self._api, address=variables.get("GITHUB_GRAPHQL_URL") or _graphql(address))
        self._issues = f"/repos/{target.repository}/issues"
        self._number = target.number

    @staticmethod
    def target(variables: Mapping[str, str]) -> tuple[str | None, int | None]:
        """Tell repository and number from what a workflow run on `pull_request` is given."""
        merged = re.fullmatch(r"refs/pull/(\d+)/\w+", variables.get("GITHUB_REF", ""))
        number = int(merged[1]) if merged else _number_in_event(variables.get("GITHUB_EVENT_PATH"))
        return variables.get("GITHUB_REPOSITORY"), number

    def own(self) -> Iterator[Comment]:
        """Give the comments of whoever the token belongs to, the oldest first."""
        author = self._author()
        for answer in pages(self._api, f"{self._issues}/{self._number}/comments?"):
            self._hold(answer, "read")
            for one in answer.read(_COMMENTS):
                if one.user is not None and one.user.id == author:
                    yield Comment(one.id, one.body or "")

    def create(self, text: str) -> None:
        """Write a new comment."""
        path = f"{self._issues}/{self._number}/comments"
        self._hold(self._api.ask("POST", path, {"body": text}, is_repeatable=False), "write")

    def update(self, comment: Comment, text: str) -> bool:
        """Replace a comment's text; give False where the comment is gone."""
        answer = self._api.ask("PATCH", f"{self._issues}/comments/{comment.id}", {"body": text})
        if answer.status in {404, 410}:
            return False
        self._hold(answer, "write")
        return True

    def _author(self) -> int:
        """Who the token belongs to. `GET /user` refuses the tokens of workflows and apps; GraphQL tells
        for all.
        """
        answer = self._graphql.ask("POST", "", {"query": "{ viewer { databaseId } }"})
        self._hold(answer, "read")
        return answer.read(_IDENTITY).data.viewer.databaseId

    def _hold(self, answer: Answer, verb: str) -> None:
        if not answer.is_ok:
            raise refusal(self.host, answer, verb, self.title, PERMISSION)


def _graphql(address: str) -> str:
    """Where GraphQL is: beside `…/api/v3` of an enterprise's own GitHub, below the address elsewhere."""
    return address.rstrip("/").removesuffix("/v3") + "/graphql"


def _number_in_event(path: str | None) -> int | None:
    """The pull request that started a workflow run."""
    try:
        event = json.loads(Path(path).read_bytes()) if path else {}
    except (OSError, ValueError, RecursionError):
        return None
    found = event.get("pull_request") if isinstance(event, dict) else None
    number = found.get("number") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None
