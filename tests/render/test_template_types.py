"""What templates are given: each has what its dataclass has, and a dataclass has what some template shows."""

from __future__ import annotations

import ast
import dataclasses
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2 import DictLoader

import mkdocs_plans
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.render import VIEWS
from mkdocs_plans.render.environment import make_environment
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.language import Language
from tests.render.template_types import Follower, given

FOLDER = templates_folder()
RENDERED = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*.html")
    if given(path.read_text("utf-8")) or path.parent.name in {"views", "plans"}
)
"""The templates that are rendered by themselves: the others are taken in by these."""


def kinds_of(name: str) -> tuple[type, ...]:
    """The dataclasses that the first line of a template of ours names."""
    return given((FOLDER / name).read_text("utf-8"))


EVERYWHERE = {"words": Any, "organization": str, "today": Day}
"""What templates and macros have beside their own: `words` has a noun for each name that it is asked for."""


def followed(name: str, *kinds: type, source: str | None = None) -> Follower:
    """Follow a template that is given these dataclasses."""
    environment = make_environment(Language("en"))
    if source is not None:
        environment.loader = DictLoader({name: source})
    follower = Follower(environment, EVERYWHERE)
    fields = {one.name: get_type_hints(kind)[one.name] for kind in kinds for one in dataclasses.fields(kind)}
    follower.follow(name, EVERYWHERE | {"how": str | None} | fields)
    return follower


@cache
def follow(name: str) -> Follower:
    """Follow a template of ours."""
    return followed(name, *kinds_of(name))


@pytest.mark.parametrize("name", RENDERED)
def test_a_template_shows_what_it_is_given(name: str) -> None:
    """Each name and each attribute, through loops, macros and includes, is one of the types in its first
    line.
    """
    assert kinds_of(name), "the first line names no dataclass: {# given: … #}"
    assert not follow(name).problems


@pytest.mark.parametrize("name", list(VIEWS))
def test_a_view_gives_what_its_template_names(name: str) -> None:
    """The dataclass of the first line is the one that the view's `show` says it gives."""
    view = VIEWS[name]
    gives = view.show.__annotations__["return"]
    assert [one.__name__ for one in kinds_of(view.template)] == [gives]


def test_every_field_is_shown_somewhere() -> None:
    """What nothing reads isn't made."""
    tops = {(kind, name) for one in RENDERED for kind in kinds_of(one) for name in follow(one).names}
    read = tops | {found for name in RENDERED for found in follow(name).read}
    in_code = read_in_code()
    unread = {
        f"{kind.__name__}.{one.name}"
        for kind in {kind for kind, _ in read}
        if dataclasses.is_dataclass(kind) and kind.__module__.startswith("mkdocs_plans.render")
        for one in dataclasses.fields(kind)
        if (kind, one.name) not in read and one.name not in in_code
    }
    assert not unread


def read_in_code() -> set[str]:
    """The attributes that code reads of what other code made for a page."""
    folder = Path(mkdocs_plans.__file__).parent / "render"
    within = (path for name in ("views", "changes") for path in (folder / name).glob("*.py"))
    files = [*within, *(folder / f"{name}.py" for name in ("timeline", "presenter"))]
    trees = (ast.parse(path.read_text("utf-8")) for path in files)
    return {one.attr for tree in trees for one in ast.walk(tree) if isinstance(one, ast.Attribute)}


@dataclasses.dataclass(frozen=True)
class Inner:
    """A thing in a list."""

    text: str


@dataclasses.dataclass(frozen=True)
class Outer:
    """What the templates below are given."""

    rows: tuple[Inner, ...]
    pair: tuple[tuple[str, Inner], ...]
    maybe: Inner | None


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{ title }}", "there is no name title"),
        ("{{ maybe.txt }}", "Inner has no txt"),
        ("{% for row in rows %}{{ row.text }}{{ row.txt }}{% endfor %}", "Inner has no txt"),
        ("{% for name, row in pair %}{{ row.txt }}{% endfor %}", "Inner has no txt"),
        ("{% macro m(x) %}{{ x.txt }}{% endmacro %}{{ m(rows[0]) }}", "Inner has no txt"),
        ("{% set x = none if rows else rows[0] %}{{ x.txt }}", "Inner has no txt"),
        ("{% if maybe %}{{ _('%(a)s', a=maybe.txt) }}{% endif %}", "Inner has no txt"),
    ],
)
def test_what_is_not_there_is_found(source: str, problem: str) -> None:
    """By a name, in a loop, through a macro, in an argument."""
    assert followed("t", Outer, source=source).problems == [f"t:1: {problem}"]
