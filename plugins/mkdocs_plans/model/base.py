"""What all entities share: frozen, strict about keys, and dumped as front matter."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mkdocs_plans.model.fields import IdField, TextField
from mkdocs_plans.model.refusal import refuse


class Entity(BaseModel):
    """A frozen value. Two entities are equal where they mean the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def front_matter(self) -> dict[str, Any]:
        """The entity as front matter that reads back as the same entity: only what isn't a default."""
        dumped = self.model_dump(exclude_defaults=True, exclude_none=True)
        dumped |= dumped.pop("extra", {})
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
        raise refuse("expected rules, each with its reason", "write `ignore: {rule-name: The reason.}`")
    return value


class PlanFile(Entity):
    """A file of the plan: what stands in each of them, whatever its type.

    `extra` holds the organisation's own keys (setting `extra_fields`). `path` is relative to
    `docs_dir`; `body` is the Markdown below the front matter. Neither is front matter, and neither
    counts when plans are compared.
    """

    type: str
    id: IdField
    title: TextField
    number: TextField | None = None
    summary: TextField | None = None
    audience: TextField | None = None
    ignore: Annotated[dict[str, TextField], BeforeValidator(_ignores)] = {}
    extra: dict[str, Any] = {}
    path: str = Field(default="", exclude=True, repr=False)
    body: str = Field(default="", exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.model_dump() == other.model_dump()

    def __hash__(self) -> int:
        return hash((self.type, self.id))
