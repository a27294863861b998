"""A real plan, kept as a table, becomes a whole small site."""

import csv
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from tests.imports.importing import bring_in

ROOT = Path(__file__).parents[1]
SITE = ROOT / "tests/sites/federal-data-strategy"
DOCS = SITE / "docs"
CSV = ROOT.parent / "shared/data/federal-data-strategy-2020.csv"
WRITTEN_BY_HAND = {Path("about.md"), Path("mission.md"), Path("values.md")}

Fields = dict[str, Any]

pytestmark = pytest.mark.skipif(not CSV.exists(), reason=f"the source is not at {CSV}")


def test_the_checked_in_site_is_what_the_import_writes_from_the_csv(tmp_path: Path) -> None:
    """What is published is the CSV's plan, to the byte: no file differs, is missing or is left. A second
    import has nothing to write.
    """
    for path in (Path("mkdocs.yml"), *(Path("docs") / name for name in WRITTEN_BY_HAND)):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(SITE / path, tmp_path / path)
    assert not bring_in(tmp_path, CSV, map_path=SITE / "map.yml").lost
    assert contents(DOCS) == contents(tmp_path / "docs")
    assert not bring_in(tmp_path, CSV, map_path=SITE / "map.yml").changes


def test_no_cell_of_the_csv_is_lost() -> None:
    """Each cell stands whole where a reader of its milestone finds it."""
    said = said_of_milestones()
    lost = [
        (row["milestone"], column)
        for row in rows()
        for column, cell in row.items()
        if cell and as_written(cell) not in said[row["milestone"]]
    ]
    assert not lost


def contents(folder: Path) -> dict[Path, bytes]:
    """Give what is in each file below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder): path.read_bytes() for path in files}


def rows() -> list[dict[str, str]]:
    """Give the rows of the CSV."""
    with CSV.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said_of_milestones() -> dict[str, set[str]]:
    """Give all that the site says of each milestone, by its number."""
    return {
        action["number"]: said_above(tactic) | said_of_action(action, body)
        for tactic, body in map(plan_file, DOCS.glob("tactics/*.md"))
        for action in tactic["actions"]
    }


def said_above(tactic: Fields) -> set[str]:
    """Give a tactic's number and title, and the title of the theme that it stands under."""
    strategy, _ = plan_file(DOCS / "strategies" / f"{tactic['strategy']}.md")
    theme, _ = plan_file(DOCS / "themes" / f"{strategy['theme']}.md")
    return {tactic["number"], tactic["title"], theme["title"]}


def said_of_action(action: Fields, body: str) -> set[str]:
    """Give what an action's fields say, and its row of the table in the body."""
    [row] = [line for line in body.splitlines() if line.startswith(f"| {action['number']} |")]
    return {*map(str, action.values()), *row.strip("| ").split(" | ")}


def plan_file(path: Path) -> tuple[Fields, str]:
    """Give a plan file's front matter and its body."""
    return frontmatter.parse(path.read_text(encoding="utf-8"))


def as_written(cell: str) -> str:
    """Give a day as a plan file writes it, any other text as it is."""
    try:
        return datetime.strptime(cell, "%B %d, %Y").date().isoformat()
    except ValueError:
        return cell
