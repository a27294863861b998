"""Rows as texts: a badge, a date, and a line or a few for each part of a plan."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from mkdocs_plans import figures
from mkdocs_plans.due import Deadline
from mkdocs_plans.model import Action, Goal, LevelPlan, PlanFile, Update
from mkdocs_plans.model.own_people import OwnMention
from mkdocs_plans.outputs.plan.rows import ActionRow, GoalRow, PlanRow
from mkdocs_plans.outputs.screen import indented, joined, ours, pairs, plain
from mkdocs_plans.standing import Work
from mkdocs_plans.wording.formats import Day, Share
from mkdocs_plans.wording.markdown_text import visible
from mkdocs_plans.wording.phrases import Badge, Phrases

_STYLES = {
    "on-track": "green", "at-risk": "yellow", "off-track": "red", "unknown": "dim",
    "met": "green", "missed": "red", "done": "green", "dropped": "dim", "draft": "dim", "proposed": "cyan",
}  # fmt: skip
"""The colour of a badge by its kind; its word says the same without."""


def title(one: PlanFile | Goal | Action | None) -> Text:
    """What a thing is called, after its number where it has one."""
    if one is None:
        return Text()
    text = one.do if isinstance(one, Action) else one.title
    return plain(f"{one.number} {text}" if one.number else text)


def name(one: PlanFile | None) -> Text:
    """What a file is called, without its number."""
    return plain(one.title if one else "")


def shown(one: Day | Share | None) -> Text:
    """A day or a share, where there is one."""
    return plain(one.text if one else "")


def person(said: Phrases, handle: str | None) -> Text:
    """What a person is called."""
    return plain(said.person_name(handle) if handle else "")


def people(said: Phrases, handles: Iterable[str]) -> Text:
    """Several people, or teams that answer, in one line."""
    return joined([person(said, handle) for handle in handles], " · ")


def mentions(found: Iterable[OwnMention]) -> Text:
    """What fields of the organisation's own name a person in."""
    return Text(" · ").join(title(one.part or one.file) for one in found)


def own(said: Phrases, thing: PlanFile | Goal | Action) -> list[tuple[str, Text]]:
    """What one thing has in fields with no other place, the organisation's own among them: each on one line
    behind its label.
    """
    return [(visible(label), plain(text)) for label, text in said.own(thing)]


def badge(one: Badge | None, *, with_note: bool = False) -> Text:
    """A word, in its colour; how it came about behind it."""
    if one is None:
        return Text()
    note = f" ({one.note})" if with_note and one.note else ""
    return Text.assemble((one.text, _STYLES.get(one.kind, "")), (note, "dim"))


def state(said: Phrases, row: PlanRow) -> Text:
    """Health of what is under way, where it isn't known why, with its status unless that is active; else the
    status.
    """
    status = said.status(row.plan)
    if row.health is None:
        return badge(status)
    health = said.health_badge(row.health)
    shown = Text.assemble(badge(health), (f": {health.why}" if health.why else "", "dim"))
    return (
        shown if status.kind == "active" and not status.is_own else joined([shown, badge(status)], said.comma)
    )


def when(said: Phrases, deadline: Deadline, separator: str = "") -> Text:
    """A date, with how long it is overdue and what was promised first."""
    date = said.when(deadline)
    texts = [Text(date.day.text)] if date.day else []
    if date.text:
        texts.append(plain(date.text))
    if date.state:
        texts.append(Text(date.words, style="red"))
    if date.originally and date.slip:
        texts.append(Text(f"{date.slip}: {date.originally.text}", style="dim"))
    elif date.originally:
        first = said.language.gettext("first promised for %(day)s", day=date.originally.text)
        texts.append(Text(first, style="dim"))
    return joined(texts, separator or said.comma)


def item(said: Phrases, row: PlanRow) -> Text:
    """A strategy or a tactic with how it goes."""
    return joined([title(row.plan), state(said, row)], "  ")


def tactic(said: Phrases, row: PlanRow) -> Text:
    """A tactic, who answers for it and when it ends."""
    return joined([item(said, row), people(said, row.plan.dri), when(said, row.end)], " · ")


def ending(said: Phrases, row: PlanRow) -> Text:
    """A plan with its end."""
    end = when(said, row.end) or Text(said.language.gettext("no date"), "dim")
    return joined([item(said, row), end], " · ")


def dated_goal(said: Phrases, row: GoalRow) -> Text:
    """A goal of a person, with its day and its plan."""
    facts = [title(row.goal), badge(said.goal_state(row.plan, row.goal)), when(said, row.due)]
    return joined([*facts, plain(row.plan.title, "dim")], " · ")


def dated_action(said: Phrases, row: ActionRow) -> Text:
    """An action of a person, with its day and its tactic."""
    facts = [title(row.action), when(said, row.due), plain(row.action.when)]
    return joined([*facts, plain(row.tactic.title, "dim")], " · ")


def due_action(said: Phrases, row: ActionRow) -> Text:
    """An action of a team with its day, its DRI and its tactic."""
    facts = [when(said, row.due), title(row.action), people(said, row.dri)]
    return joined([*facts, plain(row.tactic.title, "dim")], " · ")


def goal(said: Phrases, row: GoalRow, *, is_alone: bool = False) -> RenderableType:
    """A goal with its figures below it and, unless it is shown alone, what advances it."""
    facts = [(said.words.dri.one, people(said, row.dri)), *measures(said, row)]
    if not is_alone:
        advancing = Text(" · ").join(map(name, row.advanced_by))
        facts.append((said.language.gettext("Advanced by"), joined([advancing, work(said, row)], said.comma)))
    facts += own(said, row.goal)
    return Group(title(row.goal), indented(pairs(facts)))


def work(said: Phrases, row: GoalRow) -> Text:
    """Who works on a goal, where that isn't an open tactic. Nothing is said of a plan that is closed."""
    text = said.words.work(row.work) if row.plan.status.is_open else ""
    return plain(text, "dim" if row.work is Work.BELOW else "red")


def measures(said: Phrases, row: GoalRow) -> list[tuple[str, Text]]:
    """The figures of a goal, as its page has them."""
    say, goal, reading = said.language.gettext, row.goal, row.reading
    keep = {"at least": say("Keep at least"), "at most": say("Keep at most")}
    day = say("Measured %(day)s", day=said.formats.day(reading.day).text) if reading else ""
    return [
        (say("Measure"), plain(goal.measure)),
        (say("Baseline"), plain(said.value(goal.baseline, goal))),
        (say("Now"), joined([plain(said.value(row.current, goal)), plain(day, "dim")], said.comma)),
        (keep.get(goal.keep or "", say("Target")), plain(said.value(goal.target, goal))),
        (
            say("On the way"),
            joined([plain(f"{day.text}: {aim}") for day, aim in said.steps(goal)], say("; ")),
        ),
        (say("Progress"), _progress(said, row)),
        (say("Pace"), _pace(said, row)),
        (say("Due"), when(said, row.due)),
    ]


def _progress(said: Phrases, row: GoalRow) -> Text:
    goal = row.goal
    share = said.share(row.progress) if goal.is_counted else None
    return joined(
        [badge(said.goal_state(row.plan, goal)), shown(said.settled(goal)), shown(share)], said.comma
    )


def _pace(said: Phrases, row: GoalRow) -> Text:
    say = said.language.gettext
    expected, pace, unknown = said.pace(row.progress, row.expected)
    note = say("not known: %(why)s", why=unknown) if unknown else ""
    if expected:
        note = say("expected %(share)s", share=expected.text)
    return joined([ours(pace), plain(note, "dim")], said.comma)


def action(said: Phrases, row: ActionRow) -> RenderableType:
    """An action with its box, who answers for it, and its days; below it what it has of the organisation's
    own fields.
    """
    line, facts = _action(said, row), own(said, row.action)
    return Group(line, indented(indented(pairs(facts)))) if facts else line


def _action(said: Phrases, row: ActionRow) -> Text:
    say, one = said.language.gettext, row.action
    is_done, is_dropped = figures.is_done(one, said.today), figures.is_dropped(one, said.today)
    done, dropped = said.date(one.done), said.date(one.dropped)
    mark = "[x]" if is_done else "[-]" if is_dropped else "[ ]"
    due = when(said, row.due)
    facts = [
        people(said, row.dri),
        joined(
            [
                plain(say("Done %(day)s", day=done.text) if done else say("Done"), "green"),
                plain(said.late(one), "dim"),
            ],
            said.comma,
        )
        if is_done
        else Text(),
        plain(
            (say("Dropped %(day)s", day=dropped.text) if dropped else say("Dropped")) if is_dropped else "",
            "dim",
        ),
        Text(say("from %(day)s", day=said.formats.date(one.start).text) if one.start else ""),
        Text(say("Due %(day)s", day=due.plain)) if one.due else due,
        plain(one.when),
    ]
    return Text.assemble(f"{mark} ", joined([title(one), *facts], " · "))


def update(said: Phrases, plan: LevelPlan, one: Update) -> RenderableType:
    """A check-in: its day and health, what was measured, its note."""
    is_ahead = one.date.last > said.today
    ahead = said.language.gettext("dated ahead, and not counted yet") if is_ahead else ""
    head = [
        plain(said.formats.date(one.date).text, "bold"),
        plain(ahead, "dim"),
        badge(said.health_kind(one.health) if one.health else None),
    ]
    readings = []
    for goal_id, value in one.readings.items():
        goal = plan.goal(goal_id)
        called = plain(goal.title if goal else goal_id)
        readings.append(Text.assemble(called, ": ", said.value(value, goal) if goal else str(value)))
    lines = [joined(head, "  "), joined(readings, said.comma), *map(plain, (one.note or "").splitlines())]
    return Group(*(line for line in lines if line))
