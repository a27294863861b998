"""Keys of a front matter that the site's theme reads: with a wrong value the build would break off, after the
published folder was emptied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.reading_rules.keys_and_values import INVALID_VALUE
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.yaml import Value

Wrong = tuple[str, str]
"""What is wrong with a value, and what to write."""

_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_BOOLEANS = frozenset({"true", "false", "yes", "no", "on", "off"})


def check_theme_keys(document: Document, site: Site) -> Iterator[Finding]:
    """Give what the theme couldn't use."""
    values = document.values or {}
    icon = values.get("icon") if values.get("type") == "theme" else None
    is_shown = isinstance(icon, str)  # a field of a theme's own: where it is no text, that is told already
    for key, (message, hint) in wrong_theme_keys(values, site).items():
        if key != "icon" or icon is None or is_shown:
            yield INVALID_VALUE.finding(message, document.path, Route.to(key), hint)
    if is_shown and icon and site.theme_folders and not _has_icons(site):
        message, hint = f'the theme "{site.theme}" has no icons to show', "use Material, or leave `icon` out"
        yield INVALID_VALUE.finding(message, document.path, Route.to("icon"), hint)


def wrong_theme_keys(values: Mapping[str, Value], site: Site) -> dict[str, Wrong]:
    """The keys that the theme couldn't use, with what is wrong. The values are those of a document."""
    found = ((key, READERS[key](key, value, site)) for key, value in values.items() if key in READERS)
    return {key: wrong for key, wrong in found if wrong}


def _text(key: str, value: Value, _: Site) -> Wrong | None:
    return (f"`{key}` takes one text", f"write `{key}: …`") if isinstance(value, (list, dict)) else None


def _texts(key: str, value: Value, _: Site) -> Wrong | None:
    if value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        return None
    shown = value if isinstance(value, str) and _PATH.fullmatch(value) else "…"
    return f"`{key}` takes a list", f"write `{key}: [{shown}]`"


def _mapping(key: str, value: Value, _: Site) -> Wrong | None:
    if value is None or isinstance(value, dict):
        return None
    return f"`{key}` takes `name: value` lines", f"leave `{key}` out, or see the theme's documentation"


def _search(key: str, value: Value, site: Site) -> Wrong | None:
    if wrong := _mapping(key, value, site):
        hidden = isinstance(value, str) and value.lower() in {"no", "false", "off"}
        return wrong[0], "write `search: {exclude: true}`" if hidden else "leave `search` out"
    inner = value if isinstance(value, dict) else {}
    if str(inner.get("exclude", "true")).lower() not in _BOOLEANS:
        return "`exclude` is true or false", "write `search: {exclude: true}`"
    if not re.fullmatch(r"\d+(\.\d+)?", str(inner.get("boost", "1")), re.ASCII):
        return "`boost` is a number", "write `search: {boost: 2}`"
    return None


def _icon(key: str, value: Value, site: Site) -> Wrong | None:
    if wrong := _text(key, value, site):
        return wrong
    is_there = not value or _is_in_theme(f".icons/{value}.svg", str(value), site, there=".icons")
    if is_there:
        return None
    otherwise = "write the path of one that the theme has, such as `material/flag`"
    return f'the theme has no icon "{value}"', did_you_mean(str(value), _icons(site)) or otherwise


def _icons(site: Site) -> Iterator[str]:
    """The icons of a site's theme, by their paths without ending."""
    for folder in (folder / ".icons" for folder in site.theme_folders):
        yield from (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.svg"))


def _has_icons(site: Site) -> bool:
    return any((folder / ".icons").is_dir() for folder in site.theme_folders)


def _template(key: str, value: Value, site: Site) -> Wrong | None:
    if wrong := _text(key, value, site):
        return wrong
    if value == "redirect.html":
        return "a plan's page can't lead elsewhere", f"leave `{key}` out"
    is_there = not value or _is_in_theme(str(value), str(value), site, there="")
    return None if is_there else (f'the theme has no template "{value}"', f"leave `{key}` out")


def _is_in_theme(path: str, written: str, site: Site, *, there: str) -> bool:
    """Whether a theme has a file; taken for true where it has no folder of such files, or isn't installed."""
    folders = [folder for folder in site.theme_folders if (folder / there).is_dir()]
    is_path = _PATH.fullmatch(written) is not None and ".." not in written
    return is_path and (not folders or any((folder / path).is_file() for folder in folders))


READERS: Mapping[str, Callable[[str, Value, Site], Wrong | None]] = {
    **dict.fromkeys(("description", "author", "subtitle", "revision_date"), _text),
    **dict.fromkeys(("git_revision_date_localized", "git_creation_date_localized"), _text),
    **dict.fromkeys(("tags", "hide"), _texts),
    "icon": _icon,
    "search": _search,
    "social": _mapping,
    "template": _template,
}
"""The keys whose values are looked at."""
