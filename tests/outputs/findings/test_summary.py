"""The summary for a planning office: gaps by rule, and by team."""

from pathlib import Path

from click import unstyle

from mkdocs_plans.outputs.findings import summary
from mkdocs_plans.rules import check
from tests.small_site import PEOPLE, read_site, write_site


def summarised(folder: Path, files: dict[str, str]) -> str:
    """The summary of a site of these files."""
    people = PEOPLE + "rep: {role: Rep, team: sales}\n"
    written: dict[str, str | bytes] = {name: f"---\n{{{content}}}\n---\n" for name, content in files.items()}
    loaded, site = read_site(write_site(folder, {"people.yml": people, **written}))
    counted = {"unknown-theme", "unknown-plan", "unknown-field"}
    found = [one for one in check(loaded, site).found if one.finding.rule in counted]
    return unstyle(summary.emit(found, loaded.plan))


def test_gaps_are_counted_by_rule_and_by_team(tmp_path: Path) -> None:
    """The gravest rules first, then the most frequent; the team with most first, no team last."""
    files = {
        "sales.md": 'type: team, title: "Sales [West]"',
        "a.md": "type: strategy, title: A, team: sales, theme: x, budget_line: me",
        "b.md": "type: strategy, title: B, dri: rep, theme: y",
        "c.md": "type: strategy, title: C, depends_on: [z]",
    }
    assert summarised(tmp_path, files) == (
        "rule           severity  findings\n"
        "unknown-theme  error            2\n"
        "unknown-plan   error            1\n"
        "unknown-field  notice           1\n"
        "\n"
        "team          errors  warnings  notices\n"
        "Sales [West]       2         0        1\n"
        "no team            1         0        0\n"
    )


def test_a_plan_with_nothing_to_report_says_so(tmp_path: Path) -> None:
    """There is no empty table."""
    assert summarised(tmp_path, {}) == "Nothing to report.\n"
