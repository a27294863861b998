"""Where this package was installed from, so that a new site installs it from there too: an index, a file, an
address, or a folder. pip writes it down beside the package (PEP 610); of what comes from an index it doesn't.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

PACKAGE = "mkdocs-plans"

FOLDER = "wheels"
"""Where a site keeps the file that it installs this package from, where no index and no address has it."""


@dataclass(frozen=True, slots=True)
class InstallSource:
    """How a site installs this package. `argument` is what `pip install` takes, `file` what the site takes
    along for it, and `about` says so to an author; empty where it comes from an index.
    """

    argument: str
    file: Path | None = None
    about: str = ""

    @property
    def requirement(self) -> str:
        """A line of a requirements file."""
        is_named = self.argument.startswith((PACKAGE, "./"))
        return self.argument if is_named else f"{PACKAGE} @ {self.argument}"

    @property
    def written(self) -> str:
        """The argument as it stands in a shell."""
        return shlex.quote(self.argument)


def from_index() -> InstallSource:
    """The version that runs, from an index."""
    return InstallSource(f"{PACKAGE}=={version(PACKAGE)}")


def find_install_source() -> InstallSource:
    """Find where the package that runs was installed from."""
    text = distribution(PACKAGE).read_text("direct_url.json")
    return read_direct_url(json.loads(text)) if text else from_index()


def read_direct_url(said: Mapping[str, Any]) -> InstallSource:
    """Read what pip wrote down of a package that came from no index."""
    url = str(said["url"])
    if vcs := said.get("vcs_info"):
        address = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
        return InstallSource(address, about=f"{PACKAGE} is installed from {address}, as it is here.")
    if not url.startswith("file:"):
        digest = _digest(said.get("archive_info") or {})
        return InstallSource(url + digest, about=f"{PACKAGE} is installed from {url}, as it is here.")
    path = Path(url2pathname(unquote(urlsplit(url).path)))
    if path.is_file():
        place = PurePosixPath(FOLDER, path.name)
        about = f"{PACKAGE} came from a file, {path}: a copy in {FOLDER}/ is what others install."
        return InstallSource(f"./{place}", path, about)
    return InstallSource(url, about=_only_here(path))


def _digest(archive: Mapping[str, Any]) -> str:
    """The part of an address that has pip compare the file with the one that was installed here."""
    hashes = archive.get("hashes") or {}
    return f"#sha256={hashes['sha256']}" if "sha256" in hashes else ""


def _only_here(path: Path) -> str:
    what = "the folder" if path.is_dir() else "a file that is gone,"
    return (
        f"{PACKAGE} came from {what} {path}, which other computers and a code host don't have.\n"
        "Before you put the site online, install it from a wheel or a git address, and replace the path in\n"
        "requirements.txt and the workflows."
    )
