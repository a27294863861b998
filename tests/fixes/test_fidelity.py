"""What is fixed is as it was before the mistake, to the last byte, however the file is written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from mkdocs_plans.fixes.fix_plan import fix_plan
from mkdocs_plans.load import folder_of, load
from mkdocs_plans.settings import Site, find_site
from mkdocs_plans.source import read_document
from tests.fixes.mistakes import BYTES_ONLY, MISTAKES, STYLES, broken
from tests.test_example_mistakes import SLIPS

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
SITES = {
    "example": (ROOT, "plans"),
    "south-dakota-mines": (ROOT / "tests/sites/south-dakota-mines", "docs"),
    "federal-data-strategy": (ROOT / "tests/sites/federal-data-strategy", "docs"),
}


def copy_of(name: str, folder: Path) -> Site:
    """Copy a site's plan and its settings."""
    source, docs = SITES[name]
    shutil.copy(source / "mkdocs.yml", folder)
    shutil.copytree(source / docs, folder / docs)
    return find_site(folder)


def plan_files(site: Site) -> Iterator[tuple[str, str]]:
    """Give each plan file of a site with its text."""
    for path in sorted(load(folder_of(site), site).plan.by_path):
        yield path, (site.docs_dir / path).read_text("utf-8")


def styled(text: str, style: str) -> str:
    """Write a file in another style; as it is where that would change what it says."""
    written = STYLES[style](text)
    same = read_document("a.md", written.encode()).values == read_document("a.md", text.encode()).values
    return written if same else text


def as_bytes(text: str, style: str) -> bytes:
    return (STYLES[style](text) if style in BYTES_ONLY else text).encode()


@pytest.mark.parametrize("name", SITES)
def test_a_sound_file_is_left_alone_however_it_is_written(name: str, tmp_path: Path) -> None:
    """No fixer takes a style for a mistake."""
    site = copy_of(name, tmp_path)
    files = dict(plan_files(site))
    for index, (path, text) in enumerate(files.items()):
        style = list(STYLES)[index % len(STYLES)]
        written = text if style in BYTES_ONLY else styled(text, style)
        (site.docs_dir / path).write_bytes(as_bytes(written, style))
    assert fix_plan(folder_of(site), site).changes == ()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", SITES)
def test_a_fixed_file_is_as_it_was(name: str, style: str, tmp_path: Path) -> None:
    """One mistake in each plan file, another in each: fixed it is what it was before, or it is left
    with its mistake; and most are fixed.
    """
    site, random = copy_of(name, tmp_path), Random(f"{name} {style}")
    sound: dict[str, bytes] = {}
    for path, original in plan_files(site):
        text = original if style in BYTES_ONLY else styled(original, style)
        tried = (broken(text, mistake, random) for mistake in random.sample(list(MISTAKES), len(MISTAKES)))
        if with_mistake := next((each for each in tried if each != text), None):
            sound[path] = as_bytes(text, style)
            (site.docs_dir / path).write_bytes(as_bytes(with_mistake, style))
    after = {change.path: change.after for change in fix_plan(folder_of(site), site).changes}
    assert after == {path: sound[path] for path in after}
    assert len(after) >= 0.6 * len(sound)


QUOTED = {
    "title: Be #1 in every rep's hands": 'title: "Be #1 in every rep\'s hands"',
    "  - Pocket guide: v2\n  - {name: Filming six device demos": '  - "Pocket guide: v2"\n  - {name: Filming',
    "title: Name: the five": 'title: "Name: the five',
    "unit: %": "unit: percent",
    'strategy: "7"': 'strategy: "be-a-place-to-stay"',
}
"""What fixing makes of mistakes that it doesn't take back to the letter: quotes are put in, or stay."""


def test_the_mistakes_of_the_example_are_fixed_or_left(tmp_path: Path) -> None:
    """All at once: what was there before the mistake is there again, or the mistake is."""
    site = copy_of("example", tmp_path)
    for slip in SLIPS:
        slip.make(tmp_path)
    for change in fix_plan(folder_of(site), site).changes:
        (site.docs_dir / change.path).write_bytes(change.after)
    texts = {slip: (site.docs_dir / slip.path).read_text("utf-8") for slip in SLIPS}
    fixed = [slip for slip in SLIPS if QUOTED.get(slip.new, slip.old) in texts[slip]]
    assert all(slip.new in texts[slip] for slip in SLIPS if slip not in fixed)
    assert len(fixed) >= 20
