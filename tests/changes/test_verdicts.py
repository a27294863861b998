"""What each edit of a plan amounts to, and what it is not taken for: as git has it before and after."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from mkdocs_plans.changes import PlanPair, review_of
from mkdocs_plans.load import Known, load
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import find_site
from mkdocs_plans.source import Exclusions, Revision
from tests.changes.verdict_table import (
    BASE,
    CONFIG,
    EDITS,
    HARMLESS,
    RECORD,
    SLIPPERY,
    UNCHANGED,
    UNSURE,
    WORDING,
    Edit,
)
from tests.small_site import CONFIG as SMALL
from tests.small_site import write_site
from tests.source.test_revision import commit, git

ALL: dict[str, tuple[list[Edit], frozenset[str]]] = {
    **{f"{what}": (edits, frozenset({verdict})) for what, verdict, edits in SLIPPERY},
    **{what: (edits, frozenset({RECORD, WORDING})) for what, edits in UNCHANGED},
    **{
        f"{number} {path}: {old!r} for {new!r}": ([(path, old, new)], frozenset({verdict}))
        for number, (path, old, new, verdict) in enumerate(EDITS)
    },
    **{
        f"{number} {path}: {old!r} for {new!r}, harmless": ([(path, old, new)], frozenset({RECORD, WORDING}))
        for number, (path, old, new) in enumerate(HARMLESS)
    },
}
"""All edits by what they are, with the verdicts that they may get."""


def edited(edits: list[Edit]) -> dict[str, str | None]:
    """The files that some edits change, each with its text; None for one that is gone."""
    found: dict[str, str | None] = {}
    for path, old, new in edits:
        before = found.get(path, BASE.get(path)) or ""
        assert isinstance(before, str)
        assert before.count(old) == 1 or not before, (path, old)
        found[path] = before.replace(old, new) or None if before else new
    return found


def stream() -> bytes:
    """A commit for each edit, each on a branch of its own, as `git fast-import` takes them."""
    found = []
    for number, (edits, _) in enumerate(ALL.values()):
        found.append(
            f"commit refs/heads/edit-{number}\ncommitter A <a@example.org> 0 +0000\ndata 1\nx\nfrom main^0\n"
        )
        for path, text in edited(edits).items():
            size = 0 if text is None else len(text.encode())
            change = "D" if text is None else "M 100644 inline"
            found.append(f"{change} plans/{path}\n" + ("" if text is None else f"data {size}\n{text}\n"))
    return "".join(found).encode()


@pytest.fixture(scope="module")
def worst_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Gives the worst that an edit amounts to, read as the command reads it."""
    folder = write_site(tmp_path_factory.mktemp("edits") / "site", BASE, config=SMALL + CONFIG)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=stream(), check=True)
    site, known = find_site(folder), Known()
    names = {what: f"edit-{number}" for number, what in enumerate(ALL)}

    def plan_at(name: str) -> Plan:
        return load(Revision(site.docs_dir, name, Exclusions(site.excluded)), site, known).plan

    before = plan_at("main")

    def worst(what: str) -> str:
        review = review_of(PlanPair(before, plan_at(names[what])))
        found = min(review.changes, key=lambda one: one.rank, default=None)
        if found is None:
            return WORDING
        return UNSURE if found.is_unsure else found.verdict

    return worst


@pytest.mark.parametrize("what", ALL)
def test_each_edit_gets_its_verdict(what: str, worst_of: Callable[[str], str]) -> None:
    """Whatever direction a number has, whatever stands where a number could, and however it is hidden."""
    assert worst_of(what) in ALL[what][1]


def test_the_table_is_as_long_as_it_must_be() -> None:
    """With as many edits that matter, and that don't, as a reader would think of."""
    assert len(EDITS) + len(SLIPPERY) >= 60
    assert len(HARMLESS) + len(UNCHANGED) >= 20
