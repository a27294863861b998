"""The site's language: its locale, and our words in it.

The catalogues are `locale/LANGUAGE.po` beside this file, in gettext's format; `make words` brings them
up to date with the code and the templates. What has no translation there, or a whole language without a
catalogue, is written in English, with the language's own dates and numbers.
"""

from __future__ import annotations

import gettext
import unicodedata
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list
from babel.localedata import load as load_locale
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import escape

from mkdocs_plans.settings import Label
from mkdocs_plans.wording.foreign import Foreign, Untranslated, marked

_CATALOGUES = Path(__file__).parent / "locale"

_CAPITAL_NOUNS = {"de", "lb"}
"""The languages that write a noun with a capital within a sentence, too."""


class Language:
    """One language, as Material names it (`en`, `pt-BR`, `zh-Hant`)."""

    def __init__(self, name: str) -> None:
        self.locale = _locale(name)
        words = next(filter(None, map(_catalogue, _catalogue_names(self.locale))), None)
        is_ours = self.locale.language == "en"
        self.words = words or (gettext.NullTranslations() if is_ours else _Untranslated())

    @property
    def has_words(self) -> bool:
        """Whether our words are there in this language."""
        return not isinstance(self.words, _Untranslated)

    def gettext(self, text: str, **values: object) -> str:
        """A text in this language, with values in the place of its `%(name)s`, as Jinja's `_` does it."""
        return self._filled(self.words.gettext(text), values)

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        """A text for a number, which stands in the place of `%(num)d`."""
        return self._filled(self.words.ngettext(one, many, num), {"num": num, **values})

    def pgettext(self, context: str, text: str, **values: object) -> str:
        """A text that means different things in different places, in this one."""
        return self._filled(self.words.pgettext(context, text), values)

    def npgettext(self, context: str, one: str, many: str, num: int, **values: object) -> str:
        """A text for a number that means different things in different places, in this one."""
        return self._filled(self.words.npgettext(context, one, many, num), {"num": num, **values})

    def noun(self, one: str, many: str) -> Label:
        """A noun of ours, which the catalogue has as a singular with its plurals. The one that stands alone
        is that for three: Arabic has another one for two.
        """
        forms = self.ngettext(one, many, 1), self.ngettext(one, many, 3)
        return Label.model_construct(one=forms[0], many=forms[1])  # validated, they would lose their marks

    def before_each(self, number: int) -> tuple[str, ...]:
        """What stands before each of so many things that belong together: `Ada`, `, Ben`, ` and Cem`."""
        names = [f"\0{at}\0" for at in range(number)]
        pieces = format_list(names, style="standard", locale=self.locale).split("\0")
        return tuple(pieces[: 2 * number : 2])

    def count_label(self, label: Label, number: int) -> str:
        """The form of an organisation's word after a number. Where a language has more than two and the third
        isn't given, Arabic counts large numbers in the singular, and others take the plural.
        """
        match self.locale.plural_form(number):
            case "one":
                return label.one
            case "few":
                return label.many
        return label.counted or (label.one if self.locale.language == "ar" else label.many)

    def small(self, noun: str) -> str:
        """Write a noun within a sentence: in lower case, unless it is an acronym or the language writes
        nouns with a capital.
        """
        if noun[1:2].isupper() or self.locale.language in _CAPITAL_NOUNS:
            return noun
        small = noun[:1].lower() + noun[1:]
        return Foreign(small) if isinstance(noun, Foreign) else small

    def capital(self, text: str) -> str:
        """Write a text as a sentence begins."""
        begun = text[:1].upper() + text[1:]
        return Foreign(begun) if isinstance(text, Foreign) else begun

    def _filled(self, text: str, values: dict[str, object]) -> str:
        filled = text % values
        return Foreign(filled, marked(escape(text), values)) if isinstance(text, Untranslated) else filled


class _Untranslated(gettext.NullTranslations):
    """What stands in the place of translations that are missing: our English, which says that it is."""

    def gettext(self, message: str) -> str:
        return Untranslated(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return Untranslated(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return Untranslated(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return Untranslated(msgid1 if n == 1 else msgid2)


def is_translated(message: Message) -> bool:
    """Whether a catalogue says all of a message: of a plural each form, and nothing fuzzy."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def to_translate(text: str) -> str:
    """Mark a text for the catalogue where it stands; it is translated where it is used."""
    return text


def noun(one: str, many: str) -> tuple[str, str]:
    """Mark a noun for the catalogue, as `to_translate` marks a text."""
    return one, many


def alphabetical(text: str) -> str:
    """Order texts as a reader looks for them: `Özil` among the names with O."""
    return unicodedata.normalize("NFKD", text.casefold())


_REGIONS = {"pt": "pt_PT"}
"""Languages whose formats are those of where our words are from: Babel takes `pt` for Brazil's."""


@cache
def _locale(name: str) -> Locale:
    name = name.replace("-", "_")
    try:
        locale = Locale.parse(_REGIONS.get(name, name))
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    _set_apart(locale)
    return locale


def _set_apart(locale: Locale) -> None:
    """Give a locale names of its own. Languages share what they inherit, and Babel 2.18 writes into it what
    it has looked up for one of them: after a Japanese site, Italian months would be Japanese ones.
    """
    data = load_locale(str(locale))
    data |= {key: deepcopy(data[key]) for key in ("days", "months", "quarters")}


def _catalogue_names(locale: Locale) -> list[str]:
    """The catalogues that speak a language, the closest first: `zh_Hant_TW`, `zh_Hant`, and never that of
    another script.
    """
    language, script, territory = locale.language, locale.script, locale.territory
    parts = [(language, script, territory), (language, script), (language, territory)]
    regional = ["_".join(map(str, one)) for one in parts if all(one)]
    likely = get_global("likely_subtags").get(language, "")
    return [*regional, language] if not script or f"_{script}_" in likely else regional


def language_name(code: str, within: str | None = None) -> str:
    """What a language is called in another one, else in itself; nothing where it isn't known."""
    try:
        return Locale.parse(code, sep="-").get_display_name(within) or ""
    except (ValueError, UnknownLocaleError):
        return ""


@cache
def _catalogue(name: str) -> gettext.GNUTranslations | None:
    path = _CATALOGUES / f"{name}.po"
    if not path.is_file():
        return None
    with path.open("rb") as file:
        said = read_po(file, locale=name)
    for missing in [message for message in said if message.id and not is_translated(message)]:
        said.delete(missing.id, missing.context)
    compiled = BytesIO()
    write_mo(compiled, said)
    compiled.seek(0)
    words = gettext.GNUTranslations(compiled)
    words.add_fallback(_Untranslated())
    return words
