"""Our phrases that have no translation in a site's language: they are English, and say so to a screen reader.

A phrase carries two marks around it wherever a template prints it. Once the whole HTML is there, the marks
become elements in texts, and fall away within tags, where no element can stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

BEGIN, END = "\ue000", "\ue001"
"""Private characters, which no plan text means anything by."""

WHOLE, WHOLE_END = "\ue002", "\ue003"
"""What stands around a phrase with values: they are laid out in its direction, not in the page's."""

_BARE = "option|title"
"""Elements that hold text alone."""

_MARKS = BEGIN + END + WHOLE + WHOLE_END

_NO_MARKS = dict.fromkeys(map(ord, _MARKS))

_PIECE = re.compile(
    rf"<({_BARE})\b.*?</\1>|(?P<drawn><text\b.*?</text>)|<[^>]*>|{BEGIN}(?P<phrase>[^{_MARKS}<]*){END}|[{_MARKS}]",
    re.DOTALL,
)

_DRAWN = re.compile(rf"{BEGIN}([^{_MARKS}<]+){END}")
"""A phrase in a picture, whose texts take no elements of HTML."""


class Untranslated(str):
    """A phrase of ours as it stands in the code, untranslated, before its values are filled in."""

    __slots__ = ()


class Foreign(str):
    """A text in our language in place of the page's, which is marked where it is put into HTML: as a whole,
    else as `html` has it.
    """

    __slots__ = ("_html",)
    _html: Markup

    def __new__(cls, text: str, html: Markup | None = None) -> Foreign:
        """Take the text, and the same as marked HTML where parts of it are in the page's language."""
        made = super().__new__(cls, text)
        made._html = marked(escape(text), {}) if html is None else html
        return made

    def __html__(self) -> Markup:
        return self._html


def marked(phrase: Markup, values: dict[str, object]) -> Markup:
    """Fill a phrase in. What is put in is in the page's language again, or marked itself."""
    around = {name: Around(value) for name, value in values.items()}
    filled = Markup(BEGIN) + phrase % around + Markup(END)
    is_one_piece = all(isinstance(value, int) for value in values.values())
    return filled if is_one_piece else Markup(WHOLE) + filled + Markup(WHOLE_END)


def fill_phrase(phrase: str, values: dict[str, object]) -> Markup:
    """Fill in a phrase that is HTML; it is marked where it is untranslated."""
    html = Markup(phrase)
    return marked(html, values) if isinstance(phrase, Untranslated) else html % values


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


def join_texts(texts: Sequence[str], comma: str) -> str:
    """Join texts by the language's comma. Each keeps its marks."""
    text = comma.join(texts)
    return (
        Foreign(text, Markup(escape(str(comma))).join(texts))
        if any(isinstance(one, Foreign) for one in texts)
        else text
    )


def with_elements(html: str, *, is_right_to_left: bool = False) -> str:
    """Put elements in the place of the marks."""
    if BEGIN not in html:
        return html
    start = '<span lang="en" dir="ltr">' if is_right_to_left else '<span lang="en">'
    around = {WHOLE: '<bdi dir="ltr">', WHOLE_END: "</bdi>"} if is_right_to_left else {}

    def written(found: re.Match[str]) -> str:
        phrase = found["phrase"]
        if found["drawn"]:
            return _DRAWN.sub(r'<tspan lang="en">\1</tspan>', found["drawn"]).translate(_NO_MARKS)
        if found[0].startswith("<"):
            return found[0].translate(_NO_MARKS)
        if not phrase or not phrase.strip(" .,:;·–()"):
            return phrase or around.get(found[0], "")
        return f"{start}{phrase}</span>"

    return _PIECE.sub(written, html)
