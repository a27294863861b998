"""A plan file that is begun: front matter with what is known, and comments for what only a person knows."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs_plans.authoring.layout import fill_template, propose_days, refuse_as_file_name, shorten_id
from mkdocs_plans.authoring.own_values import read_own
from mkdocs_plans.authoring.typed import clean_text, find_id, read_date
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import EditError
from mkdocs_plans.load import Loaded
from mkdocs_plans.load.plan_file import default_id
from mkdocs_plans.model import ID, FreeSlugs, PlanFile, Strategy, composed, plain_text, slug, words_in
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import suggest
from mkdocs_plans.yaml import Bare, Written

FOLDERS: Mapping[str, str] = {
    "strategy": "strategies", "tactic": "tactics", "theme": "themes", "team": "teams",
}  # fmt: skip
"""What can be begun, and where its file goes in a plan that has none of it yet."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What an author knows of a new file. `dri` is also a team's lead; `serves` is a goal of a strategy's
    parent; `goals` and `actions` are their texts; `own` are fields of the organisation's own, by key or
    label.
    """

    type: str
    title: str
    id: str | None = None
    strategy: str | None = None
    theme: str | None = None
    parent: str | None = None
    serves: str | None = None
    advances: tuple[str, ...] = ()
    dri: tuple[str, ...] = ()
    team: str | None = None
    start: str | None = None
    end: str | None = None
    goals: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)


def begin_file(loaded: Loaded, site: Site, templates: Path, begun: Begun) -> FileChange:
    """Make the file of something new. EditError where its id or its place is taken, or it lacks what it
    can't be without.
    """
    _refuse_several(begun, site)
    begun = _with_ids(begun, loaded.plan)
    title = " ".join(clean_text(begun.title).split())
    id_ = _free_id(loaded.plan, begun, title, site.language)
    path = posixpath.join(folder_for(loaded.plan, begun.type), f"{id_}.md")
    if (site.docs_dir / path).exists():
        raise EditError(f"{loaded.shown_path(path)} is there already: name another id, as --id {id_}-2")
    strategy = _strategy(loaded.plan, begun)
    days = propose_days(site.today, site.settings.fiscal_year_start, strategy)
    is_strategy = begun.type == "strategy"
    end = _date(begun.end, site) or (days.year if is_strategy else days.end)
    own = [read_own(loaded.plan, site, begun.type, name, said) for name, said in begun.own.items()]
    values = {
        "title": title,
        "id": None if default_id(path, site.language) == id_ else id_,
        "strategy": strategy.id if strategy else None,
        "theme": begun.theme,
        "parent": None if begun.serves else begun.parent,
        "serves": begun.serves,
        "advances": [_goal_id(name, strategy) for name in begun.advances],
        "dri": begun.dri[0] if len(begun.dri) == 1 else list(begun.dri),
        "team": begun.team,
        "start": _date(begun.start, site) or (days.year if is_strategy else days.start),
        "end": end,
        "goals": list(_goals(begun.goals, end, site.language)),
        "actions": [{"do": action, "due": end} for action in begun.actions],
        "sections": getattr(site.settings.sections, begun.type),
        "people": site.settings.people,
        "is_joint": site.settings.joint_dris,
        "own": own,
        "own_open": list(_open_fields(loaded.plan, site, begun.type, dict(own))),
    }
    text = fill_template(templates, f"new/{begun.type}.md", values)
    return FileChange(path, None, text.encode())


_OWN_VALUES = {
    "person": ", a handle of {people}", "list": ", as [one, another]", "date": ", a day or a period",
    "number": ", a number", "link": ", as https://…", "table": ", a line `name: value` for each row",
}  # fmt: skip
"""What is written in an own field, where its type says more than its label."""


def _open_fields(plan: Plan, site: Site, kind: str, said: Collection[str]) -> Iterator[dict[str, str]]:
    """The organisation's own fields of which nothing is known yet, each with what is written in it."""
    for key, one in plan.own_fields.of(kind).items():
        if key not in said:
            about = _OWN_VALUES.get(str(one.type), "").format(people=site.settings.people)
            choices = f", one of {', '.join(one.choices)}" if one.choices else ""
            label = " ".join(one.label.split())
            yield {"key": key, "label": label, "about": choices or about}


def _refuse_several(begun: Begun, site: Site) -> None:
    """Refuse several who answer where the site has one."""
    if len(begun.dri) > 1 and (begun.type == "team" or not site.settings.joint_dris):
        why = "a team has one lead" if begun.type == "team" else "the setting `joint_dris` allows several"
        raise EditError(f"{' and '.join(begun.dri)} can't both answer: name one; {why}")


def _with_ids(begun: Begun, plan: Plan) -> Begun:
    """Write ids for what is named by a title, a number, a role or an address."""
    above = plan.teams if begun.type == "team" else plan.strategies
    parent = find_id(begun.parent, above)
    return replace(
        begun,
        strategy=find_id(begun.strategy, plan.strategies),
        theme=find_id(begun.theme, plan.themes),
        parent=parent,
        serves=_served(begun.serves, parent, plan) if begun.serves else None,
        dri=tuple(filter(None, (find_id(name, plan.answering) for name in begun.dri))),
        team=find_id(begun.team, plan.teams),
    )


def _served(name: str, parent: str | None, plan: Plan) -> str:
    """The goal that a strategy serves, as `parent#goal`. EditError where nothing says whose goal it is."""
    above, _, goal = name.rpartition("#")
    strategy = find_id(above, plan.strategies) if above else parent
    if not strategy or (parent and strategy != parent):
        raise EditError("a goal is served as a part of its strategy: write --serves parent-id#goal-id")
    return f"{strategy}#{_goal_id(goal, plan.strategies.get(strategy))}"


def _goal_id(name: str, strategy: Strategy | None) -> str:
    """The id of a goal of the strategy that is served, by its title or number; else the name as it is."""
    goals = strategy.goals if strategy else ()
    named = [goal.id for goal in goals if name in {goal.title, plain_text(goal.title), goal.number}]
    return named[0] if len(named) == 1 and name not in {goal.id for goal in goals} else name


def _goals(titles: Iterable[str], due: Bare, language: str) -> Iterator[dict[str, Written]]:
    """The goals of a new file, each with an id of its own."""
    free = FreeSlugs()
    for title in titles:
        yield {"id": free.take(slug(title, language)), "title": title, "due": due}


def _free_id(plan: Plan, begun: Begun, title: str, language: str) -> str:
    """The id that was named, or one of the title, with a number where another title makes the same."""
    if begun.id is None and not words_in(title, language):
        raise EditError("no id can be made of this title: name one, as --id our-first-strategy")
    id_ = begun.id or shorten_id(slug(title, language))
    if not ID.fullmatch(id_):
        instead = slug(id_, language)
        raise EditError(f'"{id_}" isn\'t an id, which is lower-case words joined by hyphens: {instead}')
    refuse_as_file_name(id_)
    held: Mapping[str, Mapping[str, PlanFile]] = {"theme": plan.themes, "team": plan.teams}
    taken = held.get(begun.type, plan.plans)
    if begun.id is None and id_ in taken and _is_alike(taken[id_].title, title, language):
        return FreeSlugs({*taken, *plan.unread.by_id}).take(id_)
    if id_ in taken or plan.has_unread(id_):
        raise EditError(f'there is a {begun.type} "{id_}" already: name another id, as --id {id_}-2')
    return id_


def _is_alike(title: str, other: str, language: str) -> bool:
    """Whether two unlike titles make the same id, as *Maße* and *Masse* do."""
    alike = slug(title, language) == slug(other, language)
    return alike and title.casefold() != composed(other).casefold()


def folder_for(plan: Plan, type_: str) -> str:
    """Where most files of a type are; a file that has a folder of its own counts for the one above."""
    folders: Counter[str] = Counter()
    for file in plan.files:
        if file.type == type_:
            folder, name = posixpath.split(file.path)
            folders[posixpath.dirname(folder) if name.startswith("index.") else folder] += 1
    return min(folders, key=lambda folder: (-folders[folder], folder), default=FOLDERS.get(type_, ""))


def _strategy(plan: Plan, begun: Begun) -> Strategy | None:
    """The strategy that a tactic serves: the named one, or the only one that there is; none of a tactic that
    stands directly under a theme.
    """
    if begun.type != "tactic" or (begun.theme and not begun.strategy):
        return None
    if begun.strategy is None and len(plan.strategies) == 1:
        return next(iter(plan.strategies.values()))
    hint = suggest(begun.strategy or "", plan.strategies, "`plans check` names the files")
    if begun.strategy is None:
        if not plan.strategies:
            raise EditError("there is no strategy yet: begin one by `plans new strategy`")
        raise EditError(f"a tactic serves a strategy: name it, as --strategy ID; {hint}")
    if begun.strategy not in plan.strategies:
        raise EditError(f'no strategy has the id "{begun.strategy}": {hint}')
    return plan.strategies[begun.strategy]


def _date(text: str | None, site: Site) -> Bare | None:
    return None if text is None else Bare(read_date(text, site.settings.fiscal_year_start, site.language))
