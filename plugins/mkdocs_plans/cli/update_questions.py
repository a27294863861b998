"""What `plans update` asks in a terminal. Enter alone leaves everything as it is."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mkdocs_plans.authoring.typed import read_date, read_end, read_number, text_of
from mkdocs_plans.authoring.update import CheckIn, list_open_parts
from mkdocs_plans.cli.asking import ask, choose, choose_several
from mkdocs_plans.errors import EditError
from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import Action, Goal, Health, LevelPlan, Status, number_text, plain_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.terminal_text import printable


def ask_plan(plan: Plan) -> LevelPlan:
    """Ask which open strategy or tactic to update. EditError where there is none."""
    choices = [
        (one, f"{plain_text(one.title)} ({one.id})") for one in plan.plans.values() if one.status.is_open
    ]
    while choices:
        chosen = choose("Which plan?", choices, otherwise="see them again")
        if chosen is not None:
            return chosen
    raise EditError("there is no open strategy or tactic to update")


def ask_check_in(plan: LevelPlan, date: str, site: Site) -> CheckIn:
    """Ask for all that a check-in may say."""
    click.echo(printable(f"{plain_text(plan.title)} ({plan.id})"))
    words = [(health, health.value.replace("-", " ")) for health in Health]
    told = (update.health for update in plan.updates if update.date.last <= site.today)
    last = next((health for health in told if health), None)
    health = choose("How is it going?", words, default=last, otherwise="leave it as it is")
    measured = [goal for goal in plan.goals if goal.is_measured and not goal.is_settled]
    readings = {goal.id: said for goal in measured if (said := _reading(plan, goal, site.language))}
    parts = list_open_parts(plan)
    done = choose_several("Done by now?", [(one.id, text_of(one)) for one in parts]) if parts else []
    due = _put_off([part for part in parts if part.id not in done], site)
    end = _new_end(plan, site)
    note = ask("What is there to say? (one or two sentences, Enter for nothing)")
    status = None
    if _may_be_over(plan, site, len(parts) - len(done), end):
        states = [(one, one) for one in (*map(str, Status), *own_statuses(site.settings))]
        default = plan.own_status or plan.status.value
        status = choose("Its status?", states, default=default, otherwise="leave it as it is")
    return CheckIn(
        date,
        health=health,
        readings=readings,
        note=note or None,
        done=tuple(done),
        due=due,
        end=end or None,
        status=status if status != (plan.own_status or plan.status) else None,
    )


def _may_be_over(plan: LevelPlan, site: Site, left: int, new_end: str) -> bool:
    """Whether a plan has nothing left to do, or its end is past and isn't put off."""
    is_late = plan.end is not None and plan.end.last < site.today and not new_end
    has_numbers = any(goal.is_measured for goal in plan.goals)
    return is_late or (left == 0 and not has_numbers)


def _reading(plan: LevelPlan, goal: Goal, language: str) -> str:
    read = [update.readings[goal.id] for update in plan.updates if goal.id in update.readings]
    last = f"last {number_text(read[0])}" if read else ""
    if not read and goal.baseline_number is not None:
        last = f"began at {number_text(goal.baseline_number)}"
    to_reach = "" if goal.target_number is None else f"to reach {number_text(goal.target_number)}"
    facts = ", ".join(filter(None, (goal.unit, last, to_reach)))
    question = f"{plain_text(goal.title)}: now? ({facts}; Enter to leave it out)"
    return ask(question, check=lambda text: read_number(text, goal.unit, language))


def _put_off(parts: Sequence[Goal | Action], site: Site) -> dict[str, str]:
    """New dates of what is open and has one."""

    def check(text: str) -> str:
        return read_date(text, site.settings.fiscal_year_start, site.language)

    dated = [(part, f"{text_of(part)} ({part.due})") for part in parts if part.due]
    moved = choose_several("Put off?", dated) if dated else []
    days = {
        one.id: ask(f"{text_of(one)}: until when? (now {one.due}; Enter to keep it)", check=check)
        for one in moved
    }
    return {id_: day for id_, day in days.items() if day}


def _new_end(plan: LevelPlan, site: Site) -> str:
    start = str(plan.start) if plan.start else None

    def check(text: str) -> str:
        return read_end(text, start, site.settings.fiscal_year_start, site.language)

    return ask(f"A new end? (now {plan.end or 'none'}; Enter to keep it)", check=check)
