"""`plans comment`: what it reads, whom it asks, and what it says when it can't."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.codehost.comment.stand_in import GitHub, GitLab, Reply, StandIn, served

REPORT = "<!-- mkdocs-plans:review -->\n\n## No change of plan\n"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the job that the tests themselves run in."""
    for name in ("GITHUB_ACTIONS", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_REF", "GITHUB_EVENT_PATH"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITLAB_CI", "GITLAB_TOKEN", "CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_PROJECT_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    """The job of a pull request on GitHub."""
    host = GitHub()
    with served(host) as address:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_API_URL", address)
        monkeypatch.setenv("GITHUB_GRAPHQL_URL", f"{address}/graphql")
        monkeypatch.setenv("GITHUB_REPOSITORY", "acme/plan")
        monkeypatch.setenv("GITHUB_REF", "refs/pull/12/merge")
        monkeypatch.setenv("GITHUB_TOKEN", "writes")
        yield host


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitLab]:
    """The pipeline of a merge request on GitLab."""
    host = GitLab()
    with served(host) as address:
        monkeypatch.setenv("GITLAB_CI", "true")
        monkeypatch.setenv("CI_API_V4_URL", address)
        monkeypatch.setenv("CI_PROJECT_ID", "a-fork")
        monkeypatch.setenv("CI_MERGE_REQUEST_PROJECT_ID", "acme/plan")
        monkeypatch.setenv("CI_MERGE_REQUEST_IID", "12")
        monkeypatch.setenv("GITLAB_TOKEN", "writes")
        yield host


def plans(*arguments: str, given: str | bytes = REPORT) -> Result:
    """Run the command; it never ends in a traceback, and never shows the token."""
    result = CliRunner().invoke(main, ["comment", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "writes" not in result.output
    return result


def test_a_job_knows_what_it_is_about_on_github(github: GitHub) -> None:
    """Nothing needs to be named; what was done is said."""
    assert plans().output == "the comment on pull request 12 of acme/plan is created\n"
    assert plans().output == "the comment on pull request 12 of acme/plan is up to date\n"
    assert len(github.comments) == 1


def test_a_job_knows_what_it_is_about_on_gitlab(gitlab: GitLab) -> None:
    """The project is the one that is merged into, not the fork that the pipeline is of."""
    assert plans().output == "the comment on merge request 12 of acme/plan is created\n"
    assert plans(given=REPORT + "More").output == "the comment on merge request 12 of acme/plan is updated\n"
    assert len(gitlab.comments) == 1


def test_a_file_is_read(github: GitHub, tmp_path: Path) -> None:
    """Whatever mark of Unicode it begins with."""
    (tmp_path / "report.md").write_text(REPORT, "utf-8-sig")
    assert plans(str(tmp_path / "report.md")).exit_code == 0
    assert github.texts == [REPORT.replace("\n", "\r\n")]


def test_the_event_tells_the_number(github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reference doesn't, as on `pull_request_target`."""
    (tmp_path / "event.json").write_text(json.dumps({"pull_request": {"number": 12}}))
    monkeypatch.setenv("GITHUB_REF", "refs/heads/main")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    assert plans().exit_code == 0
    assert len(github.comments) == 1


@pytest.mark.parametrize(
    "event", ["", "[]", "{}", '{"pull_request": null}', '{"pull_request": {"number": "1"}}']
)
def test_a_job_of_no_pull_request_asks_for_the_number(
    github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: str
) -> None:
    """Whatever the event is."""
    (tmp_path / "event.json").write_text(event)
    monkeypatch.setenv("GITHUB_REF", "refs/heads/main")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    result = plans()
    assert result.exit_code == 2
    assert "--number" in result.output
    assert plans("--number", "12").exit_code == 0
    assert len(github.comments) == 1


def test_what_is_named_counts_before_the_job(github: GitHub) -> None:
    """As for a report on another repository."""
    result = plans("--repository", "acme/other", "--number", "3")
    assert result.exit_code == 2
    assert "pull request 3 of acme/other" in result.output


def test_elsewhere_the_host_is_asked_for() -> None:
    """The token is never sent on a guess."""
    result = plans("--number", "1")
    assert result.exit_code == 2
    assert "--host" in result.output


@pytest.mark.parametrize(
    ("host", "names"), [("github", "GITHUB_TOKEN or GH_TOKEN"), ("gitlab", "GITLAB_TOKEN")]
)
def test_a_missing_token_is_named(host: str, names: str) -> None:
    """By the variable that it is read from."""
    result = plans("--host", host, "--repository", "acme/plan", "--number", "1")
    assert result.exit_code == 2
    assert f"set {names}" in result.output


def test_an_empty_token_is_none(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that isn't set is an empty text; the second name is looked at then."""
    monkeypatch.setenv("GITHUB_TOKEN", "")
    assert plans().exit_code == 2
    monkeypatch.setenv("GH_TOKEN", "writes\n")
    assert plans().exit_code == 0
    assert len(github.comments) == 1


@pytest.mark.parametrize("given", ["", " \n", b"\xff\xfe"])
def test_a_report_that_is_none_is_not_written(github: GitHub, given: str | bytes) -> None:
    """As when the command before it in a pipe failed."""
    result = plans(given=given)
    assert result.exit_code == 2
    assert "nothing is written" in result.output
    assert not github.requests


@pytest.mark.parametrize("name", ["", "A", "a b", "a--b", "-->", "a\n"])
def test_a_name_is_a_plain_word(github: GitHub, name: str) -> None:
    """It stands within an HTML comment, which two hyphens would end."""
    assert plans("--name", name).exit_code == 2
    assert not github.requests


@pytest.mark.parametrize("repository", ["plan", "acme/plan/../other", "acme/..", "../..", "acme/plan?x", ""])
def test_a_repository_is_named_in_full(
    github: GitHub, repository: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no other path of the host is reached by a name."""
    monkeypatch.delenv("GITHUB_REPOSITORY")
    result = plans("--repository", repository)
    assert result.exit_code == 2
    assert "OWNER/NAME" in result.output
    assert not github.requests


def test_only_an_update_is_asked_for(github: GitHub) -> None:
    """A change that has nothing to do with the plan gets no comment."""
    assert plans("--only-update").exit_code == 0
    assert not github.comments


def test_a_rate_that_is_used_up_is_told(github: GitHub) -> None:
    """Where there is no patience to wait."""
    github.refusals = [Reply(429, None, {"Retry-After": "90"})]
    result = plans("--wait", "0")
    assert result.exit_code == 2
    assert "for 90 s" in result.output


def test_a_host_that_is_not_there_is_told(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the system says of it, and no mention of a rate."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and not listening
        monkeypatch.setenv("GITHUB_GRAPHQL_URL", f"http://127.0.0.1:{taken.getsockname()[1]}/graphql")
        result = plans("--wait", "0")
    assert result.exit_code == 2
    assert "GitHub can't be reached" in result.output
    assert "refused" in result.output


@pytest.mark.parametrize("kind", [GitHub, GitLab])
def test_a_host_that_answers_with_a_page_is_told(kind: type[StandIn], request: pytest.FixtureRequest) -> None:
    """As behind a gateway that asks for a password."""
    host: StandIn = request.getfixturevalue(kind.__name__.lower())
    host.refusals = [Reply(200, b"<html>Sign in</html>")]
    result = plans()
    assert result.exit_code == 2
    assert "is the address right?" in result.output
