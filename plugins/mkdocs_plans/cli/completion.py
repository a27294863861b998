"""Ids for a shell that completes what is typed: looked for in the text of the files, for a shell waits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import click

from mkdocs_plans.cli.site import site_of
from mkdocs_plans.load import folder_of
from mkdocs_plans.load.plan_file import ID_LINE, default_id
from mkdocs_plans.settings import Site

_TYPE = re.compile(r"""^type\s*:\s*["']?(\w+)""", re.MULTILINE)
_HANDLE = re.compile(r"""^["']?([\w.-]+)["']?\s*:""", re.MULTILINE)

PLANS = ("strategy", "tactic")
ALL = (*PLANS, "theme", "team", "person")

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def complete_ids(*types: str) -> Complete:
    """What completes the ids of some types. Outside of a site, and where anything goes wrong, nothing."""

    def complete(context: click.Context, _: click.Parameter, typed: str) -> list[str]:
        try:
            site = site_of(context.params.get("config_file"))
            return sorted({id_ for id_ in _ids(site, types) if id_.startswith(typed)})
        except Exception:  # an error would be printed into what somebody types
            return []

    return complete


def _ids(site: Site, types: tuple[str, ...]) -> Iterator[str]:
    folder = folder_of(site)
    for file in folder.files():
        head = file.data.decode("utf-8", "replace").partition("\n---")[0]
        type_, id_ = _TYPE.search(head), ID_LINE.search(head)
        if type_ and type_[1] in types:
            yield id_[1] if id_ else default_id(file.path, site.language)
    if "person" in types:
        people = folder.read(site.settings.people)
        yield from _HANDLE.findall(people.data.decode("utf-8", "replace") if people else "")
