"""Where a site's files are kept, and what follows from it: the site's address, and where a page is edited."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs_plans.errors import PlansError

_SCP = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]{2,}):(?P<path>[^/\\].*)")
"""The short form of an address that git takes for SSH."""

_EDIT = {"github": "edit", "gitlab": "-/edit"}
"""Where the hosts edit a file, below the repository's address."""


def read_repository(text: str) -> str:
    """The address of a repository in a browser, from that or from what git clones. PlansError where it is
    neither.
    """
    given = text.strip()
    parts = urlsplit(given)
    short = _SCP.fullmatch(given)
    if parts.scheme in {"http", "https", "ssh", "git"} and parts.hostname:
        web = parts.scheme if parts.scheme == "http" else "https"
        port = f":{parts.port}" if parts.port and parts.scheme in {"http", "https"} else ""
        host, path = parts.hostname + port, parts.path
    elif short and not parts.netloc:
        web, host, path = "https", short["host"], short["path"]
    else:
        raise PlansError(
            f'"{text}" is no address of a repository: write it as https://github.com/our-org/plan'
        )
    name = path.strip("/").removesuffix(".git")
    if not name or not given.isprintable() or " " in given:
        raise PlansError(f'"{text}" names no repository: write its whole address')
    return f"{web}://{host}/{name}"


def web_address(text: str) -> str:
    """The address of a repository in a browser; empty where it has none."""
    try:
        return read_repository(text)
    except PlansError:
        return ""


def read_remote(text: str) -> str:
    """What git pushes to, from that, or from the repository's address in a browser: a folder may be one.
    PlansError where it is neither.
    """
    given = text.strip()
    if given.startswith("file://") or Path(given).is_dir():
        return given if given.startswith("file://") else str(Path(given).resolve())
    web = read_repository(given)
    is_page = given.startswith("http") and host_of(web) and "@" not in given
    return f"{web}.git" if is_page else given


def is_web_address(text: str) -> bool:
    """Whether a text is the address of a site."""
    parts = urlsplit(text)
    return (
        parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isprintable() and " " not in text
    )


def read_site_url(text: str) -> str:
    """The address of a site, with the slash that its pages' addresses begin from. PlansError where it is
    none.
    """
    given = text.strip()
    if not is_web_address(given):
        raise PlansError(f'"{text}" is no address of a site: write it as https://plan.example.org/')
    return given.rstrip("/") + "/"


def host_of(repository: str) -> str:
    """The code host of a repository, as `plans init` names them; empty where its address doesn't tell."""
    name = urlsplit(repository).hostname or ""
    return next((host for host in _EDIT if host in name), "")


def edit_uri(repository: str, host: str, branch: str, folder: str) -> str:
    """Where a page is edited, relative to the repository; empty where the host doesn't tell. `folder` is
    that of the plan files, from the repository's top.
    """
    place = _EDIT.get(host)
    return f"{place}/{branch}/{folder.strip('/')}/" if repository and place else ""
