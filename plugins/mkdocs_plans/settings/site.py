"""A site: its mkdocs.yml, found and read without loading the site's other plugins."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.findings import Finding
from mkdocs_plans.reading_rules.files import INVALID_SETTING
from mkdocs_plans.settings.config_file import is_endless, load_config, plugin_names, plugin_options, texts
from mkdocs_plans.settings.docs_dir import find_docs_dir
from mkdocs_plans.settings.places import Places
from mkdocs_plans.settings.schema import Settings
from mkdocs_plans.settings.themes import theme_folders

PLUGINS_FOR_FILES = frozenset(
    {"exclude", "file-filter", "exclude-unused-files", "gen-files", "monorepo", "multirepo", "simple"}
)
"""Plugins that take files out of a site, or make some."""

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True, slots=True)
class AsOf:
    """A state of the plan that a site shows in place of the files as they are: the commit that holds it, and
    the day by which it is judged, unless the site sets one.
    """

    commit: str
    day: datetime.date


@dataclass(frozen=True)
class Site:
    """A MkDocs site as far as a plan is concerned.

    `config_path` is mkdocs.yml; `docs_dir` the folder of the plan; `excluded` and `drafts` are the patterns
    of `exclude_docs` and `draft_docs`; `theme` is a name, and `custom_dir` the folder of what the site has
    in its place; `url` is where it is published, if known, and `has_directory_urls` says whether its pages
    are folders there; `repository` is the address of its repository on a code host, if known; `plugins` are
    those that the command line reads the plan without, though they may change which files it has;
    `as_of` is the state that it shows, None for the files as they are; `findings` is what is wrong with the
    settings.
    """

    config_path: Path
    docs_dir: Path
    name: str = ""
    language: str = "en"
    excluded: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    theme: str = "mkdocs"
    custom_dir: Path | None = None
    url: str = ""
    has_directory_urls: bool = True
    repository: str = ""
    plugins: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    as_of: AsOf | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def root(self) -> Path:
        """The folder of mkdocs.yml."""
        return self.config_path.parent

    @property
    def organization(self) -> str:
        """The organisation's name."""
        return self.settings.organization or self.name

    @cached_property
    def today(self) -> datetime.date:
        """The day to judge by: as it is set, else that of the site's time zone, else the builder's. The clock
        is asked once, so that a build over midnight judges all by one day.
        """
        zone = self.settings.timezone
        return self.settings.today or datetime.datetime.now(ZoneInfo(zone) if zone else None).date()

    def address_of(self, path: str) -> str | None:
        """The address of the page that MkDocs makes of a Markdown file; None where the site's isn't known."""
        if not self.url:
            return None
        folder, _, name = path.removesuffix(".md").rpartition("/")
        name = "index" if name in {"index", "README"} else name
        page = f"{name}.html"
        if self.has_directory_urls:
            page = "" if name == "index" else f"{name}/"
        return self.url + quote(f"{folder}/{page}" if folder else page)

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """The folders of the theme's files, the site's own first; none where the theme isn't installed."""
        folders = theme_folders(self.theme)
        return (self.custom_dir, *folders) if self.custom_dir and folders else folders

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the texts that the settings stand in, each with its path relative to `docs_dir`."""
        for path, text in texts(self.config_path):
            yield Path(os.path.relpath(path, self.docs_dir)).as_posix(), text

    def finding_at(self, setting: str, message: str, hint: str) -> Finding:
        """The finding that a setting can't be so, at its value in mkdocs.yml."""
        return Places(self.config_path, self.docs_dir).at(INVALID_SETTING, message, (setting,), hint)

    def setting_finding(
        self, setting: str, key: str | int, message: str, hint: str, item: int | None = None
    ) -> Finding:
        """The finding that a key of a setting, or an item of its value, can't be so, at its place in
        mkdocs.yml.
        """
        places = Places(self.config_path, self.docs_dir)
        if item is None:
            part: Literal["value", "key"] = "key" if isinstance(key, str) else "value"
            return places.at(INVALID_SETTING, message, (setting, key), hint, part)
        return places.at(INVALID_SETTING, message, (setting, key, item), hint)


def find_site(start: Path) -> Site:
    """Read the mkdocs.yml of a folder or the nearest one above it.

    ConfigurationError where there is none, it can't be read, or it has no `plans` plugin.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return read_site(folder / name)
    instead = "run this in a site's folder, or begin one with `plans init DIR`"
    raise ConfigurationError(f"no mkdocs.yml in {start} or above: {instead}")


def read_site(config_path: Path) -> Site:
    """Read one mkdocs.yml. ConfigurationError where it can't be read or has no `plans` plugin."""
    config = load_config(config_path)
    options = plugin_options(config)
    if options is None:
        raise ConfigurationError(f"{config_path} has no plugin `plans`: add it under `plugins:`")
    if not isinstance(options, dict):
        raise ConfigurationError(f"{config_path}: below `plans:` there must be `setting: value` lines")
    options.pop("enabled", None)  # MkDocs' own, of every plugin
    theme = _theme(config)
    docs_dir = find_docs_dir(config, config_path)
    language = str((theme if isinstance(theme, dict) else {}).get("language") or "en")
    settings, findings = read_settings(options, config_path, docs_dir, language)
    return Site(
        config_path=config_path,
        docs_dir=docs_dir,
        name=str(config.get("site_name") or ""),
        language=language,
        excluded=_patterns(config.get("exclude_docs")),
        drafts=_patterns(config.get("draft_docs")),
        theme=str(theme.get("name") or ""),
        custom_dir=config_path.parent / str(theme["custom_dir"]) if theme.get("custom_dir") else None,
        url=_address(config.get("site_url")),
        has_directory_urls=config.get("use_directory_urls") is not False,
        repository=str(config.get("repo_url") or ""),
        plugins=tuple(sorted(plugin_names(config) & PLUGINS_FOR_FILES)),
        settings=settings,
        findings=findings,
    )


def read_settings(
    options: Mapping[str, Any], config_path: Path, docs_dir: Path, language: str = "en"
) -> tuple[Settings, tuple[Finding, ...]]:
    """Check the plugin's options, in a site of a language. What is wrong is a finding, and its default holds
    in its place.
    """
    named = {str(key): value for key, value in options.items()}
    current = {k: v for k, v in named.items() if v is not None or k not in Settings.model_fields}
    endless = [name for name, value in current.items() if is_endless(value)]
    current = {name: value for name, value in current.items() if name not in endless}
    findings = [_of_endless(name, Places(config_path, docs_dir)) for name in endless]
    while True:
        try:
            settings = Settings.model_validate(current, context={"language": language})
            break
        except ValidationError as error:
            details = error.errors(include_url=False)
        places = Places(config_path, docs_dir)
        findings += map(places.finding, details)
        for at in dict.fromkeys(tuple(map(str, detail["loc"][:2])) for detail in details):
            current = _without(current, at)
    settings, said = _with_people_of(docs_dir, settings, config_path)
    return settings, (*findings, *said)


def _of_endless(setting: str, places: Places) -> Finding:
    message = f"the setting `{setting}` holds more than can be read, or itself"
    hint = "write it out, without aliases (`*name`)"
    return places.at(INVALID_SETTING, message, (setting,), hint)


def _with_people_of(
    docs_dir: Path, settings: Settings, config_path: Path
) -> tuple[Settings, tuple[Finding, ...]]:
    """Name the people file by its one path below `docs_dir`, however it is spelt: what is kept from being
    published is a file. The default holds in the place of one that lies elsewhere.
    """
    if PurePosixPath(settings.people).parts == (settings.people,) and settings.people != "..":
        return settings, ()
    written = Path(docs_dir, settings.people)
    root, folder = Path(os.path.realpath(docs_dir)), Path(os.path.realpath(written.parent))
    if folder.is_relative_to(root) and written.name and written != docs_dir:
        path = (folder / written.name).relative_to(root).as_posix()
        return settings.model_copy(update={"people": path}), ()
    hint = "name a file in it, such as people.yml"
    message = "the people file must be in the folder of the plan, `docs_dir`"
    finding = Places(config_path, docs_dir).at(INVALID_SETTING, message, ("people",), hint)
    return settings.model_copy(update={"people": Settings().people}), (finding,)


def _without(options: dict[str, Any], at: tuple[str, ...]) -> dict[str, Any]:
    """The options without what is wrong: of several lines of a setting, only the line that it is in."""
    name, *inner = at
    value = options.get(name)
    if inner and isinstance(value, Mapping) and any(str(key) == inner[0] for key in value):
        return {**options, name: {key: one for key, one in value.items() if str(key) != inner[0]}}
    return {key: one for key, one in options.items() if key != name}


def _patterns(value: object) -> tuple[str, ...]:
    return tuple(value.splitlines()) if isinstance(value, str) else ()


def _address(url: object) -> str:
    """The setting `site_url`, with a slash at its end; empty where there is none."""
    text = url.strip() if isinstance(url, str) else ""
    return text if not text or text.endswith("/") else f"{text}/"


def _theme(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """The setting `theme`, a name or a mapping, as a mapping."""
    theme = config.get("theme") or "mkdocs"
    return theme if isinstance(theme, dict) else {"name": theme}
