"""`plans show`: all the facts of one thing, as on its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.cli.completion import ALL, complete_ids
from mkdocs_plans.cli.data import format_option, rows_written
from mkdocs_plans.cli.reading import read_plan, refuse_unknown, refuse_unread, say_both, say_moved
from mkdocs_plans.cli.site import config_option, on_one_day, shown_path, site_of
from mkdocs_plans.errors import PlansError
from mkdocs_plans.load import Loaded, day_of_state, state_named
from mkdocs_plans.model import (
    Mission,
    Person,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    Vision,
    composed,
    id_of,
    ids_called,
)
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.outputs.plan.export import Export
from mkdocs_plans.outputs.plan.facts import Facts, Named
from mkdocs_plans.outputs.plan.json import encoded, thing
from mkdocs_plans.outputs.plan.tables import table_of
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Exclusions, Revision
from mkdocs_plans.wording.phrases import Phrases


@click.command(short_help="Show everything about one plan, theme, team, goal or person.")
@config_option
@click.argument("name", metavar="ID", type=composed, shell_complete=complete_ids(*ALL))
@format_option
@click.option("--at", metavar="DAY", help="As it was at the end of this day or period, or in a git revision.")
def show(*, config_file: Path | None, name: str, format_: str, at: str | None) -> None:
    """Show everything about one strategy, tactic, theme, team, goal or person, with the figures of its page.

    ID is the id of a plan, a theme or a team, the handle of a person, or PLAN#GOAL for a goal. `plans list`
    shows them. If several things have that id, each is shown. A title, a number or a file name also
    works, and so does a person's name, role or address, as long as only one thing matches. The mission, the
    vision and the values are shown by these words.

    With --at, you see what the default branch had at the end of that day, judged by that day, with the
    settings of now.

    \b
    Examples:
      plans show hire-salespeople-who-stay
      plans show hire-salespeople-who-stay#first-year-retention
      plans show recruiting
      plans show vp-sales
      plans show B2.1
      plans show recruiting --format json
      plans show adopt-a-crm --at 2026-06-30
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    if at is None:
        loaded = read_plan(site)
    else:
        site, loaded = _as_it_was(site, at)
    plan = loaded.plan
    found = _named(plan, name)
    if not found:
        refuse_unread(loaded, site, name.partition("#")[0])
        refuse_unknown(name, _names(plan), "plan, goal, theme, team or person", "see `plans list`")
    if len(found) > 1 and not _is_id(name, found):
        raise PlansError(f'several are called "{name}": name one, as {" or ".join(map(_id, found))}')
    if format_ != "text":
        made = Export(Phrases.of(plan, site), site.address_of, is_whole=True)
        click.echo(_written(made, found, format_), nl=False)
        return
    facts, screen = Facts(Phrases.of(plan, site)), Screen()
    for number, one in enumerate(found):
        path = one.plan.path if isinstance(one, GoalOf) else one.path
        shown = screen.written(facts.of(one, shown_path(path, site)))
        click.echo(("\n" if number else "") + shown, nl=False)


def _as_it_was(site: Site, at: str) -> tuple[Site, Loaded]:
    """The site as on a day, with its plan as it was then. ToolError where git hasn't that."""
    say_both(site, at)
    state = state_named(site, at)
    day = day_of_state(site, state)
    then = replace(site, settings=site.settings.model_copy(update={"today": day}))
    source = Revision(site.docs_dir, state.revision, Exclusions(site.excluded), follows=True)
    say_moved(source)
    return on_one_day(then), read_plan(then, source=source)


def _written(export: Export, found: Sequence[Named], format_: str) -> str:
    """What was found as JSON, a list of things, or as CSV. UsageError where it has no one table."""
    if format_ == "json":
        return encoded([thing(export, one) for one in found]).decode()
    rows, tabled = export.rows, [one for one in found if not isinstance(one, Mission | Vision | Values)]
    if len(tabled) < len(found):
        raise click.UsageError("no table has the mission, the vision or the values: take --format json")
    filled = [(_TABLE_OF[type(one)], rows.of(one)) for one in tabled]
    if len({name for name, _ in filled}) > 1:
        raise click.UsageError(
            "these are things of several kinds, which no one table has: take --format json"
        )
    return rows_written(table_of(filled[0][0], export, [row for _, row in filled]), format_)


_TABLE_OF: Mapping[type[Named], str] = {
    Strategy: "strategies", Tactic: "tactics", GoalOf: "goals",
    Theme: "themes", Team: "teams", Person: "people",
}  # fmt: skip


def _id(one: Named) -> str:
    return f"{one.plan.id}#{one.goal.id}" if isinstance(one, GoalOf) else id_of(one)


def _is_id(name: str, found: Sequence[Named]) -> bool:
    """Whether a name is an id, which a plan, a theme, a team and a goal may have alike."""
    return all(name == getattr(one, "type", "") for one in found) or any(
        name in {_id(one), _id(one).rpartition("#")[2]} for one in found
    )


def _named(plan: Plan, name: str) -> list[Named]:
    """All that a name may mean: an id, `plan#goal`, a handle; where nothing has it, the goals of that id."""
    before, _, goal_id = name.rpartition("#")
    holders = ids_called(before, plan.plans) if before else []
    holder = plan.plans[holders[0]] if len(holders) == 1 else None
    if holder is not None:
        goals = ids_called(goal_id, holder.goals)
        return [GoalOf(holder, goal) for goal in holder.goals if goal.id in goals]
    had = (plan.plans.get(name), plan.themes.get(name), plan.teams.get(name), plan.people.get(name))
    found: list[Named] = [one for one in had if one is not None]
    found += (one for one in _statements(plan) if name in {one.id, one.type})
    return found or [one for one in _goals(plan) if one.goal.id == name] or _called(plan, name)


def _called(plan: Plan, name: str) -> list[Named]:
    """All that have a name as their title, number or file; a person by name, role or address."""
    found: list[Named] = [plan.plans[id_] for id_ in ids_called(name, plan.plans)]
    found += (plan.themes[id_] for id_ in ids_called(name, plan.themes))
    found += (plan.teams[id_] for id_ in ids_called(name, plan.teams))
    found += (plan.people[handle] for handle in ids_called(name, plan.people))
    found += (one for one in _statements(plan) if ids_called(name, [one]))
    return found or [one for one in _goals(plan) if ids_called(name, [one.goal])]


def _names(plan: Plan) -> list[str]:
    """All that can be named."""
    goals = (f"{one.plan.id}#{one.goal.id}" for one in _goals(plan))
    return [*plan.plans, *goals, *plan.themes, *plan.teams, *plan.people]


def _statements(plan: Plan) -> tuple[Mission | Vision | Values, ...]:
    return *plan.missions, *plan.visions, *plan.values


def _goals(plan: Plan) -> Iterator[GoalOf]:
    return (GoalOf(one, goal) for one in plan.plans.values() for goal in one.goals)
