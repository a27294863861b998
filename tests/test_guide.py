"""The guide of the example site: what it shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_plans.cli import COMMANDS
from mkdocs_plans.cli.init_next import MENU
from mkdocs_plans.findings import Severity
from mkdocs_plans.outputs.plan.export import files_of
from mkdocs_plans.rules import check
from tests.outputs.plan.exported import exported
from tests.small_site import read_site

ROOT = Path(__file__).parents[1]
GUIDE = sorted((ROOT / "plans/guide").glob("*.md"))

CONFIG = "site_name: Site\ndocs_dir: plans\nplugins: [plans]\ntheme: {name: material, font: false}\n"


def sample(page: str) -> str:
    """The plan file that a page of the guide shows whole."""
    found = re.search(r"```yaml\n(---\n.*?)```", (ROOT / "plans/guide" / page).read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_plan_files_that_it_shows_pass_the_check(tmp_path: Path) -> None:
    """The tactic serves the strategy; both name people of the example."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (plans / "hire-salespeople-who-stay.md").write_text(sample("begin-a-strategy.md"), "utf-8")
    (plans / "ask.md").write_text(sample("begin-a-tactic.md"), "utf-8")
    for name, fields in (
        ("people-and-culture", "type: team"),
        ("recruiting", "type: team"),
        ("people", "type: theme"),
    ):
        (plans / f"{name}.md").write_text(f"---\n{fields}\ntitle: {name}\n---\n")
    (plans / "people.yml").write_text(
        "vp-sales: {}\nrecruiting-lead: {team: recruiting}\npeople-partner: {team: people-and-culture}\n"
    )
    loaded, site = read_site(tmp_path)
    found = [
        one.finding for one in check(loaded, site).found if one.finding.path.endswith(("stay.md", "ask.md"))
    ]
    assert not [one.message for one in found if one.severity.reaches(Severity.WARNING)]


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_the_commands_that_it_names_are_there(page: Path) -> None:
    """In code, as a reader types them."""
    named = re.findall(r"(?:^|`)plans ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= set(COMMANDS)


def test_the_program_that_reads_the_data_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the data of the example's plan, as its site publishes it."""
    page = (ROOT / "plans/guide/data.md").read_text("utf-8")
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert program is not None
    files = files_of("json", exported(ROOT))
    (tmp_path / "plan.json").write_bytes(files["plan.json"])
    exec(program[1].replace('"plan.json"', repr(str(tmp_path / "plan.json"))), {})
    assert "Hire salespeople who stay on-track 80" in capsys.readouterr().out


def test_the_menu_that_it_shows_is_the_one_that_init_tells() -> None:
    """Of the pages that a site has."""
    page = (ROOT / "plans/guide/publish.md").read_text("utf-8")
    assert "\n".join(f"  {line}" for line in MENU) in page


def test_every_page_is_reached_from_its_first() -> None:
    """And its first page names nothing else."""
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (ROOT / "plans/guide/index.md").read_text("utf-8"))
    assert sorted(listed) == [page.name for page in GUIDE if page.stem != "index"]
