"""What a reader types into the search of a large site leads to its page first: asked of a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.figures import Figure
from benchmarks.measure import run
from benchmarks.sites import GeneratedSite
from tests.browser import launched
from tests.pages.sites import served

_PLANTED = {"do": "Polish the copper kettles", "title": "Serve tea at every landing"}
_WORD = "wickerwork"


def searches(site: GeneratedSite) -> Iterator[Figure]:
    """Plant a goal, an action and a word, build the site, and look for these and for a DRI."""
    strategy = sorted(site.folder.glob("plans/strategies/*/*.md"))[7]
    tactic = sorted(site.folder.glob("plans/tactics/*/*.md"))[77]
    _replace(strategy, r"(    title: ).*", rf"\g<1>{_PLANTED['title']}")
    _replace(tactic, r"(  - do: ).*", rf"\g<1>{_PLANTED['do']}")
    tactic.write_text(f"{tactic.read_text('utf-8')}\nWe have a {_WORD} of our own.\n", "utf-8")
    run(site.build())
    wanted = {
        "Person Number152": "people/person-153/",
        _PLANTED["title"]: _address(site, strategy),
        _PLANTED["do"]: _address(site, tactic),
        _WORD: _address(site, tactic),
    }
    missed = 0
    with served(site.built()) as host, launched() as browser:
        for words, address in wanted.items():
            page = browser.new_page()
            page.goto(f"{host}/")
            page.get_by_role("textbox", name="Search").press_sequentially(words)
            first = page.locator(".md-search-result__link").first
            first.wait_for()
            page.wait_for_function(_IS_SETTLED, timeout=30_000)
            found = first.get_attribute("href") or ""
            if f"/{address}" not in found:
                missed += 1
                click.echo(f"  {words} leads to {found} first", err=True)
    yield Figure("searches that lead elsewhere first", site.number, missed, "", bound=0)


_IS_SETTLED = """() => {
  const now = document.querySelector(".md-search-result__list").innerHTML
  const same = now === window.before
  window.before = now
  return same
}"""


def _replace(path: Path, pattern: str, text: str) -> None:
    path.write_text(re.sub(pattern, text, path.read_text("utf-8"), count=1), "utf-8")


def _address(site: GeneratedSite, path: Path) -> str:
    return f"{path.relative_to(site.folder / 'plans').with_suffix('').as_posix()}/"
