"""`plans field`: the reference of the fields in a terminal, in a site's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from mkdocs_plans.cli.field import example
from mkdocs_plans.wording.field_reference import field_sections
from mkdocs_plans.yaml import read_yaml
from tests.small_site import CONFIG, write_site

OWN = CONFIG + "      labels: {tactic: [Initiative, Initiatives], goal: [Objective, Objectives]}\n"


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with words of its own."""
    monkeypatch.chdir(write_site(tmp_path, {}, config=OWN))


def field(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["field", *arguments], env={"COLUMNS": "80"})


def test_a_field_is_explained_wherever_it_may_stand() -> None:
    """In the organisation's words, with what is written, and an example."""
    said = field("dri").stdout
    assert "dri  in strategies and tactics\n" not in said
    assert "dri  in strategies and initiatives\n" in said
    assert "dri  of an objective\n" in said
    assert "by default the initiative's DRI" in said
    assert said.endswith("For example:\n  │ dri: ada\n")
    assert "one of: on-track, at-risk, off-track" in field("health").stdout


@pytest.mark.parametrize("name", ["goal", "Objective", "objectives", "goals.objective"])
def test_a_part_is_known_by_the_sites_word(name: str) -> None:
    """For one and for several; a path of keys ends in what is asked for."""
    said = field(name)
    assert said.exit_code == 0, said.output
    assert "baseline" in said.stdout or "list: see `plans field goal`" in said.stdout


def test_a_type_has_its_fields() -> None:
    """By our name, the site's, or one that others use."""
    for name in ("tactic", "initiative", "Initiatives", "action plan"):
        assert "type: tactic (initiative)\n  strategy" in field(name).stdout


@pytest.mark.parametrize(
    ("name", "hint"),
    [("deadline", "ours is `due`"), ("baselin", 'did you mean "baseline"?'), ("qqqqq", "see `plans field`")],
)
def test_what_is_no_field_is_told(name: str, hint: str) -> None:
    """With the field that is meant."""
    said = field(name)
    assert said.exit_code == 2
    assert f'there is no field "{name}": {hint}' in said.stderr


def test_the_list_names_every_field() -> None:
    """No line is longer than the terminal."""
    said = field().stdout
    for section in field_sections():
        for one in section.fields:
            assert f"\n  {one.name} " in said
    assert max(map(len, said.splitlines())) <= 80


def test_each_example_is_yaml_with_that_field() -> None:
    """So that an author can copy it."""
    for section in field_sections():
        for one in section.fields:
            assert list(read_yaml(example(one)).values or {}) == [one.name]


def test_a_field_can_be_looked_up_outside_of_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In our words."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mkdocs.yml").unlink()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert "by default the tactic's DRI" in field("dri").stdout
