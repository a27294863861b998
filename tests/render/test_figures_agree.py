"""What the pages, the terminal, the check and `plans due` say of one figure is the same."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from mkdocs_plans.due import due_by
from mkdocs_plans.model.views import DueDates, Overview, People, Scoreboard, Tactics
from mkdocs_plans.outputs.plan.facts import Facts
from mkdocs_plans.outputs.plan.lists import list_blocks
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.render.plan_pages import strategy_page, tactic_page
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.timeline import row, scale_of
from mkdocs_plans.render.views import due, overview, people, scoreboard, tactics
from mkdocs_plans.wording.phrases import Phrases
from tests.render.rendered import page, view
from tests.small_site import TODAY, all_found_in, brief, read_site, text, write_site

STATUSES = ("draft", "proposed", "active", "paused", "done", "dropped")


def late(status: str, above: str) -> dict[str, str | bytes]:
    """A strategy of a status, and a tactic of another whose end, action and goal were due."""
    return {
        "hire.md": f"---\ntype: strategy\ntitle: Hire\ndri: vp-sales\nstatus: {above}\n---\n",
        "train.md": text(f"""
            ---
            type: tactic
            title: Train
            strategy: hire
            dri: recruiting-lead
            status: {status}
            start: 2026-01-01
            end: 2026-10-31
            goals: [{{id: g, title: Ten trained, baseline: 0, target: 10, due: 2026-10-30}}]
            actions: [{{do: Book a room, due: 2026-10-01}}]
            ---
            """),
    }


def presenter(folder: Path) -> Presenter:
    """What the pages of a written site are made with."""
    loaded, site = read_site(folder)
    return Presenter(Phrases.of(loaded.plan, site), lambda _: None)


def terminal(shown: Presenter, name: str) -> str:
    """What `plans show` says of a plan."""
    return Screen().written(Facts(shown).of(shown.plan.plans[name], f"{name}.md"))


def listed(shown: Presenter, what: str) -> str:
    """What `plans list` says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "200")  # wide enough that no cell is wrapped
        screen = Screen()
    return screen.written(list_blocks(shown, what, Tactics(), screen))


@pytest.mark.parametrize(
    ("status", "above"), [*product(STATUSES, ["active"]), *product(["active", "paused"], ["done", "dropped"])]
)
def test_everything_agrees_on_what_is_overdue(status: str, above: str, tmp_path: Path) -> None:
    """Each page, the terminal, the check: only what is open in an active or a paused plan, be the strategy
    above it closed or not. That it is closed is a finding of its own.
    """
    folder = write_site(tmp_path, late(status, above))
    shown = presenter(folder)
    train = shown.plan.tactics["train"]
    own = tactic_page(shown, train)
    (line,) = tactics.show(shown, Tactics()).browsed
    groups = people.show(shown, People()).groups
    scale = scale_of([train], TODAY)
    assert scale is not None
    board = scoreboard.show(shown, Scoreboard())
    dates = due.show(shown, DueDates()).groups
    said = {
        "its action": own.actions[0].due.state,
        "its goal": own.goals[0].goal.due.state,
        "its end": own.facts.end.state,
        "its bar": row(shown, train, scale).is_late,
        "the tactics": line.overdue,
        "the people": [one for group in groups for one in group.people if one.overdue],
        "the overview": overview.show(shown, Overview()).overdue,
        "the scoreboard's actions": board.late,
        "the scoreboard's ends": board.late_plans.first,
        "the page of what is due": [group for group in dates if group.id == "due-overdue"],
        "plans due": due_by(shown.plan, shown.site.settings.review, TODAY, TODAY),
        "plans show": "overdue" in terminal(shown, "train"),
        "plans list": "overdue" in listed(shown, "goals") + listed(shown, "people"),
        "the check": [found for found in brief(all_found_in(folder)) if found[0] == "overdue"],
    }
    assert {name: bool(one) for name, one in said.items()} == dict.fromkeys(
        said, status in {"active", "paused"}
    )
    told = [found for found in brief(all_found_in(folder)) if found[0] == "link-to-closed-plan"]
    assert bool(told) == (above != "active")


NO_BASELINE = text("""
    ---
    type: strategy
    title: Grow
    start: 2026-01-01
    end: 2026-12-31
    goals:
      - {id: a, title: Open offices, unit: offices, target: 5}
      - {id: held, title: Answer fast, keep: at most, target: 8}
      - {id: unread, title: Stay safe, keep: at most, target: 0}
    updates:
      - {date: 2026-11-20, readings: {a: 7, held: 9}}
      - {date: 2026-10-20, readings: {held: 8}}
      - {date: 2026-12-20, health: on-track, note: All well.}
    ---
    """)


def test_everything_says_why_a_figure_is_not_known(tmp_path: Path) -> None:
    """A target with no baseline: on the page, in lists, on map and scoreboard, in the terminal."""
    folder = write_site(tmp_path, {"grow.md": NO_BASELINE})
    shown, html = presenter(folder), page(folder, "grow.md")
    why = "ot known: no baseline"
    assert html.facts()["Progress"] == "not known: no baseline"
    goal = html.part("section", **{"aria-labelledby": "goal-a"})
    assert why in goal.text
    assert not goal.all(class_="plans-progress")
    for name in ("map", "on-one-page"):
        assert f"N{why}" in view(folder, name).text
    assert "1 of 3 goals with a number: no baseline" in view(folder, "scoreboard").text
    assert "1 of 3 goals with a number: no reading yet" in view(folder, "scoreboard").text
    for said in (terminal(shown, "grow"), listed(shown, "goals"), listed(shown, "strategies")):
        assert why in " ".join(said.split())
    assert "measured" not in view(folder, "strategies").text


def test_goals_to_keep_stand_beside_progress(tmp_path: Path) -> None:
    """Not held at the latest reading is at risk; there is no share and no pace of them anywhere."""
    folder = write_site(tmp_path, {"grow.md": NO_BASELINE})
    shown, html = presenter(folder), page(folder, "grow.md")
    kept = "0 of 2 kept, 1 with no reading yet"
    assert html.facts()["Goals to keep"] == kept
    assert kept in view(folder, "strategies").text
    assert kept in terminal(shown, "grow")
    assert html.facts()["Health"] == "At risk computed from the figures"
    everything = html.text + terminal(shown, "grow") + listed(shown, "goals")
    assert "100" not in everything
    assert "Pace" not in everything
    assert "works on this" not in html.part("section", **{"aria-labelledby": "goal-held"}).text


def test_what_is_dated_ahead_is_marked_and_does_not_count(tmp_path: Path) -> None:
    """A check-in of tomorrow reports no health yet."""
    folder = write_site(tmp_path, {"grow.md": NO_BASELINE})
    shown = presenter(folder)
    assert shown.health_figure(shown.plan.strategies["grow"]).reported is None
    updates = strategy_page(shown, shown.plan.strategies["grow"]).updates
    assert [one.is_ahead for one in updates] == [True, False, False]
    for said in (page(folder, "grow.md").text, view(folder, "updates").text, terminal(shown, "grow")):
        assert said.count("dated ahead, and not counted yet") == 1


@pytest.mark.parametrize(
    ("value", "expected", "pace"),
    [("33.9", "49%", "−16 points"), ("24.1", "49%", "−25 points"), ("23.9", "49%", "−26 points")],
)
def test_a_reader_can_subtract_what_is_shown(value: str, expected: str, pace: str, tmp_path: Path) -> None:
    """The pace is the shown progress minus the shown expected, in HTML and in the terminal, and health is
    judged by it.
    """
    grow = text(f"""
        ---
        type: strategy
        title: Grow
        start: 2026-01-01
        end: 2026-12-31
        goals: [{{id: a, title: A, baseline: 0, target: 100}}]
        updates: [{{date: 2026-06-30, readings: {{a: {value}}}}}]
        ---
        """)
    folder = write_site(tmp_path, {"grow.md": grow})
    html, shown = page(folder, "grow.md"), presenter(folder)
    assert f"Pace {pace} ({expected} expected)" in html.text
    assert f"{pace}, expected {expected}" in terminal(shown, "grow")
    health = "At risk" if int(pace[1:3]) <= 25 else "Off track"
    assert html.facts()["Health"].startswith(health)


def test_german_counts_need_no_case(tmp_path: Path) -> None:
    """Also with an organisation's own nouns."""
    config = "site_name: S\ndocs_dir: plans\ntheme: {name: material, language: de}\nplugins:\n  - plans:\n"
    config += "      today: 2026-11-23\n      labels: {goal: [Vorhaben, Vorhaben]}\n"
    goals = "[{title: A, met: 2026-01-01}, {title: B}]"
    closed = f"---\ntype: strategy\ntitle: Grow\nstatus: done\ngoals: {goals}\n---\n"
    said = view(write_site(tmp_path, {"grow.md": closed}, config=config), "archive").text
    assert "2 Vorhaben, davon 1 erreicht" in said


def test_an_update_of_today_counts(tmp_path: Path) -> None:
    """Today isn't ahead."""
    today = f"{{date: {TODAY}, health: at-risk}}"
    grow = f"---\ntype: strategy\ntitle: Grow\nupdates: [{today}]\n---\n"
    shown = presenter(write_site(tmp_path, {"grow.md": grow}))
    assert shown.health_figure(shown.plan.strategies["grow"]).reported == "at-risk"
