"""The way to a host: what it waits for, what it repeats, and where the token never goes."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from email.message import Message

import pytest
from pydantic import TypeAdapter

from mkdocs_plans.codehost.comment.api import Answer, Api, HostError
from mkdocs_plans.codehost.comment.waiting import told_to_wait
from tests.codehost.comment.stand_in import GitHub, Reply, served

LIST = "/repos/acme/plan/issues/12/comments"
PAGE = f"{LIST}?per_page=100"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    """A host that answers."""
    monkeypatch.setenv("no_proxy", "*")
    standing = GitHub()
    with served(standing):
        yield standing


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were waited, each in its turn."""
    return []


def api(address: str, waits: list[float], patience: float = 60) -> Api:
    """The way to a host, on which no time passes."""
    return Api(address, "writes", {"User-Agent": "test"}, patience, waits.append)


def headers(**values: str) -> Message:
    """Headers, with hyphens for underscores."""
    message = Message()
    for name, value in values.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize("status", [403, 429, 503])
def test_the_host_says_how_long_to_wait(host: GitHub, waits: list[float], status: int) -> None:
    """And gets the same request again."""
    host.refusals = [Reply(status, {"message": "slow down"}, {"Retry-After": "7"})]
    assert api(host.address, waits).ask("GET", PAGE).is_ok
    assert waits == [7]
    assert host.requests == [f"GET {PAGE}"] * 2


def test_a_comment_that_was_refused_for_a_rate_is_sent_again(host: GitHub, waits: list[float]) -> None:
    """It wasn't written, so it isn't written twice."""
    host.refusals = [Reply(429, None, {"Retry-After": "1"})]
    assert api(host.address, waits).ask("POST", LIST, {"body": "Hello"}, is_repeatable=False).is_ok
    assert host.texts == ["Hello"]


def test_waiting_has_an_end(host: GitHub, waits: list[float]) -> None:
    """All requests together wait no longer than they were let."""
    host.refusals = [Reply(429, None, {"Retry-After": "40"})] * 2
    with pytest.raises(HostError, match="for 40 s, longer than we wait"):
        api(host.address, waits).ask("GET", PAGE)
    assert waits == [40]


@pytest.mark.parametrize(
    ("status", "told", "seconds"),
    [
        (200, {}, None),
        (403, {}, None),
        (403, {"X_RateLimit_Remaining": "12"}, None),
        (404, {"Retry_After": "5"}, None),
        (429, {}, 60),
        (429, {"Retry_After": "Wed, 21 Oct 2026 07:28:00 GMT"}, 60),
        (503, {}, None),
        (
            403,
            {
                "X_RateLimit_Remaining": "0",
                "X_RateLimit_Reset": "1700000030",
                "Date": "Tue, 14 Nov 2023 22:13:20 GMT",
            },
            31,
        ),
        (
            429,
            {
                "RateLimit_Remaining": "0",
                "RateLimit_Reset": "1699999000",
                "Date": "Tue, 14 Nov 2023 22:13:20 GMT",
            },
            1,
        ),
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "soon", "Date": "today"}, 60),
    ],
)
def test_how_long_to_wait_is_read_from_the_answer(
    status: int, told: dict[str, str], seconds: float | None
) -> None:
    """From the seconds, else from when the count begins anew by the host's own clock."""
    assert told_to_wait(status, headers(**told)) == seconds


def test_a_host_out_of_order_is_asked_again(host: GitHub, waits: list[float]) -> None:
    """For a short while; then its answer is taken."""
    host.refusals = [Reply(502, b"<html>")] * 2
    assert api(host.address, waits).ask("GET", PAGE).is_ok
    host.refusals = [Reply(500, b"<html>")] * 3
    assert api(host.address, waits).ask("GET", PAGE).status == 500
    assert waits == [1, 3] * 2


def test_what_might_be_done_twice_is_not_asked_again(host: GitHub, waits: list[float]) -> None:
    """A comment may have been written though the answer was lost."""
    host.refusals = [Reply(502, b"<html>")]
    assert api(host.address, waits).ask("POST", LIST, {"body": "x"}, is_repeatable=False).status == 502
    assert len(host.requests) == 1


def test_a_host_that_is_not_there_is_told(waits: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """After it was tried again."""
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and not listening
        answer = api(f"http://127.0.0.1:{taken.getsockname()[1]}", waits).ask("GET", "/")
    assert answer.status == 0
    assert "refused" in answer.said.lower()
    assert waits == [1, 3]


def test_a_renamed_repository_is_followed(host: GitHub, waits: list[float]) -> None:
    """On the same host, by the same kind of request."""
    host.refusals = [Reply(307, None, {"Location": LIST})]
    assert api(host.address, waits).ask("POST", "/repositories/1/issues/12/comments", {"body": "Hi"}).is_ok
    assert host.texts == ["Hi"]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_the_token_goes_to_no_other_host(host: GitHub, waits: list[float], status: int) -> None:
    """Nor to another port of the same one: the request isn't sent on, and the message names it."""
    other = GitHub()
    with served(other):
        host.refusals = [Reply(status, None, {"Location": f"{other.address}{PAGE}"})]
        with pytest.raises(HostError, match=f"{other.address}{LIST}, where the token"):
            api(host.address, waits).ask("GET", PAGE)
    assert not other.requests


@pytest.mark.parametrize(
    "location", ["http://[x", "//example.org/", "https://x:y/", "/caf\u00e9", "file:///etc"]
)
def test_a_redirect_to_no_address_is_told(host: GitHub, waits: list[float], location: str) -> None:
    """Whatever the header holds, there is no traceback."""
    host.refusals = [Reply(302, None, {"Location": location})]
    with pytest.raises(HostError, match="where the token may not go"):
        api(host.address, waits).ask("GET", PAGE)


def test_redirects_have_an_end(host: GitHub, waits: list[float]) -> None:
    """A host that sends us in a circle is no host."""
    host.refusals = [Reply(302, None, {"Location": PAGE})] * 20
    assert api(host.address, waits).ask("GET", PAGE).status == 302


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc",
        "ftp://example.org",
        "example.org",
        "https://",
        "",
        "https://[x",
        "https://x:y",
        "https://é",
    ],
)
def test_an_address_is_one_of_the_web(address: str) -> None:
    """Whatever a variable holds."""
    with pytest.raises(HostError, match="no address of an API"):
        Api(address, "token", {})


@pytest.mark.parametrize("token", ["se\ncret", "se\rcret", "secrét", ""])
def test_a_token_that_is_none_is_not_shown(token: str) -> None:
    """It would otherwise stand in the error of the HTTP library."""
    with pytest.raises(HostError, match="the token holds something else") as raised:
        Api("https://example.org", token, {})
    assert "cret" not in str(raised.value)


def test_the_token_shows_in_no_description() -> None:
    """Not when somebody prints the object."""
    assert "secret" not in repr(Api("https://example.org", "secret", {}))


@pytest.mark.parametrize("body", [b"<html>Sign in</html>", b"", b'{"a": 1}', b'[{"id": "x"}]', b"\xff"])
def test_an_answer_of_another_form_is_no_api(body: bytes) -> None:
    """A page to sign in, or a proxy's."""
    with pytest.raises(HostError, match="isn't what the host's API answers"):
        Answer(200, body=body).read(TypeAdapter(list[int]))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"message": "Bad credentials"}, "Bad credentials"),
        ({"error": "insufficient_scope", "error_description": "more"}, "more"),
        ({"message": {"note": ["is too long"]}}, '{"note": ["is too long"]}'),
        ({"errors": [{"message": "no"}]}, '[{"message": "no"}]'),
        (["a"], ""),
        (None, ""),
    ],
)
def test_the_hosts_words_are_found(content: object, said: str) -> None:
    """Whatever key it has them under."""
    assert Answer(400, body=json.dumps(content).encode()).said == said
