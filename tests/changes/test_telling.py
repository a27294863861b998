"""Every format says the same of a change, in the site's language and the organisation's words."""

from __future__ import annotations

import gettext
import json
from html import unescape
from pathlib import Path

import pytest

from mkdocs_plans.changes import State, compare
from mkdocs_plans.changes.telling import Teller
from mkdocs_plans.outputs.markdown import LIMIT
from mkdocs_plans.outputs.review import FORMATS, emitter
from mkdocs_plans.render import Changes, Renderer
from mkdocs_plans.rules import check
from tests.changes.small_plan import PLAN, Files, reviewed, with_edit
from tests.markup import Html
from tests.render.rendered import href
from tests.small_site import CONFIG, read_site, write_site

GERMAN = CONFIG.replace("{name: material,", "{name: material, language: de,") + (
    "      labels:\n        tactic: [Vorhaben, Vorhaben]\n        dri: [Federführung, Federführungen]\n"
)


def formats(folder: Path, now: Files, config: str = CONFIG) -> dict[str, str]:
    """What each format says of a change of the small plan, as a reader reads it."""
    then, _ = read_site(write_site(folder / "before", PLAN, config=config))
    loaded, site = read_site(write_site(folder / "now", now, config=config))
    review = compare(State(then, check(then, site)), State(loaded, check(loaded, site)))
    teller = Teller.of(review.compared, site)
    page = Renderer(loaded.plan, site, None, Changes(then.plan, loaded.plan, "main"))
    written = {format_: emitter(format_)(review, teller, str, LIMIT) for format_ in FORMATS}
    report = json.loads(written["json"])
    texts = [change["text"] for plan in report["plans"] for change in plan["changes"]]
    texts += [reason["text"] for one in report["reviewers"] for reason in one["reasons"]]
    said = {
        "text": written["text"],
        "markdown": unescape(written["markdown"]).replace("\u200b", "").replace("\\", ""),
        "json": " ".join(texts),
        "html": Html(page.view("changes", "", href)).text,
    }
    return {name: " ".join(text.split()) for name, text in said.items()}


def test_a_reading_of_a_table_is_told_with_its_day(tmp_path: Path) -> None:
    """As one of a check-in is."""
    rows = "hire,retention,2026-03-31,64.5,\nhire,gone,2026-03-31,64.5,\n"
    now = {**PLAN, "readings.csv": f"plan,goal,date,value,note\n{rows}"}
    for name, text in formats(tmp_path, now).items():
        for part in ("Reading", "31 Mar 2026", "First-year retention", "64.5", "new"):
            assert part in text, (name, part, text)
        assert text.count("64.5") == 1 or name == "json", text
    review = reviewed(tmp_path / "unread", now, {**PLAN, "readings.csv": "plan,gaol"})
    assert not review.plans, "a table that can't be read any more is a finding, and no past rewritten"


def test_a_german_site_with_words_of_its_own_says_the_same_everywhere(tmp_path: Path) -> None:
    """The same words, dates, numbers and amounts; no handle, and no English."""
    now = with_edit("ask.md", "end: 2026-06-30", "end: 2026-09-30")
    now = with_edit("ask.md", "cost: 4800 USD", "cost: 5200.50 EUR", now)
    now = with_edit("ask.md", "dri: recruiting-lead", "dri: vp-sales", now)
    now = with_edit("hire.md", "baseline: 62", "baseline: 60.5", now)
    for name, text in formats(tmp_path, now, GERMAN).items():
        for part in (
            "30.09.2026", "92 Tage später; zuerst zugesagt für 31.03.2026", "5.200,50 €", "60,5 %",
            "niedriger", "Federführung", "Recruiting Lead", "Ada Reed",
            "Übernimmt: Vorhaben „Ask everyone the same questions“",
        ):  # fmt: skip
            assert part in text, (name, part, text)
        assert "recruiting-lead" not in text, name
        assert "Tactic" not in text, name


class Rewritten(gettext.NullTranslations):
    """A catalogue that words the sentence about a moved date otherwise."""

    def gettext(self, message: str) -> str:
        """One phrase otherwise."""
        return "was %(before)s and is %(now)s" if message == "%(before)s → %(now)s" else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One phrase otherwise."""
        return "put off by %(num)d" if msgid1 == "%(num)d day later" else super().ngettext(msgid1, msgid2, n)


def test_another_sentence_for_a_moved_date_is_one_edit_of_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text, Markdown, JSON and HTML all follow; HTML says for the ear which day is which."""
    now = with_edit("train.md", "end: 2026-12-31", "end: 2027-01-31")
    monkeypatch.setattr("mkdocs_plans.wording.language._catalogue", lambda _: Rewritten())
    for name, text in formats(tmp_path, now).items():
        heard = text.replace("before: ", "").replace("now: ", "")
        assert "was 31 Dec 2026 and is 31 Jan 2027, put off by 31" in heard, (name, text)


def test_a_first_promise_that_is_rewritten_is_told(tmp_path: Path) -> None:
    """With the date that moved, which claims no promise then; one that is erased is told, too."""
    now = with_edit("ask.md", "end: 2026-06-30", "end: 2026-09-30")
    rewritten = with_edit("ask.md", "originally: 2026-03-31", "originally: 2026-06-30", now)
    erased = with_edit("ask.md", "originally: 2026-03-31\n", "", now)
    end = "End: 30 Jun 2026 → 30 Sep 2026, 92 days later"
    for files, promise in (
        (rewritten, "First promised for: 31 Mar 2026 → 30 Jun 2026, 91 days later"),
        (erased, "First promised for: 31 Mar 2026, taken out"),
    ):
        text = formats(tmp_path / promise[-5:], files)["json"]
        assert text.startswith(f"{promise} {end}"), text
