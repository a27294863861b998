"""What all entities share: frozen, strict about keys, and dumped as front matter."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from mkdocs_plans.model.field_types import IdField, TextField
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.shapes import Before, Schema, or_nothing


class Entity(BaseModel):
    """A frozen value. Two entities are equal where they mean the same."""

    # Built when the first is read: parts of a plan are read with the plan, and need no reader of their own.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def front_matter(self) -> dict[str, Any]:
        """The entity as front matter that reads back as the same entity: only what isn't a default."""
        dumped = self.model_dump(exclude_defaults=True, exclude_none=True)
        for part in (dumped, *dumped.get("goals", ()), *dumped.get("actions", ())):
            part.update(part.pop("extra", {}))
        return _plain(dumped)  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    """Turn tuples into lists, which is all that YAML knows."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _ignores(value: object) -> object:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise refuse("`ignore` takes rules, each with its reason", "write `ignore: {rule-name: The reason.}`")
    return value


def _as_written(schema: Schema) -> None:
    """Say of a file what reading allows: keys of other plugins, and no id or title of its own."""
    schema.pop("additionalProperties")
    schema["required"] = [name for name in schema["required"] if name not in {"id", "title"}]


class PlanFile(Entity):
    """A file of the plan: what stands in each of them, whatever its type.

    `extra` holds the organisation's own keys (setting `extra_fields`). `path` is relative to
    `docs_dir`; `body` is the Markdown below the front matter. Neither is front matter, and neither
    counts when plans are compared.
    """

    model_config = ConfigDict(json_schema_extra=_as_written)

    type: str = Field(description="What the file is about.")
    id: IdField = Field(
        description="Lower-case words joined by hyphens, unique among files of this kind; by default the "
        "file's name, for `index.md` its folder's."
    )
    title: TextField = Field(description="The plan's name; by default the first `#` heading.")
    number: TextField | None = Field(None, description="The organisation's own numbering, as `1-A`.")
    summary: TextField | None = Field(
        None, description="One plain sentence for cards, search results and feeds."
    )
    audience: TextField | None = Field(
        None, description="Kept for editions of a site, which can't be made yet: leave it out."
    )
    ignore: Annotated[dict[str, TextField], Before(_ignores, widen=or_nothing)] = Field(
        {}, description="Rules that are left out here, each with its reason."
    )
    extra: SkipJsonSchema[dict[str, Any]] = Field(default_factory=dict)
    path: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)
    body: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.model_dump() == other.model_dump()

    def __hash__(self) -> int:
        return hash((self.type, self.id))
