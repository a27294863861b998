"""Numbers and sums of money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from mkdocs_plans.model.refusal import refuse


def parse_number(value: object) -> Decimal:
    """Read a plain decimal number. Percent signs and thousands marks are refused with a remedy."""
    if isinstance(value, (Decimal, int)):
        return Decimal(value)
    if not isinstance(value, str):
        raise refuse("expected one number", "write digits, as 62 or 4.5")
    text = value.strip()
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", text, re.ASCII):
        return Decimal(text)
    if text.endswith("%"):
        raise refuse(f'"{text}" isn\'t a plain number', f"write {text[:-1].strip()}, and `unit: percent`")
    if re.fullmatch(r"[+-]?\d{1,3}([,  _']\d{3})+(\.\d+)?", text):
        raise refuse(f'"{text}" isn\'t a plain number', f"write {re.sub('[^0-9.+-]', '', text)}")
    raise refuse(f'"{text}" isn\'t a number', "write digits alone, as 62 or 4.5; put the unit in `unit`")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: the text as written, a number and an ISO 4217 currency code."""

    text: str
    value: Decimal
    currency: str

    def __str__(self) -> str:
        return self.text


@lru_cache
def _is_currency(code: str) -> bool:
    from babel.numbers import is_currency  # noqa: PLC0415 - many plans have no costs to wait for it

    return is_currency(code)


_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB"}
_AMOUNT_HINT = "write a number and a currency, as 4800 USD or € 1,200.50"


def parse_amount(value: object) -> Amount:
    """Read an amount: a number, and a currency's code or sign before or after it."""
    if isinstance(value, Amount):
        return value
    if not isinstance(value, str):
        raise refuse("expected one amount", _AMOUNT_HINT)
    text = value.strip()
    match = re.fullmatch(r"([^\d\s+-]*)\s*([+-]?[\d,]+(?:\.\d+)?)\s*([^\d\s]*)", text, re.ASCII)
    if match is None or bool(match[1]) == bool(match[3]):
        raise refuse(f'"{text}" isn\'t a number with a currency', _AMOUNT_HINT)
    written = match[1] or match[3]
    currency = _SIGNS.get(written, written.upper())
    if not _is_currency(currency):
        raise refuse(f'"{written}" isn\'t a currency', "use its three letters, as EUR or USD")
    try:
        return Amount(text, Decimal(match[2].replace(",", "")), currency)
    except InvalidOperation:
        raise refuse(f'"{text}" isn\'t a number with a currency', _AMOUNT_HINT) from None
