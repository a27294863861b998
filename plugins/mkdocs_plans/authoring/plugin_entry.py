"""The plugin added to an existing mkdocs.yml: one entry, every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.edits import Draft
from mkdocs_plans.errors import EditError
from mkdocs_plans.settings import Settings
from mkdocs_plans.source import Exclusions, read_yaml_document
from mkdocs_plans.yaml import Bare, Written, write_item

PEOPLE = Settings().people


def has_plugin(config: Mapping[str, Any]) -> bool:
    """Whether a configuration names the plugin already."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return "plans" in plugins
    listed = plugins if isinstance(plugins, list) else []
    return any(one == "plans" or (isinstance(one, dict) and "plans" in one) for one in listed)


def read_site_config(data: bytes, name: str) -> Mapping[str, Any]:
    """What a mkdocs.yml says; tags that only MkDocs knows count for nothing. EditError where it can't be
    read.
    """
    document = read_yaml_document(name, data)
    if document.values is None and document.text.strip():
        raise EditError(f"{name} can't be read: fix it first, as `mkdocs build` says")
    return document.values or {}


def add_plugin(data: bytes, answers: Answers, name: str = "mkdocs.yml") -> bytes:
    """Add the plugin with the organisation's settings, after the plugins that are there; where there are
    none, also `search`, which MkDocs would otherwise leave out. EditError where that can't be done safely.
    """
    draft = Draft(data, read_yaml_document(name, data))
    config = draft.document.values or {}
    if "INHERIT" in config and "plugins" not in config:
        raise EditError(f"{name} takes its plugins from {config['INHERIT']}")
    plugins, options = config.get("plugins"), _options(answers)
    if isinstance(plugins, dict):
        return draft.with_field(("plugins", "plans"), options, (*plugins, "plans")).data
    listed = plugins if isinstance(plugins, list) else []
    if plugins is None:
        draft, listed = draft.with_item(("plugins",), 0, {"search": {}}, ("plugins",)), ["search"]
    return draft.with_item(("plugins",), len(listed), {"plans": options}, ("plans",)).data


def keep_people_back(data: bytes, name: str = "mkdocs.yml") -> bytes:
    """Name the people file in `exclude_docs`, beside what is named there, for builders that don't run the
    plugin. EditError where that can't be done safely.
    """
    draft = Draft(data, read_yaml_document(name, data))
    config = draft.document.values or {}
    patterns = config.get("exclude_docs")
    if isinstance(patterns, str) and Exclusions(patterns.splitlines()).exclude(PEOPLE):
        return data
    if patterns is None and "INHERIT" in config:
        raise EditError(f"{name} may take `exclude_docs` from {config['INHERIT']}")
    if patterns is not None:
        return draft.with_line(("exclude_docs",), PEOPLE).data
    return draft.with_field(("exclude_docs",), PEOPLE, ("site_name", "docs_dir", "exclude_docs")).data


def list_lines_to_add(answers: Answers) -> list[str]:
    """The lines that an author adds by hand, below `plugins:`."""
    return [f"exclude_docs: {PEOPLE}", "plugins:", *write_item({"plans": _options(answers)}, 2)]


def _options(answers: Answers) -> dict[str, Written]:
    options: dict[str, Written] = {"organization": answers.organization}
    if answers.fiscal_year_start != 1:
        options["fiscal_year_start"] = Bare(answers.fiscal_year_start)
    if answers.labels:
        options["labels"] = answers.labels_written
    return options
