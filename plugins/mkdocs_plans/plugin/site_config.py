"""MkDocs' configuration → the facts that the core needs of a site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_plans.render import SCRIPT, STYLE_SHEET
from mkdocs_plans.settings import Site, read_settings


def read_site(config: MkDocsConfig, options: Mapping[str, Any]) -> Site:
    """Make a `Site` of MkDocs' configuration and the plugin's options."""
    config_path = Path(config.config_file_path or "mkdocs.yml").resolve()
    docs_dir = Path(config.docs_dir).resolve()
    language = str(config.theme.get("language") or "en")
    settings, findings = read_settings(options, config_path, docs_dir, language)
    return Site(
        config_path=config_path,
        docs_dir=docs_dir,
        name=config.site_name,
        language=language,
        excluded=_patterns(config.exclude_docs),
        drafts=_patterns(config.draft_docs),
        theme=config.theme.name or "",
        custom_dir=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        url=config.site_url or "",
        has_directory_urls=config.use_directory_urls,
        repository=config.repo_url or "",
        settings=settings,
        findings=findings,
    )


def _patterns(spec: Any) -> tuple[str, ...]:
    """The lines of a pathspec; MkDocs keeps only what it compiled, which knows its source."""
    return tuple(str(pattern.pattern) for pattern in spec.patterns) if spec else ()


def link_assets(config: MkDocsConfig) -> None:
    """Have every page link our style sheet, before the site's own, which may then overrule it, and our
    script.
    """
    if STYLE_SHEET not in config.extra_css:
        config.extra_css.insert(0, STYLE_SHEET)
    # An entry of `extra_javascript` is an object where it has more than a path.
    if SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript.insert(0, SCRIPT)
