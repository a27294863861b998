"""The text of an issue, read as the form that it was."""

from __future__ import annotations

import time

import pytest

from mkdocs_plans.codehost.forms import Field, Form, read_answers
from mkdocs_plans.codehost.forms.form import Choice
from mkdocs_plans.errors import EditError

COLOURS = (Choice("red", "Red, as a brick"), Choice("blue", "Blue (the sea)"))
FORM = Form(
    "paint", "Paint", "What to paint.",
    (
        Field("What", "One line.", "line", is_required=True),
        Field("First", "One.", "choice", COLOURS),
        Field("Others", "Some.", "choices", COLOURS),
        Field("Why", "Lines.", "text"),
    ),
)  # fmt: skip


def answered(what: str = "Fence", first: str = "", others: str = "", why: str = "") -> str:
    """The form filled in."""
    return f"### What\n\n{what}\n\n### First\n\n{first}\n\n### Others\n\n{others}\n\n### Why\n\n{why}\n"


def test_each_answer_stands_under_its_heading() -> None:
    """A choice is known by its name, as it is shown, alone, or with another text before it."""
    read = read_answers(
        FORM, answered(first=COLOURS[1].shown, others="Red  as a brick (red), blue", why="a\n\n### b")
    )
    assert read == {"What": ("Fence",), "First": ("blue",), "Others": ("red", "blue"), "Why": ("a\n\n### b",)}


@pytest.mark.parametrize("nothing", ["", "_No response_", "None", "<!-- red, blue -->"])
def test_no_answer_is_none(nothing: str) -> None:
    """As GitHub writes it, and as GitLab's description has it."""
    read = read_answers(FORM, answered(first=nothing, others=nothing, why=nothing))
    assert read == {"What": ("Fence",), "First": (), "Others": (), "Why": ()}


def test_what_a_reader_does_not_see_is_no_answer() -> None:
    """A comment is left out; one that doesn't end is text."""
    assert read_answers(FORM, answered(why="a<!-- b\n### What\n-->c"))["Why"] == ("ac",)
    assert read_answers(FORM, answered(why="a<!-- b"))["Why"] == ("a<!-- b",)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (answered(what=""), "“What” has no answer"),
        (answered(first="green"), "none of its choices"),
        (answered(first="red, blue"), "none of its choices"),
        (answered(others="red, green"), "none of its choices"),
        (answered(first="red\nblue"), "is one line"),
        (answered(why="### What"), "stands twice"),
        (answered(what="x" * 301), "longer than 300"),
        (answered().replace("### Why", "### Because"), "“Why” is missing"),
        (answered().replace("### First", "### Others"), "“First” is missing before “Others”"),
        ("Hello\n" + answered(), "doesn't begin"),
    ],
)
def test_what_is_not_the_form_is_refused(body: str, said: str) -> None:
    """In words that name the heading, and never the answer."""
    with pytest.raises(EditError) as caught:
        read_answers(FORM, body)
    assert said in str(caught.value)
    assert "green" not in str(caught.value)


@pytest.mark.parametrize("sign", ["<!--", "(", "### ", "\n", "### What\n", ",", "red,", " ", "_"])
def test_no_text_takes_long(sign: str) -> None:
    """Whatever stands in it as often as there is room."""
    started = time.process_time()
    for body in (answered(others=sign * (60_000 // len(sign))), answered(why=sign * (60_000 // len(sign)))):
        try:
            read_answers(FORM, body)
        except EditError:
            continue
    assert time.process_time() - started < 2
