"""A code host's HTTP interface: JSON there and back, with the token that it is for and no other host.

The standard library's client does: three kinds of request need no more, it knows the certificates and
proxies of the machine, and unlike others it sends no name and password of a `.netrc` instead of the token.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import TypeVar
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from pydantic import TypeAdapter, ValidationError

from mkdocs_plans.codehost.comment.waiting import GLITCHES, told_to_wait
from mkdocs_plans.errors import PlansError

TIMEOUT = 30
"""Seconds without an answer after which a request has failed."""

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 307, 308})
"""What a host answers for a repository that was renamed."""

UNREACHABLE = 0
"""Stands for the status where there was no answer."""

LONGEST_SAID = 200
"""How many characters of a host's own words are told."""

_T = TypeVar("_T")


class HostError(PlansError):
    """A code host can't be reached, or refuses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answers. `headers` are found in upper and lower case, `body` is as it came."""

    status: int
    headers: Message = field(default_factory=Message)
    body: bytes = b""

    @property
    def is_ok(self) -> bool:
        """Whether the host did what it was asked."""
        return 200 <= self.status < 300

    @property
    def said(self) -> str:
        """The host's own words on a refusal, on one line; empty where it has none."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            return ""
        known = found if isinstance(found, dict) else {}
        keys = ("message", "error_description", "error", "errors")
        words = next((known[key] for key in keys if known.get(key)), "")
        return clean_line(words if isinstance(words, str) else json.dumps(words))

    def read(self, form: TypeAdapter[_T]) -> _T:
        """Read what the answer holds. HostError where it isn't of the expected form."""
        try:
            return form.validate_json(self.body)
        except ValidationError as error:
            said = f" ({self.said})" if self.said else ""
            raise HostError(f"this isn't what the host's API answers: is the address right?{said}") from error


def clean_line(words: str) -> str:
    """Words from outside on one line, with nothing in them that a terminal would act on."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(plain.split())[:LONGEST_SAID]


def _opener() -> OpenerDirector:
    """What speaks HTTP, and no more: redirects are left to us, for the token must not follow each."""
    opener = OpenerDirector()
    for kind in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(kind())
    return opener


@dataclass(slots=True)
class Api:
    """Asks one host, at an address such as `https://api.github.com`, in the name of a token.

    `headers` go with each request. `patience` is how many seconds may be spent in waiting, all requests
    together; `pause` waits.
    """

    address: str
    token: str = field(repr=False)
    headers: Mapping[str, str]
    patience: float = 60
    pause: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        if _origin(self.address) is None:
            raise HostError(f"{clean_line(self.address)} is no address of an API: it begins with https://")
        if not (self.token.isascii() and self.token.isprintable() and self.token):
            raise HostError("the token holds something else than letters and signs: is it cut or quoted?")

    def ask(self, method: str, path: str, content: object = None, *, is_repeatable: bool = True) -> Answer:
        """Send a request to a path below the address, and give the answer, refusals too. It waits when the
        host says so, and asks again when the host is out of order, unless asking twice might do it twice.

        HostError where waiting would take too long, or a redirect leads to another host.
        """
        url = self.address.rstrip("/") + path
        glitches = iter(GLITCHES if is_repeatable else ())
        redirects = 0
        while True:
            answer = self._sent(method, url, content)
            if answer.status in REDIRECTS and redirects < MOST_REDIRECTS:
                url = self._same_host(url, answer.headers.get("Location", ""))
                redirects += 1
                continue
            delay = told_to_wait(answer.status, answer.headers)
            if delay is None and (answer.status == UNREACHABLE or answer.status >= 500):
                delay = next((each for each in glitches if each <= self.patience), None)
            if delay is None:
                return answer
            self._wait(delay)

    def _sent(self, method: str, url: str, content: object) -> Answer:
        data = None if content is None else json.dumps(content).encode()
        request = Request(url, data, dict(self.headers), method=method)
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        if data is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with _opener().open(request, timeout=TIMEOUT) as response:
                return Answer(response.status, response.headers, response.read())
        except HTTPError as error:
            with error:
                return Answer(error.code, error.headers, _rest(error))
        except (OSError, http.client.HTTPException) as error:
            why = clean_line(str(getattr(error, "reason", "") or error) or type(error).__name__)
            return Answer(UNREACHABLE, body=json.dumps({"message": why}).encode())

    def _wait(self, seconds: float) -> None:
        if seconds > self.patience:
            raise HostError(
                f"the host takes no more requests for {seconds:.0f} s, longer than we wait (--wait): "
                "run this again later"
            )
        self.patience -= seconds
        self.pause(seconds)

    def _same_host(self, url: str, location: str) -> str:
        try:
            target = urljoin(url, location)
        except ValueError:  # no address at all: it has no origin, either
            target = location
        if _origin(target) != _origin(self.address):
            shown = clean_line(target.partition("?")[0])
            raise HostError(
                f"{self.address} sends us on to {shown}, where the token may not go: name the right address"
            )
        return target


def _origin(address: str) -> tuple[str, str, int] | None:
    """Whom an address leads to: scheme, host and port. None where it is no address of the web."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname and address.isascii() else None


def _rest(error: HTTPError) -> bytes:
    """The body of a refusal, as far as it came."""
    try:
        return error.read()
    except (OSError, http.client.HTTPException):
        return b""
