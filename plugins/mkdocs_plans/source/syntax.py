"""What libyaml stumbles over, in words for someone who doesn't know YAML, with what to do."""

from __future__ import annotations

import re

from mkdocs_plans.findings import MessageAndHint
from mkdocs_plans.source.slip import KEY_LINE, describe_number_slip, indentation
from mkdocs_plans.yaml import Problem, quote

_TAB = "a tab can't be used here", "indent the line with spaces instead"
MISALIGNED = "this line doesn't fit the lines above it"
_MISALIGNED = (
    MISALIGNED,
    "begin it exactly below the line that it belongs with",
)

_SYNTAX: tuple[tuple[str, MessageAndHint], ...] = (
    ("\t", _TAB),
    ("tab character", _TAB),
    ("%", ("text can't begin with `%`", "write `percent`, or put quotes around the text")),
    ("@", ("text can't begin with `@`", "leave the `@` out: a handle is written without it")),
    ("`", ("text can't begin with a backtick", "put quotes around the text")),
    (">", ("text can't begin with `>`", "put quotes around the text")),
    ("|", ("text can't begin with `|`", "put quotes around the text")),
    ("block sequence entries", ("text can't begin with `-` and a space", "put quotes around the text")),
    (
        "mapping values are not allowed",
        ("this line has a second colon with a space", "put quotes around a text that contains a colon"),
    ),
    ("could not find expected ':'", ("a field name lacks its colon", "write `key: value`")),
    ("undefined alias", ("text can't begin with `*`", "put quotes around the text")),
    ("expected alphabetic", ("text can't begin with `*` or `&`", "put quotes around the text")),
    ("expected <block end>", _MISALIGNED),
    ("did not find expected key", _MISALIGNED),
    ("expected '-' indicator", _MISALIGNED),
    ("unexpected end of stream", ("a quote is opened and never closed", "close it")),
    (
        "did not find expected ',' or '",
        ("a bracket is never closed, or a comma is missing", "close it with `]` or `}`"),
    ),
)
"""What libyaml says, and what it means."""


def describe_problem(text: str, problem: Problem) -> MessageAndHint:
    """What libyaml means by what it says of a place in a text."""
    said, start = problem.message, problem.start
    if "cannot start any token" in said:
        said = text[start]
    return _describe(text, text.rfind("\n", 0, start) + 1, start, said)


def _describe(text: str, line_start: int, start: int, problem: str) -> MessageAndHint:
    before, after = text[line_start:start], text[start:].split("\n", 1)[0]
    if _NUMBERS.search(before) and (of_number := describe_number_slip(re.split(r"[]}]|,(?!\d)", after)[0])):
        return of_number
    if "mapping values" in problem and re.fullmatch(r"\s+[\w-]+", before):
        return _misaligned(text, line_start)  # the line's own colon: its indentation is what is wrong
    if "mapping values" in problem and (line := KEY_LINE.fullmatch(before + after)):
        return (
            "this line has a second colon with a space",
            f"put quotes around the text: `{line['key']}: {_short(line['value'])}`",
        )
    if "expected ',' or '" in problem and after.startswith(": "):
        return _colon_in_brackets(before, after)
    unknown = f"this can't be read: {problem}", "put quotes around a text with unusual characters"
    said = next((said for sign, said in _SYNTAX if _means(sign, problem)), unknown)
    return _misaligned(text, line_start) if said is _MISALIGNED else said


def _means(sign: str, problem: str) -> bool:
    """Whether a problem is the one of a sign; libyaml's own words have such signs, too, as `<stream end>`."""
    return sign == problem if len(sign) == 1 else sign in problem


_NUMBERS = re.compile(r"[{,\s](?:baseline|target): *\Z|\b(?:readings|targets): *\{[^}]*: *\Z")
"""What stands before the number of a field, or of a mapping in braces."""

LONGEST_SHOWN = 60
"""How many characters of a text a hint repeats."""


def _short(value: str) -> str:
    text = value.partition(" #")[0].strip()
    return quote(text) if len(text) <= LONGEST_SHOWN else '"…"'


def _misaligned(text: str, line_start: int) -> MessageAndHint:
    """Name what the line may belong below: the key in the line above, and where that stands."""
    above = text[:line_start].rstrip().rpartition("\n")[2]
    key = re.match(r"(?P<before> *(?:- +)*)(?P<key>[\w-]+):", above)
    if key is None or indentation(text[line_start:].split("\n", 1)[0]) == len(key["before"]):
        return _MISALIGNED
    number = len(key["before"])
    spaces = f"with {number} space{'s' * (number != 1)}" if number else "with no space"
    hint = f"begin it {spaces}, exactly below `{key['key']}`, if it belongs with that"
    return _MISALIGNED[0], hint


def _colon_in_brackets(before: str, after: str) -> MessageAndHint:
    """A text with a colon in it, or two fields with no comma between them."""
    whole = re.split(r"[\[{,]", before)[-1] + re.split(r"[]},]", after)[0]
    key, _, rest = whole.strip().partition(": ")
    hint = f'put quotes around the text: `{key}: "{rest.strip("“”„«» ")}"`'
    between = "" if " " not in before.rpartition(": ")[2] else ", or a comma between two fields"
    return "this field has a second colon with a space", hint + between
