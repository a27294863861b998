"""The text below a front matter: its headings, and where code and comments are blanked out."""

from __future__ import annotations

import pytest

from mkdocs_plans.findings import InBody, Span
from mkdocs_plans.source import first_paragraph, headings, read_document, without_code


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# One\n\n### Two ##\n", ["One", "Two"]),
        ("One\n===\n\nTwo\n---\n", ["One", "Two"]),
        ("## **Where we stand** {#here .wide}\n", ["Where we stand"]),
        ("#No space\n", ["No space"]),
        ("text\n\n---\n\ntext # no heading\n", []),
        ("```md\n# in code\n```\n# after\n", ["after"]),
        ("~~~~\n# in code\n~~~\n# still\n~~~~\n# after\n", ["after"]),
        ("- item\n\n    ```\n    # in code\n    ```\n", []),
        ("```\n# never closed\n", []),
        ("<!--\n# in a comment\n-->\n# after\n", ["after"]),
        ("<!-- never closed\n# after\n", ["after"]),
        ("", []),
    ],
)
def test_a_bodys_headings(body: str, expected: list[str]) -> None:
    """Of any level and in either form, without their marks."""
    assert list(headings(body)) == expected


@pytest.mark.parametrize("body", ["plain", "a `b` c", "```\nx\n```\ny", "``two`` ` one", "`" * 9, "~~~\nx"])
def test_what_is_left_without_code_stands_where_it_stood(body: str) -> None:
    """Only signs within lines are taken away."""
    left = without_code(body)
    assert len(left) == len(body)
    assert [i for i, sign in enumerate(left) if sign == "\n"] == [
        i for i, sign in enumerate(body) if sign == "\n"
    ]
    assert all(new in {" ", old} for new, old in zip(left, body, strict=True))


def test_code_is_taken_away() -> None:
    """In fences and within a line."""
    assert without_code("say `TODO`\n```\nTODO\n```\nTODO").split() == ["say", "TODO"]


@pytest.mark.parametrize("sign", ["`", "```\n", "<!--", "<!-- -->", "~~~\n", "`a ", "# ", "a\n", "{", "{}"])
def test_a_long_body_is_read_in_no_time(sign: str) -> None:
    """Nothing is looked for again and again: this ends."""
    assert isinstance(list(headings(sign * 100_000)), list)


@pytest.mark.parametrize("between", ["", "\n\n", "\n   "])
def test_a_stretch_of_the_body_has_its_place_in_the_file(between: str) -> None:
    """Whatever white space stands around the body."""
    text = f"---\ntype: theme\n---\n{between}First line\nsecond TODO\n"
    document = read_document("a.md", text.encode())
    start = document.body.index("TODO")
    line = text[: text.index("TODO")].count("\n") + 1
    assert document.locate(InBody(start, start + 4)) == Span(line, 8, 12)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "# Title\n\n## Where\nWe **hired** `40`\n[people](x.md).\n\nNext",
            "We **hired** `40` [people](x.md).",
        ),
        ("Title\n=====\n\nBelow.", "Below."),
        (
            "- a\n- b\n\n1. c\n\n> d\n\n| e |\n\n!!! note\n    f\n\n[^1]: g\n\n**Bold** text.",
            "**Bold** text.",
        ),
        (
            "```\ncode\n```\n\n    code\n\n<div>\n\n<!-- plans/map -->\n\nText <b>here</b>.[^1]{ .a }",
            "Text here.",
        ),
        ("We do this:\n\n- a\n\nEnd.", "End."),
        ("<!-- never\n\nshown -->\n---\n", ""),
        ("", ""),
    ],
)
def test_a_bodys_first_paragraph(body: str, expected: str) -> None:
    """Prose alone, without what isn't read; one that leads to a list says too little."""
    assert first_paragraph(body) == expected
