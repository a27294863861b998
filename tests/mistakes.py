"""The mistakes that authors make, each as one changed file of a small site, with what must be said.

A mistake is the file that holds it, the rule that finds it, the line and column to point at, and a
word of the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.small_site import text


@dataclass(frozen=True)
class Mistake:
    """A file with one mistake in it, and the finding that it must give."""

    path: str
    content: str | bytes
    rule: str
    line: int
    column: int
    remedy: str
    beside: tuple[tuple[str, str], ...] = ()
    """Further files, without a mistake, that this one needs."""


def _tactic(line: str) -> str:
    return text(
        f"""
        ---
        type: tactic
        title: Train the recruiters
        {line}
        dri: recruiting-lead
        ---
        """
    )


def _strategy(lines: str, title: str = "Close more deals") -> str:
    return f"---\ntype: strategy\ntitle: {title}\n{lines}---\n"


MISTAKES: dict[str, Mistake] = {
    "a misspelt strategy id": Mistake(
        "misspelt-id.md", _tactic("strategy: hier"), "unknown-strategy", 4, 11, '"hire"'
    ),
    "a goal that doesn't exist": Mistake(
        "no-such-goal.md",
        _tactic("strategy: hire\nadvances: [first-year-retension]".replace("\n", "\n        ")),
        "unknown-goal",
        5,
        12,
        '"first-year-retention"',
    ),
    "a day that doesn't exist": Mistake(
        "no-such-day.md", _strategy("end: 2026-02-30\n"), "invalid-value", 4, 6, "2026-02-28"
    ),
    "a misspelt key": Mistake(
        "misspelt-key.md", _strategy("sumary: In short\n"), "misspelt-field", 4, 1, "`summary`"
    ),
    "a key given twice": Mistake(
        "key-twice.md",
        _strategy("status: active\nstatus: paused\n"),
        "duplicate-key",
        5,
        1,
        "keep one of the two",
    ),
    "a tab in the YAML": Mistake(
        "tab.md", _strategy("goals:\n\t- title: Grow\n"), "invalid-front-matter", 5, 1, "spaces"
    ),
    "a missing closing line": Mistake(
        "not-closed.md",
        "---\ntype: strategy\ntitle: Close more deals\n",
        "invalid-front-matter",
        3,
        1,
        "`---`",
        beside=(("serves-not-closed.md", _tactic("strategy: not-closed")),),
    ),
    "a file in UTF-16": Mistake(
        "wide.md",
        "---\ntype: strategy\ntitle: Wide\n---\n".encode("utf-16"),
        "unreadable-file",
        1,
        1,
        "UTF-8",
    ),
    "an unknown DRI": Mistake(
        "unknown-dri.md", _strategy("dri: vp-slaes\n"), "unknown-person", 4, 6, '"vp-sales"'
    ),
    "two plans with one id": Mistake(
        "second-hire.md", _strategy("id: hire\n"), "duplicate-id", 4, 5, "another `id`"
    ),
    "a strategy that is its own grandparent": Mistake(
        "above.md",
        _strategy("parent: below\n", "Above"),
        "circular-link",
        4,
        9,
        "remove one `parent`",
        beside=(("below.md", _strategy("parent: above\n", "Below")),),
    ),
    "a word in place of a list": Mistake(
        "goals-none.md",
        _strategy("goals: none\n"),
        "invalid-value",
        4,
        8,
        "leave the field out",
        beside=(("serves-goals-none.md", _tactic("strategy: goals-none\n        advances: grow")),),
    ),
    "a title that YAML cuts at a hash": Mistake(
        "hash.md",
        "---\ntype: strategy\ntitle: Be #1\n---\n",
        "text-cut-by-hash",
        3,
        11,
        "quotes",
    ),
    "an amount that YAML cuts at a comma": Mistake(
        "comma.md",
        _tactic("strategy: hire\n        resources: [{name: Boiler, cost: £14,000}]"),
        "text-cut-by-comma",
        5,
        37,
        '"£14,000"',
    ),
    "an opening line that is gone": Mistake(
        "not-opened.md",
        "type: strategy\ntitle: Close more deals\n---\n",
        "invalid-front-matter",
        1,
        1,
        "above `type: strategy`",
        beside=(("serves-not-opened.md", _tactic("strategy: not-opened")),),
    ),
    "a plan without a type": Mistake(
        "no-type.md",
        "---\ntitle: Close more deals\ndri: vp-sales\ngoals:\n  - title: Grow\ntheme: none\n---\n",
        "missing-field",
        1,
        1,
        "`type: strategy`",
        beside=(("serves-no-type.md", _tactic("strategy: no-type")),),
    ),
}
