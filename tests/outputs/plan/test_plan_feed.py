"""The newest check-ins and changes of plan as a feed, held to what RFC 4287 asks for."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from mkdocs_plans.history import read_history
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.export import Export, files_of
from tests.full_site import write_full_site
from tests.history.life import CONFIG as LIFE
from tests.history.life import Life, at, check_in, git, move, rename
from tests.outputs.plan.exported import ADDRESS, exported
from tests.small_site import CONFIG, write_document, write_site

ATOM = "{http://www.w3.org/2005/Atom}"

NOTE = "Two\\x07 regions & <b>*more*</b>"


def feed(export: Export) -> ET.Element:
    """The feed, parsed; it holds what each must."""
    root = ET.fromstring(files_of("feed", export)["updates.xml"])
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = one.findall(f"{ATOM}{name}")
            assert found.text
        assert one.findall(f"{ATOM}author") or root.findall(f"{ATOM}author")
    assert all(len(one.findall(f"{ATOM}content")) == 1 for one in entries)
    ids = [one.findtext(f"{ATOM}id", "") for one in (root, *entries)]
    assert len(ids) == len(set(ids))
    assert all(urlsplit(one).scheme for one in ids)
    moments = [one.text or "" for one in root.iter(f"{ATOM}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one) for one in moments)
    assert {one.get("type") for one in root.iter(f"{ATOM}content")} <= {"text", "html"}
    assert all(len(one.findall(f"{ATOM}link[@rel='alternate']")) <= 1 for one in (root, *entries))
    assert all(one.attrib["href"].startswith("https://") for one in root.iter(f"{ATOM}link"))
    return root


def test_a_check_in_is_an_entry(tmp_path: Path) -> None:
    """The newest first, with health, note and readings, and the way to its page."""
    root = feed(exported(write_full_site(tmp_path, CONFIG + f"site_url: {ADDRESS}\n")))
    newest, oldest = root.findall(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}title") == "Hire salespeople who stay: At risk"
    assert newest.findtext(f"{ATOM}updated") == "2026-09-30T00:00:00Z" == root.findtext(f"{ATOM}updated")
    assert newest.findtext(f"{ATOM}content", "").splitlines() == [
        "Two regions still lag.",
        "Keep more of the people we hire: 74%",
        "Answer candidates fast: 6 hours",
    ]
    assert newest.findtext(f"{ATOM}author/{ATOM}name") == "Ada Ames"
    assert newest.find(f"{ATOM}link[@rel='alternate']").attrib["href"].startswith(ADDRESS)  # type: ignore[union-attr]
    assert oldest.findtext(f"{ATOM}updated") == "2026-06-30T00:00:00Z"
    assert root.find(f"{ATOM}link[@rel='self']").attrib["href"] == f"{ADDRESS}data/updates.xml"  # type: ignore[union-attr]


def test_it_has_the_newest_fifty_up_to_today(tmp_path: Path) -> None:
    """Two of one day are told apart; what is dated ahead waits for its day; any text is one."""
    updates = [f"  - {{date: 2026-{month:02}-{day:02}}}" for month in range(1, 10) for day in range(1, 8)]
    more = ["  - {date: 2026-11-01, note: The upper}", "  - {date: 2026-11-01, note: The lower}"]
    ahead, odd = ["  - {date: 2027-01-01, note: Ahead}"], [f'  - {{date: 2026-11-02, note: "{NOTE}"}}']
    plan = "\n".join(
        ["---", "type: strategy", "title: A", "updates:", *ahead, *more, *odd, *updates, "---\n"]
    )
    root = feed(exported(write_site(tmp_path, {"a.md": plan})))
    contents = [one.findtext(f"{ATOM}content") for one in root.findall(f"{ATOM}entry")]
    assert len(contents) == 50
    assert "Ahead" not in contents
    assert {"The upper", "The lower"} <= set(contents[:3])


def test_a_plan_with_no_check_in_has_a_feed(tmp_path: Path) -> None:
    """Of the day, so that readers can wait for the first one."""
    root = feed(exported(write_site(tmp_path, {"a.md": "---\ntype: strategy\ntitle: A\n---\n"})))
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00Z"


def test_a_change_of_plan_is_an_entry(tmp_path: Path) -> None:
    """In the words of its report, under an id of its commit, with the way to its plan, else to its month.
    News is told as check-ins alone, and who made a change never.
    """
    life = Life(tmp_path / "repository", config=LIFE.replace("- plans:", "- plans:\n      history: true"))
    life.begin()
    day = datetime.date(2025, 9, 2)
    life.change(day, [move("aaa", 30)])
    life.change(day, [check_in("bbb", day)])
    life.plan["aaa"] = replace(life.plan["aaa"], end=datetime.date(2026, 4, 20))
    hostile = write_document({"type": "theme", "title": "\\<img src=x> & co"}, "")
    files: dict[str, str | None] = {"plans/a.md": hostile}
    files[f"plans/{life.plan['aaa'].path}"] = life.plan["aaa"].written()
    life.commit(at(day.replace(month=10)), files)
    life.change(day.replace(month=11), [rename("aaa", "renamed")])
    made = exported(life.write())
    made = replace(made, history=read_history(made.site, is_public=True))
    entries = feed(made).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == [
        "Tactic aaa: This change changes wording only",
        "This change raises 1 promise",
        "Tactic bbb: On track",
        "Tactic aaa: This change lowers 1 promise",
        "This change raises 9 promises and moves 9 responsibilities",
    ]
    links = [one.find(f"{ATOM}link").attrib["href"] for one in entries]  # type: ignore[union-attr]
    plan, month = f"{ADDRESS}tactics/renamed.md#plan-history", f"{ADDRESS}changes/2025-10.md"
    assert (links[0], links[1], links[3]) == (plan, month, plan)
    revision = git(life.folder, "rev-parse", "HEAD~1")
    assert entries[1].findtext(f"{ATOM}id") == f"https://plans.example/data/updates.xml#{revision}"
    assert entries[1].findtext(f"{ATOM}content") == (
        "<p><strong>Tactic aaa</strong></p>"
        "<p>Promise raised: End: 30 Apr 2026 → 20 Apr 2026, 10 days earlier; "
        "first promised for 31 Mar 2026</p>"
        "<p><strong>&lt;img src=x&gt; &amp; co</strong></p><p>New</p>"
    )
    assert b"zebulon" not in files_of("feed", made)["updates.xml"].lower()
    some = feed(replace(made, chosen=Tactics(dri=("nobody",))))
    assert not some.findall(f"{ATOM}entry")
