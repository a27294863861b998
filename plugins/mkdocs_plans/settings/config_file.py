"""mkdocs.yml as MkDocs reads it, the files that it inherits from, and the plugin's options in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag

from mkdocs_plans.disk import read_config
from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.yaml import read_yaml

NO_OPTIONS = ("plugins",)
"""The way to the options where there are none."""


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does, and takes a tag that it doesn't know for nothing."""


yaml_env_tag.add_env_tag(_ConfigLoader)
_ConfigLoader.add_multi_constructor("!", lambda *_: None)
_ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


DEEPEST = 100
"""How many settings may stand within each other: no plugin's have so many."""


def _read(text: str) -> Any:
    """Read the YAML of a configuration. ValueError where it is nested without end, or far too deep."""
    try:
        config = yaml.load(text, _ConfigLoader)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    _refuse_depth(config)
    return config


_TOO_DEEP = f"more than {DEEPEST} lists and mappings stand within each other"


def _refuse_depth(config: object) -> None:
    """ValueError where values are nested too deep. What aliases name again is looked at once a depth."""
    level, depth = [config], 0
    while level:
        if depth > DEEPEST:
            raise ValueError(_TOO_DEEP)
        holders = [one for one in level if isinstance(one, (dict, list))]
        below = (value for one in holders for value in (one.values() if isinstance(one, dict) else one))
        level = list({id(value): value for value in below}.values())
        depth += 1


MAX_VALUES = 10_000
"""How many values one setting may hold; a few lines of aliases can otherwise name more than memory holds."""


def is_endless(value: object) -> bool:
    """Whether a setting holds more values than any does, or itself, as YAML's aliases let it."""
    waiting, seen = [value], 0
    while waiting and seen <= MAX_VALUES:
        one = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, (list, tuple)):
            waiting += one
    return bool(waiting)


def load_config(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Read a configuration file, merged over the one that it inherits from."""
    if path in above:
        raise ConfigurationError(f"{path} inherits from itself")
    try:
        config = _read(read_config(path))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationError(f"{path}:{line} can't be read: {error.problem}") from error
    except OSError as error:
        raise ConfigurationError(f"{path} can't be read: {error.strerror}") from error
    except (ValueError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path} can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(config, dict):
        raise ConfigurationError(f"{path} holds no settings")
    if inherited := config.pop("INHERIT", None):
        parent = load_config((path.parent / str(inherited)).resolve(), (*above, path))
        return dict(mergedeep.merge(parent, config))
    return config


_BESIDE_THE_PLAN = frozenset({"at", "compare_with", "data", "history", "history_names", "people_pages"})
"""Settings that say what a site shows beside the plan."""


def plan_options(text: str) -> dict[str, object]:
    """What a mkdocs.yml sets that decides what is in the plan and how it is judged, by the settings' names.
    Empty where it can't be read, or has no `plans` plugin.
    """
    try:
        config = _read(text)
    except (ValueError, yaml.YAMLError):
        return {}
    options = plugin_options(config) if isinstance(config, dict) else None
    if not isinstance(options, dict):
        return {}
    named = {name: config.get(name) for name in ("docs_dir", "exclude_docs", "draft_docs")}
    return {
        **named,
        **{str(name): value for name, value in options.items() if name not in _BESIDE_THE_PLAN},
    }


def texts(config_path: Path) -> Iterator[tuple[Path, str]]:
    """Give mkdocs.yml, then the files that it inherits from, each with its text."""
    seen: set[Path] = set()
    path: Path | None = config_path
    while path is not None and path not in seen:
        seen.add(path)
        text = read_config(path) if path.is_file() else ""
        yield path, text
        above = (read_yaml(text).values or {}).get("INHERIT") if "INHERIT" in text else None
        path = (path.parent / above).resolve() if isinstance(above, str) else None


def plugin_options(config: Mapping[str, Any]) -> object:
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


def plugin_names(config: Mapping[str, Any]) -> set[str]:
    """The names of the plugins that a site has, whose list may be a mapping too."""
    plugins = config.get("plugins")
    listed = plugins if isinstance(plugins, (list, dict)) else ()
    return {str(name) for one in listed for name in (one if isinstance(one, dict) else (one,))}


def route_to_options(config: Mapping[str, Any]) -> tuple[str | int, ...]:
    """The way to the plugin's options in mkdocs.yml, whose plugins are a list or a mapping."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return "plugins", "plans"
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(plugin, dict) and "plans" in plugin:
            return "plugins", index, "plans"
    return NO_OPTIONS
