"""The plan as one document, and the page that explains strategy and tactic."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_site import TRAIN, write_full_site
from tests.render.rendered import view
from tests.small_site import CONFIG, STRATEGY, TACTIC, text, write_site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything."""
    return write_full_site(tmp_path_factory.mktemp("site"))


def test_the_document_has_statements_strategies_and_tactics(folder: Path) -> None:
    """Strategies by theme, and no other strategies than the open ones."""
    shown = view(folder, "on-one-page")
    assert "We help small makers reach their buyers." in shown.text
    assert shown.texts("h2")[3:] == ["1 People first", "With no theme"]
    assert [title for title in shown.texts("h3") if "Sell abroad" in title] == []


def test_numbers_are_the_organisations_own(folder: Path) -> None:
    """Those of the plan files."""
    shown = view(folder, "on-one-page")
    assert "1.1 Hire salespeople who stay" in shown.texts("h3")
    assert any(text.startswith("1.1.2 Ask every candidate") for text in shown.texts("li"))


def test_what_has_no_number_is_numbered_by_its_place(tmp_path: Path) -> None:
    """Tactics below their strategy."""
    shown = view(write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": TACTIC}), "on-one-page")
    assert shown.texts("h2")[0].startswith("1 ")
    assert any(text.startswith("1.1 ") for text in shown.texts("li"))


def test_the_document_says_what_each_goal_wants(folder: Path) -> None:
    """Its target, or the limit that it keeps; its day; how it stands."""
    goals = view(folder, "on-one-page").texts("li")
    assert "Keep more of the people we hire: now 74% Target: 80% by 31 Dec 2026 · In progress" in goals
    assert any("at most 8 hours" in goal for goal in goals)


def test_what_was_dropped_is_not_in_the_document(tmp_path: Path) -> None:
    """It is in the archive."""
    shown = view(write_full_site(tmp_path, train=TRAIN.replace("done", "dropped")), "on-one-page")
    assert "Train the recruiters" not in shown.text


def test_a_tactic_that_serves_nothing_stands_at_the_end(tmp_path: Path) -> None:
    """Nothing is lost."""
    lonely = TACTIC.replace("strategy: hire\n", "").replace("advances: [first-year-retention]\n", "")
    shown = view(write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": lonely}), "on-one-page")
    assert shown.texts("h2")[-1] == "Tactics that serve no strategy"


@pytest.mark.parametrize(
    ("arguments", "strategies", "tactics"),
    [
        ("{team: recruiting}", ["1.1 Hire salespeople who stay"], ["1.1.1 Train", "1.1.2 Ask"]),
        ("{theme: people, dri: eve}", ["1.2 Be a place to stay"], []),
        ("{status: done}", ["1.1 Hire salespeople who stay"], ["1.1.1 Train"]),
        ("{theme: customers}", [], []),
    ],
)
def test_filters_choose_what_is_in_the_document(
    arguments: str, strategies: list[str], tactics: list[str], folder: Path
) -> None:
    """A strategy stands there for itself, or for a tactic that serves it."""
    shown = view(folder, "on-one-page", arguments)
    assert shown.texts("h3") == strategies
    lines = [line.text for line in shown.all("li") if line.parent and "tactics" in line.parent["class"]]
    assert [" ".join(line.split()[:2]) for line in lines] == tactics
    assert strategies or "There are no strategies here yet." in shown.text


def test_strategy_and_tactic_are_explained_by_the_plans_own(folder: Path) -> None:
    """The ones under way that have the most to show, and how often each is reviewed here."""
    shown = view(folder, "strategy-and-tactic")
    assert shown.texts("h2") == ["Strategy", "Tactic"]
    assert shown.links()["Hire salespeople who stay"] == "/strategies/hire"
    assert shown.links()["Ask every candidate the same questions"] == "/tactics/ask"
    assert "As a rule every quarter." in shown.text


@pytest.mark.parametrize(
    "words", ["", "      labels: {strategy: [Schwerpunkt, Schwerpunkte], tactic: [Plan, Pläne]}\n"]
)
def test_how_they_belong_together_is_a_sentence_in_german(tmp_path: Path, words: str) -> None:
    """Whatever the gender of the organisation's words."""
    config = text(CONFIG).replace("font: false", "font: false, language: de") + words
    shown = view(write_site(tmp_path, {"a.md": STRATEGY}, config=config), "strategy-and-tactic")
    strategies, tactics = ("Schwerpunkte", "Pläne") if words else ("Strategien", "Maßnahmen")
    assert f"{strategies} umfassen meist mehrere {tactics}. Alle {tactics} sind" in shown.text


@pytest.mark.parametrize(
    ("strategy", "tactics", "shown"),
    [
        ("A2", ("A2.2", ""), ["A2", "A2.2", ""]),
        ("A2", ("", ""), ["A2", "A2.1", "A2.2"]),
        ("", ("", ""), ["", ""]),
        ("", ("7", ""), ["7", ""]),
    ],
)
def test_no_number_is_made_up_beside_one_that_is_written(
    tmp_path: Path, strategy: str, tactics: tuple[str, str], shown: list[str]
) -> None:
    """Each level of the document is numbered as written, or as it follows: never a bit of both."""
    files = {"other.md": "---\ntype: strategy\nid: other\ntitle: Other\nnumber: B1\n---\n"}
    lines = f'number: "{strategy}"\n' if strategy else ""
    files["s.md"] = f"---\ntype: strategy\nid: s\ntitle: Sell\n{lines}---\n"
    for name, number in zip("ab", tactics, strict=True):
        lines = f'number: "{number}"\n' if number else ""
        files[f"{name}.md"] = f"---\ntype: tactic\ntitle: {name.upper()}\nstrategy: s\n{lines}---\n"
    html = view(write_site(tmp_path, files), "on-one-page")
    numbers = [one.text for one in html.all("span", class_="plans-number")]
    assert sorted(numbers) == sorted([*shown, "B1"])
