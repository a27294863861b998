"""Phrases of ours → sentences, in a site's language and the organisation's words."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plans.changes.sentence import About, Sentence, Side, Theirs, filled, joined
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


class Voice:
    """Says phrases of ours in a site's language and the organisation's words."""

    def __init__(self, words: Words, formats: Formats) -> None:
        self.words, self.formats = words, formats
        self.language: Language = formats.language
        self._quotes = str(self.say("“%(text)s”", text="\0")).split("\0")

    def say(self, phrase: str, **values: Sentence | str | int) -> Sentence:
        """A phrase with values in the place of its `%(name)s`."""
        return filled(self.language.words.gettext(phrase), values)

    def say_many(self, one: str, many: str, num: int, **values: Sentence | str | int) -> Sentence:
        """A phrase for a number, which stands in the place of `%(num)d`."""
        return filled(self.language.words.ngettext(one, many, num), {"num": num, **values})

    def quoted(self, text: str, about: About | None = None, side: Side | None = None) -> Sentence:
        """A text in quotes."""
        begin, end = self._quotes
        return Sentence((Theirs(text, about, side, (begin, end)),))

    def plain(self, text: str, about: About | None = None) -> Sentence:
        """A text with nothing around it."""
        return Sentence((Theirs(text, about),))

    def noun(self, kind: str, *, many: bool = False) -> str:
        """What the organisation calls a kind of thing."""
        found = getattr(self.words, kind)
        return str(found.many if many else found.one)

    def titles(self, titles: Iterable[Sentence], few: int = 4) -> Sentence:
        """Name things; of many, the first ones and how many more there are."""
        every = list(titles)
        shown = every if len(every) <= few else every[: few - 1]
        more = len(every) - len(shown)
        rest = [self.say_many("%(num)d more", "%(num)d more", more)] if more else []
        return joined([*shown, *rest])
