"""One file → a document: split as MkDocs splits it, with the place of everything."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from mkdocs_plans.findings import Route, Span
from mkdocs_plans.load import kind_of
from mkdocs_plans.load.view_comments import find_wrong_views
from mkdocs_plans.source import Document, read_document, read_yaml_document
from mkdocs_plans.source.line_slips import ODD
from tests.small_site import write_document

SAMPLE = """---
type: strategy
title: "Hire: now"
goals:
  - id: grow
    title: Grow
    targets: {2026-06-30: 65}
  - title: >-
      Keep what
      we have
tags: [a, b]
empty:
---

# A heading

Text.
"""


def read(text: str) -> Document:
    """Read a text as a file's bytes."""
    return read_document("plan.md", text.encode())


def shown(document: Document, route: Route) -> str:
    """What a route's span underlines."""
    span = document.locate(route)
    return document.line(span.line)[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("route", "underlined"),
    [
        (Route.to("title"), '"Hire: now"'),
        (Route.to_key("title"), "title"),
        (Route.to("goals", 0, "title"), "Grow"),
        (Route.to("goals", 0, "targets", "2026-06-30"), "65"),
        (Route.to_key("goals", 0, "targets", "2026-06-30"), "2026-06-30"),
        (Route.to("goals", 1, "title"), "title"),
        (Route.to("goals"), "goals"),
        (Route.to("goals", 1), "title: >-"),
        (Route.to("goals", 0, "due"), "id: grow"),
        (Route.to("goals", 7), "goals"),
        (Route.to("tags", 1), "b"),
        (Route.to("empty"), "empty"),
        (Route.to("start"), "---"),
        (Route(), "---"),
    ],
)
def test_a_route_leads_to_its_value_or_as_far_as_the_file_goes(route: Route, underlined: str) -> None:
    """A value's own text; for a block or an empty value its key; for what isn't there what holds it."""
    assert shown(read(SAMPLE), route) == underlined


def test_every_scalar_stays_text_as_written() -> None:
    """Dates, numbers and truth are the model's to read; only nothing is nothing."""
    document = read("---\na: 2026-02-30\nb: 1.10\nc: No\nd: ~\ne:\nf: ''\nno: 012\n---\n")
    values = {"a": "2026-02-30", "b": "1.10", "c": "No", "d": None, "e": None, "f": "", "no": "012"}
    assert document.values == values


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    """A file saved by another editor reads the same, with the same places."""
    data = b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode()
    document, plain = read_document("plan.md", data), read(SAMPLE)
    assert (document.values, document.body) == (plain.values, plain.body)
    assert document.locate(Route.to("goals", 0, "title")) == Span(6, 12, 16)


def test_the_first_heading_is_found_only_at_the_top() -> None:
    """A heading further down is a section."""
    assert read(SAMPLE).heading == "A heading"
    assert read("---\na: b\n---\nText\n\n# Later\n").heading is None


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("\n---\ntype: theme\n---\n", "first line", "delete"),
        ("---\ntype: theme\n", "no closing", "---"),
        ("---\ntype: theme\n---", "last characters", "line break"),
        ("----\ntype: theme\n---\n", "three hyphens", "---"),
        ("---\n- type: theme\n---\n", "key: value", "key: value"),
        ("---\ntype: %\n---\n", "%", "percent"),
        ("---\ntype: @vp\n---\n", "@", "handle"),
        ("---\ntype: a: b\n---\n", "second", "quotes"),
        ("---\ntype: 'a\n---\n", "quote", "close"),
        ("---\ntype: *a\n---\n", "*", "quotes"),
        ("---\ntype: \x07\n---\n", "U+0007", "delete"),
        ("---\ntype: [a\n---\n", "closed", "close"),
        ("---\ntype: a\n b: c\n---\n", "", ""),
    ],
)
def test_front_matter_that_cannot_be_read_is_one_finding(text: str, message: str, remedy: str) -> None:
    """What is wrong is said in words for someone who doesn't know YAML."""
    (finding,) = read(text).findings
    assert finding.rule == "invalid-front-matter"
    assert message in finding.message
    assert remedy in finding.hint


def test_an_alias_that_unfolds_without_end_is_refused() -> None:
    """Ten short lines can name more values than memory holds."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    document = read("---\n" + "\n".join(lines) + "\n---\n")
    assert document.values is None
    assert len(document.findings) == 1


@pytest.mark.parametrize("nest", ["[" * 60_000, "- " * 60_000, "{a: " * 60_000, "a: &a [*a]"])
def test_nesting_that_would_end_the_process_is_refused(nest: str) -> None:
    """The C library composes by recursion in C; an endless alias would recurse in Python."""
    document = read(f"---\na: {nest}\n---\n" if not nest.startswith("a") else f"---\n{nest}\n---\n")
    assert [finding.rule for finding in document.findings] == ["invalid-front-matter"]


def test_each_repeated_key_is_a_finding_that_names_the_first() -> None:
    """Also within a goal, and more than once."""
    document = read("---\na: 1\nb:\n  - {c: 1, c: 2}\na: 2\na: 3\n---\n")
    places = [(finding.at, finding.related[0].at) for finding in document.findings]
    assert [finding.rule for finding in document.findings] == ["duplicate-key"] * 3
    assert (Span(5, 1, 2), Span(2, 1, 2)) in places
    assert (Span(4, 12, 13), Span(4, 6, 7)) in places
    assert document.values == {"a": "1", "b": [{"c": "1"}]}


def test_a_file_that_is_too_large_is_not_read() -> None:
    """A plan file is written by people."""
    document = read_document("plan.md", b"---\ntype: theme\n---\n" + b"x" * 6_000_000)
    assert [finding.rule for finding in document.findings] == ["unreadable-file"]


def test_a_byte_that_is_not_utf8_is_pointed_at() -> None:
    """Latin-1 text is the common case."""
    (finding,) = read_document("plan.md", "---\ntype: thème\n---\n".encode("latin-1")).findings
    assert (finding.rule, finding.at) == ("unreadable-file", Span(2, 9, 10))


def test_a_yaml_file_is_read_from_its_first_line() -> None:
    """The people file has no front matter around it."""
    document = read_yaml_document("people.yml", b"vp-sales: {role: VP Sales}\nlead:\n")
    assert document.values == {"vp-sales": {"role": "VP Sales"}, "lead": None}
    assert document.locate(Route.to("vp-sales", "role")) == Span(1, 18, 26)
    assert document.locate(Route.to_key("lead")) == Span(2, 1, 5)


def test_view_comments_are_found_on_their_own_lines_outside_code() -> None:
    """A comment in a fence, or within a sentence, is an example."""
    text = (
        "<!-- plans/tactics {team: a} -->\n\n```\n<!-- plans/a -->\n```\n\n`<!-- plans/b -->`\n\n"
        "~~~~ md\n~~~\n<!-- plans/c -->\n~~~~\n\n    <!-- plans/d -->\n\n  <!--plans/teams-->\n"
    )
    found = [(comment.name, comment.arguments) for comment in read(text).view_comments()]
    assert found == [("tactics", "{team: a}"), ("teams", "")]


_LIKE_A_SLIP = re.compile(f"[:?-]{ODD.pattern}")
"""A blank of another program's behind a sign of YAML's is told, rightly: such a text stands in quotes."""

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).filter(
    lambda text: not _LIKE_A_SLIP.search(text)
)

YAML_VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcdefgh-_ ", min_size=1, max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.text("abcdefgh", min_size=1, max_size=8), YAML_VALUES, min_size=1),
    st.text(max_size=40),
)
def test_what_is_written_reads_back_the_same(values: dict[str, object], body: str) -> None:
    """Text stays text, also where it looks like a number, a date, or YAML's own signs."""
    document = read(write_document(values, body))
    assert document.findings == ()
    assert document.values == values


FRAGMENTS = st.sampled_from(
    ["---\n", "----\n", "...\n", "\n", "a: b\n", "type: theme\n", "\t", " ", "text\n", "---", "- a\n", "\r\n",
     "\ufeff", "a: |\n  b\n", "# c\n", "--- \n", "'", '"', "{", "]"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(FRAGMENTS, max_size=9).map("".join))
def test_mkdocs_reads_the_same_front_matter_wherever_we_read_one(text: str) -> None:
    """Where we find values and nothing wrong, MkDocs finds the same keys and the same text below."""
    document = read(text)
    if not document.values or document.findings:
        return
    body, meta = get_data(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    assert list(document.values) == [str(key) for key in meta]
    assert document.body == body.strip()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda data: b"---\n" + data + b"\n---\n"))
def test_arbitrary_bytes_give_a_document(data: bytes) -> None:
    """Findings, never an exception; and every finding has a place in the file."""
    document = read_document("plan.md", data)
    for finding in document.findings:
        span = document.locate(finding.at)
        assert 1 <= span.line <= document.text.count("\n") + 1
        assert 1 <= span.column < span.end_column


SLOW = {
    "views never closed": "<!-- plans/tactics \n\n",
    "comments never closed": "<!--plans/",
    "views that there aren't": "<!-- plans/tacticz -->\n",
    "no front matter": "---\n" + "\n" * 100,
    "empty lines": " \n",
    "backticks": "` `` ```\n",
    "code blocks in code blocks": "```a\ntype: tactic\n",
    "keys given twice": "---\na: b\n---\n".replace("a: b\n", "a: b\n" * 2_000),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_file_is_read_in_time_in_proportion_to_its_length(name: str) -> None:
    """100 KB at once; what takes time in proportion to the square needs minutes for them."""
    text = SLOW[name] * (100_000 // len(SLOW[name]))
    start = time.process_time()
    for head in ("", "---\ntype: tactic\ntitle: A\n---\n"):
        document = read_document("a.md", (head + text).encode())
        assert kind_of(document, {}) in {None, "tactic"}
        list(find_wrong_views(document, {}))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "target: >= 5500",
            "`>=`",
            "write the number alone: 5500; to stay on that side, add `keep: at",
        ),
        ("target: >95 %", "`>`", "write the number alone: 95; to stay on that side"),
        ("baseline: > 1 234,5", "`>`", "write the number alone: 1 234,5; to stay"),
        ("targets: {2026: >= 4}", "`>=`", "write the number alone: 4; to stay"),
        ("targets: {2026: 3, 2027: > 2,5}", "`>`", "write the number alone: 2,5; to stay"),
        ("targets:\n      2026: > 4", "`>`", "write the number alone: 4; to stay"),
        ("readings: {one: 5, a: - 4}", "`-`", "write -4, with no space after the minus sign"),
        ("target: - 4", "`-`", "write -4, with no space after the minus sign"),
        ("target: %62", "`%`", "write the number alone: 62, and `unit: percent`"),
        ("target: `62`", "a backtick", "write the number alone: 62"),
        ("target: *62", "`*`", "write the number alone: 62"),
    ],
)
def test_a_number_behind_a_sign_is_told_to_stand_alone(line: str, message: str, hint: str) -> None:
    """In quotes it would be a number as little."""
    [problem] = read(f"---\ntype: strategy\ngoals:\n  - id: a\n    {line}\n---\n").findings
    assert problem.message == f"a number can't begin with {message}"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("line", ["title: > 5 of them", "title: >= 5", "note: - 4", "target: > five"])
def test_a_text_behind_a_sign_is_told_to_have_quotes(line: str) -> None:
    """Also where it is a number to look at."""
    [problem] = read(f"---\ntype: strategy\ngoals:\n  - id: a\n    {line}\n---\n").findings
    assert (problem.message[:20], problem.hint) == ("text can't begin wit", "put quotes around the text")


@pytest.mark.parametrize(
    ("lines", "line", "hint"),
    [
        ("// the owner\ndri: cfo", 3, "write `# the owner`"),
        ("<!-- the owner -->\ndri: cfo", 3, "write `# the owner`"),
        ("**dri:** cfo\nteam: a", 3, "write `dri: cfo`"),
        ("dri: cfo\n- team: a\nstatus: active", 4, "write `team: a`"),
        ("title: Train sixty\nlecturers\ndri: cfo", 4, "begin it with two spaces more than the line above"),
        ("title: {Train sixty\ndri: cfo", 3, "put quotes around the text"),
        ("title: !Train sixty lecturers", 3, "put quotes around the text"),
        ("title: &Train sixty lecturers", 3, "put quotes around the text"),
        (
            "actions:\n  | Step | Due |\n  |---|---|\n  | Ask | May |",
            4,
            "write each row as an item of a list",
        ),
    ],
)
def test_what_other_forms_have_is_told_as_what_it_is(lines: str, line: int, hint: str) -> None:
    """Notes, fields in bold, tables, a word that YAML takes for its own."""
    [found] = read(f"---\ntype: tactic\n{lines}\n---\n").findings
    assert isinstance(found.at, Span)
    assert (found.at.line, found.hint[: len(hint)]) == (line, hint)


@pytest.mark.parametrize(
    "lines",
    [
        "note: |\n  a: !Hire people",
        'note: "x\n  a: !Hire people"',
        "one: &a text here\nother: *a",
        "note: Hire! And &Co",
    ],
)
def test_signs_within_a_text_lose_no_word(lines: str) -> None:
    """Nor does an anchor that some other place names."""
    assert not read(f"---\ntype: tactic\n{lines}\n---\n").findings


@pytest.mark.parametrize("first", ["type = tactic", "type tactic", "Just some words", "tactic"])
def test_a_line_without_a_colon_is_the_one_slip_of_the_lines_below_it(first: str) -> None:
    """YAML stumbles over the colon of the next line, and then over each one that follows."""
    document = read(f"---\n{first}\ntitle: Q\nstrategy: s\ndri: ceo\nactions:\n  - do: Ask\n---\n")
    (found,) = document.findings
    assert isinstance(found.at, Span)
    assert found.at.line == 2
    assert "colon" in found.message


@pytest.mark.parametrize("sign", list("%@`>|\t"))
def test_the_signs_in_libyamls_own_words_are_not_taken_for_those_of_the_text(sign: str) -> None:
    """It says `<document start>`, and the text has no such sign."""
    document = read("---\ntype: tactic\n... x\ntitle: Q\n---\n")
    assert document.findings
    assert not any(f"`{sign}`" in found.message for found in document.findings)
