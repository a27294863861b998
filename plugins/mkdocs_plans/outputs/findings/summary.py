"""A plan's gaps in numbers, for a planning office: by rule, and by team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.model import LevelPlan, Team, plain_text
from mkdocs_plans.plan import Plan

NO_TEAM = "no team"
Row = Sequence[str]


def emit(found: Sequence[Located], plan: Plan) -> str:
    """Write two tables: how many findings each rule has, and how many each team has by severity."""
    if not found:
        return "Nothing to report.\n"
    return f"{_by_rule(found)}\n{_by_team(found, plan)}"


def _by_rule(found: Sequence[Located]) -> str:
    numbers = Counter((one.finding.severity.rank, one.finding.rule) for one in found)
    ordered = sorted(numbers.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    severities = tuple(Severity)
    rows = [(rule, str(severities[rank]), str(number)) for (rank, rule), number in ordered]
    return _table(("rule", "severity", "findings"), rows)


def _by_team(found: Sequence[Located], plan: Plan) -> str:
    """Teams with the most findings first; what belongs to no team last."""
    numbers = Counter((_team(one.finding.path, plan), one.finding.severity) for one in found)
    totals = Counter(_team(one.finding.path, plan) for one in found)
    teams = sorted(totals, key=lambda team: (team == NO_TEAM, -totals[team], team))
    rows = [(team, *(str(numbers[team, severity]) for severity in Severity)) for team in teams]
    return _table(("team", *(f"{severity}s" for severity in Severity)), rows)


def _team(path: str, plan: Plan) -> str:
    file = plan.by_path.get(path)
    team = plan.team_of(file) if isinstance(file, LevelPlan) else file
    return plain_text(team.title) if isinstance(team, Team) else NO_TEAM


def _table(head: Row, rows: Iterable[Row]) -> str:
    """Lay out a table: names to the left, numbers to the right."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, and wanted for a summary alone
    from rich.markup import escape  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(box=None, pad_edge=False, header_style="bold")
    listed = list(rows)
    for column, name in enumerate(head):
        is_number = all(row[column].isdigit() for row in listed)
        table.add_column(name, justify="right" if is_number else "left", no_wrap=True)
    for row in listed:
        table.add_row(*(escape(cell) for cell in row))
    console = Console(width=200, force_terminal=True, highlight=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"
