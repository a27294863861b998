"""The code hosts: where each looks for `CODEOWNERS`, and how a path and a user's name are written there.

Of the lines that match a file the last one counts, on both hosts. Every plan file has a line of its own:
a line for a folder would also give away what else lies in it, now or later.

- GitHub (https://docs.github.com → About code owners) reads what git reads in `.gitignore`, but for `!`,
  `[ ]` and an escaped `#`. We escape spaces only, and write `?`, any one character, for what has a
  meaning.
- GitLab (`ee/lib/gitlab/code_owners/file.rb`) takes escaped spaces for spaces and gives the rest to Ruby's
  `File.fnmatch`, in which a backslash takes the meaning from what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

ANY = "?"
"""Any one character of a name, on both hosts."""


@dataclass(frozen=True, slots=True)
class Host:
    """A code host. `field` is a person's for their name there; `places` are where it looks, the first
    that exists counts; `default` is the one of them that is this host's alone. `limit` is the size in
    bytes from which on it ignores the file, where it has one.
    """

    title: str
    field: Literal["github", "gitlab"]
    places: tuple[str, ...]
    default: str
    user: re.Pattern[str]
    escaped: frozenset[str]
    unwritable: frozenset[str] = frozenset()
    section: re.Pattern[bytes] | None = None
    """What begins a section, in which ownership is reckoned apart."""
    limit: int | None = None

    def name(self, written: str) -> str | None:
        """A user's or a group's name as an owner; None for what can't be one, such as an address."""
        name = written.removeprefix("@")
        return f"@{name}" if self.user.fullmatch(name) else None

    def sign(self, sign: str) -> str:
        """One character of a path as it is written in a pattern."""
        if sign in self.escaped:
            return "\\" + sign
        return ANY if sign in self.unwritable or not sign.isprintable() else sign


HOSTS: Mapping[str, Host] = {
    "github": Host(
        "GitHub",
        "github",
        (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
        ".github/CODEOWNERS",
        re.compile(r"[A-Za-z0-9][\w-]*(/[\w-]+)?", re.ASCII),
        frozenset(" "),
        frozenset("#*?[]\\"),
        limit=3_000_000,
    ),
    "gitlab": Host(
        "GitLab",
        "gitlab",
        ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
        ".gitlab/CODEOWNERS",
        re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII),
        frozenset(" *?[]\\"),
        section=re.compile(rb"\s*\^?\[."),
    ),
}


def guess_host(has: Callable[[str], bool], file: PurePath | None = None) -> Host:
    """The host of a repository, by what it has at which path: the named file, the file that only one
    host reads, or GitLab's pipelines; GitHub where nothing tells.
    """
    for host in HOSTS.values():
        if file is not None and file.parts[-2:] == PurePath(host.default).parts:
            return host
    told = [host for host in HOSTS.values() if has(host.default)]
    if len(told) == 1:
        return told[0]
    return HOSTS["gitlab" if has(".gitlab-ci.yml") else "github"]


def write_lines(owners: Mapping[str, Iterable[str]], host: Host) -> tuple[str, ...]:
    """Write a line for each path of the repository that has owners.

    Lines with wildcards come first, those with the most before others, so that the last line to match a
    file is its own; where that is the same for several files, they have their owners in common.
    """
    found: dict[tuple[int, str], dict[str, None]] = {}
    for path in sorted(owners):
        signs = [host.sign(sign) for sign in path]
        pattern = -signs.count(ANY), "/" + "".join(signs)
        found.setdefault(pattern, {}).update(dict.fromkeys(owners[path]))
    return tuple(" ".join((pattern, *found[_, pattern])) for _, pattern in sorted(found) if found[_, pattern])
