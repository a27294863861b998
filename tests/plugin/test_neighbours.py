"""Sites with other plugins, built strictly, with ours before them and after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_plans.plugin.views import without_comments
from tests.built_site import Published, build
from tests.neighbours.listed import NEIGHBOURS
from tests.neighbours.table import told
from tests.neighbours.trial import FILES, Trial
from tests.small_site import CONFIG, text, write_site
from tests.source.test_revision import commit, git

OURS = "  - plans: {today: 2026-11-23, rules: {missing-section: off}}\n"
OTHERS = """\
  - exclude: {glob: ["secret/*", coverage.md]}
  - glightbox
  - git-authors
  - git-revision-date-localized: {enable_creation_date: true, enable_parallel_processing: false}
  - tags
"""
LANGUAGES = """\
  - i18n:
      docs_structure: suffix
      languages: [{locale: en, default: true, name: English}, {locale: de, name: Deutsch}]
"""


@pytest.fixture(autouse=True, scope="module")
def _neighbours() -> None:
    """Leave these tests out where the neighbours aren't installed: `make` brings them."""
    for name in ("exclude", "glightbox", "git_authors_plugin", "print_site_plugin", "static_i18n"):
        pytest.importorskip(f"mkdocs_{name}")


def site_with(folder: Path, plugins: str, more: str = "", **files: str) -> Path:
    """Write a site with its plugins in this order, and commit it."""
    config = text(CONFIG).partition("plugins:")[0] + more + "plugins:\n  - search\n" + plugins
    write_site(folder, {**FILES, **files}, config=config)
    git(folder, "init", "--quiet")
    (folder / ".gitignore").write_text("site\n")
    commit(folder)
    return folder


@pytest.fixture(scope="module", params=["before", "after"])
def among(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build a site with many plugins strictly."""
    plugins = OURS + OTHERS if request.param == "before" else OTHERS + OURS
    folder = site_with(tmp_path_factory.mktemp("among"), plugins + "  - print-site\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)  # where git-authors looks for the repository
        return build(folder, strict=True)


def test_every_page_has_its_views(among: Published) -> None:
    """Those that other plugins made anew, and the one that gathers all."""
    assert not [path for path in among.pages if "<!-- plans/" in among.files[path]]
    assert "Open a web shop" in among.page("tactics/").text
    assert "Open a web shop" in among.page("page/").text
    assert "Rent a server" in among.page("shop/").text
    assert among.page("shop/").texts("h1") == ["Open a web shop"]
    assert "Open a web shop" in among.files["print_page/index.html"]


def test_what_another_plugin_takes_out_is_shown_nowhere(among: Published) -> None:
    """A plan file as little as a page of ours."""
    assert not [
        path for path, content in among.files.items() if "Leeds" in content or "Tell nobody" in content
    ]
    assert "1 tactic" in among.page("tactics/").text
    assert "coverage/index.html" not in among.files


def test_dates_and_authors_are_those_of_pages_that_somebody_wrote(among: Published) -> None:
    """A page that nobody wrote has no author, and no day on which it was written."""
    assert "md-source-file" in among.files["shop/index.html"]
    assert "md-source-file" not in among.files["timeline/index.html"]
    assert "tests@" not in among.files["timeline/index.html"]


@pytest.fixture(scope="module", params=["before", "after"])
def translated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Build a site in two languages strictly."""
    plugins = OURS + LANGUAGES if request.param == "before" else LANGUAGES + OURS
    return build(site_with(tmp_path_factory.mktemp("languages"), plugins), strict=True)


def test_a_site_in_several_languages_has_our_pages_in_each(translated: Published) -> None:
    """In our words of that language, with a way from one to the other and back."""
    assert translated.page("timeline/").texts("h1") == ["Timeline"]
    assert translated.page("de/timeline/").texts("h1") == ["Zeitachse"]
    assert "Open a web shop" in translated.page("de/tactics/").text
    assert translated.page("de/tactics/").links()["Open a web shop"] == "../../de/shop/"
    for path, there in (("timeline", "../de/timeline/"), ("de/timeline", "../../timeline/")):
        assert f'href="{there}"' in translated.files[f"{path}/index.html"]
    assert "de/timeline/" in (translated.folder / "sitemap.xml").read_text()


HOOK = """
from pathlib import Path
from mkdocs.structure.files import File

def on_files(files, config):
    made = Path("plans/shop.md").read_text().replace("Open a web shop", "Made by a program")
    files.append(File.generated(config, "made.md", content=made.replace("strategy: grow", "strategy: GROW")))
    return files

def on_page_content(html, page, config, files):
    assert Path(page.file.abs_src_path).name  # as a feed asks for it
    return html

def on_post_build(config):
    Path(config.site_dir, "raw.html").write_text(RAW)
"""


def hooked(folder: Path, strategy: str, raw: str = "") -> Path:
    """Write a site whose hook makes a plan file of a strategy, and a page."""
    site = site_with(folder, OURS, "hooks: [hook.py]\n")
    hook = HOOK.replace("GROW", strategy).replace("RAW", repr(raw))
    hook = hook.replace('Path("plans/', f'Path("{folder.as_posix()}/plans/')
    hook = hook.replace("Path(page.file.abs_src_path)", "Path(page.file.abs_src_path or 'made.md')")
    (site / "hook.py").write_text(hook)
    return site


def test_a_plan_file_that_another_plugin_makes_is_read(tmp_path: Path) -> None:
    """Its page has what the plan knows, and others show it."""
    site = build(hooked(tmp_path, "grow"), strict=True)
    assert "Made by a program" in site.page("tactics/").text
    assert "Rent a server" in site.page("made/").text


@pytest.mark.parametrize(
    ("strategy", "raw", "said"),
    [
        ("grwo", "", "plans/made.md:"),
        (
            "grow",
            "<p><!-- plans/tactics -->",
            "raw.html: the comment that places a view is still in this page",
        ),
    ],
)
def test_what_is_known_late_leaves_the_published_folder(
    strategy: str, raw: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A wrong file that another plugin made, and a page that another plugin wrote without its view."""
    site = hooked(tmp_path, strategy, raw)
    (site / "site").mkdir()
    (site / "site/index.html").write_text("before")
    with pytest.raises(Abort):
        build(site)
    assert said in caplog.text
    assert [path.read_text() for path in (site / "site").iterdir()] == ["before"]


BY_NAME = {neighbour.title: neighbour for neighbour in NEIGHBOURS}


@pytest.mark.parametrize("is_before", [True, False])
@pytest.mark.parametrize("name", ["awesome-nav", "awesome-pages", "blog"])
def test_a_neighbour_of_the_guides_table_does_its_work(name: str, is_before: bool, tmp_path: Path) -> None:
    """A few of what `python -m tests.neighbours` tries of all: a plugin that makes the menu is offered our
    pages, and a post may hold a view.
    """
    assert Trial(BY_NAME[name], is_before, has_nav=False).problems(tmp_path) == []


def test_a_page_of_the_sites_own_is_still_missed_in_a_menu_that_another_plugin_makes(tmp_path: Path) -> None:
    """Where MkDocs' validation asks for that; pages of the plan aren't."""
    menu = {"plans/.nav.yml": "nav: [index.md, What we do: tactics/index.md]\n"}
    trial = Trial(replace(BY_NAME["awesome-nav"], menu=menu), is_before=False, has_nav=False)
    assert trial.problems(tmp_path)[0] == "plans: These pages are not included in the menu: page.md"


def test_the_guides_table_has_each_plugin_that_is_tried() -> None:
    """In the order of the list, with what is to set."""
    rows = told()
    assert list(rows) == list(BY_NAME)
    for name, neighbour in BY_NAME.items():
        assert rows[name].endswith(f"| {neighbour.to_set} |\n")


def test_a_feed_has_no_comment_of_a_view() -> None:
    """Neither a whole one nor one that is cut where the abstract ends."""
    text = "Our lamps:\n\n<!-- plans/tactics {team: x} --> and <!-- plans/map -->, all.\n"
    assert without_comments(text) == "Our lamps:\n\n and , all.\n"
    assert without_comments("<!-- plans/tactics") == ""
    assert without_comments("<!-- a note -->") == "<!-- a note -->"
