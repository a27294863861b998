"""People who aren't written as the people file has them: told with the handle to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import told


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ("- Ann Lee\n- Bo\n", "write each as `ann-lee: {name: Ann Lee}`"),
        ("# Us\n- name: Ann Lee\n  role: Lead\n", "write each as `ann-lee: {name: Ann Lee}`"),
        ("- ann: {role: Lead}\n- bo: {}\n", "write each as `ann: {…}`"),
        ("people:\n  ann: {role: Lead}\n  bo: {}\n", "delete `people:`"),
        ("people:\n  - name: Ann\n", "as `jane-doe: {…}`"),
        ("Ann Lee: {role: Lead}\n", "write `ann-lee`"),
        ("ann@example.org: {role: Lead}\n", "write `ann`"),
        ("index: {role: Lead}\n", "use letters"),
    ],
)
def test_people_written_otherwise_are_told_with_the_handle_to_write(
    people: str, words: str, tmp_path: Path
) -> None:
    """As one error."""
    ((_, _, _, said),) = told(tmp_path, people, "people.yml")
    assert words in said


@pytest.mark.parametrize("people", ["Ann: {role: Lead}\n", "ann: {name: Ann}\n", "ann:\n"])
def test_one_person_alone_is_sound(people: str, tmp_path: Path) -> None:
    """With capitals, with fields, and with none."""
    assert told(tmp_path, people, "people.yml") == []


def test_more_people_than_a_plan_may_hold_are_told_where_they_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole directory in place of those whom the plan names: those beyond the bound aren't read."""
    monkeypatch.setattr("mkdocs_plans.load.people_slips.MAX_PEOPLE", 2)
    monkeypatch.setattr("mkdocs_plans.load.reading.MAX_PEOPLE", 2)
    assert told(tmp_path, "ann: {name: Ann}\nbo:\n", "people.yml") == []
    ((rule, line, _, said),) = told(tmp_path, "ann: {name: Ann}\nbo:\ncy:\ndi: {nmae: Di}\n", "people.yml")
    assert (rule, line) == ("invalid-value", 3)
    assert "holds 4 people" in said
