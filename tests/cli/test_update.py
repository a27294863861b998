"""`plans update`: what it writes, what it says, what it refuses, and what it asks in a terminal."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from mkdocs_plans.cli.hand_in import quoted
from tests.small_site import CONFIG, text, write_site
from tests.source.test_revision import commit, git
from tests.terminal import answer, begin, read_to_its_end

In = Callable[..., Result]

PLAN = """---
type: tactic
title: Ask
strategy: hire
dri: vp-sales
start: 2026
end: 2026-12-18  # as agreed
goals:
  - {id: asked, title: Ask everyone, unit: percent, baseline: 0, target: 100, due: 2026-12-18}
  - {id: agreed, title: Agree, due: 2026-12-01}
actions:
  - do: Write the questions
    due: 2026-11-30
  - do: Print the questions
---
The text.
"""

FILES: dict[str, str | bytes] = {
    "hire.md": "---\ntype: strategy\ntitle: Hire\n---\n",
    "ask.md": PLAN.encode(),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one tactic that has never been updated."""
    return write_site(tmp_path, FILES)


@pytest.fixture
def update(site: Path, monkeypatch: pytest.MonkeyPatch) -> In:
    """Run `plans update` in the site."""

    def run(*arguments: str) -> Result:
        monkeypatch.chdir(site)
        result = CliRunner().invoke(main, ["update", *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def text_of(site: Path) -> str:
    return (site / "plans/ask.md").read_bytes().decode()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("4.900", "4900"),
        ("4.900 Bewerbungen", "4900"),
        ("4 900", "4900"),
        ("4900,5", "4900.5"),
        ("4,9 Tsd.", "4900"),
    ],
)
def test_a_reading_is_typed_as_the_site_shows_it(
    typed: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the site's language; in the file it is plain digits."""
    goal = "{id: asked, title: Bewerbungen, unit: Bewerbungen, baseline: 4120, target: 5500}"
    plan = re.sub(r"\{id: asked.*\}", goal, PLAN)
    config = text(CONFIG).replace("name: material", "name: material, language: de")
    monkeypatch.chdir(write_site(tmp_path, {**FILES, "ask.md": plan}, config=config))
    result = CliRunner().invoke(main, ["update", "ask", "--reading", f"asked={typed}", "--yes"])
    assert result.exit_code == 0, result.output
    assert f"readings: {{asked: {written}}}" in text_of(tmp_path)
    assert "unlikely-number" not in result.output


def test_a_reading_that_can_be_two_or_is_unlikely_is_told(update: In) -> None:
    """The first isn't written, the second is, once somebody agrees."""
    result = update("ask", "--reading", "asked=1.000", "--yes")
    assert result.exit_code == 2
    assert "can mean 1000 or 1: write 1000 or 1" in result.output
    assert "unlikely-number" in update("ask", "--reading", "asked=82000", "--dry-run").output


def test_one_run_writes_all_that_is_said(site: Path, update: In) -> None:
    """The update first, the action done, the end moved with its first promise kept; nothing else."""
    said = ("--health", "at-risk", "--note", "It slipped: twice", "--reading", "82%")
    result = update("ask", *said, "--done", "write", "--end", "2027-Q1", "--status", "paused", "--yes")
    assert result.exit_code == 0, result.output
    expected = PLAN.replace("end: 2026-12-18  #", "status: paused\nend: 2027-Q1  #")
    expected = expected.replace(
        "dri: vp-sales\nstart: 2026\nstatus: paused\n", "dri: vp-sales\nstatus: paused\nstart: 2026\n"
    )
    expected = expected.replace("# as agreed\n", "# as agreed\noriginally: 2026-12-18\n")
    expected = expected.replace("due: 2026-11-30\n", "due: 2026-11-30\n    done: 2026-11-23\n")
    expected = expected.replace(
        "---\nThe text",
        "updates:\n  - date: 2026-11-23\n    health: at-risk\n    readings: {asked: 82}\n"
        '    note: "It slipped: twice"\n---\nThe text',
    )
    assert text_of(site) == expected


def test_the_second_run_of_the_same_finds_nothing_to_change(update: In) -> None:
    """So that a run that was doubted can be run again."""
    said = ("ask", "--health", "on-track", "--note", "Fine.", "--end", "2027", "--done", "1", "--yes")
    assert update(*said).exit_code == 0
    again = update(*said)
    assert (again.output, again.exit_code) == ("there is nothing to change\n", 0)


def test_updates_stand_newest_first_unless_the_file_has_them_last(site: Path, update: In) -> None:
    """One of an earlier day goes below."""
    for day in ("2026-11-01", "2026-11-20", "2026-11-10"):
        assert update("ask", "--note", day, "--date", day, "--yes").exit_code == 0
    assert [line[-2:] for line in text_of(site).splitlines() if "- date:" in line] == ["20", "10", "01"]


def test_the_first_promise_stays_when_a_date_moves_again(site: Path, update: In) -> None:
    """`originally` is what was promised first."""
    for day in ("2026-12-05", "2026-12-10"):
        update("ask", "--due", f"1={day}", "--due", f"agreed={day}", "--yes")
    assert "    due: 2026-12-10\n    originally: 2026-11-30\n" in text_of(site)
    assert "due: 2026-12-10, originally: 2026-12-01}" in text_of(site)


def test_a_file_keeps_its_line_ends_its_mark_and_its_mode(site: Path, update: In) -> None:
    """As every editor on Windows writes them."""
    file = site / "plans/ask.md"
    file.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    assert update("ask", "--health", "on-track", "--yes").exit_code == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == PLAN.count("\n") + 3
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_dry_run_shows_a_diff_and_writes_nothing(site: Path, update: In) -> None:
    """In the form that `git apply` takes."""
    result = update("ask", "--health", "on-track", "--dry-run")
    assert result.exit_code == 0
    assert "--- a/plans/ask.md\n+++ b/plans/ask.md\n" in result.stdout
    assert "\n+updates:\n+  - date: 2026-11-23\n+    health: on-track\n" in result.stdout
    assert text_of(site) == PLAN


def test_nothing_is_written_without_a_yes(site: Path, update: In) -> None:
    """A script has to say so; the change is shown all the same."""
    result = update("ask", "--health", "on-track")
    assert (result.exit_code, text_of(site)) == (2, PLAN)
    assert "add --yes" in result.stderr


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (("aks", "--health", "on-track"), 'no strategy or tactic has the id "aks": did you mean "ask"?'),
        (("ask", "--done", "dance"), 'ask has no action or goal "dance"'),
        (
            ("ask", "--due", "9=2027-01-20"),
            "ask has no action 9, but 2:\n  1  Write the questions\n  2  Print the questions\n",
        ),
        (("ask", "--done", "questions"), "may mean several parts of ask: write-the-questions, print-the"),
        (("ask", "--done", "asked"), "write a reading, as asked=100"),
        (("ask", "--reading", "agreed=4"), 'no goal "agreed" with a number'),
        (("ask", "--reading", "asked=many"), "write only digits"),
        (("ask", "--end", "03/04/2027"), "write 2027-04-03 (3 April 2027) or 2027-03-04"),
        (("ask", "--end", "2025"), "would bring an error into the plan"),
        (("ask", "--note", "  "), "the text is empty"),
        (("ask", "--note", "a\x07b"), "can't be printed"),
        (("ask", "--due", "1"), "--due takes a name and a value"),
        (("ask",), "say what to write"),
        ((), "say which plan"),
    ],
)
def test_what_can_not_be_written_is_refused_with_the_reason(
    site: Path, update: In, said: tuple[str, ...], answer: str
) -> None:
    """Before anything is."""
    result = update(*said, "--yes")
    assert (result.exit_code, text_of(site)) == (2, PLAN)
    assert answer in result.stderr


def test_a_file_with_mistakes_in_its_lists_is_fixed_first(site: Path, update: In) -> None:
    """Positions in a list can't be told there."""
    (site / "plans/ask.md").write_text(PLAN.replace("- do: Write", "- to: Write"))
    result = update("ask", "--done", "1", "--yes")
    assert "plans/ask.md holds mistakes: fix them first, see `plans check`" in result.stderr


def test_a_file_that_can_not_be_read_is_named(site: Path, update: In) -> None:
    """It is there: its id isn't misspelt."""
    (site / "plans/ask.md").write_text(PLAN.replace("title: Ask", "title: Ask: all"))
    said = update("ask", "--health", "on-track", "--yes").stderr
    assert said == "plans: plans/ask.md can't be read: see `plans check plans/ask.md`\n"


def handed_in(said: str) -> list[str]:
    """The commands that are printed below a change that is written."""
    return [line.strip() for line in said.partition("To hand it in:\n")[2].splitlines()]


def test_it_says_how_to_hand_the_update_in(site: Path, update: In) -> None:
    """On a branch that is free, or on one's own; nothing where there is no git, no push without a remote."""
    said = ("ask", "--yes", "--health")
    assert update(*said, "on-track").output.endswith("\nplans/ask.md is written\n")
    git(site, "init", "--quiet", "--initial-branch", "main")
    rest = ["git add plans/ask.md", 'git commit -m "Update ask" plans/ask.md']
    assert handed_in(update(*said, "at-risk").output) == rest
    commit(site)
    lines = handed_in(update(*said, "off-track").output)
    assert lines == ["git switch -c update-ask main", *rest, "git switch main"]
    git(site, "branch", "update-ask")
    lines = handed_in(update(*said, "at-risk", "--note", "Slow.").output)
    assert lines[0] == "git switch -c update-ask-2026-11-23 main"
    git(site, "switch", "--quiet", "update-ask")
    assert handed_in(update(*said, "on-track", "--note", "Mended.").output) == rest


def test_each_update_is_handed_in_on_its_own(site: Path, update: In, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was handed in before, and in whichever order: a branch holds one check-in, and is pushed."""
    (site / "plans/tell.md").write_text(
        (site / "plans/ask.md").read_text().replace("title: Ask", "title: Tell")
    )
    git(site, "init", "--quiet", "--initial-branch", "main")
    commit(site)
    there = site.parent / "there.git"
    git(site, "clone", "--quiet", "--bare", ".", str(there))
    git(site, "remote", "add", "origin", str(there))
    first = handed_in(update("ask", "--yes", "--note", "One.").output)
    second = handed_in(update("tell", "--yes", "--note", "Two.").output)
    monkeypatch.chdir(site)
    for line in (*first[:-1], *second):
        subprocess.run(line, shell=True, check=True, capture_output=True)
    for name in ("ask", "tell"):
        changed = git(there, "diff", "--name-only", "main", f"update-{name}")
        assert changed == f"plans/{name}.md"
    assert git(site, "status", "--porcelain") == ""
    git(site, "switch", "--quiet", "update-ask")
    assert handed_in(update("tell", "--yes", "--note", "More.").output)[0].endswith(" main")


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("plans/ask.md", "plans/ask.md"),
        ("Update ask", '"Update ask"'),
        ("pläne/a b.md", '"pläne/a b.md"'),
        ("a$b", "'a$b'"),
    ],
)
def test_a_word_is_quoted_as_any_shell_reads_it(word: str, shown: str) -> None:
    """In double quotes, which cmd knows, unless a shell acts on something between them."""
    assert quoted(word) == shown


def asked(site: Path, *arguments: str) -> pexpect.spawn[str]:
    """Run `plans update` in a terminal of its own."""
    return begin(site, sys.executable, "-m", "mkdocs_plans", "update", *arguments)


def test_in_a_terminal_it_asks(site: Path) -> None:
    """Choices by number; a wrong answer is asked again; Enter leaves things as they are."""
    terminal = asked(site, "ask")
    answer(
        terminal,
        (r"How is it going.*Number", "9"),
        ('"9" is none of these: write a number from 1 to 3, or a part of its words', "2"),
        ("Ask everyone: now", "many"),
        ("write only digits", "82"),
        ("3  Agree.*Numbers, as 1,3", "1,3"),
        ("A new end.*2026-12-18", "soon"),
        ("isn't a date.*A new end", ""),
        ("What is there to say", "It's late."),
        (r"\[32m\+ +health: at-risk.*Write this", ""),
    )
    assert "plans/ask.md is written" in read_to_its_end(terminal)
    expected = PLAN.replace("due: 2026-11-30\n", "due: 2026-11-30\n    done: 2026-11-23\n")
    expected = expected.replace("due: 2026-12-01}", "due: 2026-12-01, met: 2026-11-23}")
    update = (
        "updates:\n  - date: 2026-11-23\n    health: at-risk\n    readings: {asked: 82}\n"
        "    note: It's late.\n"
    )
    assert text_of(site) == expected.replace("---\nThe text", f"{update}---\nThe text")


def test_in_a_terminal_what_slipped_is_put_off(site: Path) -> None:
    """What is open and has a day can get another; the first promise is kept. What is done isn't asked for."""
    terminal = asked(site, "ask")
    answer(
        terminal,
        ("How is it going.*Number", ""),
        ("Ask everyone: now", ""),
        ("Done by now.*Numbers", "2"),
        ("Put off.*1  Write the questions.*2  Agree.*Numbers, as 1,3", "1,2"),
        (r"Write the questions: until when\? \(now 2026-11-30", "soon"),
        ("isn't a date.*Write the questions: until when", "2026-12-10"),
        (r"Agree: until when\? \(now 2026-12-01", ""),
        ("A new end", ""),
        ("What is there to say", ""),
        ("Write this", ""),
    )
    read_to_its_end(terminal)
    expected = PLAN.replace("due: 2026-11-30", "due: 2026-12-10\n    originally: 2026-11-30")
    assert text_of(site) == expected.replace("the questions\n---", "the questions\n    done: 2026-11-23\n---")


def test_in_a_terminal_an_end_before_the_start_is_asked_again(site: Path) -> None:
    """At once, so that no other answer is lost."""
    terminal = asked(site, "ask")
    answer(
        terminal,
        ("How is it going.*Number", ""),
        ("Ask everyone: now", ""),
        ("Done by now.*Numbers", ""),
        ("Put off.*Numbers", ""),
        ("A new end", "2025-12-31"),
        (r"that is before it starts \(2026\).*A new end", "2027"),
        ("What is there to say", ""),
        ("Write this", ""),
    )
    assert "plans/ask.md is written" in read_to_its_end(terminal)
    assert "\nend: 2027  # as agreed\noriginally: 2026-12-18\n" in text_of(site)


def test_in_a_terminal_the_plan_is_chosen_by_its_words(site: Path) -> None:
    """Who doesn't know the id doesn't need to."""
    terminal = asked(site, "--health", "on-track")
    answer(terminal, ("Which plan.*1  Hire.*2  Ask.*Number", "ask"), ("Write this", "y"))
    read_to_its_end(terminal)
    assert "updates:\n  - date: 2026-11-23\n    health: on-track\n" in text_of(site)


def test_in_a_terminal_no_is_an_answer(site: Path) -> None:
    """The file stays as it was, and the exit status says so."""
    terminal = asked(site, "ask", "--health", "on-track")
    answer(terminal, ("Write this", "n"))
    assert "nothing is written" in read_to_its_end(terminal)
    assert (terminal.exitstatus, text_of(site)) == (1, PLAN)


def test_in_a_terminal_who_stops_is_told_that_nothing_is_written(site: Path) -> None:
    """On a line of its own; the exit status says so too."""
    terminal = asked(site, "ask")
    terminal.expect("How is it going.*Number")
    terminal.sendintr()
    assert read_to_its_end(terminal).endswith("^C\r\nStopped: nothing is written.\r\n")
    assert (terminal.exitstatus, text_of(site)) == (1, PLAN)
