"""Words for a generated plan: titles, sentences, and whole bodies of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

_VERBS = ("Answer", "Shorten", "Open", "Repair", "Teach", "Publish", "Simplify", "Measure", "Win", "Keep")
_OBJECTS = (
    "the waiting list", "every complaint", "the night service", "the spare parts", "new colleagues",
    "the price list", "the yearly survey", "our oldest customers", "the weekly report", "the workshops",
)  # fmt: skip
_WHERE = (
    "in the north", "in the south", "at the harbour", "for small firms", "for schools", "by telephone",
    "before the summer", "in all branches", "with the city", "without overtime",
)  # fmt: skip
_SENTENCES = (
    "The branches count this differently, so the first month goes into one way of counting.",
    "Nobody was against it, and nobody had the time; now one person has two days a week for it.",
    "What worked in the south was dull: a list, a telephone, and someone who rings back.",
    "We asked forty customers, and **thirty-one** said that they would rather wait than ring twice.",
    "The tool is the smallest part; see [what others have tried](https://example.org/tried).",
    "If the numbers don't move by the summer, we stop and say so in the next check-in.",
    "The figures are those of the *monthly report*, taken on the last working day.",
    "Half of the cost is time, which no budget shows, and which every team feels.",
)
_HEADINGS = ("What we do", "What it takes", "What could go wrong", "How we know", "What we have tried")


def title(random: Random) -> str:
    """What a plan, a goal or an action is called; it may come twice."""
    return " ".join(random.choice(words) for words in (_VERBS, _OBJECTS, _WHERE))


def sentence(random: Random) -> str:
    """One plain sentence that YAML takes for one text."""
    return f"{title(random)}, because nothing else moves before this does."


def body(random: Random, sections: Sequence[str], link: str) -> str:
    """30 to 60 lines of Markdown: the sections that are asked for, then more; `link` in one of them."""
    headings = [*sections, *random.sample(_HEADINGS, 2)]
    lines = [line for heading in headings for line in _section(random, heading)]
    lines += ["", f"It follows from [{title(random).lower()}]({link}).", ""]
    wanted = random.randint(30, 60)
    while len(lines) < wanted:
        lines += [*random.sample(_SENTENCES, 2), ""]
    return "\n".join(lines)


def _section(random: Random, heading: str) -> Iterator[str]:
    yield from ("", f"## {heading}", "")
    yield from random.sample(_SENTENCES, 3)
    yield ""
    yield from random.choice((_list, _table, _note))(random)


def _list(random: Random) -> Iterator[str]:
    for _ in range(3):
        yield f"- {title(random)}"


def _table(random: Random) -> Iterator[str]:
    yield from ("| Branch | Before | After |", "|---|---:|---:|")
    for branch in ("North", "South"):
        yield f"| {branch} | {random.randint(20, 60)} | {random.randint(60, 99)} |"


def _note(random: Random) -> Iterator[str]:
    yield from ('!!! note "What we learnt"', "", f"    {random.choice(_SENTENCES)}")
