"""The figures that pages show, read from their HTML: by page, the figures by the names of `expected`."""

from __future__ import annotations

import re

from tests.markup import Element, Html
from tests.recomputed.by_hand import number_in
from tests.recomputed.expected import Figures
from tests.recomputed.reading import STATES, costs, days_late, days_slipped, of, says
from tests.recomputed.sites import Made

_LINK = re.compile(r"([\w-]+?)(?:\.md|/)?(?:#(?:goal|action)-(\w+))?$")


def read(page: str, html: Html, site: Made) -> Figures:
    """The figures of one page."""
    if page in site.strategies:
        found = {**_facts(html), **_cards(html)}
    elif page in site.tactics:
        found = {**_facts(html), **_cards(html), **_checklist(html), **_costs(html)}
    elif page in site.themes:
        found = {**_counted(html, "its"), **_strategy_cards(html)}
    elif page in site.teams:
        found = {**_counted(html, "its"), **_rows(html)}
    else:
        found = _VIEWS[page.split(maxsplit=1)[0]](html)
    return {name: value for name, value in found.items() if value not in (None, {}, 0, [])}


def name_of(link: Element) -> str:
    """What a link leads to: a file, or a goal or an action in one."""
    match = _LINK.search(link["href"])
    assert match, link["href"]
    return f"{match[1]}#{match[2]}" if match[2] else match[1]


def _within(html: Html, around: Element, tag: str = "", **attributes: str) -> list[Element]:
    return [one for one in html.all(tag, **attributes) if one.stands_in(around)]


def _text(html: Html, around: Element, **attributes: str) -> str | None:
    return next((one.text for one in _within(html, around, **attributes)), None)


def _days(pattern: str, text: str) -> int | None:
    found = re.search(pattern, text)
    return int(found[1]) if found else None


# --- the pages of plans ------------------------------------------------------------------------------


def _facts(html: Html) -> Figures:
    """The list of facts at the top."""
    top = html.all("dl", class_="plans-facts")[0]
    said = {dt.text: dd for dt, dd in zip(_within(html, top, "dt"), _within(html, top, "dd"), strict=True)}
    found: Figures = {}
    if health := said.get("Health"):
        found["health"] = (_text(html, health, class_="plans-health") or "").lower()
        found["health says"] = says(_text(html, health, class_="plans-note") or "")
    if review := said.get("Next review"):
        found["review"] = _within(html, review, "time")[0]["datetime"]
        found["review late"] = days_late(review.text)
    if time := said.get("Time"):
        found |= {"end late": days_late(time.text), "end slip": days_slipped(time.text)}
    if progress := said.get("Progress"):
        found["progress"] = _text(html, progress, class_="plans-progress__text")
        found["of"] = of(progress.text, " (?:measured|done)") if found["progress"] else None
    kept = " ".join(dd.text for dd in said.values())
    return found | {"kept": of(kept, " kept")}


def _cards(html: Html) -> Figures:
    """The goals of a strategy's page."""
    found: Figures = {}
    for card in html.all("section", class_="plans-goal"):
        name = card["aria-labelledby"].removeprefix("goal-")
        facts = _text(html, card, class_="plans-goal__facts") or ""
        numbers = {
            dt.text: number_in(dd.text) if any(map(str.isdigit, dd.text)) else None
            for dt, dd in zip(_within(html, card, "dt"), _within(html, card, "dd"), strict=True)
        }
        pace, expected = (
            re.search(r"Pace ([−+±])(\d+) point", facts),
            re.search(r"\((\d+%) expected\)", facts),
        )
        found |= {
            f"{name} state": _state(html, card),
            f"{name} now": numbers.get("Now"),
            f"{name} target": next(
                (n for word, n in numbers.items() if word not in {"Now", "Baseline"}), None
            ),
            f"{name} progress": _text(html, card, class_="plans-progress__text"),
            f"{name} expected": expected[1] if expected else None,
            f"{name} pace": str(int(pace[2]) * (-1 if pace[1] == "−" else 1)) if pace else None,
            f"{name} late": days_late(facts),
            f"{name} slip": days_slipped(facts),
        }
    return found


def _state(html: Html, around: Element) -> str:
    said = _text(html, around, class_="plans-goal__state") or ""
    return STATES[said.partition(" on ")[0]]


def _checklist(html: Html) -> Figures:
    """The actions of a tactic's page."""
    found: Figures = {}
    for line in html.all("li", class_="plans-action"):
        name = line["id"].removeprefix("action-")
        found |= {
            f"{name} state": _within(html, line, "svg")[0]["aria-label"],
            f"{name} late": days_late(line.text),
            f"{name} slip": days_slipped(line.text),
        }
    return found


def _costs(html: Html) -> Figures:
    return costs(
        next((p.text for p in html.all("p", class_="plans-note") if p.text.startswith("Together")), "")
    )


# --- what several pages have -------------------------------------------------------------------------


def _bars(html: Html, around: Element | None = None) -> tuple[dict[str, int], str | None]:
    """Plans counted by health in the bar of a card, or in the page's own; and who is furthest behind."""
    inner = [] if around else html.all(class_="plans-card")
    bars = [one for one in html.all(class_="plans-counts") if around is None or one.stands_in(around)]
    bars = [one for one in bars if not any(one.stands_in(card) for card in inner)]
    if not bars:
        return {}, None
    lists = _within(html, bars[0], "ul", class_="plans-counts__list")
    behind = [a for a in _within(html, bars[0], "a") if "plans-how" not in a["class"]]
    return _numbers(html, lists[0]), name_of(behind[-1]) if behind else None


def _numbers(html: Html, around: Element) -> dict[str, int]:
    lines = (one.text.rpartition(" ") for one in _within(html, around, "li"))
    return {word.lower(): int(number) for word, _, number in lines}


def _counted(html: Html, prefix: str, around: Element | None = None) -> Figures:
    counts, behind = _bars(html, around)
    return {f"{prefix} counts": counts, f"{prefix} behind": behind}


def _state_of_plan(html: Html, around: Element) -> str:
    """The health that a list shows of a plan, else its status."""
    health = _text(html, around, class_="plans-health")
    return (health or _text(html, around, class_="plans-status") or "").lower()


def _rows(html: Html) -> Figures:
    """Tactics in tables."""
    found: Figures = {}
    for table in html.all("table", class_="plans-tactics"):
        for row in (one for one in _within(html, table, "tr") if _within(html, one, "td")):
            key = name_of(_within(html, row, "a")[0])
            cells = {cell["data-label"]: cell for cell in _within(html, row, "td")}
            actions, ends = cells["Actions done"], cells["Ends"].text
            found |= {
                f"{key} state": _state_of_plan(html, cells["How it goes"]),
                f"{key} progress": _text(html, actions, class_="plans-progress__text"),
                f"{key} of": of(actions.text, ""),
                f"{key} actions late": _days(r"(\d+) actions? overdue", actions.text),
                f"{key} end late": days_late(ends),
                f"{key} end slip": days_slipped(ends),
            }
    return found


def _strategy_cards(html: Html) -> Figures:
    found: Figures = {}
    for card in html.all("section", class_="plans-strategy"):
        key = name_of(_within(html, card, "a")[0])
        state = _within(html, card, class_="plans-strategy__state")[0]
        terms, said = _within(html, card, "dt"), _within(html, card, "dd")
        facts = {dt.text: dd.text for dt, dd in zip(terms, said, strict=True)}
        found |= {
            f"{key} state": _state_of_plan(html, state),
            f"{key} progress": _text(html, state, class_="plans-progress__text"),
            f"{key} of": of(state.text, " measured"),
            f"{key} reached": of(facts.get("Goals reached", ""), ""),
            f"{key} kept": of(facts.get("Goals to keep", ""), " kept"),
            f"{key} end late": days_late(facts.get("Time", "")),
            f"{key} end slip": days_slipped(facts.get("Time", "")),
        }
    return found


def _section(html: Html, heading: str) -> list[Element]:
    """The elements from a heading on to the next one of its level."""
    ids = [one["id"] if one.tag == "h2" else None for one in html.elements]
    if heading not in ids:
        return []
    begins = ids.index(heading)
    ends = next((n for n in range(begins + 1, len(ids)) if html.elements[n].tag == "h2"), len(ids))
    return html.elements[begins:ends]


def _lines(html: Html, heading: str) -> dict[str, Element]:
    """The lines of the list below a heading, by what they are about."""
    lines = [one for one in _section(html, heading) if one.tag == "li"]
    return {name_of(_within(html, one, "a")[0]): one for one in lines}


# --- views -------------------------------------------------------------------------------------------


def _overview(html: Html) -> Figures:
    return {
        **_totals(html),
        "done": _days(r"(\d+) tactics? done so far", html.text),
        "actions late": _days(r"(\d+) actions? overdue", html.text),
    }


def _totals(html: Html) -> Figures:
    """The cards of all strategies and of all tactics."""
    found: Figures = {}
    for card in html.all("section", class_="plans-card"):
        title = _text(html, card, class_="plans-card__title") or ""
        noun = "strategies" if "strateg" in title else "tactics"
        found |= _counted(html, noun, card)
        if statuses := _within(html, card, class_="plans-scoreboard__statuses"):
            found[f"{noun} statuses"] = _numbers(html, statuses[0])
    return found


def _scoreboard(html: Html) -> Figures:
    found = _totals(html)
    for table in html.all("table", class_="plans-board"):
        for row in (one for one in _within(html, table, "tr") if _within(html, one, "td")):
            heads, cells = _within(html, row, "th"), _within(html, row, "td")
            if not (links := _within(html, heads[0], "a")):
                continue  # what has no theme or no team
            name, behind = name_of(links[0]), _within(html, cells[2], "a")
            found[f"{name} strategies"] = _bars(html, cells[0])[0]
            found[f"{name} tactics"] = _bars(html, cells[1])[0]
            found[f"{name} behind"] = name_of(behind[0]) if behind else None
    reviews, days = _lines(html, "reviews"), re.compile(r"(\d+) days? later")
    return found | {
        "actions late": {key: days_late(one.text) for key, one in _lines(html, "overdue-actions").items()},
        "plans late": {key: days_late(one.text) for key, one in _lines(html, "overdue-plans").items()},
        "slips": {key: _days(days.pattern, one.text) for key, one in _lines(html, "slipped").items()},
        "reviews": {key: _within(html, one, "time")[0]["datetime"] for key, one in reviews.items()},
        "reviews late": _days(r"(\d+) reviews? (?:is|are) overdue", html.text),
    }


def _coverage(html: Html) -> Figures:
    """Each goal's tactics by team; what nobody works on."""
    rows = [row for row in html.all("tr") if _within(html, row, "td")]
    found: Figures = {}
    for row in rows:
        cells = {cell["data-label"]: _text(html, cell, tag="button") for cell in _within(html, row, "td")}
        names = {
            label: label.replace("Team ", "m") if label.startswith("Team") else "none" for label in cells
        }
        goal = name_of(_within(html, row, "a")[0])
        found[goal] = {names[label]: int(said.split()[0]) for label, said in cells.items() if said}
    if not html.all("h2", id="idle-goals"):
        return {}
    return found | {"idle": frozenset(_lines(html, "idle-goals"))}


def _person(html: Html) -> Figures:
    """What a person answers for, with how it goes and what is overdue."""
    found: Figures = {}
    for heading in ("person-strategies", "person-tactics", "person-goals", "person-actions"):
        for key, line in _lines(html, heading).items():
            found[f"{key} late"] = days_late(line.text)
            if heading == "person-goals":
                found[f"{key} state"] = _state(html, line)
            elif heading != "person-actions":
                found[f"{key} state"] = _state_of_plan(html, line)
    return found


_VIEWS = {
    "strategies": _strategy_cards,
    "overview": _overview,
    "scoreboard": _scoreboard,
    "coverage": _coverage,
    "tactics": _rows,
    "person": _person,
}
