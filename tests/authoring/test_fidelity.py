"""What authors' commands write: only the lines that must change do, in files written in any way."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import pytest

from mkdocs_plans.authoring.rename import rename_everywhere
from mkdocs_plans.authoring.rename_target import find_renaming
from mkdocs_plans.authoring.update import CheckIn, write_check_in
from mkdocs_plans.edits import Draft
from mkdocs_plans.errors import EditError
from mkdocs_plans.fixes.fix_plan import fix_plan
from mkdocs_plans.load import load
from mkdocs_plans.model import LevelPlan, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Folder, read_document
from tests.authoring.written_plans import written_plan
from tests.damage import REAL_FILES, SOUND, Memory, damaged
from tests.fixes.mistakes import BYTES_ONLY, STYLES
from tests.fixes.test_fidelity import SITES, as_bytes, styled

pytestmark = pytest.mark.thorough

SITE = Site(Path("/nowhere/mkdocs.yml"), Path("/nowhere/plans"))
HIRE = b"---\ntype: strategy\ntitle: Hire\n---\n"
PEOPLE = b"vp-sales: {role: VP}\n"
GENERATED = 300


def kept_and_changed(before: bytes, after: bytes) -> tuple[int, int]:
    """How many lines of a file are taken out or replaced, and how many are new in it."""
    lines, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    steps = SequenceMatcher(None, lines, new, autojunk=False).get_opcodes()
    gone = sum(end - start for kind, start, end, _, _ in steps if kind != "equal")
    return gone, sum(end - start for kind, _, _, start, end in steps if kind != "equal")


def real_plans() -> list[tuple[bytes, LevelPlan]]:
    """Every strategy and tactic of every site, with its file."""
    found = []
    for root, docs in SITES.values():
        folder = Folder(root / docs)
        for plan in load(folder, SITE).plan.plans.values():
            file = folder.read(plan.path)
            assert file is not None
            found.append((file.data, plan))
    return found


def generated_plan(seed: int) -> tuple[bytes, Plan]:
    """A plan of one strategy and one tactic that is written in a way of its own."""
    data = written_plan(seed)
    loaded = load(Memory({"ask.md": data, "hire.md": HIRE}, PEOPLE), SITE)
    assert not loaded.findings, (seed, loaded.findings, data.decode())
    return data, loaded.plan


def check_update(data: bytes, plan: LevelPlan) -> bool:
    """Update a plan in every way: whether that was done, with no line but those that must touched."""
    before = Draft(data, read_document(plan.path, data))
    measured = [goal.id for goal in plan.goals if goal.is_measured][:1]
    said = CheckIn(
        "2026-11-23",
        health="at-risk",
        readings=dict.fromkeys(measured, "82"),
        note="It slipped: twice #1, and `so`.",
        done=("1",) if isinstance(plan, Tactic) and plan.actions else (),
        end="2027-12-31",
    )
    try:
        after = write_check_in(before, plan, said)
    except EditError:
        return False
    assert_as_said(before, after, plan, said)
    return True


def assert_as_said(before: Draft, after: Draft, plan: LevelPlan, said: CheckIn) -> None:
    """The values are the old ones with the change, the body is the same, few lines are touched."""
    old, new = dict(before.document.values or {}), dict(after.document.values or {})
    changed = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    assert changed <= {"updates", "end", "originally", "actions"}
    updates = new["updates"]
    assert isinstance(updates, list)
    assert [each for each in updates if isinstance(each, dict) and each.get("note") == said.note]
    assert [each for each in updates if isinstance(each, dict) and each.get("note") != said.note] == (
        old.get("updates") or []
    )
    first = plan.originally or plan.end
    assert (new["end"], new.get("originally")) == (said.end, str(first) if first else None)
    assert after.document.body == before.document.body
    gone, come = kept_and_changed(before.data, after.data)
    assert gone <= 3
    assert come <= gone + 9
    assert after.data.count(b"\r") - before.data.count(b"\r") in (0, come - gone)


@pytest.mark.parametrize("style", STYLES)
def test_update_of_every_plan_of_every_site(style: str) -> None:
    """In whatever style they are written: all are done, and none touches a line that it needn't."""
    own = str if style in BYTES_ONLY else partial(styled, style=style)
    plans = [(as_bytes(own(data.decode()), style), plan) for data, plan in real_plans()]
    assert len(plans) > 60
    assert sum(check_update(data, plan) for data, plan in plans) == len(plans)


def test_update_of_plans_written_in_any_way() -> None:
    """All are done, whatever their quotes, comments, brackets and line ends."""
    plans = [generated_plan(seed) for seed in range(GENERATED)]
    done = sum(check_update(data, plan.plans["ask"]) for data, plan in plans)
    assert done == GENERATED


def test_rename_in_plans_written_in_any_way() -> None:
    """The file that names the strategy changes in those lines alone, in front matter and views."""
    for seed in range(GENERATED):
        data, _ = generated_plan(seed)
        source = Memory({"ask.md": data, "hire.md": HIRE}, PEOPLE)
        loaded = load(source, SITE)
        own, change = rename_everywhere(source, loaded, SITE, find_renaming(loaded.plan, "hire", "recruit"))
        assert (own.path, own.old_path, own.after) == ("recruit.md", "hire.md", HIRE)
        expected = re.sub(rb"(strategy: *['\"]?)hire", rb"\1recruit", data)
        assert change.after == expected


@pytest.mark.parametrize("name", SITES)
def test_rename_back_gives_every_byte_again(name: str) -> None:
    """Each plan of a site, its goals and its people are renamed and renamed back."""
    root, docs = SITES[name]
    folder = Folder(root / docs)
    files = {file.path: file.data for file in folder.files()}
    file = folder.read("people.yml")
    people = file.data if file else None
    loaded = load(Memory(files, people), SITE)
    plan = loaded.plan
    goals = [(f"{one.id}#{goal.id}", goal.id) for one in plan.plans.values() for goal in one.goals]
    wanted = [*((each, each) for each in (*plan.plans, *plan.people)), *goals]
    for old, own in wanted[:: max(1, len(wanted) // 15)]:
        there = _renamed(files, people, old, "zz-other")
        assert there != (files, people)
        new = "zz-other" if "#" not in old else f"{old.partition('#')[0]}#zz-other"
        assert _renamed(*there, new, own) == (files, people)


def _renamed(
    files: dict[str, bytes], people: bytes | None, old: str, new: str
) -> tuple[dict[str, bytes], bytes | None]:
    source = Memory(files, people)
    loaded = load(source, SITE)
    after = dict(files)
    for change in rename_everywhere(source, loaded, SITE, find_renaming(loaded.plan, old, new)):
        if change.path == "people.yml":
            people = change.after
        else:
            after.pop(change.old_path or change.path)
            after[change.path] = change.after
    return after, people


def test_fix_leaves_plans_written_in_any_way_alone(tmp_path: Path) -> None:
    """No style is taken for a mistake."""
    for seed in range(GENERATED):
        (tmp_path / f"ask-{seed}.md").write_bytes(written_plan(seed))
    (tmp_path / "hire.md").write_bytes(HIRE)
    (tmp_path / "people.yml").write_bytes(PEOPLE)
    assert fix_plan(Folder(tmp_path), Site(tmp_path / "mkdocs.yml", tmp_path)).changes == ()


def test_damaged_files_are_changed_safely_or_refused() -> None:
    """As slips, merges and broken editors leave them: nothing but a reason is ever raised."""
    done = 0
    for seed in range(GENERATED):
        chance = random.Random(seed)
        data = damaged(chance.choice(REAL_FILES), chance)
        source = Memory({"damaged.md": data, "sound.md": SOUND, "hire.md": HIRE}, PEOPLE)
        loaded = load(source, SITE)
        plan = loaded.plan.by_path.get("damaged.md")
        with suppress(EditError):
            assert rename_everywhere(source, loaded, SITE, find_renaming(loaded.plan, "hire", "recruit"))
            done += 1
        if isinstance(plan, LevelPlan) and not loaded.dropped.get("damaged.md"):
            done += check_update(data, plan)
    assert done > GENERATED
