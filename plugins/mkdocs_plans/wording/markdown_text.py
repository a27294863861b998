"""A text of the plan → Markdown that shows it, and does nothing else, on any code host.

Plan text comes from anyone, and a report is published in the name of someone who can write. So it must
forge nothing: no mention, reference, link, image, HTML or comment, no heading, list, table or fence.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""How many characters of one text are shown. Our convention."""

BREAK = "&#8203;"
"""A zero-width space, as hosts show it: it parts what a host would otherwise take for a reference."""

_ESCAPED = re.compile(r"[\\`*_{}\[\]|~$]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_BROKEN = re.compile(
    r"""
      [@\#!~%&$^]                       # @someone, #12, !12, ~label, %milestone, &epic, $snippet
        (?=[\w"'\[])
    | (?<=\w)@                          # someone@example.org
    | [Ww]{3}(?=\.)                     # www.-x.org: behind the dot the break would be linked
    | (?<![Ww]{3})(?:(?<!\d)\.(?=\w) | \.(?=[^\W\d]))  # example.org; 4.5 stays what it is
    | :(?=/) | /(?=/)                   # https://, //example.org
    | :(?=[\w+-]+:)                     # :smile:
    | (?<=[A-Za-z])-(?=\d)              # GH-12, TICKET-12
    | [0-9A-Fa-f]{6}(?=[0-9A-Fa-f])   # a commit's name
    """,
    re.VERBOSE,
)
_AT_START = re.compile(r"^(?:[-+=:/#]|\d+(?=[.)](?:\s|$)))")

_SPACES = {"Cc", "Zl", "Zp", "Zs"}
_HIDDEN = {"Cf", "Cs"}
_JOINERS = "\u200c\u200d"


def escape(text: str) -> str:
    """Write a text as Markdown of one line, cut where it is long."""
    marked = _BROKEN.sub(lambda found: found[0] + "\0", shorten_text(visible(text)))
    if found := _AT_START.match(marked):
        marked = _guarded(found[0]) + marked[found.end() :]
    written = "".join(_HTML.get(sign, sign) for sign in _ESCAPED.sub(_backslashed, marked))
    return written.replace("\0", BREAK).replace("\1", "\\")


def _backslashed(found: re.Match[str]) -> str:
    return "\1" + found[0]


def _guarded(start: str) -> str:
    """Part what would begin a list, a heading or a command from what follows."""
    return f"{start}\0" if start[-1].isdigit() else f"\1{start}"


def visible(text: str) -> str:
    """The text on one line, with a mark where it holds what can't be seen: controls, marks of direction,
    zero-width signs. Joiners stay within words and pictures that are written with them.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    signs = [_visible(sign, text[at - 1 : at], text[at + 1 : at + 2]) for at, sign in enumerate(text)]
    return " ".join("".join(signs).split())


def _visible(sign: str, before: str, after: str) -> str:
    if sign.isascii() and sign.isprintable():
        return sign
    category = unicodedata.category(sign)
    if category in _SPACES:
        return " "
    if category not in _HIDDEN:
        return sign
    is_joined = sign in _JOINERS and _is_beyond_ascii(before) and _is_beyond_ascii(after)
    return sign if is_joined else "\ufffd"


def _is_beyond_ascii(sign: str) -> bool:
    return sign > "\x7f" and unicodedata.category(sign)[0] in "LMS"


def shorten_text(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def code(text: str) -> str:
    """Write a name or a path as code, in which a host looks for nothing; as text where it isn't plain."""
    plain = re.fullmatch(r"[\w./:@ -]+", text, re.ASCII) and text == " ".join(text.split())
    return f"`{text}`" if plain and len(text) <= LONGEST else escape(text)
