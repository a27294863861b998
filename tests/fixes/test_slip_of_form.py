"""Lines that YAML can't read as their author meant them: told with the cause, and written right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    # bullets
    ("actions:\n  • do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  — do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  * do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  -do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  ▪  do: Ask\n     due: 2026", 6, 3, "hyphen", "actions:\n  -  do: Ask\n     due: 2026"),
    ("actions:\n• do: Ask\n  due: 2026", 6, 1, "hyphen", "actions:\n- do: Ask\n  due: 2026"),
    ("actions:\n  1. do: Ask\n     due: 2026", 6, 3, "hyphen", "actions:\n  -  do: Ask\n     due: 2026"),
    ("actions:\n  • do: Ask\n  • do: Tell", 6, 3, "hyphen", "actions:\n  - do: Ask\n  - do: Tell"),
    ("actions:\n  + do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    # the colon
    ("dri:ceo", 5, 1, "`dri: ceo`", "dri: ceo"),
    ("dri = ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri := ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri -> ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri – ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri - ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri; ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("dri：ceo", 5, 4, "`dri: ceo`", "dri: ceo"),
    ("actions:\n  - do:Ask\n    due: 2026", 6, 3, "`do: Ask`", "actions:\n  - do: Ask\n    due: 2026"),
    # quotes
    ('summary: "Hire" people', 5, 15, "closed here", "summary: '\"Hire\" people'"),
    ('summary: "Hire" and "keep"', 5, 15, "closed here", "summary: '\"Hire\" and \"keep\"'"),
    ('summary: "We say "yes" now"', 5, 18, "closed here", "summary: 'We say \"yes\" now'"),
    ("summary: 'It isn't so'", 5, 17, "closed here", 'summary: "It isn\'t so"'),
    ("summary: 'Our teams' work'", 5, 20, "closed here", 'summary: "Our teams\' work"'),
    ("summary: '90s music", 5, 10, "never closed", 'summary: "\'90s music"'),
    ("summary: 'Tis the season\ndri: ceo", 5, 10, "never closed", 'summary: "\'Tis the season"\ndri: ceo'),
    ('summary: "Hire now\ndri: ceo', 5, 10, "never closed", 'summary: "Hire now"\ndri: ceo'),
    ("summary: “Hire: now”", 5, 10, "word processor", 'summary: "Hire: now"'),
    ("summary: „Hire: now“", 5, 10, "word processor", 'summary: "Hire: now"'),
    ("summary: ‘Hire: now’", 5, 10, "word processor", 'summary: "Hire: now"'),
    ("summary: « Hire: now »", 5, 10, "word processor", 'summary: "Hire: now"'),
    # signs of YAML's at the start of a text
    ("summary: [Draft] Hire people", 5, 10, "a bracket", 'summary: "[Draft] Hire people"'),
    ("summary: *Hire* people", 5, 10, "`*`", 'summary: "*Hire* people"'),
    ("summary: @home", 5, 10, "`@`", 'summary: "@home"'),
    ("summary: `Hire` people", 5, 10, "backtick", 'summary: "`Hire` people"'),
    ("summary: % of all", 5, 10, "`%`", 'summary: "% of all"'),
    ("summary: - Hire: now", 5, 10, "`-`", 'summary: "- Hire: now"'),
    ("summary: > 5 people", 5, 10, "`>`", 'summary: "> 5 people"'),
    # blanks
    ("dri:\u00a0ceo", 5, 5, "U+00A0", "dri: ceo"),
    ("dri\u00a0: ceo", 5, 4, "U+00A0", "dri : ceo"),
    ("\u200bdri: ceo", 5, 1, "U+200B", "dri: ceo"),
    ("dri\u200b: ceo", 5, 4, "U+200B", "dri: ceo"),
    ("actions:\n  - do: Ask\n\u00a0\u00a0\u00a0\u00a0due: 2026", 7, 1, "U+00A0",
     "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  -\u00a0do: Ask", 6, 4, "U+00A0", "actions:\n  - do: Ask"),
    ("actions:\n\u3000- do: Ask", 6, 1, "U+3000", "actions:\n - do: Ask"),
    # signs that can't be seen
    ("summary: Hire\x0bpeople", 5, 14, "U+000B", "summary: Hire people"),
    ("summary: Hire\u2028people", 5, 14, "U+2028", "summary: Hire people"),
    ("dri: ceo\x0c", 5, 9, "U+000C", "dri: ceo"),
    ("\u00a0\ndri: ceo", 5, 1, "looks empty", "\ndri: ceo"),
    # keys and brackets
    ("dri ceo", 5, 1, "`dri: ceo`", "dri: ceo"),
    ("actions\n  - do: Ask", 5, 1, "`actions:`", "actions:\n  - do: Ask"),
    ("actions\n- do: Ask", 5, 1, "`actions:`", "actions:\n- do: Ask"),
    ('"dri": "ceo",\nstart: 2026', 5, 13, "as in JSON", 'dri: "ceo"\nstart: 2026'),
    ("advances: [q1", 5, 11, "`advances: [q1]`", "advances: [q1]"),
    ("advances: [q1,\ndri: ceo", 5, 11, "`advances: [q1]`", "advances: [q1]\ndri: ceo"),
    ('summary: "In C:\\Users"', 5, 16, "a backslash", "summary: 'In C:\\Users'"),
    # texts of several lines
    ("summary: |\nWe hire.\nWe keep.", 6, 1, "isn't indented", "summary: |\n  We hire.\n  We keep."),
    ("summary: > We hire,\n  and keep.", 5, 10, "follow `>`", "summary: We hire,\n  and keep."),
    ("summary: We hire\nand keep them", 6, 1, "`summary`", "summary: We hire\n  and keep them"),
    # other lists
    ("actions:\n  - [ ] Ask", 6, 5, "`- do: Ask`", "actions:\n  - do: Ask"),
    ("actions:\n  o do: Ask\n    due: 2026", 6, 3, "hyphen", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  - do: Ask; due: 2026-03-31", 6, 5, "braces", "actions:\n  - {do: Ask, due: 2026-03-31}"),
    # lines
    ("summary: We discover, teach and share\nso that people flourish.", 6, 1, "`summary`",
     "summary: We discover, teach and share\n  so that people flourish."),
    ("summary: We discover, teach\nand share what we know\nso that people flourish.\ndri: ceo",
     6, 1, "`summary`",
     "summary: We discover, teach\n  and share what we know\n  so that people flourish.\ndri: ceo"),
    ("actions:\n  - do: Ask, due: 2026-03-31", 6, 5, "braces", "actions:\n  - {do: Ask, due: 2026-03-31}"),
    ("actions:\n  - do: Ask, dri: ceo, due: 2026-03-31", 6, 5, "braces",
     "actions:\n  - {do: Ask, dri: ceo, due: 2026-03-31}"),
    ("actions:\n  - do: Ask all, or some, due: 2026-03-31", 6, 5, "braces",
     'actions:\n  - {do: "Ask all, or some", due: 2026-03-31}'),
]  # fmt: skip
"""Lines of a tactic; the place (the file's fifth line is their first) and words of what is said; the lines as
they should be.
"""

LEFT = [
    ("summary: 'Hire people\ndri: ceo", 'or `"\'Hire people"`'),
    ("so = that", ""),
    ("budget – 400", ""),
    ("target_group: [A] people", "quotes"),
    ("dri: [ceo] and others", "bracket"),
    ("actions:\n  - do: Call Ann, memo: she is away", "several fields"),
    ("summary: Hire now, dri: ceo", "several fields"),
    ("title Hire more people", "colon"),
    ("summary: We will hire\ntarget all of them", "colon"),
    ("actions:\n  - [x] Ask", "`done: "),
    ("summary: | We hire,\n  and keep.", "follow `|`"),
    ("<<<<<<< HEAD\ndri: ceo\n=======\ndri: vp-sales\n>>>>>>> mine", "git"),
]

BOUNDARIES = [
    ("—\n", "—\n"), ("-----\n", "-----\n"), ("--\n", "---\n"), ("- - -\n", "---\n"), ("***\n", "---\n"),
    ("===\n", "---\n"), (" ---\n", "---\n"), ("\n---\n", "---\n"), ("\n\n---\n", "---\n"), ("", "---\n"),
    ("\u200b---\n", "---\n"), ("---\n", "--\n"), ("---\n", "-----\n"), ("---\n", "–––\n"),
    ("---\n", ""), ("", ""), ("___\n", "___\n"), ("—\n", ""),
]  # fmt: skip
"""What stands above and below a front matter in the place of `---`."""


@pytest.mark.parametrize(("lines", "line", "column", "words", "fixed"), SLIPS)
def test_a_slip_is_told_and_fixed(  # noqa: PLR0917 - a column each
    lines: str, line: int, column: int, words: str, fixed: str, tmp_path: Path
) -> None:
    """As one error, at its place, with its cause; the fixed file has none."""
    ((rule, *place, said),) = told(tmp_path, tactic(lines))
    assert (rule, place) == ("invalid-front-matter", [line, column])
    assert words in said
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize(("lines", "words"), LEFT)
def test_what_may_mean_two_things_is_told_and_left(lines: str, words: str, tmp_path: Path) -> None:
    """Its author decides; and what would make a field of a word that is none of ours."""
    assert words in told(tmp_path, tactic(lines))[0][3]
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


@pytest.mark.parametrize(("above", "below"), BOUNDARIES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_wrong_boundary_is_told_and_fixed(above: str, below: str, line_end: str, tmp_path: Path) -> None:
    """Other dashes, none, a line or a sign before them; with the text below as it was."""
    between = "type: tactic\ntitle: Plan\nstrategy: hire\ndri: ceo\n"
    body = "\n## Steps\n\nWe ask.\n\n---\n\nAnd tell.\n"
    wrong, sound = (
        text.replace("\n", line_end)
        for text in (above + between + below + body, f"---\n{between}---\n{body}")
    )
    assert {rule for rule, *_ in told(tmp_path, wrong)} == {"invalid-front-matter"}
    assert fix_file(tmp_path, wrong) == sound


@pytest.mark.parametrize("above", ["# Plan", "Draft of May 3", "<!-- a note -->", "# Plan\n\nBy all of us."])
def test_what_stands_above_a_front_matter_is_moved_below_it(above: str, tmp_path: Path) -> None:
    """MkDocs would show the front matter as text, and the plan would be missing."""
    front_matter = "---\ntype: tactic\ntitle: Plan\nstrategy: hire\ndri: ceo\n---\n"
    ((rule, line, _, said),) = told(tmp_path, f"{above}\n\n{front_matter}\nA text.\n")
    assert (rule, line) == ("invalid-front-matter", 1)
    assert "below it" in said
    assert (
        fix_file(tmp_path, f"{above}\n\n{front_matter}\nA text.\n") == f"{front_matter}\n{above}\n\nA text.\n"
    )


@pytest.mark.parametrize(
    "page",
    [
        "# Git\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> mine\n```\n",
        "---\ntitle: Git\n---\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> mine\n```\n",
        "# Page\n\n---\ntype: post\n---\n",
        "```yaml\ntype: tactic\ntitle: Plan\n```\n\nThat is all.\n",
        "# How\n\n```yaml\n---\ntype: tactic\n---\n```\n",
        "<!-- Plan: goals for 2027 -->\n<!-- plan: timeline -->\n<code>&lt;!-- plans/tactics --&gt;</code>\n",
        "---\ntype: service\nparent: Home\nlead: Ann\n---\n",
        "---\ntype: action\nname: checkout\n---\n",
        "# Page\n\n---\n\nNote: this is a line.\n\n---\n",
        "Page\n---\n\n```yaml\ntype: tactic\n```\n",
        "```yaml\nsite_name: X\n```\n",
    ],
)
def test_another_page_is_left_alone(page: str, tmp_path: Path) -> None:
    """A line between paragraphs, and code that shows how a plan file is written."""
    assert told(tmp_path, page, "page.md") == []


def test_signs_in_thousands_of_lines_are_one_slip(tmp_path: Path) -> None:
    """A file that was typed elsewhere as a whole; so is a key that is given thousands of times."""
    lines = "actions:\n" + "  - do: Ask\n\u00a0\u00a0\u00a0 due: 2026\n" * 1_000
    assert ["999 more lines" in said for *_, said in told(tmp_path, tactic(lines))] == [True]
    assert passes(tmp_path, fix_file(tmp_path, tactic(lines)))
    assert len(told(tmp_path, tactic("dri: ceo\n" * 3_000))) == 1


def test_a_closing_line_without_a_line_break_gets_one(tmp_path: Path) -> None:
    """MkDocs doesn't see it else."""
    content = "---\ntype: tactic\ntitle: Plan\nstrategy: hire\n---"
    assert "line break" in told(tmp_path, content)[0][3]
    assert fix_file(tmp_path, content) == content + "\n"


def test_a_second_byte_order_mark_is_taken_away(tmp_path: Path) -> None:
    """Reading takes the first one only."""
    assert "invisible character" in told(tmp_path, "\ufeff\ufeff" + tactic("dri: ceo"))[0][3]
    assert fix_file(tmp_path, "\ufeff\ufeff" + tactic("dri: ceo")) == "\ufeff" + tactic("dri: ceo")


def test_all_slips_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    """Each at its line, whatever stands above it; and all are fixed in one go."""
    lines = (
        "summary: Hire: now\ndri:ceo\nstart = 2026-01-01\noutcome: \"Ask\" all\nactions:\n  • do: Ask\n"
        "    due: 2026-03-31\n  - do: Tell\n   due: 2026-04-30\n  - do: Show, due: 2026-05-31"
    )  # fmt: skip
    content = tactic(lines).replace("\n---\n", "\n-----\n")
    assert [line for _, line, _, _ in told(tmp_path, content)] == [5, 6, 7, 8, 10, 13, 14, 15]
    fixed = tactic(
        'summary: "Hire: now"\ndri: ceo\nstart: 2026-01-01\noutcome: \'"Ask" all\'\nactions:\n  - do: Ask\n'
        "    due: 2026-03-31\n  - do: Tell\n    due: 2026-04-30\n  - {do: Show, due: 2026-05-31}"
    )
    assert fix_file(tmp_path, content) == fixed
    assert passes(tmp_path, fixed)


@pytest.mark.parametrize("lines", ["summary: Une\u00a0équipe", "summary: |\n  \u00a0a\n  • b",
                                   "summary: >-\n  dri:ceo\n  a = b"])  # fmt: skip
def test_signs_within_a_text_are_no_slips(lines: str, tmp_path: Path) -> None:
    """A no-break space in French, bullets in a block of text, a text in quotes over two lines."""
    assert passes(tmp_path, tactic(lines))
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


PLAIN = "---\ntype: tactic\ntitle: Plan\nstrategy: hire\n---\n\nWhy we do it.\n"
FENCED = {
    "a code block": f"```\n{PLAIN}```\n",
    "with its language": f"```markdown\n{PLAIN}```\n",
    "of tildes": f"~~~ yaml\n{PLAIN}~~~\n",
    "behind a sign that can't be seen": f"\u200b```yaml\n{PLAIN}```\n",
    "of more": f"\n````md\n{PLAIN}````\n\n",
    "never closed": f"```yaml\n{PLAIN}",
    "with no line end": f"```yaml\n{PLAIN}```",
    "with no hyphens": "```yaml\n" + PLAIN.replace("---\n", "") + "```\n",
}


@pytest.mark.parametrize("name", FENCED)
def test_a_whole_file_in_a_code_block_is_told_and_taken_out_of_it(name: str, tmp_path: Path) -> None:
    """As it is copied from a chat. MkDocs would show it as code, and the plan would lack it in silence."""
    line = 2 if name == "of more" else 1
    ((rule, *at, said),) = told(tmp_path / "told", FENCED[name])
    assert (rule, at) == ("invalid-front-matter", [line, 1])
    assert "the whole file stands in a code block" in said and "delete the line `" in said
    assert fix_file(tmp_path / "mended", FENCED[name]).strip() == PLAIN.strip()


def test_code_within_a_file_in_a_code_block_stays(tmp_path: Path) -> None:
    """Blocks of code in the text below the front matter."""
    inner = PLAIN + "```py\nprint()\n```\n\nMore.\n"
    assert fix_file(tmp_path, f"```md\n{inner}```\n") == inner


@pytest.mark.parametrize("around", ["```yaml\n{}```\n\nThis is a tactic.\n", "# How\n\n```yaml\n{}```\n"])
def test_a_page_that_shows_a_plan_file_is_no_plan(around: str, tmp_path: Path) -> None:
    """Text stands beside the block."""
    page = around.format(PLAIN)
    assert told(tmp_path / "told", page) == []
    assert fix_file(tmp_path / "mended", page) == page


def test_a_block_of_code_alone_without_a_type_is_no_plan(tmp_path: Path) -> None:
    """A page of nothing but an example of something else."""
    assert told(tmp_path, "```yaml\nname: x\non: push\n```\n") == []
