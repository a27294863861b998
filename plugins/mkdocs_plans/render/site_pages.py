"""The pages that a site has without anybody having written them: plain pages that hold views.

A page that the author writes at the same address takes the place of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_plans.history.period import period_path
from mkdocs_plans.model import Theme, person_path, plain_text, views
from mkdocs_plans.model.dates import parse_date
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.changes.site_changes import CHANGES, Changes
from mkdocs_plans.render.past import Past
from mkdocs_plans.standing import shown_people
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words

HOME = "index.md"
SHEET = "mission-and-vision.md"
STRATEGIES = "strategies/index.md"
GOALS = "goals.md"
TACTICS = "tactics/index.md"
TEAMS = "teams/index.md"
PEOPLE = "people/index.md"
TIMELINE = "timeline.md"
DUE = "due.md"
MAP = "map.md"
COVERAGE = "coverage.md"
SCOREBOARD = "scoreboard.md"
SLIPS = "slips.md"
UPDATES = "updates.md"
ARCHIVE = "archive.md"
ON_ONE_PAGE = "on-one-page.md"
STRATEGY_AND_TACTIC = "strategy-and-tactic.md"
FIGURES = "guide/figures.md"

SECTIONS = (
    (HOME,),
    (SHEET,),
    (STRATEGIES, MAP, COVERAGE, ON_ONE_PAGE, STRATEGY_AND_TACTIC),
    (GOALS,),
    (TACTICS, ARCHIVE),
    (TIMELINE,),
    (DUE,),
    (TEAMS, PEOPLE),
    (SCOREBOARD, UPDATES, SLIPS, FIGURES),
    (CHANGES,),
)
"""The sections of the menu; each takes its name from its first page."""


OWN_PAGE, REPEATS = 2, 0.5
"""How much more than others a page counts in the search that is about one plan or person, and one that shows
what stands on other pages. Our convention.
"""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page as Markdown: the path of its file, its title as plain text, what stands below that, whether
    it wants the width of the window, and how much it counts in the site's search: 0 where that leaves it out.
    `above` is the path of the page that it belongs to, where it is in no menu; `about` says in a sentence
    what it shows, for search engines and for previews of links.
    """

    path: str
    title: str
    body: str
    is_wide: bool = False
    weight: float = REPEATS
    above: str = ""
    about: str = ""


def site_pages(plan: Plan, words: Words, language: Language, organization: str) -> Iterator[SitePage]:
    """The pages of a plan; there are none for what the plan doesn't have yet."""
    about = _about(plan, language)
    for page in _site_pages(plan, words, language, organization):
        yield replace(page, about=about.get(page.path, ""))


def _about(plan: Plan, language: Language) -> Mapping[str, str]:
    """What each page shows, by its path; the home page begins with the mission."""
    say = language.gettext
    first = [one.statement for one in plan.missions] or [one.statement for one in plan.visions]
    return {
        HOME: plain_text(first[0]) if first else "",
        SHEET: say("Why we exist, what we want to become and what we believe in."),
        STRATEGIES: say("What we want to achieve, and how far we have come."),
        GOALS: say("Where each result stands today, and where we want it to be."),
        TACTICS: say("What we are doing: who is responsible, by when, and how it is going."),
        TEAMS: say("Who works together, and on what."),
        MAP: say("How everything we do fits together, in one picture."),
        COVERAGE: say("Who works towards which results, and what nobody works on yet."),
        ON_ONE_PAGE: say("The whole plan, to read or to print."),
        STRATEGY_AND_TACTIC: say("Which kinds of plans we make, and what each is for."),
        ARCHIVE: say("What is finished and what was dropped, by year."),
        TIMELINE: say("What happens when, and which dates have moved."),
        DUE: say("What is overdue, and what is due next."),
        SCOREBOARD: say("How the plan is going: what is on track, and what isn't."),
        UPDATES: say("How things are going, newest first."),
        FIGURES: say("How each figure on this site is computed."),
    }


def _site_pages(plan: Plan, words: Words, language: Language, organization: str) -> Iterator[SitePage]:
    say = language.gettext
    yield SitePage(HOME, organization, _home(plan, words, language), is_wide=True)
    if any((plan.missions, plan.visions, plan.values, plan.themes)):
        title = say("%(Mission)s and %(vision)s", **words.nouns)
        yield SitePage(SHEET, title, views.MissionAndVision.comment(), is_wide=True)
    yield SitePage(STRATEGIES, words.strategy.many, views.Strategies.comment())
    if _has_goals(plan):
        yield SitePage(GOALS, words.goal.many, views.Goals.comment(), is_wide=True)
    if plan.tactics or not plan.is_okr:
        yield SitePage(TACTICS, words.tactic.many, views.Tactics.comment(), is_wide=True)
    if plan.teams:
        yield SitePage(TEAMS, words.team.many, views.Teams.comment(), is_wide=True)
    if plan.plans:
        yield from _of_the_whole(words, language)


def _of_the_whole(words: Words, language: Language) -> Iterator[SitePage]:
    """The pages that show the whole plan from one side or another."""
    say = language.gettext
    pair = say("%(Strategy)s and %(tactic)s", **words.nouns)
    yield SitePage(MAP, say("%(Strategy)s map", **words.nouns), views.StrategyMap.comment(), is_wide=True)
    yield SitePage(COVERAGE, say("Coverage"), views.Coverage.comment(), is_wide=True)
    yield SitePage(ON_ONE_PAGE, say("On one page"), views.OnOnePage.comment())
    yield SitePage(STRATEGY_AND_TACTIC, pair, views.StrategyAndTactic.comment())
    yield SitePage(ARCHIVE, say("Archive"), views.Archive.comment())
    yield SitePage(TIMELINE, say("Timeline"), views.Timeline.comment(), is_wide=True)
    yield SitePage(DUE, language.pgettext("of many dates", "Due"), views.DueDates.comment(), is_wide=True)
    yield SitePage(SCOREBOARD, say("Scoreboard"), views.Scoreboard.comment(), is_wide=True)
    yield SitePage(UPDATES, say("Updates"), views.Updates.comment())
    yield SitePage(FIGURES, say("How figures are computed"), views.Figures.comment(), weight=1)


def people_pages(plan: Plan, words: Words, language: Language) -> Iterator[SitePage]:
    """The list of people, and a page for each who is shown."""
    say = language.gettext
    if plan.people:
        about = say("Who is responsible for what.")
        yield SitePage(PEOPLE, words.person.many, views.People.comment(), about=about)
    for person in shown_people(plan, plan.people.values()):
        body = views.OnePerson.comment(f"{{handle: {person.handle}}}")
        name = person.shown_name
        about = say("What %(person)s is responsible for.", person=name)
        yield SitePage(person_path(person.handle), name, body, weight=OWN_PAGE, above=PEOPLE, about=about)


UNDIVIDED = 300
"""Of more strategies and tactics than these, a page that shows them all would be too long to read, and is
divided by theme. Our convention.
"""

DIVIDED: dict[str, type[views.ViewArguments]] = {
    STRATEGIES: views.Strategies,
    MAP: views.StrategyMap,
    COVERAGE: views.Coverage,
    ON_ONE_PAGE: views.OnOnePage,
    ARCHIVE: views.Archive,
    TIMELINE: views.Timeline,
    DUE: views.DueDates,
    SCOREBOARD: views.Scoreboard,
    UPDATES: views.Updates,
}
"""The pages that grow with the plan, each with its view. Goals and tactics have filters instead."""


def themes_apart(plan: Plan) -> dict[str, Theme | None]:
    """The themes by which the long pages of a large plan are divided, by id, last what has none, if anything;
    nothing where they aren't divided.
    """
    if len(plan.plans) <= UNDIVIDED or len(plan.themes) <= 1:
        return {}
    return {**plan.themes, **({views.NO_THEME: None} if None in plan.plans_by_theme else {})}


def part_pages(plan: Plan, pages: Iterable[SitePage], words: Words, language: Language) -> Iterator[SitePage]:
    """The parts of those of the pages that are divided. The search has it all from other pages."""
    without = language.gettext("With no %(theme)s", **words.nouns)
    themes = themes_apart(plan)
    for page in pages:
        for part, theme in (themes if page.path in DIVIDED else {}).items():
            yield SitePage(
                part_path(page.path, part),
                f"{page.title} · {plain_text(theme.title) if theme else without}",
                DIVIDED[page.path].comment(f'{{theme: "{part}"}}'),
                page.is_wide,
                weight=0,
                above=page.path,
                about=page.about,
            )


def part_path(page: str, part: str) -> str:
    """The file of a part of a page: of the theme with this id, or of what has none."""
    return f"{page.removesuffix('.md').removesuffix('/index')}/by-theme/{part}.md"


def change_pages(language: Language) -> Iterator[SitePage]:
    """The page of all changes, for a site that marks them. It tells of what was: the search leaves it out."""
    about = language.gettext("What has changed in the plan, and what that means.")
    yield SitePage(CHANGES, language.gettext("Changes"), views.Changes.comment(), weight=0, about=about)


def past_pages(past: Past, formats: Formats, fiscal_year_start: int) -> Iterator[SitePage]:
    """The page of all dates that moved and one for each year, quarter and month, for a site that shows the
    past. Periods tell of what was: the search leaves them out.
    """
    say = formats.language.gettext
    about = say("Which dates have moved, and what was promised first.")
    yield SitePage(SLIPS, say("Dates that moved"), views.Slips.comment(), is_wide=True, about=about)
    for one in past.periods:
        period = period_text(one.name, formats, fiscal_year_start)
        title = say("Changes in %(period)s", period=period)
        about = say("How the plan changed: %(period)s.", period=period)
        body = views.Period.comment(f'{{name: "{one.name}"}}')
        above = period_path(one.above) if one.above else SLIPS
        yield SitePage(period_path(one.name), title, body, weight=0, above=above, about=about)


def period_text(name: str, formats: Formats, fiscal_year_start: int) -> str:
    """What readers call a period."""
    return formats.date(parse_date(name, fiscal_year_start)).text


def removed_pages(changes: Changes, language: Language) -> Iterator[SitePage]:
    """A page for each plan file that was taken out. The site's search leaves it out."""
    for path, file in changes.removed.items():
        title = language.gettext("Taken out: %(title)s", title=plain_text(file.title))
        yield SitePage(path, title, "", weight=0)


SHORT = "{most: 5}"
"""How many goals and dates the home page names. Our convention."""


def _home(plan: Plan, words: Words, language: Language) -> str:
    say = language.gettext
    parts = [views.Statements.comment(), views.Themes.comment()]
    parts += [f"## {say('How it is going')}", views.Overview.comment()]
    if _has_goals(plan):
        parts += [f"## {words.goal.many}", views.Goals.comment(SHORT)]
    if plan.plans:
        parts += [f"## {language.pgettext('of many dates', 'Due')}", views.DueDates.comment(SHORT)]
    return "\n\n".join(parts)


def _has_goals(plan: Plan) -> bool:
    return any(one.goals for one in plan.plans.values())
