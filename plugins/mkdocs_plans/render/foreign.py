"""Our phrases in a site whose language has no catalogue: they are English, and say so to a screen reader.

A phrase carries two marks around it wherever a template prints it. Once the whole HTML is there, the marks
become elements in texts, and fall away within tags, where no element can stand.
"""

from __future__ import annotations

import re

from markupsafe import Markup

BEGIN, END = "\ue000", "\ue001"
"""Private characters, which no plan text means anything by."""

_BARE = "svg|option|title"
"""Elements that hold text alone, or have a language of their own making."""

_PIECE = re.compile(
    rf"<({_BARE})\b.*?</\1>|<[^>]*>|{BEGIN}(?P<phrase>[^{BEGIN}{END}<]*){END}|[{BEGIN}{END}]", re.DOTALL
)


class Foreign(str):
    """A text in our language in place of the page's, which is marked where it is put into HTML."""

    __slots__ = ()

    def __html__(self) -> Markup:
        return Markup(BEGIN) + Markup.escape(str(self)) + Markup(END)


def marked(phrase: Markup, values: dict[str, object]) -> Markup:
    """Fill a phrase in. What is put in is in the page's language again, or marked itself."""
    around = {name: Around(value) for name, value in values.items()}
    return Markup(BEGIN) + phrase % around + Markup(END)


class Around:
    """A value with the marks turned round it; a number stands as it is."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __html__(self) -> Markup:
        if isinstance(self._value, int):
            return Markup(self._value)
        return Markup(END) + Markup.escape(self._value) + Markup(BEGIN)

    def __int__(self) -> int:
        assert isinstance(self._value, int)
        return self._value


def with_elements(html: str, *, is_right_to_left: bool = False) -> str:
    """Put elements in the place of the marks."""
    if BEGIN not in html:
        return html
    start = '<span lang="en" dir="ltr">' if is_right_to_left else '<span lang="en">'

    def written(found: re.Match[str]) -> str:
        phrase = found["phrase"]
        if found[0].startswith("<"):
            return found[0].replace(BEGIN, "").replace(END, "")
        if not phrase or not phrase.strip(" .,:;·–()"):
            return phrase or ""
        return f"{start}{phrase}</span>"

    return _PIECE.sub(written, html)
