"""Plan files by the hundred, each written in a way of its own: keys in any order, comments anywhere,
any quotes, lists in brackets or in lines, any indentation, any line ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from mkdocs_plans.yaml import quote

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("Ask", "Be #1", "Hire: now", "Ümläut — and more", 'It\'s "done"'),
    "number": ("1.10", "2-A"),
    "summary": ("One plain sentence.", "A text: with a colon", "100 % or no"),
    "strategy": ("hire",),
    "dri": ("vp-sales",),
    "status": ("active", "paused"),
    "start": ("2026-01-15", "2026-Q1"),
    "end": ("2026-06-30", "2026-H1", "2026"),
    "outcome": ("Every panel scores the same.", "A *long* outcome " + "with many words " * 12 + "in it"),
}

ITEM_FIELDS: Mapping[str, tuple[str, ...]] = {
    "due": ("2026-01-31", "2026-Q2"),
    "dri": ("vp-sales",),
    "when": ("after the policy: soon", "later"),
}

BODY_LINES = ("\n", "Text.\n", "updates: none\n", "---\n", "<!-- plans/tactics {strategy: hire} -->\n")
NO_UPDATES = ("updates:\n", "updates: []\n", "updates: ~  # none\n", "updates: [ ] # x\n")


def written_plan(seed: int) -> bytes:
    """One tactic, as somebody may have written it."""
    return _Writer(Random(seed)).file()


class _Writer:
    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._hyphen = chance.choice([0, 2, 4])
        self._quotes = chance.choice(["", "'", '"', "?"])
        self._comments = chance.choice([0.0, 0.3])
        self._gap = chance.choice([" ", "   "])

    def file(self) -> bytes:
        """The file, with line ends and a mark, or none."""
        body = "".join(self._chance.choice(BODY_LINES) for _ in range(4))
        text = f"---\n{self._front_matter()}---\n{body}{self._chance.choice(['', 'The end'])}"
        text = text.replace("\n", self._chance.choice(["\n", "\n", "\r\n", "\r"]))
        return (self._chance.choice(["", "\ufeff"]) + text).encode()

    def _front_matter(self) -> str:
        names = [name for name in FIELDS if name in {"title", "strategy"} or self._chance.random() < 0.6]
        if self._chance.random() < 0.5:
            self._chance.shuffle(names)
        blocks = [self._field(name, self._chance.choice(FIELDS[name])) for name in ("type", *names)[1:]]
        blocks += [self._goals(), self._actions(), self._updates()]
        blocks.insert(self._chance.randrange(len(blocks)), "type: tactic\n")
        return "".join(self._comment() + block for block in blocks) + self._comment()

    def _comment(self) -> str:
        if self._chance.random() >= self._comments:
            return ""
        return self._chance.choice(["# a comment: yes\n", "\n", "    # indented - comment\n", "#\n\n"])

    def _field(self, key: str, text: str, indent: str = "") -> str:
        if len(text) > 100 and self._chance.random() < 0.7:
            half = text.index(" ", 90)
            sign = self._chance.choice([">-", "|", ">"])
            return f"{indent}{key}: {sign}\n{indent}  {text[:half]}\n{indent}  {text[half + 1 :]}\n"
        end = self._chance.choice(["", "", "  # behind", "\t# behind a tab", "  "])
        return f"{indent}{key}:{self._gap}{self._text(text)}{end}\n"

    def _text(self, text: str) -> str:
        needs_quotes = any(sign in text for sign in ":#'\"%")
        quotes = self._chance.choice(["", "'", '"']) if self._quotes == "?" else self._quotes
        if quotes == "'" and "'" not in text:
            return f"'{text}'"
        return quote(text) if needs_quotes or quotes else text

    def _goals(self) -> str:
        if self._chance.random() < 0.5:
            return "goals:\n" + " " * self._hyphen + "- {id: sold, title: Sell, baseline: 0, target: 9}\n"
        return self._items(
            "goals", [["id: sold", f"title: {self._text('Sell')}", "baseline: 0", "target: 9"]]
        )

    def _actions(self) -> str:
        items = []
        for number in range(self._chance.randrange(1, 4)):
            fields = [f"do: {self._text(f'Step {number}')}"]
            fields += [
                f"{key}: {self._text(self._chance.choice(ITEM_FIELDS[key]))}"
                for key in ITEM_FIELDS
                if self._chance.random() < 0.4
            ]
            items.append(fields)
        return self._items("actions", items)

    def _updates(self) -> str:
        kind = self._chance.randrange(6)
        if kind == 0:
            return ""
        if kind == 1:
            return self._chance.choice(NO_UPDATES)
        days = [f"2026-0{month}-01" for month in range(self._chance.randrange(1, 5), 0, -1)]
        if self._chance.random() < 0.2:
            days.reverse()
        note = f"note: {self._text('Fine, so far')}"
        items = [[f"date: {self._text(day)}", "health: on-track", note] for day in days]
        return self._items("updates", items)

    def _items(self, key: str, items: list[list[str]]) -> str:
        style = self._chance.randrange(4)
        if style == 0:
            text = ", ".join("{" + ", ".join(self._in_braces(item)) + "}" for item in items)
            return f"{key}: [{text}]\n"
        if style == 1:
            rows = "".join(f"  {{{', '.join(self._in_braces(item))}}},\n" for item in items)
            return f"{key}: [\n{rows}]\n"
        indent, lines = " " * self._hyphen, []
        for item in items:
            lines += [f"{indent}- {item[0]}\n", *(f"{indent}  {field}\n" for field in item[1:])]
            lines.append(self._comment().replace("    #", "#") if style == 2 else "")
        return f"{key}:{self._chance.choice(['', '  # c'])}\n" + "".join(lines)

    def _in_braces(self, item: list[str]) -> list[str]:
        """A field as it may stand between braces: a text with a comma is quoted."""
        pairs = (field.split(": ", 1) for field in item)
        form = {True: '{}: "{}"', False: "{}: {}"}
        return [form["," in text and text[0] not in "\"'"].format(key, text) for key, text in pairs]
