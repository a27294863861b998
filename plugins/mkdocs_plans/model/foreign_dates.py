"""Dates in other forms than ours, as people write them elsewhere → what they can mean in ours.

Each function here looks for one kind of writing and gives every date in our form that the text can mean.
Whether there is such a day is for `dates.py` to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from mkdocs_plans.model.date_names import DateNames, date_names

_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
"""Years that a plan may speak of. `1405` is a year of another calendar."""

_YEAR_LAST = re.compile(r"(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(rf"{_YEAR}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})")
_TOGETHER = re.compile(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)")
_WITH_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:z|utc|gmt|[+-]\d\d:?(?:\d\d)?))?"
)
_EAST_ASIAN = re.compile(rf"{_YEAR}[年년] ?(?:(?P<month>\d{{1,2}})[月월] ?(?:(?P<day>\d{{1,2}})[日일]?)?)?")
_MONTH_IN_FIGURES = (
    re.compile(rf"(?P<month>\d\d?)[/.-]{_YEAR}"),
    re.compile(rf"{_YEAR}[/.](?P<month>\d\d?)"),
    re.compile(rf"{_YEAR}-(?P<month>[1-9])"),
)
_MIDDLE = re.compile(rf"(?:mid|middle of|mitte)[ -]?{_YEAR}")
_RANGE = re.compile(r"(\d{4}) ?- ?(\d{4})|(\S+) (?:-|to|bis) (\S+)")
_WEEK = (
    re.compile(rf"{_YEAR}[ -]?(?:w|kw|week|cw) ?(?P<week>\d\d?)"),
    re.compile(rf"(?:calendar week|week|cw|kw|w) ?(?P<week>\d\d?)(?:[ ,/-]| of )*{_YEAR}"),
)

_FILLING = frozenset(
    {"of", "the", "de", "del", "di", "d", "do", "da", "den", "der", "des", "im", "le", "el", "il"}
)
_ORDINAL = re.compile(r"(\d\d?)(?:st|nd|rd|th|er|º|ª)?")

_PART = r"(?:(?P<kind>[qh])(?P<number>\d)|(?P<number_first>\d)(?P<kind_last>[qh]))"
_FISCAL = (
    r"(?P<fiscal>fy|ay|sy|gj|(?:fiscal|financial|academic|school) year|geschäftsjahr|schuljahr|studienjahr)"
)
_OF = rf"(?:{_FISCAL}[ -]?)?'?(?P<begins>\d{{4}}|\d\d)(?: ?[/-] ?(?P<ends>\d{{4}}|\d\d))?"
_SEP = r"(?:[ ,/'-]| of(?: the)? )*"
_PERIODS = tuple(re.compile(form) for form in (rf"{_PART}{_SEP}{_OF}", rf"{_OF}{_SEP}{_PART}", _OF))
_NUMBERS = (
    r"first|1st|1\.?|i\.?|erste[sn]?",
    r"second|2nd|2\.?|ii\.?|zweite[sn]?",
    r"third|3rd|3\.?|iii\.?|dritte[sn]?",
    r"fourth|last|4th|4\.?|iv\.?|vierte[sn]?",
)
_IN_WORDS = tuple(re.compile(rf"\b(?:{number}) (quarter|quartal|half|halbjahr)\b") for number in _NUMBERS)

_BY = re.compile(r"(?:by|until|till|no later than|bis zum|bis|spätestens|am|zum|on|in|im)(?: the)? (?=.*\d)")
_LAST = re.compile(r"(?:the )?(?:end|ende)(?: of|-)?(?: the| des)? (.*\d.*)|ende-(.*)|end-(.*)")
_FIRST = re.compile(r"(?:the )?(?:start|beginning|anfang|beginn)(?: of|-)?(?: the| des)? (.*\d.*)")


def simplify_date(text: str) -> str:
    """A text in lower case, every dash a hyphen, every digit one of 0 to 9, single plain spaces."""
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = re.sub(r"[‐-―−]", "-", folded).replace("’", "'").replace("‘", "'")
    folded = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in folded)
    return " ".join(folded.split()).rstrip(".,;")


def edge_of(text: str) -> tuple[str, str]:
    """Which day of a period is meant (`first`, `last`, or nothing), and what names the period: `end of
    2027`. `text` is plain.
    """
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    if found := _LAST.fullmatch(text):
        return "last", next(group for group in found.groups() if group)
    found = _FIRST.fullmatch(text)
    return ("first", found[1]) if found else ("", text)


def possible_dates(text: str, fiscal_year_start: int, language: str) -> Iterator[str]:
    """Give every date in our form that a plain text can mean, those that don't exist among them."""
    names = date_names(language)
    yield from _near_our_form(text)
    yield from _day_in_figures(text, names.own_form)
    yield from _month_in_figures(text)
    yield from _in_words(text, names)
    yield from _weeks(text)
    yield from _periods(_with_parts(text, names), fiscal_year_start)


def is_academic_year(text: str) -> bool:
    """Whether a plain text names a year that spans two: `2026-27`, `FY 2026/2027`."""
    found = _PERIODS[2].fullmatch(text)
    return bool(found and found["ends"] and _two_years(found))


def _near_our_form(text: str) -> Iterator[str]:
    if found := _WITH_TIME.fullmatch(text):
        yield found[1]
    if (found := _RANGE.fullmatch(text)) and not is_academic_year(text):
        yield from (group.upper() for group in found.groups() if group)


def _day_in_figures(text: str, own_form: str) -> Iterator[str]:
    """A day, year first or last. Where it may mean two, the form of the site's language decides."""
    if found := _YEAR_LAST.fullmatch(text):
        one, sign, other, year = found.groups()
        if own_form == f"d{sign}m{sign}y":
            yield _day(_full(year), other, one)
            return
        yield _day(_full(year), other, one)
        yield _day(_full(year), one, other)
        if len(year) == 2 and len(one) == 2:
            yield _day(_full(one), other, year)
        return
    found = _YEAR_FIRST.fullmatch(text)
    if found and _lacks_digit(found["month"], found["day"]):
        return
    if found := found or _TOGETHER.fullmatch(text) or _EAST_ASIAN.fullmatch(text):
        yield _day(found["year"], found["month"], found["day"])


def _lacks_digit(month: str, day: str) -> bool:
    """Whether one is written with a nought before it and the other with one digit: `06-3` may be `06-30`."""
    return len(month) != len(day) and "0" in {month[0], day[0]}


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _day(year: str, month: str | int | None, day: str | int | None) -> str:
    return year + "".join(f"-{int(part):02}" for part in (month, day) if part)


def _month_in_figures(text: str) -> Iterator[str]:
    for form in _MONTH_IN_FIGURES:
        if found := form.fullmatch(text):
            yield _day(found["year"], found["month"], None)
            if len(found["month"]) == 1 and text[4] == "-":  # `2026-1` may be its first quarter
                yield f"{found['year']}-Q{found['month']}"
    if found := _MIDDLE.fullmatch(text):
        yield from (_day(found["year"], month, None) for month in (6, 7))


def _in_words(text: str, names: DateNames) -> Iterator[str]:
    """A month by its name and a year, with or without a day and its weekday, in whatever order."""
    words = [word for word in re.split(r"[\s,./-]+", text) if word and word not in _FILLING]
    years = [word for word in words if re.fullmatch(_YEAR, word) or re.fullmatch(r"'\d\d", word)]
    months = [word for word in words if _month(word, names)]
    days = [found[1] for word in words if word not in years and (found := _ORDINAL.fullmatch(word))]
    weekdays = [word for word in words if word in names.weekdays and word not in months]
    if len(years) == len(months) == 1 and len(days) <= 1 and len(words) == 2 + len(days) + len(weekdays):
        meant = _day(_full(years[0].lstrip("'")), _month(months[0], names), days[0] if days else None)
        if all(_is_weekday(meant, names.weekdays[word]) for word in weekdays):
            yield meant


def _month(word: str, names: DateNames) -> int | None:
    return names.months.get(word)


def _is_weekday(day: str, weekday: int) -> bool:
    try:
        return date.fromisoformat(day).weekday() == weekday
    except ValueError:
        return False


def _weeks(text: str) -> Iterator[str]:
    """The first and the last day of a week: we have no weeks."""
    for form in _WEEK:
        if found := form.fullmatch(text):
            try:
                monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
            except ValueError:
                continue
            yield monday.isoformat()
            yield (monday + timedelta(days=6)).isoformat()


def _with_parts(text: str, names: DateNames) -> str:
    """Write quarters and halves that are named in words as `q1` and `h1`."""
    for number, form in enumerate(_IN_WORDS, 1):
        if found := form.search(text):
            text = text.replace(found[0], f"{found[1][0]}{number}")
    for name, quarter in names.quarters.items():
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"q{quarter}", text)
    return re.sub(r"\b([qh]\d) (?:of|de|del|du|des|di)\b(?: the\b)?", r"\1", text)


def _periods(text: str, fiscal_year_start: int) -> Iterator[str]:
    """Every quarter, half or fiscal year that the text can mean."""
    for form in _PERIODS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            kind = parts.get("kind") or parts.get("kind_last")
            number = parts.get("number") or parts.get("number_first")
            yield from _of_year(found, f"-{kind}{number}".upper() if kind else "", fiscal_year_start)


def _of_year(found: re.Match[str], part: str, fiscal_year_start: int) -> Iterator[str]:
    if found["ends"]:
        if fiscal_year_start != 1 and (years := _two_years(found)):
            yield years + part
    elif found["fiscal"]:
        yield f"FY{found['begins']}{part}"
    elif part:
        yield f"{_full(found['begins'])}{part}"
        if fiscal_year_start != 1:
            yield f"FY{found['begins']}{part}"


def _two_years(found: re.Match[str]) -> str:
    """`2026/27` for a year and the next one; nothing for two others, or where a year may be a month."""
    begins, ends = found["begins"], found["ends"]
    if len(begins) == 2 and not found["fiscal"]:
        return ""
    follows = (int(begins[-2:]) + 1) % 100 == int(ends[-2:]) and len(ends) <= len(begins)
    return f"{_full(begins)}/{ends[-2:]}" if follows else ""
