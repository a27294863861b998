"""The templates' environment: a site's own templates, strictness, and what each template says of itself."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.render.environment import make_environment
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.language import Language

ENGLISH = Language("en")

TEMPLATES = sorted(
    path.relative_to(templates_folder()).as_posix() for path in templates_folder().rglob("*.html")
)


def test_every_template_can_be_read_and_opens_with_its_purpose() -> None:
    """A site that overrides one learns from its first line what it is and what it is given."""
    environment = make_environment(ENGLISH)
    for name in TEMPLATES:
        environment.get_template(name)  # a slip of syntax raises, with file and line
    opened = {name: (templates_folder() / name).read_text("utf-8")[:3] for name in TEMPLATES}
    assert [name for name, opening in opened.items() if opening != "{# "] == []


def test_a_site_overrides_a_template_by_its_name(tmp_path: Path) -> None:
    """The others stay ours, and take the site's one in."""
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/as_of.html").write_text("Seen {{ today.iso }}")
    source = '{% include "partials/as_of.html" %}'
    day = {"today": Day("23 Nov 2026", "2026-11-23"), "how": None}
    assert make_environment(ENGLISH, tmp_path).from_string(source).render(day) == "Seen 2026-11-23"
    assert "As of" in make_environment(ENGLISH).from_string(source).render(day)


def test_a_folder_for_overrides_need_not_exist(tmp_path: Path) -> None:
    """A theme's `custom_dir` may hold other things alone."""
    assert make_environment(ENGLISH, tmp_path / "plans").get_template("partials/as_of.html")


def test_text_is_escaped_unless_a_template_says_otherwise() -> None:
    """In content and in attributes."""
    template = make_environment(ENGLISH).from_string('<p title="{{ text }}">{{ text }}</p>')
    assert template.render(text='<b> "') == '<p title="&lt;b&gt; &#34;">&lt;b&gt; &#34;</p>'


def test_a_name_that_a_template_is_not_given_is_an_error() -> None:
    """A slip in a template isn't an empty place on a page."""
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        make_environment(ENGLISH).from_string("{{ titel }}").render()
