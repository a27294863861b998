"""A StratML document, Part 1 or 2 → a plan: its goals as strategies, its objectives as their goals.

Documents are rarely valid: names count without their namespace and case, wherever they stand. What was taken
is noted, and whatever else has a text is told in the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from xml.etree.ElementTree import Element, ParseError

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.body_text import as_markdown
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.incoming import Incoming, Lost
from mkdocs_plans.imports.stratml_indicators import action_of, goal_of, readings_of
from mkdocs_plans.imports.values import clean
from mkdocs_plans.imports.xml_parts import Part
from mkdocs_plans.model import FreeSlugs, slug
from mkdocs_plans.yaml import Written

MAX_LEFT = 5_000
"""How many texts without a field are told one by one; of the others, how many there are."""


def read_stratml(data: bytes, book: Book, heading: str) -> Incoming:
    """Read a document. EditError where it isn't XML that can be read, or is none of StratML."""
    root = _root(data)
    top = Part(root, set())
    if not any(one.name in {"goal", "mission", "vision", "strategicplancore"} for one in top.all()):
        raise EditError("the XML is no StratML: it has no goal, no mission and no vision")
    reading = _Reading(book, heading, top.used)
    for one in top.all():
        if one.name in {"mission", "vision"}:
            reading.read_statement(one)
    reading.read_values([one for one in top.all() if one.name == "value"])
    for one in top.all():
        if one.name == "goal":
            reading.read_goal(one)
    book.lost += _left(top, reading)
    return Incoming(book.made(heading), dict(book.names.new), book.lost)


def _root(data: bytes) -> Element:
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - for XML alone
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - as above

    try:
        root: Element = fromstring(data)
    except ParseError as error:
        raise EditError(f"the file isn't XML that can be read: {error}") from None
    except DefusedXmlException:
        raise EditError("the XML defines entities, which no plan needs: take the DOCTYPE out") from None
    except (ValueError, LookupError) as error:
        raise EditError(f"the file isn't XML that can be read: {error}") from None
    return root


class _Reading:
    """Reads the parts of a document into a book."""

    def __init__(self, book: Book, heading: str, used: set[Element]) -> None:
        self._book, self._heading, self._used = book, heading, used
        self.homes: dict[Element, Making] = {}

    def read_statement(self, part: Part) -> None:
        """Read a mission or a vision, which may have its text in a description or in itself."""
        text = part.take("description") or part.own_text()
        if text:
            making = self._book.begin_statement(part.name, self._text(text))
            self.homes[part.element] = making

    def read_values(self, parts: list[Part]) -> None:
        """Read the values into one file."""
        items: list[Written] = []
        for part in parts:
            name, statement = part.take("name"), part.take("description")
            if name or statement:
                said = {"statement": self._text(statement)} if name and statement else {}
                items.append({"name": self._text(name or statement), **said})
        if items:
            making = self._book.begin_statement("values", "")
            making.fields["values"] = items

    def read_goal(self, part: Part) -> None:
        """Read a goal as a strategy, its objectives as the goals that it wants; those that our own export
        made of a tactic as tactics.
        """
        strategy = self._begin("strategy", part)
        if strategy is None:
            return
        goals: list[dict[str, Written]] = []
        free = FreeSlugs()
        for one in part.children("objective"):
            if one.peek("identifier").startswith("tactic."):
                self._read_tactic(one, strategy)
            else:
                self._read_objective(one, strategy, goals, free)
        if goals:
            strategy.parts["goals"] = [*goals]
        self._keep(part, strategy)

    def _read_objective(
        self, part: Part, strategy: Making, goals: list[dict[str, Written]], free: FreeSlugs
    ) -> None:
        """Read an objective as a goal that its first indicator measures; each other one is a goal too."""
        indicators = list(part.children("performanceindicator"))
        dimension = indicators[0].peek("measurementdimension") if indicators else ""
        title = part.peek("name") or dimension or part.peek("description")
        if not self._text(title):
            return
        note, number = part.take("description"), part.take("sequenceindicator")
        part.take("name")
        goal = self._goal(title, part, free, number)
        goal |= {"note": self._text(note)} if note and note != title else {}
        goal |= self._people(part)
        for at, indicator in enumerate(indicators):
            if at:
                goal = self._goal(indicator.peek("measurementdimension") or title, indicator, free, "")
            goal |= goal_of(indicator, self._book.site, title=str(goal["title"]))
            goals.append(goal)
            self._read_readings(indicator, str(goal["id"]), strategy)
        if not indicators:
            goals.append(goal)

    def _goal(self, title: str, part: Part, free: FreeSlugs, number: str) -> dict[str, Written]:
        said = part.peek("identifier")
        id_ = said.rpartition(".")[2] if said.startswith("goal.") and part.take("identifier") else ""
        text = self._text(title)
        made = id_ or slug(text, self._book.site.language)[:80].rstrip("-")
        fields: dict[str, Written] = {"id": free.take(made)}
        return fields | ({"number": self._text(number)} if number else {}) | {"title": text}

    def _read_readings(self, indicator: Part, goal: str, strategy: Making) -> None:
        for day, value in readings_of(indicator, self._book.site):
            updates = strategy.parts.setdefault("updates", [])
            update = next((one for one in updates if one["date"] == day), None)
            if update is None:
                updates.insert(0, {"date": day, "readings": {goal: value}})
            else:
                readings = update["readings"]
                assert isinstance(readings, dict), "made above"
                readings.setdefault(goal, value)
        strategy.parts.get("updates", []).sort(key=lambda one: str(one["date"]), reverse=True)

    def _read_tactic(self, part: Part, strategy: Making) -> None:
        tactic = self._begin("tactic", part)
        if tactic is not None:
            tactic.fields["strategy"] = strategy.id
            actions = map(action_of, part.children("performanceindicator"), repeat(self._book.site))
            if found := [one for one in actions if one]:
                tactic.parts["actions"] = [*found]
            self._keep(part, tactic)

    def _begin(self, type_: str, part: Part) -> Making | None:
        """Begin the file of a part; None where it has no name, and all of it is told."""
        before, mark, id_ = part.peek("identifier").partition(f"{type_}.")
        id_ = "" if before or not mark else id_
        title = self._text(part.peek("name") or part.peek("description") or id_)
        if not title:
            return None
        name, text, number = (part.take(key) for key in ("name", "description", "sequenceindicator"))
        if id_:
            part.take("identifier")
        making = self._book.begin(type_, title, number, id_, f"{part.name} {number or title}"[:80])
        self.homes[part.element] = making
        making.fields |= {"number": number} if number else {}
        if text and text != name:
            making.fields["summary"] = self._text(text)
        making.fields |= self._people(part)
        return making

    def _people(self, part: Part) -> dict[str, Written]:
        """Who performs: the first is responsible, and the others contribute. Whom it is for is told."""
        handles: list[str] = []
        for holder in part.children("stakeholder"):
            roles = [role.peek("roletype").lower() for role in holder.children("role")]
            if "performer" not in roles:
                continue
            try:
                found = self._book.names.handles(self._text(holder.peek("name")))
            except EditError:
                continue
            holder.take("name")
            handles += found
            for role in holder.children("role"):
                role.take("roletype")
                if role.peek("name").lower() in {"dri", "contributor"}:
                    role.take("name")
        first, *others = list(dict.fromkeys(handles)) or [""]
        fields: dict[str, Written] = {"dri": first} if first else {}
        return fields | ({"contributors": others} if others else {})

    def _keep(self, part: Part, making: Making) -> None:
        """Keep in the text of a file what no field of it says."""
        lines = [f"- {where}: {as_markdown(text)}" for where, text in part.left() if text.strip()]
        if lines:
            making.sections[self._heading] = "\n".join(lines)
            for where, text in part.left():
                kept = f"in the text, under {self._heading}"
                self._book.lost.append(Lost(making.place, where, text, "no field is called so", kept))
            part.use_all()

    @staticmethod
    def _text(text: str) -> str:
        seen = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
        return clean(seen) if seen else ""


def _left(top: Part, reading: _Reading) -> Iterator[Lost]:
    """What has a text that nothing was made of, and no file to be kept in."""
    left = list(top.left())
    for where, text in left[:MAX_LEFT]:
        yield Lost("the document", where, text, "a plan has no place for it")
    if len(left) > MAX_LEFT:
        yield Lost("the document", "", "", f"{len(left) - MAX_LEFT} more texts have no place")
