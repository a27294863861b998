"""The catalogues: each says our words, and no others, with the same values; and what a page makes of them."""

from __future__ import annotations

import ast
import calendar
import gettext
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from babel.messages import Message
from jinja2 import Environment, nodes

from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.render.environment import make_environment
from mkdocs_plans.wording import language
from mkdocs_plans.wording.foreign import Foreign, with_elements
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words
from tests.full_site import write_full_site
from tests.render.rendered import href, page, rendering, view
from tests.small_site import CONFIG
from tests.words import LOCALE, ROOT, catalogue, missing, words

CATALOGUES = sorted(LOCALE.glob("*.po"))

_WORD = re.compile(r"[^\W\d_]{2,}")

HALF_GERMAN = """\
msgid "Draft"
msgstr "Entwurf"

#, fuzzy
msgid "Active"
msgstr "Im Gange?"

#, python-format
msgid "%(num)d day"
msgid_plural "%(num)d days"
msgstr[0] "%(num)d Tag"
msgstr[1] ""
"""

MONTHS = {*calendar.month_name, *calendar.month_abbr}
"""Babel writes them."""

_VALUE = re.compile(r"%\(\w+\)[ds]|%%")


def texts(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message's text, or those for one and for several."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def values(message: Message) -> set[str]:
    """The names in a message's text, of which a translation for one may leave out the number."""
    return {value for text in texts(message.id) for value in _VALUE.findall(text)}


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda path: path.stem)
def messages(request: pytest.FixtureRequest) -> list[Message]:
    """What a catalogue says, the first message being its head: to read it takes half a second."""
    return list(catalogue(request.param))


@pytest.fixture(scope="module")
def wanted() -> set[tuple[object, object]]:
    """What is to be said, by context and words."""
    return {(m.context, m.id) for m in words()}


@pytest.fixture(scope="module")
def free() -> set[str]:
    """The messages whose calls give them all nouns."""
    return set(given_all_nouns())


def test_a_catalogue_has_no_word_that_nothing_says(
    messages: list[Message], wanted: set[tuple[object, object]]
) -> None:
    """`make words` takes it out, and lists what nobody has translated yet: that may be missing."""
    assert {(m.context, m.id) for m in messages if m.id} <= wanted


def test_each_phrase_that_is_filled_in_can_be_translated(wanted: set[tuple[object, object]]) -> None:
    """Also one that is handed on under a name: extraction only sees what stands in a call that it knows."""
    known = {text for _, id_ in wanted for text in (id_ if isinstance(id_, tuple) else (id_,))}
    said = {
        node.value
        for folder in ("changes", "history", "outputs", "render")
        for path in (ROOT / "plugins/mkdocs_plans" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _VALUE.search(node.value)
    }
    assert {one for one in said if "`" not in one} <= known


def given_all_nouns() -> Iterator[str]:
    """The messages whose calls give them all nouns, `**words.nouns`: in templates, and in our Python."""
    for path in (ROOT / "templates").rglob("*.html"):
        for call in Environment().parse(path.read_text()).find_all(nodes.Call):
            if call.dyn_kwargs is not None and isinstance(call.args[0], nodes.Const):
                yield call.args[0].value
    for path in (ROOT / "plugins").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and any(
                one.arg is None and isinstance(one.value, ast.Attribute) and one.value.attr == "nouns"
                for one in node.keywords
            ):
                yield ast.literal_eval(node.args[0])


def test_a_translation_takes_the_same_values(messages: list[Message], free: set[str]) -> None:
    """One that it makes up would stop the build; one that it leaves out would be lost. Where a message is
    given all nouns, it may choose among them. A plural has each of the language's forms, or none yet.
    """
    nouns = {f"%({name})s" for name in Words(Language("en"), {}).nouns}
    for message in messages:
        forms = texts(message.string)
        if message.id and any(forms) and not message.fuzzy:
            assert all(forms), message.id
            may_differ = {"%(num)d"} | (nouns if message.id in free else set())
            for said in forms:
                assert set(_VALUE.findall(said)) | may_differ == values(message) | may_differ, message.id


@pytest.fixture
def half_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a German catalogue that says one word, has a fuzzy one, and a plural with one form."""
    (tmp_path / "de.po").write_text(HALF_GERMAN, "utf-8")
    monkeypatch.setattr(language, "_CATALOGUES", tmp_path)
    language._catalogue.cache_clear()
    yield tmp_path
    language._catalogue.cache_clear()


def test_what_a_catalogue_lacks_is_said_in_english(half_german: Path) -> None:
    """Fuzzy ones and plurals without all their forms too; each says on a page that it is English."""
    german = Language("de")
    said = [
        german.gettext("Draft"),
        german.gettext("Active"),
        german.ngettext("%(num)d day", "%(num)d days", 2),
    ]
    assert said == ["Entwurf", "Active", "2 days"]
    assert german.pgettext("of a plan", "Open") == "Open"
    assert [isinstance(one, Foreign) for one in said] == [False, True, True]
    template = make_environment(german).from_string('{{ _("Draft") }}, {{ _("Active") }}')
    assert with_elements(template.render()) == 'Entwurf, <span lang="en">Active</span>'


def test_what_a_catalogue_lacks_is_listed(half_german: Path) -> None:
    """As the code says it."""
    assert missing(catalogue(half_german / "de.po")) == ["Active", "%(num)d day"]


def test_a_language_without_a_catalogue_is_written_in_english() -> None:
    """With its own dates and numbers."""
    assert Language("fi").gettext("On track") == "On track"
    assert Language("de-AT").gettext("On track") == Language("de").gettext("On track") != "On track"


def test_a_german_site_speaks_german(tmp_path: Path) -> None:
    """Nouns, sentences, plurals, dates and numbers."""
    config = CONFIG.replace("font: false", "font: false, language: de")
    folder = write_full_site(tmp_path, config)
    facts = page(folder, "strategies/hire.md").facts()
    assert facts["Nächste Überprüfung"] == "30.12.2026"
    assert "12 Tage überfällig" in page(folder, "tactics/ask.md").text
    assert "4 Maßnahmen" in view(folder, "tactics").text


def test_an_organisations_own_words_stand_in_german_sentences(tmp_path: Path) -> None:
    """They keep their capitals."""
    labels = "      labels: {tactic: [Vorhaben, Vorhaben]}\n"
    config = CONFIG.replace("font: false", "font: false, language: de") + labels
    assert "4 Vorhaben" in view(write_full_site(tmp_path, config), "tactics").text


class Marking(gettext.NullTranslations):
    """Takes every word of ours out, and leaves the values."""

    def gettext(self, message: str) -> str:
        """A message's values alone."""
        return " ".join(_VALUE.findall(message)) or " "

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """As of one message."""
        return self.gettext(msgid1)

    def pgettext(self, context: str, message: str) -> str:
        """As of one message."""
        return self.gettext(message)


def words_of(html: str) -> set[str]:
    """The words that a fragment shows, those of its titles and labels included."""
    labels = re.findall(r'(?:title|aria-label|placeholder)="([^"]*)"', html)
    return set(_WORD.findall(unescape(" ".join([re.sub(r"<[^>]+>", " ", html), *labels]))))


REFERENCES = {"rules", "fields", "settings", "views"}
"""They are of the product and in its language, as its messages are."""


def test_nothing_of_ours_is_said_past_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no word of ours left, views and pages have the plan's own words, and months."""
    folder = write_full_site(tmp_path)
    monkeypatch.setattr("mkdocs_plans.wording.language._catalogue", lambda _: Marking())
    plan, renderer = rendering(folder)
    sources = (path.read_text() for path in folder.rglob("*") if path.is_file())
    plan_says = words_of(" ".join([*sources, *(file.title for file in plan.files)]))
    said = {
        name: renderer.view(name, "handle: ada", href) for name in VIEW_ARGUMENTS if name not in REFERENCES
    }
    for file in plan.files:
        around = renderer.plan_page(file, href)
        said[file.path] = around.above + around.below
    ours = {name: words_of(html) - plan_says - MONTHS for name, html in said.items()}
    assert {name: words for name, words in ours.items() if words} == {}


@pytest.mark.parametrize(
    ("name", "catalogues"),
    [
        ("de-AT", ["de_AT", "de"]),
        ("pt-BR", ["pt_BR", "pt"]),
        ("zh", ["zh"]),
        ("zh-Hans", ["zh_Hans", "zh"]),
        ("zh-Hant", ["zh_Hant"]),
        ("zh-TW", ["zh_Hant_TW", "zh_Hant", "zh_TW"]),
    ],
)
def test_the_closest_catalogue_speaks(name: str, catalogues: list[str]) -> None:
    """Of the region, else of the language; never one in another script."""
    assert language._catalogue_names(language._locale(name)) == catalogues
