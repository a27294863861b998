"""A site that is compared with an earlier state of the plan: real repositories, real builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build as rebuild
from mkdocs.exceptions import Abort

from mkdocs_plans.source import Revision
from tests.built_site import Published, build, configured
from tests.changes.small_plan import FIND, PLAN, Files, with_edit
from tests.full_site import ERRORS_ALONE
from tests.small_site import write_site
from tests.source.test_revision import commit, git

QUIET = ERRORS_ALONE.replace("today: 2026-11-23", "today: 2026-11-23\n      compare_with: {}")
COMPARED = QUIET.replace("compare_with: {}", "compare_with: main")

DRAFT = "---\ntype: tactic\ntitle: Buy a rival\nstrategy: grow\nstatus: draft\ndri: vp-people\n---\n\nHush.\n"

GONE = (
    FIND.replace("---\n\n", "---\n\n# Find people at fairs\n\n", 1)
    + "\n## Which fairs\n\n<script>steal()</script> [Ask](ask.md) [gone](lost.md) [bad](javascript:steal())\n"
)

BEFORE: Files = {**PLAN, "find.md": GONE, "secret.md": DRAFT, "guide.md": "# A guide\n\nWords of our own.\n"}


def edited(*edits: tuple[str, str, str], files: Files = BEFORE) -> Files:
    """The plan of before with some texts changed."""
    for path, old, new in edits:
        files = with_edit(path, old, new, files)
    return files


def repository(folder: Path, before: Files, now: Files, config: str = COMPARED) -> Path:
    """Write a site whose plan is one on `main` and another on disk."""
    write_site(folder, before, config=config)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / ".gitignore").write_text("site\n")
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "ours")
    for path in before:
        (folder / "plans" / path).unlink()
    return write_site(folder, now, config=config)


NOW = edited(
    ("hire.md", "target: 80", "target: 85"),
    ("hire.md", "end: 2026\n", "end: 2027\n"),
    ("hire.md", "One in three leaves", "One in three people leaves"),
    ("ask.md", "due: 2026-05-29", "due: 2026-06-30"),
    ("ask.md", "dri: recruiting-lead", "dri: people-partner"),
    ("ask.md", "  - do: Look back", "  - do: Print it\n  - do: Look back"),
    ("mission.md", "small makers", "all makers"),
    ("secret.md", "Hush.", "Hush hush."),
    ("people.yml", "role: People Partner", "role: Partner, until: 2027-01-31"),
    ("people.yml", "email: a@b.org", "email: c@d.org"),
)
NOW.pop("find.md")
NOW["teams/crew.md"] = NOW.pop("teams/recruiting.md").replace("type: team", "type: team\nid: recruiting")  # type: ignore[arg-type]
NOW["visit.md"] = (
    FIND.replace("Find people at fairs", "Visit the schools & colleges")
    .replace("Visit ten fairs", "Call a head teacher")
    .replace("Twenty signed.", "They know us by name.")
)
NOW["train.md"] = str(NOW["train.md"]).replace("strategy: hire", "strategy: hire\ndepends_on: [secret]")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build the preview of a change that has a bit of everything, strictly."""
    return build(repository(tmp_path_factory.mktemp("preview"), BEFORE, NOW), strict=True)


def test_a_changed_page_opens_with_what_it_was_and_is(preview: Published) -> None:
    """Each change in a row, those of a goal under its name; the text by section and in words."""
    banner = preview.page("hire/").part("aside")
    assert banner.text.startswith("Changed since main End Promise lowered before: 2026 now: 2027, 365 days")
    assert "Keep more of the people we hire Target Promise raised before: 80% now: 85%" in banner.text
    assert "“Where we stand”: 1 word added" in banner.text
    assert [(old.text, new.text) for old, new in zip(banner.all("del"), banner.all("ins"), strict=True)] == [
        ("before: 2026", "now: 2027"),
        ("before: 80%", "now: 85%"),
    ]
    assert banner.links()["All changes"].endswith("/changes/")


def test_changed_facts_are_marked_in_place(preview: Published) -> None:
    """By words and by the old value struck, not by colour alone; what stayed has no mark."""
    facts = preview.page("hire/").part("dl", class_="plans-facts")
    assert facts.texts("span", class_="plans-was") == ["changed End: before 2026, 365 days later"]
    assert facts.texts("ins") == ["2026 – 2027"]
    actions = preview.page("ask/").part("ul", class_="plans-actions")
    assert actions.texts("span", class_="plans-was") == ["changed before 29 May 2026, 32 days later", "new"]
    assert "Target 85% changed before 80%" in preview.page("hire/").text


def test_a_statement_that_changed_is_marked_too(preview: Published) -> None:
    """A mission as well as a plan."""
    page = preview.page("mission/")
    assert page.texts("ins", class_="plans-now") == ["We help all makers."]
    assert "before We help small makers." in page.text


def test_a_new_plan_says_that_it_is_new(preview: Published) -> None:
    """And an unchanged one says nothing."""
    assert preview.page("visit/").part("aside").text == "New since main All changes"
    assert not preview.page("customers/").all("aside")
    assert not preview.page("train/").all("aside")


def test_the_changes_page_lists_all(preview: Published) -> None:
    """It stands in the menu, and each of its links leads to a page that there is."""
    page = preview.page("changes/")
    assert "What changed since main: 3 changed · 1 new · 1 taken out · 1 person" in page.text
    assert page.texts("h3") == [
        "Find people at fairs",
        "1 Hire people who stay",
        "1.1 Ask everyone the same questions",
        "Visit the schools & colleges",
        "Mission",
        "Partner",
    ]
    assert "Who should look at it" in page.texts("h2")
    assert "No longer answers for: Tactic “Ask everyone the same questions”" in page.text
    assert 'href="changes/"' in preview.files["index.html"]
    for target in (link["href"].partition("#")[0] for link in page.all("a")):
        if target:
            assert f"{target.removeprefix('../').removeprefix('./')}index.html".lstrip("/") in preview.files


def test_a_plan_with_another_address_is_told(preview: Published) -> None:
    """Though nothing else of it changed."""
    page = preview.page("changes/")
    assert "Recruiting teams/recruiting.md teams/crew.md" in page.text
    assert page.links()["Recruiting"].endswith("/teams/crew/")


REMOVED = "changes/removed/tactic-find/"


def test_what_was_taken_out_can_still_be_read(preview: Published) -> None:
    """With its facts and its text as they were, marked as taken out."""
    page = preview.page(REMOVED)
    assert page.part("aside").text == "Taken out since main: this is how it was All changes"
    assert page.texts("h1") == ["Find people at fairs"]
    assert "Twenty signed." in page.text
    assert "Which fairs" in page.texts("h2")
    assert page.links()["Ask"].endswith("/ask/")
    assert page.links()["Grow the field team"].endswith("/grow/")


def test_the_text_of_what_was_taken_out_is_harmless(preview: Published) -> None:
    """Raw HTML is shown as text, and a link that leads nowhere or runs a script is none."""
    page = preview.page(REMOVED)
    assert not page.all("script")
    assert "<script>steal()</script>" in page.text
    assert not {"gone", "bad"} & set(page.links())


def test_what_was_taken_out_is_on_no_other_page(preview: Published) -> None:
    """In no list, no figure and no search: only the page of changes names it."""
    naming = [path for path, text in preview.files.items() if "Find people at fairs" in text]
    assert sorted(naming) == ["changes/index.html", f"{REMOVED}index.html"]


def test_the_search_finds_the_plan_and_not_its_changes(preview: Published) -> None:
    """Marks, old values and the page of changes are left out."""
    index = json.loads(preview.files["search/search_index.json"])
    found = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])
    assert "all makers" in found
    for word in (
        "small makers",
        "Changed since main",
        "New since main",
        "365 days later",
        "Who should look",
        ">changed<",
    ):
        assert word not in found


def test_the_page_of_a_person_shows_what_changed(preview: Published) -> None:
    """What the site publishes of them, and no more."""
    banner = preview.page("people/people-partner/").part("aside")
    assert banner.text == "Changed since main Role before: People Partner now: Partner All changes"


def test_nothing_unpublished_shows(preview: Published) -> None:
    """No draft, by name or by text; no address, and not until when somebody stays."""
    everything = " ".join(preview.files.values())
    for secret in ("Buy a rival", "Hush", "secret", "a@b.org", "c@d.org", "another e-mail", "31 Jan 2027"):
        assert secret not in everything


def test_an_empty_setting_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workflow sets it through the environment; where it doesn't, the site is as it always was, and git
    isn't asked.
    """
    monkeypatch.setattr("mkdocs_plans.source.git.subprocess.run", None)
    from_environment = QUIET.replace("compare_with: {}", 'compare_with: !ENV [PLANS_COMPARE_WITH, ""]')
    with_it = build(write_site(tmp_path / "with", PLAN, config=from_environment)).files
    assert with_it == build(write_site(tmp_path / "without", PLAN, config=ERRORS_ALONE)).files


def test_where_nothing_changed_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is marked. The revision comes from the environment, a commit by the start of its name."""
    config = QUIET.replace("compare_with: {}", 'compare_with: !ENV [PLANS_COMPARE_WITH, ""]')
    folder = repository(tmp_path, BEFORE, BEFORE, config)
    name = git(folder, "rev-parse", "HEAD")
    monkeypatch.setenv("PLANS_COMPARE_WITH", name)
    site = build(folder)
    assert f"has changed since {name[:10]}." in site.page("changes/").text
    assert not [path for path in site.pages if "plans-change" in site.files[path]]


NAV = "nav: [{Start: guide.md}, {Preview: changes.md}]\n"


@pytest.mark.parametrize("named", ["main", '""'])
def test_a_menu_of_the_sites_own_may_name_the_page(named: str, tmp_path: Path) -> None:
    """Where nothing is compared there is none, and nothing is missed."""
    config = NAV + QUIET.replace("compare_with: {}", f"compare_with: {named}")
    site = build(repository(tmp_path, BEFORE, BEFORE, config))
    assert ("Preview" in site.files["guide/index.html"]) == (named == "main")
    assert ("changes/index.html" in site.files) == (named == "main")


def test_what_went_on_elsewhere_is_no_part_of_the_change(tmp_path: Path) -> None:
    """The plan is compared with where the branch left the revision."""
    folder = repository(tmp_path, BEFORE, BEFORE)
    commit(folder)
    git(folder, "switch", "--quiet", "main")
    write_site(folder, edited(("hire.md", "target: 80", "target: 90")), config=COMPARED)
    commit(folder)
    git(folder, "switch", "--quiet", "ours")
    assert "Nothing that this site shows" in build(folder).page("changes/").text


def test_a_revision_without_the_plan_makes_all_of_it_new(tmp_path: Path) -> None:
    """As in the pull request that begins it."""
    folder = repository(tmp_path, {}, PLAN)
    site = build(folder)
    assert site.page("hire/").part("aside").text == "New since main All changes"
    assert "12 new · 4 people" in site.page("changes/").text


def test_a_plan_that_could_not_be_read_before_is_told(tmp_path: Path) -> None:
    """Errors in the plan of before stop nothing."""
    before: Files = {**BEFORE, "hire.md": "---\ntype: strategy\ntitle: [\n---\n"}
    page = build(repository(tmp_path, before, BEFORE)).page("hire/")
    assert page.part("aside").text.startswith("This couldn’t be read in main")


def stopped(folder: Path, caplog: pytest.LogCaptureFixture) -> str:
    """What a build says that stops; it leaves the published folder as it was."""
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("what was published before")
    with pytest.raises(Abort):
        build(folder)
    [only] = (folder / "site").iterdir()
    assert only.read_text() == "what was published before"
    return caplog.text


def test_an_unknown_revision_stops_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """By its name and that of the setting."""
    folder = repository(tmp_path, PLAN, PLAN, COMPARED.replace("compare_with: main", "compare_with: nowhere"))
    assert "can't compare with `nowhere` (compare_with): git knows no revision nowhere" in stopped(
        folder, caplog
    )


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A revision is missing because the clone is cut."""
    config = COMPARED.replace("compare_with: main", "compare_with: HEAD~1")
    whole = repository(tmp_path / "whole", PLAN, PLAN, config)
    commit(whole)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{whole}", "cut")
    assert "fetch them all (with actions/checkout, `fetch-depth: 0`)" in stopped(tmp_path / "cut", caplog)


def test_a_folder_in_no_repository_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In git's own words."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "isn't in a git repository" in stopped(write_site(tmp_path, PLAN, config=COMPARED), caplog)


def test_a_revision_that_yaml_takes_for_something_else_is_meant_as_written(tmp_path: Path) -> None:
    """A tag that is a year."""
    folder = repository(tmp_path, PLAN, PLAN, COMPARED.replace("compare_with: main", "compare_with: 2026"))
    git(folder, "tag", "2026", "main")
    assert "since 2026" in build(folder).page("changes/").text


def test_serving_follows_each_change_and_reads_the_state_before_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs keeps the plugin over rebuilds. Drafts are seen while serving, and so are their changes."""
    folder = repository(tmp_path, BEFORE, BEFORE)
    config = configured(folder, "serve")
    rebuild(config, serve_url="http://127.0.0.1:8000/")
    assert "Nothing that this site shows" in Published(Path(config.site_dir)).page("changes/").text
    monkeypatch.setattr(Revision, "files", None)
    write_site(folder, edited(("secret.md", "Hush.", "Hush. Hush.")), config=COMPARED)
    rebuild(config, serve_url="http://127.0.0.1:8000/")
    assert "1 word added" in Published(Path(config.site_dir)).page("secret/").part("aside").text
