"""`plan.json`: all that is written, so that it reads back as the same plan, and what is computed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from mkdocs_plans.outputs.plan.export import files_of
from mkdocs_plans.outputs.plan.json import number
from tests.full_site import write_full_site
from tests.outputs.plan.exported import ADDRESS, export_of, exported, plan_json
from tests.small_site import CONFIG, STRATEGY, read_site, write_document, write_site

ROOT = Path(__file__).parents[3]
SITES = [ROOT, *(ROOT / "tests/sites" / name for name in ("federal-data-strategy", "south-dakota-mines"))]
LISTS = ("mission", "vision", "values", "themes", "strategies", "tactics", "teams")

OWN_FIELDS = """\
      extra_fields:
        sponsor: {label: Sponsor, type: person, on: strategy}
        budget: {type: table, on: [goal]}
        since: {type: date, on: [goal]}
        progress: {label: What we say, on: [strategy]}
"""

ODD = """
---
type: strategy
title: "= Nothing: *lost*"
sponsor: vp-sales
progress: good, we say
ignore: {missing-dri: The board is.}
start: FY26
end: 2026-Q4
goals:
  - title: Open an office
    baseline: two offices
    target: at least one in each county
    budget: {2026: 1.2 million, 2027: "3"}
    since: 2025-03
  - {title: Small, baseline: 0.1, target: 123456789012.123456789012, targets: {2026-06-30: half of it}}
  - {title: Over, dropped: yes, note: "With\\nlines"}
updates:
  - {date: 2026-10, readings: {small: 0.30}, note: "@all «good» 🙂"}
---

# Not the title

A body with `code`, <b>HTML</b> and a last line
"""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with values that are easily lost."""
    files = {"hire.md": STRATEGY, "odd.md": ODD}
    return write_site(tmp_path_factory.mktemp("odd"), files, config=CONFIG + OWN_FIELDS)


def written_anew(made: Any, config: Path, folder: Path) -> Path:
    """Write a site from a plan's JSON alone, with the settings of another one."""
    shutil.copy(config, folder / "mkdocs.yml")
    docs = folder / (
        yaml.unsafe_load(config.read_text("utf-8").replace("!ENV", "")).get("docs_dir") or "docs"
    )
    for one in (one for name in LISTS for one in made[name]):
        path = docs / one["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_document(one["written"], one["body"]), "utf-8")
    people = {one["handle"]: one["written"] for one in made["people"]}
    (docs / "people.yml").write_text(yaml.safe_dump(people, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


@pytest.mark.parametrize("folder", SITES, ids=lambda folder: folder.name)
def test_it_reads_back_as_the_same_plan(folder: Path, tmp_path: Path) -> None:
    """Whoever has it can write the plan's files anew: fields, bodies, people."""
    assert_reads_back(folder, tmp_path)


def test_the_whole_reads_back_with_drafts_and_odd_values(full: Path, odd: Path, tmp_path: Path) -> None:
    """Words in the place of numbers, own fields, periods, ignored rules, addresses of people."""
    for number_, folder in enumerate((full, odd)):
        (tmp_path / str(number_)).mkdir()
        assert_reads_back(folder, tmp_path / str(number_))


def assert_reads_back(folder: Path, to: Path) -> None:
    """Hold that a site's plan, written and read, is the same."""
    loaded, site = read_site(folder)
    made = plan_json(export_of(loaded, site, is_whole=True))
    again, _ = read_site(written_anew(made, site.config_path, to))
    plan, read = loaded.plan, again.plan
    assert sorted(read.by_path) == sorted(plan.by_path)
    for path, file in plan.by_path.items():
        assert read.by_path[path] == file
        assert read.by_path[path].body.strip() == file.body.strip()
    assert read.people.keys() == plan.people.keys()
    for handle, person in plan.people.items():
        assert read.people[handle].model_dump() == person.model_dump()


def test_it_is_valid_by_the_schema_beside_it(full: Path, odd: Path) -> None:
    """With what a site publishes, with all there is, with nothing, and with own fields."""
    empty = exported(full)
    for export in (exported(full), exported(full, is_whole=True), exported(odd), empty):
        files = files_of("json", export)
        schema = json.loads(files["plan.schema.json"])
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in validator.iter_errors(json.loads(files["plan.json"]))] == []


def test_the_examples_of_the_schema_are_valid(odd: Path) -> None:
    """Each is tried by the part of the schema that it stands in."""
    schema = json.loads(files_of("json", exported(odd))["plan.schema.json"])
    tried = [(example, part) for part in _parts(schema) for example in part.get("examples", ())]
    assert len(tried) > 20
    for example, part in tried:
        Draft202012Validator({**part, "$defs": schema["$defs"]}).validate(example)


def _parts(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        if isinstance(schema.get("examples"), list):
            yield schema
        for one in schema.values():
            yield from _parts(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _parts(one)


def test_what_is_computed_stands_apart(full: Path) -> None:
    """With days as dates, shares in percent, back-links by their ids, and the place on the page."""
    made = plan_json(exported(full))
    assert (made["schema"], made["today"], made["revision"]) == (1, "2026-11-23", "abc")
    (hire,) = (one for one in made["strategies"] if one["id"] == "hire")
    assert hire["url"] == f"{ADDRESS}strategies/hire.md"
    assert hire["written"]["goals"][0]["target"] == 80
    assert hire["written"]["end"] == "2026-12-31"
    facts = hire["computed"]
    assert (facts["health"], facts["health_reported"]) == ("at-risk", "at-risk")
    assert (facts["children"], facts["waiting"]) == (["stay"], ["stay"])
    assert facts["review_due"] == "2026-12-30"
    goal = facts["goals"][0]
    assert (goal["id"], goal["current"], goal["current_date"]) == ("retention", 74, "2026-09-30")
    assert (goal["progress"], goal["dri"], goal["url"]) == (
        66, ["ben"], f"{ADDRESS}strategies/hire.md#goal-retention",
    )  # fmt: skip
    (ask,) = (one for one in made["tactics"] if one["id"] == "ask")
    assert (ask["computed"]["slip_days"], ask["computed"]["theme"]) == (45, "people")
    assert ask["computed"]["actions"][1]["awaited"] == "2026-11-11"


def test_what_a_site_never_shows_is_not_in_it(full: Path, odd: Path) -> None:
    """Drafts, references to them, addresses and last days of people, and why a rule is ignored."""
    made = files_of("json", exported(full))["plan.json"].decode()
    for word in ("Poach", "rival", "headhunter", "ada@example.org", "2027-01-31"):
        assert word not in made
    (ask,) = (one for one in json.loads(made)["tactics"] if one["id"] == "ask")
    assert ask["written"]["depends_on"] == ["train"]
    assert "The board is." not in files_of("json", exported(odd))["plan.json"].decode()


def test_each_thing_has_a_line(full: Path) -> None:
    """So that two of them are easily compared."""
    lines = files_of("json", exported(full))["plan.json"].decode().splitlines()
    assert sum(line.startswith('{"id": "ask"') for line in lines) == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [("62.0", 62), ("4.5", 4.5), ("-0.1", -0.1), ("123456789012345.123", "123456789012345.123")],
)
def test_a_number_is_exact(value: str, written: int | float | str) -> None:
    """As a number where JSON's can be it, else as a text."""
    assert number(Decimal(value)) == written
    assert Decimal(str(number(Decimal(value)))) == Decimal(value)
