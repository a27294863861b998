"""The one schema of the settings under `plugins: - plans:` in mkdocs.yml, and how they are found.

The plugin is given them by MkDocs; the command line reads the same file without loading the site's
other plugins. Either way they come through `read_settings`.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import mergedeep
import yaml
import yaml_env_tag
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_plans import yaml_text
from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.findings import Finding, Route, Severity, Span, did_you_mean
from mkdocs_plans.yaml_text import Positions

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")


class Label(BaseModel):
    """An organisation's word for one of our things, for one and for several of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    one: str
    many: str


def _plural(word: str) -> str:
    """The regular English plural; another one is written out as `[one, many]`."""
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|ch|sh)$", word) else "s")


def _label(value: object) -> object:
    if isinstance(value, str):
        return {"one": value, "many": _plural(value)}
    if isinstance(value, list) and len(value) == 2:
        return {"one": str(value[0]), "many": str(value[1])}
    return value


def _rule_severity(value: object) -> object:
    """YAML reads a plain `off` as false."""
    return "off" if value is False else value


LabelField = Annotated[Label, BeforeValidator(_label)]
SeverityField = Annotated[Severity | Literal["off"], BeforeValidator(_rule_severity)]
CadenceName = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly"]
Word = Literal[
    "mission", "vision", "values", "theme", "strategy", "tactic", "team", "person",
    "goal", "action", "resource", "dri", "contributor",
]  # fmt: skip


class Reviews(BaseModel):
    """How often an active plan is reviewed, where it doesn't say so itself. Our convention."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strategy: CadenceName = "quarterly"
    tactic: CadenceName = "monthly"


class Settings(BaseModel):
    """What a site may set, with the defaults of format.md.

    `organization` None means the site's name; `today` None the day of the run. `rules` sets a rule to
    another severity or `off`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    organization: str | None = None
    labels: dict[Word, LabelField] = {}
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = 1
    review: Reviews = Reviews()
    rules: dict[str, SeverityField] = {}
    today: datetime.date | None = None
    extra_fields: dict[str, str] = {}
    people: str = "people.yml"


@dataclass(frozen=True)
class Site:
    """A MkDocs site as far as a plan is concerned.

    `config_path` is mkdocs.yml; `docs_dir` the folder of the plan; `excluded` and `drafts` are the
    patterns of `exclude_docs` and `draft_docs`; `findings` is what is wrong with the settings.
    """

    config_path: Path
    docs_dir: Path
    name: str = ""
    language: str = "en"
    excluded: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()

    @property
    def root(self) -> Path:
        """The folder of mkdocs.yml."""
        return self.config_path.parent

    @property
    def organization(self) -> str:
        """The organisation's name."""
        return self.settings.organization or self.name

    @property
    def today(self) -> datetime.date:
        """The day to judge by."""
        return self.settings.today or datetime.date.today()

    def setting_finding(self, setting: str, key: str, message: str, hint: str) -> Finding:
        """The finding that a setting names something that isn't there, at its place in mkdocs.yml."""
        places = _Places(self.config_path, self.docs_dir)
        return places.at("invalid-setting", message, (setting, key), hint, part="key")


def find_site(start: Path) -> Site:
    """Read the mkdocs.yml of a folder or the nearest one above it.

    ConfigurationError where there is none, it can't be read, or it has no `plans` plugin.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return read_site(folder / name)
    raise ConfigurationError(f"no mkdocs.yml in {start} or above: run this in a site's folder")


def read_site(config_path: Path) -> Site:
    """Read one mkdocs.yml. ConfigurationError where it can't be read or has no `plans` plugin."""
    config = _load_config(config_path)
    options = _plugin_options(config)
    if options is None:
        raise ConfigurationError(f"{config_path} has no plugin `plans`: add it under `plugins:`")
    theme = config.get("theme")
    docs_dir = config_path.parent / str(config.get("docs_dir") or "docs")
    if not docs_dir.is_dir():
        raise ConfigurationError(f"{docs_dir} isn't a folder: see `docs_dir` in {config_path}")
    settings, findings = read_settings(options, config_path, docs_dir)
    return Site(
        config_path=config_path,
        docs_dir=docs_dir,
        name=str(config.get("site_name") or ""),
        language=str((theme if isinstance(theme, dict) else {}).get("language") or "en"),
        excluded=_patterns(config.get("exclude_docs")),
        drafts=_patterns(config.get("draft_docs")),
        settings=settings,
        findings=findings,
    )


def read_settings(
    options: Mapping[str, Any], config_path: Path, docs_dir: Path
) -> tuple[Settings, tuple[Finding, ...]]:
    """Check the plugin's options. What is wrong is a finding, and its default holds in its place."""
    current = dict(options)
    findings: list[Finding] = []
    while True:
        try:
            return Settings.model_validate(current), tuple(findings)
        except ValidationError as error:
            details = error.errors(include_url=False)
        places = _Places(config_path, docs_dir)
        for detail in details:
            key = str(detail["loc"][0])
            if key in current:
                findings.append(places.finding(detail))
        current = {k: v for k, v in current.items() if k not in {d["loc"][0] for d in details}}


class _Places:
    """Says where in mkdocs.yml a setting stands."""

    def __init__(self, config_path: Path, docs_dir: Path) -> None:
        self._path = Path(os.path.relpath(config_path, docs_dir)).as_posix()
        text = config_path.read_text("utf-8-sig") if config_path.is_file() else ""
        read = yaml_text.read(text)
        self._prefix = _route_to_options(read.values or {})
        self._positions = Positions(text, text, 0) if read.values else None

    def finding(self, detail: ErrorDetails) -> Finding:
        steps = tuple(step for step in detail["loc"] if step != "[key]")
        key = str(steps[-1])
        if detail["type"] == "extra_forbidden":
            known = Settings.model_fields if len(steps) == 1 else Reviews.model_fields
            message = f"`{key}` isn't a setting of the plugin `plans`"
            hint = did_you_mean(key, known) or f"there are {', '.join(known)}"
            return self.at("unknown-setting", message, steps, hint, part="key")
        setting = ".".join(str(step) for step in steps if step != "one")
        said = detail["msg"][0].lower() + detail["msg"][1:]
        message = f"the setting `{setting}` can't be {detail['input']!r}"
        return self.at("invalid-setting", message, steps, said)

    def at(
        self,
        rule: str,
        message: str,
        steps: tuple[str | int, ...],
        hint: str,
        part: Literal["value", "key"] = "value",
    ) -> Finding:
        """Make a finding for the setting that these steps lead to."""
        route = Route(self._prefix + steps, part)
        span = self._positions.locate(route) if self._positions else Span()
        return Finding(rule, message, self._path, span, hint)


def _route_to_options(config: Mapping[str, Any]) -> tuple[str | int, ...]:
    """The way to the plugin's options in mkdocs.yml, whose plugins are a list or a mapping."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return "plugins", "plans"
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(plugin, dict) and "plans" in plugin:
            return "plugins", index, "plans"
    return ("plugins",)


def _plugin_options(config: Mapping[str, Any]) -> dict[str, Any] | None:
    """The options of the plugin `plans`, or None where the site doesn't have it."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return (plugins["plans"] or {}) if "plans" in plugins else None
    for plugin in plugins if isinstance(plugins, list) else ():
        if plugin == "plans":
            return {}
        if isinstance(plugin, dict) and "plans" in plugin:
            return plugin["plans"] or {}
    return None


def _patterns(value: object) -> tuple[str, ...]:
    return tuple(value.splitlines()) if isinstance(value, str) else ()


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does, and takes a tag that it doesn't know for nothing."""


yaml_env_tag.add_env_tag(_ConfigLoader)
_ConfigLoader.add_multi_constructor("!", lambda *_: None)
_ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def _load_config(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Read a configuration file, merged over the one that it inherits from."""
    if path in above:
        raise ConfigurationError(f"{path} inherits from itself")
    try:
        config = yaml.load(path.read_text("utf-8-sig"), _ConfigLoader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path} can't be read: {error}") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"{path} holds no settings")
    if inherited := config.pop("INHERIT", None):
        parent = _load_config((path.parent / str(inherited)).resolve(), (*above, path))
        return dict(mergedeep.merge(parent, config))
    return config
