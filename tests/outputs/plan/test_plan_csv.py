"""The plan as CSV: what spreadsheets and planning offices read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from mkdocs_plans.outputs.plan.csv import guarded
from mkdocs_plans.outputs.plan.export import Export, files_of
from mkdocs_plans.outputs.plan.tables import TABLES
from tests.full_site import write_full_site
from tests.outputs.plan.exported import ADDRESS, exported
from tests.small_site import CONFIG, write_site


def read(export: Export, name: str) -> list[dict[str, str]]:
    """The rows of a table, as Python's reader has them."""
    text = files_of("csv", export)[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The plan that has one of everything."""
    return exported(write_full_site(tmp_path_factory.mktemp("full")))


def test_each_table_has_a_row_for_each_thing(full: Export) -> None:
    """Under keys that lead from one table to another, and nothing of drafts."""
    files = files_of("csv", full)
    assert [*files] == [f"{name}.csv" for name in TABLES]
    assert all(data.startswith(b"\xef\xbb\xbf") for data in files.values())
    assert [row["id"] for row in read(full, "tactics")] == ["train", "ask", "visit"]
    assert {row["plan"] for row in read(full, "goals")} == {"hire"}
    assert [row["handle"] for row in read(full, "people")] == ["ben", "ada", "eve"]
    assert len(read(full, "updates")) == 2


def test_days_are_iso_and_numbers_plain(full: Export) -> None:
    """A list has its items behind semicolons; what isn't known is empty."""
    ask = next(row for row in read(full, "tactics") if row["id"] == "ask")
    assert (ask["start"], ask["end"], ask["slip_days"]) == ("2026-01-15", "2026-12-15", "45")
    assert (ask["actions_done"], ask["actions_total"], ask["progress"]) == ("1", "3", "33")
    assert (ask["advances"], ask["depends_on"], ask["team"]) == ("retention", "train", "recruiting")
    assert ask["url"] == f"{ADDRESS}tactics/ask.md"
    retention, scorecard, answer = read(full, "goals")
    assert (retention["current"], retention["current_date"]) == ("74", "2026-09-30")
    assert (scorecard["met"], scorecard["current"]) == ("2026-06-12", "")
    assert (answer["keep"], answer["held"], answer["progress_unknown"]) == ("at most", "on-track", "to-keep")
    assert read(full, "readings")[1] == {
        "plan": "hire", "goal": "answer", "date": "2026-09-30", "value": "6", "note": "", "file": "",
    }  # fmt: skip
    assert [(row["amount"], row["currency"]) for row in read(full, "resources")] == [
        ("", ""), ("4800", "USD"), ("200", "USD"),
    ]  # fmt: skip


def test_the_organisations_fields_have_columns(tmp_path: Path) -> None:
    """One called as a column of ours is told apart."""
    config = CONFIG + "      extra_fields: {sponsor: {type: person}, progress: {on: [goal], type: date}}\n"
    plan = "---\ntype: strategy\ntitle: A\nsponsor: vp-sales\ngoals: [{title: B, progress: 2026-Q1}]\n---\n"
    export = exported(write_site(tmp_path, {"a.md": plan}, config=config))
    assert read(export, "strategies")[0]["sponsor"] == "vp-sales"
    assert read(export, "goals")[0]["own_progress"] == "2026-03-31"


@pytest.mark.parametrize("sign", [*"=+-@", "\t", "\r", "\n", "＝", "'=", "''+"])
def test_a_text_is_no_formula(sign: str) -> None:
    """It has one apostrophe more, which is seen and does nothing; any other text stays as it is."""
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
    assert guarded(f"a{sign}1") == f"a{sign}1"


def test_hostile_texts_are_read_back_as_they_were(tmp_path: Path) -> None:
    """Quotes, commas, line ends, and what a spreadsheet would calculate."""
    note = '=HYPERLINK("https://evil.example","a, b")'
    plan = f"---\ntype: strategy\ntitle: '-2+3'\ngoals:\n  - title: B\n    note: '{note}'\n---\n"
    export = exported(write_site(tmp_path, {"a.md": plan}))
    assert read(export, "strategies")[0]["title"] == "'-2+3"
    assert read(export, "goals")[0]["note"] == f"'{note}"


def test_an_empty_plan_has_empty_tables(tmp_path: Path) -> None:
    """With their heads, so that what reads them goes on."""
    export = exported(write_site(tmp_path, {"mission.md": "---\ntype: mission\nstatement: A.\n---\n"}))
    assert read(export, "tactics") == []
    assert files_of("csv", export)["goals.csv"].decode("utf-8-sig").startswith("plan,id,number,title,dri,")
