"""Stand-ins of the code hosts' interfaces, over real HTTP: they refuse what the real ones refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

OURS, OTHERS = 41, 7
"""The account of the token, and somebody else's."""


@dataclass
class Reply:
    """What the stand-in answers."""

    status: int
    content: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Written:
    """A comment that the host holds."""

    id: int
    author: int | None
    text: str
    is_system: bool = False


class StandIn:
    """A host with one thread of comments, and one token that may write, one that may only read."""

    limit: ClassVar[int]
    page_size = 100

    def __init__(self) -> None:
        self.address = ""
        self.comments: list[Written] = []
        self.requests: list[str] = []
        self.refusals: list[Reply] = []
        """Given for the next requests, one each, before anything else is looked at."""
        self.gone: set[int] = set()
        """Comments that are listed, and deleted before they are written to."""

    def say(self, *texts: str, author: int | None = OTHERS) -> None:
        """Have somebody write comments."""
        for text in texts:
            self.comments.append(Written(len(self.comments) + 100, author, text))

    @property
    def texts(self) -> list[str]:
        """What the comments say, in their order."""
        return [one.text for one in self.comments]

    @property
    def writes(self) -> list[str]:
        """The requests that would change a comment."""
        return [one for one in self.requests if not one.startswith("GET") and "graphql" not in one]

    def reply(self, method: str, path: str, headers: Mapping[str, str], content: Any) -> Reply:
        """Answer one request."""
        self.requests.append(f"{method} {path}")
        if self.refusals:
            return self.refusals.pop(0)
        token = headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in {"writes", "reads"}:
            return Reply(401, {"message": "Bad credentials"})
        return self.routed(method, urlsplit(path).path, parse_qs(urlsplit(path).query), token, content)

    def routed(self, method: str, path: str, query: dict[str, list[str]], token: str, content: Any) -> Reply:
        """Answer a request of somebody who is known."""
        raise NotImplementedError

    def page(self, path: str, query: dict[str, list[str]], entries: list[object]) -> Reply:
        """Give one page of a list, of at most so many entries as the host has on one."""
        size = min(int(query["per_page"][0]), self.page_size)
        number = int(query.get("page", ["1"])[0])
        shown = entries[(number - 1) * size : number * size]
        links = [f'<{self.address}{path}?page=1&per_page={size}>; rel="first"']
        if number * size < len(entries):
            links.append(f'<{self.address}{path}?page={number + 1}&per_page={size}>; rel="next"')
        return Reply(200, shown, {"Link": ", ".join(links)})

    def written(self, number: int) -> Written | None:
        """Find a comment that was not deleted."""
        return next((one for one in self.comments if one.id == number and number not in self.gone), None)


class GitHub(StandIn):
    """The pull request 12 of acme/plan. The token is a workflow's, which may not ask who it is at /user."""

    limit = 65_536

    def routed(self, method: str, path: str, query: dict[str, list[str]], token: str, content: Any) -> Reply:
        """Answer as https://docs.github.com/rest/issues/comments says."""
        if (method, path) == ("POST", "/graphql"):
            return Reply(200, {"data": {"viewer": {"databaseId": OURS}}})
        if path == "/user":
            return Reply(403, {"message": "Resource not accessible by integration"})
        one = re.fullmatch(r"/repos/acme/plan/issues/comments/(\d+)", path)
        if path != "/repos/acme/plan/issues/12/comments" and not one:
            return Reply(404, {"message": "Not Found"})
        if method == "GET":
            return self.page(path, query, [self.shown(each) for each in self.comments])
        if token != "writes":
            return Reply(403, {"message": "Resource not accessible by integration"})
        return self.write(
            self.written(int(one[1])) if one else Written(500 + len(self.comments), OURS, ""), content["body"]
        )

    def write(self, comment: Written | None, text: str) -> Reply:
        """Write a comment, whoever's it is: that is what the permission means."""
        if comment is None:
            return Reply(404, {"message": "Not Found"})
        if len(text) > self.limit:
            problem = {"field": "data", "message": "Body is too long (maximum is 65536 characters)"}
            return Reply(422, {"message": "Validation Failed", "errors": [problem]})
        comment.text = text.replace("\n", "\r\n")
        if comment not in self.comments:
            self.comments.append(comment)
        return Reply(200, self.shown(comment))

    def shown(self, one: Written) -> object:
        """A comment as the host tells it; `user` is null where the account is gone."""
        return {
            "id": one.id,
            "body": one.text,
            "user": {"id": one.author} if one.author else None,
            "html_url": f"https://example.org/{one.id}",
        }


class GitLab(StandIn):
    """The merge request 12 of the project acme/plan."""

    limit = 1_000_000

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[str] = []
        """The quick actions that were carried out."""
        self.answers: dict[str, object] = {}
        """What it says of the merge request, by the end of the address, and of others, by the whole."""

    def routed(self, method: str, path: str, query: dict[str, list[str]], token: str, content: Any) -> Reply:
        """Answer as https://docs.gitlab.com/api/notes/ says."""
        if path == "/user":
            return Reply(200, {"id": OURS, "username": "project_1_bot"})
        request = "/projects/acme/plan/merge_requests/12"
        asked = path.removeprefix(request)
        if asked in self.answers and query.get("target_branch", ["main"]) == ["main"]:
            return Reply(200, self.answers[asked])
        notes = "/projects/acme%2Fplan/merge_requests/12/notes"
        if path != notes and not path.startswith(notes + "/"):
            return Reply(404, {"message": "404 Project Not Found"})
        if method == "GET":
            return self.page(path, query, [self.shown(each) for each in self.comments])
        if token != "writes":
            said = "The request requires higher privileges than provided by the access token."
            return Reply(403, {"error": "insufficient_scope", "error_description": said, "scope": "api"})
        number = path.removeprefix(notes).strip("/")
        return self.write(
            self.written(int(number)) if number else Written(500 + len(self.comments), OURS, ""),
            content["body"],
        )

    def write(self, note: Written | None, text: str) -> Reply:
        """Write a note of one's own, and carry out the quick actions in it."""
        if note is None:
            return Reply(404, {"message": "404 Note Not Found"})
        if note.author != OURS:
            return Reply(403, {"message": "403 Forbidden"})
        if len(text) > self.limit:
            return Reply(400, {"message": {"note": [f"is too long ({len(text)} characters)"]}})
        self.commands += re.findall(r"^\s*/\w+", text, re.MULTILINE)
        note.text = re.sub(r"^\s*/\w+.*\n?", "", text, flags=re.MULTILINE)
        if note not in self.comments:
            self.comments.append(note)
        return Reply(200, self.shown(note))

    def shown(self, one: Written) -> object:
        """A note as the host tells it."""
        return {"id": one.id, "body": one.text, "author": {"id": one.author}, "system": one.is_system}


@contextmanager
def served(host: StandIn) -> Iterator[str]:
    """Serve a host on this machine; give its address."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            content = json.loads(self.rfile.read(length) or b"null")
            reply = host.reply(self.command, self.path, dict(self.headers), content)
            body = reply.content if isinstance(reply.content, bytes) else json.dumps(reply.content).encode()
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = answer  # noqa: N815 - the server's names

        def log_message(self, *_: object) -> None:
            """Say nothing: the tests look at `requests`."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host.address
    finally:
        server.shutdown()
        server.server_close()
