"""A map: what the columns of a source mean where their names don't say it, and what else is to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from mkdocs_plans.disk import read_config
from mkdocs_plans.errors import EditError
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.yaml import read_yaml

TEXT, NOTHING = "text", "nothing"
"""What a column may stand for beside a field: a part of the text, and what is left out."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Above(_Part):
    """Files that the rows stand under: one for each value of the columns `by`."""

    kind: str = Field(alias="as")
    by: Texts
    title: str
    fields: Mapping[str, str] = Field(default_factory=dict, alias="set")


class TextTable(_Part):
    """The table of what has no field: its heading, and its columns with what they are called there."""

    heading: str = ""
    columns: Mapping[str, str] = Field(default_factory=dict)


class Map(_Part):
    """All that a map may say."""

    kind: str | None = Field(None, alias="as")
    sheet: str | None = None
    columns: Mapping[str, str] = Field(default_factory=dict)
    fields: Mapping[str, str] = Field(default_factory=dict, alias="set")
    between: Texts = Field((), alias="names_between")
    people: Literal["name", "role"] = Field("name", alias="people_by")
    text: TextTable = TextTable()
    above: tuple[Above, ...] = ()


def read_map(path: Path) -> Map:
    """Read a map file. EditError, with what to write, where it can't be read."""
    try:
        text = read_config(path)
    except (OSError, ValueError) as error:
        raise EditError(f"{path} can't be read: {error}") from None
    read = read_yaml(text)
    if read.values is None or read.problems:
        message = read.problems[0].message if read.problems else "it is empty"
        line = text.count("\n", 0, read.problems[0].start) + 1 if read.problems else 1
        raise EditError(f"{path}:{line}: {message}")
    try:
        return Map.model_validate(read.values)
    except ValidationError as error:
        raise EditError(f"{path}: {_said(error)}") from None


def _said(error: ValidationError) -> str:
    detail = error.errors(include_url=False)[0]
    where = ".".join(map(str, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        names = _names(Above if len(detail["loc"]) > 2 else TextTable if detail["loc"][0] == "text" else Map)
        instead = did_you_mean(str(detail["loc"][-1]), names) or f"a map has {', '.join(names)}"
        return f"`{where}` is nothing that a map has: {instead}"
    return f"`{where}`: {detail['msg']}"


def _names(part: type[_Part]) -> Sequence[str]:
    return [one.alias or name for name, one in part.model_fields.items()]
