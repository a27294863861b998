"""`plans new`: files that are begun, plans that are laid out by a model, and what is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.authoring.starter import read_models
from mkdocs_plans.cli import main
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.findings import Severity
from mkdocs_plans.load import folder_of, load
from mkdocs_plans.rules import check
from mkdocs_plans.settings import find_site
from tests.fixes.test_fidelity import copy_of
from tests.small_site import CONFIG, QUIET, STRATEGY, read_site, write_site
from tests.terminal import answer, begin, read_to_its_end

In = Callable[..., Result]

MODELS = ("basic", "okr", "issue-based", "balanced-scorecard")
EMPTY: dict[str, str | bytes] = {
    "mission.md": "---\ntype: mission\nstatement: We make.\n---\n",
    "vision.md": "---\ntype: vision\nstatement: All have.\n---\n",
}


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> In:
    """Run `plans new` in a folder."""

    def run(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(main, ["new", *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def found_rules(folder: Path, path: str) -> list[str]:
    """The rules of what a check finds in one file of a site."""
    checked = check(*read_site(folder))
    return [one.finding.rule for one in checked.found if one.finding.path == path]


@pytest.mark.parametrize(
    "title", ["Be #1", "Hire: now", "'Quoted' \"twice\"", "- 100 %", "@all", "null", "Ärger & Co."]
)
@pytest.mark.parametrize("type_", ["strategy", "tactic", "theme", "team"])
def test_a_file_is_begun_whatever_it_is_called(tmp_path: Path, new: In, type_: str, title: str) -> None:
    """Its title reads as it was typed, and the check has nothing to say but what nobody else can know."""
    folder = write_site(tmp_path, {**EMPTY, "strategies/hire.md": STRATEGY})
    result = new(
        folder,
        type_,
        "--id=mine",
        "--dri=vp-sales",
        "--goal=One: #2",
        "--action=Go: #1",
        "--yes",
        "--",
        title,
    )
    assert result.exit_code == 0, result.output
    plural = {"strategy": "strategies"}.get(type_, f"{type_}s")
    loaded, _ = read_site(folder)
    begun = loaded.plan.by_path[f"{plural}/mine.md"]
    assert (begun.title, begun.type, begun.id) == (title, type_, "mine")
    assert not [one for one in loaded.findings if one.path == begun.path]
    assert found_rules(folder, begun.path) in ([], ["team-without-tactic"], ["goal-without-measure"])


def test_a_tactic_serves_the_only_strategy_and_lies_within_it(tmp_path: Path, new: In) -> None:
    """Its dates are sensible: from the next month, for three months, not past the strategy's end."""
    dated = STRATEGY.replace("dri:", "start: 2027-01-15\nend: 2027-02-28\ndri:")
    folder = write_site(tmp_path, {"hire.md": dated})
    said = ("--advances", "first-year-retention", "--advances", "hire#first-year-retention")
    assert new(folder, "tactic", "Ask every candidate", *said, "--yes").exit_code == 0
    text = (folder / "plans/tactics/ask-every-candidate.md").read_text("utf-8")
    assert "\nstrategy: hire\nadvances: [first-year-retention, hire#first-year-retention]\n" in text
    assert "\nstart: 2027-01-15\nend: 2027-02-28\n" in text
    assert "\nid:" not in text


def test_several_answer_and_a_goal_is_served_where_the_site_has_it(tmp_path: Path, new: In) -> None:
    """People and teams, by whatever they are called; a site with one DRI is told what allows several."""
    config = f"{CONFIG.rstrip()}\n      joint_dris: true\n      team_dris: true\n"
    team = "---\ntype: team\ntitle: The field team\n---\n"
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, "field.md": team}, config=config)
    said = ("--dri", "VP Sales", "--dri", "The field team", "--yes")
    goal = "Keep more of the people we hire"
    assert new(folder, "strategy", "Grow", "--serves", f"hire#{goal}", *said).exit_code == 0
    text = (folder / "plans/strategies/grow.md").read_text("utf-8")
    assert "\nserves: hire#first-year-retention\ndri: [vp-sales, field]\n" in text
    assert found_rules(folder, "strategies/grow.md") == []
    assert "--serves parent-id#goal-id" in new(folder, "strategy", "Sell", "--serves", goal, *said).output
    assert "a team has one lead" in new(folder, "team", "Sell", *said).output
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    assert "the setting `joint_dris` allows several" in new(folder, "strategy", "Sell", *said).output


def test_a_tactic_may_be_begun_directly_under_a_theme(tmp_path: Path, new: In) -> None:
    """Where the site lets it: else it would bring an error into the plan."""
    theme = "---\ntype: theme\ntitle: People\n---\n"
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "people.md": theme})
    said = ("tactic", "Ask", "--theme", "People", "--yes")
    assert "would bring an error into the plan" in new(folder, *said).output
    config = f"{CONFIG.rstrip()}\n      rules: {{tactic-without-strategy: notice}}\n"
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    assert new(folder, *said).exit_code == 0
    text = (folder / "plans/tactics/ask.md").read_text("utf-8")
    assert "\ntheme: people\n" in text
    assert "strategy:" not in text


def test_a_new_file_goes_where_the_others_are(tmp_path: Path, new: In) -> None:
    """Also where each has a folder of its own."""
    folder = write_site(
        tmp_path, {"plan/one/index.md": STRATEGY, "plan/two/index.md": STRATEGY, "x.md": STRATEGY}
    )
    assert new(folder, "strategy", "Three", "--yes").exit_code == 0
    assert (folder / "plans/plan/three.md").is_file()


def test_sections_are_those_that_the_site_asks_for(tmp_path: Path, new: In) -> None:
    """So that the check doesn't miss them later."""
    config = "site_name: A\ndocs_dir: plans\nplugins:\n  - plans: {sections: {strategy: [Why now]}}\n"
    folder = write_site(tmp_path, config=config)
    new(folder, "strategy", "Three", "--yes")
    assert "\n## Why now\n" in (folder / "plans/strategies/three.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (("strategy", "Hire"), 'there is a strategy "hire" already: name another id, as --id hire-2'),
        (("tactic", "A", "--strategy", "hier"), 'no strategy has the id "hier": did you mean "hire"?'),
        (("tactic", "A"), "a tactic serves a strategy: name it, as --strategy ID; there are hire, sell"),
        (("tactic", "A", "--strategy", "hire", "--dri", "vp-slaes"), "would bring an error into the plan"),
        (("theme", "Other"), "plans/themes/other.md is there already"),
        (("theme", "???"), "no id can be made of this title"),
        (("theme", "A", "--id", "A b"), "isn't an id"),
        (("theme", " "), "the text is empty"),
        (("strategy", "A", "--end", "soon"), "isn't a date"),
        (("strategy",), 'as `plans new strategy "A title"`'),
        ((), "as `plans new strategy`"),
        (("--model", "okrs"), 'there is no planning model "okrs": did you mean "okr"?'),
        (("theme", "A", "--model", "okr"), "name no TYPE with it"),
    ],
)
def test_what_can_not_be_begun_is_refused(
    tmp_path: Path, new: In, said: tuple[str, ...], answer: str
) -> None:
    """With the reason, and no file."""
    there = {"hire.md": STRATEGY, "sell.md": STRATEGY, "themes/other.md": "No plan file.\n"}
    folder = write_site(tmp_path, there)
    before = sorted(folder.rglob("*"))
    result = new(folder, *said, "--yes")
    assert result.exit_code == 2
    assert answer in result.stderr
    assert sorted(folder.rglob("*")) == before


def test_dry_run_shows_the_file_and_writes_none(tmp_path: Path, new: In) -> None:
    """In the form that `git apply` takes."""
    folder = write_site(tmp_path)
    result = new(folder, "theme", "People", "--dry-run")
    assert "--- /dev/null\n+++ b/plans/themes/people.md\n" in result.stdout
    assert not (folder / "plans/themes").exists()


def test_each_model_says_when_to_choose_it(tmp_path: Path, new: In) -> None:
    """The simplest first; no site is needed to read about them."""
    listed = new(tmp_path, "--model", "list").stdout
    assert sorted(MODELS, key=lambda name: listed.index(f"{name}: ")) == list(MODELS)
    assert listed.count("Choose it if: ") == len(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_a_model_lays_out_a_plan_that_passes_the_check(tmp_path: Path, new: In, model: str) -> None:
    """In a site that is empty nothing but questions is found; a second run overwrites nothing."""
    folder = write_site(tmp_path, EMPTY, config=QUIET)
    result = new(folder, "--model", model, "--yes")
    assert result.exit_code == 0
    assert ("below `- plans:`\n      labels: {" in result.stdout) == (model in {"okr", "balanced-scorecard"})
    checked = check(*read_site(folder))
    assert {one.finding.rule for one in checked.found} <= {"goal-without-measure"}
    assert len(read_site(folder)[0].plan.plans) >= 3
    again = new(folder, "--model", model, "--yes")
    assert again.exit_code == 2
    assert "would be overwritten" in again.stderr


@pytest.mark.parametrize("model", MODELS)
def test_a_model_fits_into_a_plan_that_is_there(tmp_path: Path, new: In, model: str) -> None:
    """It brings no error into the example site."""
    site = copy_of("example", tmp_path)
    assert new(tmp_path, "--model", model, "--yes").exit_code == 0
    checked = check(load(folder_of(site), site), find_site(tmp_path))
    assert not [one for one in checked.found if one.finding.severity is Severity.ERROR]


def test_each_model_in_the_folder_is_offered(tmp_path: Path) -> None:
    """Another file is another model, and one that isn't right is named."""
    assert tuple(read_models(templates_folder() / "models")) == MODELS
    (tmp_path / "mine.yml").write_text("title: Mine\nsummary: S\nchoose: C\nfiles: {../a.md: x}\n")
    with pytest.raises(ConfigurationError, match=r"mine\.yml is no planning model"):
        read_models(tmp_path)


def test_in_a_terminal_it_asks(tmp_path: Path) -> None:
    """Choices by number or by their words; Enter takes the default, or leaves a thing open."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "sell.md": STRATEGY.replace("stay", "sell")})
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new")
    answer(
        terminal,
        ("What do you want to begin.*Number", "tac"),
        ("called", "Be #1"),
        ("Which strategy.*Number", "salespeople"),
        ("1  Hire salespeople who sell.*2  Hire salespeople who stay.*Number", "2"),
        ("bring forward.*Numbers", "1"),
        ("first step", "Ask: them"),
        ("Who answers.*VP Sales.*Number", "recruit"),
        (r"begin\?.*2026-12-01", "2027-01-10"),
        (r"end\?.*2027-03-31", "2026"),
        (r"that is before it starts \(2027-01-10\).*end\?", "2027-Q1"),
        ("Write this", "y"),
    )
    assert "plans/tactics/be-1.md is written" in read_to_its_end(terminal)
    text = (folder / "plans/tactics/be-1.md").read_text("utf-8")
    for line in (
        'title: "Be #1"',
        "strategy: hire",
        "dri: recruiting-lead",
        "end: 2027-Q1",
        '  - do: "Ask: them"',
    ):
        assert f"\n{line}\n" in text


def test_in_a_terminal_it_asks_for_what_is_not_said(tmp_path: Path) -> None:
    """And for nothing else; --yes takes the defaults."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "sell.md": STRATEGY})
    said = ("tactic", "Be there", "--strategy=hire", "--dri=vp-sales", "--action=Go")
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new", *said)
    answer(
        terminal, ("^Which of its goals.*Numbers", "1"), (r"begin\?", ""), (r"end\?", ""), ("Write this", "y")
    )
    assert "plans/tactics/be-there.md is written" in read_to_its_end(terminal)
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new", *said, "--id=be", "--yes")
    assert "plans/tactics/be.md is written" in read_to_its_end(terminal)


def test_it_asks_for_several_where_several_may_answer(tmp_path: Path) -> None:
    """And offers the teams that may."""
    config = f"{CONFIG.rstrip()}\n      joint_dris: true\n      team_dris: true\n"
    team = "---\ntype: team\ntitle: The field team\n---\n"
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, "field.md": team}, config=config)
    said = ("tactic", "Be there", "--advances=first-year-retention", "--action=Go", "--start=2027-01")
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new", *said, "--end=2027-03")
    answer(terminal, ("Who answers.*The field team \\(field\\).*Numbers", "1, 2"), ("Write this", "y"))
    assert "is written" in read_to_its_end(terminal)
    text = (folder / "plans/tactics/be-there.md").read_text("utf-8")
    assert "\ndri: [field, vp-sales]\n" in text


def test_a_name_that_nobody_has_is_told(tmp_path: Path) -> None:
    """With the file in which people are named."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY})
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new", "team", "Readers")
    answer(
        terminal,
        ("Who leads it.*Number", "Aisha Khan"),
        (
            'nobody in plans/people.yml is called "Aisha Khan": write a number from 1 to 2, '
            "or press Enter and add that person to plans/people.yml first.*Number",
            "",
        ),
        ("Write this", "n"),
    )
    read_to_its_end(terminal)


def test_people_that_can_not_be_read_are_told(tmp_path: Path) -> None:
    """Else nobody would know why the question is left out."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY, "people.yml": "- a: [\n"})
    terminal = begin(folder, sys.executable, "-m", "mkdocs_plans", "new", "team")
    answer(
        terminal, ("called", ""), ("a team can't be without a title: write a few words.*called", "Readers")
    )
    answer(
        terminal,
        ("plans/people.yml can't be read, so there is nobody to choose: see `plans check`.*Write this", "n"),
    )
    read_to_its_end(terminal)


OWN = CONFIG + "      labels: {tactic: [Initiative, Initiatives], goal: [Objective, Objectives]}\n"


@pytest.mark.parametrize("word", ["initiative", "Initiatives", "tactic", "tactics", "action plan"])
def test_a_type_is_known_by_the_sites_word(tmp_path: Path, new: In, word: str) -> None:
    """By ours as well, for one or several, and by one that others use."""
    folder = write_site(tmp_path, {**EMPTY, "strategies/hire.md": STRATEGY}, config=OWN)
    result = new(folder, word, "Ask", "--strategy", "hire", "--yes")
    assert result.exit_code == 0, result.output
    assert "type: tactic\n" in (folder / "plans/tactics/ask.md").read_text()


def test_a_goal_that_is_advanced_may_be_named_by_its_title(tmp_path: Path, new: In) -> None:
    """The file has its id."""
    folder = write_site(tmp_path, {**EMPTY, "strategies/hire.md": STRATEGY})
    new(
        folder,
        "tactic",
        "Ask",
        "--strategy",
        "hire",
        "--advances",
        "Keep more of the people we hire",
        "--yes",
    )
    assert "advances: [first-year-retention]\n" in (folder / "plans/tactics/ask.md").read_text()


def test_a_word_for_nothing_is_refused_with_the_nearest(tmp_path: Path, new: In) -> None:
    """The site's own among them."""
    folder = write_site(tmp_path, EMPTY, config=OWN)
    result = new(folder, "initiativ", "Ask")
    assert result.exit_code == 2
    assert 'nothing that can be begun is called "initiativ": did you mean "initiative"?' in result.stderr
    assert "write strategy, initiative, theme or team" in new(folder, "qqqqqq").stderr


def test_a_terminal_asks_in_the_sites_words(tmp_path: Path) -> None:
    """With the article that each takes."""
    folder = write_site(tmp_path, {**EMPTY, "strategies/hire.md": STRATEGY}, config=OWN)
    asked = begin(folder, sys.executable, "-m", "mkdocs_plans", "new")
    answer(
        asked, ("an initiative.*Enter to begin an initiative", ""), ("What is the initiative called", "Ask")
    )
    asked.terminate()
