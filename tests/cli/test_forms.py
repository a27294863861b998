"""`plans forms`: the files that a code host shows as forms, printed, written and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.codehost.forms.filled import CHECK_IN, FILES, PROPOSAL, write_plan
from tests.small_site import CONFIG, STRATEGY, TACTIC, write_site
from tests.source.test_revision import git

CHECK_IN_FILE = ".github/ISSUE_TEMPLATE/plans-check-in.yml"
TACTIC_FILE = ".github/ISSUE_TEMPLATE/plans-tactic.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A plan in a repository."""
    folder = write_plan(tmp_path)
    git(folder, "init", "--quiet")
    return folder


def forms(site: Path, *arguments: str, exit_code: int = 0) -> Result:
    """Run the command, which ends as it should."""
    result = CliRunner().invoke(main, ["forms", "--config-file", str(site / "mkdocs.yml"), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code, result.output
    return result


def written(site: Path, path: str) -> dict[str, Any]:
    """A form as GitHub reads it: all of its values are texts, but for the switches."""
    found: dict[str, Any] = yaml.safe_load((site / path).read_text("utf-8"))
    return found


def options(form: dict[str, Any], label: str) -> list[str]:
    """The choices of a field."""
    [field] = [one for one in form["body"] if one["attributes"]["label"] == label]
    return list(field["attributes"].get("options", []))


def test_who_may_answer_is_what_the_site_says(site: Path) -> None:
    """One or several, and teams."""
    config = site / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8').rstrip()}\n      joint_dris: true\n", "utf-8")
    forms(site, "--write")
    [field] = [one for one in written(site, TACTIC_FILE)["body"] if one["attributes"]["label"] == "DRI"]
    assert field["attributes"]["multiple"]
    assert field["attributes"]["description"] == "One or several."


def test_forms_have_the_plans_choices(site: Path) -> None:
    """Plans under way, goals with a number, people who are still there; and what a form must have."""
    said = forms(site, "--write").stdout
    assert said == f"{CHECK_IN_FILE} is written\n{TACTIC_FILE} is written\n"
    check_in, tactic = written(site, CHECK_IN_FILE), written(site, TACTIC_FILE)
    assert [one["attributes"]["label"] for one in check_in["body"]] == list(CHECK_IN)
    assert [one["attributes"]["label"] for one in tactic["body"]] == list(PROPOSAL)
    assert options(check_in, "What you report on") == [
        "Hire salespeople who stay (hire)",
        "Ask every candidate the same questions (ask)",
    ]
    assert check_in["body"][2]["attributes"]["value"] == (
        "Keep more of the people we hire (hire#first-year-retention): \n"
    )
    assert options(check_in, "Done by now") == [
        "Print the questions (ask#print)",
        "Ring then write (ask#ring)",
    ]
    assert options(tactic, "DRI") == ["VP Sales (vp-sales)", "Recruiting Lead (recruiting-lead)"]
    assert [one["type"] for one in check_in["body"]] == [
        "dropdown",
        "dropdown",
        "textarea",
        "dropdown",
        "textarea",
    ]
    assert check_in["body"][0]["validations"] == {"required": True}
    assert {"name", "description", "body"} <= check_in.keys()


def test_forms_are_found_up_to_date_or_not(site: Path) -> None:
    """As the plan changes; a second time nothing is written."""
    assert "is out of date" in forms(site, "--check", exit_code=1).stdout
    forms(site, "--write")
    assert forms(site, "--check").stdout == "the forms are up to date\n"
    assert forms(site, "--write").stdout == "the forms are up to date\n"
    (site / "plans/hire.md").write_text(STRATEGY.lstrip().replace("who stay", "who sell"))
    assert "plans-check-in.yml is out of date" in forms(site, "--check", exit_code=1).stdout


def test_a_form_that_is_not_ours_is_left(site: Path) -> None:
    """Even where it has our name; and nothing else is written."""
    (site / TACTIC_FILE).parent.mkdir(parents=True)
    (site / TACTIC_FILE).write_text("name: theirs\n")
    assert "isn't ours" in forms(site, "--write", exit_code=2).stderr
    assert (site / TACTIC_FILE).read_text() == "name: theirs\n"
    assert not (site / CHECK_IN_FILE).exists()


def test_titles_cannot_break_a_form(tmp_path: Path) -> None:
    """GitHub wants texts that are no other value, each once, with none that is empty or reserved."""
    titles = [
        "1,000",
        "no",
        "None",
        "a: b # c",
        'say "x"',
        "back\\slash",
        "-",
        "{a}",
        "x" * 500,
        "a, b",
        "\\e[2J",
    ]
    files = {
        f"p{at}.md": STRATEGY.replace("Hire salespeople who stay", f"'{title}'")
        for at, title in enumerate([*titles, *titles])
    }
    site = write_plan(tmp_path, {**FILES, **files})
    git(site, "init", "--quiet")
    forms(site, "--write")
    form = written(site, CHECK_IN_FILE)
    shown = options(form, "What you report on")
    assert len(shown) == len(set(shown)) == len(files) + 2
    for one in shown:
        assert isinstance(one, str)
        assert one.strip()
        assert one.lower() != "none"
        assert len(one) <= 100
        assert "," not in one
    rows = [row.strip() for row in (site / CHECK_IN_FILE).read_text("utf-8").splitlines()]
    assert all(row[2] in "'\"" for row in rows if row.startswith("- ") and not row.startswith("- type:"))


def test_a_long_list_is_asked_for_in_words(tmp_path: Path) -> None:
    """A list of hundreds helps nobody: the id is written, and is held to the plan all the same."""
    files = {f"p{at}.md": TACTIC for at in range(101)}
    site = write_plan(tmp_path, {**FILES, **files})
    git(site, "init", "--quiet")
    forms(site, "--write")
    form = written(site, CHECK_IN_FILE)
    assert form["body"][0]["type"] == "input"
    assert options(form, "What you report on") == []


def test_gitlab_has_descriptions(site: Path) -> None:
    """With the same headings, and the names of the choices in comments that no plan can end."""
    forms(site, "--host", "gitlab", "--write")
    text = (site / ".gitlab/issue_templates/plans-check-in.md").read_text("utf-8")
    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == list(CHECK_IN)
    assert "hire, ask -->" in text
    (site / ".gitlab-ci.yml").touch()
    assert forms(site, "--check").stdout == "the forms are up to date\n"


def test_an_empty_plan_has_no_forms(tmp_path: Path) -> None:
    """A list to choose from must not be empty."""
    site = write_plan(tmp_path, {"people.yml": ""})
    git(site, "init", "--quiet")
    result = forms(site, "--write")
    assert result.stderr.count("is left out") == 2
    assert not (site / ".github").exists()


def test_outside_a_repository_forms_are_only_printed(tmp_path: Path) -> None:
    """No host would look there."""
    site = write_plan(tmp_path)
    assert CHECK_IN_FILE in forms(site).stdout
    assert "is in no git repository" in forms(site, "--write", exit_code=2).stderr


@pytest.mark.parametrize(
    ("own", "title"), [("Initiative", "Propose an initiative"), ("Task", "Propose a task")]
)
def test_a_form_is_called_by_the_sites_word(tmp_path: Path, own: str, title: str) -> None:
    """With the article that it takes."""
    config = CONFIG + f"      labels: {{tactic: [{own}, {own}s]}}\n"
    folder = write_site(tmp_path, dict(FILES), config=config)
    assert f'name: "{title}"' in forms(folder).stdout
