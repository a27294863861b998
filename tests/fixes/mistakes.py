"""Ways in which a plan file is written, and mistakes that are made in it: text → text.

`STYLES` write a sound file another way that reads the same. `MISTAKES` make one mistake in it that can
be fixed, so that fixing it must give the same bytes again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import yaml

from mkdocs_plans.source import read_document

_FIELD = re.compile(r"^( *(?:- )*[\w-]+: +)([^\s\"'\[\]{}|>#&*!%@`,?-][^\"\\#\n]*?)$", re.MULTILINE)


def _in_front_matter(text: str, change: Callable[[str], str]) -> str:
    """Change the front matter of a file, and leave the body."""
    match = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    assert match is not None
    return text[: match.start(1)] + change(match[1]) + text[match.end(1) :]


def _as_fields(pattern: str) -> Callable[[str], str]:
    def style(text: str) -> str:
        return _in_front_matter(text, lambda yaml_text: _FIELD.sub(pattern, yaml_text))

    return style


def _in_braces(text: str) -> str:
    values = read_document("a.md", text.encode()).values

    def flow(_: str) -> str:
        return yaml.safe_dump(
            values, default_flow_style=True, allow_unicode=True, sort_keys=False, width=9999
        )

    return _in_front_matter(text, flow)


STYLES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "both": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "no last line end": lambda text: text.removesuffix("\n") + "\nThe end",
    "comments": _as_fields(r"\1\2  # as agreed: twice"),
    "double quotes": _as_fields(r'\1"\2"'),
    "single quotes": lambda text: _as_fields(r"\1'\2'")(text.replace("'", "’")),
    "wide": _as_fields(r"\1   \2  "),
    "braces": _in_braces,
}
"""Other ways to write a file; those that change line ends and marks come after a mistake."""

BYTES_ONLY = frozenset({"carriage returns", "old Macintosh", "a byte order mark", "both", "no last line end"})


def _swapped(word: str, random: Random) -> str:
    """Swap two neighbouring letters of a word that differ, the first letter of the whole apart."""
    places = [i for i in range(1, len(word) - 1) if word[i] != word[i + 1] and word[i : i + 2].isalpha()]
    at = random.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _somewhere(pattern: str, change: Callable[[re.Match[str], Random], str]) -> Callable[[str, Random], str]:
    """Make a mistake in one of the places that a pattern finds; the same text where it finds none."""

    def mistake(yaml_text: str, random: Random) -> str:
        found = list(re.finditer(pattern, yaml_text, re.MULTILINE))
        if not found:
            return yaml_text
        match = random.choice(found)
        return yaml_text[: match.start()] + change(match, random) + yaml_text[match.end() :]

    return mistake


def _with_tabs(yaml_text: str, _: Random) -> str:
    """Indent with tabs where two spaces are a level."""
    return re.sub(
        r"^  (?=\S)", "\t", re.sub(r"^    (?=\S)", "\t  ", yaml_text, flags=re.MULTILINE), flags=re.MULTILINE
    )


_DATES = "due|done|start|end|met|originally|date"
_IDS = "strategy|theme|team|parent|lead|dri|advances|depends_on"

MISTAKES: dict[str, Callable[[str, Random], str]] = {
    "a key with a letter missing": _somewhere(
        r"\b(statement|summary|outcome|baseline|resources|actions|advances|contributors|updates)(?=[\"']?:)",
        lambda m, _: m[0][:3] + m[0][4:],
    ),
    "a status in capitals": _somewhere(r"(?<=status: )([\"']?)active\b", lambda m, _: m[1] + "Active"),
    "a word with two letters swapped": _somewhere(
        r"(?<=health: )([\"']?)(?:on-track|at-risk)\b",
        lambda m, _: m[0].replace("track", "trakc").replace("risk", "rsik"),
    ),
    "a day first": _somewhere(
        rf"(?<=\b)((?:{_DATES}): +[\"']?)(\d{{4}})-(\d\d)-(1[3-9]|2\d|3[01])\b",
        lambda m, _: f"{m[1]}{m[4]}/{m[3]}/{m[2]}",
    ),
    "a misspelt id": _somewhere(
        rf"((?:{_IDS}): +[\"'\[]*)([a-z]{{5,}}[a-z-]*)", lambda m, random: m[1] + _swapped(m[2], random)
    ),
    "a text without its quotes": _somewhere(r': "([^"\n]+: [^"\n]+)"$', lambda m, _: f": {m[1]}"),
    "an item without its quotes": _somewhere(r'^( *- )"([^"\n]+: [^"\n]+)"$', lambda m, _: m[1] + m[2]),
    "a percent sign as unit": _somewhere(r"(?<=unit: )percent", lambda _, __: "%"),
    "an at sign": _somewhere(r"(?<=dri: )[a-z]", lambda m, _: f"@{m[0]}"),
    "tabs": _with_tabs,
}


def broken(text: str, mistake: str, random: Random) -> str:
    """The file with a mistake in its front matter."""
    return _in_front_matter(text, lambda yaml_text: MISTAKES[mistake](yaml_text, random))
