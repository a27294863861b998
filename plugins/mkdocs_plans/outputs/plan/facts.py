"""All the facts of one thing, with the figures of its page: a plan, a goal, a theme, a team, a person."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans import due, standing
from mkdocs_plans.model import (
    LevelPlan,
    Mission,
    Person,
    PlanFile,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    Vision,
)
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.outputs.plan import parts
from mkdocs_plans.outputs.plan.rows import rows_of
from mkdocs_plans.outputs.screen import heading, indented, joined, ours, pairs, plain
from mkdocs_plans.standing import STATUS_ORDER
from mkdocs_plans.wording.markdown_text import visible
from mkdocs_plans.wording.phrases import Phrases

Named = LevelPlan | GoalOf | Theme | Team | Person | Mission | Vision | Values
"""What has facts to show."""

Blocks = list[RenderableType]
Section = tuple[str, Iterable[RenderableType]]


class Facts:
    """Lays out the facts of a thing, `path` being its file as the user sees it."""

    def __init__(self, said: Phrases) -> None:
        self._said = said
        self._plan = said.plan
        self._words = said.words
        self._say = said.language.gettext
        self._rows = rows_of(said)

    def of(self, one: Named, path: str) -> Blocks:
        """Everything that there is to say of one thing."""
        match one:
            case Person():
                return self._person(one, path)
            case GoalOf():
                return self._goal(one, path)
            case Team():
                return self._team(one, path)
            case Theme():
                return self._theme(one, path)
            case Mission() | Vision() | Values():
                return self._statement(one, path)
        assert isinstance(one, (Strategy, Tactic))
        return self._level(one, path)

    # --- what all have ---------------------------------------------------------------------------

    def _head(self, title: Text, noun: str, id_: str, path: str, summary: str | None = None) -> Blocks:
        """The name of a thing, then what it is and where it is written."""
        kind = getattr(self._words, noun).one
        blocks: Blocks = [Text.assemble(title, style="bold")]
        blocks.append(Text(visible(f"{kind} · {id_} · {path}"), "dim"))
        return [*blocks, *([plain(summary)] if summary else [])]

    def _head_of(self, one: PlanFile, path: str) -> Blocks:
        return self._head(parts.title(one), one.type, one.id, path, one.summary)

    @staticmethod
    def _sections(*found: Section) -> Blocks:
        """Those sections that have something in them, each under its heading."""
        listed = [(title, list(blocks)) for title, blocks in found]
        return [
            block for title, blocks in listed if blocks for block in (heading(title), *map(indented, blocks))
        ]

    def _items(self, plans: Iterable[LevelPlan]) -> list[Text]:
        return [parts.item(self._said, self._rows.row(one)) for one in plans]

    def _responsible(self, handles: Iterable[str]) -> Text:
        return parts.people(self._said, handles) or Text(self._say("nobody named"), "dim")

    def _part_of(self, one: LevelPlan | Team) -> tuple[str, Text]:
        return self._say("Part of"), Text(" · ").join(map(parts.name, self._plan.above(one)))

    def _serves(self, one: Strategy | Tactic) -> Iterable[tuple[str, Text]]:
        """The goal that a strategy serves; a tactic's strategy is what it is a part of."""
        goals = self._plan.goals_advanced_by(one) if isinstance(one, Strategy) else ()
        return ((self._say("Serves"), parts.title(found.goal)) for found in goals)

    # --- a strategy or a tactic ------------------------------------------------------------------

    def _level(self, one: Strategy | Tactic, path: str) -> Blocks:
        say, said = self._say, self._said
        updates = sorted(one.updates, key=lambda update: update.date.last, reverse=True)
        return [
            *self._head_of(one, path),
            Text(),
            pairs([self._part_of(one), *self._serves(one), *self._facts(one), *parts.own(said, one)]),
            *self._sections(
                *(self._of_tactic(one) if isinstance(one, Tactic) else self._of_strategy(one)),
                (say("Depends on"), self._items(self._plan.dependencies_of(one))),
                (say("Waiting for this"), self._items(self._plan.waiting_for(one))),
                (say("Updates"), [parts.update(said, one, update) for update in updates]),
            ),
        ]

    def _goals(self, one: LevelPlan) -> Section:
        rows = (self._rows.goal(GoalOf(one, goal)) for goal in one.goals)
        return self._words.goal.many, [parts.goal(self._said, row) for row in rows]

    def _of_strategy(self, one: Strategy) -> Iterable[Section]:
        """What a strategy has, with its goals in their place."""
        say, words = self._say, self._words
        yield self._goals(one)
        tactics = map(self._rows.row, self._plan.tactics_of(one))
        yield words.tactic.many, [parts.tactic(self._said, row) for row in tactics]
        below = say("%(strategies)s that follow from this one", strategies=words.strategy.many)
        yield below, self._items(self._plan.children_of(one))

    def _of_tactic(self, one: Tactic) -> Iterable[Section]:
        """What a tactic has, with its goals in their place."""
        say, said, words, rows = self._say, self._said, self._words, self._rows
        yield say("Outcome"), [plain(one.outcome)] if one.outcome else []
        advanced = map(rows.goal, self._plan.goals_advanced_by(one))
        advances = [parts.goal(said, row, is_alone=True) for row in advanced]
        yield say("%(goals)s that this advances", goals=words.goal.many), advances
        yield self._goals(one)
        actions = (rows.action(ActionOf(one, action)) for action in one.actions)
        yield words.action.many, [parts.action(said, row) for row in actions]
        yield words.resource.many, self._resources(one)

    def _resources(self, one: Tactic) -> list[Text]:
        said, texts = self._said, []
        for resource in one.resources:
            cost = said.formats.cost(resource.cost) if resource.cost else ""
            texts.append(joined([plain(resource.name), plain(cost)], "  "))
        total = said.costs(one.resources)
        return [*texts, *([Text.assemble((self._say("Together"), "dim"), " ", ours(total))] if total else [])]

    def _facts(self, one: Strategy | Tactic) -> list[tuple[str, Text]]:
        say, said, words, row = self._say, self._said, self._words, self._rows.row(one)
        health = said.health_badge(row.health) if row.health else None
        return [
            (words.dri.one, self._responsible(one.dri)),
            (words.contributor.many, parts.people(said, one.contributors)),
            (words.team.one, parts.name(row.team)),
            (say("Status"), parts.badge(said.status(one))),
            (say("Health"), parts.badge(health, with_note=True)),
            (say("Starts"), parts.shown(said.date(one.start))),
            (say("Ends"), parts.when(said, row.end)),
            (say("Next review"), self._review(one)),
            *self._progress(one),
        ]

    def _review(self, one: LevelPlan) -> Text:
        day = self._said.review_due(one)
        if day is None:
            return Text()
        late = (self._said.today - day).days
        overdue = self._said.overdue(late) if standing.is_overdue(day, self._said.today) else ""
        return joined([plain(self._said.formats.day(day).text), plain(overdue, "red")], self._said.comma)

    def _progress(self, one: Strategy | Tactic) -> Iterable[tuple[str, Text]]:
        said, row, is_tactic = self._said, self._rows.row(one), isinstance(one, Tactic)
        note = said.done(row.progress) if is_tactic else said.measured(row.progress)
        progress = parts.shown(said.share(row.progress.share))
        yield self._say("Progress"), joined([progress, plain(note, "dim")], self._said.comma)
        kept = "" if is_tactic else said.kept(row.kept)
        yield self._say("%(goals)s to keep", goals=self._words.goal.many), plain(kept)

    # --- the others ------------------------------------------------------------------------------

    def _goal(self, found: GoalOf, path: str) -> Blocks:
        said, row = self._said, self._rows.goal(found)
        facts = [
            (self._say("Part of"), parts.title(found.plan)),
            (self._words.dri.one, self._responsible(row.dri)),
            (self._words.contributor.many, parts.people(said, found.goal.contributors)),
            *parts.measures(said, row),
            *parts.own(said, found.goal),
        ]
        advancing = [*self._items(row.advanced_by), parts.work(said, row)]
        return [
            *self._head(parts.title(found.goal), "goal", f"{found.plan.id}#{found.goal.id}", path),
            Text(),
            pairs(facts),
            *self._sections((self._say("Advanced by"), [one for one in advancing if one])),
        ]

    def _theme(self, theme: Theme, path: str) -> Blocks:
        return [
            *self._head_of(theme, path),
            *([plain(theme.statement)] if theme.statement else []),
            *([pairs(own)] if (own := parts.own(self._said, theme)) else []),
            *self._sections(
                (self._words.strategy.many, self._items(self._plan.strategies_of(theme))),
                (self._words.tactic.many, self._items(self._plan.tactics_under(theme))),
            ),
        ]

    def _statement(self, one: Mission | Vision | Values, path: str) -> Blocks:
        """The mission, the vision or the values, in their own words."""
        if isinstance(one, Values):
            said = [joined([plain(value.name), plain(value.statement)], ": ") for value in one.values]
        else:
            said = [plain(one.statement)]
        own = parts.own(self._said, one)
        return [*self._head_of(one, path), Text(), *said, *([Text(), pairs(own)] if own else [])]

    def _team(self, team: Team, path: str) -> Blocks:
        say, said, words, plan = self._say, self._said, self._words, self._plan
        lead = (say("Lead"), self._responsible(filter(None, [team.lead])))
        next_actions = map(self._rows.action, due.next_actions(plan, team, said.today))
        tactics = sorted(plan.tactics_of_team(team), key=lambda one: STATUS_ORDER.index(one.status))
        people = [(one.shown_name, one.role if one.name else None) for one in plan.people_of(team)]
        return [
            *self._head_of(team, path),
            Text(),
            pairs([lead, self._part_of(team), *parts.own(said, team)]),
            *self._sections(
                (say("Due next"), [parts.due_action(said, row) for row in next_actions]),
                (say("Answers for"), self._answers(team)),
                (words.tactic.many, [parts.tactic(said, self._rows.row(one)) for one in tactics]),
                (say("%(strategies)s that it serves", strategies=words.strategy.many),
                 self._items(plan.strategies_of_team(team))),
                (words.person.many,
                 [joined([plain(name), plain(role, "dim")], self._said.comma) for name, role in people]),
                (say("%(teams)s within this one", teams=words.team.many),
                 map(parts.name, plan.teams_below(team))),
            ),
        ]  # fmt: skip

    def _answers(self, team: Team) -> list[Text]:
        """What a team answers for itself."""
        said, rows = self._said, self._rows
        found = standing.open_answers(self._plan, team, said.today)
        return [
            *(parts.ending(said, rows.row(one)) for one in found.plans),
            *(parts.dated_goal(said, rows.goal(one)) for one in found.goals),
            *(parts.dated_action(said, rows.action(one)) for one in found.actions),
        ]

    def _person(self, person: Person, path: str) -> Blocks:
        say, said, words, rows = self._say, self._said, self._words, self._rows
        found = standing.open_answers(self._plan, person, said.today)
        leads = [one for one in self._plan.teams.values() if one.lead == person.handle]
        facts = [
            (say("Role"), plain(person.role if person.name else "")),
            (words.team.one, parts.name(self._plan.teams.get(person.team or ""))),
            (say("Leads"), Text(" · ").join(map(parts.name, leads))),
            *(
                (visible(label), parts.mentions(found))
                for label, found in said.mentions(person.handle).items()
            ),
        ]
        ends = [(one, parts.ending(said, rows.row(one))) for one in found.plans]
        closed = [one for one in self._plan.answers_for(person).plans if not one.status.is_open]
        sections = self._sections(
            (words.action.many, [parts.dated_action(said, rows.action(one)) for one in found.actions]),
            (words.tactic.many, [text for one, text in ends if isinstance(one, Tactic)]),
            (words.goal.many, [parts.dated_goal(said, rows.goal(one)) for one in found.goals]),
            (words.strategy.many, [text for one, text in ends if isinstance(one, Strategy)]),
            (say("Helps with"), self._items(found.contributes_to)),
            (say("Done and dropped"), self._items(closed)),
        )
        nothing = say("%(person)s answers for nothing in this plan.", person=person.shown_name)
        return [
            *self._head(plain(person.shown_name), "person", person.handle, path),
            pairs(facts),
            *(sections or [plain(nothing)]),
        ]
