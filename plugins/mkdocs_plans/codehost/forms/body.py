"""The text of an issue → the answers of a form, read strictly: all of the form's headings, each once and in
their order, and nothing before them. What else looks like a heading belongs to the answer that it stands in.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plans.codehost.forms.form import LONGEST_CHOICE, MOST_CHOICES, Field, Form
from mkdocs_plans.errors import EditError

LONGEST_BODY = 65_536
"""How many characters an issue may have on GitHub."""

LONGEST_LINE = 300
"""How many characters an answer of one line may have. Our convention."""

_LONGEST = {
    "line": LONGEST_LINE,
    "choice": LONGEST_LINE,
    "choices": MOST_CHOICES * (LONGEST_CHOICE + len(", ")),
    "text": 5_000,
}
"""How many characters an answer of each kind may have. Our convention."""

NO_ANSWER = frozenset({"", "_No response_", "None"})
"""What GitHub writes where nobody answered."""

FormAnswers = Mapping[str, tuple[str, ...]]
"""By the heading of each field what was answered: nothing, a text, or the names of choices."""


def read_answers(form: Form, body: str) -> FormAnswers:
    """Read the answers. EditError where the text isn't the form filled in, or an answer can't be one."""
    if len(body) > LONGEST_BODY:
        raise EditError(f"the form is longer than {LONGEST_BODY} characters")
    text = _without_comments(body.replace("\r\n", "\n").replace("\r", "\n"))
    parts = _parts(form, text.split("\n"))
    return {field.label: _answer(field, "\n".join(parts[field.label]).strip()) for field in form.fields}


def is_meant_as(form: Form, body: str) -> bool:
    """Whether a text begins with the first heading of a form, so that it is meant to be one."""
    lines = _without_comments(body[:LONGEST_BODY]).strip().splitlines()
    return lines[:1] == [f"### {form.fields[0].label}"]


def _without_comments(text: str) -> str:
    """The text as a reader sees it; a comment that doesn't end is text."""
    kept: list[str] = []
    while True:
        before, start, rest = text.partition("<!--")
        _, end, after = rest.partition("-->")
        if not end:
            return "".join((*kept, before, start, rest))
        kept.append(before)
        text = after


def _parts(form: Form, lines: list[str]) -> dict[str, list[str]]:
    expected = [field.label for field in form.fields]
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        label = line[4:].strip() if line.startswith("### ") else ""
        if label in expected:
            if label in parts:
                raise EditError(f"the heading “{label}” stands twice in the form")
            if label != expected[len(parts)]:
                raise EditError(f"the heading “{expected[len(parts)]}” is missing before “{label}”")
            current = parts[label] = []
        elif current is not None:
            current.append(line)
        elif line.strip():
            raise EditError(f"the form doesn't begin with the heading “{expected[0]}”")
    if len(parts) < len(expected):
        raise EditError(f"the heading “{expected[len(parts)]}” is missing in the form")
    return parts


def _answer(field: Field, text: str) -> tuple[str, ...]:
    if text in NO_ANSWER:
        if field.is_required:
            raise EditError(f"“{field.label}” has no answer")
        return ()
    longest = _LONGEST[field.kind]
    if len(text) > longest:
        raise EditError(f"the answer to “{field.label}” is longer than {longest} characters")
    if field.kind == "text":
        return (text,)
    if "\n" in text:
        raise EditError(f"the answer to “{field.label}” is one line")
    return (text,) if field.kind == "line" else _chosen(field, text)


def _chosen(field: Field, text: str) -> tuple[str, ...]:
    """The names of what was chosen, each once. EditError where one isn't among the choices."""
    answers = text.split(",") if field.kind == "choices" else [text]
    chosen = [field.choice_of(answer) for answer in answers]
    if None in chosen:
        raise EditError(f"the answer to “{field.label}” is none of its choices: choose one that is listed")
    return tuple(dict.fromkeys(name for name in chosen if name))
