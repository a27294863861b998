"""A rule's docstring, taken apart: what a terminal and the rules page show of it."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from mkdocs_plans.rule import Rule

_EXAMPLE = re.compile(r"^((Wrong|Right)[^\n]*):\n\n((?:(?:    [^\n]*)?\n)+)", re.MULTILINE)
_WHY = "Why it matters: "


@dataclass(frozen=True, slots=True)
class RuleExample:
    """An example of a plan: its label (`Wrong, in mkdocs.yml`) and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a rule finds, in a sentence; more about it, in paragraphs; why it matters; and a wrong
    and a right example. The sentences are inline Markdown.
    """

    finds: str
    detail: tuple[str, ...]
    why: str
    wrong: RuleExample
    right: RuleExample

    @property
    def examples(self) -> tuple[RuleExample, RuleExample]:
        """The wrong one, then the right one."""
        return self.wrong, self.right


def documentation(rule: Rule) -> Documentation:
    """Take a rule's documentation apart. ValueError where a part is missing or is there twice."""
    text = inspect.cleandoc(rule.text) + "\n"
    found = {match[2]: RuleExample(match[1], inspect.cleandoc(match[3])) for match in _EXAMPLE.finditer(text)}
    rest = _EXAMPLE.sub("", text)
    finds, *paragraphs = [" ".join(part.split()) for part in rest.split("\n\n") if part.strip()]
    [why] = (paragraph.removeprefix(_WHY) for paragraph in paragraphs if paragraph.startswith(_WHY))
    detail = tuple(paragraph for paragraph in paragraphs if not paragraph.startswith(_WHY))
    if len(found) < 2:
        raise ValueError(f"{rule.name} lacks an example")
    return Documentation(finds, detail, why, found["Wrong"], found["Right"])
