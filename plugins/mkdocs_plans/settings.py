"""The one schema of the settings under `plugins: - plans:` in mkdocs.yml, and how they are found.

The plugin is given them by MkDocs; the command line reads the same file without loading the site's
other plugins. Either way they come through `read_settings`.
"""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import mergedeep
import yaml
import yaml_env_tag
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

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


def _refuse(remedy: str) -> PydanticCustomError:
    """Refuse a setting's value; the remedy becomes the finding's hint."""
    return PydanticCustomError("refused", "{remedy}", {"remedy": remedy})


def _label(value: object) -> object:
    """Take one word, or the words for one and for several."""
    if isinstance(value, Label):
        return value
    if isinstance(value, str) and value.strip():
        return {"one": value.strip(), "many": _plural(value.strip())}
    if isinstance(value, list) and len(value) == 2 and all(isinstance(w, str) and w.strip() for w in value):
        return {"one": value[0].strip(), "many": value[1].strip()}
    raise _refuse("write a word, or two as `[Pillar, Pillars]`")


def _severity(value: object) -> object:
    """Take a severity or `off`, which YAML reads as false where it stands without quotes."""
    if value is False:
        return "off"
    options = (*map(str, Severity), "off")
    if value not in options:
        raise _refuse(did_you_mean(str(value), options) or "write error, warning, notice or off")
    return value


def _day(value: object) -> object:
    """Take a day as YAML reads it, or as text; pydantic alone would take a number for seconds."""
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise _refuse("write a day, as 2026-11-23") from None


def _count(value: object) -> object:
    """Take a whole number from 1; pydantic alone would take `yes` for one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _refuse("write a whole number, 1 or more")
    return value


def _headings(value: object) -> object:
    """Take a list of headings, one heading, or none."""
    listed = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
        raise _refuse("write headings, as `[Where we stand, Where we want to be]`")
    return [one.strip() for one in listed]


def _revision(value: object) -> object:
    """Take a git revision. YAML makes a number or a day of some, and of `off` false."""
    if value is False:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, datetime.date)):
        raise _refuse("write a git revision, as origin/main, or leave it empty")
    return str(value).strip()


CountField = Annotated[int, BeforeValidator(_count)]
RevisionField = Annotated[str, BeforeValidator(_revision)]
HeadingsField = Annotated[tuple[str, ...], BeforeValidator(_headings)]
LabelField = Annotated[Label, BeforeValidator(_label)]
SeverityField = Annotated[Severity | Literal["off"], BeforeValidator(_severity)]
DayField = Annotated[datetime.date, BeforeValidator(_day)]
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


class Sections(BaseModel):
    """The headings that the text of a plan file must have, by type. Our convention."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mission: HeadingsField = ()
    vision: HeadingsField = ()
    values: HeadingsField = ()
    theme: HeadingsField = ()
    strategy: HeadingsField = ("Where we stand", "Where we want to be")
    tactic: HeadingsField = ()
    team: HeadingsField = ()


class Settings(BaseModel):
    """What a site may set, with the defaults of format.md."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    organization: str | None = Field(None, description="Your name in statements; else the site's name.")
    labels: dict[Word, LabelField] = Field(
        {}, description="Your own words for ours: `{theme: Pillar, goal: [Objective, Objectives]}`."
    )
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = Field(
        1, description="The month in which `FY26` begins, 1 to 12."
    )
    review: Reviews = Field(Reviews(), description="How often an active plan is reviewed, by its type.")
    sections: Sections = Field(
        Sections(), description="The headings that the text of a plan file must have, by its type."
    )
    rules: dict[str, SeverityField] = Field(
        {}, description="A rule's severity: `{unknown-person: warning, unknown-field: off}`."
    )
    dri_limit: CountField = Field(
        7, description="Of how many open plans and goals one person may be the DRI before the check says so."
    )
    today: DayField | None = Field(None, description="The day to judge by; else the day of the run.")
    extra_fields: dict[str, str] = Field(
        {}, description="Keys of your own in the front matter, each with the label to show it under."
    )
    people: str = Field("people.yml", description="The people file, below `docs_dir`.")
    people_pages: bool = Field(True, description="Whether each person has a page.")
    compare_with: RevisionField = Field(
        "", description="The git revision since which the site marks what changed, as `origin/main`."
    )


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

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the texts that the settings stand in, each with its path relative to `docs_dir`."""
        for path, text in _texts(self.config_path):
            yield Path(os.path.relpath(path, self.docs_dir)).as_posix(), text

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
    if not isinstance(options, dict):
        raise ConfigurationError(f"{config_path}: below `plans:` there must be `setting: value` lines")
    options.pop("enabled", None)  # MkDocs' own, of every plugin
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
    named = {str(key): value for key, value in options.items()}
    current = {k: v for k, v in named.items() if v is not None or k not in Settings.model_fields}
    findings: list[Finding] = []
    while True:
        try:
            return Settings.model_validate(current), tuple(findings)
        except ValidationError as error:
            details = error.errors(include_url=False)
        places = _Places(config_path, docs_dir)
        findings += map(places.finding, details)
        current = {k: v for k, v in current.items() if k not in {d["loc"][0] for d in details}}


_REMEDIES = {
    "string_type": "write a text",
    "dict_type": "write `key: value` lines",
    "model_type": "write `key: value` lines",
    "int_parsing": "write the number of a month, 1 to 12",
    "int_type": "write the number of a month, 1 to 12",
    "greater_than_equal": "write the number of a month, 1 to 12",
    "less_than_equal": "write the number of a month, 1 to 12",
}
"""What to do about a value that pydantic refuses, by its name for the error."""


class _Places:
    """Says where a setting stands: in mkdocs.yml, or in the file that it inherits the plugin from."""

    def __init__(self, config_path: Path, docs_dir: Path) -> None:
        for path, text in _texts(config_path):
            values = yaml_text.read(text).values
            self._path = Path(os.path.relpath(path, docs_dir)).as_posix()
            self._prefix = _route_to_options(values or {})
            self._positions = Positions(text, text, 0) if values else None
            if self._prefix != _NO_OPTIONS:
                break

    def finding(self, detail: ErrorDetails) -> Finding:
        """Put what pydantic refuses into words."""
        steps = tuple(step for step in detail["loc"] if step != "[key]")
        if detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]":
            return self._unknown(steps)
        setting = ".".join(map(str, steps))
        message = f"the setting `{setting}` can't be {json.dumps(detail['input'], default=str)}"
        said = detail["msg"][:1].lower() + detail["msg"][1:]
        if detail["type"] == "literal_error":
            said = "write " + detail["ctx"]["expected"].replace("'", "")
        return self.at("invalid-setting", message, steps, _REMEDIES.get(detail["type"], said))

    def _unknown(self, steps: tuple[str | int, ...]) -> Finding:
        key, known = str(steps[-1]), _NAMES.get(str(steps[0]), tuple(Settings.model_fields))
        where = "the plugin `plans`" if len(steps) == 1 else f"`{steps[0]}`"
        hint = did_you_mean(key, known) or f"there are {', '.join(known)}"
        return self.at("unknown-setting", f"`{key}` isn't a setting of {where}", steps, hint, part="key")

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


_NAMES: dict[str, tuple[str, ...]] = {
    "review": tuple(Reviews.model_fields),
    "sections": tuple(Sections.model_fields),
    "labels": get_args(Word),
}
"""The names that may stand in a setting."""

_NO_OPTIONS = ("plugins",)


def _texts(config_path: Path) -> Iterator[tuple[Path, str]]:
    """Give mkdocs.yml, then the files that it inherits from, each with its text."""
    seen: set[Path] = set()
    path: Path | None = config_path
    while path is not None and path not in seen:
        seen.add(path)
        text = path.read_text("utf-8-sig") if path.is_file() else ""
        yield path, text
        above = (yaml_text.read(text).values or {}).get("INHERIT") if "INHERIT" in text else None
        path = (path.parent / above).resolve() if isinstance(above, str) else None


def _route_to_options(config: Mapping[str, Any]) -> tuple[str | int, ...]:
    """The way to the plugin's options in mkdocs.yml, whose plugins are a list or a mapping."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return "plugins", "plans"
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(plugin, dict) and "plans" in plugin:
            return "plugins", index, "plans"
    return _NO_OPTIONS


def _plugin_options(config: Mapping[str, Any]) -> object:
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
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationError(f"{path}:{line} can't be read: {error.problem}") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path} can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"{path} holds no settings")
    if inherited := config.pop("INHERIT", None):
        parent = _load_config((path.parent / str(inherited)).resolve(), (*above, path))
        return dict(mergedeep.merge(parent, config))
    return config
