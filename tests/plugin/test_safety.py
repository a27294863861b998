"""Plan text is untrusted: whatever stands in a field stays text wherever it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

import pytest

from tests.built_site import Published, build
from tests.markup import Html
from tests.small_site import CONFIG, text, write_site

HOSTILE = """"'><script>alert(1)</script><img src=x onerror=alert(1)> & Co"""
FAIR = "\"'Fair words & Co"
HOSTILE_NOTE = (
    "[x](javascript:alert(1)) <javascript:alert(1)> <svg onload=alert(1)> "
    "[y](data:text/html,x) </p></div><script>alert(1)</script>"
)

FILES = {
    "people.yml": "ada: {name: $text, role: $text, team: sales}\n",
    "mission.md": "---\ntype: mission\ntitle: $text\nstatement: $note\n---\n",
    "values.md": "---\ntype: values\ntitle: $text\nvalues: [{name: $text, statement: $note}]\n---\n",
    "people.md": "---\ntype: theme\ntitle: $text\nsummary: $text\nstatement: $note\n---\n",
    "sales.md": "---\ntype: team\ntitle: $text\nsummary: $text\nlead: ada\n---\n",
    "heading.md": "---\ntype: theme\nsummary: $text\n---\n\n# A <b>bold</b> heading\n",
    "hire.md": """
        ---
        type: strategy
        number: $text
        title: $text
        summary: $text
        description: $text
        author: $text
        subtitle: $text
        status: active
        theme: people
        dri: ada
        contributors: [ada]
        budget: $text
        goals:
          - {id: grow, title: $text, number: $text, measure: $text, unit: $text, baseline: 1, target: 5}
        updates:
          - {date: 2026-11-01, health: at-risk, readings: {grow: 3}, note: $note}
        ---

        Text.
        """,
    "ask.md": """
        ---
        type: tactic
        number: $text
        title: $text
        summary: $text
        strategy: hire
        advances: [grow]
        description: $text
        tags: [$text]
        revision_date: $text
        git_revision_date_localized: $text
        git_creation_date_localized: $text
        location: $text
        budget: {$text: [$text]}
        dri: ada
        outcome: $note
        resources: [{name: $text, cost: 5 EUR, url: $url}]
        actions:
          - {do: $text, id: do, number: $text, measure: $text, when: $text, contributors: [ada]}
        ---
        """,
}

FEATURES = "[navigation.tabs, navigation.indexes, navigation.path, navigation.footer, toc.integrate]"

CONFIGURATION = (
    text(CONFIG).replace("font: false", f"font: false, features: {FEATURES}")
    + "      extra_fields: {budget: Budget}\n      rules: {unknown-field: off}\n  - tags\n"
    + "markdown_extensions: [{toc: {permalink: true}}]\n"
)


def site_of(folder: Path, words: str, note: str, url: str) -> Published:
    """Build a site in which every field that takes a text holds these words."""
    values = {name: json.dumps(value) for name, value in (("text", words), ("note", note), ("url", url))}
    files = {path: Template(content).substitute(values) for path, content in FILES.items()}
    return build(write_site(folder, files, config=CONFIGURATION))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build the site of whoever means harm."""
    url = 'https://e.org/"onmouseover=alert(1)'
    return site_of(tmp_path_factory.mktemp("hostile"), HOSTILE, HOSTILE_NOTE, url)


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build the same site, with harmless words."""
    return site_of(tmp_path_factory.mktemp("fair"), FAIR, FAIR, "https://e.org/")


def test_hostile_words_add_no_element_and_no_attribute(hostile: Published, fair: Published) -> None:
    """Every page, from head to foot, has the elements that it has with harmless words."""
    assert hostile.pages == fair.pages
    for path in (*hostile.pages, "404.html"):
        assert (path, Html(hostile.files[path]).shape()) == (path, Html(fair.files[path]).shape())


def test_hostile_words_are_shown_as_they_are_written(hostile: Published) -> None:
    """Nothing is lost, and nothing is escaped twice: in titles, menu, content and description."""
    page = Html(hostile.files["hire/index.html"])
    shown = " ".join(HOSTILE.split())
    assert page.texts("title")[0].startswith(shown)
    assert page.one("meta", name="description")["content"] == shown
    assert shown in page.all("h1")[-1].text
    assert shown in page.texts("a")
    summarised = Html(hostile.files["sales/index.html"])
    assert summarised.one("meta", name="description")["content"] == shown
    listed = Html(hostile.files["ask/index.html"])
    assert "<img src=x onerror=alert(1)>" in listed.one("meta", name="description")["content"]
    heading = Html(hostile.files["heading/index.html"])
    assert heading.texts("title")[0].startswith("A <b>bold</b> heading")


def test_no_link_leads_to_a_script(hostile: Published) -> None:
    """Neither by a field for links nor by Markdown."""
    for path in hostile.pages:
        for element in Html(hostile.files[path]).elements:
            for name in ("href", "src", "action", "formaction"):
                assert element[name].partition(":")[0].lower() not in {"javascript", "data", "vbscript"}


def test_the_search_index_holds_text(hostile: Published, fair: Published) -> None:
    """What a search shows is as harmless as the pages."""
    shapes = [
        [(e["location"], Html(e["title"]).shape(), Html(e["text"]).shape()) for e in entries_of(site)]
        for site in (hostile, fair)
    ]
    assert shapes[0] == shapes[1]


def entries_of(site: Published) -> list[dict[str, str]]:
    """What the site's search finds."""
    entries: list[dict[str, str]] = json.loads(site.files["search/search_index.json"])["docs"]
    return entries


def test_no_page_asks_another_host(hostile: Published) -> None:
    """No image, script, style or font: a link is followed by whoever wants to."""
    for path in hostile.pages:
        for element in Html(hostile.files[path]).elements:
            asked = element["src"] or (element["href"] if element.tag == "link" else "")
            assert "//" not in asked
