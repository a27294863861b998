"""Whatever stands in the files: findings, never an exception; and what was read is written as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_plans.load import load
from mkdocs_plans.model import TYPES, make
from mkdocs_plans.rules import check
from tests.damage import SITE, Memory, check_damaged
from tests.load.test_load import SITES
from tests.small_site import TACTIC, read_site, write_document


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_an_entity_written_out_and_read_again_is_the_same(root: Path) -> None:
    """Every plan file of the three sites, whatever fields it has."""
    loaded, site = read_site(root)
    written = {
        file.path: write_document(file.front_matter(), file.body).encode() for file in loaded.plan.files
    }
    again = load(Memory(written), site)
    assert again.findings == ()
    assert again.plan.files == loaded.plan.files
    assert [file.body for file in again.plan.files] == [file.body for file in loaded.plan.files]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=10)


DATE = st.sampled_from(["2026-03-31", "2026-03", "2026-Q2", "2026-H1", "2026", "FY26", "FY26-Q3", "2026/27"])


UNQUOTED = TEXT.filter(lambda text: not set(text) & set("“”„‟«»‘’‚‛‹›"))
"""Quotes of a word processor around a number are read as none, and reported."""

NUMBER = st.decimals(-1000, 1000, allow_nan=False, places=2).map(lambda number: f"{number:f}")


IDENTIFIER = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True)


HANDLE = st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True)


GOAL = st.fixed_dictionaries(
    {"id": IDENTIFIER, "title": TEXT},
    optional={
        "dri": HANDLE,
        "contributors": st.lists(HANDLE, max_size=2),
        "measure": TEXT,
        "unit": TEXT,
        "baseline": NUMBER,
        "target": NUMBER,
        "targets": st.dictionaries(DATE, NUMBER, max_size=2),
        "keep": st.sampled_from(["at least", "at most"]),
        "due": DATE,
        "met": DATE,
    },
)


UPDATE = st.fixed_dictionaries(
    {"date": DATE},
    optional={
        "health": st.sampled_from(["on-track", "at-risk", "off-track"]),
        "readings": st.dictionaries(IDENTIFIER, NUMBER, max_size=2),
        "note": TEXT,
    },
)


LEVEL: dict[str, st.SearchStrategy[Any]] = {
    "number": UNQUOTED,
    "summary": TEXT,
    "dri": HANDLE,
    "team": IDENTIFIER,
    "status": st.sampled_from(["draft", "proposed", "active", "paused", "done", "dropped"]),
    "start": DATE,
    "end": DATE,
    "originally": DATE,
    "goals": st.lists(GOAL, max_size=2),
    "updates": st.lists(UPDATE, max_size=2),
    "depends_on": st.lists(IDENTIFIER, max_size=2),
    "ignore": st.dictionaries(IDENTIFIER, TEXT, max_size=1),
}


TACTIC_ONLY: dict[str, st.SearchStrategy[Any]] = {
    "strategy": IDENTIFIER,
    "advances": st.lists(IDENTIFIER | st.builds("{}#{}".format, IDENTIFIER, IDENTIFIER), max_size=2),
    "outcome": TEXT,
    "resources": st.lists(
        TEXT | st.fixed_dictionaries({"name": TEXT, "cost": st.just("4800 USD")}), max_size=2
    ),
    "actions": st.lists(
        st.fixed_dictionaries({"do": TEXT}, optional={"due": DATE, "when": TEXT, "done": DATE}), max_size=2
    ),
}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_entity_written_out_and_read_again_is_the_same(data: st.DataObject) -> None:
    """Whatever values the fields take."""
    kind = data.draw(st.sampled_from(["strategy", "tactic"]))
    optional = LEVEL | ({"theme": IDENTIFIER, "parent": IDENTIFIER} if kind == "strategy" else TACTIC_ONLY)
    values = data.draw(st.fixed_dictionaries({"title": TEXT}, optional=optional))
    typed = make(TYPES[kind], {"type": kind, "id": "x", **values}, "x.md")
    assert typed.findings == ()
    assert typed.entity is not None
    written = write_document(typed.entity.front_matter())
    again = load(Memory({"x.md": written.encode()}), SITE).plan.files
    assert again == (typed.entity,)


KEYS = st.sampled_from(sorted({name for kind in TYPES.values() for name in kind.model_fields} | {"dir", "x"}))


ANYTHING = st.recursive(
    st.none() | TEXT | DATE | NUMBER | IDENTIFIER,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | TEXT, inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(TYPES)), st.dictionaries(KEYS, ANYTHING, max_size=6), st.booleans())
def test_arbitrary_front_matter_gives_findings_never_an_exception(
    kind: str, values: dict[str, Any], is_people: bool
) -> None:
    """Reading, resolving and checking come to an end, and each finding has a place in its file."""
    content = write_document({**values, "type": kind}).encode()
    people = content if is_people else None
    loaded = load(Memory({"a.md": content, "b.md": TACTIC.lstrip().encode()}, people), SITE)
    for located in check(loaded, SITE).found:
        document = loaded.documents.get(located.finding.path)
        if document is None:
            assert located.finding.rule in {"missing-mission", "missing-vision"}
            continue
        assert located.span.line <= document.text.count("\n") + 1


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_a_damaged_real_file_gives_findings_never_an_exception(seed: int) -> None:
    """Bytes flipped, lines swapped or dropped, indentation broken, values replaced."""
    check_damaged(seed)
