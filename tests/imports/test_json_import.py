"""A plan as JSON, as a site publishes it, becomes the same plan again."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Severity
from tests.full_site import write_full_site
from tests.imports.importing import bring_in, exported, same_model
from tests.recomputed.sites import make, write
from tests.small_site import CONFIG, STRATEGY, read_site, write_site

ROOT = Path(__file__).parents[2]
SITES = sorted(path.parent for path in (ROOT / "tests/sites").glob("*/mkdocs.yml"))


def empty_copy(source: Path, target: Path) -> Path:
    """A site with the settings of another, and no plan."""
    _, site = read_site(source)
    target.mkdir()
    shutil.copy(source / "mkdocs.yml", target)
    (target / site.docs_dir.relative_to(source)).mkdir()
    return target


@pytest.mark.thorough
@pytest.mark.parametrize("source", [ROOT, *SITES], ids=lambda path: path.name)
def test_a_plan_comes_back_as_it_was(source: Path, tmp_path: Path) -> None:
    """Each file with its front matter, text and path, and all people; a second import writes nothing."""
    loaded, site = read_site(source)
    data = exported(loaded.plan, site, tmp_path / "plan.json")
    target = empty_copy(source, tmp_path / "site")
    assert not bring_in(target, data).lost
    assert same_model(read_site(target)[0], loaded)
    assert not bring_in(target, data).changes


TEXTS = (
    "yes", "1.10", "2026-01-01", "null", "- no list", "# no comment", "a: b", "'one' \"two\"", "=1+1",
    "*star* `code` [x](y)", "Größe: „ÄÖÜ“ & <b>", "العربية 漢字 😀", "two\nlines", "back\\slash",
    "{curly", "@ %", "?", "|", ">", "!tag", "&anchor", "x" * 300, "word " * 60,
)  # fmt: skip
"""Texts that YAML would take for something else, or fold."""

BODIES = (
    "", "## Where we stand\n\nHere.", "---\n\nBelow a rule.", "```yaml\n---\ntitle: x\n---\n```",
    "Two  \nlines.", "<!-- plans/tactics -->", "Far\n\n\n\naway: é 漢字", "    code",
)  # fmt: skip

MADE_UP = [range(20), pytest.param(range(20, 200), marks=pytest.mark.thorough)]


@pytest.mark.parametrize("seeds", MADE_UP, ids=str)
def test_plans_that_are_made_up_come_back(seeds: Iterable[int], tmp_path: Path) -> None:
    """Two hundred of them, with texts in all places that are hard to write as YAML."""
    for seed in seeds:
        source, target = tmp_path / f"{seed}", tmp_path / f"{seed}-again"
        write(make(seed), source)
        write_hard_texts(source, random.Random(seed))
        loaded, site = read_site(source)
        assert not [one for one in loaded.findings if one.severity is Severity.ERROR]
        found = bring_in(empty_copy(source, target), exported(loaded.plan, site, tmp_path / "plan.json"))
        assert not found.lost, seed
        assert same_model(read_site(target)[0], loaded), seed


def write_hard_texts(folder: Path, dice: random.Random) -> None:
    """Have all titles and notes of a site made up say something hard, and give each file a text."""

    def text(match: re.Match[str]) -> str:
        return f"{match[1]}: {quoted()}"

    def quoted() -> str:
        return json.dumps(dice.choice(TEXTS), ensure_ascii=False)

    for path in sorted(folder.glob("plans/*.md")):
        front = re.sub(r"\b(title|do|name): [A-Z]\w+ [\d.]+", text, path.read_text("utf-8"))
        front = re.sub(r"\breadings: ", lambda _: f"note: {quoted()}, readings: ", front)
        front = re.sub(r"\bid: ([ga]\d)", lambda match: f"{match[0]}, note: {quoted()}", front)
        path.write_text(f"{front}\n{dice.choice(BODIES)}\n", "utf-8")


def test_a_plan_that_has_one_of_everything_comes_back(tmp_path: Path) -> None:
    """Drafts, own fields, people's addresses and readings of tables too, where all was exported."""
    source = write_full_site(tmp_path / "full")
    rows = "hire,retention,2026-02-01,1.234,'=A1\nhire,gone,2026-02-02,5,\nhire,retention,2026-01-02,-3,a;b\n"
    (source / "plans/readings.csv").write_text(f"plan,goal,date,value,note\n{rows}", "utf-8")
    loaded, site = read_site(source)
    data = exported(loaded.plan, site, tmp_path / "plan.json")
    target = empty_copy(source, tmp_path / "site")
    assert bring_in(target, data).readings == 3
    assert same_model(read_site(target)[0], loaded)
    assert not bring_in(target, data).changes


def test_readings_come_into_the_table_that_is_there(tmp_path: Path) -> None:
    """In the row of its goal and day, else behind the others, in its columns; what is no reading is told."""
    config = CONFIG.replace("material,", "material, language: de,")
    table = "value;date;goal;plan\n68,5;30.06.2026;first-year-retention;hire"
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, "readings.csv": table}, config=config)
    row = {"plan": "hire", "goal": "first-year-retention", "file": "../x.csv", "note": None}
    rows = [
        {**row, "date": "2026-06-30", "value": 70}, {**row, "date": "2026-07-31", "value": 1.234},
        {**row, "date": "soon", "value": 1}, {**row, "date": "2026-08-31", "value": "many"},
        {**row, "date": "2026-09-30", "value": 1, "plan": "../x"},
    ]  # fmt: skip
    (tmp_path / "plan.json").write_text(plan(readings=rows), "utf-8")
    found = bring_in(folder, tmp_path / "plan.json")
    assert [one.place for one in found.lost if one.place != "settings"] == [
        "readings 3", "readings 4", "readings 5",
    ]  # fmt: skip
    read = read_site(folder)[0].plan.strategies["hire"].measured
    assert [(str(one.day), str(one.value)) for one in read] == [
        ("2026-06-30", "70"),
        ("2026-07-31", "1.2340"),
    ]


def test_check_ins_of_one_day_stay_apart(tmp_path: Path) -> None:
    """One that comes in between them is added, and each that is there is known by what it says."""
    updates = [{"date": "2026-06-30", "note": one} for one in ("Evening", "Morning")]
    tactic = {"id": "ask", "written": {"title": "Ask", "updates": updates}, "body": ""}
    (tmp_path / "plan.json").write_text(plan(tactics=[tactic]), "utf-8")
    folder = write_site(tmp_path, config=CONFIG)
    bring_in(folder, tmp_path / "plan.json")
    assert not bring_in(folder, tmp_path / "plan.json").changes
    updates.insert(1, {"date": "2026-06-30", "note": "Noon"})
    (tmp_path / "plan.json").write_text(plan(tactics=[tactic]), "utf-8")
    bring_in(folder, tmp_path / "plan.json")
    read = read_site(folder)[0].plan.tactics["ask"].updates
    assert sorted(one.note or "" for one in read) == ["Evening", "Morning", "Noon"]


def plan(**lists: object) -> str:
    return json.dumps({"schema": 1, "strategies": [], **lists})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "isn't JSON"),
        ("[" * 100_000, "isn't JSON"),
        ('{"a": 1}', "holds no plan"),
        ('{"schema": 9, "tactics": []}', "has the schema 9"),
    ],
)
def test_what_is_no_plan_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """In one line that says what it should be."""
    (tmp_path / "plan.json").write_text(text, "utf-8")
    with pytest.raises(EditError, match=said):
        bring_in(write_site(tmp_path), tmp_path / "plan.json")


def test_what_a_file_cannot_say_is_kept_in_its_text(tmp_path: Path) -> None:
    """Wrong dates, fields that the site doesn't have, wrong lists: each is told, and stands in the text. A
    path that leads out of the plan isn't taken.
    """
    folder = write_site(tmp_path, config=CONFIG)
    written = {
        "title": "Ask", "end": "soon-ish 2026", "sponsor": "Ada [x](javascript:1)", "dri": ["vp-sales"],
        "actions": [{"do": "Go", "due": "2026-02-30"}, {"due": "2026-01-01"}],
    }  # fmt: skip
    tactics = [{"id": "ask", "file": "../../ask.md", "written": written, "body": "Text."}, {"id": "../x"}, 7]
    (tmp_path / "plan.json").write_text(plan(tactics=tactics, people=None), "utf-8")
    found = bring_in(folder, tmp_path / "plan.json")
    names = {one.name for one in found.lost}
    assert names == {"tactics", "id", "end", "actions.1.due", "actions.2", "sponsor"}
    text = (folder / "plans/tactics/ask.md").read_text("utf-8")
    for part in ("Text.", "soon-ish 2026", "2026-02-30", r"Ada \[x](javascript:1)"):
        assert part in text
    assert not [one for one in read_site(folder)[0].findings if one.path == "tactics/ask.md"]
