"""A small plan to fill forms in for, and forms filled in as a code host writes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.codehost.forms import Form
from tests.small_site import STRATEGY, TACTIC, write_site

PEOPLE = """
vp-sales: {role: VP Sales}
recruiting-lead: {role: Recruiting Lead}
gone: {role: Sales Clerk, until: 2026-01-31}
"""
ACTIONS = """actions:
  - {id: print, do: Print the questions}
  - {id: ring, do: "Ring, then write"}
---
"""
FILES = {
    "people.yml": PEOPLE,
    "hire.md": STRATEGY,
    "ask.md": TACTIC.rstrip().removesuffix("---") + ACTIONS,
}

PLAN, HEALTH, NUMBERS = "What you report on", "How it is going", "New numbers"
DONE, NOTE = "Done by now", "What there is to say"

TITLE, STRATEGY_OF, GOALS = "What to do", "Strategy that it serves", "Goals that it advances"
DRI, BEGINS, ENDS, STEPS = "DRI", "Begins", "Ends", "Actions"

CHECK_IN = {PLAN: "Hire salespeople who stay (hire)", HEALTH: "", NUMBERS: "", DONE: "", NOTE: ""}
PROPOSAL = {
    TITLE: "Ring former applicants", STRATEGY_OF: "Hire salespeople who stay (hire)", GOALS: "", DRI: "",
    BEGINS: "", ENDS: "", STEPS: "",
}  # fmt: skip


def write_plan(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write the plan, with its settings; give its folder."""
    return write_site(folder, dict(files))


def body(answers: Mapping[str, str]) -> str:
    """An issue's text as GitHub writes it of a form: its line ends, and its words for no answer."""
    parts = (f"### {label}\r\n\r\n{answer or '_No response_'}" for label, answer in answers.items())
    return "\r\n\r\n".join(parts)


def check_in(**answers: str) -> str:
    """A check-in with some of its fields filled in."""
    names = {"plan": PLAN, "health": HEALTH, "numbers": NUMBERS, "done": DONE, "note": NOTE}
    return body({**CHECK_IN, **{names[name]: answer for name, answer in answers.items()}})


def proposal(**answers: str) -> str:
    """A proposed tactic with some of its fields filled in."""
    names = {
        "title": TITLE, "strategy": STRATEGY_OF, "goals": GOALS, "dri": DRI, "begins": BEGINS, "ends": ENDS,
        "steps": STEPS,
    }  # fmt: skip
    return body({**PROPOSAL, **{names[name]: answer for name, answer in answers.items()}})


def labels(form: Form) -> list[str]:
    """The headings of a form."""
    return [field.label for field in form.fields]
