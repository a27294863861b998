"""Pages that seem to be meant for plan files, and texts that seem to be meant for what plans have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic, told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("---\ntype: purpose\nstatement: We help\n---\n", "write `type: mission`"),
        ("---\ntype: principles\nvalues: [Care]\n---\n", "write `type: values`"),
        ("---\ntype: goal\ntarget: 5\n---\n", "the `goals` of a strategy or tactic"),
        ("---\ntype: action\ndo: Ask\n---\n", "the `actions` of a strategy or tactic"),
        ("---\ntype: values\n---\n\n## Ours\n\n- **Care:** for all\n- Trust\n", "`  - Care` and so on"),
        ("---\ntype: values\n---\n\n## Care\n\nFor all.\n", "`  - Care` and so on"),
        ("---\ntype: mission\n---\n\n# Us\n\nWe help.\n", "`statement: We help.`"),
        ("---\ntype: vision\n---\n\nWe say: help\n", '`statement: "We say: help"`'),
        ("---\ntype: vision\n---\n", "add `statement: …`"),
        ("# Page\n\n<!-- plan/tactics -->\n", "write `<!-- plans/tactics -->`"),
        ("# Page\n\n<!–– Plans/Tactics –->\n", "write `<!-- plans/tactics -->`"),
        (
            "# Page\n\n<!--- plans/tactics {strategy: hire} --->\n",
            "`<!-- plans/tactics {strategy: hire} -->`",
        ),
        (tactic("updates:\n  - note: Asked"), "add `date: 2026-"),
        (tactic("contributors: {ceo, vp-sales}"), "write `[ceo, vp-sales]`"),
    ],
)
def test_what_is_meant_is_told(content: str, words: str, tmp_path: Path) -> None:
    """As one error, with what to write."""
    ((_, _, _, said),) = told(tmp_path, content)
    assert words in said


def test_a_key_for_the_type_is_replaced_only_where_it_names_a_type(tmp_path: Path) -> None:
    """`kind: chapter` is a field of another plugin, and stays."""
    rest = "title: A\nstrategy: hire\ndri: ceo\n---\n"
    assert fix_file(tmp_path, f"---\nTyp: Taktik\n{rest}") == f"---\ntype: tactic\n{rest}"
    assert fix_file(tmp_path, f"---\nkind: chapter\n{rest}") == f"---\ntype: tactic\nkind: chapter\n{rest}"


def test_a_number_behind_a_hash_gets_no_quotes(tmp_path: Path) -> None:
    """In quotes it would be a text; the number of a plan may be one."""
    wrong = tactic("goals:\n  - {title: A, id: a}\n").replace(
        "{title: A, id: a}", "title: A\n    baseline: #5"
    )
    assert fix_file(tmp_path, wrong) == wrong
    assert fix_file(tmp_path, tactic("number: #1")) == tactic('number: "#1"')
