"""What became of a plan → Markdown: a heading for each change, and a line for each edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_plans.history import Edit, Event
from mkdocs_plans.history import said as sentence
from mkdocs_plans.model import plain_text
from mkdocs_plans.outputs.log import Shown, notes_of, title_of
from mkdocs_plans.wording.markdown_text import code, escape
from mkdocs_plans.wording.phrases import Phrases


def emit(shown: Shown, said: Phrases, shown_path: Callable[[str], str]) -> str:
    """Write each change with its day and its commit, and what it did to each plan."""
    blocks = [f"## {escape(plain_text(title_of(shown, said)))}"]
    blocks += ("\n\n".join(_event(event, shown, said, shown_path)) for event in shown.events)
    blocks += (f"*{escape(note)}*" for note in notes_of(shown, said))
    return "\n\n".join(blocks) + "\n"


def _event(event: Event, shown: Shown, said: Phrases, shown_path: Callable[[str], str]) -> Iterator[str]:
    author = f" · {escape(event.author)}" if event.author else ""
    yield f"### {escape(said.formats.day(event.day).text)} · {code(event.short)}{author}"
    for step in event.meaning.files:
        if not step.edits:
            continue
        if not shown.title:
            path = shown_path(step.now or step.was or "")
            yield f"**{escape(plain_text(step.title))}** · {code(path)}"
        yield "\n".join(map(_line, step.edits))
    for person in event.meaning.people:
        yield f"**{escape(person.name)}** · {code(person.handle)}"
        yield "\n".join(map(_line, person.edits))


def _line(edit: Edit) -> str:
    text = sentence(edit.line).written(escape)
    return f"- **{escape(edit.pointed)}**: {text}" if edit.pointed else f"- {text}"
