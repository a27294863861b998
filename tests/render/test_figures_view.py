"""The view `figures`: how each figure is computed, and the labels that lead there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans import figures
from tests.full_site import write_full_site
from tests.markup import Html
from tests.render.rendered import page, rendering, view
from tests.small_site import CONFIG, text, write_site

SECTIONS = {
    "today", "current-value", "goal-progress", "kept", "strategy-progress", "tactic-progress", "expected",
    "pace", "health", "overdue", "worked-on", "slip", "counts", "review-due", "costs", "shown-numbers",
}  # fmt: skip

VIEWS = ["overview", "scoreboard", "coverage", "strategies", "tactics", "teams", "person"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def labels(html: Html) -> dict[str, str]:
    """Where the labels of figures lead, by their texts."""
    return {link.text: link["href"] for link in html.all("a", class_="plans-how")}


def test_each_figure_has_a_section_of_its_own(site: Path) -> None:
    """Under a heading with an address that stays."""
    assert {heading["id"] for heading in view(site, "figures").all("h2")} == SECTIONS


def test_thresholds_are_those_that_health_goes_by(site: Path) -> None:
    """The page can't say another number than the arithmetic has."""
    on_track, at_risk = figures.ON_TRACK_FROM, figures.AT_RISK_FROM
    said = f"on track from −{-on_track} points up, at risk from −{-at_risk} points up"
    assert said in view(site, "figures").text


def test_reviews_are_as_often_as_the_site_says(tmp_path: Path) -> None:
    """The page of a site tells of that site."""
    site = write_site(tmp_path, config=text(CONFIG) + "      review: {strategy: yearly, tactic: weekly}\n")
    assert "a strategy is reviewed every year and a tactic every week" in view(site, "figures").text


def test_links_within_the_page_lead_to_a_section(site: Path) -> None:
    """Pace leads to the two figures that it is made of."""
    links = {link["href"].removeprefix("#") for link in view(site, "figures").all("a")}
    assert {"goal-progress", "expected", "pace"} <= links <= SECTIONS


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "strategies/hire.md",
            {"Health": "health", "Next review": "review-due", "Progress": "strategy-progress",
             "Now": "current-value", "How it goes": "health", "Actions done": "tactic-progress"},
        ),
        ("tactics/ask.md", {"Health": "health", "Progress": "tactic-progress", "Together": "costs"}),
    ],
)  # fmt: skip
def test_a_label_leads_to_how_its_figure_is_computed(path: str, expected: dict[str, str], site: Path) -> None:
    """On the pages of plans: the facts, the goals, the heads of tables, the sum of costs."""
    found = labels(page(site, path))
    assert {label: found[label] for label in expected} == {
        label: f"/guide/figures#{anchor}" for label, anchor in expected.items()
    }


def test_no_label_leads_nowhere(site: Path) -> None:
    """On any page: each names a section that there is."""
    pages = [page(site, path) for path in rendering(site)[0].by_path]
    pages += [view(site, name, "handle: ada" if name == "person" else "") for name in VIEWS]
    links = {address for html in pages for address in labels(html).values()}
    assert {address.removeprefix("/guide/figures#") for address in links} <= SECTIONS
    assert all(labels(html) for html in pages if html.all(class_="plans-health"))


def test_what_has_no_label_is_named_where_the_page_says_of_which_day_it_is(site: Path) -> None:
    """The heads of the tactics browser sort its table, and lead nowhere else."""
    shown = view(site, "tactics")
    assert not shown.part("thead").all("a", class_="plans-how")
    assert {"Health", "Progress", "Overdue", "Slip"} <= labels(shown.part("p", class_="plans-as-of")).keys()


def test_a_site_without_the_page_has_labels_that_lead_nowhere(site: Path) -> None:
    """As where it leaves the page out: they are texts."""
    plan, renderer = rendering(site)
    around = renderer.plan_page(plan.by_path["strategies/hire.md"], lambda path: None)
    assert not Html(around.above + around.below).all("a", class_="plans-how")


EXAMPLES = {
    "hire.md": """
        ---
        type: strategy
        title: Hire
        start: 2026-01-01
        end: 2026-04-11
        goals:
          - {id: more, title: More, baseline: 60, target: 80, due: 2026-01-11}
          - {id: fewer, title: Fewer, baseline: 12, target: 4}
          - {id: behind, title: Behind, baseline: 0, target: 100}
          - {id: half, title: Half, baseline: 60, target: 80, due: 2026-01-11}
          - {id: fast, title: Fast, target: 8, keep: at most, unit: minutes}
        updates:
          - {date: 2026-12-01, readings: {more: 80}}
          - {date: 2026-02-25, readings: {behind: 40}}
          - {date: 2026-02-01, readings: {more: 75, fewer: 10, fast: 8}}
          - {date: 2026-01-06, readings: {half: 70}}
        ---
    """,
    "ask.md": """
        ---
        type: tactic
        title: Ask
        strategy: hire
        actions:
          - {do: One, done: 2026-02-01}
          - {do: Two, done: 2026-02-01}
          - {do: Three, dropped: 2026-02-01}
          - {do: Four, due: 2026-11-22}
          - {do: Five, due: 2026-04-30, originally: 2026-03-31}
        resources: [{name: A, cost: 4800 USD}, {name: B, cost: 200 USD}, {name: C, cost: 300 EUR}]
        updates: [{date: 2026-05-15}]
        review: quarterly
        ---
    """,
}
"""What the examples of the page are about."""


@pytest.mark.parametrize(
    ("path", "within", "shown"),
    [
        ("hire.md", "goal-more", "Now 75 Target 80 75%"),
        ("hire.md", "goal-fewer", "25%"),
        ("hire.md", "goal-behind", "Pace −15 points (55% expected)"),
        ("hire.md", "goal-half", "(50% expected)"),
        ("hire.md", "goal-fast", "Held"),
        ("ask.md", "", "50% 2 of 4 done"),
        ("ask.md", "", "22 Nov 2026, 1 day overdue"),
        ("ask.md", "", "30 days later than first promised: 31 Mar 2026"),
        ("ask.md", "", "Together €300 + $5,000"),
        ("ask.md", "", "Next review 15 Aug 2026"),
    ],
)
def test_the_examples_come_out_as_the_page_says(path: str, within: str, shown: str, examples: Path) -> None:
    """On the page of a plan that has their numbers."""
    html = page(examples, path)
    around = html.part("section", **{"aria-labelledby": within}) if within else html
    assert shown in around.text


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plans of the page's examples."""
    return write_site(tmp_path_factory.mktemp("examples"), EXAMPLES)
