"""Texts in any script → ids: lower-case ASCII words joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Collection, Mapping

_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue"}
_UKRAINIAN = {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "х": "kh", "щ": "shch"}
_BULGARIAN = {"щ": "sht", "ъ": "a", "х": "h", "ь": "y"}
_NORDIC = {"ø": "oe"}

_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = {
    "de": _GERMAN,
    "uk": _UKRAINIAN,
    "bg": _BULGARIAN,
    **dict.fromkeys(("da", "nb", "nn", "no"), _NORDIC),
}
"""Small letters that a language writes in ASCII otherwise than all others do."""

_EVERYWHERE = dict.fromkeys("اأآ", "a") | {"إ": "i"}
"""Letters that anyascii leaves out, though words can hardly be told apart without them."""

_IN_WORDS = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
"""What each character of ASCII is in an id: a small letter, a digit, or a blank."""

_IDEOGRAPH = re.compile("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")


def composed(text: str) -> str:
    """The text with its accents within the letters (NFC), as most keyboards write them.

    macOS gives the names of files with the accents after the letters (NFD): the two are one.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def words_in(text: str, language: str = "en") -> str:
    """The words of a text in ASCII, joined by hyphens; empty where it has none, as `???`."""
    if not text.isascii():
        text = _transliterated(composed(text), language)
    return b"-".join(text.encode("ascii", "replace").translate(_IN_WORDS).split()).decode()


def slug(text: str, language: str = "en") -> str:
    """Make an id of a text. A text with no word in it gets one by what it is written with, so that two such
    texts have two ids; an empty text is `item`.
    """
    words = words_in(text, language)
    if words or not text.strip():
        return words or "item"
    from anyascii import anyascii  # noqa: PLC0415 - only signs need it here

    return words_in(anyascii(text)) or f"item-{zlib.crc32(composed(text).encode()):08x}"


class FreeSlugs:
    """Gives ids that are free, each once. `kept` are those that nothing else may be numbered as."""

    def __init__(self, kept: Collection[str] = ()) -> None:
        self._taken = set(kept)
        self._numbers: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The id itself, or with the next free number behind it."""
        while name in self._taken:
            number = self._numbers[name] = self._numbers.get(name, 1) + 1
            if (numbered := f"{name}-{number}") not in self._taken:
                name = numbered
        self._taken.add(name)
        return name


def _transliterated(text: str, language: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read where a text needs them

    own = _BY_LANGUAGE.get(re.split("[-_]", language)[0], {})
    return "".join(own.get(sign.lower()) or _in_ascii(sign, anyascii) for sign in _spaced(text))


def _spaced(text: str) -> str:
    """Part ideographs, whose readings would otherwise run into one word."""
    return _IDEOGRAPH.sub(lambda run: f" {' '.join(run[0])} ", text)


def _in_ascii(sign: str, anyascii: Callable[[str], str]) -> str:
    """One sign as ASCII. An accent falls away; a letter or a digit of another script is transliterated;
    what else has no likeness in ASCII falls away as well, or parts words where it is no dash or quote.
    """
    if sign.isascii():
        return sign
    if plain := unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode():
        return plain
    category = unicodedata.category(sign)
    if category[0] in "LMN":
        return _EVERYWHERE.get(sign) or re.sub("[^A-Za-z0-9]", "", anyascii(sign))
    return " " if category[0] == "P" and sign > "\u2fff" else ""
