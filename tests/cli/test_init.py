"""`plans init`: a new site that builds and passes the check, and an existing one that gets what it lacks."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest
import yaml
import yaml_env_tag
from click.testing import CliRunner, Result

from mkdocs_plans.authoring.install_source import find_install_source
from mkdocs_plans.authoring.starter import Answers, make_starter
from mkdocs_plans.cli import main
from mkdocs_plans.cli.init_answers import languages, read_language
from mkdocs_plans.disk import templates_folder
from tests.built_site import build
from tests.small_site import STRATEGY, all_found_in, text
from tests.terminal import begin, read_to_its_end

ODD = 'Be #1: "we" & Söhne'


class WithEnv(yaml.SafeLoader):
    """As MkDocs reads its configuration."""


yaml_env_tag.add_env_tag(WithEnv)


def init(*arguments: object, exit_code: int = 0) -> Result:
    """Run the command, which ends as it should."""
    result = CliRunner().invoke(main, ["init", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code, result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "options",
    [
        ["--site-url", "https://makers.example.org"],
        ["--repository", "https://gitlab.com/makers/plan", "--organization", ODD,
         "--label", "theme=Pillar", "--label", "goal=Objective, Objectives",
         "--fiscal-year-start", "7", "--language", "de", "--host", "gitlab"],
    ],
    ids=["by-default", "all-told"],
)  # fmt: skip
def test_a_new_site_builds_and_has_nothing_to_report(tmp_path: Path, options: list[str]) -> None:
    """Strictly, at once, in another language and with signs that YAML would mistake."""
    site = tmp_path / "our-plan"
    init(site, "--yes", *options)
    assert all_found_in(site) == []
    build(site, strict=True)
    home = (site / "site/index.html").read_text("utf-8")
    assert ("Schneller antworten" if "de" in options else "Answer sooner") in home
    assert (site / "plans/accessibility.md").is_file()
    assert not (site / "site/accessibility").exists(), "nobody has said yet that it is true"


def test_what_was_told_stands_in_the_settings(tmp_path: Path) -> None:
    """The name is the folder's, where nobody says another."""
    init(tmp_path / "a", "--yes", "--organization", ODD, "--label", "goal=Objective, Objectives")
    config = yaml.load((tmp_path / "a/mkdocs.yml").read_text(), WithEnv)
    assert config["site_name"] == ODD
    assert config["plugins"][1]["plans"] == {
        "organization": ODD,
        "labels": {"goal": ["Objective", "Objectives"]},
        "sections": {"strategy": ["Where we stand", "Where we want to be"]},
        "compare_with": "",
    }
    init(tmp_path / "small_makers", "--yes")
    written = (tmp_path / "small_makers/mkdocs.yml").read_text()
    assert yaml.load(written, WithEnv)["site_name"] == "Small makers"


@pytest.mark.parametrize("today", ["2026-01-31", "2024-02-29", "2026-12-31", "2027-03-01", "2026-07-15"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_plan_to_begin_with_is_alive_on_any_day(tmp_path: Path, today: str, language: str) -> None:
    """Its dates are near the day, and the check finds nothing in it, not so much as a notice."""
    answers = Answers("Small Makers", language, site_url="https://makers.example.org/")
    for file in make_starter(templates_folder(), answers, datetime.date.fromisoformat(today)):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - plans:\n", f"  - plans:\n      today: {today}\n"))
    assert all_found_in(tmp_path) == []


def test_nothing_is_overwritten_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    """What an author changed stays, and what they took away doesn't come back into their plan."""
    init(tmp_path, "--yes")
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / "plans/tactics/one-inbox.md").unlink()
    before = contents(tmp_path)
    said = init(tmp_path, "--yes").stdout
    assert contents(tmp_path) == before
    assert "is kept  README.md" in said
    assert "There is nothing to add." in said


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """And says what it would write."""
    said = init(tmp_path / "new", "--dry-run").stdout
    assert not (tmp_path / "new").exists()
    assert "new      mkdocs.yml" in said


EXISTING = """
    # Our documentation.
    site_name: Small Makers   # since 2019
    theme: {name: material, font: false}
    markdown_extensions:
      - attr_list
      - pymdownx.emoji:
          emoji_generator: !!python/name:material.extensions.emoji.to_svg
    %s
"""


@pytest.mark.parametrize(
    ("plugins", "after"),
    [
        ("plugins:\n      - search   # ours\n      - tags\n", ["search", "tags", "plans"]),
        ("plugins: [search]\n", ["search", "plans"]),
        ("plugins: {search: {}, tags: {}}\n", ["search", "tags", "plans"]),
        ("\n", ["search", "plans"]),
    ],
)
def test_an_existing_site_gets_the_plugin(tmp_path: Path, plugins: str, after: list[str]) -> None:
    """One entry is added; every other line of its mkdocs.yml stays, comments too."""
    before = text(EXISTING % plugins)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Welcome\n")
    (tmp_path / "mkdocs.yml").write_text(before)
    init(tmp_path, "--yes", "--host", "none", "--organization", ODD)
    changed = (tmp_path / "mkdocs.yml").read_text()
    gone = [line for line in before.splitlines() if line not in changed.splitlines()]
    assert gone in ([], ["plugins: [search]"], ["plugins: {search: {}, tags: {}}"])
    assert "# since 2019" in changed
    listed = yaml.load(changed.replace("!!python/name:", ""), yaml.SafeLoader)["plugins"]
    assert [one if isinstance(one, str) else next(iter(one)) for one in listed] == after
    assert (tmp_path / "docs/index.md").read_text() == "# Welcome\n"
    assert (tmp_path / "docs/strategies/answer-sooner.md").is_file()
    assert not (tmp_path / "plans").exists()
    assert [one for one in all_found_in(tmp_path) if one.finding.severity == "error"] == []
    build(tmp_path, strict=True)


def test_a_plan_that_is_there_gets_no_example_plans(tmp_path: Path) -> None:
    """Only what stands around it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/hire.md").write_text(text(STRATEGY))
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\nplugins: [plans]\n")
    init(tmp_path, "--yes", "--host", "none")
    assert [path.name for path in (tmp_path / "docs").iterdir()] == ["hire.md"]
    assert (tmp_path / "requirements.txt").is_file()
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: Ours\nplugins: [plans]\n"


@pytest.mark.parametrize(
    "config",
    ["INHERIT: base.yml\n", "site_name: x\nplugins: &all\n  - search\nother: *all\n", "plugins: 7\n"],
)
def test_what_cannot_be_changed_safely_is_left_with_the_lines_to_add(tmp_path: Path, config: str) -> None:
    """The author adds them by hand; the other files are written."""
    (tmp_path / "mkdocs.yml").write_text(config)
    said = init(tmp_path, "--yes", "--organization", ODD).stdout
    assert (tmp_path / "mkdocs.yml").read_text() == config
    assert "by hand  mkdocs.yml" in said
    lines = said.partition("other plugins:\n")[2].partition("\n\n")[0]
    assert yaml.safe_load(lines) == {
        "exclude_docs": "people.yml",
        "plugins": [{"plans": {"organization": ODD}}],
    }
    assert (tmp_path / "requirements.txt").is_file()


def test_a_site_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    """Nobody knows where its files are."""
    (tmp_path / "mkdocs.yml").write_text("site_name: [x\n")
    assert "mkdocs.yml can't be read" in init(tmp_path, "--yes", exit_code=2).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--language", "dee"], 'the theme has no language "dee"'),
        (["--label", "pillar=Theme"], 'no word of ours is "pillar"'),
        (["--label", "theme"], "--label takes a name and a word"),
        (["--label", "theme=a,b,c,d"], "write a word, or one and its plural"),
        (["--organization", "a\x1bb"], "can't be printed"),
    ],
)
def test_what_is_told_wrongly_is_refused_before_anything_is_written(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    """With what to write in its place."""
    assert said in init(tmp_path / "x", "--yes", *arguments, exit_code=2).stderr
    assert not (tmp_path / "x").exists()


def test_a_file_is_no_folder_and_nobody_is_asked_in_a_pipe(tmp_path: Path) -> None:
    """Nothing is guessed."""
    (tmp_path / "file").touch()
    assert "is a file" in init(tmp_path / "file", "--yes", exit_code=2).stderr
    assert "--yes" in init(tmp_path / "x", exit_code=2).stderr


def test_a_language_without_texts_begins_in_english(tmp_path: Path) -> None:
    """And says so; dates and our own words are in the language."""
    said = init(tmp_path, "--yes", "--language", "fr").stdout
    assert "in English" in said
    assert [one.finding.rule for one in all_found_in(tmp_path)] == ["missing-site-url"]
    assert {"en", "de", "fr", "pt-BR"} <= languages()


def test_requirements_that_are_there_get_a_line(tmp_path: Path) -> None:
    """Else the site wouldn't build; one that names the package is fine as it is, a generated one is left."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_bytes(b"mkdocs==1.6.1\r\n# ours")
    assert "changed  requirements.txt" in init(tmp_path, "--yes").stdout
    line = find_install_source().requirement
    assert requirements.read_bytes() == f"mkdocs==1.6.1\r\n# ours\r\n{line}\r\n".encode()
    assert "is kept  requirements.txt" in init(tmp_path, "--yes").stdout
    requirements.write_text("# autogenerated by pip-compile\nmkdocs==1.6.1\n")
    said = init(tmp_path, "--yes").stdout
    assert "by hand  requirements.txt" in said
    assert "requirements.txt is left as it is: it is generated: add this to" in said
    assert f"  {line}\n" in said


@pytest.mark.parametrize(
    ("theme", "advice"),
    [
        ("theme: readthedocs\n", "`theme: {name: material, font: false}` in place of `theme: readthedocs`"),
        ("theme:\n  name: readthedocs\n", "`name: material` in place of `name: readthedocs`"),
        ("", "The theme is mkdocs, and the pages are designed for material: write `theme: {name: material, "),
        ("theme: material\n", ""),
    ],
)
def test_another_theme_is_told(tmp_path: Path, theme: str, advice: str) -> None:
    """It works there, and looks plainer: which line would change that."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Ours\n{theme}")
    said = init(tmp_path, "--dry-run").stdout
    assert advice in said
    assert ("The theme is" in said) == bool(advice)


def test_what_changes_in_a_file_is_shown(tmp_path: Path) -> None:
    """As `plans update` shows it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\nplugins:\n  - search\n")
    said = init(tmp_path, "--dry-run").stdout
    assert "+++ b/mkdocs.yml\n" in said
    assert "   - search\n+  - plans: {organization: Ours}\n" in said


def test_a_menu_of_ones_own_gets_the_lines_to_add(tmp_path: Path) -> None:
    """They lead to the plan in a strict build; a site whose menu is made for it needs none."""
    config, docs = tmp_path / "mkdocs.yml", tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Welcome\n")
    config.write_text("site_name: Ours\ntheme: {name: material, font: false}\nnav:\n  - Home: index.md\n")
    said = init(tmp_path, "--yes", "--host", "none").stdout
    lines = said.partition("below `nav:` in mkdocs.yml:\n")[2].partition("\n\n")[0] + "\n"
    config.write_text(config.read_text().replace("  - Home: index.md\n", f"  - Home: index.md\n{lines}"))
    build(tmp_path, strict=True)
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert all(f'href="{page}/"' in home for page in ("strategies", "tactics", "scoreboard", "teams"))
    assert "nav:" not in init(tmp_path / "new", "--yes").stdout


def in_terminal(folder: Path, answers: str, *arguments: str) -> str:
    """Run the command in a terminal in which somebody types ahead; give all that it shows."""
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "init", *arguments)
    terminal.send(answers)
    return read_to_its_end(terminal)


def test_a_terminal_asks_for_what_the_options_say(tmp_path: Path) -> None:
    """What isn't understood is asked again; Enter takes what stands there; then it asks before it writes."""
    shown = in_terminal(
        tmp_path,
        "Small Makers\nxx\nde\n7\nours\n"
        "https://git.example.org/o/plan.git\n2\nplan.example.org\n"
        "https://plan.example.org\nPillar\n\n\nZiel, Ziele\n\n\ny\n",
        "new",
    )
    assert "What is your organisation called?" in shown
    assert 'the theme has no language "xx"' in shown
    assert "Ziel, a result that a plan wants [Ziel, Ziele]:" in shown
    assert "as it is" not in shown
    config = yaml.load((tmp_path / "new/mkdocs.yml").read_text("utf-8"), WithEnv)
    assert config["site_name"] == "Small Makers"
    assert config["theme"]["language"] == "de"
    assert '"ours" is no address of a repository' in shown
    assert config["repo_url"] == "https://git.example.org/o/plan"
    assert config["edit_uri"] == "-/edit/main/plans/"
    assert config["site_url"] == "https://plan.example.org/"
    options = config["plugins"][1]["plans"]
    assert options["fiscal_year_start"] == 7
    assert options["labels"] == {"theme": "Pillar"}
    assert all_found_in(tmp_path / "new") == []


def test_a_terminal_does_not_ask_for_what_was_said(tmp_path: Path) -> None:
    """An option is an answer."""
    said = ("--organization=Ours", "--host=none", "--language=German", "--fiscal-year-start=4")
    more = ("--repository=https://github.com/ours/plan", "--site-url=https://ours.example/")
    shown = in_terminal(tmp_path, "\n\n\n\ny\n", *said, *more, "--label", "theme=Pillar")
    assert "?" not in shown.partition("What do you call these?")[0]
    assert shown.count("]: ") == len(("strategy", "tactic", "goal", "dri", "Write 16 files?"))
    assert not (tmp_path / ".github").exists()


def test_a_terminal_asks_nothing_that_would_be_ignored(tmp_path: Path) -> None:
    """A site of a plan has its name and words: what it lacks is added, for the code host that it has."""
    init(tmp_path, "--yes", "--organization", "Ours", "--fiscal-year-start", 4, "--host", "gitlab")
    (tmp_path / "README.md").unlink()
    shown = in_terminal(tmp_path, "y\n")
    assert "There is a site of a plan already, Ours: its name" in shown
    assert "Only what is missing is added.\r\nWriting into .:" in shown
    assert "Write 1 file?" in shown
    assert (tmp_path / "README.md").is_file()
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("English", "en"), ("deutsch", "de"), ("français", "fr"), ("pt-br", "pt-BR"), ("Japanese", "ja")],
)
def test_a_language_is_known_by_its_names(name: str, code: str) -> None:
    """By its code, its English name, and its own."""
    assert read_language(name) == code


def test_who_says_no_keeps_an_empty_folder(tmp_path: Path) -> None:
    """And the exit status says so."""
    shown = in_terminal(tmp_path, "\n\n\n\n\n\n\n\n\n\n\nn\n")
    assert "nothing is written" in shown
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_mkdocs_refuses_is_refused(tmp_path: Path) -> None:
    """At once, and not after a walk through the folder that it names."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: .\n")
    assert "is the folder of mkdocs.yml itself" in init(tmp_path, "--yes", exit_code=2).stderr
