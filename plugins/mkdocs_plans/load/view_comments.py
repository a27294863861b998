"""What is wrong with the views that a page places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import VIEW_ARGUMENTS, Thing, ViewArguments, ids_called, make
from mkdocs_plans.plan import Plan
from mkdocs_plans.reading_rules.files import UNEXPANDED_VIEW, UNKNOWN_VIEW
from mkdocs_plans.reading_rules.keys_and_values import MISSPELT_FIELD, UNKNOWN_FIELD
from mkdocs_plans.source import Document, ViewComment
from mkdocs_plans.spelling import did_you_mean, find_near, suggest
from mkdocs_plans.yaml import Positions, read_yaml

NAMED = {
    "theme": "no theme has the id",
    "strategy": "no strategy has the id",
    "team": "no team has the id",
    "dri": "nobody has the handle",
    "handle": "nobody has the handle",
}
"""The arguments that name something of the plan, with what to say where it isn't there."""


def find_wrong_views(document: Document, context: Mapping[str, Any]) -> Iterator[Finding]:
    """Give what is wrong with the views that a page places. `context` is what must be known of the site."""
    for comment in document.view_comments():
        kind = VIEW_ARGUMENTS.get(comment.name)
        if not comment.is_closed:
            yield _not_closed(document, comment)
        elif kind is None:
            yield _unknown(document, comment)
        elif comment.arguments:
            yield from _argument_findings(document, comment, kind, context)
    for like in document.like_view_comments():
        name = find_near(like.name, VIEW_ARGUMENTS, SURE)
        if name is not None:
            message = "this looks like the comment that places a view, but it places none"
            whole = " ".join(filter(None, (f"plans/{name}", like.rest)))
            span = document.span(like.start, like.end)
            yield UNKNOWN_VIEW.finding(message, document.path, span, f"write `<!-- {whole} -->`")


SURE = 85
"""How near (of 100) a name must be to that of a view. Our convention."""


def _unknown(document: Document, comment: ViewComment) -> Finding:
    """A comment that names no view of ours: it may be misspelt, or stand behind a space."""
    start = document.text.index("plans/", comment.start) + len("plans/")
    end = start + max(1, len(comment.name))
    message = f'there is no view "{comment.name}"'
    hint = did_you_mean(comment.name, VIEW_ARGUMENTS) or f"there are {', '.join(VIEW_ARGUMENTS)}"
    if not comment.name:
        message = "this comment names no view"
        said, *rest = comment.arguments.split(maxsplit=1) or [""]
        name = find_near(said.strip("/"), VIEW_ARGUMENTS, SURE) if said else None
        if name is not None:
            start, end = comment.arguments_start, comment.arguments_start + len(said)
            message = "the view's name stands behind a space"
            hint = f"write `<!-- {' '.join((f'plans/{name}', *rest))} -->`"
    return UNKNOWN_VIEW.finding(message, document.path, document.span(start, end), hint)


def _not_closed(document: Document, comment: ViewComment) -> Finding:
    """A comment without an end: browsers show nothing of what follows it."""
    line_end = document.text.find("\n", comment.start)
    span = document.span(comment.start, line_end if line_end >= 0 else len(document.text))
    message = "the comment that places this view is never closed"
    return UNEXPANDED_VIEW.finding(message, document.path, span, "end it with `-->`")


def _argument_findings(
    document: Document, comment: ViewComment, kind: type[ViewArguments], context: Mapping[str, Any]
) -> Iterator[Finding]:
    read = read_yaml(comment.arguments)
    at = comment.arguments_start
    is_no_mapping = not read.values and not comment.arguments.startswith("{")  # a YAML comment is none
    if is_no_mapping or read.values is None or read.problems:
        whole = 0, len(comment.arguments.split("\n", 1)[0])
        start, end = (read.problems[0].start, read.problems[0].end) if read.problems else whole
        span = document.span(at + start, at + end)
        hint = "write them as `{name: value, other: [one, two]}`"
        message = "the view's arguments can't be read"
        yield UNKNOWN_VIEW.finding(message, document.path, span, hint)
        return
    positions = Positions(comment.arguments, document.text, at)
    for found in make(kind, read.values, document.path, context=context).findings:
        finding = found
        route = finding.at if isinstance(finding.at, Route) else Route()
        if finding.rule in {MISSPELT_FIELD.name, UNKNOWN_FIELD.name}:
            name = route.steps[-1]
            message = f'the view "{comment.name}" has no argument "{name}"'
            hint = did_you_mean(str(name), kind.model_fields) or (
                f"it takes {', '.join(kind.model_fields)}" if kind.model_fields else "it takes none"
            )
            finding = replace(finding, message=message, hint=hint, severity=Severity.ERROR)
        yield replace(finding, rule=UNKNOWN_VIEW.name, at=positions.locate(route))


def find_unknown_names(document: Document, plan: Plan) -> Iterator[Finding]:
    """Give what the views that a page places name, and the plan doesn't have."""
    there = _there(plan)
    for comment in document.view_comments():
        for argument, index, name in _named(comment):
            known = there.get(argument, (name,))
            if name not in known and not plan.has_unread(name):
                positions = Positions(comment.arguments, document.text, comment.arguments_start)
                message = f'{NAMED[argument]} "{name}"'
                called = ids_called(name, _things(plan).get(argument, {}))
                hint = f"write {called[0]}" if len(called) == 1 else ""
                hint = hint or suggest(name, known, "name one that is there")
                at = positions.locate(Route((argument, index)))
                yield UNKNOWN_VIEW.finding(message, document.path, at, hint)


def _named(comment: ViewComment) -> Iterator[tuple[str, int, str]]:
    """What a view names: by which argument, and where in it, as one text may stand for a list of one."""
    read = read_yaml(comment.arguments)
    values = {} if read.problems else read.values or {}
    fields = VIEW_ARGUMENTS.get(comment.name, ViewArguments).model_fields
    for argument in (name for name in fields if name in NAMED and name in values):
        value = values[argument]
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(item, str):
                yield argument, index, item


def _there(plan: Plan) -> Mapping[str, Collection[str]]:
    """What each argument may name; nothing for people where the people file couldn't be read."""
    people = ("dri", "handle") if plan.knows_everyone else ()
    return {name: things.keys() for name, things in _things(plan).items() if name in {*_FILES, *people}}


_FILES = ("theme", "strategy", "team")


def _things(plan: Plan) -> Mapping[str, Mapping[str, Thing]]:
    """The things that each argument may name."""
    return {
        **{"theme": plan.themes, "strategy": plan.strategies, "team": plan.teams},
        "handle": plan.people,
        "dri": plan.answering,
    }
