"""One comment of ours on each host: found again, brought up to date, and nobody else's touched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_plans.codehost.comment import HOSTS, HostError, Outcome, Target, Thread, keep
from tests.codehost.comment.stand_in import OURS, GitHub, GitLab, Reply, StandIn, served

MARKER = "<!-- mkdocs-plans:review -->"
REPORT = f"{MARKER}\n\n## Change of plan\n\nThe end moves.\n"

KINDS: dict[str, type[StandIn]] = {"github": GitHub, "gitlab": GitLab}


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    """Each host in turn."""
    name: str = request.param
    return name


@pytest.fixture
def host(kind: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A host with nobody's comment yet."""
    monkeypatch.setenv("no_proxy", "*")
    standing = KINDS[kind]()
    with served(standing):
        yield standing


def thread(
    host: StandIn, token: str = "writes", repository: str = "acme/plan", patience: float = 60
) -> Thread:
    """The thread of the pull request 12."""
    kind = "github" if isinstance(host, GitHub) else "gitlab"
    variables = {"GITHUB_API_URL": host.address, "CI_API_V4_URL": host.address}
    return HOSTS[kind](Target(repository, 12), token, variables, patience)


def said(host: StandIn) -> list[str]:
    """What the comments say, by whatever line ends the host keeps."""
    return [text.replace("\r\n", "\n").strip() for text in host.texts]


def test_the_first_time_a_comment_is_written(host: StandIn) -> None:
    """Below what others said."""
    host.say("When will this be merged?")
    assert keep(thread(host), REPORT, MARKER) is Outcome.CREATED
    assert said(host) == ["When will this be merged?", REPORT.strip()]


def test_the_second_time_nothing_is_sent(host: StandIn) -> None:
    """Though the host has changed line ends and cut the last one."""
    keep(thread(host), REPORT, MARKER)
    host.requests.clear()
    assert keep(thread(host), REPORT, MARKER) is Outcome.UNCHANGED
    assert not host.writes


def test_a_new_report_takes_the_place_of_the_old_one(host: StandIn) -> None:
    """There is one comment, where it was."""
    keep(thread(host), REPORT, MARKER)
    host.say("I see.")
    later = REPORT.replace("The end moves", "The end stays")
    assert keep(thread(host), later, MARKER) is Outcome.UPDATED
    assert said(host) == [later.strip(), "I see."]


def test_a_text_with_no_mark_is_given_one(host: StandIn) -> None:
    """So that it is found again."""
    assert keep(thread(host), "Hello\n", MARKER) is Outcome.CREATED
    assert said(host) == [f"{MARKER}\n\nHello"]
    assert keep(thread(host), "Hello\n", MARKER) is Outcome.UNCHANGED


def test_each_name_has_a_comment_of_its_own(host: StandIn) -> None:
    """Two plans in one repository don't write over each other."""
    keep(thread(host), REPORT, MARKER)
    other = "<!-- mkdocs-plans:board -->"
    assert keep(thread(host), "Hello", other) is Outcome.CREATED
    assert keep(thread(host), "Hello again", other) is Outcome.UPDATED
    assert said(host) == [REPORT.strip(), f"{other}\n\nHello again"]


def test_a_comment_with_our_mark_by_somebody_else_is_left_alone(host: StandIn) -> None:
    """Whoever may write could otherwise have what they said written over, or answer in our name."""
    forged = f"{MARKER}\n\nI approve."
    host.say(forged)
    assert keep(thread(host), REPORT, MARKER) is Outcome.CREATED
    assert keep(thread(host), REPORT + "More.", MARKER) is Outcome.UPDATED
    assert said(host) == [forged, REPORT + "More."]


def test_a_comment_of_ours_that_only_quotes_the_mark_is_left_alone(host: StandIn) -> None:
    """The token's account may say other things, of other tools."""
    host.say(f"Somebody wrote:\n> {MARKER}", f"Look for\n{MARKER}\nin it", author=OURS)
    assert keep(thread(host), REPORT, MARKER) is Outcome.CREATED
    assert len(host.comments) == 3


def test_what_the_host_itself_notes_is_no_comment(kind: str, host: StandIn) -> None:
    """GitLab's system notes and the comments of accounts that are gone are passed over."""
    host.say(REPORT, author=OURS if kind == "gitlab" else None)
    host.comments[0].is_system = True
    assert keep(thread(host), REPORT, MARKER) is Outcome.CREATED


@pytest.mark.parametrize("size", [100, 20])
def test_it_is_found_on_any_page(host: StandIn, size: int) -> None:
    """Also where the host gives fewer on a page than it was asked for."""
    host.page_size = size
    host.say(*(f"{number}" for number in range(230)))
    keep(thread(host), REPORT, MARKER)
    assert keep(thread(host), REPORT, MARKER) is Outcome.UNCHANGED
    assert sum("page=3" in one for one in host.requests)


def test_an_end_that_never_comes_is_noticed(host: StandIn) -> None:
    """A host that is out of order has us look through no more than some pages."""
    host.page_size = 1
    host.say(*(f"{number}" for number in range(300)))
    with pytest.raises(HostError, match="more than 200 pages"):
        keep(thread(host), REPORT, MARKER)


def test_a_comment_that_is_deleted_meanwhile_is_written_anew(host: StandIn) -> None:
    """It was listed, and is gone when it is written to."""
    host.say(REPORT, author=OURS)
    host.gone = {host.comments[0].id}
    assert keep(thread(host), REPORT + "More.", MARKER) is Outcome.CREATED
    assert said(host)[-1] == REPORT + "More."


def test_where_there_is_nothing_to_say_none_is_begun(host: StandIn) -> None:
    """But one that is there says so."""
    assert keep(thread(host), REPORT, MARKER, only_update=True) is Outcome.NONE
    assert not host.writes
    host.say(REPORT, author=OURS)
    assert keep(thread(host), "No change of plan", MARKER, only_update=True) is Outcome.UPDATED


def test_a_text_that_is_too_long_loses_its_last_lines(host: StandIn) -> None:
    """The host would refuse it; the comment says how much is missing."""
    lines = [f"- line {number} of the report" for number in range(host.limit // 20)]
    keep(thread(host), "\n".join([MARKER, "", *lines]), MARKER)
    [text] = said(host)
    assert len(text) <= host.limit
    kept = text.splitlines()
    left_out = len(lines) - (len(kept) - 4)
    assert kept[-1] == f"*Lines left out because there is no room here: {left_out}.*"
    assert kept[-3] == lines[-left_out - 1]


def test_one_long_line_is_cut(host: StandIn) -> None:
    """Where there is no end of a line to cut at."""
    keep(thread(host), MARKER + "\n" + "x" * (host.limit + 1), MARKER)
    [text] = said(host)
    assert host.limit * 0.9 < len(text) <= host.limit
    assert text.endswith("no room here: 1.*")


def test_no_line_is_an_order_to_the_host() -> None:
    """GitLab carries out what begins a line with a slash, in the name of the token."""
    host = GitLab()
    with pytest.MonkeyPatch.context() as patch, served(host):
        patch.setenv("no_proxy", "*")
        keep(thread(host), "Read on:\n\n/merge\n  /approve\n\nplans/a.md and a / b\n", MARKER)
        assert not host.commands
        assert said(host) == [f"{MARKER}\n\nRead on:\n\n\\/merge\n  \\/approve\n\nplans/a.md and a / b"]
        assert keep(thread(host), "Read on:\n\n/merge\n  /approve\n\nplans/a.md and a / b\n", MARKER) is (
            Outcome.UNCHANGED
        )


def test_a_token_that_may_only_read_is_told_what_is_missing(kind: str, host: StandIn) -> None:
    """In our words and the host's."""
    needed = {"github": r"pull-requests: write.*not accessible", "gitlab": r"scope `api`.*higher privileges"}
    with pytest.raises(HostError, match=needed[kind]):
        keep(thread(host, token="reads"), REPORT, MARKER)
    assert not host.comments


def test_a_token_that_may_only_read_can_tell_that_nothing_changes(host: StandIn) -> None:
    """No request to write is made where none is needed."""
    keep(thread(host), REPORT, MARKER)
    assert keep(thread(host, token="reads"), REPORT, MARKER) is Outcome.UNCHANGED


def test_a_wrong_token_is_told_apart(host: StandIn) -> None:
    """From one that is allowed too little."""
    with pytest.raises(HostError, match="doesn't know the token"):
        keep(thread(host, token="expired"), REPORT, MARKER)


def test_a_repository_that_is_not_shown_may_be_the_token(host: StandIn) -> None:
    """Hosts say that there is none where a token may not see it."""
    with pytest.raises(HostError, match=r"has no .* 12 of acme/other, or doesn't show it"):
        keep(thread(host, repository="acme/other"), REPORT, MARKER)


def test_the_hosts_words_are_shown_harmless(host: StandIn) -> None:
    """They may hold anything: no line of theirs is a command to a terminal or to a job's log."""
    host.refusals = [Reply(400, {"message": "no\n::error::\x1b[31m" + "x" * 500})]
    with pytest.raises(HostError) as raised:
        keep(thread(host), REPORT, MARKER)
    message = str(raised.value)
    assert message.isprintable()
    assert len(message) < 400
