"""What has no date and says in words when it is."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans import due
from mkdocs_plans.rules import check
from tests.render.rendered import page, rendering, view
from tests.small_site import CONFIG, read_site, write_site

FILES = {
    "people.yml": "ada: {name: Ada Ames}\n",
    "grow.md": (
        "---\ntype: strategy\ntitle: Grow\ndri: ada\nstart: 2026-01-01\nwhen: until the <law> is passed\n"
        "goals:\n  - {id: more, title: Sell more, measure: Sales, baseline: 1, target: 9}\n"
        "  - {id: abroad, title: Sell abroad, when: once we have a licence, measure: Offices}\n"
        "updates: [{date: 2026-11-01, note: On it.}]\n---\n\n## Where we stand\n\nx\n\n"
        "## Where we want to be\n\nx\n"
    ),
    "ask.md": (
        "---\ntype: tactic\ntitle: Ask\nstrategy: grow\nadvances: [more, abroad]\ndri: ada\n"
        "start: 2026-01-01\nwhen: ongoing\nactions: [{do: Ring}]\n"
        "updates: [{date: 2026-11-20, note: x}]\n---\n"
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with no end and no due day."""
    return write_site(tmp_path_factory.mktemp("when"), FILES, config=CONFIG)


def test_every_page_says_when_in_the_plans_words(folder: Path) -> None:
    """Of a plan beside its start, of a goal by itself, which else is what its plan says."""
    strategy = page(folder, "grow.md")
    assert strategy.facts()["Time"] == "1 Jan 2026 – until the <law> is passed"
    assert "When: once we have a licence" in strategy.text
    assert strategy.text.count("When: until the <law> is passed") == 1
    assert page(folder, "ask.md").facts()["Time"] == "1 Jan 2026 – ongoing"
    for name, arguments in (("tactics", ""), ("person", "handle: ada"), ("timeline", "")):
        assert "ongoing" in view(folder, name, arguments).text
    assert "until the <law> is passed" in view(folder, "strategies").text
    assert "Sell abroad, once we have a licence" in view(folder, "on-one-page").text


def test_it_is_never_due_nor_late_and_no_rule_asks_for_a_day(folder: Path) -> None:
    """However far the day that is judged by."""
    plan, _ = rendering(folder)
    loaded, site = read_site(folder)
    far = datetime.date(2090, 1, 1)
    assert [one.kind for one in due.due_by(plan, site.settings.review, far, far)] == ["review", "review"]
    rules = {located.finding.rule for located in check(loaded, site).found}
    assert rules.isdisjoint(
        {"missing-dates", "goal-without-due-date", "goal-without-measure", "overdue", "ended-but-open"}
    )
