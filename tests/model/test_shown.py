"""Fields that are shown behind a label: all of them, and one that only stands in for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plans.model import TYPES, Action, Entity, Goal
from mkdocs_plans.model.json_schema import type_schema
from mkdocs_plans.model.shown import Shown, shown_fields
from mkdocs_plans.outputs.plan.facts import Facts
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.wording.phrases import Phrases
from tests.changes.small_plan import reviewed, told
from tests.model.shown_examples import EXAMPLES
from tests.render.rendered import page
from tests.small_site import read_site, write_document, write_site

Field = tuple[str, str, Shown]
"""What may have it, its name, and how it is shown."""

STANDS_IN: Field = ("tactic", "audience", Shown("Audience"))
"""A field that no page shows, for as long as the tests run."""

KINDS: dict[str, type[Entity]] = {**TYPES, "goal": Goal, "action": Action}

FIELDS: list[Field] = [
    STANDS_IN,
    *((kind, name, shown) for kind, model in KINDS.items() for name, shown in shown_fields(model)),
]


@pytest.fixture(params=FIELDS, ids=lambda field: "-".join(field[:2]))
def field(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Field]:
    """Give each field, with what may have it."""
    kind, name, shown = request.param
    if request.param is STANDS_IN:
        monkeypatch.setattr(KINDS[kind].model_fields[name], "metadata", [shown])
        shown_fields.cache_clear()
    yield kind, name, shown
    shown_fields.cache_clear()


def written(kind: str, **values: Any) -> str:
    """A plan file that has these values, itself or in a part."""
    needed = {"mission": "statement", "vision": "statement", "values": "values"}
    match kind:
        case "goal":
            own: dict[str, Any] = {"goals": [{"title": "G", **values}]}
        case "action":
            own = {"actions": [{"do": "D", **values}]}
        case _:
            own = {**({needed[kind]: "S"} if kind in needed else {}), **values}
    return write_document({"type": kind if kind in TYPES else "tactic", "title": "A", **own})


def test_a_field_is_told_wherever_its_plan_is(field: Field, tmp_path: Path) -> None:
    """The check lets it through, the schema has it; the page, the terminal and the report of a change name it
    by its label.
    """
    kind, name, shown = field
    value = EXAMPLES[shown.type]
    said = value[0] if isinstance(value, list) else value if shown.type in {"text", "link"} else ""
    folder = write_site(tmp_path / "site", {"a.md": written(kind, **{name: value})})
    assert read_site(folder)[0].findings == ()
    if kind in TYPES:
        assert name in type_schema(kind)["properties"]
    html = page(folder, "a.md").text
    assert shown.label in html
    assert said.removeprefix("https://") in html
    terminal = shown_in_terminal(folder)
    assert shown.label in terminal
    assert said in terminal
    [(_, line)] = told(reviewed(tmp_path, {"a.md": written(kind)}, {"a.md": written(kind, **{name: value})}))
    assert shown.label.lower() in line.lower()
    assert said in line


def shown_in_terminal(folder: Path) -> str:
    """What `plans show` says of the one plan."""
    loaded, site = read_site(folder)
    [plan] = loaded.plan.by_path.values()
    return Screen().written(Facts(Phrases.of(loaded.plan, site)).of(plan, "a.md"))  # type: ignore[arg-type]
