"""The site to begin with, in each language."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
import yaml_env_tag

from mkdocs_plans.authoring.starter import HOSTS, Answers, make_starter
from mkdocs_plans.cli import COMMANDS
from mkdocs_plans.disk import templates_folder

ROOT = Path(__file__).resolve().parents[2]


class WithEnv(yaml.SafeLoader):
    """As MkDocs reads its configuration."""


yaml_env_tag.add_env_tag(WithEnv)


def starter(language: str, **answers: Any) -> dict[str, str]:
    """The files of a new site by their paths."""
    given = Answers("Small Makers", language, **answers)
    files = make_starter(templates_folder(), given, datetime.date(2026, 11, 23))
    return {file.path: file.text for file in files}


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_editors_task_is_the_one_of_this_repository(language: str) -> None:
    """Which the tests hold to what the check prints."""
    both = [(ROOT / ".vscode/tasks.json").read_text("utf-8"), starter(language)[".vscode/tasks.json"]]
    ours, theirs = ("".join(one.splitlines(True)[3:]) for one in both)
    assert ours == theirs
    assert json.loads("{" + ours)["tasks"][0]["command"] == "plans check --watch"


def test_each_language_has_the_same_files_and_settings() -> None:
    """But for what is read: comments, headings, names of buttons."""
    english, german = starter("en"), starter("de")
    assert english.keys() == german.keys()
    assert english["requirements.txt"].splitlines()[2:] == german["requirements.txt"].splitlines()[2:]
    for name in (".pre-commit-config.yaml", "mkdocs.yml"):
        one, other = (yaml.load(files[name], WithEnv) for files in (english, german))
        for config in (one, other) if name == "mkdocs.yml" else ():
            config["plugins"][1]["plans"].pop("sections", None)
            config["theme"].pop("language")
            assert [each.pop("toggle")["icon"] for each in config["theme"]["palette"]]
            config["markdown_extensions"][-1]["toc"].pop("permalink_title", None)
        assert one == other


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_text_of_the_plan_to_begin_with_stands_in_braces(language: str) -> None:
    """Authors copy what is there, and a comma would cut it."""
    plan = "".join(text for path, text in starter(language).items() if path.startswith("plans/"))
    assert not re.findall(r"\{\w+: .*|: \[.* .*\]", plan)


@pytest.mark.parametrize(
    ("language", "start", "said"),
    [
        ("en", 4, "fiscal_year_start: 4        # April: FY27 is April 2026 to March 2027\n"),
        ("de", 12, "fiscal_year_start: 12        # Dezember: FY26 ist Dezember 2025 bis November 2026\n"),
        ("en", 1, "# where your year begins in July: FY27 is then July 2026 to June 2027\n"),
    ],
)  # fmt: skip
def test_the_settings_say_which_months_a_year_has(language: str, start: int, said: str) -> None:
    """With the year that it is, for which one is `FY27`?"""
    assert said in starter(language, fiscal_year_start=start)["mkdocs.yml"]


@pytest.mark.parametrize(
    ("language", "called", "agreed"),
    [
        ("en", '`theme` is "Pillar", `dri` is "Owner"', "our Owner"),
        ("de", "`theme` heißt „Pillar“, `dri` heißt „Owner“", "verantwortlich ist (Owner)"),
    ],
)
def test_the_read_me_says_what_the_words_are_called(language: str, called: str, agreed: str) -> None:
    """An author who reads "Owner" on the site finds `dri:` in the file."""
    own = starter(language, labels={"theme": ("Pillar",), "dri": ("Owner", "Owners")})
    assert called in own["README.md"]
    assert agreed in " ".join(own["README.md"].split())
    assert "Pillar" not in starter(language)["README.md"]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("host", HOSTS)
def test_the_read_me_names_commands_that_are_there(language: str, host: str) -> None:
    """For each code host."""
    text = starter(language, host=host)["README.md"]
    named = re.findall(r"(?:^|`)plans ([a-z-]+)", text, re.MULTILINE)
    assert set(named) <= set(COMMANDS)
    assert {"check", "update", "new", "due", "show", "rename", "diff"} <= set(named)
    assert max(map(len, text.splitlines())) < 140


def test_a_language_without_texts_has_its_own_titles_and_headings() -> None:
    """The comments and the sentences are English; what the check asks for is what the text has."""
    polish = starter("pl")
    assert yaml.load(polish["mkdocs.yml"], WithEnv)["plugins"][1]["plans"]["sections"] == {
        "strategy": ["Gdzie jesteśmy", "Dokąd zmierzamy"]
    }
    strategy = polish["plans/strategies/answer-sooner.md"]
    assert "title: Odpowiadać szybciej\n" in strategy
    assert re.findall(r"^## (.*)", strategy, re.MULTILINE) == ["Gdzie jesteśmy", "Dokąd zmierzamy"]
    assert "# the check-ins, newest first" in strategy
