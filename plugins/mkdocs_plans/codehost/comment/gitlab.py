"""A merge request's notes on GitLab, wherever it is installed.

Source: https://docs.gitlab.com/api/notes/#merge-requests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar
from urllib.parse import quote

from pydantic import BaseModel, TypeAdapter

from mkdocs_plans.codehost.comment.api import Answer, Api, HostError
from mkdocs_plans.codehost.comment.pages import pages
from mkdocs_plans.codehost.comment.refusal import refusal
from mkdocs_plans.codehost.comment.thread import Comment, Target

ADDRESS = "https://gitlab.com/api/v4"
PERMISSION = "the scope `api` and the role Reporter (a job's own CI_JOB_TOKEN may not)"


class _Author(BaseModel):
    id: int


class _Note(BaseModel):
    id: int
    body: str
    author: _Author
    system: bool = False


_AUTHOR = TypeAdapter(_Author)
_NOTES = TypeAdapter(list[_Note])


class GitLabThread:
    """The notes of one merge request, at the address that `CI_API_V4_URL` names."""

    host = "GitLab"
    tokens: ClassVar = ("GITLAB_TOKEN",)
    limit = 1_000_000

    def __init__(self, target: Target, token: str, variables: Mapping[str, str], patience: float) -> None:
        if not target.repository:
            raise HostError("name the project by its path or its number: --repository, or CI_PROJECT_ID")
        self.title = f"merge request {target.number} of {target.repository}"
        headers = {"Accept": "application/json", "User-Agent": "mkdocs-plans"}
        self._api = Api(variables.get("CI_API_V4_URL") or ADDRESS, token, headers, patience)
        project = quote(target.repository, safe="")
        self._notes = f"/projects/{project}/merge_requests/{target.number}/notes"

    @staticmethod
    def target(variables: Mapping[str, str]) -> tuple[str | None, int | None]:
        """Tell project and number from what a merge request's pipeline is given. The project is the one
        that is merged into: a pipeline may run in a fork.
        """
        number = variables.get("CI_MERGE_REQUEST_IID", "")
        project = variables.get("CI_MERGE_REQUEST_PROJECT_ID") or variables.get("CI_PROJECT_ID")
        return project, int(number) if number.isdecimal() else None

    def own(self) -> Iterator[Comment]:
        """Give the notes of whoever the token belongs to, the oldest first."""
        answer = self._api.ask("GET", "/user")
        self._hold(answer, "read")
        author = answer.read(_AUTHOR).id
        for answer in pages(self._api, f"{self._notes}?sort=asc&order_by=created_at&"):
            self._hold(answer, "read")
            for note in answer.read(_NOTES):
                if note.author.id == author and not note.system:
                    yield Comment(note.id, note.body)

    def create(self, text: str) -> None:
        """Write a new note."""
        answer = self._api.ask("POST", self._notes, {"body": text}, is_repeatable=False)
        self._hold(answer, "write")

    def update(self, comment: Comment, text: str) -> bool:
        """Replace a note's text; give False where the note is gone."""
        answer = self._api.ask("PUT", f"{self._notes}/{comment.id}", {"body": text})
        if answer.status == 404:
            return False
        self._hold(answer, "write")
        return True

    def _hold(self, answer: Answer, verb: str) -> None:
        if not answer.is_ok:
            raise refusal(self.host, answer, verb, self.title, PERMISSION)
