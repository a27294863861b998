"""What stands around a plan file's text, by its type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_plans.findings import Finding, Located, Span
from tests.full_site import ASK, HIRE, RECRUITING, SALES, write_full_site
from tests.markup import Html
from tests.render.rendered import href, page, rendering
from tests.small_site import text


@dataclass
class Site:
    """A written plan, whose pages are rendered one at a time."""

    folder: Path

    def page(self, path: str) -> Html:
        """The page of a plan file."""
        return page(self.folder, path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Write the plan that has one of everything."""
    return Site(write_full_site(tmp_path_factory.mktemp("site")))


def changed(tmp_path: Path, path: str, **files: str) -> Html:
    """The page of a plan file in a plan where some files say something else."""
    return page(write_full_site(tmp_path, **files), path)


def test_the_authors_text_stands_in_the_middle(site: Site) -> None:
    """Facts above it, what is linked to it below."""
    said = site.page("strategies/hire.md").text
    places = [said.index(words) for words in ("Status", "The text.", "Keep more of the people")]
    assert places == sorted(places)


def test_a_strategy_names_its_facts(site: Site) -> None:
    """DRI, contributors, team, status, health with its reason, dates, next review, progress."""
    facts = site.page("strategies/hire.md").facts()
    assert facts["DRI"] == "Ada Ames"
    assert facts["Contributor"] == "Recruiting Lead"
    assert facts["Team"] == "Sales"
    assert facts["Status"] == "Active"
    assert facts["Health"].startswith("At risk")
    assert "computed from the figures: on track" in facts["Health"]
    assert facts["Time"] == "1 Jan 2026 – 31 Dec 2026"
    assert facts["Next review"] == "30 Dec 2026"
    assert facts["Progress"] == "83% 2 of 2 measured"
    assert facts["Goals to keep"] == "1 of 1 kept"


def test_whatever_a_page_names_is_a_link(site: Site) -> None:
    """The plan, team, goal and person."""
    links = site.page("strategies/hire.md").links()
    assert links["Ask every candidate the same questions"] == "/tactics/ask"
    assert links["Sales"] == "/teams/sales"
    assert links["Ada Ames"] == "/people/ada"
    assert links["People first"] == "/themes/people"
    assert links["Be a place to stay"] == "/strategies/stay"
    tactic = site.page("tactics/ask.md").links()
    assert tactic["Hire salespeople who stay"] == "/strategies/hire"
    assert tactic["Keep more of the people we hire"] == "/strategies/hire#goal-retention"
    assert tactic["Train the recruiters"] == "/tactics/train"


def test_where_people_have_no_pages_a_name_leads_to_the_team(site: Site) -> None:
    """Who is in no team is named without a link."""
    plan, renderer = rendering(site.folder)

    def without_people(path: str) -> str | None:
        return None if path.startswith("people/") else href(path)

    tactic = Html(renderer.plan_page(plan.by_path["tactics/visit.md"], without_people).above)
    assert tactic.facts()["DRI"] == "Eve East"
    assert "Eve East" not in tactic.links()
    strategy = Html(renderer.plan_page(plan.by_path["strategies/hire.md"], without_people).above)
    assert strategy.links()["Ada Ames"] == "/teams/sales#person-ada"


def test_a_goal_has_its_measure_its_dri_and_what_advances_it(site: Site) -> None:
    """From the baseline through where it stands to the target; how far, and how far it should be."""
    goal = site.page("strategies/hire.md").part("section", **{"aria-labelledby": "goal-retention"})
    assert goal.one("h3")["id"] == "goal-retention"
    assert goal.facts() == {"Baseline": "62%", "Now": "74%", "Target": "80%"}
    for said in ("First-year retention", "66%", "74% expected", "Due 31 Dec 2026", "Recruiting Lead"):
        assert said in goal.text
    assert goal.links()["Ask every candidate the same questions"] == "/tactics/ask"


def test_a_goal_shows_the_strategies_that_serve_it(tmp_path: Path) -> None:
    """As it shows the tactics that advance it; and the strategy says what it serves."""
    coach = "---\ntype: strategy\ntitle: Coach every newcomer\nserves: hire#retention\n---\n"
    site = Site(write_full_site(tmp_path))
    (site.folder / "plans/strategies/coach.md").write_text(coach)
    goal = site.page("strategies/hire.md").part("section", **{"aria-labelledby": "goal-retention"})
    assert goal.links()["Coach every newcomer"] == "/strategies/coach"
    coaching = site.page("strategies/coach.md")
    served = coaching.facts()["Serves"]
    assert served in goal.text
    assert coaching.links()[served] == "/strategies/hire#goal-retention"


def test_a_goal_to_keep_is_held_or_not(site: Site) -> None:
    """It has no way to go, so it shows no bar."""
    goal = site.page("strategies/hire.md").part("section", **{"aria-labelledby": "goal-answer"})
    assert goal.facts() == {"Now": "6 hours", "Keep at most": "8 hours"}
    assert "Held" in goal.text
    assert not goal.all(role="img")


def test_a_goal_that_nothing_advances_says_so(site: Site) -> None:
    """As one that was met says on which day, and needs nobody any more."""
    strategy = site.page("strategies/hire.md")
    goal = strategy.part("section", **{"aria-labelledby": "goal-scorecard"})
    assert "Met on 12 Jun 2026" in goal.text
    assert "works on this" not in strategy.text


def test_updates_stand_newest_first(site: Site) -> None:
    """With health, note, and what was measured, each a link to its goal."""
    updates = site.page("strategies/hire.md").part("ol", reversed="")
    assert [day["datetime"] for day in updates.all("time")] == ["2026-09-30", "2026-06-30"]
    newest = updates.texts("li")[0]
    for said in ("At risk", "Two regions still lag.", "Keep more of the people we hire: 74%"):
        assert said in newest
    assert updates.links()["Answer candidates fast"] == "#goal-answer"
    assert updates.texts("em") == ["lag"]


def test_a_page_leads_up(site: Site) -> None:
    """Theme, strategies above, strategy; for a team those above it; the top first."""
    assert site.page("tactics/ask.md").part("nav").texts("a") == [
        "People first",
        "Hire salespeople who stay",
    ]
    assert site.page("strategies/stay.md").part("nav").texts("a") == [
        "People first",
        "Hire salespeople who stay",
    ]
    assert site.page("teams/recruiting.md").part("nav").texts("a") == ["Sales"]
    assert not site.page("strategies/listen.md").all("nav")


def test_a_tactic_shows_what_was_promised_first(site: Site) -> None:
    """And by how much the end slipped."""
    time = site.page("tactics/ask.md").facts()["Time"]
    assert time == "15 Jan 2026 – 15 Dec 2026, 45 days later than first promised: 31 Oct 2026"


def test_a_tactics_actions_are_a_checklist(site: Site) -> None:
    """Each with its state, DRI and day; an action with no DRI of its own is the tactic's."""
    tactic = site.page("tactics/ask.md")
    states = [tactic.part(id=f"action-{name}").one("svg")["aria-label"] for name in ACTIONS]
    assert states == ["Done", "Open", "Dropped", "Open"]
    said = [tactic.part(id=f"action-{name}").text for name in ACTIONS]
    assert "Ada Ames with Eve East" in said[0]
    assert "Done 3 Feb 2026, 3 days late" in said[0]
    assert "Recruiting Lead" in said[1]
    assert "Due 11 Nov 2026, 12 days overdue" in said[1]
    assert "Dropped 1 Mar 2026" in said[2]
    assert "When: after the first season" in said[3]
    assert tactic.facts()["Progress"].startswith("33% 1 of 3 done")


ACTIONS = ("agree", "publish", "print", "look-back")


def test_a_closed_tactic_has_nothing_overdue(tmp_path: Path) -> None:
    """Nobody waits for it any more."""
    tactic = changed(tmp_path, "tactics/ask.md", ask=ASK.replace("strategy:", "status: dropped\nstrategy:"))
    assert "overdue" not in tactic.text


def test_resources_have_costs_and_their_sum(site: Site) -> None:
    """Summed for each currency; a resource may have an address."""
    tactic = site.page("tactics/ask.md")
    for said in ("Scoring tool $4,800", "Training $200", "Together $5,000"):
        assert said in tactic.text
    assert tactic.links()["Scoring tool"] == "https://example.org/tool"


def test_a_sum_says_that_a_cost_in_words_is_not_in_it(tmp_path: Path) -> None:
    """It is shown as it is written; where all costs are words, there is no sum."""
    one = ASK.replace("cost: 200 USD", "cost: 20000-31000 GBP")
    said = changed(tmp_path, "tactics/ask.md", ask=one).text
    assert "Training 20000-31000 GBP" in said
    assert "Together $4,800, and 1 cost in words" in said
    both = one.replace("cost: 4800 USD", "cost: half a post")
    assert "Together" not in changed(tmp_path / "both", "tactics/ask.md", ask=both).text


def test_what_a_plan_waits_for_and_what_waits_for_it_are_linked(site: Site) -> None:
    """Both ways."""
    assert site.page("tactics/ask.md").text.partition("Depends on")[2].startswith(" 1.1.1 Train")
    assert "1.1.2 Ask every candidate" in site.page("tactics/train.md").text.partition("Waiting for")[2]


def test_a_plan_that_holds_little_says_what_is_missing(site: Site) -> None:
    """No heading stands over nothing."""
    assert "No goal is set for this strategy yet." in site.page("strategies/stay.md").text
    assert "No tactic serves this strategy yet." in site.page("strategies/stay.md").text
    assert "No action is set for this tactic yet." in site.page("tactics/visit.md").text


def test_nobody_is_named_where_there_is_no_dri(tmp_path: Path) -> None:
    """On the page of the plan and of the team."""
    folder = write_full_site(
        tmp_path,
        visit=HIRE.replace("strategy\n", "tactic\n", 1)
        .replace("dri: ada\n", "")
        .replace("theme: people\n", ""),
        sales=SALES.replace("lead: ada\n", ""),
    )
    assert page(folder, "tactics/visit.md").facts()["DRI"] == "nobody named"
    assert page(folder, "teams/sales.md").facts()["Lead"] == "nobody named"


def test_a_theme_counts_its_strategies_by_health(site: Site) -> None:
    """Its statement, the counts, the one furthest behind, and its strategies as cards."""
    theme = site.page("themes/people.md")
    counted = ("At risk 1", "Not known 1", "Goals to keep 1 of 1 kept", "Goals reached 1 of 2")
    for said in ("Who works here stays.", *counted):
        assert said in theme.text
    assert theme.texts("h3") == ["1.1 Hire salespeople who stay", "1.2 Be a place to stay", "Buy a rival"]


def test_a_team_shows_its_work_and_its_people(site: Site) -> None:
    """Tactics by status, what is due next, the strategies that it serves, its people, its sub-teams."""
    team = site.page("teams/recruiting.md")
    assert team.texts("h3") == ["Active", "Done"]
    assert "11 Nov 2026, 12 days overdue" in team.text.partition("Due next")[2]
    assert team.links()["Hire salespeople who stay"] == "/strategies/hire"
    assert team.one(id="person-ben").text == "Recruiting Lead"
    assert team.facts() == {"Lead": "Recruiting Lead", "Part of": "Sales"}
    above = site.page("teams/sales.md")
    assert above.one(id="person-ada").text == "Ada Ames VP Sales"
    assert "Recruiting" in above.texts("h3")


def test_a_persons_private_facts_are_on_no_page(site: Site) -> None:
    """Neither the address nor the day on which they leave."""
    for path in ("teams/sales.md", "strategies/hire.md", "tactics/ask.md"):
        assert "ada@example.org" not in site.page(path).text
        assert "2027" not in site.page(path).text


def test_teams_in_a_circle_have_pages(tmp_path: Path) -> None:
    """A circle is a finding, and no endless page."""
    team = changed(
        tmp_path,
        "teams/recruiting.md",
        sales=SALES.replace("lead:", "parent: recruiting\nlead:"),
        recruiting=RECRUITING,
    )
    assert team.one("h1").text == "Recruiting"


def test_values_stand_with_their_statements(site: Site) -> None:
    """A statement is inline Markdown; so is a mission's."""
    values = site.page("values.md")
    assert values.texts("li") == ["Candour", "Craft Made by hand."]
    assert values.texts("strong") == ["Candour", "Craft", "hand"]
    assert site.page("mission.md").one("em").text == "small makers"


def test_an_authors_heading_takes_the_place_of_the_title(site: Site) -> None:
    """So that a page has one, with the author's own anchor."""
    heading = '<h1 id="hiring">Hiring</h1>'
    assert page(site.folder, "strategies/hire.md", heading).one("h1")["id"] == "hiring"
    assert site.page("strategies/hire.md").one("h1").text == "Hire salespeople who stay"


def test_findings_are_shown_on_the_page_that_has_them(site: Site) -> None:
    """With line, severity, remedy and rule, and as text."""
    finding = Finding("unknown-person", 'nobody is "<b>"', "x.md", hint='did you mean "ada"?')
    shown = page(site.folder, "strategies/hire.md", findings=[Located(finding, Span(7, 6, 9), "dri: <b>")])
    assert 'Line 7: error: nobody is "<b>" (did you mean "ada"?) unknown-person' in shown.texts("li")
    assert not shown.part("div", class_="admonition").all("b")


def test_an_organisations_own_fields_are_facts(tmp_path: Path) -> None:
    """With their label, in the order of the settings."""
    folder = write_full_site(tmp_path, hire=HIRE.replace("dri: ada", "dri: ada\nbudget: 4711 & more"))
    config = (folder / "mkdocs.yml").read_text() + "      extra_fields: {budget: Budget line}\n"
    (folder / "mkdocs.yml").write_text(config)
    assert page(folder, "strategies/hire.md").facts()["Budget line"] == "4711 & more"


def test_inline_markdown_is_rendered_where_a_text_stands(tmp_path: Path) -> None:
    """In titles, actions, resources and measures; no link stands within a link or a heading."""
    tactic = """
    ---
    type: tactic
    title: Implement `auto impl`
    strategy: hire
    actions: [{do: "Publish the [plan](https://example.org) with `code`", measure: By *vote*}]
    resources: ["The [guide](https://g.org)", {name: "**Tool** [x](https://x.org)", url: "https://tool.org"}]
    goals: [{title: "Reach [all](https://x.org) *soon*", baseline: 1, target: 2, due: 2027, measure: "`n`"}]
    ---
    """
    folder = write_full_site(tmp_path)
    (folder / "plans" / "marked.md").write_text(text(tactic))
    shown = page(folder, "marked.md")
    assert shown.one("h1").text == "Implement auto impl"
    assert {one.text for one in shown.all("code")} == {"auto impl", "code", "n"}
    assert [one.text for one in shown.all("em")] == ["vote", "soon"]
    links = {one["href"]: one.text for one in shown.all("a") if one["href"].startswith("https:")}
    assert links == {"https://example.org": "plan", "https://g.org": "guide", "https://tool.org": "Tool x"}
    assert [one.text for one in shown.all("h3")] == ["Reach all soon"]


OWN = """
approvers: [Board, '*Audit*']
budget: [{year: 2026, sum: 1 m}, {year: 2027, sum: 2 m}]
sponsor: ada
paper: https://example.org/x
begun: 2026-03
"""


@pytest.mark.parametrize("path", ["hire.md", "theme.md", "team.md", "mission.md", "values.md"])
def test_own_fields_are_shown_as_what_they_are(tmp_path: Path, path: str) -> None:
    """Lists as lists, tables as tables, people and links as links, on every type of page."""
    heads = {
        "hire.md": "type: strategy\ntitle: Hire\n", "theme.md": "type: theme\ntitle: People\n",
        "team.md": "type: team\ntitle: Sales\n", "mission.md": "type: mission\nstatement: We help.\n",
        "values.md": "type: values\nvalues: [Candour]\n",
    }  # fmt: skip
    setting = "approvers: Approvers, budget: Budget, sponsor: {label: Sponsor, type: person}, paper: Paper"
    folder = write_full_site(tmp_path)
    config = (folder / "mkdocs.yml").read_text()
    begun = "begun: {label: Begun, type: date}"
    (folder / "mkdocs.yml").write_text(f"{config}      extra_fields: {{{setting}, {begun}}}\n")
    (folder / "plans" / f"own-{path}").write_text(f"---\n{heads[path]}{OWN.strip()}\n---\n")
    shown = page(folder, f"own-{path}")
    own = shown.facts()
    assert (own["Begun"], own["Sponsor"], own["Paper"]) == ("Mar 2026", "Ada Ames", "example.org/x")
    assert [one.text for one in shown.all("li") if one.text in {"Board", "Audit"}] == ["Board", "Audit"]
    assert shown.texts("th") == ["year", "sum", "2026", "2027"]


PATHS = ("strategies/hire.md", "tactics/ask.md", "themes/people.md", "teams/sales.md", "values.md")


@pytest.mark.parametrize("path", PATHS)
def test_headings_lead_down_one_level_at_a_time(path: str, site: Site) -> None:
    """A screen reader's way through a page: one h1, and no level left out."""
    levels = [int(e.tag[1]) for e in site.page(path).elements if e.tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("path", PATHS)
def test_an_id_stands_once_on_a_page(path: str, site: Site) -> None:
    """Anchors lead to one place."""
    ids = [element["id"] for element in site.page(path).elements if element["id"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "path", ["strategies/hire.md", "tactics/ask.md", "themes/people.md", "teams/sales.md"]
)
def test_a_page_says_of_which_day_its_figures_are(path: str, site: Site) -> None:
    """The day that the site is judged by; and it leads to how they are computed."""
    (said,) = site.page(path).texts("p", class_="plans-as-of")
    assert said.startswith("As of 23 Nov 2026 · How figures are computed")
