"""Our phrases in a site whose language has no catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from mkdocs_plans.wording.foreign import marked, with_elements
from tests.full_site import write_full_site
from tests.markup import Html
from tests.render.rendered import href, page, rendering


def shown(folder: Path, language: str, labels: str = "") -> Html:
    """A strategy's page in a site of a language."""
    write_full_site(folder)
    config = (
        (folder / "mkdocs.yml")
        .read_text("utf-8")
        .replace("name: material", f"name: material, language: {language}")
    )
    (folder / "mkdocs.yml").write_text(config + labels, "utf-8")
    return page(folder, "strategies/hire.md")


@pytest.mark.parametrize(("language", "direction"), [("ko", None), ("he", "ltr")])
def test_what_is_english_in_another_language_says_so(
    tmp_path: Path, language: str, direction: str | None
) -> None:
    """Phrases, nouns and states; the plan's own texts stay in the page's language."""
    html = shown(tmp_path, language)
    english = [one for one in html.all("span") if one["lang"] == "en"]
    assert {"Status", "Goals", "Tactics"} <= {one.text for one in english}
    assert {one["dir"] for one in english} == {direction or ""}
    assert not any("Hire salespeople" in one.text for one in english)


def test_a_word_of_the_organisation_is_in_its_language(tmp_path: Path) -> None:
    """It stands beside our English ones."""
    html = shown(tmp_path, "ko", "      labels: {goal: 약속}\n")
    english = {one.text for one in html.all("span") if one["lang"] == "en"}
    assert "Tactics" in english
    assert not any("약속" in text for text in english)
    assert "약속" in html.texts("h2")


@pytest.mark.parametrize("language", ["en", "de", "de-CH"])
def test_a_site_in_a_language_that_we_speak_needs_no_marks(tmp_path: Path, language: str) -> None:
    """All is in the page's language."""
    assert not [one for one in shown(tmp_path, language).elements if one["lang"]]


@pytest.mark.parametrize("phrase", ["reported", "measured", "1 of 1 kept", "late", "Not known"])
def test_what_no_template_writes_says_so_too(tmp_path: Path, phrase: str) -> None:
    """Notes, counts, reasons and states."""
    english = [one.text for one in shown(tmp_path, "ko").all("span") if one["lang"] == "en"]
    assert any(phrase in text for text in english)


def test_a_phrase_runs_in_one_direction_with_what_is_put_into_it(tmp_path: Path) -> None:
    """From left to right: a page from right to left would set its parts in another order."""
    shown(tmp_path, "he", "      labels: {goal: יעד}\n")
    html = Html(rendering(tmp_path)[1].view("coverage", "", href))
    whole = {one.text for one in html.all("bdi") if one["dir"] == "ltr"}
    assert "Teams that advance no יעד" in whole


@pytest.mark.parametrize("language", ["ko", "en"])
def test_only_pages_from_right_to_left_need_directions(tmp_path: Path, language: str) -> None:
    """Elsewhere a phrase runs as the page does."""
    assert not [one for one in shown(tmp_path, language).elements if one["dir"]]


def test_no_mark_is_left_in_attributes_pictures_and_views(tmp_path: Path) -> None:
    """Where no element can stand, the phrase stands alone."""
    shown(tmp_path, "ko")
    for name in ("tactics", "timeline", "map", "coverage", "scoreboard", "on-one-page", "overview"):
        html = rendering(tmp_path)[1].view(name, "", href)
        assert "\ue000" not in html
        assert "\ue001" not in html


def test_what_is_english_in_a_picture_says_so() -> None:
    """In an element that pictures have; its number stays in the page's language."""
    phrase = marked(Markup("at least %(value)s"), {"value": "85 %"})
    html = with_elements(f'<svg aria-label="{phrase}"><text x="2">{phrase}</text></svg>')
    label = '<text x="2"><tspan lang="en">at least </tspan>85 %</text>'
    assert html == f'<svg aria-label="at least 85 %">{label}</svg>'
