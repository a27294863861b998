"""`plans apply-form`: a form that was handed in, made a change of the plan; a hostile one, made none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frontmatter
import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.codehost.forms.filled import NOTE, PLAN, check_in, proposal, write_plan
from tests.small_site import CONFIG, all_found_in, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A strategy with a goal, a tactic, three people."""
    return write_plan(tmp_path)


def apply(site: Path, body: str | bytes, *arguments: str, exit_code: int = 0) -> Result:
    """Hand in a form, on standard input."""
    command = ["apply-form", "--config-file", str(site / "mkdocs.yml"), *arguments]
    result = CliRunner().invoke(main, command, input=body)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code, result.output
    return result


def files(site: Path) -> dict[str, bytes]:
    """All files of a site."""
    every = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in every}


def values(site: Path, path: str) -> dict[str, Any]:
    """The front matter of a plan file."""
    return dict(frontmatter.loads((site / path).read_text("utf-8")).metadata)


def errors(site: Path) -> list[str]:
    """The errors that the check finds."""
    return [str(one.finding) for one in all_found_in(site) if one.finding.severity == "error"]


GOAL = "Keep more of the people we hire (hire#first-year-retention)"


@pytest.mark.parametrize(("typed", "written"), [("71.5 %", 71.5), ("71,5", 71.5), ("1 250%", 1250)])
def test_a_number_is_read_as_people_write_it(typed: str, written: float, site: Path) -> None:
    """With its percent sign, and with the marks of another language."""
    apply(site, check_in(numbers=f"{GOAL}: {typed}"))
    [update] = values(site, "plans/hire.md")["updates"]
    assert update["readings"] == {"first-year-retention": written}


def test_a_number_that_can_be_two_is_refused(site: Path) -> None:
    """The answer says what to write for each."""
    result = apply(site, check_in(numbers=f"{GOAL}: 1.000"), exit_code=4)
    assert "write 1000 or 1" in result.output


def test_a_check_in_is_written_into_its_plan(site: Path) -> None:
    """As `plans update` writes it, on the day of the run; no other file changes."""
    before = files(site)
    apply(
        site, check_in(health="At risk (at-risk)", numbers=f"{GOAL}: 71.5", note="Two regions lag.\n\nStill.")
    )
    changed = {path for path, data in files(site).items() if before.get(path) != data}
    assert changed == {"plans/hire.md"}
    [update] = values(site, "plans/hire.md")["updates"]
    assert str(update["date"]) == "2026-11-23"
    assert update["health"] == "at-risk"
    assert update["readings"] == {"first-year-retention": 71.5}
    assert update["note"] == "Two regions lag.\n\nStill."
    assert errors(site) == []


def test_a_check_in_takes_several_numbers_and_actions(site: Path) -> None:
    """A line that is left as it was says nothing; a goal may be named by its id."""
    file = site / "plans/hire.md"
    more = "goals:\n  - {id: hired, title: A, target: 9}\n"
    file.write_text(file.read_text("utf-8").replace("goals:\n", more), "utf-8")
    numbers = f"A (hire#hired): 4\n- first-year-retention: 71.5 %\n{GOAL}: \n"
    apply(site, check_in(numbers=numbers))
    [update] = values(site, "plans/hire.md")["updates"]
    assert update["readings"] == {"hired": 4, "first-year-retention": 71.5}
    apply(site, check_in(plan="ask", done="Print the questions (ask#print), Ring  then write (ask#ring)"))
    assert [str(one["done"]) for one in values(site, "plans/ask.md")["actions"]] == ["2026-11-23"] * 2


def test_what_a_text_program_writes_is_text(site: Path) -> None:
    """A space that doesn't break, a tab, a mark where a word may be parted, a picture joined of two."""
    apply(site, check_in(note="Off by 5\N{NO-BREAK SPACE}km,\tat\N{SOFT HYPHEN}most. 👩\u200d💻"))
    [update] = values(site, "plans/hire.md")["updates"]
    assert update["note"] == "Off by 5 km, atmost. 👩\u200d💻"


def test_a_title_without_end_makes_a_short_name(site: Path) -> None:
    """Of whole words; the title stays whole."""
    title = "Ring " + "them " * 50 + "up"
    apply(site, proposal(title=title))
    [made] = (site / "plans").rglob("ring-them*.md")
    assert len(made.stem) <= 80
    assert made.stem.endswith("-them")
    assert frontmatter.loads(made.read_text("utf-8"))["title"] == title


def test_a_tactic_is_begun(site: Path) -> None:
    """As `plans new` begins it: proposed, below its strategy, with its steps."""
    said = apply(
        site,
        proposal(
            title="Be #1: ring them", goals=GOAL, dri="VP Sales (vp-sales)", begins="2027-01", ends="2027-Q1",
            steps="- List who said no\n* Ring each\n\nLook back: why?",
        ),
    ).stdout  # fmt: skip
    assert "is written" in said
    begun = values(site, "plans/be-1-ring-them.md")
    assert begun["title"] == "Be #1: ring them"
    assert begun["status"] == "proposed"
    assert begun["advances"] == ["first-year-retention"]
    assert begun["dri"] == "vp-sales"
    actions = begun["actions"]
    assert [one["do"] for one in actions] == ["List who said no", "Ring each", "Look back: why?"]
    assert errors(site) == []


def test_the_title_of_a_choice_may_have_changed(site: Path) -> None:
    """The id is what counts, and may stand alone; as in a form that was opened before the plan changed."""
    apply(site, check_in(plan="Hire those who leave (hire)", health="at-risk"))
    assert "at-risk" in (site / "plans/hire.md").read_text("utf-8")


def test_a_dry_run_shows_the_change(site: Path) -> None:
    """And writes nothing."""
    before = files(site)
    said = apply(site, check_in(note="A word."), "--dry-run").stdout
    assert "+    note: A word." in said
    assert files(site) == before


def test_a_form_may_come_from_the_environment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the variable's name, so that no shell sees its text."""
    monkeypatch.setenv("ISSUE_BODY", check_in(note="A word."))
    apply(site, "", "--env", "ISSUE_BODY")
    assert "A word." in (site / "plans/hire.md").read_text("utf-8")
    assert "no environment variable" in apply(site, "", "--env", "NOTHING", exit_code=2).stderr


@pytest.mark.parametrize(
    "body", ["", "It is broken.", "### Steps\n\nClick.", "#### " + PLAN, "Broken:\n\n### Plan\n\nx"]
)
def test_another_issue_is_none_of_ours(site: Path, body: str) -> None:
    """Which isn't a failure: most issues aren't."""
    before = files(site)
    assert "none of our forms" in apply(site, body, exit_code=3).stdout
    assert files(site) == before


def test_the_form_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    """And the organisation's words; the headings are read in them."""
    config = CONFIG.replace("font: false", "font: false, language: de")
    site = write_site(
        tmp_path, {"hire.md": (write_plan(tmp_path) / "plans/hire.md").read_text()}, config=config
    )
    body = (
        "### Worüber berichtet wird\n\nhire\n\n### Wie es läuft\n\nGefährdet (at-risk)\n\n"
        "### Neue Zahlen\n\nKeep (hire#first-year-retention): 71,5\n\n### Inzwischen erledigt\n\nNone\n\n"
        "### Was es zu sagen gibt\n\n_No response_"
    )
    apply(site, body)
    assert "first-year-retention: 71.5" in (site / "plans/hire.md").read_text("utf-8")
    assert "health: at-risk" in (site / "plans/hire.md").read_text("utf-8")


REFUSED = {
    "a plan that isn't there": check_in(plan="Theirs (theirs)", note="x"),
    "a path for a plan": check_in(plan="../../etc/passwd", note="x"),
    "a closed bracket too many": check_in(plan="Hire (hire))", note="x"),
    "a health that is none": check_in(health="great"),
    "a goal of another plan": check_in(plan="ask", numbers=f"{GOAL}: 3"),
    "a number with no goal": check_in(numbers="3"),
    "a goal that nobody has": check_in(numbers="x: 3"),
    "a goal twice": check_in(numbers=f"{GOAL}: 3\nfirst-year-retention: 4"),
    "a number that is none": check_in(numbers=f"{GOAL}: $(id)"),
    "an action of another plan": check_in(done="Print the questions (ask#print)"),
    "an action that isn't there": check_in(done="x (hire#x)"),
    "goals alone": check_in(numbers=f"{GOAL}: "),
    "nothing said": check_in(),
    "a heading twice": check_in(note=f"x\n### {NOTE}\ny"),
    "a field given twice": check_in(note=f"x\n\n### {PLAN}\n\nask"),
    "a heading left out": f"### {PLAN}\n\nhire\n\n### {NOTE}\n\nx",
    "signs that can't be seen": check_in(note="a\x1b[2J\u202eb"),
    "a note without end": check_in(note="x" * 5_001),
    "a body without end": check_in(note="x\n" * 40_000),
    "a strategy that isn't there": proposal(strategy="x"),
    "a person who left": proposal(dri="Sales Clerk (gone)"),
    "a goal that isn't there": proposal(goals=f"{GOAL}, x (hire#x)"),
    "a day that isn't there": proposal(ends="2027-02-30"),
    "an end before its start": proposal(begins="2027-06-01", ends="2027-01-01"),
    "a title of two lines": proposal(title="a\nb"),
    "a title that is the name of a folder's page": proposal(title="Index"),
    "a title that makes no id": proposal(title="!!!"),
    "too many steps": proposal(steps="do\n" * 31),
    "a step that can't be seen": proposal(steps="do\u202e it"),
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
def test_a_form_that_does_not_fit_is_refused(site: Path, body: str) -> None:
    """In one line that says why, and nothing is written."""
    before = files(site)
    said = apply(site, body, exit_code=4).stderr
    assert "plans: " in said.splitlines()[-1]
    assert files(site) == before


def test_what_is_no_text_is_refused(site: Path) -> None:
    """Bytes are no answer."""
    assert "isn't UTF-8" in apply(site, b"\xff\xfe" + check_in(note="x").encode(), exit_code=2).stderr


def test_a_refusal_repeats_no_sign_that_a_terminal_obeys(site: Path) -> None:
    """It quotes the answer, which is somebody else's."""
    said = apply(site, proposal(begins="2027\x1b]0;x\x07"), exit_code=4).stderr
    assert "2027" in said
    assert said.rstrip().isprintable()


HOSTILE = [
    "$(touch owned)", "`touch owned`", "'; touch owned; '", '"; touch owned; "', "| touch owned",
    "&& touch owned", "${{ github.token }}", "${{ secrets.GITHUB_TOKEN }}", "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}", "{# x #}", "::set-output name=x::y", "::add-mask::x",
    "::stop-commands::x", "##[command]touch owned", "---\ntype: mission", "---", "...", "status: done",
    "\nstatus: done\n", "x\nstatus: done", "- x\n- y", "updates: []", "x: y: z", "key: [a, b", "{a: b",
    "[a", "!!python/object/apply:os.system ['touch owned']", "!ENV HOME", "&anchor x", "*anchor", "| x",
    "> x", "%TAG x", "@everyone", "`x", "# x", "x # y", "? x", "'x", '"x', "it's \"both\" \\ and",
    "\\n\\x41", "<script>alert(1)</script>", "<!-- plans/rules -->", "-->", "<!--", "]]>",
    "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "### Steps to reproduce",
    "_No response", "None.", "null", "~", "yes", "2026-01-01", "1e3", "0x1F", "\U0001f600 emoji", "日本語",
    "a" * 4_000, "a\n\n\n\nb", "../../x", "=cmd|' /C calc'!A0", "%s %(x)s {0} {x}", "\\", "\\\\", "-",
    "--", "-x",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_note_is_a_note(site: Path, text: str) -> None:
    """It changes nothing but the text of a note: all else reads as before, and the check passes."""
    before, old = files(site), values(site, "plans/hire.md")
    body = check_in(health="on-track", note=text)
    result = CliRunner().invoke(main, ["apply-form", "--config-file", str(site / "mkdocs.yml")], input=body)
    assert result.exit_code in {0, 4}
    now = files(site)
    assert {path for path in now if before.get(path) != now[path]} <= {"plans/hire.md"}
    new = values(site, "plans/hire.md")
    updates = new.pop("updates", [])
    assert new == old
    assert errors(site) == []
    if result.exit_code == 0:
        [update] = updates
        assert set(update) <= {"date", "health", "note"}
        assert update["health"] == "on-track"
    assert not list(site.rglob("owned"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_and_step_are_texts(site: Path, text: str) -> None:
    """A new file at most, in the plan's folder, whose other fields are what the form says."""
    before = files(site)
    line = " ".join(text.split())[:200]
    body = proposal(title=f"T {line}", steps=f"S {line}")
    result = CliRunner().invoke(main, ["apply-form", "--config-file", str(site / "mkdocs.yml")], input=body)
    assert result.exit_code in {0, 4}
    now = files(site)
    assert all(now[path] == data for path, data in before.items())
    made = [path for path in now if path not in before]
    assert errors(site) == []
    if result.exit_code == 0:
        [path] = made
        assert Path(path).parent.as_posix() == "plans"
        begun = values(site, path)
        if "<!--" not in line:
            assert begun["title"] == f"T {line}"
        assert (begun["type"], begun["strategy"], begun["status"]) == ("tactic", "hire", "proposed")
        assert len(begun["actions"]) == 1
    assert not list(site.rglob("owned"))
