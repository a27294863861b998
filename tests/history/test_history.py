"""What became of a plan is what the repository's maker knows."""

from __future__ import annotations

import datetime
import json
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_plans.changes import Teller
from mkdocs_plans.history import History, Meaning, Period, Slip, find_slips, read_history, read_past, said
from mkdocs_plans.history.meaning import Neighbours, meaning_of
from mkdocs_plans.history.period import names_of, quarter_of
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Verdict
from tests.cli.command import run
from tests.history.life import BEGIN, CONFIG, Life, Tactic, git, lived, move
from tests.small_site import read_site

Tactics = dict[str, Tactic]


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """The repository, made once."""
    return lived(tmp_path_factory.mktemp("life") / "repository")


def histories(folder: Path) -> tuple[Plan, History]:
    """A site's plan and what became of it."""
    loaded, site = read_site(folder)
    return loaded.plan, read_history(site)


def told(history: History) -> list[tuple[datetime.date, dict[str, set[str]]]]:
    """What each change did, the oldest first, by the names of the maker."""
    names = {"Hire people": "hire"}
    return [
        (
            event.day,
            {
                names.get(step.title, step.title.removeprefix("Tactic ")): {edit.field for edit in step.edits}
                for step in event.meaning.files
                if step.edits
            }
            | {step.handle: {edit.field for edit in step.edits} for step in event.meaning.people},
        )
        for event in reversed(history.events)
        if not event.meaning.is_empty
    ]


def slips_by_key(found: tuple[Slip, ...]) -> dict[tuple[str, str], Slip]:
    """What moved, by the names of the maker."""
    return {(one.plan.title.removeprefix("Tactic "), one.part.id if one.part else ""): one for one in found}


def test_each_change_is_told_with_its_day_and_what_it_did(life: Life) -> None:
    """Merges and squashes once, moves of files as nothing, pages that are no plans never."""
    _, history = histories(life.folder)
    assert told(history) == life.events


def test_each_date_that_moved_is_told_with_all_its_days(life: Life) -> None:
    """From git, through renames and folders, also where nobody wrote down what was promised first."""
    plan, history = histories(life.folder)
    found = slips_by_key(find_slips(plan, history))
    for key, days in life.moves.items():
        moves = [(day, when) for day, when in days[1:]]
        assert (key in found) == bool(moves), key
        if moves:
            assert [
                (one.date and one.date.last, one.event and one.event.day) for one in found[key].moves
            ] == moves
            first = life.plan[key[0]].originally if not key[1] else None
            assert found[key].first.last == (first or days[0][0])


def test_a_first_promise_that_was_overwritten_is_disputed(life: Life) -> None:
    """Both are there: what the file says, and what git knows. All others agree."""
    plan, history = histories(life.folder)
    [slip] = [one for one in find_slips(plan, history) if one.is_disputed]
    assert slip.plan.title == "Tactic aaa"
    assert slip.by_git is not None
    assert slip.by_git.last == life.moves["aaa", ""][0][0]


def test_what_is_kept_changes_nothing(life: Life, tmp_path: Path) -> None:
    """Kept, deleted, of another version, damaged in one place or as a whole: the same history."""
    folder = tmp_path / "copy"
    shutil.copytree(life.folder, folder)
    loaded, site = read_site(folder)
    first, file = read_past(site, {}), folder / ".cache/plans/history.sqlite"
    assert file.exists()
    assert read_past(site, {}) == first
    with sqlite3.connect(file) as database:
        database.execute("UPDATE meaning SET data = replace(data, 'end', 'due') WHERE rowid % 7 = 0")
    assert read_past(site, {}) == first
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    assert read_past(site, {}) == first
    file.write_bytes(b"no database" * 100)
    assert read_past(site, {}) == first
    shutil.rmtree(folder / ".cache")
    (folder / ".cache").write_text("in the way")
    assert read_past(site, {}) == first
    assert loaded.plan.plans


def test_only_new_commits_are_compared(life: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run compares nothing; after one more commit it compares one."""
    folder = tmp_path / "copy"
    shutil.copytree(life.folder, folder)
    _, site = read_site(folder)
    before = read_history(site)
    made: list[Neighbours] = []

    def meaning(plans: Neighbours, teller: Teller) -> Meaning:
        made.append(plans)
        return meaning_of(plans, teller)

    monkeypatch.setattr("mkdocs_plans.history.history.meaning_of", meaning)
    assert read_history(site) == before
    assert not made
    file = folder / "plans/hire.md"
    file.write_text(file.read_text().replace("vp-sales", "recruiting-lead"))
    git(folder, "commit", "--quiet", "--all", "--message", "Hand over")
    after = read_history(site)
    assert len(made) == 1
    assert after.events[1:] == before.events
    assert [step.id for step in after.events[0].meaning.files] == ["hire"]


def periods_of(life: Life, since: datetime.date | None = None) -> dict[str, tuple[Tactics, Tactics]]:
    """What the maker knows of each period: the tactics before it and at its end, for all months up to today;
    of a clone that is cut off, since a day.
    """
    found: dict[str, tuple[Tactics, Tactics]] = {}
    begin = min(day for day, _ in life.states if since is None or day > since)
    months = [datetime.date(2025 + at // 12, at % 12 + 1, 1) for at in range(5, 24)]
    for month in [one for one in months if one >= begin.replace(day=1)]:
        before = life.at_end_of(max(month - datetime.timedelta(days=1), since or datetime.date.min))
        now = life.at_end_of(
            (month + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)
        )
        for name in (f"{month:%Y}", f"{month:%Y}-Q{(month.month + 2) // 3}", f"{month:%Y-%m}"):
            found[name] = (found.get(name, (before, now))[0], now)
    return found


def assert_periods_say(periods: tuple[Period, ...], known: dict[str, tuple[Tactics, Tactics]]) -> None:
    """Each period tells of exactly the tactics that were others at its end, and of each end that moved."""
    assert {one.name for one in periods} == known.keys()
    for period in periods:
        before, now = known[period.name]
        groups = (
            [one for _, groups in period.report.sections if groups for one in groups] if period.report else []
        )
        told = {
            str(said(one.title)): [str(said(line)) for _, line in one.lines] for one in groups if one.title
        }
        changed = {name for name in now if name not in before or _bare(before[name]) != _bare(now[name])}
        plans = {f"Tactic “Tactic {name}”" for name in changed}
        assert told.keys() - {"Strategy “Hire people”"} == plans, period.name
        for name in changed & before.keys():
            was, end = before[name].end, now[name].end
            is_told = [line for line in told[f"Tactic “Tactic {name}”"] if line.startswith("End: ")]
            moved = f"{was:%-d %b %Y} → {end:%-d %b %Y}"
            assert bool(is_told and moved in is_told[0]) == (was != end), (period.name, name, is_told)


def _bare(tactic: Tactic) -> Tactic:
    """A tactic, wherever its file stands."""
    return replace(tactic, folder="")


def test_each_period_tells_what_it_changed_in_all(life: Life) -> None:
    """Years, quarters and months, up to today: what moved and came back is nothing, and nothing is twice."""
    _, site = read_site(life.folder)
    history, periods = read_past(site, {})
    assert told(history) == life.events
    assert_periods_say(periods, periods_of(life))
    assert [one.name for one in periods if one.report is None] == ["2026-12"]
    by_name = {one.name: one for one in periods}
    quarter = [
        day
        for day, edits in life.events
        if day.year == 2025 and day.month > 9 and edits.keys() - {"new-hand"}
    ]
    assert [one.day for one in by_name["2025-Q4"].changes] == quarter[::-1]


def test_a_shallow_clone_tells_what_it_has_and_that_it_is_one(life: Life, tmp_path: Path) -> None:
    """What its oldest commit brings is no news, and what was promised first isn't known from it. Slips and
    periods tell what was since.
    """
    folder = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "30", f"file://{life.folder}", str(folder))
    plan, history = histories(folder)
    assert history.is_cut
    whole = told(histories(life.folder)[1])
    assert told(history) == whole[len(whole) - len(told(history)) :]
    assert 20 < len(told(history)) < 30
    oldest = int(git(folder, "log", "--first-parent", "--reverse", "--format=%ct").split("\n")[0])
    since = datetime.datetime.fromtimestamp(oldest, datetime.UTC).date()
    found = slips_by_key(find_slips(plan, history))
    assert all(one.by_git is None for one in found.values())
    for (name, part), days in life.moves.items():
        there = [date for date, when in days if when <= since][-1]
        first = (not part and life.plan[name].originally) or there
        moves = [*([(there, None)] if there != first else []), *(one for one in days if one[1] > since)]
        moved = found[name, part].moves if (name, part) in found else ()
        assert [(one.date and one.date.last, one.event and one.event.day) for one in moved] == moves
    assert_periods_say(read_past(read_site(folder)[1], {})[1], periods_of(life, since))


def test_the_default_branch_counts_whatever_its_name(life: Life, tmp_path: Path) -> None:
    """`master` as well; on another branch, what that adds is not yet in the history."""
    other = lived(tmp_path / "other", branch="master")
    assert told(histories(other.folder)[1]) == told(histories(life.folder)[1])
    git(other.folder, "checkout", "--quiet", "-b", "topic")
    (other.folder / "plans/hire.md").unlink()
    git(other.folder, "commit", "--quiet", "--all", "--message", "Take it out")
    assert histories(other.folder)[1].branch == "master"
    history, periods = read_past(read_site(other.folder)[1], {})
    assert told(history) == life.events
    assert_periods_say(periods, periods_of(life))


def test_a_plan_that_comes_back_is_the_same(tmp_path: Path) -> None:
    """Taken out and brought back by a revert, under its id, with its dates."""
    life = Life(tmp_path / "repository")
    life.begin()
    tactic = life.plan["aaa"]
    day = BEGIN + datetime.timedelta(days=5)
    noon = datetime.datetime.combine(day, datetime.time(12))
    life.commit(noon, {f"plans/{tactic.path}": None})
    life.commit(noon, {f"plans/{tactic.path}": tactic.written().replace("2026-03-31", "2026-04-30")})
    plan, history = histories(life.write())
    lineage = history.lineages.of_file(plan.plans["tactic-a"])
    assert lineage is not None
    assert len(lineage.steps) == 3
    [slip, of_action] = find_slips(plan, history)
    assert (slip.days, of_action.days) == (30, 30)
    assert json.dumps([move.date and move.date.text for move in slip.moves]) == '["2026-04-30"]'


def test_readings_of_a_table_are_told_of_their_plan(tmp_path: Path) -> None:
    """What came, what was altered and what is gone with the table; a row that only moved is nothing."""
    life = Life(tmp_path / "repository")
    life.begin()
    head, row = "plan,goal,date,value\n", "hire,first-year-retention,2025-06-30,"
    other = "hire,first-year-retention,2025-05-31,64\n"
    tables = (f"{head}{row}66\n", f"{head}{row}68\n{other}", f"{head}{other}{row}68\n", None)
    for number, table in enumerate(tables, 1):
        day = datetime.datetime.combine(BEGIN + datetime.timedelta(days=number), datetime.time(12))
        life.commit(day, {"plans/readings.csv": table})
    events = [one for one in reversed(histories(life.write())[1].events) if one.day > BEGIN]
    edits = [[edit for step in one.meaning.files for edit in step.edits] for one in events]
    past, record = Verdict.PAST_REWRITTEN, Verdict.RECORD
    verdicts = [[one.verdicts for one in listed] for listed in edits]
    assert verdicts == [[(record,)], [(past,), (record,)], [], [(past,), (past,)]]
    assert {"30 Jun 2025", "66%", ", new"} <= {
        one if isinstance(one, str) else one[0] for one in edits[0][0].line
    }


def test_the_day_is_that_of_the_sites_time_zone(tmp_path: Path) -> None:
    """Half past eleven in the evening in London is the next day in Berlin."""
    life = Life(tmp_path / "repository")
    life.begin()
    late = datetime.datetime(2025, 7, 31, 23, 30)
    life.commit(late, {f"plans/{life.plan['aaa'].path}": None})
    assert histories(life.write())[1].events[0].day == datetime.date(2025, 8, 1)


def test_quarters_are_those_of_the_year_that_counts() -> None:
    """The calendar's, or the organisation's own."""
    days = [datetime.date(2026, month, 15) for month in (1, 3, 4, 12)]
    assert [quarter_of(day, 1) for day in days] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]
    assert [quarter_of(day, 4) for day in days] == ["FY26-Q4", "FY26-Q4", "FY27-Q1", "FY27-Q3"]
    assert names_of(days[2], 1) == ("2026", "2026-Q2", "2026-04")
    assert names_of(days[2], 4) == ("FY27", "FY27-Q1", "2026-04")


def test_a_long_log_is_cut(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty changes, where nothing else is asked for; all where that is."""
    monkeypatch.chdir(life.folder)
    assert len(json.loads(run("log", "--format", "json").output)["changes"]) == 20
    every = json.loads(run("log", "--format", "json", "--most", "0").output)["changes"]
    assert len(every) == len(life.events)


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
@pytest.mark.parametrize("command", ["log", "slips"])
def test_who_wrote_a_change_is_named_where_the_site_wants_it(
    command: str, format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name, never by address, also where git was given that for the name; else not at all."""
    life = Life(tmp_path / "repository")
    life.begin()
    life.change(BEGIN + datetime.timedelta(days=5), [move("aaa", 30)])
    life.change(BEGIN + datetime.timedelta(days=6), [move("aaa", 30)])
    life.stream[-3] = life.stream[-3].replace(b"Ottilie Brandt <", b"quill@quill.example <")
    monkeypatch.chdir(life.write())
    shown = run(command, "--format", format_).output
    assert not [name for name in ("Ottilie", "quill", "brandt") if name in shown]
    Path("mkdocs.yml").write_text(CONFIG + "      history_names: true\n", "utf-8")
    named = run(command, "--format", format_).output
    assert "Ottilie Brandt" in named
    assert "quill" in named
    assert "@" not in named
    assert ".example" not in named
