"""`plans check`: what it checks, what it prints, and the exit status that it ends with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.full_site import ERRORS_ALONE
from tests.small_site import CONFIG, STRATEGY, TACTIC, text, write_site
from tests.terminal import begin, read_to_its_end

SMALLEST = Path(__file__).parents[1] / "sites/smallest"

NOBODY = STRATEGY.replace("vp-sales", "vp-slaes")
"""A strategy with one error: on line 4, column 6."""

SOUND: dict[str, str | bytes] = {"strategies/hire.md": STRATEGY, "tactics/ask.md": TACTIC}

In = Callable[..., Result]


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> In:
    """Run the command in a folder."""

    def run(folder: Path, *arguments: str, charset: str = "utf-8", color: bool = False) -> Result:
        monkeypatch.chdir(folder)
        result = CliRunner(charset=charset).invoke(main, arguments, color=color)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def heads(result: Result) -> list[str]:
    """The first line of each finding, up to its message."""
    lines = (line for line in result.stdout.splitlines() if line.endswith("]") and line[:1].strip())
    return [": ".join(line.split(": ")[:2]) for line in lines]


def test_a_plan_with_nothing_to_report_ends_with_0(plans: In) -> None:
    """Whatever the threshold, and it says how much was checked."""
    result = plans(SMALLEST, "check", "--fail-on", "notice")
    assert result.exit_code == 0
    assert result.stdout == "5 plan files checked, nothing to report\n"


def test_an_error_ends_with_1(tmp_path: Path, plans: In) -> None:
    """The finding names the file as seen from where the command runs."""
    result = plans(write_site(tmp_path, {"hire.md": NOBODY}), "check")
    assert result.exit_code == 1
    assert "plans/hire.md:4:6: error" in heads(result)


@pytest.mark.parametrize(
    ("severity", "failing"),
    [
        ("error", ["error", "warning", "notice"]),
        ("warning", ["warning", "notice"]),
        ("notice", ["notice"]),
        ("off", []),
    ],
)
def test_the_threshold_decides_what_fails(
    severity: str, failing: list[str], tmp_path: Path, plans: In
) -> None:
    """A finding at the threshold or graver; what stays below it is reported all the same."""
    config = ERRORS_ALONE + f"        unknown-person: {severity}\n"
    folder = write_site(tmp_path, {"hire.md": NOBODY}, config=config)
    results = {on: plans(folder, "check", "--fail-on", on) for on in ("error", "warning", "notice")}
    assert [on for on, result in results.items() if result.exit_code == 1] == failing
    expected = [f"plans/hire.md:4:6: {severity}"] if severity != "off" else []
    assert [heads(result) for result in results.values()] == [expected] * 3


def test_named_files_are_checked_in_the_light_of_the_whole_plan(tmp_path: Path, plans: In) -> None:
    """A link out of a named file is followed; what is wrong elsewhere isn't this run's business."""
    folder = write_site(tmp_path, {**SOUND, "bad.md": NOBODY, "worse.md": NOBODY})
    assert plans(folder, "check", "plans/tactics/ask.md").exit_code == 0
    result = plans(folder, "check", "plans/tactics/ask.md", "plans/bad.md")
    assert result.exit_code == 1
    assert "plans/bad.md:4:6: error" in heads(result)
    assert "worse.md" not in result.stdout


def test_a_named_folder_stands_for_the_files_below_it(tmp_path: Path, plans: In) -> None:
    """It isn't passed over in silence."""
    folder = write_site(tmp_path, {**SOUND, "other/bad.md": NOBODY})
    assert plans(folder, "check", "plans/tactics").exit_code == 0
    assert plans(folder, "check", "plans/other").exit_code == 1


@pytest.mark.parametrize("file", ["mkdocs.yml", "plans/people.yml"])
def test_mkdocs_yml_and_people_yml_can_be_named(file: str, tmp_path: Path, plans: In) -> None:
    """A hook is given every file of a commit, those that hold settings and people among them."""
    folder = write_site(
        tmp_path,
        {**SOUND, "people.yml": "vp-sales: {nmae: A}\nrecruiting-lead:\n", "bad.md": NOBODY},
        config=CONFIG + '      lables: {}\nsite_url: ""\n',
    )
    assert [head.split(":")[0] for head in heads(plans(folder, "check", file))] == [file]


def test_a_named_file_that_is_no_plan_file_is_said(tmp_path: Path, plans: In) -> None:
    """Nothing was read there: that isn't the same as nothing to report."""
    folder = write_site(tmp_path, {**SOUND, "page.md": "# A page\n"})
    (folder / "README.md").write_text("# Read me\n")
    result = plans(folder, "check", "README.md", "plans/page.md")
    assert result.exit_code == 1
    assert "README.md is no plan file" in result.stderr
    assert "plans/page.md is no plan file" in result.stderr
    assert plans(folder, "check", "README.md", "plans/people.yml").exit_code == 0
    assert "there is no file" in plans(folder, "check", "plans/nowhere.md", "plans/hire.md").stderr


def test_a_site_without_a_plan_file_is_said(tmp_path: Path, plans: In) -> None:
    """An empty report would be green."""
    folder = write_site(tmp_path, {"page.md": "# A page\n"})
    for arguments in ((), ("--format", "json"), ("--summary",), ("--fail-on", "notice")):
        result = plans(folder, "check", *arguments)
        assert result.exit_code == 1
        assert "there is no plan file in plans" in result.stderr


def test_paths_are_relative_to_where_the_command_runs(tmp_path: Path, plans: In) -> None:
    """In a sub-folder, above the site and beside it: a terminal makes a link of them."""
    folder = write_site(tmp_path / "site", {"strategies/bad.md": NOBODY})
    (tmp_path / "beside").mkdir()
    config = ("-f", str(folder / "mkdocs.yml"))
    assert "bad.md:4:6: error" in heads(plans(folder / "plans/strategies", "check"))
    assert "bad.md:4:6: error" in heads(plans(folder / "plans/strategies", "check", "bad.md"))
    assert "site/plans/strategies/bad.md:4:6: error" in heads(plans(tmp_path, "check", *config))
    assert "../site/plans/strategies/bad.md:4:6: error" in heads(plans(tmp_path / "beside", "check", *config))


def test_excluded_files_are_not_checked_and_drafts_are(tmp_path: Path, plans: In) -> None:
    """As MkDocs has it: `exclude_docs` are in no site, `draft_docs` in the one that is being served."""
    config = (
        text(CONFIG)
        + text(
            """
        exclude_docs: |
          # what is over
          old/
          !old/kept.md
        draft_docs: next/
        """
        ).lstrip()
    )
    paths = ("old/gone.md", "old/kept.md", "next/soon.md", ".hidden/file.md", "templates/new.md")
    files: dict[str, str | bytes] = dict.fromkeys(paths, NOBODY)
    found = {
        head.split(":")[0]
        for head in heads(plans(write_site(tmp_path, files, config=config), "check"))
        if head.endswith(":4:6: error")
    }
    assert found == {"plans/old/kept.md", "plans/next/soon.md"}


def test_json_names_what_the_text_names(tmp_path: Path, plans: In) -> None:
    """The same findings, paths, and exit status."""
    folder = write_site(tmp_path, {"hire.md": NOBODY, "ask.md": TACTIC.replace("hire", "hier")})
    as_text, as_json = plans(folder, "check"), plans(folder, "check", "--format", "json")
    report = json.loads(as_json.stdout)
    assert as_json.exit_code == as_text.exit_code == 1
    assert report["files"] == 2
    named = [f"{f['file']}:{f['line']}:{f['column']}: {f['severity']}" for f in report["findings"]]
    assert named == heads(as_text)
    assert len(named) == sum(report["summary"].values()) >= 2


IMPOSSIBLE = {
    "no site": (None, (), "or above: run this in a site's folder, or begin one with `plans init DIR`\n"),
    "no plugin": ("site_name: A\ndocs_dir: plans\n", (), "has no plugin `plans`"),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_run_that_is_impossible_ends_with_2_and_one_line(name: str, tmp_path: Path, plans: In) -> None:
    """On the error stream, with no traceback; the report stays empty."""
    config, arguments, message = IMPOSSIBLE[name]
    folder = write_site(tmp_path, SOUND, config=config or "")
    if config is None:
        (folder / "mkdocs.yml").unlink()
    result = plans(folder, "check", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("plans: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("check", "-f", "nowhere.yml"), ("check", "--format", "xlsx"), ("chekc",)]
)
def test_a_wrong_call_ends_with_2(arguments: tuple[str, ...], tmp_path: Path, plans: In) -> None:
    """The error stream says what can be called."""
    result = plans(tmp_path, *arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_colour_is_for_terminals(tmp_path: Path, plans: In) -> None:
    """A pipe and a file get none."""
    folder = write_site(tmp_path, {"hire.md": NOBODY})
    assert "\x1b[" not in plans(folder, "check").stdout
    assert "\x1b[" in plans(folder, "check", color=True).stdout


def test_errors_come_last_on_a_terminal(tmp_path: Path, plans: In) -> None:
    """Above the count, where they stay in sight; a pipe has the order of the files."""
    folder = write_site(tmp_path, {"a.md": NOBODY, "b.md": STRATEGY.replace("dri:", "colour: red\ndri:")})
    piped = [line for line in plans(folder, "check").stdout.splitlines() if ".md:" in line]
    assert ": error: " not in piped[-1]
    shown = read_to_its_end(begin(folder, sys.executable, "-m", "mkdocs_plans", "check"))
    lines = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines() if ".md:" in line]
    assert ": error: " in lines[-1]
    assert ": notice: " in lines[0]


@pytest.mark.parametrize("charset", ["cp1252", "latin-1"])
@pytest.mark.parametrize("format_", ["text", "json"])
def test_any_encoding_can_carry_a_report(format_: str, charset: str, tmp_path: Path, plans: In) -> None:
    """On Windows a pipe can't hold all characters: what it can't is replaced, and nothing fails."""
    folder = write_site(tmp_path, {"日本.md": NOBODY.replace("vp-slaes", "部長")})
    result = plans(folder, "check", "--format", format_, charset=charset)
    assert result.exit_code == 1
    assert "unknown-person" in result.stdout


def test_the_help_is_laid_out(tmp_path: Path, plans: In) -> None:
    """The exit statuses and the examples stand on lines of their own."""
    lines = plans(tmp_path, "check", "--help").stdout.splitlines()
    assert "    plans check --format json" in lines


@pytest.mark.parametrize("command", [[sys.executable, "-m", "mkdocs_plans"], ["plans"]])
def test_the_version_is_the_packages(command: list[str]) -> None:
    """By either name of the command."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    said = subprocess.check_output([*command, "--version"], text=True, env={**os.environ, "PATH": path})
    assert said.split()[-1] == version("mkdocs-plans")


def test_what_other_plugins_do_to_the_files_is_said(tmp_path: Path, plans: In) -> None:
    """The command reads without them: beside the report, which stays as it is."""
    with_others = text(CONFIG).replace("plugins:\n", "plugins:\n  - exclude: {glob: [a.md]}\n  - gen-files\n")
    result = plans(write_site(tmp_path, {"hire.md": NOBODY}, config=with_others), "check")
    assert result.exit_code == 1
    assert "mkdocs.yml has `exclude` and `gen-files`, which may take files out of the site" in result.stderr
    assert "Note:" not in result.stdout
