"""One line or a few for each part of a plan: a goal, an action, a tactic, a check-in."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from mkdocs_plans.render.cards import ActionLine, GoalCard, Item, TacticRow, UpdateEntry
from mkdocs_plans.render.plan_pages import DueAction
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.terminal.screen import indented, pairs
from mkdocs_plans.render.terminal.words import badge, joined, link, links, own_pairs, plain, state, when
from mkdocs_plans.render.views.person import DatedPart, DatedPlan
from mkdocs_plans.standing import Work


def item(one: Item) -> Text:
    """A strategy or a tactic with how it goes."""
    return joined([link(one.link, with_number=True), state(one.health, one.status)], "  ")


def tactic(page: Presenter, one: TacticRow) -> Text:
    """A tactic, who answers for it and when it ends."""
    return joined([item(one), link(one.dri), when(one.end, page.language)], " · ")


def ending(page: Presenter, one: DatedPlan) -> Text:
    """A plan with its end."""
    end = when(one.end, page.language)
    return joined([item(one), end or Text(page.language.gettext("no date"), "dim")], " · ")


def dated(page: Presenter, one: DatedPart) -> Text:
    """A goal or an action of a person, with its day and its plan."""
    said = [link(one.link, with_number=True), badge(one.state), when(one.due, page.language)]
    return joined([*said, plain(one.when), plain(one.plan.text, "dim")], " · ")


def due_action(page: Presenter, one: DueAction) -> Text:
    """An action of a team with its day, its DRI and its tactic."""
    said = [when(one.due, page.language), link(one.link, with_number=True), link(one.dri)]
    return joined([*said, plain(one.tactic.text, "dim")], " · ")


def goal(page: Presenter, one: GoalCard) -> RenderableType:
    """A goal with its figures below it."""
    facts = [(page.words.dri.one, link(one.dri)), *measures(page, one)]
    advancing = links(each.link for each in one.advanced_by)
    facts.append((page.language.gettext("Advanced by"), joined([advancing, work(one)])))
    facts += own_pairs(one.own)
    return Group(link(one.link, with_number=True), indented(pairs(facts)))


def work(one: GoalCard) -> Text:
    """Who works on a goal, where that isn't an open tactic."""
    badge_ = one.work
    return plain(badge_.text, "dim" if badge_.kind == Work.BELOW else "red") if badge_ else Text()


def measures(page: Presenter, one: GoalCard) -> list[tuple[str, Text]]:
    """The figures of a goal, as its page has them."""
    say = page.language.gettext
    keep = {"at least": say("Keep at least"), "at most": say("Keep at most")}
    standing = [badge(one.state), plain(one.met.text if one.met else "")]
    day = say("Measured %(day)s", day=one.current_day.text) if one.current_day else ""
    expected = say("expected %(share)s", share=one.expected.text) if one.expected else ""
    no_pace = say("not known: %(why)s", why=one.pace_unknown) if one.pace_unknown else ""
    progress = one.progress.text if one.progress else ""
    return [
        (say("Measure"), plain(one.measure)),
        (say("Baseline"), plain(one.baseline)),
        (say("Now"), joined([plain(one.current), plain(day, "dim")])),
        (keep.get(one.keep or "", say("Target")), plain(one.target)),
        (say("Progress"), joined([*standing, plain(progress)])),
        (say("Pace"), joined([plain(one.pace), plain(expected or no_pace, "dim")])),
        (say("Due"), when(one.due, page.language)),
    ]


def action(page: Presenter, one: ActionLine) -> Text:
    """An action with its box, who answers for it, and its days."""
    say = page.language.gettext
    mark = "[x]" if one.done else "[-]" if one.dropped else "[ ]"
    number = f"{one.number} " if one.number else ""
    done = say("Done %(day)s", day=one.done.text) if one.done else ""
    dropped = say("Dropped %(day)s", day=one.dropped.text) if one.dropped else ""
    due = when(one.due, page.language)
    facts = [
        link(one.dri),
        joined([plain(done, "green"), plain(one.late, "dim")]),
        plain(dropped, "dim"),
        Text(say("Due %(day)s", day=due.plain)) if one.due.day else due,
        plain(one.when),
        *(Text.assemble(f"{label}: ", text) for label, text in own_pairs(one.own)),
    ]
    return Text.assemble(f"{mark} ", joined([plain(number + one.do), *facts], " · "))


def update(page: Presenter, one: UpdateEntry) -> RenderableType:
    """A check-in: its day and health, what was measured, its note."""
    readings = joined(Text.assemble(link(name), ": ", value) for name, value in one.readings)
    ahead = page.language.gettext("dated ahead, and not counted yet") if one.is_ahead else ""
    head = [plain(one.date.text, "bold"), plain(ahead, "dim"), badge(one.health)]
    lines = [joined(head, "  "), readings]
    notes = [plain(line) for line in (one.note or "").splitlines()]
    return Group(*(line for line in (*lines, *notes) if line))
