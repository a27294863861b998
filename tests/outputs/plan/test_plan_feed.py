"""The newest check-ins as a feed, held to what RFC 4287 asks for."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from mkdocs_plans.outputs.plan.export import Export, files_of
from tests.full_site import write_full_site
from tests.outputs.plan.exported import ADDRESS, exported
from tests.small_site import CONFIG, write_site

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
    ids = [one.findtext(f"{ATOM}id") for one in (root, *entries)]
    assert len(ids) == len(set(ids))
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
