"""The `CODEOWNERS` file of `plans owners`: which one it is, what it holds, and how it is written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_plans.cli.site import repository_of
from mkdocs_plans.codehost.owners import HOSTS, Host, guess_host
from mkdocs_plans.edits import FileChange, write_together
from mkdocs_plans.errors import PlansError
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.terminal_text import printable


@dataclass(frozen=True, slots=True)
class OwnersFile:
    """The file to write or check: of which repository, for which host."""

    repository: Path
    host: Host
    path: Path

    @property
    def shown(self) -> str:
        """The file as seen from the current folder."""
        try:
            return printable(Path(os.path.relpath(self.path)).as_posix())
        except ValueError:  # on another drive
            return printable(self.path.as_posix())

    def read(self) -> bytes | None:
        """What the file holds; None where there is none. PlansError where it can't be read."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PlansError(f"{self.shown} can't be read: {error.strerror}") from error

    def write(self, before: bytes | None, after: bytes) -> None:
        """Write the file whole or not at all. EditError where that fails, or it no longer holds what was
        read.
        """
        inside = self.path.is_relative_to(self.repository)
        within = self.repository if inside else self.path.parent
        write_together([FileChange(self.path.as_posix(), before, after)], within)

    def note_place(self) -> None:
        """Say where the host looks, where that isn't here."""
        read = _find_read_by(self.host, self.repository)
        if read is None or not (self.repository / read).samefile(self.path):
            places = read or ", ".join(self.host.places)
            click.echo(f"plans: {self.host.title} doesn't read {self.shown}, but {places}", err=True)


def find_owners_file(site: Site, host_name: str | None, named: str | None) -> OwnersFile:
    """Find the file: the named one, else the one that the host reads, else where it would look first of
    what no other host reads. PlansError where the plan is in no repository.
    """
    repository = repository_of(site, "owners")
    path = Path(named).absolute() if named else None
    host = HOSTS[host_name] if host_name else guess_host(lambda one: (repository / one).is_file(), path)
    return OwnersFile(
        repository, host, path or repository / (_find_read_by(host, repository) or host.default)
    )


def _find_read_by(host: Host, repository: Path) -> str | None:
    """The file that a host reads, of those that are there."""
    return next((place for place in host.places if (repository / place).is_file()), None)
