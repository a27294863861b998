"""`python -m tests.words`: bring the catalogues of our words up to date with the code and the templates.

New words are added with nothing said for them, words that are gone are taken out; what is said stays. What a
language has no translation for is listed: pages say it in English until somebody adds one.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from mkdocs_plans.wording.language import is_translated

ROOT = Path(__file__).resolve().parents[1]

LOCALE = ROOT / "plugins/mkdocs_plans/wording/locale"

_SOURCES = {
    ROOT / "plugins/mkdocs_plans/render": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/changes": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/history": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/outputs": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/imports": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/model": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/wording": [("**.py", "python")],
    ROOT / "plugins/mkdocs_plans/codehost": [("agreement_told.py", "python")],
    ROOT / "plugins/mkdocs_plans/codehost/forms": [("**.py", "python")],
    ROOT / "templates": [("**.html", "jinja2"), ("init/en/**", "jinja2")],
}

_OPTIONS = {"**.html": {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "say": None,
    "say_many": (1, 2),
    "to_translate": None,
    "Shown": None,
    "ngettext": (1, 2),
    "noun": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def words() -> Catalog:
    """All that is to be translated, with the files that say it."""
    found = Catalog(charset="utf-8")
    for folder, methods in _SOURCES.items():
        for path, _, message, _, context in extract_from_dir(folder, methods, _OPTIONS, _KEYWORDS):
            found.add(message, locations=[(f"{folder.name}/{path}", 0)], context=context)
    return found


def catalogue(path: Path) -> Catalog:
    """Read the catalogue of a language. PoFileError where gettext can't: a plural form too many, say."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def missing(there: Catalog) -> list[str]:
    """What a catalogue has no translation for, or a fuzzy one, as our code says it."""
    lacks = [message.id for message in there if message.id and not is_translated(message)]
    return [one if isinstance(one, str) else one[0] for one in lacks]


def main() -> None:
    """Update each catalogue, and list the words that it lacks."""
    found = words()
    for path in sorted(LOCALE.glob("*.po")):
        there = catalogue(path)
        there.update(found, no_fuzzy_matching=True)
        there.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, there, sort_output=True, include_lineno=False, omit_header=True, width=110)
        lacks = missing(there)
        print(f"{path.name}: {len(lacks)} of {len(there)} words are missing", *lacks, sep="\n  ")


if __name__ == "__main__":
    main()
