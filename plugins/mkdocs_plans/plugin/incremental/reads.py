"""What of the plan a page was made from: each lookup is noted while the page is made.

The plan keeps everything in mappings: plans by id, tactics by strategy, people by handle. Rendering is given
a plan whose mappings note what is asked of them, so that no view has to say what it depends on, and none
can forget to. In the next build, a page is as it was if each of its lookups gives what it gave.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache, wraps
from hashlib import blake2b
from typing import Any, ParamSpec, TypeVar, cast

from mkdocs_plans.model import LevelPlan, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import FACTS, PAST, PERIODS, Fact, Past

P = ParamSpec("P")
T = TypeVar("T")

Read = tuple[str, Any]
"""A lookup: the mapping, and the key that was asked for. `EVERY` is asked for where all of it was gone
through.
"""

EVERY = ("every",)

KEYS = ("keys",)
"""Asked for where a mapping was gone through for its keys and their order alone."""

FACT = "fact"
"""The questions of `FACTS`, by their names."""

PAGE = "page"
"""The mapping of the site's files: the address by a file's path."""

MAPPINGS = (
    "themes", "strategies", "tactics", "teams", "plans", "by_path",
    "_goals", "_by_dri", "_strategies_by_theme", "_strategies_by_parent", "_tactics_by_strategy",
    "_tactics_by_theme",
    "_advancing", "_dependents", "_tactics_by_team", "_strategies_by_team", "_teams_by_parent",
    "_people_by_team", "plans_by_theme", "own_mentions",
)  # fmt: skip
"""The mappings that a plan works out of its files."""

SETS = ("named_people",)
"""The sets that it does."""

PEOPLE = "people"

SHARED = ("missions", "visions", "values")
"""What a plan has few of, and where a change counts for all pages."""


def digest(*parts: str) -> str:
    """A short name for texts, the same for the same ones alone."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=12).hexdigest()


class Reads:
    """Notes lookups for the page that is being made."""

    def __init__(self) -> None:
        self._current: set[Read] = set()
        self._facts: dict[str, Any] = {}

    def note(self, name: str, key: Hashable) -> None:
        """Note a lookup."""
        self._current.add((name, key))

    @contextmanager
    def noted(self) -> Iterator[set[Read]]:
        """Give the set of all that is looked up meanwhile."""
        around, self._current = self._current, set()
        try:
            yield self._current
        finally:
            around |= self._current
            self._current = around

    def remember(self, function: Callable[P, T], most: int | None = None, /) -> Callable[P, T]:
        """`functools.lru_cache`, where an answer brings along what it was made from, for whoever asks."""

        @lru_cache(most)
        def answered(*args: Any, **kwargs: Any) -> tuple[T, set[Read]]:
            with self.noted() as found:
                return function(*args, **kwargs), found

        @wraps(function)
        def ask(*args: P.args, **kwargs: P.kwargs) -> T:
            answer, found = answered(*args, **kwargs)  # type: ignore[arg-type]
            self._current |= found
            return answer

        return ask

    def fact(self, function: Fact[T], plan: Plan, today: datetime.date) -> T:
        """What the whole plan says to a question: that alone is noted, and not what it is made from."""
        name = function.__name__
        if name not in self._facts:
            around, self._current = self._current, set()
            self._facts[name] = function(plan, today)
            self._current = around
        self.note(FACT, name)
        return cast(T, self._facts[name])

    def watched(self, plan: Plan) -> Plan:
        """The same plan; what is asked of it is noted."""
        self._facts = {}
        files = cast(tuple[PlanFile, ...], _WatchedFiles(plan.files, self.note))
        copy = replace(plan, files=files, people=_Watched(PEOPLE, plan.people, self.note))
        for name in MAPPINGS:
            vars(copy)[name] = _Watched(name, getattr(plan, name), self.note)
        for name in SETS:
            vars(copy)[name] = _Watched(name, dict.fromkeys(getattr(plan, name), True), self.note)
        for name in SHARED:
            vars(copy)[name] = getattr(plan, name)
        return copy


class _WatchedFiles(Sequence[PlanFile]):
    """The files of a plan; what is made of them has gone through all."""

    def __init__(self, files: Sequence[PlanFile], note: Callable[[str, Hashable], None]) -> None:
        self._files, self._note = files, note

    def __getitem__(self, at: Any) -> Any:
        self._note("by_path", EVERY)
        return self._files[at]

    def __len__(self) -> int:
        self._note("by_path", EVERY)
        return len(self._files)


class _Watched(Mapping[Any, Any]):
    """A mapping that notes what is asked of it."""

    def __init__(self, name: str, mapping: Mapping[Any, Any], note: Callable[[str, Hashable], None]) -> None:
        self._name, self._mapping, self._note = name, mapping, note

    def __getitem__(self, key: Any) -> Any:
        self._note(self._name, key)
        return self._mapping[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(self._name, key)
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(self._name, key)
        return key in self._mapping

    def __iter__(self) -> Iterator[Any]:
        self._note(self._name, KEYS)
        return iter(self._mapping)

    def __len__(self) -> int:
        self._note(self._name, KEYS)
        return len(self._mapping)

    def values(self) -> Any:
        self._note(self._name, EVERY)
        return self._mapping.values()

    def items(self) -> Any:
        self._note(self._name, EVERY)
        return self._mapping.items()


Digests = dict[int, tuple[PlanFile, str]]
"""What each plan file says, in short, by the identity of its entity: one that is served again is the same."""


class Answers:
    """What each lookup gives in this build, as a short text that is the same where the answer is. `addresses`
    are those of the site's files, by path; `today` is needed for what depends on it.
    """

    def __init__(
        self,
        plan: Plan,
        addresses: Mapping[str, str],
        digests: Digests,
        today: datetime.date = datetime.date.min,
        past: Past | None = None,
    ) -> None:
        self._plan, self._today, self._past = plan, today, past
        self._addresses = addresses
        self._digests = digests
        self.of = cache(self._of)

    def _of(self, read: Read) -> str:
        name, key = read
        if name == PAGE:
            return self._addresses.get(key, "")
        if name == PAST and key == PERIODS:
            return self._past.digest_of_periods() if self._past else ""
        if name == PAST:
            return self._past.digest(self._plan.by_path.get(key)) if self._past else ""
        if name == FACT:
            return repr(FACTS[key](self._plan, self._today))
        return self._of_mapping(name, key)

    def _of_mapping(self, name: str, key: Any) -> str:
        mapping = getattr(self._plan, name)
        if name in SETS:
            mapping = dict.fromkeys(sorted(mapping), True)
        if key == KEYS:
            return digest(*map(repr, mapping))
        if key == EVERY:
            return digest(*(f"{one!r}\1{self.shown(value)}" for one, value in mapping.items()))
        return digest(self.shown(mapping.get(key)))

    def of_all(self) -> str:
        """All that the plan says."""
        parts = (*self._plan.files, self._plan.people, self.shared())
        return digest(*map(self.shown, parts))

    def of_past(self) -> str:
        """All that is shown of the past."""
        if self._past is None:
            return ""
        return digest(self._past.digest_of_periods(), *map(self._past.digest, self._plan.files))

    def texts(self) -> str:
        """The author's texts, which pages show where a site marks what changed."""
        return digest(*(file.body for file in self._plan.files))

    def shared(self) -> str:
        """What counts for all pages."""
        plan = self._plan
        few = [self.shown(file) for name in SHARED for file in getattr(plan, name)]
        return digest(*few, self.shown(plan.unread), repr((plan.own_fields, plan.team_dris, plan.is_okr)))

    def shown(self, value: object) -> str:
        """A value with all that it says but the author's text, which is on its own page alone."""
        if isinstance(value, PlanFile):
            return self._file(value)
        if isinstance(value, str):
            return value
        if is_dataclass(value):
            return "\2".join(self.shown(getattr(value, field.name)) for field in fields(value))
        if isinstance(value, Mapping):
            return "\3".join(f"{key}\1{self.shown(one)}" for key, one in value.items())
        if isinstance(value, Collection):
            return "\3".join(map(self.shown, sorted(value) if isinstance(value, Set) else value))
        return repr(value)

    def _file(self, file: PlanFile) -> str:
        known = self._digests.get(id(file))
        if known is None or known[0] is not file:
            known = self._digests[id(file)] = (
                file,
                digest(file.path, repr(file.model_dump()), _measured(file)),
            )
        return known[1]


def _measured(file: PlanFile) -> str:
    """What tables say of a plan's goals, which is no part of its file."""
    return repr(file.measured) if isinstance(file, LevelPlan) and file.measured else ""
