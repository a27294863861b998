"""What a reader is told: our own words, with the plan's texts kept apart from them.

So each format can escape what stands in a plan for the place where it lands, and leave ours alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_plans.changes.change import FileId, GoalId, Handle, Part
from mkdocs_plans.model import plain_text
from mkdocs_plans.wording.foreign import Foreign, Untranslated

About = Handle | FileId | GoalId | Part
Side = Literal["before", "now"]

_PLACE = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True, slots=True)
class Theirs:
    """A text of the plan, or a value as the site's language writes it. `about` is what it names, `side` says
    whether it is what there was or what there is; `quotes` stand around it where only marks of text can.
    """

    text: str
    about: About | None = None
    side: Side | None = None
    quotes: tuple[str, str] = ("", "")


Piece = str | Theirs


@dataclass(frozen=True, slots=True)
class Sentence:
    """Ours, each a text, and theirs, in their order."""

    pieces: tuple[Piece, ...] = ()

    def written(self, escape: Callable[[str], str]) -> str:
        """Write the plan's texts for a reader, without their markup, each escaped."""
        plain = iter(self._plain())
        return "".join(
            one if isinstance(one, str) else escape(next(plain)).join(one.quotes) for one in self.pieces
        )

    def _plain(self) -> list[str]:
        """The plan's texts without their markup; with it, where it is the markup that tells them apart."""
        texts = [one.text for one in self.theirs]
        plain = list(map(plain_text, texts))
        return plain if len(set(plain)) == len(set(texts)) else texts

    @property
    def theirs(self) -> tuple[Theirs, ...]:
        """The texts of the plan."""
        return tuple(one for one in self.pieces if not isinstance(one, str))

    def on(self, side: Side) -> Sentence:
        """The sentence as what there was, or is."""
        pieces = (one if isinstance(one, str) else replace(one, side=side) for one in self.pieces)
        return Sentence(tuple(pieces))

    @property
    def bare(self) -> Sentence:
        """The sentence for a place that shows itself where it begins and ends, and on which side it is."""
        pieces = (one if isinstance(one, str) else Theirs(one.text, one.about) for one in self.pieces)
        return Sentence(tuple(pieces))

    def first(self, number: int) -> Sentence:
        """The sentence up to so many texts, with a mark where it went on."""
        if len(self.theirs) <= number:
            return self
        places = [at for at, one in enumerate(self.pieces) if not isinstance(one, str)]
        return Sentence((*self.pieces[: places[number - 1] + 1], " …"))

    def __str__(self) -> str:
        return "".join(one if isinstance(one, str) else one.text.join(one.quotes) for one in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Sentence) -> Sentence:
        return Sentence(self.pieces + other.pieces)


EMPTY = Sentence()


def filled(phrase: str, values: dict[str, Sentence | str | int]) -> Sentence:
    """Fill a phrase of ours, as its catalogue has it. A text that is put in is the organisation's."""
    is_foreign = isinstance(phrase, Untranslated)

    def pieces() -> Iterator[Piece]:
        for at, text in enumerate(_PLACE.split(str(phrase))):
            value = values[text] if at % 2 else None
            if isinstance(value, Sentence):
                yield from value.pieces
            elif isinstance(value, str):
                yield Theirs(value)
            elif text:
                yield str(value) if value is not None else Foreign(text) if is_foreign else text

    return Sentence(tuple(pieces()))


def joined(sentences: Iterable[Sentence], separator: str = ", ") -> Sentence:
    """Put sentences into one."""
    found = Sentence()
    for number, sentence in enumerate(sentences):
        found += Sentence((separator,) if number else ()) + sentence
    return found
