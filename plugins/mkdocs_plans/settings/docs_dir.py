"""The folder of a site's pages, refused where MkDocs refuses it (`mkdocs/config/config_options.py`)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.settings.config_file import plugin_names

_ALLOWS_OWN_FOLDER = "same-dir"
"""The plugin for sites whose mkdocs.yml stands among their pages."""


def find_docs_dir(config: Mapping[str, Any], config_path: Path) -> Path:
    """The folder that `docs_dir` names. ConfigurationError where there is none, and where it holds the built
    site or lies in it: without that, `docs_dir: /` has every command read the whole disk.
    """
    docs_dir = config_path.parent / str(config.get("docs_dir") or "docs")
    said = f"see `docs_dir` in {config_path}"
    if not docs_dir.is_dir():
        raise ConfigurationError(f"{docs_dir} isn't a folder: {said}")
    site_dir = config_path.parent / str(config.get("site_dir") or "site")
    docs, site, own = (Path(os.path.realpath(path)) for path in (docs_dir, site_dir, config_path.parent))
    if docs == own and _ALLOWS_OWN_FOLDER not in plugin_names(config):
        instead = "move the pages to a folder beside it, as docs/"
        raise ConfigurationError(f"{docs_dir} is the folder of {config_path.name} itself: {instead}; {said}")
    if site.is_relative_to(docs):
        raise ConfigurationError(f"{docs_dir} holds the folder of the built site, {site_dir}: {said}")
    if docs.is_relative_to(site):
        message = f"{docs_dir} lies in the folder of the built site, {site_dir}, which each build empties"
        raise ConfigurationError(f"{message}: {said}")
    return docs_dir
