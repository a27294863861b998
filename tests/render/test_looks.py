"""A theme's colour and icon: where they are shown, and that everything stays readable whatever the colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.findings import Located
from mkdocs_plans.model.colors import (
    BLACK,
    COLORS,
    LARGE,
    TEXT,
    WHITE,
    contrast,
    fill_and_text,
    readable_on,
)
from mkdocs_plans.render.assets import STYLE_SHEET, assets
from mkdocs_plans.render.looks import DARK
from tests.full_site import PEOPLE_FIRST, write_full_site
from tests.markup import Html
from tests.render.rendered import page, rendering, view
from tests.small_site import CONFIG, found_in, text

COLORED = PEOPLE_FIRST.replace("number:", 'icon: material/school\ncolor: "#1A6B5A"\nnumber:')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a plan of which one theme has a look."""
    return write_full_site(tmp_path_factory.mktemp("site"), people=COLORED)


def colored(shown: Html) -> list[str]:
    """The texts of what has the theme's colour, icons aside."""
    found = [one for one in shown.all() if "plans-color--1a6b5a" in one["class"].split()]
    return [one.text for one in found if one.text]


def test_cards_map_timeline_and_document_have_the_colour(folder: Path) -> None:
    """And what belongs to a theme with no look has none."""
    assert colored(view(folder, "themes"))[0].startswith("1 People first")
    assert colored(view(folder, "strategies"))[1].startswith("1.1 Hire salespeople who stay")
    assert colored(view(folder, "map")) == ["1 People first"]
    assert colored(view(folder, "timeline")) == ["1 People first"]
    assert colored(view(folder, "on-one-page")) == ["1 People first"]
    assert colored(page(folder, "themes/people.md"))
    assert not colored(page(folder, "themes/customers.md"))


def test_tables_have_the_icon_beside_the_strategy(folder: Path) -> None:
    """As a drawing that is no text: nobody has it read to them."""
    for name in ("tactics", "goals"):
        icons = view(folder, name).all("span", class_="plans-icon")
        assert icons
        assert {icon["aria-hidden"] for icon in icons} == {"true"}
    assert "<svg" in rendering(folder)[1].view("tactics", "", lambda path: path)


@given(st.sampled_from([*COLORS.values()]) | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_every_colour_can_be_read(color: str) -> None:
    """What is written on it, and the colour as text on both schemes; where white nearly does, it is white."""
    fill, words = fill_and_text(color)
    assert contrast(fill, words) >= TEXT
    assert words == (WHITE if contrast(color, WHITE) >= LARGE else BLACK)
    assert contrast(readable_on(color, WHITE), WHITE) >= TEXT
    assert contrast(readable_on(color, DARK), DARK) >= TEXT


def test_the_style_sheet_knows_the_colours_that_the_plan_has(folder: Path) -> None:
    """One rule each, for the light scheme and the dark one; no others."""
    themes = rendering(folder)[0].themes.values()
    style = assets(themes=themes)[STYLE_SHEET]
    assert "--plans-own: #1a6b5a; --plans-on-own: #ffffff" in style
    assert style.count(".plans-color--") == 2


def wrong_values(folder: Path) -> list[Located]:
    """What the check says of values."""
    return [one for one in found_in(folder) if one.finding.rule == "invalid-value"]


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("icon: material/scool", 'the theme has no icon "material/scool"', 'did you mean "material/school"?'),
        ("color: tael", '"tael" isn\'t a colour', 'did you mean "teal"?'),
        ("color: xyzzy", '"xyzzy" isn\'t a colour', "#1a6b5a"),
        ("color: [teal]", "this must be a colour", "write a name such as `teal`"),
    ],
)
def test_a_look_that_is_not_there_is_reported(written: str, message: str, hint: str, tmp_path: Path) -> None:
    """With what was meant."""
    people = PEOPLE_FIRST.replace("number:", f"{written}\nnumber:")
    (found,) = wrong_values(write_full_site(tmp_path, people=people))
    assert found.finding.message == message
    assert hint in found.finding.hint


def test_a_theme_without_icons_is_told(tmp_path: Path) -> None:
    """MkDocs' own has none: nothing can be shown."""
    config = text(CONFIG).replace("material", "mkdocs")
    (found,) = wrong_values(write_full_site(tmp_path, config, people=COLORED))
    assert found.finding.message == 'the theme "mkdocs" has no icons to show'


def test_a_colour_behind_a_hash_without_quotes_is_told(tmp_path: Path) -> None:
    """YAML takes it for a comment, and the theme would silently have none."""
    people = PEOPLE_FIRST.replace("number:", "color: #1a6b5a\nnumber:")
    found = [one.finding for one in found_in(write_full_site(tmp_path, people=people))]
    (cut,) = [one for one in found if one.rule == "text-cut-by-hash"]
    assert cut.hint == 'put quotes around it: "#1a6b5a"'
