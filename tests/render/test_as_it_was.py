"""The text of a plan that was taken out: shown as it was, and harmless."""

from __future__ import annotations

import pytest

from mkdocs_plans.render.changes.as_it_was import as_it_was


def href(path: str) -> str | None:
    """Where the files are that there are."""
    return {"plans/ask.md": "../../ask/", "hire.md": "../../hire/"}.get(path)


CASES = {
    "its title, which the page has": ("# Find\n\nText.", "<p>Text.</p>\n"),
    "a second title": ("Text.\n\n# More", "<p>Text.</p>\n<h2>More</h2>\n"),
    "a link beside it": ("[Ask](ask.md)", '<p><a href="../../ask/">Ask</a></p>\n'),
    "a link to a place": ("[Hire](../hire.md#goals)", '<p><a href="../../hire/#goals">Hire</a></p>\n'),
    "a link to nothing": ("[*Gone*](gone.md) so", "<p><em>Gone</em> so</p>\n"),
    "a link within it": ("[Below](#below)", "<p>Below</p>\n"),
    "a link elsewhere": (
        "[Out](https://example.org/a.md)",
        '<p><a href="https://example.org/a.md">Out</a></p>\n',
    ),
    "a link that runs a script": ("[x](javascript:a)", "<p>[x](javascript:a)</p>\n"),
    "a link of another scheme": ("[x](vbs:a) <ftp://a.b>", "<p>x ftp://a.b</p>\n"),
    "HTML": ("<b onclick=a>x</b>", "<p>&lt;b onclick=a&gt;x&lt;/b&gt;</p>\n"),
    "an image": ("![x](y.png)", "<p>x</p>\n"),
    "a view": ("<!-- plans/tactics -->\n\nText.", "<p>Text.</p>\n"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_is_shown_as_it_was_and_harmless(name: str) -> None:
    """Links lead to where things are now, and what isn't text is shown as text or left out."""
    text, html = CASES[name]
    assert as_it_was(text, "plans/find.md", href) == html
