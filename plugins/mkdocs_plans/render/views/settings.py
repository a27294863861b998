"""Every setting of the plugin, with its default and what this site has set."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from mkdocs_plans.model.views import SettingsList as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting; its default, and what the site has set, as one writes it."""

    name: str
    description: str | None
    default: str
    set: str


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the template is given."""

    settings: tuple[Setting, ...]


@view(Arguments, found="whole")
def show(page: Presenter, _: Arguments) -> SettingsView:
    """Give the settings in the order of their reference."""
    ours = page.site.settings
    return SettingsView(
        tuple(
            Setting(
                name=name,
                description=field.description,
                default=_write_value(field.get_default(call_default_factory=True)),
                set=_write_value(getattr(ours, name)) if name in ours.model_fields_set else "",
            )
            for name, field in Settings.model_fields.items()
        )
    )


def _write_value(value: object) -> str:
    """A value as one writes it in mkdocs.yml, on one line; empty where it is none."""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, dict):
        inner = ", ".join(f"{key}: {_write_value(one)}" for key, one in value.items() if one)
        return f"{{{inner}}}" if inner else ""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_write_value, value))}]" if value else ""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
