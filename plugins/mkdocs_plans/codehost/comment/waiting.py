"""How long a code host asks us to wait before the next request.

GitHub refuses with 403 or 429, GitLab with 429, when there were too many requests. Sources:
https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api and
https://docs.gitlab.com/security/rate_limits/.
"""

from __future__ import annotations

from email.message import Message
from email.utils import parsedate_to_datetime

GLITCHES = (1.0, 3.0)
"""Seconds after which a request is tried again that found the host out of order. Our convention."""

UNTOLD = 60.0
"""Seconds to wait where the host refuses for a rate and doesn't say for how long: GitHub's advice."""


def told_to_wait(status: int, headers: Message) -> float | None:
    """Seconds until the host takes the next request; None where it didn't refuse for a rate."""
    if status not in {403, 429, 503}:
        return None
    if (told := _number(headers.get("Retry-After"))) is not None:
        return told
    is_used_up = headers.get("X-RateLimit-Remaining") == "0" or headers.get("RateLimit-Remaining") == "0"
    if status == 429 or (status == 403 and is_used_up):
        return _until_reset(headers)
    return None


def _until_reset(headers: Message) -> float:
    """By the host's own clock, and a second more, for the two numbers are whole seconds."""
    reset = _number(headers.get("X-RateLimit-Reset") or headers.get("RateLimit-Reset"))
    now = _timestamp(headers.get("Date"))
    return UNTOLD if reset is None or now is None else max(0.0, reset - now) + 1


def _number(text: str | None) -> float | None:
    return float(text) if text and text.isascii() and text.isdigit() else None


def _timestamp(date: str | None) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except ValueError:
        return None
