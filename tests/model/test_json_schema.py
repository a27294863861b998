"""The JSON Schema of plan files: it lets through what the reader reads, and tells what it refuses."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_core import PydanticCustomError

from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.model import TYPES, Person, field_names, parse_date
from mkdocs_plans.model.json_schema import people_schema, plan_file_schema, type_schema
from mkdocs_plans.model.shapes import DATE
from mkdocs_plans.model.shown import shown_fields
from mkdocs_plans.settings import find_site
from mkdocs_plans.source import read_document, read_yaml_document
from tests.model.shown_examples import EXAMPLES
from tests.small_site import read_site, write_document, write_site

ROOT = Path(__file__).parents[2]
SITES = [ROOT, *sorted((ROOT / "tests/sites").iterdir())]

SCHEMA, PEOPLE_SCHEMA = plan_file_schema(), people_schema()
ANY_FILE = Draft202012Validator(SCHEMA)
BY_TYPE = {name: Draft202012Validator(type_schema(name)) for name in TYPES}
PEOPLE = Draft202012Validator(PEOPLE_SCHEMA)


def plan_files(site_folder: Path) -> list[tuple[str, str]]:
    """The plan files of a site: path, and text."""
    site = find_site(site_folder)
    documents = [read_document(file.path, file.data) for file in folder_of(site).files()]
    return [
        (document.path, document.text)
        for document in documents
        if (document.values or {}).get("type") in TYPES
    ]


def as_yaml_has_it(text: str) -> Any:
    """Front matter as a YAML reader gives it to an editor: numbers typed, days as texts."""
    return json.loads(json.dumps(with_texts(yaml.safe_load(text.split("---\n")[1]))))


def with_texts(value: Any) -> Any:
    """The same value with days, and the keys of mappings, as texts."""
    if isinstance(value, dict):
        return {str(key): with_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_texts(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def wrong(validator: Draft202012Validator, values: Any) -> list[str]:
    """What a schema has to say of some values."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(values)]


@pytest.mark.parametrize("validator", [ANY_FILE, PEOPLE, *BY_TYPE.values()], ids=["any", "people", *BY_TYPE])
def test_a_schema_is_valid_itself(validator: Draft202012Validator) -> None:
    """By the dialect that it names."""
    schema: Any = validator.schema
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("site", SITES, ids=lambda folder: folder.name)
def test_the_plan_files_of_our_sites_are_as_described(site: Path) -> None:
    """As an editor reads them, and as we do, with every value as text; by their type's schema too."""
    files = plan_files(site)
    assert files
    for path, text in files:
        readings: tuple[Any, ...] = as_yaml_has_it(text), read_document(path, text.encode()).values
        for values in readings:
            assert not wrong(ANY_FILE, values), path
            assert not wrong(BY_TYPE[values["type"]], values), path


@pytest.mark.parametrize("site", SITES, ids=lambda folder: folder.name)
def test_the_people_of_our_sites_are_as_described(site: Path) -> None:
    """A handle may stand alone."""
    file = find_site(site).docs_dir / "people.yml"
    if file.is_file():
        assert not wrong(PEOPLE, with_texts(yaml.safe_load(file.read_text("utf-8"))))
        assert not wrong(PEOPLE, read_yaml_document("people.yml", file.read_bytes()).values)


FULL = """
type: tactic
number: 1.2
title: 2026
summary: No
audience: internal
ignore: {goal-without-measure: Measured by the board from 2027.}
dri: [recruiting-lead]
contributors: people-partner
team: recruiting
status: active
start: 2026
end: 2026-06-30
originally: FY26-Q2
when: once the panel agrees
review: half-yearly
depends_on: train-the-recruiters
strategy: hire
theme: people
advances: [keep, other#goal]
outcome: Every panel scores the same *five* qualities.
resources:
  - Interview guide
  - {name: Scoring tool, cost: 4800 USD, url: "HTTPS://example.org"}
  - {name: Room, cost: "€ 1,200.50", url: rooms/one.md}
  - {name: Trainer, cost: half a post}
  - {name: Building, cost: 2 Mio. €}
actions:
  - {do: Agree, id: agree, due: 2026/27, done: 2026-01-29, measure: By vote, contributors: [a, b]}
  - {do: Publish, when: after the policy is issued, dropped: 2026-H1}
goals:
  - {title: Keep, unit: percent, baseline: -62.5, target: "+80", keep: at least, targets: {2026: 7}}
  - {title: Reach, baseline: "1,5", target: 9.5, targets: {FY27: 7.5, 2028-03-31: "8"}}
  - {title: Met, when: before the move, met: 2026-06-12, contributors:}
updates:
  - {date: 2026-09-30, health: at-risk, readings: {keep: 74}, note: Two regions still lag.}
icon: material/star
"""


def full() -> Any:
    """A tactic with every field, as an editor reads it."""
    shown = {name: EXAMPLES[one.type] for name, one in shown_fields(TYPES["tactic"])}
    return as_yaml_has_it(f"---\n{FULL}---\n") | shown


def read(values: Any, folder: Path) -> Loaded:
    """What our own reader makes of a file with this front matter."""
    return read_site(write_site(folder, {"ask.md": write_document(values)}))[0]


def test_every_way_to_write_a_field_is_let_through(tmp_path: Path) -> None:
    """One for a list, a name for a part, a number for a text, keys of other plugins; our reader takes
    them all.
    """
    assert not wrong(ANY_FILE, full())
    assert read(full(), tmp_path).findings == ()
    assert set(full()) - {"icon"} == set(field_names(TYPES["tactic"])) - {"id"}


@pytest.mark.parametrize("key", ["dri", "goals", "contributors", "updates", "ignore", "number", "start"])
def test_a_key_may_stand_empty(key: str) -> None:
    """As in a file that somebody has begun to fill in."""
    assert not wrong(ANY_FILE, full() | {key: None})


WRONG: list[tuple[str, Any]] = [
    ("type", "tactik"),
    ("type", None),
    ("id", "Hire People"),
    ("title", ["a", "b"]),
    ("title", " "),
    ("dri", ["a", "b"]),
    ("dri", "a and b"),
    ("contributors", {"a": "b"}),
    ("status", "activ"),
    ("review", "daily"),
    ("start", "March"),
    ("end", "2026-13-01"),
    ("end", "2026-Q5"),
    ("end", "30.06.2026"),
    ("ignore", "goal-without-measure"),
    ("resources", "none"),
    ("resources", [{"name": "Tool", "cost": 4800}]),
    ("resources", [{"name": "Tool", "url": "javascript:alert(1)"}]),
    ("resources", [{"cost": "4800 USD"}]),
    ("resources", [{"Interview guide": "v2"}]),
    ("actions", [{"due": "2026-01-31"}]),
    ("actions", ["Agree"]),
    ("actions", [{"do": "Agree", "owner": "a"}]),
    ("goals", [{"title": "G", "target": "about 80"}]),
    ("goals", [{"title": "G", "target": ">80"}]),
    ("goals", [{"title": "G", "target": 99999999999999999999999999}]),
    ("goals", [{"title": "G", "keep": "above"}]),
    ("goals", [{"title": "G", "targets": {"soon": 70}}]),
    ("goals", [{"title": "G", "deadline": "2026"}]),
    ("goals", {"title": "G"}),
    ("updates", [{"health": "at-risk"}]),
    ("updates", [{"date": "2026-09-30", "health": "green"}]),
    ("updates", [{"date": "2026-09-30", "readings": {"keep": "most"}}]),
]


@pytest.mark.parametrize(("key", "value"), WRONG, ids=lambda part: json.dumps(part)[:40])
def test_a_wrong_value_is_told(key: str, value: Any, tmp_path: Path) -> None:
    """Each of them is a finding of the reader's, too."""
    values = full() | {key: value}
    assert wrong(ANY_FILE, values)
    assert key == "type" or read(values, tmp_path).findings


def test_a_file_must_say_its_type_and_what_the_type_requires() -> None:
    """A title or id is the reader's to find: in the first heading, in the file's name."""
    assert not wrong(ANY_FILE, {"type": "strategy"})
    assert wrong(ANY_FILE, {"title": "Hire"})
    assert wrong(ANY_FILE, {"type": "mission"})
    assert wrong(ANY_FILE, {"type": "values", "values": "Candour"})
    assert wrong(BY_TYPE["strategy"], {"type": "tactic"})


@pytest.mark.parametrize(
    "people", [{"vp": "VP Sales"}, {"vp": {"until": "soon"}}, {"vp": {"mail": "a@b.org"}}, ["vp"]]
)
def test_wrong_people_are_told(people: Any) -> None:
    """A handle has fields, and only ours."""
    assert wrong(PEOPLE, people)


def test_every_field_is_described() -> None:
    """In a sentence, for whoever hovers over it in an editor; what isn't front matter isn't there."""
    definitions = {**SCHEMA["$defs"], "Person": PEOPLE_SCHEMA["additionalProperties"]["anyOf"][0]}
    for name, definition in definitions.items():
        assert definition["description"], name
        for key, field in definition["properties"].items():
            assert field.get("description", "").endswith("."), f"{name}.{key}"
    for name, kind in TYPES.items():
        assert list(type_schema(name)["properties"]) == [*field_names(kind)]
    assert set(definitions["Person"]["properties"]) == set(field_names(Person)) - {"handle"}


def test_words_are_listed() -> None:
    """So that an editor can offer them."""
    definitions = SCHEMA["$defs"]
    assert definitions["Tactic"]["properties"]["status"]["enum"][0] == "draft"
    assert {"enum": ["on-track", "at-risk", "off-track"], "type": "string"} in (
        definitions["Update"]["properties"]["health"]["anyOf"]
    )


YEARS = st.from_regex(r"\A(FY)?[0-9]{2,4}(/[0-9]{2})?(-[0-9QH]{2}){0,2}\Z")


@given(st.one_of(YEARS, st.from_regex(DATE["pattern"])))
def test_what_the_reader_takes_for_a_date_has_the_form_of_one(text: str) -> None:
    """The schema refuses none that the reader takes; it can't count the days of a month."""
    try:
        parse_date(text)
    except PydanticCustomError:
        return
    assert Draft202012Validator(DATE).is_valid(text)
