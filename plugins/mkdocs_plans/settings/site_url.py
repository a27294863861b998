"""The address at which people read a site: what is said where `site_url` doesn't give it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mkdocs_plans.findings import Finding, Route, Span
from mkdocs_plans.reading_rules.files import MISSING_SITE_URL
from mkdocs_plans.settings.site import Site
from mkdocs_plans.yaml import Positions, read_yaml

_IN_COMMENT = re.compile(r"^[ \t]*#[ \t]*(site_url):", re.MULTILINE)


def guess_site_url(repository: str) -> str:
    """The address that the host publishes a repository's site at; empty where that can't be known."""
    parts = urlsplit(repository)
    domain = {"github.com": "github.io", "gitlab.com": "gitlab.io"}.get(parts.hostname or "", "")
    owner, _, name = parts.path.strip("/").removesuffix(".git").partition("/")
    if not domain or not name:
        return ""
    root = f"{owner.lower()}.{domain}"
    return f"https://{root}/" if name.lower() == root else f"https://{root}/{name}/"


def find_missing_url(site: Site) -> tuple[Finding, ...]:
    """The finding that no file of a site's settings has `site_url`, not even as `""`: who writes that knows
    that there is none.
    """
    if site.url:
        return ()
    configs = [(path, text, read_yaml(text).values or {}) for path, text in site.texts() if text]
    if not configs or any("site_url" in values for _, _, values in configs):
        return ()
    path, text, _ = configs[0]
    repository = next((str(values["repo_url"]) for _, _, values in configs if values.get("repo_url")), "")
    address = guess_site_url(repository) or "https://plan.example.org/"
    message = (
        "`site_url` isn't set: the sitemap is empty, and calendars, feeds and tables have no links to pages"
    )
    hint = (
        f'write `site_url: {address}`, the address where people read the site; `site_url: ""` if it has none'
    )
    return (MISSING_SITE_URL.finding(message, path, _place(text), hint),)


def _place(text: str) -> Span:
    """Where the setting stands in a comment, else the site's name, which it usually comes after."""
    if found := _IN_COMMENT.search(text):
        start = text.rfind("\n", 0, found.start(1)) + 1
        column = found.start(1) - start + 1
        return Span(text.count("\n", 0, found.start(1)) + 1, column, column + len(found[1]))
    values = read_yaml(text).values or {}
    return Positions(text, text, 0).locate(Route.to_key("site_name")) if "site_name" in values else Span()
