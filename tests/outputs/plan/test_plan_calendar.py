"""What is due as calendars: read back by another library's reader, and moved where a date moves."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from mkdocs_plans.due import due_by
from mkdocs_plans.errors import ToolError
from mkdocs_plans.history import read_history
from mkdocs_plans.outputs.plan.export import Export, files_of
from tests.full_site import write_full_site
from tests.history.life import Life, check_in, move
from tests.outputs.plan.exported import ADDRESS, exported
from tests.small_site import CONFIG, TODAY, write_site


def calendar(export: Export, name: str = "calendar.ics") -> Calendar:
    """A calendar, read back."""
    return Calendar.from_ical(files_of("calendar", export)[name])


def events(export: Export, name: str = "calendar.ics") -> dict[str, Any]:
    """The events of a calendar by their ids."""
    return {str(one["uid"]): one for one in calendar(export, name).walk("VEVENT")}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The plan that has one of everything, published at an address."""
    config = CONFIG + f"site_url: {ADDRESS}\n"
    return exported(write_full_site(tmp_path_factory.mktemp("full"), config))


def test_all_that_is_due_is_an_event_of_a_day(full: Export) -> None:
    """With what it is, whose it is, and the place on its page; it leaves its reader's time free."""
    found = events(full)
    every = due_by(full.plan, full.site.settings.review, TODAY, datetime.date.max)
    assert len(found) == len(every) > 5
    publish = found["action/ask/publish@plan.example.org"]
    assert publish.decoded("dtstart") == datetime.date(2026, 11, 11)
    assert (str(publish["summary"]), str(publish["transp"])) == ("Action: Publish the guide", "TRANSPARENT")
    assert str(publish["description"]) == "Ask every candidate the same questions\nDRI: Recruiting Lead"
    assert str(publish["url"]) == f"{ADDRESS}tactics/ask.md#action-publish"
    assert "first promised for 31 Oct 2026" in found["plan/ask@plan.example.org"]["description"]
    assert "review/hire@plan.example.org" in found


def test_teams_and_people_have_their_own(full: Export) -> None:
    """A person has what they are the DRI of; the calendar of a team that has nothing due is there."""
    files = files_of("calendar", full)
    assert [*files] == [
        "calendar.ics", "teams/recruiting.ics", "teams/sales.ics",
        "people/ada.ics", "people/ben.ics", "people/eve.ics",
    ]  # fmt: skip
    assert {"action/ask/publish@plan.example.org", "plan/ask@plan.example.org"} <= events(
        full, "people/ben.ics"
    ).keys()
    assert "plan/hire@plan.example.org" not in events(full, "people/ben.ics")
    assert "plan/hire@plan.example.org" in events(full, "teams/sales.ics")
    assert str(calendar(full, "people/ada.ics")["x-wr-calname"]) == "Ada Ames"


def plan_of(folder: Path, due: str, today: str) -> Export:
    """A plan with one action, due on a day, published on another one."""
    plan = f"---\ntype: tactic\ntitle: A\nactions: [{{do: 'Write, \\ send; 100 % “é”', due: {due}}}]\n---\n"
    config = CONFIG.replace("2026-11-23", today)
    return exported(write_site(folder, {"a.md": plan}, config=config))


def test_a_date_that_moves_is_the_same_event_moved(tmp_path: Path) -> None:
    """Its id stays, and the number by which calendars take the newer one grows."""
    (before,) = events(plan_of(tmp_path, "2026-12-31", "2026-11-23")).values()
    (after,) = events(plan_of(tmp_path, "2026-12-01", "2026-11-24")).values()
    assert before["uid"] == after["uid"]
    assert after.decoded("dtstart") == datetime.date(2026, 12, 1)
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstamp") > before.decoded("dtstamp")
    assert str(after["summary"]) == "Action: Write, \\ send; 100 % “é”"


def test_two_moves_of_one_day_are_two_where_git_tells(tmp_path: Path) -> None:
    """Each gives the same event a higher number, though the site's day is one; a review's grows likewise."""
    life = Life(tmp_path)
    life.begin()
    day = datetime.date(2025, 9, 2)
    found = []
    for days in (30, 20, -10):
        life.change(day, [move("aaa", days, keep_first=False), check_in("aaa", day)])
        made = exported(life.write())
        found.append(events(replace(made, history=read_history(made.site, is_public=True))))
    for name, each in (("plan/tactic-a", 3), ("review/tactic-a", 3), ("plan/tactic-b", 1)):
        numbers = [one[f"{name}@plans.example"]["sequence"] for one in found]
        assert len(set(numbers)) == each
        assert numbers == sorted(numbers)
    days_of_it = [one["plan/tactic-a@plans.example"].decoded("dtstart").isoformat() for one in found]
    assert days_of_it == ["2026-04-30", "2026-05-20", "2026-05-10"]


def test_it_keeps_to_the_format(full: Export, tmp_path: Path) -> None:
    """Lines end in CR LF and have 75 bytes at most, each event has what it must, and none is left empty."""
    empty = exported(write_site(tmp_path, {"a.md": "---\ntype: tactic\ntitle: A\n---\n"}))
    for data in (*files_of("calendar", full).values(), files_of("calendar", empty)["calendar.ics"]):
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        read = Calendar.from_ical(data)
        assert read["version"] == "2.0"
        assert read["prodid"]
        assert len(read.subcomponents) > 0
        uids = [event["uid"] for event in read.walk("VEVENT")]
        assert len(uids) == len(set(uids))
        assert all({"DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys() for event in read.walk("VEVENT"))


def test_no_draft_is_in_it(full: Export) -> None:
    """Nor anything that is due in one."""
    data = b"".join(files_of("calendar", full).values())
    assert b"headhunter" not in data
    assert b"poach" not in data


def test_a_missing_library_is_one_line(full: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    """That says what to install, for the command and for the build."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "mkdocs_plans.outputs.plan.calendar", raising=False)
    with pytest.raises(ToolError, match=r"^calendar needs icalendar, .*: pip install icalendar$"):
        files_of("calendar", full)
