"""`plans comment`: a report as the one comment of ours on a pull request or merge request."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import BinaryIO

import click

from mkdocs_plans.codehost.comment import HOSTS, Target, Thread, keep
from mkdocs_plans.errors import PlansError

REVIEW = "review"
"""The name by which `plans diff --format markdown` marks its report."""


def _plain_name(_ctx: click.Context, _option: click.Parameter, name: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise click.BadParameter("small letters, digits and single hyphens")
    return name


@click.command(short_help="Keep a comment on a pull request or merge request.")
@click.option(
    "--host", "host_name", type=click.Choice(list(HOSTS)), help="The code host; by default that of the job."
)
@click.option("--repository", metavar="NAME", help="OWNER/NAME, or GitLab's project; by default the job's.")
@click.option(
    "--number", type=click.IntRange(min=1), help="The pull or merge request; by default that of the job."
)
@click.option(
    "--name",
    default=REVIEW,
    show_default=True,
    callback=_plain_name,
    help="The name of this comment, if a repository has several plans.",
)
@click.option("--only-update", is_flag=True, help="Update the comment, but don't write a new one.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=60,
    show_default=True,
    help="The most seconds to wait if the host limits requests.",
)
@click.argument("file", type=click.File("rb"), default="-")
def comment(  # noqa: PLR0913 - an option each
    *,
    host_name: str | None,
    repository: str | None,
    number: int | None,
    name: str,
    only_update: bool,
    wait: float,
    file: BinaryIO,
) -> None:
    """Write the Markdown of FILE (or of standard input) as a comment on a GitHub pull request or a GitLab
    merge request. Run it again to update the same comment.

    The command recognises its comment by a hidden mark in the first line, and only among the comments of the
    token's own account, so it never touches anybody else's. It sends nothing if the comment is up to date. A
    text that is too long for the host loses its last lines.

    The token is read from GITHUB_TOKEN (or GH_TOKEN), or from GITLAB_TOKEN. It is sent only to GITHUB_API_URL
    or CI_API_V4_URL, which the jobs of both hosts set. It needs `pull-requests: write` on GitHub, and the
    scope `api` on GitLab.

    \b
    Exit status: 0 the comment says it, 2 it failed.

    \b
    Examples:
      plans diff --format markdown | plans comment
      plans comment report.md --only-update
      plans comment report.md --host github --repository acme/plan --number 12
    """  # noqa: D301 - click wants the character itself
    text = _text(file)
    thread = _thread(host_name, repository, number, wait)
    outcome = keep(thread, text, f"<!-- mkdocs-plans:{name} -->", only_update=only_update)
    click.echo(f"the comment on {thread.title} is {outcome.value}")


def _text(file: BinaryIO) -> str:
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlansError("the report isn't text in UTF-8: nothing is written") from error
    if not text.strip():
        raise PlansError("the report is empty: nothing is written")
    return text


def _thread(host_name: str | None, repository: str | None, number: int | None, wait: float) -> Thread:
    """The thread that is named, else the one that the job is about."""
    variables = os.environ
    kind = HOSTS[host_name or _host(variables)]
    known, its_number = kind.target(variables)
    repository, number = repository or known or "", number or its_number
    if number is None:
        raise click.UsageError("this is no job of a pull request: say which one with --number")
    token = next(filter(None, map(variables.get, kind.tokens)), "").strip()
    if not token:
        raise PlansError(f"there is no token for {kind.host}: set {' or '.join(kind.tokens)}")
    return kind(Target(repository, number), token, variables, wait)


def _host(variables: Mapping[str, str]) -> str:
    if variables.get("GITLAB_CI"):
        return "gitlab"
    if variables.get("GITHUB_ACTIONS"):
        return "github"
    raise click.UsageError("this is no job of a code host: name the host with --host")
