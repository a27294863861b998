"""All that can be fixed is, in one go; nothing that wasn't asked for is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_plans.edits import FileChange, edit_text
from mkdocs_plans.fixes import MOST_READ, add_fixes
from mkdocs_plans.fixes.fix_plan import Fixed, fix_plan
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.rules import Checked, check
from mkdocs_plans.settings import find_site
from tests.fixes.small_plan import PLAN, fix_file, fix_files, tactic
from tests.small_site import CONFIG, read_site, text, write_site

Files = dict[str, str | bytes]

MANY = """\
title: Ask: everyone
sumary: One
dri: @vp-sales
status: Actve
goals:
  - title: Fewer: better
    unit: %
    target: 62%
    due: 31/03/2026
resources:
  - Interview guide: v2
outcome: Be #1
"""

FIXED = """\
title: "Ask: everyone"
summary: One
dri: vp-sales
status: active
goals:
  - title: "Fewer: better"
    unit: percent
    target: 62%
    due: 2026-03-31
resources:
  - "Interview guide: v2"
outcome: "Be #1"
"""


def test_what_a_mistake_hid_is_fixed_in_the_same_go(tmp_path: Path) -> None:
    """YAML that can't be read hides the next mistake, a misspelt key what stands below it."""
    head = "---\ntype: tactic\nstrategy: hire\n"
    assert fix_file(tmp_path, f"{head}{MANY}---\n") == f"{head}{FIXED}---\n"


def test_each_fixed_finding_is_counted(tmp_path: Path) -> None:
    """Also those that came to light on the way; a file that needs nothing isn't in the list."""
    content = f"---\ntype: tactic\nstrategy: hire\n{MANY}---\n".encode()
    site = find_site(write_site(tmp_path, {**PLAN, "plan.md": content}))
    fixed = fix_plan(folder_of(site), site)
    assert fixed.findings == 9
    assert [(change.path, change.before) for change in fixed.changes] == [("plan.md", content)]


def test_more_syntax_errors_than_rounds_are_all_fixed(tmp_path: Path) -> None:
    """Each that is fixed lets YAML be read as far as the next."""
    lines = "\n".join(f"  - do: Step {number}: go" for number in range(40))
    quoted = "\n".join(f'  - do: "Step {number}: go"' for number in range(40))
    assert fix_file(tmp_path, tactic(f"actions:\n{lines}")) == tactic(f"actions:\n{quoted}")


def test_only_chosen_findings_are_fixed(tmp_path: Path) -> None:
    """Here, those of one file."""
    files = {"a.md": tactic("review: montly").encode(), "b.md": tactic("review: montly").encode()}
    site = find_site(write_site(tmp_path, {**PLAN, **files}))

    def of_a(checked: Checked, _: Loaded) -> Checked:
        return replace(checked, found=tuple(one for one in checked.found if one.finding.path == "a.md"))

    assert [change.path for change in fix_plan(folder_of(site), site, of_a).changes] == ["a.md"]


def test_what_a_site_or_a_plan_leaves_out_is_not_fixed(tmp_path: Path) -> None:
    """A rule that is off, a finding that is ignored with a reason, a file that is excluded."""
    config = (
        text(CONFIG).replace("theme:", "exclude_docs: old.md\ntheme:") + "      rules: {unknown-team: off}\n"
    )
    files: Files = {
        "a.md": tactic("ignore: {unknown-team: It comes in May.}\nteam: slaes").encode(),
        "old.md": tactic("review: montly").encode(),
    }
    assert fix_files(tmp_path, files, config) == {}


def test_pages_settings_and_unreadable_files_are_left_alone(tmp_path: Path) -> None:
    """Only plan files and the people file are fixed."""
    config = text(CONFIG).replace("today: 2026-11-23", "today: 23/11/2026")
    files: Files = {
        "page.md": b"---\ntitle: Be #1\nstatus: Active\n---\n<!-- plans/tactix -->\n",
        "wide.md": tactic("review: montly").encode("utf-16"),
        "latin.md": tactic("review: montly\nsummary: Größe").encode("latin-1"),
    }
    assert fix_files(tmp_path, files, config) == {}


def test_a_file_with_two_names_is_fixed_once(tmp_path: Path) -> None:
    """By the name that comes first."""
    site = find_site(write_site(tmp_path, {**PLAN, "b/plan.md": tactic("review: montly").encode()}))
    (site.docs_dir / "a-link.md").symlink_to("b/plan.md")
    assert [change.path for change in fix_plan(folder_of(site), site).changes] == ["a-link.md"]


def test_nothing_is_written(tmp_path: Path) -> None:
    """That is the command's to do."""
    content = tactic("review: montly").encode()
    site = find_site(write_site(tmp_path, {**PLAN, "plan.md": content}))
    change = FileChange("plan.md", content, content.replace(b"montly", b"monthly"))
    assert fix_plan(folder_of(site), site) == Fixed(1, (change,))
    assert (site.docs_dir / "plan.md").read_bytes() == content


def test_a_finding_carries_what_fixes_it(tmp_path: Path) -> None:
    """Edits of its file, for whoever shows or makes them; none where there is no one right answer."""
    content = tactic("review: montly\nteam: nobody")
    loaded, site = read_site(write_site(tmp_path, {**PLAN, "plan.md": content.encode()}))
    checked = add_fixes(check(loaded, site), loaded, site)
    fixes = {one.finding.rule: one.fix for one in checked.found if one.finding.path == "plan.md"}
    assert edit_text(content, fixes["invalid-value"] or ()) == content.replace("montly", "monthly")
    assert fixes["unknown-team"] == ()


LONG = tactic(
    "actions:\n"
    + "".join(f"  - {{do: Step {index} {'x' * 700}, contributor: [ceo]}}\n" for index in range(40))
).encode()
"""A file in each line of which a field is misspelt."""


def test_in_a_long_file_a_bounded_number_of_fixes_is_tried(tmp_path: Path) -> None:
    """Each takes a reading of all of it. What isn't tried is told as such, and is for the next run."""
    content = LONG
    loaded, site = read_site(write_site(tmp_path, {**PLAN, "plan.md": content}))
    checked = add_fixes(check(loaded, site), loaded, site)
    fixes = [one.fix for one in checked.found if "contributor" in one.finding.message]
    assert len(fixes) == 40
    assert fixes.count(None) == 40 - MOST_READ // len(content)
    assert fixes.count(()) == 0


def test_fix_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """In a round of its own, each as long as the others."""
    site = find_site(write_site(tmp_path, {**PLAN, "plan.md": LONG}))
    assert fix_plan(folder_of(site), site).findings == 40


@pytest.mark.parametrize(
    ("line", "fixed"),
    [("duee: 2026-12-01", "due: 2026-12-01"), ("due: 3 Dec 2026", "due: 2026-12-03"),
     ("deadline: 2026-12-01", "due: 2026-12-01")],
)  # fmt: skip
def test_mistakes_alike_are_fixed_at_once(line: str, fixed: str, tmp_path: Path) -> None:
    """Each fix takes several readings of the whole file: one by one these would be left after ten rounds."""
    content = "actions:" + "\n  - do: Step\n    {0}" * 700
    site = find_site(write_site(tmp_path, {**PLAN, "plan.md": tactic(content.format(line))}))
    result = fix_plan(folder_of(site), site)
    assert result.findings == 700
    assert [change.after.decode() for change in result.changes] == [tactic(content.format(fixed))]


def test_what_differs_from_those_alike_is_left(tmp_path: Path) -> None:
    """An item that has the field already, and a value that the field doesn't take, beside others."""
    good, both, bad = "duee: 2026-12-01", "due: 2026\n    duee: 2027", "duee: [a]"
    lines = "actions:" + "".join(f"\n  - do: Step\n    {line}" for line in (good, both, good, bad, good))
    after = fix_file(tmp_path, tactic(lines))
    assert after == tactic(lines.replace(good, "due: 2026-12-01"))
