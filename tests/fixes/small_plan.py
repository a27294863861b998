"""A small sound plan to make mistakes in, and what `fix` makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.findings import Severity
from mkdocs_plans.fixes.fix_plan import fix_plan
from mkdocs_plans.load import folder_of
from mkdocs_plans.rules import check
from mkdocs_plans.settings import find_site
from tests.small_site import CONFIG, read_site, write_site

PLAN: dict[str, str] = {
    "people.yml": "vp-sales: {role: VP, team: sales}\nrecruiting-lead: {role: Lead}\nceo: {}\n",
    "sales.md": "---\ntype: team\ntitle: Sales\n---\n",
    "people.md": "---\ntype: theme\ntitle: People\n---\n",
    "hire.md": (
        "---\ntype: strategy\ntitle: Hire\ngoals:\n"
        "  - {id: first-year-retention, title: Keep, unit: percent}\n  - {id: q1, title: Begin}\n---\n"
    ),
    "ask.md": "---\ntype: tactic\ntitle: Ask\nstrategy: hire\n---\n",
    "train-recruiters.md": (
        "---\ntype: tactic\ntitle: Train\nstrategy: hire\nactions:\n"
        + "".join(f"  - {{do: Step {number}, contributors: [ceo]}}\n" for number in range(9))
        + "---\n"
    ),
}


def tactic(lines: str) -> str:
    """A tactic with these lines in its front matter."""
    return f"---\ntype: tactic\ntitle: Plan\nstrategy: hire\n{lines}\n---\n\nA text\twith a tab.\n"


def strategy(lines: str) -> str:
    """A strategy with these lines in its front matter."""
    return f"---\ntype: strategy\ntitle: Plan\n{lines}\n---\n\nA text.\n"


def fix_files(folder: Path, files: Mapping[str, str | bytes], config: str = CONFIG) -> dict[str, bytes]:
    """Write a plan with these files changed, fix it, and give the files that this changes."""
    site = find_site(write_site(folder, {**PLAN, **files}, config=config))
    return {change.path: change.after for change in fix_plan(folder_of(site), site).changes}


def fix_file(folder: Path, content: str, path: str = "plan.md", config: str = CONFIG) -> str:
    """Fix a plan in which one file is this; give what becomes of the file."""
    after = fix_files(folder, {path: content.encode()}, config)
    assert after.keys() <= {path}
    return after.get(path, content.encode()).decode()


def told(folder: Path, content: str, path: str = "plan.md") -> list[tuple[str, int, int, str]]:
    """What a check says of a plan in which one file is this: rule, line, column, and message with hint, of
    each error in that file.
    """
    loaded, site = read_site(write_site(folder, {**PLAN, path: content.encode()}))
    return [
        (one.finding.rule, one.span.line, one.span.column, f"{one.finding.message}: {one.finding.hint}")
        for one in check(loaded, site).found
        if one.finding.path == path and one.finding.severity is Severity.ERROR
    ]


def passes(folder: Path, content: str, path: str = "plan.md") -> bool:
    """Whether a check finds no error in a file."""
    return told(folder, content, path) == []
