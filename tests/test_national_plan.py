"""A national action plan: a site of public bodies that answer jointly, where hardly anything is a number."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from mkdocs_plans.findings import Severity
from mkdocs_plans.rules import check
from tests.built_site import Published, build
from tests.national_site import BODIES, LINES, bodies, lines, objectives, write_national_site
from tests.small_site import read_site

OBJECTIVES, ALL_LINES = objectives(), lines()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan."""
    return write_national_site(tmp_path_factory.mktemp("national"))


@pytest.fixture(scope="module")
def built(written: Path) -> Published:
    """Build it; no warning is let through."""
    return build(written, strict=True)


def answering(one: dict[str, object]) -> list[str]:
    """Who answers for a plan, as it is written."""
    said = one["dri"]
    return said if isinstance(said, list) else [str(said)]


def test_the_plan_is_what_it_says(written: Path) -> None:
    """21 objectives, 260 lines of action, all bodies; and nothing worse than a notice."""
    loaded, site = read_site(written)
    plan = loaded.plan
    assert (len(plan.strategies), len(plan.tactics), len(plan.teams)) == (21, 260, len(BODIES))
    assert [len(plan.tactics_of(one)) for one in plan.strategies.values()] == list(LINES)
    assert {one.id: list(one.dri) for one in plan.tactics.values()} == {
        str(one["id"]): answering(one) for one in ALL_LINES
    }
    assert not [one for one in check(loaded, site).found if one.finding.severity.reaches(Severity.WARNING)]


def test_lines_are_in_the_order_of_their_numbers(built: Published) -> None:
    """10 after 9, and one that was put in later behind the one that it follows."""
    rows = built.page("tactics/").all("th", scope="row")
    found = [one.text.split()[0] for one in rows]
    assert sorted(found) == sorted(str(one["number"]) for one in ALL_LINES)
    assert [one for one in found if one.startswith("10.")] == [
        "10.1", "10.2", "10.3", "10.4", "10.5", "10.5-A", "10.7", "10.8",
    ]  # fmt: skip


def test_all_bodies_that_answer_are_named_once(built: Published) -> None:
    """On the page of a line all of them, and its team not again; in the table the first three."""
    line = next(one for one in ALL_LINES if len(answering(one)) == 7)
    titles = [bodies()[name]["title"] for name in answering(line)]
    page = built.page(f"lines/{line['strategy']}/{line['id']}/")
    facts = page.facts()
    assert facts["Responsible bodies"].split(" · ") == titles
    assert "Public body" not in facts
    row = next(one for one in built.page("tactics/").all("tr") if one.text.startswith(f"{line['number']} "))
    assert f"{' · '.join(titles[:3])} · 4 more" in row.text
    assert row.text.count(titles[0]) == 1
    alone = next(one for one in ALL_LINES if len(answering(one)) == 1)
    assert "Responsible body" in built.page(f"lines/{alone['strategy']}/{alone['id']}/").facts()


@pytest.mark.parametrize("body", [BODIES[0], "mfps", "regions"])
def test_each_body_lists_what_it_answers_for(body: str, built: Published) -> None:
    """All that is open of which it is one of the owners, whoever comes first."""
    page = built.page(f"bodies/{body}/")
    open_ = [
        one for one in (*OBJECTIVES, *ALL_LINES)
        if body in answering(one) and one["status"] not in {"implemented", "merged into another line"}
    ]  # fmt: skip
    names = page.all("p", class_="plans-action__do")
    ways = [one["href"] for one in page.all("a") if any(one.stands_in(name) for name in names)]
    plans = {way.rstrip("/").rpartition("/")[2] for way in ways if "#" not in way}
    assert plans == {str(one["id"]) for one in open_}


def test_own_statuses_are_counted_and_filtered(built: Published) -> None:
    """Each by its own word, in the table of lines."""
    found = Counter(one["data-status"] for one in built.page("tactics/").all("tr")[1:])
    assert found == Counter(str(one["status"]) for one in ALL_LINES)


def test_yearly_targets_in_words_are_shown_and_never_computed(built: Published) -> None:
    """All on the goal's own page, what is next in the table of all; nothing there misses a reading."""
    page = built.page("objectives/so-2/").text
    assert re.search(
        "No data 2026 At least one .* district ?2027 At least one .* municipality Not met yet", page
    )
    rows = built.page("goals/").texts("tr")
    shown = next(one for one in rows if one.startswith("R2.1 "))
    assert "2026 At least one office in each district" in shown
    assert "2027" not in shown
    in_words = [one for one in rows if "Done in full" in one]
    assert len(in_words) == len(ALL_LINES)
    assert not [one for one in in_words if "no reading yet" in one or "%" in one]


def test_numbers_of_axes_stand_before_their_names(built: Published) -> None:
    """Wherever the plan is shown by axis."""
    for page in ("", "strategies/", "timeline/", "map/", "scoreboard/", "on-one-page/"):
        text = built.page(page).text
        assert "Axis 1 Rights and law" in text, page
        assert not re.search(r"(?<!Axis 1 )Rights and law", text), page


def test_no_one_body_is_said_to_answer_alone(built: Published) -> None:
    """Where several may."""
    text = built.page("strategy-and-tactic/").text
    assert "Each has one responsible body or several, who answer for it." in text
