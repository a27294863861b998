"""The views `fields`, `settings` and `views`: the reference, made from what the check goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.model import TYPES, VIEW_ARGUMENTS, Action, Entity, Goal, Person, Resource, Update
from mkdocs_plans.settings import Settings
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import CONFIG, text, write_site

OF_THE_MODEL = {"extra", "path", "body", "handle", "own_status"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has set one thing."""
    return write_site(tmp_path_factory.mktemp("site"), config=text(CONFIG) + "      dri_limit: 9\n")


@pytest.fixture(scope="module")
def fields(site: Path) -> Html:
    """The fields."""
    return view(site, "fields")


def test_no_field_is_missing(fields: Html) -> None:
    """Of any type of file, nor of what stands in one."""
    kinds: tuple[type[Entity], ...] = (*TYPES.values(), Goal, Action, Resource, Update, Person)
    named = {name for kind in kinds for name in kind.model_fields}
    assert {name.removesuffix(" required") for name in fields.texts("dt")} == named - OF_THE_MODEL


def test_a_field_says_what_may_be_written(fields: Html) -> None:
    """Words where there are only some, dates, lists, and whether it has to be there."""
    said = dict(zip(fields.texts("dt"), fields.texts("dd"), strict=True))
    assert said["status"].endswith(
        "draft, proposed, active, paused, done, dropped; active where nothing is said"
    )
    assert said["originally"].endswith("date")
    assert said["contributors"].endswith("list of texts")
    assert "do required" in said
    assert "title required" in said, "of a goal; a file's follows from its heading"
    assert "title" in said


def test_a_list_of_parts_leads_to_what_they_are_made_of(fields: Html) -> None:
    """The goals of a plan to the fields of a goal."""
    ids = {heading["id"] for heading in fields.all("h2")}
    targets = {link["href"].removeprefix("#") for link in fields.all("a")}
    assert targets == {"fields-goal", "fields-update", "fields-resource", "fields-action", "fields-value"}
    assert targets <= ids


def test_each_setting_is_explained(site: Path) -> None:
    """With its default, and what this site has set."""
    shown = view(site, "settings")
    assert shown.texts("dt") == list(Settings.model_fields)
    said = dict(zip(shown.texts("dt"), shown.texts("dd"), strict=True))
    assert all(len(text.split()) > 5 for text in said.values()), said
    assert said["dri_limit"].endswith("7 where nothing is set; here 9")
    assert said["review"].endswith("{strategy: quarterly, tactic: monthly} where nothing is set")
    assert said["people_pages"].endswith("true where nothing is set")


def test_each_view_is_explained(site: Path) -> None:
    """With the filters that it takes."""
    shown = view(site, "views")
    assert shown.texts("dt") == list(VIEW_ARGUMENTS)
    said = dict(zip(shown.texts("dt"), shown.texts("dd"), strict=True))
    assert all(len(text.split()) > 2 for text in said.values()), said
    assert said["coverage"].endswith("theme, strategy, team, dri, status")
    assert said["teams"].endswith("team")
