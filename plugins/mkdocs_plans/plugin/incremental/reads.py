"""What of the plan a page was made from: each lookup is noted while the page is made.

The plan keeps everything in mappings: plans by id, tactics by strategy, people by handle. Rendering is given
a plan whose mappings note what is asked of them, so that no view has to say what it depends on, and none
can forget to. In the next build, a page is as it was if each of its lookups gives what it gave.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from hashlib import blake2b
from typing import Any, ParamSpec, TypeVar, cast

from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.render import Fact, Renderer

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
    """Notes lookups for the page that is being made, and keeps answers that many pages ask for."""

    def __init__(self) -> None:
        self._current: set[Read] = set()
        self._facts: dict[str, Any] = {}
        self.lasts = False
        self._brief: list[dict[Any, Any]] = []
        self.addresses: Mapping[str, str] = {}
        """Those of the site's files, by path."""

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
        kept: dict[Hashable, tuple[T, set[Read]]] = {}
        if most:
            self._brief.append(kept)

        @wraps(function)
        def ask(*args: P.args, **kwargs: P.kwargs) -> T:
            key = (args, *kwargs.items()) if kwargs else args
            found = kept.get(key)
            if found is None:
                if most and len(kept) >= most:
                    kept.clear()
                with self.noted() as reads:
                    answer = function(*args, **kwargs)
                found = kept[key] = answer, reads
                if not most:
                    self.keep(kept, key, reads)
            self._current |= found[1]
            return found[0]

        return ask

    def once(self, _: Hashable, make: Callable[[], T]) -> T:
        """What is made under a key: it is asked for once in a build."""
        return make()

    def keep(self, kept: dict[Any, Any], key: Hashable, reads: Set[Read]) -> None:
        """Something was made of some lookups, and is kept."""

    def forget_brief(self) -> None:
        """Forget the answers of which only the last ones are kept."""
        for kept in self._brief:
            kept.clear()

    def go_by(self, addresses: Mapping[str, str]) -> None:
        """Have the site's files at these addresses."""
        self.addresses = addresses

    def address(self, path: str) -> str | None:
        """Where a file's page is; None where there is none."""
        self.note(PAGE, path)
        return self.addresses.get(path)

    def renderer(self, plan: Plan, make: Callable[[Plan], Renderer]) -> Renderer:
        """What renders a plan, with all that is asked of it noted."""
        return make(self.watched(plan))

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
        self.files, self._note = files, note

    def __getitem__(self, at: Any) -> Any:
        self._note("by_path", EVERY)
        return self.files[at]

    def __len__(self) -> int:
        self._note("by_path", EVERY)
        return len(self.files)


class _Watched(Mapping[Any, Any]):
    """A mapping that notes what is asked of it."""

    def __init__(self, name: str, mapping: Mapping[Any, Any], note: Callable[[str, Hashable], None]) -> None:
        self._name, self.mapping, self._note = name, mapping, note

    def __getitem__(self, key: Any) -> Any:
        self._note(self._name, key)
        return self.mapping[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(self._name, key)
        return self.mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(self._name, key)
        return key in self.mapping

    def __iter__(self) -> Iterator[Any]:
        self._note(self._name, KEYS)
        return iter(self.mapping)

    def __len__(self) -> int:
        self._note(self._name, KEYS)
        return len(self.mapping)

    def values(self) -> Any:
        self._note(self._name, EVERY)
        return self.mapping.values()

    def items(self) -> Any:
        self._note(self._name, EVERY)
        return self.mapping.items()
