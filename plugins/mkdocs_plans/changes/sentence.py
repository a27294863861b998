"""What a reader of a report is told: our own words, with the plan's texts kept apart from them.

So each report can escape what stands in a plan for the place where it lands, and leave ours alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_plans.model import plain_text


@dataclass(frozen=True, slots=True)
class Sentence:
    """Our words, with `{}` wherever a text of the plan stands."""

    form: str
    values: tuple[str, ...] = ()

    def written(self, escape: Callable[[str], str]) -> str:
        """Put the plan's texts in for a reader, without their markup, each escaped."""
        return self.form.format(*map(escape, self._told))

    @property
    def _told(self) -> tuple[str, ...]:
        """The plan's texts without their markup; with it, where it is the markup that tells them apart."""
        plain = tuple(map(plain_text, self.values))
        return plain if len(set(plain)) == len(set(self.values)) else self.values

    def first(self, number: int) -> Sentence:
        """The sentence up to so many texts, with a mark where it went on."""
        if len(self.values) <= number:
            return self
        form = "{}".join(self.form.split("{}")[: number + 1])
        return Sentence(f"{form.rstrip()} …", self.values[:number])

    def __str__(self) -> str:
        return self.form.format(*self.values)

    def __add__(self, other: Sentence) -> Sentence:
        return Sentence(self.form + other.form, self.values + other.values)


def say(form: str, *values: object) -> Sentence:
    """Make a sentence; the values are texts of the plan."""
    return Sentence(form, tuple(map(str, values)))


def joined(sentences: Iterable[Sentence], separator: str = ", ") -> Sentence:
    """Put sentences into one."""
    found = Sentence("")
    for number, sentence in enumerate(sentences):
        found += Sentence(separator if number else "") + sentence
    return found


def listed(sentences: Iterable[Sentence], few: int = 12) -> Sentence:
    """Put sentences into one; of many, the first ones and how many more there are."""
    every = list(sentences)
    shown = every if len(every) <= few else every[: few - 1]
    more = len(every) - len(shown)
    return joined(shown) + say(f" and {more} more") if more else joined(shown)


def quoted(titles: Iterable[str], few: int = 4) -> Sentence:
    """Name things by their titles; of many, the first ones and how many more there are."""
    return listed((say("“{}”", title) for title in titles), few)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 word`, `3 words`."""
    return f"{number} {noun}{'s' * (number != 1)}"
