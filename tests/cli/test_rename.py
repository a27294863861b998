"""`plans rename`: whatever names the old id names the new one, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.small_site import UNREADABLE, text, write_site

In = Callable[..., Result]

CONFIG = """
site_name: Small Makers
docs_dir: plans
plugins:
  - search
  - plans:
      today: 2026-11-23
nav:
  - index.md
  - The plan:
      - Hiring: strategies/hire.md  # the first
      - strategies/hire.md
"""

FILES: dict[str, str | bytes] = {
    "index.md": (
        "# Plan\n\nSee [hiring](strategies/hire.md#goal-stay 'it'), [it](<./strategies/hire.md>), ![][h]\n"
        "[hire](https://example.org/strategies/hire.md), `[code](strategies/hire.md)`,\n"
        "[root](/strategies/hire.md).\n"
        "\n[h]: strategies/hire.md?x#goal-stay\n\n```\n[code](strategies/hire.md)\n```\n\n"
        "<!-- plans/tactics {strategy: [hire, other], dri: \"boss\"} -->\n"
        "<!-- plans/person {handle: boss} -->\n\n[Boss](people/boss.md)\n"
    ),
    "strategies/hire.md": (
        "---\ntype: strategy\ntitle: Hire\ntheme: hire  # the theme\ndri: '@boss'\ngoals:\n"
        "  - {id: stay, title: Stay, unit: percent, baseline: 1, target: 2, dri: boss}\n"
        "updates:\n  - {date: 2026-01-01, readings: {\"stay\": 1}}\n---\n"
        "[Up](#goal-stay), [me](hire.md#goal-stay), [them](../tactics/ask.md)\n"
    ),
    "tactics/ask.md": (
        b"---\r\ntype: tactic\r\ntitle: Ask\r\nstrategy:   \"hire\"\r\nadvances: [stay, hire#stay]\r\n"
        b"contributors: boss\r\n"
        b"actions:\r\n- do: hire\r\n  contributors:\r\n  - other\r\n  - boss # him\r\n---\r\n"
        b"[Hire](../strategies/hire.md)\r\n"
    ),
    "tactics/train.md": (
        "---\ntype: tactic\ntitle: Train\nid: hire-and-train\nstrategy: other\nadvances: hire#stay\n"
        "depends_on: hire\nteam: makers\n---\nhire boss stay\n"
    ),
    "strategies/other.md": (
        "---\ntype: strategy\ntitle: Other\nparent: hire\nserves: hire#stay\ngoals:\n- title: Stay\n---\n"
    ),
    "themes/hire.md": "---\ntype: theme\ntitle: Hire\n---\n",
    "teams/makers/index.md": "---\ntype: team\ntitle: Makers\nlead: boss\n---\n",
    "people.yml": "# who\nboss: {role: Hire boss, team: makers}\nother:\n  team: makers\n",
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in which ids are named in every way that there is."""
    return write_site(tmp_path, FILES, config=CONFIG)


@pytest.fixture
def rename(site: Path, monkeypatch: pytest.MonkeyPatch) -> In:
    """Run `plans rename` in the site."""

    def run(*arguments: str) -> Result:
        monkeypatch.chdir(site)
        result = CliRunner().invoke(main, ["rename", *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def contents(site: Path) -> dict[str, bytes]:
    """Every file of the site."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def replaced(before: dict[str, bytes], path: str, *changes: tuple[str, str]) -> None:
    for old, new in changes:
        assert old.encode() in before[path], (path, old)
        before[path] = before[path].replace(old.encode(), new.encode())


def test_a_strategy_is_renamed_wherever_it_is_named(site: Path, rename: In) -> None:
    """In front matter, in links to its file, which gets the new name, in views, in `nav`."""
    expected = contents(site)
    expected["plans/strategies/recruit.md"] = expected.pop("plans/strategies/hire.md")
    replaced(expected, "plans/strategies/recruit.md", ("(hire.md#", "(recruit.md#"))
    replaced(expected, "mkdocs.yml", ("strategies/hire.md", "strategies/recruit.md"))
    replaced(
        expected,
        "plans/tactics/ask.md",
        ('"hire"', '"recruit"'),
        (", hire#", ", recruit#"),
        ("/hire.md", "/recruit.md"),
    )
    replaced(
        expected,
        "plans/tactics/train.md",
        ("advances: hire", "advances: recruit"),
        ("on: hire", "on: recruit"),
    )
    others = ("parent: hire", "parent: recruit"), ("serves: hire", "serves: recruit")
    replaced(expected, "plans/strategies/other.md", *others)
    index = expected["plans/index.md"].decode().replace("strategies/hire.md", "strategies/recruit.md")
    index = index.replace("org/strategies/recruit", "org/strategies/hire").replace("[hire, o", "[recruit, o")
    expected["plans/index.md"] = index.replace("[code](strategies/recruit", "[code](strategies/hire").encode()
    result = rename("hire", "recruit", "--type", "strategy", "--yes")
    assert result.exit_code == 0, result.output
    assert contents(site) == expected
    assert "hire is now recruit, in 6 files" in result.stdout
    assert (
        "plans/strategies/hire.md has another address now (old links to it no longer work)" in result.stdout
    )


def test_a_goal_is_renamed_with_its_readings_and_anchors(site: Path, rename: In) -> None:
    """A goal of the same id in another plan stays what it is."""
    expected = contents(site)
    replaced(
        expected,
        "plans/strategies/hire.md",
        ("id: stay", "id: last"),
        ('"stay"', '"last"'),
        ("goal-stay", "goal-last"),
    )
    replaced(expected, "plans/index.md", ("goal-stay", "goal-last"))
    replaced(expected, "plans/tactics/ask.md", ("stay", "last"))
    replaced(expected, "plans/tactics/train.md", ("hire#stay", "hire#last"))
    replaced(expected, "plans/strategies/other.md", ("hire#stay", "hire#last"))
    assert rename("hire#stay", "last", "--yes").exit_code == 0
    assert contents(site) == expected


def test_a_goal_whose_id_was_its_title_gets_one(site: Path, rename: In) -> None:
    """The title stays."""
    assert rename("other#stay", "last", "--yes").exit_code == 0
    assert b"- id: last\n  title: Stay\n" in contents(site)["plans/strategies/other.md"]


def test_a_person_gets_another_handle(site: Path, rename: In) -> None:
    """With an `@` before it or not; in the people file it is a key."""
    expected = contents(site)
    replaced(expected, "plans/people.yml", ("\nboss:", "\nchief:"))
    replaced(expected, "plans/strategies/hire.md", ("@boss", "@chief"), ("dri: boss", "dri: chief"))
    replaced(expected, "plans/tactics/ask.md", ("boss", "chief"))
    replaced(expected, "plans/teams/makers/index.md", ("boss", "chief"))
    replaced(
        expected,
        "plans/index.md",
        ('"boss"', '"chief"'),
        ("handle: boss", "handle: chief"),
        ("/boss", "/chief"),
    )
    assert rename("boss", "chief", "--yes").exit_code == 0
    assert contents(site) == expected


def test_what_has_its_id_from_its_folder_gets_one_written(site: Path, rename: In) -> None:
    """The folder holds other files, so it isn't renamed."""
    assert rename("makers", "builders", "--yes").exit_code == 0
    after = contents(site)
    assert after["plans/teams/makers/index.md"].startswith(b"---\ntype: team\nid: builders\ntitle: Makers\n")
    assert b"boss: {role: Hire boss, team: builders}\nother:\n  team: builders\n" in after["plans/people.yml"]
    assert b"team: builders\n" in after["plans/tactics/train.md"]


def test_a_file_whose_name_is_not_its_id_stays(site: Path, rename: In) -> None:
    """Only what is written changes."""
    expected = contents(site)
    replaced(expected, "plans/tactics/train.md", ("id: hire-and-train", "id: train-them"))
    assert rename("hire-and-train", "train-them", "--yes").exit_code == 0
    assert contents(site) == expected


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (("hire", "x"), '"hire" is a strategy and a theme: say which, as --type strategy'),
        (("hier", "x"), 'there is no plan, theme, team or person "hier": did you mean "hire"?'),
        (("stay", "x"), 'theme, team or person "stay": did you mean the goal hire#stay or other#stay?'),
        (("ask", "other"), 'there is a "other" already'),
        (("ask", "Ask All"), "isn't an id, which is lower-case words joined by hyphens: write ask-all"),
        (("hire#go", "x"), 'hire has no goal "go": there is only stay'),
        (("hier#stay", "x"), 'no strategy or tactic has the id "hier"'),
        (
            ("other", "null", "--type", "strategy"),
            "tactics/train.md:5 names other in a way that can't be changed safely",
        ),
        (("makers", "x", "--type", "theme"), 'there is no theme "makers"'),
    ],
)
def test_what_can_not_be_renamed_is_refused(
    site: Path, rename: In, said: tuple[str, ...], answer: str
) -> None:
    """With the reason, and every file as it was."""
    before = contents(site)
    result = rename(*said, "--yes")
    assert result.exit_code == 2
    assert answer in result.stderr
    assert contents(site) == before


def test_a_file_that_can_not_be_read_stops_it_if_it_may_name_it(site: Path, rename: In) -> None:
    """It would be left behind with the old id."""
    (site / "plans/bad.md").write_text("---\ntype: tactic\nstrategy: [other\n---\n")
    assert (
        "plans/bad.md can't be read, and may name other"
        in rename("other", "x", "--type", "strategy", "--yes").stderr
    )
    assert rename("boss", "chief", "--yes").exit_code == 0


def test_what_can_not_be_read_itself_is_named(site: Path, rename: In) -> None:
    """As a file to fix, not as a misspelt id."""
    (site / "plans/tactics/late.md").write_text(text(UNREADABLE))
    said = rename("late", "later", "--yes").stderr
    assert said == "plans: plans/tactics/late.md can't be read: see `plans check plans/tactics/late.md`\n"


def test_an_id_that_can_not_be_changed_alone_is_named_with_its_file(site: Path, rename: In) -> None:
    """So that the author finds it."""
    file = site / "plans/strategies/other.md"
    file.write_text(file.read_text().replace("title: Other", "id: &own other\nnumber: *own\ntitle: Other"))
    result = rename("other", "x", "--type", "strategy", "--yes")
    assert "plans/strategies/other.md: `&own` stands before what is to be changed" in result.stderr


def test_all_is_written_or_nothing(site: Path, rename: In, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the first ones are taken back."""
    before = contents(site)

    def fail(self: Path, missing_ok: bool = False) -> None:
        if self.name == "hire.md":
            raise OSError(28, "No space left on device")
        unlink(self, missing_ok)

    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", fail)
    result = rename("hire", "recruit", "--type", "strategy", "--yes")
    assert "No space left on device; nothing is changed" in result.stderr
    assert contents(site) == before


def test_dry_run_is_a_diff_that_git_takes(site: Path, rename: In) -> None:
    """A file that moves is named as git names it."""
    before = contents(site)
    result = rename("hire", "recruit", "--type", "strategy", "--dry-run")
    assert "rename from plans/strategies/hire.md\nrename to plans/strategies/recruit.md\n" in result.stdout
    assert contents(site) == before
