"""`plans agreement`: whose yes a change needs, who has given it, and when it no longer holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.changes.small_plan import PLAN
from tests.cli.command import edit, run
from tests.small_site import write_site
from tests.source.test_revision import commit, git

LOWER = ("hire.md", "target: 80", "target: 75")
"""The goal is People Partner's, the strategy VP Sales'."""


class Request:
    """A pull request in a repository, with its reviews, as GitHub's API gives them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = commit(folder)
        self.author = "somebody"
        self.is_draft = False
        self.reviews: list[dict[str, Any]] = []
        git(folder, "switch", "--quiet", "--create", "ours")

    def push(self, path: str, old: str, new: str) -> str:
        """Edit a plan and commit it."""
        edit(self.folder / "plans" / path, old, new)
        return commit(self.folder)

    def review(self, login: str, state: str = "APPROVED") -> None:
        """Add a review of what there is now."""
        self.reviews.append({
            "id": 80 + len(self.reviews), "node_id": "MDE3OlB1bGxSZXF1ZXN0UmV2aWV3ODA=",
            "user": {"login": login, "id": 1, "type": "User", "site_admin": False},
            "body": "", "state": state, "author_association": "COLLABORATOR",
            "submitted_at": "2026-11-20T12:00:00Z", "commit_id": git(self.folder, "rev-parse", "ours"),
        })  # fmt: skip

    def answers(self) -> dict[str, str]:
        """Where each stands, by handle."""
        found = json.loads(self.told("json").stdout)
        return {one["handle"]: one["answer"] for one in found["people"]}

    def told(self, format_: str) -> Any:
        """What the command says on the default branch, as the host runs it."""
        pull = {
            "number": 12, "state": "open", "draft": self.is_draft, "user": {"login": self.author},
            "head": {"ref": "ours", "sha": git(self.folder, "rev-parse", "ours"), "repo": {"fork": True}},
            "base": {"ref": "main", "sha": git(self.folder, "rev-parse", "main")},
        }  # fmt: skip
        event = self.folder.parent / "event.json"
        event.write_text(json.dumps({"action": "submitted", "number": 12, "pull_request": pull}), "utf-8")
        reviews = self.folder.parent / "reviews.json"
        reviews.write_text(json.dumps([self.reviews]), "utf-8")  # pages, as `gh api --slurp` has them
        git(self.folder, "switch", "--quiet", "main")
        try:
            options = ["--request", str(event), "--reviews", str(reviews), "--format", format_]
            return run("agreement", *options)
        finally:
            git(self.folder, "switch", "--quiet", "ours")


@pytest.fixture
def request_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A pull request that changes nothing yet."""
    folder = write_site(tmp_path / "site", PLAN)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    monkeypatch.chdir(folder)
    return Request(folder)


def test_a_change_of_wording_needs_nobody(request_: Request) -> None:
    """Nor does news."""
    request_.push("hire.md", "Choose with care.", "Choose twice.")
    result = request_.told("status")
    assert (result.exit_code, result.stdout) == (0, "needs nobody's yes\n")


def test_a_lowered_promise_waits_for_those_who_answer_for_it(request_: Request) -> None:
    """Of the goal and of its plan, by whatever state the people file has them; a comment is no yes."""
    request_.push(*LOWER)
    request_.review("Partner", "COMMENTED")
    result = request_.told("text")
    assert result.exit_code == 1
    assert result.stdout.startswith("waits for people-partner, vp-sales\n")
    assert "Ada Reed (GitHub @ada) hasn't agreed yet" in result.stdout
    assert "  Promise lowered: “Hire people who stay”: Goal “Keep more of" in result.stdout
    request_.review("Partner")
    assert request_.answers() == {"people-partner": "agreed", "vp-sales": "waiting"}
    request_.review("ada", "CHANGES_REQUESTED")
    assert request_.answers()["vp-sales"] == "refused"
    request_.review("ada")
    assert request_.told("status").stdout == "everybody whose yes it needs has agreed\n"


def test_a_yes_falls_only_when_something_of_theirs_is_changed(request_: Request) -> None:
    """Not by a typo, nor by what is another's, nor by what went on elsewhere."""
    request_.push(*LOWER)
    for login in ("partner", "ada"):
        request_.review(login)
    git(request_.folder, "switch", "--quiet", "main")
    request_.push("hire.md", "target: 5\n", "target: 9\n")  # another pull request's
    git(request_.folder, "switch", "--quiet", "ours")
    git(request_.folder, "merge", "--quiet", "--message", "Merge", "main")
    request_.push("hire.md", "One in three leaves", "One in three of us leaves")
    request_.push("find.md", "end: 2026-11-30", "end: 2026-12-20")
    assert request_.answers() == {
        "people-partner": "changed-since",
        "vp-sales": "agreed",
    }  # who leads the fairs
    request_.push("hire.md", "target: 75", "target: 70")
    assert request_.answers()["vp-sales"] == "changed-since"
    request_.push("hire.md", "target: 70", "target: 75")
    assert request_.answers()["vp-sales"] == "agreed"  # it is again what they agreed to


def test_whoever_loses_and_gains_something_is_asked(request_: Request) -> None:
    """Their own yes, or that they propose it; who has no name on the host can't say it there."""
    request_.push("find.md", "dri: people-partner", "dri: vp-people")
    request_.author = "Partner"
    assert request_.answers() == {"people-partner": "proposed", "vp-people": "unknown"}
    assert "VP People has no user name on GitHub in the people file" in request_.told("text").stdout


def test_nobody_becomes_somebody_else_by_their_own_request(request_: Request) -> None:
    """Who is who, and whose yes is needed, is what the target branch says."""
    request_.push(*LOWER)
    request_.push("people.yml", "github: ada,", "github: mallory,")
    request_.push("people.yml", "github: partner", "github: mallory")
    edit(request_.folder / "mkdocs.yml", "- plans:", "- plans:\n      agreement: {promise-lowered: off}")
    commit(request_.folder)
    request_.review("mallory")
    assert request_.answers() == {"people-partner": "waiting", "vp-sales": "waiting"}


def test_a_yes_that_is_taken_back_is_none(request_: Request) -> None:
    """The host keeps the review, and says that it was dismissed; so is a no. Who has left the host, or is a
    program, is nobody of the plan.
    """
    request_.push(*LOWER)
    for login in ("partner", "ada", "ada[bot]"):
        request_.review(login)
    request_.reviews[0]["state"] = "DISMISSED"
    request_.reviews[1]["user"] = None
    assert request_.answers() == {"people-partner": "waiting", "vp-sales": "waiting"}
    request_.review("partner")
    request_.review("ada", "CHANGES_REQUESTED")
    assert request_.answers() == {"people-partner": "agreed", "vp-sales": "refused"}
    request_.reviews[-1]["state"] = "DISMISSED"
    assert request_.answers() == {"people-partner": "agreed", "vp-sales": "waiting"}


def test_a_yes_holds_over_a_rebase_of_the_same_change(request_: Request) -> None:
    """Its commit is on no branch any more, and covers what it covered; in a draft as well."""
    request_.is_draft = True
    request_.push(*LOWER)
    for login in ("partner", "ada"):
        request_.review(login)
    git(request_.folder, "switch", "--quiet", "main")
    request_.push("find.md", "end: 2026-11-30", "end: 2026-12-20")
    request_.push("hire.md", "target: 5\n", "target: 4\n")
    git(request_.folder, "switch", "--quiet", "ours")
    git(request_.folder, "rebase", "--quiet", "main")
    assert request_.answers() == {"people-partner": "agreed", "vp-sales": "agreed"}
    edit(request_.folder / "plans/hire.md", "target: 75", "target: 70")
    git(request_.folder, "commit", "--quiet", "--all", "--amend", "--no-edit")
    assert request_.answers() == {"people-partner": "changed-since", "vp-sales": "changed-since"}


def test_one_account_may_speak_for_two_handles(request_: Request) -> None:
    """As the target branch has it: both have agreed, or propose it."""
    git(request_.folder, "switch", "--quiet", "main")
    request_.push("people.yml", "github: partner", "github: Ada")
    git(request_.folder, "switch", "--quiet", "ours")
    git(request_.folder, "merge", "--quiet", "--ff-only", "main")
    request_.push(*LOWER)
    request_.review("ADA")
    assert request_.answers() == {"people-partner": "agreed", "vp-sales": "agreed"}
    request_.author, request_.reviews = "ada", []
    assert request_.answers() == {"people-partner": "proposed", "vp-sales": "proposed"}


def test_a_team_that_answers_says_yes_by_its_lead(request_: Request) -> None:
    """Or, where nobody leads it, by any member that it has on the target branch."""
    team = "teams/recruiting.md"
    git(request_.folder, "switch", "--quiet", "main")
    edit(request_.folder / "mkdocs.yml", "- plans:", "- plans:\n      team_dris: true")
    request_.push("find.md", "dri: people-partner", "dri: recruiting")
    request_.push("people.yml", "role: Recruiting Lead", "role: Recruiting Lead, github: lead")
    git(request_.folder, "switch", "--quiet", "ours")
    git(request_.folder, "merge", "--quiet", "--ff-only", "main")
    request_.push("find.md", "end: 2026-11-30", "end: 2026-12-20")
    request_.review("partner")
    assert request_.answers() == {"recruiting-lead": "waiting"}
    request_.review("lead")
    assert request_.answers() == {"recruiting-lead": "agreed"}
    git(request_.folder, "switch", "--quiet", "main")
    request_.push(team, "lead: recruiting-lead\n", "")
    git(request_.folder, "switch", "--quiet", "ours")
    git(request_.folder, "rebase", "--quiet", "main")
    assert request_.answers() == {"recruiting": "changed-since"}  # who had to agree was somebody else
    request_.review("partner")
    assert request_.answers() == {"recruiting": "agreed"}
    request_.reviews = []
    request_.review("ada")
    assert request_.answers() == {"recruiting": "waiting"}
    request_.push("people.yml", "team: sales, github: ada", "team: recruiting, github: ada")
    assert request_.answers()["recruiting"] == "waiting"
    request_.review("partner", "CHANGES_REQUESTED")
    assert request_.answers()["recruiting"] == "refused"


def test_the_site_says_whose_yes_is_needed(request_: Request) -> None:
    """People by their handles, for any verdict; a yes to a commit that is gone covers nothing."""
    git(request_.folder, "switch", "--quiet", "main")
    setting = "- plans:\n      agreement: {promise-lowered: off, cost: [vp-sales, concerned]}"
    edit(request_.folder / "mkdocs.yml", "- plans:", setting)
    commit(request_.folder)
    git(request_.folder, "switch", "--quiet", "ours")
    request_.push(*LOWER)
    request_.push("ask.md", "cost: 4800 USD", "cost: 48000 USD")
    request_.review("ada")
    request_.reviews[-1]["commit_id"] = "0" * 40
    assert request_.answers() == {"recruiting-lead": "unknown", "vp-sales": "changed-since"}


def test_gitlab_s_approvals_are_of_the_version_that_there_was(request_: Request, tmp_path: Path) -> None:
    """By the time at which they were given."""
    commits = [request_.push(*LOWER), request_.push("hire.md", "target: 75", "target: 70")]
    files = {
        "request": {
            "iid": 3, "author": {"username": "somebody"}, "sha": commits[1],
            "diff_refs": {"base_sha": request_.base, "head_sha": commits[1], "start_sha": request_.base},
        },
        "reviews": {"approved": True, "approved_by": [
            {"user": {"username": "ada-r", "state": "active"}, "approved_at": "2026-11-20T10:00:00.000Z"},
        ]},
        "versions": [
            {"id": 2, "head_commit_sha": commits[1], "created_at": "2026-11-20T11:00:00.000Z"},
            {"id": 1, "head_commit_sha": commits[0], "created_at": "2026-11-20T09:00:00.000Z"},
        ],
    }  # fmt: skip
    options = []
    for name, content in files.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(content), "utf-8")
        options += [f"--{name}", str(path)]
    result = run("agreement", "--host", "gitlab", "--format", "json", *options)
    found = {one["handle"]: one["answer"] for one in json.loads(result.stdout)["people"]}
    assert found == {"people-partner": "unknown", "vp-sales": "changed-since"}
    approval = {"user": {"username": "ada-r"}, "approved_at": "2026-11-20T08:00:00.000Z"}
    (tmp_path / "reviews.json").write_text(json.dumps({"approved_by": [approval]}), "utf-8")
    result = run("agreement", "--host", "gitlab", *options)
    assert "agreed before this was changed" in result.stdout  # it is older than all that is known


def test_what_is_no_answer_of_a_host_is_refused(request_: Request, tmp_path: Path) -> None:
    """In one line."""
    path = tmp_path / "x.json"
    for content, said in (
        ("{", "isn't JSON"),
        ("[" * 100_000, "isn't JSON"),
        ('{"message": "Not Found"}', "isn't a pull request of GitHub"),
        ('{"action": "checks_requested", "merge_group": {}}', "isn't a pull request of GitHub"),
    ):
        path.write_text(content, "utf-8")
        result = run("agreement", "--request", str(path), "--reviews", str(path))
        assert result.exit_code == 2
        assert said in result.stderr
