"""What to tell of a request that a code host refused, and what to do about it."""

from __future__ import annotations

from mkdocs_plans.codehost.comment.api import UNREACHABLE, Answer, HostError


def refusal(host: str, answer: Answer, verb: str, thread: str, permission: str) -> HostError:
    """Say why comments of a thread can't be read or written: by our own words, then the host's."""
    if answer.status == UNREACHABLE:
        return HostError(f"{host} can't be reached: {answer.said}")
    words = f" ({answer.said})" if answer.said else ""
    return HostError(f"{_reason(host, answer.status, verb, thread, permission)}{words}")


def _reason(host: str, status: int, verb: str, thread: str, permission: str) -> str:
    if status == 401:
        return f"{host} doesn't know the token: it is wrong, or has expired"
    if status == 403:
        return f"{host} doesn't let this token {verb} comments of {thread}: it needs {permission}"
    if status == 404:
        return f"{host} has no {thread}, or doesn't show it to this token: that needs {permission}"
    if status == 422:
        return f"{host} doesn't take the comment"
    return f"{host} answers {status} to {'reading' if verb == 'read' else 'writing'} comments of {thread}"
