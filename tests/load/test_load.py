"""Files → plan: what is a plan file, what defaults hold, and what reading finds."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path

import pytest

from mkdocs_plans.model import LevelPlan, PlanFile, Strategy, make
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Settings
from tests.small_site import CONFIG, STRATEGY, TACTIC, brief, found_in, read_site, text, write_site

ROOT = Path(__file__).parents[2]


SITES = [ROOT, ROOT / "tests/sites/federal-data-strategy", ROOT / "tests/sites/south-dakota-mines"]


def front_matter(**lines: str) -> str:
    """A file with these lines of front matter."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + "---\n"


def test_only_files_with_a_type_of_ours_are_plan_files(tmp_path: Path) -> None:
    """Other pages, and other plugins' types, are left alone, however broken their front matter."""
    files: dict[str, str | bytes] = {
        "page.md": "# A page\n",
        "post.md": front_matter(type="post", title="A post"),
        "broken.md": "---\ntitle: a: b\n---\n",
        "open.md": "---\nsome text\n",
        "number.md": front_matter(type="[1, 2]"),
        "hire.md": STRATEGY,
    }
    loaded, _ = read_site(write_site(tmp_path, files))
    assert [file.path for file in loaded.plan.files] == ["hire.md"]
    assert loaded.findings == ()


def test_a_near_miss_of_a_type_is_a_finding(tmp_path: Path) -> None:
    """The file is meant to be a plan, so it doesn't vanish in silence; nor is a link to it at fault."""
    files: dict[str, str | bytes] = {
        "hire.md": STRATEGY.replace("type: strategy", "type: stategy"),
        "ask.md": TACTIC,
    }
    found = found_in(write_site(tmp_path, files))
    assert brief(found) == [("unknown-type", "hire.md", 2, 7)]
    assert '"strategy"' in found[0].finding.hint


@pytest.mark.parametrize(
    "said",
    [
        "{tactic}",
        "{tactic: x}",
        "[[tactic]]",
        "[tactic, 5]",
        "{}",
        "[]",
        '""',
        "{a: {b: {c: {d: e}}}}",
        "2026",
    ],
)
def test_a_type_that_is_no_text_does_not_hide_a_plan(said: str, tmp_path: Path) -> None:
    """The file has fields that only plans have."""
    files: dict[str, str | bytes] = {
        "hire.md": STRATEGY,
        "ask.md": TACTIC.replace("type: tactic", f"type: {said}"),
    }
    found = found_in(write_site(tmp_path, files))
    assert {one.finding.path for one in found if one.finding.severity == "error"} == {"ask.md"}
    assert {one.finding.rule for one in found} <= {"unknown-type", "missing-field", "strategy-without-tactic"}


def test_a_misspelt_type_key_is_a_finding_and_the_plan_is_read(tmp_path: Path) -> None:
    """One mistake in a key doesn't take the whole plan away."""
    folder = write_site(tmp_path, {"hire.md": STRATEGY.replace("type:", "tpye:"), "ask.md": TACTIC})
    assert brief(found_in(folder)) == [("misspelt-field", "hire.md", 2, 1)]
    assert "hire" in read_site(folder)[0].plan.strategies


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Hire_People.md", "hire-people"),
        ("people/index.md", "people"),
        ("people/README.md", "people"),
        ("index.md", "index"),
        ("a/b.c.md", "b-c"),
    ],
)
def test_an_id_follows_the_files_name(path: str, expected: str, tmp_path: Path) -> None:
    """For an index its folder's."""
    loaded, _ = read_site(write_site(tmp_path, {path: STRATEGY}))
    assert list(loaded.plan.strategies) == [expected]


def test_a_title_may_be_the_first_heading(tmp_path: Path) -> None:
    """A file that reads well on the code host needs no title in its front matter."""
    loaded, _ = read_site(write_site(tmp_path, {"a.md": "---\ntype: theme\n---\n\n# People first\n"}))
    assert loaded.plan.themes["a"].title == "People first"
    assert loaded.findings == ()


def test_a_plan_with_no_title_is_a_finding_and_keeps_its_page(tmp_path: Path) -> None:
    """A statement needs none: its type says what it is."""
    folder = write_site(
        tmp_path,
        {
            "grow-people.md": "---\ntype: theme\n---\n",
            "mission.md": front_matter(type="mission", statement="We help."),
        },
    )
    assert brief(found_in(folder)) == [("missing-field", "grow-people.md", 1, 1)]
    plan = read_site(folder)[0].plan
    assert plan.themes["grow-people"].title == "Grow people"
    assert plan.missions[0].title == "Mission"


def test_a_plan_with_wrong_values_keeps_all_the_others(tmp_path: Path) -> None:
    """Each wrong value is a finding; page, links and the rest stay."""
    content = """
        ---
        type: strategy
        id: Hire People
        title: Hire
        status: actve
        start: soon
        summary: We hire.
        goals:
          - id: grow
            title: Grow
            baseline: about 60
            target: 80
          - id: nameless
        updates:
          - {date: 2026-06-01, readings: {grow: many}, note: Fine.}
        ---
        """
    folder = write_site(
        tmp_path, {"hire.md": content, "ask.md": TACTIC.replace("first-year-retention", "nameless")}
    )
    rules = [finding.rule for finding in read_site(folder)[0].findings]
    assert sorted(rules) == [*["invalid-id"], *["invalid-value"] * 4, "missing-field"]
    assert len(found_in(folder)) == len(rules)
    strategy = read_site(folder)[0].plan.strategies["hire"]
    assert strategy.summary == "We hire."
    assert [(goal.id, goal.baseline, str(goal.target)) for goal in strategy.goals] == [("grow", None, "80")]
    assert strategy.updates[0].note == "Fine."


@pytest.mark.parametrize("line", ["stategy: hire", "strategy: [hire, sell]", "strategy: {hire: now}"])
def test_a_tactic_whose_strategy_cannot_be_read_is_not_without_one(line: str, tmp_path: Path) -> None:
    """One mistake, one finding."""
    files: dict[str, str | bytes] = {
        "hire.md": STRATEGY,
        "ask.md": f"---\ntype: tactic\ntitle: Ask\n{line}\n---\n",
    }
    assert [place[1:3] for place in brief(found_in(write_site(tmp_path, files)))] == [("ask.md", 4)]


def test_ids_are_unique_among_plans_themes_and_teams_each(tmp_path: Path) -> None:
    """A theme and a team may be called alike; a strategy and a tactic may not."""
    files: dict[str, str | bytes] = {
        "people.md": front_matter(type="theme", title="People"),
        "teams/people.md": front_matter(type="team", title="People"),
        "strategies/people.md": STRATEGY,
        "tactics/people.md": TACTIC.replace("strategy: hire", "strategy: people"),
    }
    assert brief(found_in(write_site(tmp_path, files))) == [("duplicate-id", "tactics/people.md", 1, 1)]


def test_two_goals_of_a_plan_with_one_id_are_a_finding(tmp_path: Path) -> None:
    """Their anchors would be one."""
    content = STRATEGY.replace("goals:\n", "goals:\n  - {id: first-year-retention, title: Another}\n")
    assert brief(found_in(write_site(tmp_path, {"hire.md": content}))) == [("duplicate-id", "hire.md", 7, 9)]


def test_keys_of_other_plugins_and_of_the_organisation_are_no_findings(tmp_path: Path) -> None:
    """Material's own keys are known; the organisation's are named in the settings, and kept."""
    lines = "tags: [a]\nhide: [toc]\nbudget_line: 4711\ncolour: blue\n"
    config = text(CONFIG) + "      extra_fields: {budget_line: Budget line}\n"
    folder = write_site(tmp_path, {"hire.md": STRATEGY.replace("dri:", lines + "dri:")}, config=config)
    (finding,) = found_in(folder)
    assert (finding.finding.rule, finding.finding.severity, finding.span.line) == (
        "unknown-field",
        "notice",
        7,
    )
    assert read_site(folder)[0].plan.strategies["hire"].extra == {"budget_line": "4711"}


def test_a_comment_is_not_a_text_that_was_cut(tmp_path: Path) -> None:
    """A `#` with a space after it, or beside a word from a list, is meant."""
    lines = "status: active #for now\nsummary: We hire   # see below\n"
    assert found_in(write_site(tmp_path, {"hire.md": STRATEGY.replace("dri:", lines + "dri:")})) == []


def test_wrong_views_are_found_on_any_page(tmp_path: Path) -> None:
    """An unknown view, an unknown argument, a wrong value, and arguments that can't be read."""
    page = """
        # A page

        <!-- plans/tactix -->

        <!-- plans/tactics {teem: sales} -->

        <!-- plans/tactics {status: [active, activ]} -->

        <!-- plans/tactics {status: -->

        <!-- plans/teams {theme: a} -->

        <!-- plans/scoreboard {theme: a, heath: on-track} -->

        <!-- plans/tactics {team: sales, status: [active]} -->
        """
    team = "---\ntype: team\ntitle: Sales\n---\n"
    theme = "---\ntype: theme\ntitle: A\n---\n"
    found = found_in(write_site(tmp_path, {"page.md": page, "sales.md": team, "a.md": theme}))
    places = [("unknown-view", "page.md", line, column) for line, column in
              [(3, 12), (5, 21), (7, 38), (9, 28), (11, 19), (13, 34)]]  # fmt: skip
    assert brief(found) == places
    assert '"tactics"' in found[0].finding.hint
    assert '"team"' in found[1].finding.hint
    assert '"health"' in found[5].finding.hint


def test_a_view_that_names_what_is_not_there_is_found(tmp_path: Path) -> None:
    """At the name itself, with the nearest one; what couldn't be read may well be there."""
    page = """
        # A page

        <!-- plans/timeline {strategy: hier} -->

        <!-- plans/coverage {dri: [vp-sales, vp-slaes], strategy: hire} -->

        <!-- plans/map {team: sales, theme: broken} -->

        <!-- plans/person {handle: nobody} -->
        """
    files = {
        "page.md": page,
        "hire.md": STRATEGY,
        "ask.md": TACTIC,
        "broken.md": "---\ntype: theme\ntitle: [\n---\n",
    }
    found = [one for one in found_in(write_site(tmp_path, files)) if one.finding.path == "page.md"]
    assert brief(found) == [("unknown-view", "page.md", line, column) for line, column in
                            [(3, 32), (5, 38), (7, 23), (9, 28)]]  # fmt: skip
    assert found[0].finding.message == 'no strategy has the id "hier"'
    assert found[0].finding.hint == 'did you mean "hire"?'
    assert found[1].finding.message == 'nobody has the handle "vp-slaes"'
    assert found[2].finding.message == 'no team has the id "sales"'


def test_a_view_names_anyone_where_the_people_cannot_be_read(tmp_path: Path) -> None:
    """The people file's own finding says enough."""
    page = "<!-- plans/tactics {dri: anyone} -->\n"
    found = found_in(write_site(tmp_path, {"people.yml": "a: {role: VP\n", "page.md": page}))
    assert {one.finding.path for one in found} == {"people.yml"}


def test_a_people_file_that_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    """Not one for each name that it would have explained."""
    folder = write_site(
        tmp_path, {"people.yml": "vp-sales: {role: VP\n", "hire.md": STRATEGY, "ask.md": TACTIC}
    )
    assert [(rule, path) for rule, path, *_ in brief(found_in(folder))] == [
        ("invalid-front-matter", "people.yml")
    ]


def test_a_person_needs_no_more_than_a_handle(tmp_path: Path) -> None:
    """A handle may stand for an office; a wrong value of a person is found at its place."""
    people = "vp-sales:\nrecruiting-lead: {role: Lead, until: soon}\n"
    folder = write_site(tmp_path, {"people.yml": people, "hire.md": STRATEGY, "ask.md": TACTIC})
    assert brief(found_in(folder)) == [("invalid-value", "people.yml", 2, 38)]
    assert read_site(folder)[0].plan.people["vp-sales"].shown_name == "vp-sales"


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_the_repositorys_own_sites_have_no_errors(root: Path) -> None:
    """The three plans are read whole."""
    loaded, site = read_site(root)
    assert [one for one in check(loaded, site).found if one.finding.severity == "error"] == []
    assert loaded.plan.strategies
    assert loaded.plan.tactics


def test_the_settings_reach_the_fields(tmp_path: Path) -> None:
    """A fiscal year begins in the month that the site says."""
    config = text(CONFIG) + "      fiscal_year_start: 7\n"
    folder = write_site(tmp_path, {"hire.md": STRATEGY.replace("dri:", "end: FY26\ndri:")}, config=config)
    end = read_site(folder)[0].plan.strategies["hire"].end
    assert end is not None
    assert str(end.last) == "2026-06-30"


def test_plan_files_are_frozen() -> None:
    """Nothing changes an entity after it is read."""
    typed: PlanFile | None = make(Strategy, {"type": "strategy", "id": "a", "title": "A"}, "a.md").entity
    assert isinstance(typed, LevelPlan)
    with pytest.raises(ValueError, match="frozen"):
        typed.title = "B"  # type: ignore[misc]
    assert Settings().rules == {}


def test_actions_that_are_called_alike_have_anchors_of_their_own(tmp_path: Path) -> None:
    """Numbered in their order, around the ids that are written."""
    actions = "actions: [{do: Ask}, {do: Ask}, {do: Tell, id: ask-3}, {do: Ask}]\n"
    loaded, _ = read_site(
        write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC.replace("dri:", actions + "dri:")})
    )
    assert [action.id for action in loaded.plan.tactics["ask"].actions] == ["ask", "ask-2", "ask-3", "ask-4"]
    assert loaded.findings == ()


def test_a_finding_keeps_its_place_behind_an_item_that_was_left_out(tmp_path: Path) -> None:
    """What is wrong in the fourth action is shown there, though the first and the third can't be read."""
    lines = ["actions:", "  - due: 2026-01-31", "  - do: Ask", "  - Tell", "  - {do: Listen, dri: nobody}"]
    content = TACTIC.replace("dri:", "\n".join(lines) + "\ndri:")
    found = found_in(write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": content}))
    assert brief(found) == [
        ("missing-field", "ask.md", 7, 5),
        ("invalid-value", "ask.md", 9, 5),
        ("unknown-person", "ask.md", 10, 23),
    ]


def test_accents_within_and_behind_a_letter_are_one(tmp_path: Path) -> None:
    """A file that macOS named, or that somebody typed there, names the same people and plans."""
    behind = partial(unicodedata.normalize, "NFD")
    config = text(CONFIG).replace("material,", "material, language: de,")
    files = {
        "people.yml": behind("jürgen: {role: Büro}\n"),
        behind("größe.md"): "---\ntype: strategy\ntitle: Größe\ndri: jürgen\n---\n",
        "ask.md": behind("---\ntype: tactic\ntitle: Straße\nstrategy: groesse\ndri: jürgen\n---\n"),
    }
    plan = read_site(write_site(tmp_path, files, config=config))[0].plan
    assert list(plan.strategies) == ["groesse"]
    assert {one.dri for one in plan.plans.values()} == {("jürgen",)}
    assert set(plan.people) == {"jürgen"}
    assert plan.tactics["ask"].strategy == "groesse"


def test_a_handle_that_is_given_twice_in_two_spellings_is_found(tmp_path: Path) -> None:
    """Only the bytes differ: neither may be lost in silence."""
    people = f"jürgen: {{role: Clerk}}\n{unicodedata.normalize('NFD', 'jürgen')}: {{role: Chair}}\n"
    found = found_in(write_site(tmp_path, {"people.yml": people, "hire.md": STRATEGY, "ask.md": TACTIC}))
    assert ("duplicate-key", "people.yml", 2, 1) in brief(found)
