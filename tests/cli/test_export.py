"""`plans export`, and `--format` of `plans list` and `plans show`: the plan as data."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.browsing import plans
from tests.full_site import write_full_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def ids(text: str, key: str = "id") -> list[str]:
    """The first cells of a CSV."""
    return [row[key] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]


def test_json_is_the_plan_as_the_site_shows_it(site: Path, tmp_path: Path) -> None:
    """On standard output, or in a file whose folder is made; drafts are in it only where one asks."""
    printed = plans(site, "export", "json").stdout
    assert [one["id"] for one in json.loads(printed)["tactics"]] == ["train", "ask", "visit"]
    target = tmp_path / "new" / "plan.json"
    assert plans(site, "export", "json", "-o", str(target)).stdout == ""
    assert target.read_text("utf-8") == printed
    whole = json.loads(plans(site, "export", "json", "--everything").stdout)
    assert [one["id"] for one in whole["tactics"]] == ["train", "ask", "poach", "visit"]
    assert whole["people"][0]["written"]["email"] == "ada@example.org"


def test_csv_is_a_folder_of_tables_or_one_of_them(site: Path, tmp_path: Path) -> None:
    """With the filters of the lists."""
    plans(site, "export", "csv", "-o", str(tmp_path / "tables"), "--team", "recruiting")
    assert len(list((tmp_path / "tables").iterdir())) == 10
    assert ids((tmp_path / "tables" / "tactics.csv").read_text("utf-8")) == ["train", "ask"]
    printed = plans(site, "export", "csv", "--table", "goals", "--strategy", "hire").stdout
    assert ids(printed) == ["retention", "scorecard", "answer"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csv"], "csv has several tables"),
        (["json", "--table", "goals"], "--table is for csv"),
        (["yaml"], "'yaml' is not one of"),
        (["json", "--theme", "nothing"], 'there is no theme "nothing"'),
        (["json", "-o", "{}/mkdocs.yml/plan.json"], "can't be written"),
    ],
)
def test_what_cannot_be_done_is_said(site: Path, arguments: list[str], said: str) -> None:
    """On standard error, with exit status 2."""
    filled = [one.format(site) for one in arguments]
    assert said in plans(site, "export", *filled, exit_code=2).stderr


def test_a_list_is_data_as_well(site: Path) -> None:
    """The same rows as in the terminal, with all columns."""
    assert ids(plans(site, "list", "--format", "csv").stdout) == ["train", "ask", "poach", "visit"]
    goals = json.loads(plans(site, "list", "goals", "--strategy", "hire", "--format", "json").stdout)
    assert [(one["id"], one["current"]) for one in goals] == [
        ("retention", 74), ("scorecard", None), ("answer", 6),
    ]  # fmt: skip
    assert "leave out --format" in plans(site, "list", "--tree", "--format", "json", exit_code=2).stderr


@pytest.mark.parametrize("name", ["hire", "ask", "hire#retention", "people", "recruiting", "ada"])
def test_one_thing_is_data_as_well(site: Path, name: str) -> None:
    """JSON has a list of what has that id, CSV its row."""
    (one,) = json.loads(plans(site, "show", name, "--format", "json").stdout)
    assert one["written"]
    assert len(plans(site, "show", name, "--format", "csv").stdout.splitlines()) == 2
