"""Slips of those who write YAML as another form: a list of tasks, JSON, a form feed from a word processor."""

from __future__ import annotations

import re

from mkdocs_plans.model import FIELD_NAMES
from mkdocs_plans.source.slip import KEY_LINE, Lines, Slip, above, below, indentation, is_key, whole_line
from mkdocs_plans.yaml import quote

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]+")
_CHECKBOX = re.compile(r"(?P<dashes>\s*[-*+] +)\[(?P<mark>[ xX✓✔]?)\]\s+(?P<rest>\S.*)")
_JSON = re.compile(
    r"(?P<before>\s*)\"(?P<key>[\w-]+)\"\s*:\s*(?P<value>\"[^\"]*\"|\[[^\]]*\]|[\w.-]+)\s*,?\s*"
)
_BARE = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[\w.-]+)(?:[ \t]+(?P<rest>\S.*?))?[ \t]*")
_FENCE = re.compile(r"-{3}[ \t]*")
_BLOCK = re.compile(r"(?P<sign>[|>])[+-]?[ \t]+(?P<text>[^\s=#\d].*)")
_PLAIN = re.compile(r"[^\W_].*")


_NOTE = re.compile(r"[ \t]*(?://+[ \t]*(?P<text>\S.*)|<!--[ \t]*(?P<html>.*?)[ \t]*-->[ \t]*)")
_MARKED = re.compile(
    r"(?P<before>\s*(?:- +)*)(?P<mark>\*{1,3}|_{1,3}|`)(?P<key>[a-z_]+?)"
    r"(?P<colon>:?)(?P=mark)(?P<after>[ \t]*:?)[ \t]*(?P<rest>.*)"
)
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")


def note(lines: Lines, number: int) -> Slip | None:
    """`// the owner` and `<!-- the owner -->`: a note as programs and pages have them."""
    if (found := _NOTE.fullmatch(lines[number])) is None:
        return None
    plain = f"# {found['text'] or found['html'] or ''}".rstrip()
    line = whole_line(lines, number)
    return Slip(
        number, *line, "a note begins with `#` here", f"write `{plain}`", ((number, plain),), is_sure=True
    )


def marked_key(lines: Lines, number: int) -> Slip | None:
    """`**dri:** cfo`: a field name in bold."""
    found = _MARKED.fullmatch(lines[number])
    if found is None or not (found["colon"] or found["after"].strip()):
        return None
    plain = f"{found['key']}: {found['rest']}".rstrip()
    written = ((number, found["before"] + plain),)
    message = "a field name stands without marks"
    start = found.end("before")
    return Slip(
        number, start, found.end("after"), message, f"write `{plain}`", written, True, (found["key"],)
    )


def table(lines: Lines, number: int) -> Slip | None:
    """Rows of a table in the place of a list."""
    if not _ROW.fullmatch(lines[number]):
        return None
    last = number
    while last + 1 < len(lines) and _ROW.fullmatch(lines[last + 1]):
        last += 1
    away = tuple((at, f"# {lines[at]}") for at in range(number, last + 1))
    hint = "write each row as an item of a list: `- do: Ask them`, and `due: 2026-03-31` below it"
    return Slip(number, *whole_line(lines, number), "a table can't stand in the front matter", hint, away)


def top_level_hyphen(lines: Lines, number: int) -> Slip | None:
    """`- dri: cfo` between fields that have no hyphen."""
    line = KEY_LINE.fullmatch(lines[number])
    before = next((one for one in reversed(lines[:number]) if one.strip() and not one[0].isspace()), "")
    if line is None or not re.fullmatch(r"-[ \t]+", line["before"]):
        return None
    if (not KEY_LINE.fullmatch(before) and indentation(lines[number - 1]) == 0) or before.startswith("-"):
        return None
    plain = f"{line['key']}: {line['value']}"
    message, hint = "a field begins without a hyphen", f"write `{plain}`"
    return Slip(number, *whole_line(lines, number), message, hint, ((number, plain),), True, (line["key"],))


def control_sign(lines: Lines, number: int) -> Slip | None:
    """A line break or a page break of a word processor, or another character that YAML can't hold."""
    found = _CONTROL.search(lines[number])
    if found is None:
        return None
    is_break = set(found[0]) <= set("\x0b\u2028\u2029\x85")
    what = "a line break from a word processor" if is_break else "an invisible character"
    message = f"{what} stands here (U+{ord(found[0][0]):04X})"
    plain = " ".join(filter(None, (part.rstrip(" ") for part in _CONTROL.split(lines[number]))))
    hint = "delete it, and type a space where it separates two words"
    return Slip(number, *found.span(), message, hint, ((number, plain),), is_sure=True)


def checkbox(lines: Lines, number: int) -> Slip | None:
    """`- [ ] Ask them`: a task as other tools tick it off."""
    if (found := _CHECKBOX.fullmatch(lines[number])) is None:
        return None
    is_open = not found["mark"].strip()
    hint = f"write `- do: {found['rest']}`" + (
        "" if is_open else ", and the day below it: `done: 2026-11-23`"
    )
    start = found.end("dashes")
    plain = f"{found['dashes']}{quote(found['rest']) if ': ' in found['rest'] else found['rest']}"
    end = found.start("rest") - 1
    return Slip(number, start, end, "a checkbox can't be here", hint, ((number, plain),), is_sure=is_open)


def json_line(lines: Lines, number: int) -> Slip | None:
    """`"dri": "cfo",`: a line of JSON, whose comma YAML doesn't know."""
    found = _JSON.fullmatch(lines[number])
    if found is None or not lines[number].rstrip().endswith(","):
        return None
    plain = f"{found['key']}: {found['value']}"
    end = len(lines[number].rstrip())
    message = "a comma ends this line, as in JSON"
    written = ((number, found["before"] + plain),)
    return Slip(number, end - 1, end, message, f"write `{plain}`", written, True, (found["key"],))


def second_document(lines: Lines, number: int) -> Slip | None:
    """A `---` within YAML, which begins another document there."""
    if number == 0 or not _FENCE.fullmatch(lines[number]):
        return None
    message = "nothing below this `---` is read, and this file needs no such line"
    return Slip(number, 0, 3, message, "delete the line", ((number, ""),), is_sure=True)


def key_without_colon(lines: Lines, number: int) -> Slip | None:
    """`actions` above the items of a list, or `dri cfo`: a key that lost its colon."""
    found = _BARE.fullmatch(lines[number])
    if found is None or lines[number].lstrip().startswith("---"):
        return None
    key, rest, line = found["key"], found["rest"], whole_line(lines, number)
    if rest is None:
        holds = next(below(lines, number), None)
        listed = number + 1 < len(lines) and re.match(r"\s*- ", lines[number + 1])
        if holds is None and not (listed and key in FIELD_NAMES):
            return None
        if holds is not None and not (is_key(lines[holds]) or lines[holds].lstrip().startswith("- ")):
            return None
        written = ((number, f"{found['before']}{key}:"),)
        return Slip(number, *line, "a field name lacks its colon", f"write `{key}:`", written, is_sure=True)
    if key not in FIELD_NAMES:
        return None
    is_text = " " in rest or not _PLAIN.match(rest)
    hint = f"write `{key}: {rest}`"
    if is_text:
        hint += ", or indent the line by two more spaces if it continues the text above"
    written = ((number, f"{found['before']}{key}: {quote(rest) if ': ' in rest else rest}"),)
    return Slip(number, *line, "a field name lacks its colon", hint, written, is_sure=not is_text)


def open_bracket(lines: Lines, number: int) -> Slip | None:
    """`advances: [retention`: a list whose bracket isn't closed in its line, above a line with a key."""
    line = KEY_LINE.fullmatch(lines[number])
    value = line["value"] if line else ""
    if line is None or value[0] not in "[{" or value.count("[") + value.count("{") != 1:
        return None
    after = next((each for each in lines[number + 1 :] if each.strip()), "x: y")
    if re.search(r"[]}\"'#]", value) or not is_key(after) or indentation(after) > len(line["before"]):
        return None
    start = line.start("value")
    if value[0] == "{" and ":" not in value:
        written = ((number, lines[number][:start] + quote(value)),)
        said = "text can't begin with a bracket", "put quotes around the text"
        return Slip(number, start, start + 1, *said, written, is_sure=True)
    whole = value.rstrip(", ") + {"[": "]", "{": "}"}[value[0]]
    message, hint = "a bracket is opened and never closed", f"close it: write `{line['key']}: {whole}`"
    written = ((number, lines[number][:start] + whole),)
    return Slip(
        number, start, start + 1, message, hint, written, is_sure=": " not in value or value[0] == "{"
    )


def backslash(lines: Lines, number: int) -> Slip | None:
    r"""`"C:\Users"`: a backslash in double quotes, where YAML takes it for the start of a code."""
    line = KEY_LINE.fullmatch(lines[number])
    value = line["value"] if line else ""
    if line is None or len(value) < 2 or value[0] != '"' or value[-1] != '"' or "\\" not in value:
        return None
    inner = value[1:-1].replace('\\"', '"')
    start = line.start("value")
    at = start + value.index("\\")
    message = "within double quotes, a backslash starts a special character"
    hint = f"put single quotes around the text: `{quote(inner)}`"
    written = ((number, lines[number][:start] + quote(inner)),)
    return Slip(number, at, at + 1, message, hint, written, is_sure=True)


def text_behind_block_sign(lines: Lines, number: int) -> Slip | None:
    """`statement: > By 2035 …`: a text of several lines that begins behind its `>` or `|`."""
    for at in (number, above(lines, number)):
        line = KEY_LINE.fullmatch(lines[at]) if at is not None else None
        found = _BLOCK.fullmatch(line["value"]) if line else None
        if at is None or line is None or found is None or not any(True for _ in below(lines, at)):
            continue
        start = line.start("value")
        message = f"text can't follow `{found['sign']}` on the same line"
        hint = f"delete the `{found['sign']}`, or move the text to the next line and indent it as that is"
        written = ((at, lines[at][:start] + found["text"]),)
        is_sure = found["sign"] == ">" and ": " not in found["text"] and " #" not in found["text"]
        return Slip(at, start, start + 1, message, hint, written, is_sure=is_sure)
    return None


def block_not_indented(lines: Lines, number: int) -> Slip | None:
    """Lines below `statement: |` that aren't indented."""
    first = above(lines, number)
    line = KEY_LINE.fullmatch(lines[first]) if first is not None else None
    if (
        first is None
        or line is None
        or not re.fullmatch(r"[|>][+-]?", line["value"])
        or is_key(lines[number])
    ):
        return None
    last = number
    while last + 1 < len(lines) and lines[last + 1].strip() and not is_key(lines[last + 1]):
        last += 1
    blanks = " " * (len(line["before"]) + 2)
    written = tuple((at, blanks + lines[at].strip()) for at in range(number, last + 1))
    message = f"the text of `{line['key']}` isn't indented"
    hint = f"begin each of its lines with {len(blanks)} spaces"
    return Slip(number, *whole_line(lines, number), message, hint, written, is_sure=True)
