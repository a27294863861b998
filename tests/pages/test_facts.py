"""Every fact of a plan is in the HTML of its own page: nothing waits for a script, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from mkdocs_plans.load import folder_of, load
from mkdocs_plans.model import (
    Action,
    Amount,
    Date,
    Entity,
    Goal,
    LevelPlan,
    PlanFile,
    Status,
    Theme,
    Update,
)
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import find_site
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.html_text import inline
from mkdocs_plans.wording.language import Language
from tests.markup import Html
from tests.pages.sites import REAL, Sites

FORMATS = Formats(Language("en"))

NOT_SHOWN = {
    LevelPlan: {"type", "id", "ignore", "extra", "path", "body", "audience", "status", "review"},
    Theme: {"type", "id", "ignore", "extra", "path", "body", "audience", "icon", "color"},
    PlanFile: {"type", "id", "ignore", "extra", "path", "body", "audience"},
    Goal: {"id", "unit", "keep"},
    Action: {"id"},
    Update: {"health"},
}
"""What is shown by other words, or is no fact of the plan: what kind of file it is, and where it lies."""


@pytest.mark.parametrize("site", REAL)
def test_every_fact_of_a_plan_file_is_on_its_page(site: str, sites: Sites) -> None:
    """Texts as they are written, days and numbers as the site's language writes them."""
    plan = read(REAL[site])
    missing = [
        f"{file.path}: {fact}"
        for file in plan.files
        if not (isinstance(file, LevelPlan) and file.status is Status.DRAFT)
        for said in [said_on(Html(page(sites, site, file)).part("article"))]
        for fact in facts(file, plan)
        if fact not in said
    ]
    assert not missing, "\n".join(missing)


def read(folder: Path) -> Plan:
    """The plan of a site."""
    site = find_site(folder / "mkdocs.yml")
    return load(folder_of(site), site).plan


def page(sites: Sites, site: str, file: PlanFile) -> str:
    """The page of a plan file."""
    return (sites.folder / site / file.path.removesuffix(".md") / "index.html").read_text("utf-8")


def said_on(html: Html) -> str:
    """What a page says, the addresses that it links to included."""
    return " ".join([html.text, *html.links().values()])


def facts(entity: Entity, plan: Plan, unit: str | None = None) -> Iterator[str]:
    """What an entity says, as a reader finds it; the parts of a plan included."""
    hidden = next((names for kind, names in NOT_SHOWN.items() if isinstance(entity, kind)), set())
    for name in type(entity).model_fields:
        if name not in hidden:
            yield from shown(name, getattr(entity, name), plan, getattr(entity, "unit", unit))


def shown(name: str, value: object, plan: Plan, unit: str | None) -> Iterator[str]:
    """A field's value as text."""
    match value:
        case Entity():
            yield from facts(value, plan, unit)
        case Date():
            yield FORMATS.date(value).text
        case Decimal():
            yield FORMATS.number(value, unit)
        case Amount():
            yield FORMATS.money(value.value, value.currency)
        case tuple():
            for item in value:
                yield from shown(name, item, plan, unit)
        case str():
            yield named(name, value, plan)


def named(name: str, value: str, plan: Plan) -> str:
    """A text, or what the reader sees where it is a reference."""
    if name in {"dri", "contributors", "lead"}:
        return plan.people[value].shown_name
    if name in {"strategy", "depends_on"} or (name == "parent" and value in plan.plans):
        return plan.plans[value].title
    if name in {"team", "parent"}:
        return plan.teams[value].title
    if name == "theme":
        return plan.themes[value].title
    return Html(str(inline(value))).text
