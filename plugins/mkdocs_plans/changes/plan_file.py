"""What changed in one file of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mkdocs_plans.changes.actions import action_changes
from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import (
    contributors_changed,
    date_changed,
    dri_changed,
    list_changed,
    text_changed,
    word_changed,
)
from mkdocs_plans.changes.goals import goal_changes
from mkdocs_plans.changes.links import plan_links, team_links
from mkdocs_plans.changes.matching import Key, pairs
from mkdocs_plans.changes.own_fields import own_changes
from mkdocs_plans.changes.prose import prose_changes
from mkdocs_plans.changes.resources import resource_changes
from mkdocs_plans.changes.sentence import say
from mkdocs_plans.changes.states import States
from mkdocs_plans.changes.updates import update_changes
from mkdocs_plans.model import LevelPlan, PlanFile, Tactic, Team, Values, ValueStatement


def file_changes(before: PlanFile, now: PlanFile, states: States) -> tuple[Change, ...]:
    """Give what changed in a file, the weightiest first. What couldn't be read in either state isn't
    compared: that it can't be read is a finding.
    """
    unread = states.unread.get(before.id, frozenset()) | states.unread.get(now.id, frozenset())
    found = (change for change in _all(before, now, states) if change.field.partition(".")[0] not in unread)
    return tuple(sorted(found, key=lambda change: change.rank))


def _all(before: PlanFile, now: PlanFile, states: States) -> Iterator[Change]:
    yield from _named(before, now)
    yield from _statement(before, now)
    if isinstance(before, LevelPlan) and isinstance(now, LevelPlan):
        yield from _level_plan(before, now, states)
    if isinstance(before, Tactic) and isinstance(now, Tactic):
        yield from action_changes(before.actions, now.actions, states)
        yield from resource_changes(before.resources, now.resources)
        yield from text_changed(Kind.STATEMENT, "outcome", say("outcome"), before.outcome, now.outcome)
    if isinstance(before, Team) and isinstance(now, Team):
        yield from dri_changed("lead", say("lead"), (before.lead, now.lead), states)
        yield from team_links(before, now, states)
    yield from prose_changes(before, now)
    yield from _details(before, now, states)


def _named(before: PlanFile, now: PlanFile) -> Iterator[Change]:
    """Give a new title, a new id, or both in one line; and a new type."""
    if before.type != now.type:
        line = say("{} → {}", before.type, now.type)
        yield Change(Kind.TYPE, "type", line, before.type, now.type)
    ids = before.id != now.id
    if before.title != now.title:
        line = say("“{}” → “{}”", before.title, now.title)
        line += say(" (id {} → {})", before.id, now.id) if ids else say("")
        yield Change(Kind.RENAMED, "title", say("title ") + line, before.title, now.title)
    elif ids:
        yield Change(Kind.RENAMED, "id", say("id {} → {}", before.id, now.id), before.id, now.id)


def _statement(before: PlanFile, now: PlanFile) -> Iterator[Change]:
    """Give what a mission, a vision or a theme says now, and the values that came and went."""
    texts = [getattr(file, "statement", None) for file in (before, now)]
    yield from text_changed(Kind.STATEMENT, "statement", say("statement"), *texts)
    if isinstance(before, Values) and isinstance(now, Values):
        yield from _values(before, now)


def _values(before: Values, now: Values) -> Iterator[Change]:
    keys: tuple[Key[ValueStatement], ...] = (lambda value: value.name, lambda value: value.statement)
    for pair in pairs(before.values, now.values, keys, lambda value: value.name):
        if pair.before and pair.now:
            label = say("value “{}”:", pair.now.name)
            if pair.before.name != pair.now.name:
                line = say("value “{}” is now “{}”", pair.before.name, pair.now.name)
                yield Change(Kind.STATEMENT, "values.name", line, pair.before.name, pair.now.name)
            texts = pair.before.statement, pair.now.statement
            yield from text_changed(Kind.STATEMENT, "values.statement", label + say(" statement"), *texts)
        elif pair.now:
            line = say("new value “{}”", pair.now.name)
            yield Change(Kind.STATEMENT, "values", line, None, pair.now.name)
        elif pair.before:
            line = say("value “{}” is taken out", pair.before.name)
            yield Change(Kind.STATEMENT, "values", line, pair.before.name, None)


def _level_plan(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    promised = before.originally, now.originally
    teams = states.renamed("team", before.team), now.team
    names = [name and states.title("team", name) for name in teams]
    yield from chain(
        word_changed(Kind.STATUS, "status", say("status"), before.status, now.status),
        date_changed("start", say("start"), (before.start, now.start), edge="first"),
        date_changed("end", say("end"), (before.end, now.end), promised),
        text_changed(Kind.RESCHEDULED, "when", say("when it ends:"), before.when, now.when),
        dri_changed("dri", say("DRI"), (before.dri, now.dri), states),
        contributors_changed(
            "contributors", say("contributors"), before.contributors, now.contributors, states
        ),
        word_changed(Kind.REASSIGNED, "team", say("team"), *names) if teams[0] != teams[1] else (),
        plan_links(before, now, states),
        goal_changes(before, now, states),
        update_changes(before, now, states),
        word_changed(Kind.DETAIL, "review", say("reviewed"), before.review, now.review),
    )


def _details(before: PlanFile, now: PlanFile, states: States) -> Iterator[Change]:
    detail = Kind.DETAIL
    yield from text_changed(detail, "summary", say("summary"), before.summary, now.summary)
    yield from word_changed(detail, "number", say("number"), before.number, now.number)
    yield from word_changed(detail, "audience", say("audience"), before.audience, now.audience)
    yield from own_changes("", say(""), (before.extra, now.extra), states)
    yield from list_changed(detail, "ignore", say("ignored rules:"), list(before.ignore), list(now.ignore))
    for rule in before.ignore.keys() & now.ignore.keys():
        texts = [file.ignore[rule] for file in (before, now)]
        yield from text_changed(detail, f"ignore.{rule}", say("ignores {}, because", rule), *texts)
