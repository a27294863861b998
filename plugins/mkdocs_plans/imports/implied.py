"""What a table says in each row and a file needn't say, because it follows from what stands above: who
answers for a part, when a goal is due, the team and the theme of a plan.

Such a value is taken out again where it follows from what comes in. One that a file says of its own stays,
and is changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.incoming import Fields, Lost
from mkdocs_plans.model import Action, Goal, LevelPlan, Strategy, Tactic
from mkdocs_plans.yaml import Written

_THEMES = "a tactic has the theme of its strategy: change it there"


def drop_implied(book: Book) -> None:
    """Take out of all files that come in what follows from the rest."""
    implied = _Implied(book)
    levels = [one for one in book.files.values() if one.type in {"strategy", "tactic"}]
    for making in levels:
        implied.drop_from_parts(making)
    for making in sorted(levels, key=lambda one: one.type):
        implied.drop_from_file(making)


class _Implied:
    def __init__(self, book: Book) -> None:
        self._book, self._plan = book, book.plan

    def drop_from_parts(self, making: Making) -> None:
        """Take out the DRI of the plan's goals and actions, and the day of its goals."""
        file = self._file(making)
        dri, end = self._dri(making), making.fields.get("end", _end(file))
        for key in ("goals", "actions"):
            for part in making.parts.get(key, ()):
                own = _part_there(file, key, part)
                if not (own and own.dri) and _names(part.get("dri")) == dri:
                    part.pop("dri", None)
                if key == "goals" and not (own and own.due) and part.get("due") == end:
                    part.pop("due", None)

    def drop_from_file(self, making: Making) -> None:
        """Take out its team and its theme; a tactic under a strategy has none of its own."""
        file = self._file(making)
        if not (file and file.team):
            self._drop(making, "team", self._team(making))
        above = self._theme_above(making)
        if making.type == "tactic" and self._said(making, "strategy"):
            said = making.fields.pop("theme", None)
            if said and not above and self._give_to_strategy(making, said):
                return
            if said and said != above:
                self._book.lost.append(Lost(making.place, "theme", str(said), _THEMES))
        elif not (isinstance(file, Strategy | Tactic) and file.theme):
            self._drop(making, "theme", above)

    def _give_to_strategy(self, tactic: Making, theme: Written) -> bool:
        """Let a new strategy have the theme that the first of its tactics has, where nothing says another."""
        id_ = str(tactic.fields.get("strategy", ""))
        strategy = self._book.files.get(("plan", id_))
        if strategy is None or self._file(strategy) is not None:
            return False
        strategy.fields["theme"] = theme
        return True

    @staticmethod
    def _drop(making: Making, key: str, implied: str | None) -> None:
        if implied and making.fields.get(key) == implied:
            making.fields.pop(key)

    def _file(self, making: Making) -> LevelPlan | None:
        file = self._book.existing(making.type, making.id)
        return file if isinstance(file, LevelPlan) else None

    def _said(self, making: Making, key: str) -> str:
        """What a file says after the import."""
        return str(making.fields.get(key) or getattr(self._file(making), key, None) or "")

    def _dri(self, making: Making) -> tuple[str, ...]:
        file = self._file(making)
        return _names(making.fields.get("dri")) or (file.dri if file else ())

    def _team(self, making: Making) -> str | None:
        """The team of the first DRI who has one, or that is one."""
        for name in self._dri(making):
            person = self._plan.people.get(name)
            new: Fields = self._book.names.new.get(name, {})
            team = new.get("team") or (person.team if person else None)
            if not team and person is None and not new and self._is_team(name):
                team = name
            if team:
                return str(team)
        return None

    def _is_team(self, name: str) -> bool:
        return name in self._plan.teams or ("team", name) in self._book.files

    def _theme_above(self, making: Making) -> str | None:
        """The theme of the strategy above, or the nearest above that has one."""
        seen: set[str] = set()
        id_ = self._said(making, "strategy" if making.type == "tactic" else "parent")
        while id_ and id_ not in seen:
            seen.add(id_)
            above = self._book.files.get(("plan", id_))
            there = self._plan.strategies.get(id_)
            theme = (above and above.fields.get("theme")) or (there.theme if there else None)
            if theme:
                return str(theme)
            id_ = str((above and above.fields.get("parent")) or (there.parent if there else "") or "")
        return None


def _part_there(file: LevelPlan | None, key: str, part: Fields) -> Goal | Action | None:
    """The goal or the action of the plan that a part is: by its id, its number or what it is called."""
    there: tuple[Goal | Action, ...] = getattr(file, key, ())
    for name in ("id", "number", "title", "do"):
        if name in part:
            found = next((one for one in there if getattr(one, name, None) == str(part[name])), None)
            if found is not None:
                return found
    return None


def _names(written: Written | None) -> tuple[str, ...]:
    if written is None or isinstance(written, Mapping):
        return ()
    return (str(written),) if isinstance(written, str) else tuple(map(str, written))


def _end(file: LevelPlan | None) -> str | None:
    return file.end.last.isoformat() if file and file.end else None
