"""Another id for a plan, a goal, a theme, a team or a person: in its file, and wherever it is named.

All that names it changes, or nothing does: what can't be changed alone is said, with its place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_plans.authoring.layout import FILE_KEYS, GOAL_KEYS
from mkdocs_plans.authoring.mentions import (
    Mention,
    find_links,
    find_names_in_people,
    find_names_in_plan_file,
    find_names_in_view,
)
from mkdocs_plans.authoring.rename_target import Renaming
from mkdocs_plans.disk import MAX_CONFIG_BYTES, read_file
from mkdocs_plans.edits import Draft, FileChange, Scalar, rewrite, value_at
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Edit, Route, Span, Steps
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import VIEW_ARGUMENTS, composed
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File, Source, ViewComment, read_document, read_yaml_document
from mkdocs_plans.yaml import Bare, Positions, Value, read_yaml


def rename_everywhere(source: Source, loaded: Loaded, site: Site, renaming: Renaming) -> list[FileChange]:
    """Give the files that a renaming changes, its own first. EditError where it can't be done in all."""
    if loaded.dropped.get(renaming.path):
        where = loaded.shown_path(renaming.path)
        raise EditError(f"{where} holds mistakes: fix them first, see `plans check`")
    writing = _Renamer(loaded, site, renaming)
    people = source.read(site.settings.people)
    files = [*source.files(), *([] if people is None else [people])]
    changes = [writing.change(file) for file in files]
    if renaming.moves:
        changes += [writing.settings_change(path) for path, text in site.texts() if renaming.path in text]
    changed = [change for change in changes if change.does_something]
    return sorted(changed, key=lambda change: (change.path != renaming.new_path, change.path))


class _Renamer:
    """Renames in one file after the other."""

    def __init__(self, loaded: Loaded, site: Site, renaming: Renaming) -> None:
        self._loaded = loaded
        self._site = site
        self._renaming = renaming

    def change(self, file: File) -> FileChange:
        """Give what becomes of a Markdown file or the people file."""
        is_people = file.path == self._site.settings.people
        document = (read_yaml_document if is_people else read_document)(file.path, file.data)
        draft = Draft(file.data, document)
        if document.findings_stop_reading:
            self._refuse_unread(document.text, file.path)
            return FileChange(file.path, file.data, file.data)
        for name in self._names(draft, is_people=is_people):
            draft = self._with_new_name(draft, name)
        if file.path == self._renaming.path:
            draft = self._with_own_id(draft)
        if not is_people:
            draft = self._with_views(self._with_links(draft))
        if file.path == self._renaming.path and self._renaming.moves:
            return FileChange(self._renaming.new_path, file.data, draft.data, file.path)
        return FileChange(file.path, file.data, draft.data)

    def settings_change(self, path: str) -> FileChange:
        """Give what becomes of a settings file: where it names the file that moves, as `nav` does."""
        data = read_file(self._site.docs_dir / path, MAX_CONFIG_BYTES)
        draft = Draft(data, read_yaml_document(path, data))
        for steps, value in _scalars(draft.document.values, ()):
            if value == self._renaming.path:
                draft = self._rewrite(draft, Scalar(Route(steps), value), self._renaming.new_path)
        return FileChange(path, data, draft.data)

    def _names(self, draft: Draft, *, is_people: bool) -> Iterator[Mention]:
        """Give the names in a file that are to change."""
        values = draft.document.values or {}
        entity = self._loaded.plan.by_path.get(draft.document.path)
        found: Iterable[Mention] = ()
        if is_people:
            found = find_names_in_people(values)
        elif entity is not None:
            found = find_names_in_plan_file(
                values, entity.type, entity.id, self._loaded.plan.own_fields.persons()
            )
        return filter(self._is_meant, found)

    def _is_meant(self, name: Mention) -> bool:
        """Whether it is what gets another id: where a person is named as the DRI, that may be a team."""
        old, kind = self._renaming.old, name.kind
        is_dri = "dri" in name.route.steps
        if is_dri and kind == "person" and self._loaded.plan.answering_team(old):
            kind = "team"
        return (kind, composed(name.name.strip())) == (self._renaming.kind, old)

    def _with_new_name(self, draft: Draft, name: Mention) -> Draft:
        old = name.name if name.kind != "goal" else name.name.rpartition("#")[2]
        scalar = Scalar(name.route, f"{name.before}{old}{name.after}")
        return self._rewrite(draft, scalar, f"{name.before}{self._renaming.new}{name.after}")

    def _with_own_id(self, draft: Draft) -> Draft:
        """Write the id where it is written, or has to be since the file's name or a title no longer says
        it.
        """
        renaming, values = self._renaming, draft.document.values
        if renaming.kind == "person":
            return draft
        steps: Steps = ("id",)
        keys: Sequence[str] = FILE_KEYS
        if renaming.kind == "goal":
            plan_id, _, goal_id = renaming.old.rpartition("#")
            goals = self._loaded.plan.plans[plan_id].goals
            index = next(at for at, goal in enumerate(goals) if goal.id == goal_id)
            steps, keys = ("goals", index, "id"), GOAL_KEYS
        if value_at(draft.document, steps) is None and renaming.moves:
            return draft
        assert values is not None, "what has an id was read"
        try:
            return draft.with_field(steps, Bare(renaming.new), keys)
        except EditError as error:
            raise EditError(f"{self._loaded.shown_path(renaming.path)}: {error}") from error

    def _with_links(self, draft: Draft) -> Draft:
        """Lead links to the file's new name, or to the goal's new anchor."""
        renaming, edits = self._renaming, []
        new_name = posixpath.basename(renaming.new_path)
        anchor = f"goal-{renaming.old.rpartition('#')[2]}"
        target, moves = renaming.path, renaming.moves
        if renaming.kind == "person":
            target, new_name, moves = f"people/{renaming.old}.md", f"{renaming.new}.md", True
        for link in find_links(draft.document):
            if link.path == target and moves and link.name:
                edits.append(_edit(draft, link.name_start, len(link.name), new_name))
            if link.path == target and renaming.kind == "goal" and link.fragment == anchor:
                edits.append(_edit(draft, link.fragment_start, len(anchor), f"goal-{renaming.new}"))
        return draft.with_edits(edits) if edits else draft

    def _with_views(self, draft: Draft) -> Draft:
        """Change the filters of views."""
        edits: list[Edit] = []
        for comment in draft.document.view_comments():
            if comment.name in VIEW_ARGUMENTS and comment.arguments:
                edits += self._view_edits(draft, comment)
        return draft.with_edits(edits) if edits else draft

    def _view_edits(self, draft: Draft, comment: ViewComment) -> Iterator[Edit]:
        values = read_yaml(comment.arguments).values or {}
        positions = (
            Positions(comment.arguments, draft.document.text, comment.arguments_start) if values else None
        )
        for name in find_names_in_view(values):
            if self._is_meant(name) and positions:
                span = positions.locate(name.route)
                source = draft.document.line(span.line)[span.column - 1 : span.end_column - 1]
                if source.strip("\"'") != f"{name.before}{name.name}":
                    raise self._refusal(draft, span)
                yield Edit(span, source.replace(name.name, self._renaming.new))

    def _rewrite(self, draft: Draft, scalar: Scalar, text: str) -> Draft:
        edits = rewrite(draft.document, scalar, text)
        if not edits:
            raise self._refusal(draft, draft.document.locate(scalar.route))
        return draft.with_edits(edits)

    def _refusal(self, draft: Draft, span: Span) -> EditError:
        where = f"{self._loaded.shown_path(draft.document.path)}:{span.line}"
        return EditError(f"{where} names {self._renaming.old} in a way that can't be changed safely: "
                         "change that line by hand, then run this again")  # fmt: skip

    def _refuse_unread(self, text: str, path: str) -> None:
        """What can't be read may name it as well, and would be left behind."""
        if self._renaming.old.rpartition("#")[2] in text:
            where = self._loaded.shown_path(path)
            raise EditError(f"{where} can't be read, and may name {self._renaming.old}: fix it first")


def _scalars(value: Value | Mapping[str, Value], steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _scalars(item, (*steps, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _scalars(item, (*steps, key))


def _edit(draft: Draft, start: int, length: int, text: str) -> Edit:
    return Edit(draft.document.span(start, start + length), text)
