"""What is due as the Markdown of a message."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plans.outputs.due.markdown import MARKER
from tests.outputs.due.small_plan import FILES, LATE, PEOPLE, written
from tests.small_site import STRATEGY, TACTIC


def test_people_are_named_as_code_hosts_do_and_nobody_is_notified(tmp_path: Path) -> None:
    """A handle stands as code; the marker lets a program find the message again."""
    said = written("markdown", tmp_path)
    assert said.startswith(MARKER)
    assert "### VP Sales (GitHub `@ann`, GitLab `@ann.gl`)\n" in said
    assert "- 20 Nov 2026, **3 days overdue**: Tactic “Ask every candidate" in said


def test_no_plan_text_forges_anything(tmp_path: Path) -> None:
    """Neither a mention, a link, an image, HTML nor a heading."""
    evil = "![x](https://evil.example/x.png) @everyone <script> # [a](b) `c` fixes"
    tactic = LATE.replace("Write the guide", f"'{evil}'")
    people = PEOPLE.replace("VP Sales", "'# @all <img src=x>'").replace("@ann", "ann`> @all")
    said = written("markdown", tmp_path, FILES | {"people.yml": people, "ask.md": tactic})
    for forged in ("@everyone", "@all", "<script", "<img", "[x](", "[a](", "https://", "\n# "):
        assert forged not in said.replace(MARKER, "")


def test_a_long_message_fits_into_an_issue(tmp_path: Path) -> None:
    """What is left out is the least pressing, and is counted."""
    rows = "".join(f"  - {{do: {'Write ' * 25}{n}, due: 2026-11-{n % 28 + 1:02}}}\n" for n in range(900))
    tactic = TACTIC.rstrip().removesuffix("---") + f"actions:\n{rows}---\n"
    said = written("markdown", tmp_path, {"hire.md": STRATEGY, "ask.md": tactic})
    assert 60_000 < len(said) <= 65_000
    assert "more are left out: `plans due` shows all" in said
    assert "1 Nov 2026" in said
    assert "28 Nov 2026" not in said


def test_nothing_due_is_said(tmp_path: Path) -> None:
    """In words: an empty message would look like a failure."""
    assert "Nothing is due by" in written("markdown", tmp_path, {"hire.md": STRATEGY})
