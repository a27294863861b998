"""Currencies as people write them: by code, by sign, by word; the site's language says whose crowns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mkdocs_plans.model.numbers import locale_of, with_plain_signs

_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY", "₹": "INR", "rs": "INR",
    "₩": "KRW", "원": "KRW", "₽": "RUB", "руб": "RUB", "₴": "UAH", "грн": "UAH", "₺": "TRY", "tl": "TRY",
    "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN", "zł": "PLN", "kč": "CZK",
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "nt$": "TWD", "mx$": "MXN", "r$": "BRL", "fr": "CHF", "sfr": "CHF", "лв": "BGN",
}  # fmt: skip

_WORDS = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "евро": "EUR", "ευρώ": "EUR", "eurot": "EUR", "euroa": "EUR",
    "dollar": "USD", "dollars": "USD", "us dollars": "USD", "dólares": "USD", "dollari": "USD",
    "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "pfund": "GBP", "livres sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rupees": "INR", "rupee": "INR",
    "franken": "CHF", "swiss francs": "CHF", "francs suisses": "CHF", "złoty": "PLN", "zloty": "PLN",
    "złotych": "PLN", "zlotych": "PLN", "złote": "PLN", "kronor": "SEK", "forint": "HUF", "reais": "BRL",
    "рублей": "RUB", "гривень": "UAH", "korun": "CZK", "shekel": "ILS", "shekels": "ILS", "won": "KRW",
    "rand": "ZAR", "ft": "HUF", "lei": "RON", "chf": "CHF",
}  # fmt: skip

_OF_LANGUAGE: Mapping[str, Mapping[str, str]] = {
    "sv": {"kr": "SEK", "kronor": "SEK", "krona": "SEK"},
    "da": {"kr": "DKK", "kroner": "DKK", "krone": "DKK"},
    "nb": {"kr": "NOK", "kroner": "NOK", "krone": "NOK"},
    "nn": {"kr": "NOK", "kroner": "NOK", "krone": "NOK"},
    "no": {"kr": "NOK", "kroner": "NOK", "krone": "NOK"},
    "is": {"kr": "ISK", "krónur": "ISK"},
    "fo": {"kr": "DKK"},
    "zh": {"¥": "CNY", "￥": "CNY", "元": "CNY"},
    "zh-TW": {"元": "TWD"},
    "zh-Hant": {},
}
"""Whose crowns and yuan a word means in a language; elsewhere it names no one currency."""

_ENGLISH_WORDS = frozenset({"all", "bob", "cop", "cup", "gel", "mad", "mop", "pen", "sit", "top", "try"})
"""Codes that are words, too: only capitals make currencies of them."""


@lru_cache(maxsize=1_000)
def currency_of(written: str, language: str) -> str | None:
    """The ISO 4217 code of a currency as it is written; None where it is none, or might be several. What
    the site itself writes in its language comes first.
    """
    own = _own_symbols(language).get(_key(written))
    if own is not None:
        return own
    name = _key(written)
    base = re.split("[-_]", language)[0]
    of_language = _OF_LANGUAGE.get(language.replace("_", "-"), _OF_LANGUAGE.get(base, {}))
    found = of_language.get(name) or _SIGNS.get(name) or _WORDS.get(name)
    return found or _code(written.strip())


def has_three_decimals(currency: str) -> bool:
    """Whether its smallest coin is a thousandth, as of dinars."""
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - many plans have no costs

    return get_currency_precision(currency) == 3


def _code(written: str) -> str | None:
    from babel.numbers import is_currency  # noqa: PLC0415 - likewise

    is_one = re.fullmatch("[A-Za-z]{3}", written) and written not in _ENGLISH_WORDS
    return written.upper() if is_one and is_currency(written.upper()) else None


@lru_cache
def _own_symbols(language: str) -> Mapping[str, str]:
    """The currencies by the signs that pages in a language write, where a sign is one currency's alone."""
    found: dict[str, set[str]] = {}
    for code, symbol in dict(locale_of(language).currency_symbols).items():
        if symbol != code:
            found.setdefault(_key(symbol), set()).add(code)
    return {symbol: min(codes) for symbol, codes in found.items() if len(codes) == 1}


def _key(written: str) -> str:
    """A sign or word as it is compared: in plain signs, without spaces at its sides and without a full
    stop.
    """
    return " ".join(with_plain_signs(written).split()).rstrip(".").casefold()
