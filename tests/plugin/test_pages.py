"""The pages of a built site: which there are, what is in them, and what isn't anywhere."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import pytest

from mkdocs_plans.model.json_schema import plan_file_schema
from tests.built_site import Published, arranged, build
from tests.full_site import FILES, write_full_site
from tests.markup import Html
from tests.small_site import CONFIG, STRATEGY, TACTIC, read_site, text, write_site


def search_entries(site: Published) -> dict[str, str]:
    """What the site's search finds: title and text by address."""
    entries = json.loads(site.files["search/search_index.json"])["docs"]
    return {entry["location"]: f"{entry['title']} {entry['text']}" for entry in entries}


def test_the_site_has_the_generated_pages_and_the_authors(published: Published) -> None:
    """And the style sheet, which every page links."""
    generated = {
        "", "mission-and-vision/", "strategies/", "tactics/", "teams/", "timeline/", "map/", "coverage/",
        "on-one-page/", "strategy-and-tactic/", "archive/", "scoreboard/", "updates/", "goals/", "due/",
        "guide/figures/", "people/", "people/ada/", "people/ben/", "people/eve/",
    }  # fmt: skip
    authors = {path.removesuffix(".md") + "/" for path in FILES if path.endswith(".md")}
    drafts = {"strategies/buy/", "tactics/poach/"}
    assert {path.removesuffix("index.html") for path in published.pages} == generated | authors - drafts
    assert "assets/plans/plans.css" in published.files
    for path in published.pages:
        assert "assets/plans/plans.css" in [
            link["href"].lstrip("./") for link in Html(published.files[path]).all("link", rel="stylesheet")
        ]


def test_the_site_publishes_the_form_of_a_plan_file(published: Published) -> None:
    """The JSON Schema that `plans schema` prints, for editors that read it from an address."""
    schema = json.loads(published.files["assets/plans/plan-file.schema.json"])
    assert schema == plan_file_schema()
    assert "people.schema.json" in "".join(published.files)


def test_the_site_publishes_its_plan_as_data(published: Published) -> None:
    """As it is shown, with addresses that lead to pages of the site, where the site's own is known."""
    plan = json.loads(published.files["data/plan.json"])
    assert [one["id"] for one in plan["tactics"]] == ["train", "ask", "visit"]
    assert plan["tactics"][0]["url"] == "https://makers.example.org/plan/tactics/train/"
    assert (
        "https://makers.example.org/plan/strategies/hire/#goal-retention" in published.files["data/goals.csv"]
    )
    assert published.files["data/goals.csv"].startswith("\ufeffplan,id,")
    assert "$defs" in json.loads(published.files["data/plan.schema.json"])


def test_pages_lead_to_what_they_show_as_data(published: Published) -> None:
    """A calendar by a scheme that calendars take, a feed, a table; each page's head leads to the whole."""
    links = {
        "teams/sales/": "webcal://makers.example.org/plan/data/teams/sales.ics",
        "people/ada/": "webcal://makers.example.org/plan/data/people/ada.ics",
        "due/": "webcal://makers.example.org/plan/data/calendar.ics",
        "updates/": "../data/updates.xml",
        "tactics/": "../data/tactics.csv",
        "goals/": "../data/goals.csv",
    }
    for address, href in links.items():
        assert href in [one["href"] for one in published.page(address).all("a")], address
    assert "/data/" not in published.files["handbook/index.html"].partition("<article")[2]  # filtered
    for path in published.pages:
        found = Html(published.files[path]).all("link", rel="alternate describedby")
        assert [one["type"] for one in found] == ["application/atom+xml", "text/calendar", "application/json"]
        assert {Path(one["href"]).name for one in found} == {"updates.xml", "calendar.ics", "plan.json"}


def test_a_site_chooses_its_data(tmp_path: Path) -> None:
    """By a setting; a file of the site's own takes the place of ours, and a page may link to each."""
    config = text(CONFIG) + "      data: json\n"
    page = "[Plan](data/plan.json), [schema](data/plan.schema.json)\n"
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "a.md": page, "data/plan.json": "{}"}, config=config)
    files, _ = arranged(folder)
    data = {file.src_uri: file.content_string for file in files if file.src_uri.startswith("data/")}
    assert data["data/plan.json"] == "{}"
    assert [*data] == ["data/plan.json", "data/plan.schema.json"]


def test_each_generated_page_holds_its_view(published: Published) -> None:
    """Below its title; the home page says how it is going as well."""
    assert published.page("").texts("h1") == ["Small Makers"]
    assert "How it is going" in published.page("").texts("h2")
    assert "Our vision is" in published.page("").texts("h2")
    for address, title, holds in [
        ("mission-and-vision/", "Mission and vision", "Our mission is"),
        ("strategies/", "Strategies", "Hire salespeople who stay"),
        ("tactics/", "Tactics", "Ask every candidate the same questions"),
        ("teams/", "Teams", "Led by Ada Ames"),
    ]:
        page = published.page(address)
        assert page.texts("h1") == [title]
        assert holds in page.text


def test_a_persons_page_leads_up_to_the_people(published: Published) -> None:
    """Above its title, as a plan's page leads up to what it serves."""
    page = published.page("people/ada/")
    trail = page.part("nav", class_="plans-trail")
    assert trail.links() == {"People": "../../people/"}
    assert page.elements.index(page.one("nav", class_="plans-trail")) < page.elements.index(page.one("h1"))
    assert not published.page("people/").all("nav", class_="plans-trail")


def test_a_plan_files_page_has_its_text_and_what_the_plan_knows(published: Published) -> None:
    """The table of contents lists the headings of both, in their order."""
    page = published.page("strategies/hire/")
    assert "Reps leave within the year." in page.text
    assert "Advanced by" in page.text
    source = Html(published.files["strategies/hire/index.html"])
    contents = source.all("nav", **{"aria-label": "Table of contents"})[-1]
    assert [link["href"] for link in source.all("a") if link.stands_in(contents)][:4] == [
        "#where-we-stand",
        "#plan-goals",
        "#goal-retention",
        "#goal-scorecard",
    ]


def test_a_plan_files_keys_serve_the_theme_where_they_mean_the_same(published: Published) -> None:
    """A summary is the page's description; a plan's status is no mark of Material's menu."""
    page = Html(published.files["strategies/hire/index.html"])
    description = page.one("meta", name="description")["content"]
    assert description == "A rep who leaves takes the region along."
    vision = Html(published.files["vision/index.html"])
    assert vision.one("meta", name="description")["content"] == "Every maker finds a buyer."
    assert not page.all(class_="md-status")


def test_every_page_says_what_it_is_about(published: Published) -> None:
    """In its description, and in what is shown of a link to it: its title, its address."""
    for path in published.pages:
        page = Html(published.files[path])
        told = {one["property"] or one["name"]: one["content"] for one in page.all("meta")}
        assert all(
            told.get(name) for name in ("og:title", "og:url", "og:type", "og:site_name", "twitter:card")
        )
        assert len(page.all("meta", property="og:title")) == 1
        assert told["og:url"].startswith("https://makers.example.org/plan/")
        assert told.get("og:description") == told.get("description")
        assert told.get("description") or path == "handbook/index.html", (
            "an author's own page may say nothing"
        )


@pytest.mark.parametrize(
    ("address", "title", "description"),
    [
        ("", "Small Makers", "We help small makers reach their buyers."),
        ("values/", "Values", "Candour, Craft"),
        ("timeline/", "Timeline", "What happens when, and which dates have moved."),
        ("people/ada/", "Ada Ames", "What Ada Ames is responsible for."),
        ("tactics/ask/", "Ask every candidate the same questions", "How we ask."),
    ],
)
def test_a_page_is_described_by_its_plan(
    published: Published, address: str, title: str, description: str
) -> None:
    """By its summary or statement, else by its text's beginning; a page that nobody wrote by a sentence."""
    page = Html(published.files[f"{address}index.html"])
    assert page.one("meta", property="og:title")["content"] == title
    assert page.one("meta", property="og:description")["content"].startswith(description)


def test_a_view_takes_the_place_of_its_comment_on_any_page(published: Published) -> None:
    """With its arguments; one in a code block is left alone."""
    page = published.page("handbook/")
    assert page.text.count("Ask every candidate") == 1
    assert "Train the recruiters" not in page.text
    assert "<!-- plans/strategies -->" in page.one("code").text
    assert "Hire salespeople who stay" not in page.texts("h2")


def test_the_people_file_is_never_published(published: Published) -> None:
    """Nor what it holds for the check alone."""
    pages = {path: content for path, content in published.files.items() if "schema" not in path}
    for name in ("people.yml", "ada@example.org", "2027-01-31"):
        assert not [path for path, content in pages.items() if name in path + content]


SPELLINGS = (
    "who.yml",
    "staff/who.yml",
    "./who.yml",
    "../plans/who.yml",
    "staff/../who.yml",
    "{}/plans/who.yml",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_people_file_is_not_published_however_it_is_spelt(spelling: str, tmp_path: Path) -> None:
    """What is kept back is a file: by all of its names, those of links too."""
    written = spelling.format(tmp_path.as_posix())
    folder = write_site(tmp_path, {"hire.md": STRATEGY}, config=f"{text(CONFIG)}      people: {written}\n")
    plans = folder / "plans"
    (plans / "staff").mkdir()
    (plans / "people.yml").rename(plans / written)
    (plans / "link.txt").symlink_to((plans / written).resolve())
    (plans / "again").symlink_to(plans / "staff")
    found, site = read_site(folder)
    assert "vp-sales" in found.plan.people
    assert site.settings.people == ("staff/who.yml" if spelling == "staff/who.yml" else "who.yml")
    files, _ = arranged(folder)
    assert [file.src_uri for file in files if file.src_uri.endswith((".yml", ".txt"))] == []


def test_drafts_are_nowhere_in_a_built_site(published: Published) -> None:
    """No page, list, count, search entry or address knows of them, nor what they hold."""
    for word in ("rival", "Poach", "headhunter", "strategies/buy", "tactics/poach"):
        assert not [path for path, content in published.files.items() if word in path + content]
    assert "3 tactics" in published.page("tactics/").text
    assert "2 strategies under way" in published.page("").text


def test_search_finds_dris_goals_and_actions(published: Published) -> None:
    """Each goal at its own place; not what is the same on every page, nor what another page is about."""
    entries = search_entries(published)
    assert "Ada Ames" in entries["strategies/hire/"]
    assert "Keep more of the people we hire" in entries["strategies/hire/#goal-retention"]
    assert "Publish the guide" in entries["tactics/ask/#plan-actions"]
    assert "Interview guide" in entries["tactics/ask/"]
    for said in ("Keep more of the people we hire", "Publish the guide", "Reps leave within the year."):
        assert len([address for address in entries if said in entries[address]]) == 1
    assert not [address for address, said in entries.items() if "As of 23 Nov" in said]


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place(published: Published) -> None:
    """Within the site; no page has a dead end."""
    assert dead_links(published) == []


def test_a_page_may_link_to_places_that_we_make(tmp_path: Path) -> None:
    """Where the site has MkDocs check its links to anchors."""
    links = "[goal](hire.md#goal-first-year-retention), [list](ask.md#plan), [all](tactics/index.md#x)"
    config = text(CONFIG) + "validation: {anchors: info}\n"
    files: dict[str, str | bytes] = {"hire.md": STRATEGY, "ask.md": TACTIC, "page.md": f"# Page\n\n{links}\n"}
    folder = write_site(tmp_path, files, config=config)
    for _ in range(2):  # the second build makes no page anew
        with pytest.MonkeyPatch.context() as patch:
            said: list[str] = []
            patch.setattr(
                "mkdocs.structure.pages.log.log", lambda _, message, said=said: said.append(message)
            )
            build(folder)
        assert [message.split("'")[3] for message in said] == ["tactics/index.md#x"]


def dead_links(site: Published) -> list[str]:
    """The links of all pages that lead nowhere, as `page: link`."""
    pages = {path: Html(site.files[path]) for path in site.pages}
    dead = []
    for path, page in pages.items():
        for link in page.all("a"):
            address, _, anchor = link["href"].partition("#")
            if "://" in address or not link["href"]:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            if target in site.files and target not in pages:
                continue
            file = next((p for p in (target, f"{target}/index.html", "index.html") if p in pages), "")
            if target != "." and file == "index.html" != target:
                file = ""
            found = file and (not anchor or pages[file].all(id=anchor) or anchor.startswith("__"))
            dead += [] if found else [f"{path}: {link['href']}"]
    return dead


def test_a_site_may_have_addresses_that_are_files(tmp_path: Path) -> None:
    """`use_directory_urls: false`, for a site that is read from a disk: all links and the menu hold."""
    site = build(write_full_site(tmp_path, text(CONFIG) + "use_directory_urls: false\n"))
    assert "strategies/hire.html" in site.pages
    assert dead_links(site) == []
    menu = Html(site.files["index.html"]).part("nav", **{"aria-label": "Navigation"})
    assert "Hire salespeople who stay" in menu.texts("a")
    assert "Home" in menu.texts("a")


def test_an_authors_page_takes_the_place_of_a_generated_one(tmp_path: Path) -> None:
    """At the same address, under whatever name; the menu leads to it."""
    files: dict[str, str | bytes] = {
        "README.md": "# Welcome\n\n<!-- plans/overview -->\n",
        "tactics.md": "# What we do\n",
        "strategies/index.md": "# Where we go\n",
        "hire.md": STRATEGY,
    }
    site = build(write_site(tmp_path, files), strict=False)
    assert site.page("").texts("h1") == ["Welcome"]
    assert "strategy under way" in site.page("").text.replace("strategies", "strategy")
    assert site.page("tactics/").text == "What we do"
    assert site.page("strategies/").text == "Where we go"
    menu = Html(site.files["index.html"]).part("nav", **{"aria-label": "Navigation"})
    assert [link for link in menu.texts("a") if link in {"What we do", "Where we go"}]


def test_an_index_has_the_id_of_its_folder(tmp_path: Path) -> None:
    """By either of its names; and the folder's address, to which links lead."""
    files: dict[str, str | bytes] = {
        "hire/index.md": STRATEGY,
        "stay/README.md": STRATEGY,
        "ask.md": TACTIC,
        "talk.md": TACTIC.replace("hire", "stay"),
    }
    site = build(write_site(tmp_path, files))
    for tactic, strategy in (("ask/", "hire"), ("talk/", "stay")):
        assert f"../{strategy}/#goal-first-year-retention" in site.page(tactic).links().values()
        assert site.page(f"{strategy}/").texts("h1") == ["Hire salespeople who stay"]


LABELS = """
      labels:
        mission: Purpose
        vision: Dream
        values: [Creed, Creeds]
        theme: Pillar
        strategy: [R&D aim, R&D aims]
        tactic: Move
        team: Crew
        person: [Member, Members]
        goal: OKR
        action: Task
        resource: [Means, Means]
        dri: Owner
        contributor: Helper
"""

OURS = re.compile(
    r"\b(mission|vision|value|theme|strateg|tactic|team|people|person|goal|action|resource|DRI|contribut)\w*",
    re.IGNORECASE,
)

AUTHORS = ("People first", "Keep more of the people we hire", "We value")


def test_the_organisations_words_are_used_throughout(tmp_path: Path) -> None:
    """In content, menu, titles and headings: none of ours is left, and none is taken for HTML."""
    config = text(CONFIG) + LABELS.strip("\n") + "\n"
    titled = {
        name: FILES[f"{name}.md"].replace("\ntype:", "\ntitle: What we hold to\ntype:")
        for name in ("mission", "vision", "values")
    }
    site = build(write_full_site(tmp_path, config, **titled))
    for path in site.pages:
        page = Html(site.files[path])
        said = " ".join(e.text for e in page.elements if e.tag in {"title", "article", "nav"})
        for words in AUTHORS:
            said = said.replace(words, "")
        if path == "guide/figures/index.html":
            said = said.replace("value", "")  # that of a number, which isn't what one holds to
        if path != "handbook/index.html":
            assert (path, OURS.findall(said)) == (path, [])
    assert "Purpose and dream" in Html(site.files["index.html"]).texts("a")
    assert "R&D aims" in site.page("strategies/").texts("h1")
    assert "3 moves" in site.page("tactics/").text


def test_a_site_has_its_own_templates_in_the_themes_custom_dir(tmp_path: Path) -> None:
    """In its folder `plans/`; what lies elsewhere, in the plan's folder above all, is no template. What one
    of the theme's says of a page in its head isn't said again.
    """
    config = CONFIG.replace("font: false", "font: false, custom_dir: theme")
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "partials/as_of.html": "{{ 6 * 7 }}"}, config=config)
    (folder / "theme/plans/partials").mkdir(parents=True)
    (folder / "theme/plans/partials/as_of.html").write_text("Seen {{ today.iso }}")
    (folder / "theme/main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}<meta property=og:title content="Our own">'
        '<meta content="Own" name="twitter:card">{% endblock %}'
    )
    site = build(folder)
    assert "Seen 2026-11-23" in site.page("hire/").text
    head = Html(site.files["hire/index.html"])
    assert [one["content"] for one in head.all("meta", property="og:title")] == ["Our own"]
    assert [one["content"] for one in head.all("meta", name="twitter:card")] == ["Own"]
    assert head.one("meta", property="og:site_name")["content"] == "Small Makers"


def test_the_plans_folder_holds_no_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes a plan file writes no program, though the folder has the name of the overrides'."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "partials/as_of.html": "{{ 6 * 7 }}"})
    monkeypatch.chdir(folder)
    page = build(folder).page("hire/")
    assert "As of 23 Nov 2026" in page.text and "42" not in page.text


def test_the_sites_own_style_comes_after_ours(tmp_path: Path) -> None:
    """So that it overrules ours."""
    folder = write_site(tmp_path, {"own.css": "p {}"}, config=text(CONFIG) + "extra_css: [own.css]\n")
    sheets = [link["href"] for link in Html(build(folder).files["index.html"]).all("link", rel="stylesheet")]
    assert sheets[-2:] == ["assets/plans/plans.css", "own.css"]
