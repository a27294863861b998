"""What changed in the links of a plan: what it serves, what it advances, what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.sentence import Sentence, joined, say
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import LevelPlan, Strategy, Tactic, Team


def plan_links(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    """Give where a strategy or a tactic leads now instead of where it led."""
    if isinstance(before, Strategy) and isinstance(now, Strategy):
        yield from _moved("theme", "theme", (before.theme, now.theme), states)
        yield from _moved("parent", "plan", (before.parent, now.parent), states, say("parent strategy"))
    if isinstance(before, Tactic) and isinstance(now, Tactic):
        yield from _moved("strategy", "plan", (before.strategy, now.strategy), states)
        yield from _advances(before, now, states)
    yield from _depends_on(before, now, states)


def team_links(before: Team, now: Team, states: States) -> Iterator[Change]:
    """Give which larger team a team belongs to now."""
    yield from _moved("parent", "team", (before.parent, now.parent), states, say("part of"))


def _moved(
    field: str,
    group: str,
    names: tuple[str | None, str | None],
    states: States,
    label: Sentence | None = None,
) -> Iterator[Change]:
    before, now = names
    if before != now and states.renamed(group, before) != now:
        titles = [_title(group, states.renamed(group, before), states), _title(group, now, states)]
        line = (label or Sentence(field)) + say(" ") + joined(titles, " → ")
        yield Change(Kind.RELINKED, field, line, before, now)


def _title(group: str, name: str | None, states: States) -> Sentence:
    return say("“{}”", states.title(group, name)) if name else say("none")


def _advances(before: Tactic, now: Tactic, states: States) -> Iterator[Change]:
    """Give which goals a tactic advances now: one that is named alike, or means the same, is the same."""
    written = set(map(str, before.advances))
    was = {states.goal(before, one, is_before=True): str(one) for one in before.advances}
    is_now = {states.goal(now, one, is_before=False): str(one) for one in now.advances}
    kept = {str(one) for one in now.advances} & written
    added = [goal for goal, text in is_now.items() if goal not in was and text not in kept]
    gone = [goal for goal, text in was.items() if goal not in is_now and text not in kept]
    if added or gone:
        titles = [[states.goal_title(*goal) for goal in goals] for goals in (added, gone)]
        line = _more_and_less("advances", "no longer advances", *titles)
        was_text, now_text = (", ".join(map(str, tactic.advances)) or None for tactic in (before, now))
        yield Change(Kind.RELINKED, "advances", line, was_text, now_text)


def _depends_on(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    was = [states.renamed("plan", name) or name for name in before.depends_on]
    added = [states.title("plan", name) for name in now.depends_on if name not in was]
    gone = [states.title("plan", name) for name in was if name not in now.depends_on]
    if added or gone:
        line = _more_and_less("depends on", "no longer depends on", added, gone)
        texts = ", ".join(before.depends_on) or None, ", ".join(now.depends_on) or None
        yield Change(Kind.RELINKED, "depends_on", line, *texts)


def _more_and_less(more: str, less: str, added: list[str], gone: list[str]) -> Sentence:
    said = []
    if added:
        said.append(say(f"now {more} ") + joined(say("“{}”", title) for title in added))
    if gone:
        said.append(say(f"{less} ") + joined(say("“{}”", title) for title in gone))
    return joined(said, "; ")
