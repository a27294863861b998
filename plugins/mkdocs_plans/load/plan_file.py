"""Is a document a plan file, and which values does it give its entity?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.load.cut_texts import find_cuts_by_hash
from mkdocs_plans.load.odd_signs import strip_odd_signs
from mkdocs_plans.load.own_fields import part_own_fields, point_to_own
from mkdocs_plans.load.type_words import certain_type, is_sites_word, meant_type
from mkdocs_plans.model import FOREIGN_KEYS, TYPES, field_names, meant_field, slug, unknown_key
from mkdocs_plans.model.own_fields import OwnFields
from mkdocs_plans.reading_rules.keys_and_values import MISSING_FIELD, UNKNOWN_TYPE
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document
from mkdocs_plans.spelling import did_you_mean, find_slip
from mkdocs_plans.yaml import Value

_TYPE_LINE = re.compile(
    r"""^[^\w\n#-]*(?P<key>\w+)["'\s]*(?::=?|=>?|->|：)[\s"'“„‘\[\u200b\u2060]*(?P<value>\w+(?:[ -]\w+)*)""",
    re.MULTILINE,
)
ID_LINE = re.compile(r"""^id\s*:\s*["']?([\w-]+)""", re.MULTILINE)


def kind_of(document: Document, words: Mapping[str, str]) -> str | None:
    """The type that a document has, or seems to be meant to have; None where it is no plan file. `words` are
    our types by the site's words for them.
    """
    if document.values is not None and not document.findings_stop_reading:
        said = read_type(document)
        if said is not None:
            return said if said in TYPES or meant_type(said, words) else None
        values = ((k, v) for k, v in document.values.items() if find_slip(k, ["type"]))
        return next((v for _, v in values if isinstance(v, str) and v in TYPES), None)
    for key, value in _TYPE_LINE.findall(document.yaml[0] or document.text[:20_000]):
        if find_slip(key, ["type"]) and meant_type(value, words):
            return str(value)
    return None


def read_type(document: Document) -> str | None:
    """What a file says that its type is: a text, or a list or a mapping about as it is written; None where
    it says nothing.
    """
    said = (document.values or {}).get("type")
    return _as_written(said) if said or isinstance(said, str) else None


def _as_written(value: Value, depth: int = 0) -> str:
    """A value in one line, of which no more is told than a slip has."""
    if depth > 2:
        return "…"
    if isinstance(value, list):
        return f"[{', '.join(_as_written(item, depth + 1) for item in value[:3])}]"
    if isinstance(value, dict):
        pairs = [f"{key}: {_as_written(inner, depth + 1)}" for key, inner in list(value.items())[:3]]
        return f"{{{', '.join(pair.removesuffix(': ') for pair in pairs)}}}"
    return value or ""


def check_type(document: Document, kind: str | None, words: Mapping[str, str]) -> Iterator[Finding]:
    """Give the finding for a type that is none of ours, unless the file can't be read at all."""
    if kind is not None and kind not in TYPES and not document.findings_stop_reading:
        message = f'"{kind}" isn\'t a type of plan file'
        meant = certain_type(kind, words)
        if meant and is_sites_word(kind, words):
            message = f'"{kind}" is this site\'s word for a {meant}, and the file is left out of the plan'
        hint = f"write `type: {meant}`" if meant else did_you_mean(kind, TYPES)
        yield UNKNOWN_TYPE.finding(message, document.path, Route.to("type"), hint)


def default_id(path: str, language: str = "en") -> str:
    """The id of a file that has none written: its name, for `index.md` its folder's, in the letters that a
    site's language has for it in ASCII.
    """
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    name = posixpath.basename(folder) or stem if stem in {"index", "README"} else stem
    return slug(name, language)


def written_id(document: Document) -> str | None:
    """The id that stands in a file, also where its YAML can't be read; None where it has none."""
    if document.values and isinstance(document.values.get("id"), str):
        return str(document.values["id"])
    found = None if document.values else ID_LINE.search(document.text[:20_000])
    return found[1] if found else None


def fallback(document: Document, language: str) -> dict[str, Any]:
    """Id and title for a file whose own can't be used."""
    name = default_id(document.path, language)
    return {"id": name, "title": document.heading or name.replace("-", " ").capitalize()}


def prepared(
    document: Document, kind: str, site: Site, words: Mapping[str, str], own: OwnFields
) -> tuple[dict[str, Any], list[Finding], set[str]]:
    """The values with defaults filled in and keys that aren't ours taken out, what that met, and the
    fields of which something was refused.
    """
    assert document.values is not None
    known = field_names(TYPES[kind])
    written, findings = strip_odd_signs(document)
    findings += find_cuts_by_hash(document)
    values: dict[str, Any] = {"path": document.path, "body": document.body, "type": kind}
    found = part_own_fields(written, kind, own, words, document.path)
    findings += found.findings
    for key, value in found.values.items():
        if key in known or key == "extra":
            values[key] = value
        elif key not in FOREIGN_KEYS:
            unknown = unknown_key(key, known, document.path, (key,), words)
            findings.append(point_to_own(own, kind, unknown))
    values["type"] = kind
    values["id"] = values.get("id") or default_id(document.path, site.language)
    if values.get("title") is None:
        findings += _missing_title(document, kind, words)
        values["title"] = fallback(document, site.language)["title"]
    return values, findings, found.refused


def misspelt_fields(document: Document, kind: str, words: Mapping[str, str]) -> set[str]:
    """The fields that the author meant by another key."""
    known = field_names(TYPES[kind])
    foreign = (key for key in document.values or () if key not in known and key not in FOREIGN_KEYS)
    return {match for key in foreign if (match := meant_field(key, known, words))}


def _missing_title(document: Document, kind: str, words: Mapping[str, str]) -> Iterator[Finding]:
    """A statement needs no title; other files take the first heading for it."""
    needs_one = kind not in {"mission", "vision", "values"}
    if needs_one and document.heading is None and "title" not in misspelt_fields(document, kind, words):
        hint = "add `title: …`, or begin the text with a `# Heading`"
        message = f"this {kind} has no title"
        yield MISSING_FIELD.finding(message, document.path, Route.to("title"), hint)
