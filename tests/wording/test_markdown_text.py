"""Plan text in Markdown: it shows, and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_plans.wording.markdown_text import LONGEST, code, escape, shorten_text, visible

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])

REFERENCES = re.compile(
    r"""
      @\w | \#\w | [!~%&$^](?=[\w"\[])                 # what GitHub and GitLab take for references
    | (?i:https?:/) | // | (?i:www\.[\w-]) | \w@\w         # extended autolinks
    | [A-Za-z]-\d                                       # GH-12
    | :[\w+-]+:                                         # a picture's name
    | (?<![0-9A-Za-z])[0-9A-Fa-f]{7}                    # a commit
    """,
    re.VERBOSE,
)

HOSTILE = [
    "@everyone and @org/team",
    "fixes #123, GH-12, org/repo#4, !5, ~bug, %v1, &7, $9, JIRA-77",
    "0123456789abcdef0123456789abcdef01234567",
    "[click](https://evil.example) <https://evil.example> https://evil.example www.evil.example",
    "www.1x.example ftp://x.example //evil.example mailto:a@evil.example someone@evil.example",
    "[a][b] [a]: https://evil.example ![x](https://evil.example/x.png)",
    "<script>alert(1)</script><img src=x onerror=y> &lt;b&gt; &#64;you &commat;you",
    "<!-- mkdocs-plans:review -->",
    "--> <!--",
    "```\ncode\n```  ~~~ ` `` \\` \\\\` \\",
    "a | b\n--- | ---\nc | d",
    "# heading\n\nparagraph\n===\n\n---\n> quote\n- item\n1. item\n    code",
    "*em* **strong** _em_ __strong__ ~~gone~~ $x^2$ :tada: [^1] [x] - [ ] task",
    "\u202egnp.exe\u2066 zero\u200bwidth \ufeff\u2060\x00\x1b[31m\u2028\u2029\x85",
    "/close",
    "10:100:1 :+1: www.-x.example",
    "1) one",
    "+ item",
    "= title",
    "a" * 100_000,
    "{{ 7 * 7 }} {% raw %} {0} {}",
    "\\@you \\#1 \\[a](b) \\<b>",
]


def inline_tokens(markdown: str) -> list[Token]:
    """All tokens but those that a line of text in a list has."""
    plain = {"bullet_list_open", "list_item_open", "paragraph_open", "inline", "text", "text_special",
             "paragraph_close", "list_item_close", "bullet_list_close"}  # fmt: skip
    tokens = GFM.parse(markdown)
    return [one for token in tokens for one in (token, *(token.children or ())) if one.type not in plain]


def shown(markdown: str) -> str:
    """What a reader sees of a line of text."""
    [inline] = [token for token in GFM.parse(markdown) if token.type == "inline"]
    return "".join(child.content for child in inline.children or ())


def assert_inert(text: str) -> None:
    """Whatever it holds, at the start of a line, after text, before more of it."""
    written = escape(text)
    assert "\n" not in written
    assert "<" not in written
    for before in ("- ", "- title “", "- **", ""):
        line = f"{before}{written}"
        if before != "- **" and written:
            assert inline_tokens(line + "” → “b”") == [], line
            assert not REFERENCES.search(shown(line)), line


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    """It makes no link, no mention, no picture, no markup."""
    assert_inert(text)


@given(st.text())
@example("@a")
@example("#1")
def test_any_text_is_inert(text: str) -> None:
    """Whatever it is made of."""
    assert_inert(text)


SIGNS = st.sampled_from(
    [*"@#!~%&$^[]()<>`*_|\\/.:-+=1aF0\n\r\t \"'", "www.", "http", "://", "<!--", "-->", "GH-"]
)


@given(st.lists(SIGNS, max_size=30).map("".join))
def test_any_arrangement_of_the_signs_that_matter_is_inert(text: str) -> None:
    """Where arbitrary text seldom gets."""
    assert_inert(text)


@given(st.lists(SIGNS | st.characters(), max_size=60).map("".join))
def test_a_reader_sees_what_the_plan_says(text: str) -> None:
    """All of it, in its order, but for what can't be seen and for white space."""
    expected = shorten_text(visible(text))
    written = escape(text)
    if expected:
        assert shown("x " + written).removeprefix("x ").replace("\u200b", "") == expected


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    """What turns text around, or hides in it, shows as a mark."""
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff]", visible(text))


def test_a_long_text_is_cut() -> None:
    """At a length that a reader still reads."""
    assert len(visible(escape("word " * 20_000))) <= LONGEST
    assert escape("word " * 20_000).endswith("…")


@pytest.mark.parametrize(
    "text",
    [
        "Keep 4.5 of 5, +3 %, 85 % by 30 Jun 2026: “yes” – or no?",
        "Être là où ça compte (日本語, العربية)",
        "👩‍👧 می‌خواهم",
        "a-b, well-known; it's 12:30",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    """A reader of the source isn't bothered where nothing is to be feared."""
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plans/a b.md:12", "`plans/a b.md:12`"),
        ("@octo-cat", "`@octo-cat`"),
        ("a`b", "a\\`b"),
        ("<!-- x", "&lt;!-- x"),
        (" x", "x"),
        ("x\n", "x"),
    ],
)
def test_a_name_is_written_as_code_where_it_is_plain(text: str, written: str) -> None:
    """In code a host looks for no one to tell."""
    assert code(text) == written
