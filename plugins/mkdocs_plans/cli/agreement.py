"""`plans agreement`: who of those whose yes a change needs has agreed, by the reviews of a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO

import click

from mkdocs_plans.changes import PlanPair, Teller, review_of
from mkdocs_plans.changes.agreement import Needs, list_needs
from mkdocs_plans.cli.json_file import read_json_file
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.codehost.agreement import Standing, list_standings
from mkdocs_plans.codehost.agreement_told import tell_agreement, tell_need, tell_standing
from mkdocs_plans.codehost.reviews import Proposal, read_github, read_gitlab
from mkdocs_plans.errors import ToolError
from mkdocs_plans.load import Known
from mkdocs_plans.model import Person
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Exclusions, Revision, fork_point
from mkdocs_plans.wording.terminal_text import printable

LONGEST_STATUS = 140
"""How many characters GitHub shows of a commit's status."""


@click.command(short_help="Say who has agreed to a change, and who hasn't.")
@config_option
@click.option("--host", type=click.Choice(["github", "gitlab"]), default="github", show_default=True)
@click.option(
    "--request", "request_file", type=click.File("rb"), required=True,
    help="The pull request as the API gives it, or the payload of an event that has it; on GitLab the merge "
    "request.",
)  # fmt: skip
@click.option(
    "--reviews", type=click.File("rb"), required=True,
    help="The list of its reviews as the API gives it; on GitLab its approvals.",
)  # fmt: skip
@click.option("--versions", type=click.File("rb"), help="On GitLab, the versions of its diff.")
@click.option("--format", "format_", type=click.Choice(["text", "status", "json"]), default="text")
def agreement(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    host: str,
    request_file: BinaryIO,
    reviews: BinaryIO,
    versions: BinaryIO | None,
    format_: str,
) -> None:
    """Say who has agreed to a change of the plan, and who still has to.

    The setting `agreement` says who has to. By default, it is whoever answers for a promise that is lowered,
    and whoever gains or loses a responsibility. A yes holds until something of that person's is changed that
    it didn't cover. The people file of the target branch says who is who on the host.

    The command reads what you saved from the host's API, and asks the host nothing itself. The commits of the
    request have to be in this repository.

    \b
    Exit status: 0 everybody has agreed, 1 somebody hasn't, 2 it failed.

    \b
    Examples:
      gh api repos/acme/plan/pulls/12 > pull.json
      gh api --paginate --slurp repos/acme/plan/pulls/12/reviews > reviews.json
      plans agreement --request pull.json --reviews reviews.json
      plans agreement --host gitlab --request merge.json --reviews approvals.json --versions versions.json
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    if host == "github":
        proposal = read_github(read_json_file(request_file), read_json_file(reviews))
    else:
        pushed = read_json_file(versions) if versions else ()
        proposal = read_gitlab(read_json_file(request_file), read_json_file(reviews), pushed)
    standings, teller = _standings(site, proposal)
    click.echo(_FORMATS[format_](standings, teller, proposal))
    if not all(one.answer.is_yes for one in standings):
        raise SystemExit(1)


def _standings(site: Site, proposal: Proposal) -> tuple[list[Standing], Teller]:
    """Compare what the request is now, and was where somebody said yes, with where it left its target."""
    known: Known = {}

    @cache
    def plan_at(commit: str) -> Plan:
        return load_plan(Revision(site.docs_dir, commit, Exclusions(site.excluded)), site, known).plan

    def told(commit: str) -> tuple[PlanPair, Needs, Teller]:
        left = fork_point(site.docs_dir, proposal.base, commit)
        plans = PlanPair(plan_at(left), plan_at(commit))
        teller = Teller.of(plans, site)
        return plans, list_needs(review_of(plans), teller, site.settings.whose_yes), teller

    def needs_at(commit: str) -> Needs | None:
        try:
            return told(commit)[1]
        except ToolError:
            return None  # nobody can say any more what they agreed to

    # Who is who is what the target branch says: else a request could name anybody as someone who has agreed.
    plans, needs, teller = told(proposal.head)
    target = plan_at(proposal.base)

    def people_of(handle: str) -> list[Person]:
        if plans.answering_team(handle):
            return [one for one in target.people.values() if one.team == handle]
        found = target.people.get(handle) or plans.then.people.get(handle) or plans.person(handle)
        return [found] if found else []

    return list(list_standings(proposal, needs, people_of, needs_at)), teller


def _status(standings: Sequence[Standing], teller: Teller, _: Proposal) -> str:
    """One line for a commit's status."""
    text = tell_agreement(teller, standings).written(printable)
    return text if len(text) <= LONGEST_STATUS else text[: LONGEST_STATUS - 1] + "…"


def _text(standings: Sequence[Standing], teller: Teller, proposal: Proposal) -> str:
    """Who stands where, with what they are asked to agree to."""
    rows = [click.style(_status(standings, teller, proposal), bold=True)]
    for one in sorted(standings, key=lambda one: one.answer.is_yes):
        rows += ["", tell_standing(teller, one, proposal.host).written(printable)]
        rows += (f"  {tell_need(teller, need).written(printable)}" for need in one.needs)
    return "\n".join(rows)


def _as_json(standings: Sequence[Standing], teller: Teller, proposal: Proposal) -> str:
    """For programs."""
    people = [
        {
            "handle": one.handle,
            "login": one.login,
            "answer": one.answer,
            "needs": [{"verdict": need.verdict, "text": str(need.told)} for need in one.needs],
        }
        for one in standings
    ]
    has_agreed = all(one.answer.is_yes for one in standings)
    said = {"version": 1, "is_agreed": has_agreed, "status": _status(standings, teller, proposal)}
    return json.dumps({**said, "head": proposal.head, "people": people}, indent=2)


_FORMATS: dict[str, Callable[[Sequence[Standing], Teller, Proposal], str]] = {
    "text": _text,
    "status": _status,
    "json": _as_json,
}
