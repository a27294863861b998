"""Slips that one line shows: another sign for a bullet, no space after a colon, a word processor's blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plans.model import FIELD_NAMES
from mkdocs_plans.source.slip import (
    KEY_LINE,
    Lines,
    Rewritten,
    Slip,
    above,
    below,
    describe_number_slip,
    indentation,
    is_key,
    whole_line,
)
from mkdocs_plans.yaml import quote

# YAML has two blanks, the space and the tab. All others are letters to it: a key, its colon, a no-break space
# and a value are one long word, and no key at all.
WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
NO_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
ODD = re.compile(f"[{WIDE}{NO_WIDTH}]")
"""Blanks that look like a space and are none to YAML, and signs that can't be seen at all."""

_HEAD = re.compile(
    rf"[ \t{WIDE}{NO_WIDTH}]*(?:-(?: +|[{WIDE}{NO_WIDTH}][ {WIDE}{NO_WIDTH}]*))*"
    rf"(?:[\w-]+[ {WIDE}{NO_WIDTH}]*:(?:[{WIDE}{NO_WIDTH}]+ *|(?= )|$))?"
)
"""What a line begins with: its indentation, the hyphens of list items, a key and its colon."""

# The last two are letters of Symbol and Wingdings, in which Word writes its bullets. Its bullet of the second
# level is the letter o in another font: that is the `o` before a tab in BULLET. A hyphen before a digit is a
# negative number, and none.
_SIGNS = r"[•·‣▪◦○●■□➢➤→✓✔∙⁃–—−\uf0b7\uf0a7]"
BULLET = re.compile(
    rf"(?P<dashes>\s*(?:- +)*)(?:-(?=[^\W\d])|{_SIGNS}\s*|[*+]\s+|\d{{1,2}}[.)]\s+|[a-z]\)\s+"
    r"|o(?:\t+|[ ]+(?=[\w-]+:\s)))(?P<rest>\S.*)"
)
"""A line that begins with a bullet or a number, as lists do elsewhere."""

# No `/` behind the colon, or the address of a page would be a key `https`.
_COLON = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[a-z_]+)(?P<sign>:|\s*[：∶ː﹕]\s*)(?P<rest>[^\s/:].*)")
_SIGN = re.compile(
    r"(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]+)(?P<sign>\s*(?:=>|:=|=|->|→|;)\s*)(?P<rest>\S.*)"
)
_DASH = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]+)(?P<sign>\s+[-–—]\s+)(?P<rest>\S.*)")
_FIELDS = re.compile(r"[,;]\s+(?=[a-z_]+:\s)")
_IN_BRACES = re.compile(r"[\[\]{},#\"']|:\s|^[\s!&*?|>%@`-]")
_CURLY = re.compile(r"[“”„‟«»](?P<text>[^“”„‟«»\"]+)[“”«»]|[‘’‚‛‹›](?P<single>[^‘‚‛‹›\"]+)[‘’‹›]")
"""A text in quotes as a word processor makes them."""


_SPECIAL = re.compile(r"[\[{](?=.*[\]}])|[*&!|>%@`,?-]")
_IN_BRACKETS = re.compile(r"[\[{].*[\]}]\s*(?:#.*)?")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(?:#|$)")


def odd_blank(lines: Lines, number: int) -> Slip | None:
    """A no-break space, or a sign that can't be seen, where YAML wants a space or nothing."""
    line = lines[number]
    if not ODD.sub("", line).strip():
        message, hint = "this line looks empty, but contains an invisible character", "delete the line"
        return Slip(number, 0, max(1, len(line)), message, hint, ((number, ""),), is_sure=True)
    if not (found := ODD.search(head := _HEAD.match(line)[0])):  # type: ignore[index]
        return None
    sign = found[0]
    plain = re.sub(f"[{NO_WIDTH}]", "", re.sub(f"[{WIDE}]", " ", head)) + line[len(head) :]
    message, hint = "this isn't an ordinary space: it comes from a program such as Word", "type a space"
    if re.match(f"[{NO_WIDTH}]", sign):
        message, hint = (
            "there is an invisible character here, as in text copied from elsewhere",
            "delete it",
        )
    message += f" (U+{ord(sign):04X})"
    return Slip(number, found.start(), found.end(), message, hint, ((number, plain),), is_sure=True)


def foreign_bullet(lines: Lines, number: int) -> Slip | None:
    """A list item that begins with another sign than a hyphen and a space."""
    if (found := BULLET.fullmatch(lines[number])) is None:
        return None
    key = re.match(r"[\w-]+:(?=\s)", found["rest"])
    shown = f"- {key[0]} …" if key else "- …"
    message, hint = "a list item begins with a hyphen and a space", f"write `{shown}`: a hyphen, then a space"
    return Slip(number, *whole_line(lines, number), message, hint, with_hyphens(lines, number), is_sure=True)


def with_hyphens(lines: Lines, first: int) -> Rewritten:
    """The items of a list from a line on, each with a hyphen and a space, and what is below them in line."""
    own, number, rewritten = indentation(lines[first]), first, []
    while (
        number < len(lines)
        and (found := BULLET.fullmatch(lines[number]))
        and indentation(lines[number]) == own
    ):
        children = list(below(lines, number))
        at = min((indentation(lines[child]) for child in children), default=0)
        column = max(at, len(found["dashes"]) + 2) if is_key(found["rest"]) else len(found["dashes"]) + 2
        rewritten.append(
            (number, found["dashes"] + "- ".ljust(column - len(found["dashes"])) + found["rest"])
        )
        if children and at < column and is_key(found["rest"]):
            rewritten += [(child, " " * (column - at) + lines[child]) for child in children]
        number = (children[-1] if children else number) + 1
    return tuple(rewritten)


def wrong_colon(lines: Lines, number: int) -> Slip | None:
    """A colon with no space after it, or another sign in its place."""
    line = lines[number]
    found = _COLON.fullmatch(line) or _SIGN.fullmatch(line) or _DASH.fullmatch(line)
    if found is None:
        return None
    key, rest, sign = found["key"], found["rest"].rstrip(), found["sign"].strip()
    written = ((number, f"{found['before']}{key}: {rest}"),)
    if sign == ":":
        hint = f"put a space after the colon: `{key}: {rest}`"
        return Slip(
            number,
            *whole_line(lines, number),
            "a space is missing after the colon",
            hint,
            written,
            is_sure=True,
        )
    fields = (key,) if sign not in "：∶ː﹕" else ()
    message = f"`{sign}` stands where a colon belongs"
    hint = f"write `{key}: {rest}`"
    return Slip(
        number, found.start("sign"), found.end("sign"), message, hint, written, is_sure=True, fields=fields
    )


def fields_in_one_line(lines: Lines, number: int) -> Slip | None:
    """`- do: Ask them, due: 2026-03-31`: an item whose fields stand in one line, without braces."""
    line = KEY_LINE.fullmatch(lines[number])
    if line is None or not _FIELDS.search(line["value"]) or line["value"][0] in "\"'[{|>":
        return None
    pairs = [part.split(":", 1) for part in _FIELDS.split(f"{line['key']}: {line['value']}")]
    fields = tuple(key.strip() for key, _ in pairs)
    inner = ", ".join(f"{key.strip()}: {_in_braces(value.strip())}" for key, value in pairs)
    start, end = line.start("key"), line.end("value")
    is_item = "-" in line["before"]
    hint = f"put braces around them: `{{{inner}}}`" if is_item else "put each on a line of its own"
    text = f"{{{inner}}}" if is_item else f"{line['key']}: {quote(line['value'])}"
    rewritten = ((number, line["before"] + text),)
    is_sure = is_item and not any(True for _ in below(lines, number))
    return Slip(number, start, end, "there are several fields on one line", hint, rewritten, is_sure, fields)


def _in_braces(value: str) -> str:
    is_list = value.startswith("[") and value.endswith("]")
    return value if is_list or not _IN_BRACES.search(value) else quote(value)


def curly_quotes(lines: Lines, number: int) -> Slip | None:
    """A text in the quotes of a word processor, which YAML takes for letters."""
    line = KEY_LINE.fullmatch(lines[number])
    inner = unquoted(line["value"]) if line else None
    if line is None or inner is None:
        return None
    written = ((number, lines[number][: line.start("value")] + quote(inner)),)
    message = "these quotes come from a word processor, and don't count as quotes here"
    hint = 'write straight ones: `"`'
    return Slip(number, line.start("value"), line.end("value"), message, hint, written, is_sure=True)


def unquoted(text: str) -> str | None:
    """What stands between the quotes of a word processor; None where they don't stand around all of it."""
    found = _CURLY.fullmatch(text)
    return (found["text"] or found["single"]).strip() if found else None


def special_sign(lines: Lines, number: int) -> Slip | None:
    """A text that begins with a sign of YAML's: `[Draft] Hire`, `*Hire*`, `! now`, `- Hire`."""
    line = KEY_LINE.fullmatch(lines[number])
    value = line["value"] if line else ""
    if line is None or not _SPECIAL.match(value) or _IN_BRACKETS.fullmatch(value) or _BLOCK.match(value):
        return None
    start = line.start("value")
    sign = "a bracket" if value[0] in "[{" else "a backtick" if value[0] == "`" else f"`{value[0]}`"
    hint = (
        "leave the `@` out: a handle is written without it"
        if value[0] == "@"
        else "put quotes around the text"
    )
    if value[0] == "%":
        hint = "write `percent`, or put quotes around the text"
    written = ((number, lines[number][:start] + quote(value)),)
    message = f"text can't begin with {sign}"
    if _is_of_number(lines, number, line["key"]) and (said := describe_number_slip(value)):
        message, hint = said
    return Slip(number, start, start + 1, message, hint, written, is_sure=len(value) > 1, text_of=line["key"])


def _is_of_number(lines: Lines, number: int, key: str) -> bool:
    """Whether a line should hold a number: it is a field for one, or stands in a mapping of numbers."""
    if key in {"baseline", "target"}:
        return True
    own = indentation(lines[number])
    holder = next((lines[at] for at in range(number - 1, -1, -1) if indentation(lines[at]) < own), "")
    return re.fullmatch(r"[\s-]*(?:readings|targets)\s*:\s*", holder) is not None


def wrapped_text(lines: Lines, number: int) -> Slip | None:
    """A text that goes on in a line which isn't indented, as an e-mail wraps it."""
    first = next((at for at in range(number - 1, -1, -1) if lines[at].strip() and is_key(lines[at])), None)
    if first is None or is_key(lines[number]) or not lines[number].strip():
        return None
    line = KEY_LINE.fullmatch(lines[first])
    if line is None or line["value"][0] in "\"'[{|>" or len(line["value"].split()) < 2:
        return None
    last = _last_wrapped(lines, number)
    is_word = len(lines[number].split()) < 2
    if ": " in " ".join(lines[number : last + 1]) or (is_word and lines[number].strip() in FIELD_NAMES):
        return None
    indented = " " * (len(line["before"]) + 2)
    written = tuple(
        (at, indented + lines[at].strip()) for at in range(first + 1, last + 1) if lines[at].strip()
    )
    message = f"this line goes on with the text of `{line['key']}`, and isn't indented"
    hint = "begin it with two spaces more than the line above, or join the two"
    return Slip(number, *whole_line(lines, number), message, hint, written, is_sure=not is_word)


def without_tabs(lines: Lines, width: int) -> Rewritten:
    """All lines that are indented with tabs, with spaces in their place."""
    heads = ((at, re.match(r"([ \t]*)((?:-[ \t]+)*)", line)) for at, line in enumerate(lines))
    return tuple(
        (at, head[1].expandtabs(width) + re.sub(r"[ \t]*\t[ \t]*", " ", head[2]) + lines[at][head.end() :])
        for at, head in heads
        if head and "\t" in head[0]
    )


def too_far_left(lines: Lines, number: int) -> Slip | None:
    """The first line below a key that stands under it and should be indented, as those that follow are."""
    first = above(lines, number)
    holder = above(lines, first) if first is not None else None
    if (
        first is None
        or holder is None
        or not KEY_LINE.fullmatch(lines[first])
        or lines[first].lstrip().startswith("-")
    ):
        return None
    own, column = indentation(lines[first]), indentation(lines[number])
    key = re.fullmatch(r"[ \t]*([\w.-]+)[ \t]*:[ \t]*", lines[holder])
    if key is None or indentation(lines[holder]) != own or column <= own or not is_key(lines[number]):
        return None
    spaces = f"{column} space{'s' * (column != 1)}"
    message = f"this line belongs to `{key[1]}`, and isn't indented"
    written = ((first, " " * column + lines[first].lstrip()),)
    hint = f"begin it with {spaces}, as the line below does"
    return Slip(first, *whole_line(lines, first), message, hint, written, is_sure=True)


def _last_wrapped(lines: Lines, number: int) -> int:
    while number + 1 < len(lines) and lines[number + 1].strip() and not is_key(lines[number + 1]):
        if re.match(r"\s*- ", lines[number + 1]):
            break
        number += 1
    return number


def lines_with_odd_blanks(lines: Lines) -> Iterator[int]:
    """Give the lines that begin with such a blank or have one around the colon, outside blocks of text."""
    block = -1
    for number, line in enumerate(lines):
        if not line.strip(" \t"):
            continue
        if block >= 0 and indentation(line) > block:
            continue
        block = indentation(line) if re.search(r":\s+[|>][+-]?\d?\s*(#.*)?$", line) else -1
        if ODD.search(line) and odd_blank(lines, number):
            yield number
