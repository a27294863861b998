"""An OKR cascade: `cascade: okr`, and a site of eight levels that nothing is missing from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_plans.findings import Severity
from mkdocs_plans.rules import check
from mkdocs_plans.standing import Work, work_on
from tests.built_site import Published, build
from tests.markup import Html
from tests.okr_site import KEY_RESULTS, LEVELS, ROLES, Objective, make_objectives, write_okr_site
from tests.render.rendered import view
from tests.small_site import CONFIG, TODAY, read_site, write_site

OKR = CONFIG.replace("today: 2026-11-23", "today: 2026-11-23\n      cascade: okr")

OBJECTIVES = make_objectives()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the cascade."""
    return write_okr_site(tmp_path_factory.mktemp("okr"))


@pytest.fixture(scope="module")
def built(written: Path) -> Published:
    """Build it; no warning is let through."""
    return build(written, strict=True)


def in_order() -> list[Objective]:
    """The objectives as a reader goes through them: each before those below it, by their numbers."""

    def by_number(one: Objective) -> list[int]:
        return [int(part) for part in one.number.split(".")]

    def below(parent: Objective | None) -> list[Objective]:
        children = sorted((one for one in OBJECTIVES if one.parent is parent), key=by_number)
        return [each for child in children for each in (child, *below(child))]

    return below(None)


def numbers(page: Html, css: str) -> list[str]:
    """The numbers of the objectives in the headings of a page."""
    headings = [one for level in range(2, 7) for one in page.all(f"h{level}", class_=css)]
    found = (re.match(r"[\d.]+", one.text) for one in sorted(headings, key=page.all().index))
    return [match[0] for match in found if match]


def test_the_cascade_is_what_it_says(written: Path) -> None:
    """136 objectives on eight levels, 324 key results, 63 roles; and nothing worse than a notice."""
    loaded, site = read_site(written)
    plan = loaded.plan
    depths = [len(list(plan.line_of(one))) for one in plan.strategies.values()]
    assert [depths.count(level) for level in range(1, 9)] == list(LEVELS)
    assert (len(plan.strategies), len(plan.tactics), len(plan.people)) == (136, 0, ROLES)
    assert sum(len(one.goals) for one in plan.strategies.values()) == KEY_RESULTS == 324
    assert not [one for one in check(loaded, site).found if one.finding.severity.reaches(Severity.WARNING)]


@pytest.mark.parametrize(
    ("page", "css"), [("strategies/", "plans-tree__title"), ("on-one-page/", "plans-outline__title")]
)
def test_all_objectives_stand_in_one_tree_by_their_numbers(built: Published, page: str, css: str) -> None:
    """With all of their key results, and no heading below the sixth level."""
    shown = built.page(page)
    assert numbers(shown, css) == [one.number for one in in_order()]
    results = [text for listed in shown.all("ul", class_="plans-outline__goals") for text in [listed.text]]
    assert sum(len(re.findall(r"\bKR\d ", text)) for text in results) == KEY_RESULTS


def test_the_tree_is_nested_as_the_cascade_is(built: Published) -> None:
    """Each level is a list within the one above."""
    source = built.files["strategies/index.html"]
    depth = deepest = 0
    for mark in re.findall(r'<ul class="plans-tree">|<ul|</ul>', source[source.index("plans-tree") - 20 :]):
        depth += -1 if mark == "</ul>" else 1
        deepest = max(deepest, depth) if "tree" in mark else deepest
    assert deepest == len(LEVELS)


def test_no_page_loses_a_key_result_or_a_role(built: Published) -> None:
    """Coverage has a row for each, people a line for each; the home page shows what stands at the top."""
    goals = [one for one in built.page("coverage/").all("th", scope="row") if one.text.startswith("KR")]
    assert len(goals) == KEY_RESULTS
    people = {way for way in built.page("people/").links().values() if re.search(r"role-\d+/?$", way)}
    assert len(people) == ROLES
    home = built.page("").part("div", class_="plans-columns")
    ways = [link["href"] for link in home.all("a")]
    assert ways == [f"./objectives/{one.id}/" for one in OBJECTIVES if one.parent is None]
    assert not [page for page in built.pages if page.startswith("tactics/")]


@pytest.mark.parametrize(
    ("goal", "lines", "work"),
    [
        ("target: 8, baseline: 2", "updates: [{date: 2026-11-01, readings: {g: 5}}]", Work.BY_CHECK_INS),
        ("target: 8, baseline: 2", "updates: [{date: 2026-11-01, note: Slow.}]", Work.NONE),
        ("target: 8, baseline: 2", "updates: [{date: 2026-12-01, readings: {g: 5}}]", Work.NONE),
        ("target: one in each county", "updates: [{date: 2026-11-01, note: Slow.}]", Work.BY_CHECK_INS),
        ("target: one in each county", "", Work.NONE),
        ("target: 8, keep: at most", "", Work.NOT_NEEDED),
    ],
)
def test_a_key_result_is_work_once_somebody_checks_in_on_it(
    goal: str, lines: str, work: Work, tmp_path: Path
) -> None:
    """By a reading, or where it has no number by any check-in; without the setting it is none."""
    front = f"---\ntype: strategy\ntitle: Grow\ngoals: [{{id: g, title: G, {goal}}}]\n{lines}\n---\n"
    for config, expected in ((OKR, work), (CONFIG, work if work is Work.NOT_NEEDED else Work.NONE)):
        site = write_site(tmp_path / str(config == OKR), {"people.yml": "", "grow.md": front}, config=config)
        plan = read_site(site)[0].plan
        grow = plan.strategies["grow"]
        assert work_on(plan, grow, grow.goals[0], TODAY) is expected


def test_what_has_no_number_stands_as_written(tmp_path: Path) -> None:
    """After what has one, in the order of the files and not of the titles."""
    files: dict[str, str | bytes] = {"people.yml": ""}
    for name, title, more in (
        ("a", "Zebra", ""),
        ("b", "Aardvark", ""),
        ("c", "Ten", "number: '1.10'"),
        ("d", "Two", "number: '1.2'"),
        ("e", "Below two", "serves: 'd#kr'"),
    ):
        goals = "goals: [{id: kr, title: A key result}]"
        files[f"{name}.md"] = f"---\ntype: strategy\ntitle: {title}\n{more}\n{goals}\n---\n"
    shown = view(write_site(tmp_path, files, config=OKR), "strategies")
    titles = sorted((*shown.all("h2"), *shown.all("h3")), key=shown.all().index)
    assert [one.text for one in titles] == ["1.2 Two", "Below two", "1.10 Ten", "Zebra", "Aardvark"]
    assert "serves A key result" in shown.text


def test_a_card_of_an_objective_asks_for_no_tactic(tmp_path: Path) -> None:
    """Nor does a page; where there are no key results either, both do."""
    objective = "---\ntype: strategy\ntitle: Grow\ntheme: people\n{}---\n"
    theme = "---\ntype: theme\ntitle: People\n---\n"
    for goals, asks in (("goals: [{title: A key result}]\n", False), ("", True)):
        site = write_site(
            tmp_path / str(asks),
            {"people.yml": "", "people.md": theme, "grow.md": objective.format(goals)},
            config=OKR,
        )
        assert ("No tactic serves" in view(site, "on-one-page").text) is asks
