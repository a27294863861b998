"""Each rule by its cases: `cases/RULE.yml` holds small plans that are wrong and right.

A case has a `name`, `files` (by path below the plan's folder, as they are written), and where needed
`settings` of the plugin, or `config`, a mkdocs.yml that may inherit the rest from `base.yml`, and `first`,
the dates that git had first, by `plan` or `plan/actions/action`. A file may also be
`{text: …, encoding: utf-16}`, or `{link: ../elsewhere}`. A wrong case says what the rule `finds`: path, line,
and the text that is underlined. What the rule prints for its wrong cases stands in `snapshots/RULE.txt`;
after a change, `pytest tests/rules --update-snapshots` writes it anew: read it before you commit it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml
from click import unstyle

from mkdocs_plans.findings import Located
from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.outputs.findings import Run, emitter
from mkdocs_plans.rules import RULES
from tests.small_site import CONFIG, all_found_in, promises, text, write_site

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A small plan, and what a rule has to say of it."""

    rule: str
    name: str
    files: dict[str, str | dict[str, str]]
    settings: dict[str, Any]
    config: str = ""
    finds: tuple[tuple[str, int, str], ...] = ()
    first: dict[str, object] | None = None

    def check(self, folder: Path) -> list[Located]:
        """Check the plan; give what the rule found."""
        options = yaml.safe_dump({"today": "2026-11-23", **self.settings}, sort_keys=False)
        config = text(CONFIG).replace("      today: 2026-11-23\n", indent(options, " " * 6))
        parts = {path: file for path, file in self.files.items() if isinstance(file, dict)}
        links = {path: part["link"] for path, part in parts.items() if "link" in part}
        written = {path: _bytes(file) for path, file in self.files.items() if path not in links}
        write_site(folder, written, config=self.config or config)
        (folder / "base.yml").write_text(config, "utf-8")
        for path, target in links.items():
            (folder / "plans" / path).symlink_to(target)
        return [one for one in all_found_in(folder, promises(self.first)) if one.finding.rule == self.rule]


def _bytes(file: str | dict[str, str]) -> bytes:
    return file.encode() if isinstance(file, str) else file["text"].encode(file["encoding"])


def cases(rule: str, kind: str) -> list[Case]:
    """The wrong or the right cases of a rule."""
    return [_case(rule, case) for case in _written(rule)[kind]]


@cache
def _written(rule: str) -> dict[str, list[dict[str, Any]]]:
    """What stands in a rule's file of cases."""
    with (HERE / f"cases/{rule}.yml").open("rb") as file:
        read: dict[str, list[dict[str, Any]]] = yaml.load(file, yaml.CSafeLoader)
    return read


def _case(rule: str, case: dict[str, Any]) -> Case:
    finds = tuple((found["path"], found["line"], str(found["underlined"])) for found in case.get("finds", ()))
    return Case(
        rule,
        case["name"],
        case["files"],
        case.get("settings", {}),
        case.get("config", ""),
        finds,
        case.get("first"),
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_fires_where_a_plan_is_wrong(
    rule: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """With the right span and nowhere else, and in words that somebody read and approved."""
    amiss, reports = {}, []
    for number, case in enumerate(cases(rule, "wrong")):
        found = case.check(tmp_path / str(number))
        if not found or _spans(found) != list(case.finds):
            amiss[case.name] = _spans(found)
        reports.append(f"# {case.name}\n{_report(case, found)}")
    approved = HERE / "snapshots" / f"{rule}.txt"
    if request.config.getoption("--update-snapshots"):
        approved.write_text("\n".join(reports), "utf-8")
    assert amiss == {}, "by the names of the cases, what was found instead"
    assert "\n".join(reports) == approved.read_text("utf-8")


def _spans(found: list[Located]) -> list[tuple[str, int, str]]:
    return [
        (one.finding.path, one.span.line, one.line[one.span.column - 1 : one.span.end_column - 1])
        for one in found
    ]


EVERY_VIEW = ", ".join(VIEW_ARGUMENTS)


def _report(case: Case, found: list[Located]) -> str:
    """What the rule prints; a new view changes none of it."""
    return unstyle(emitter("text")(found, Run(len(case.files), str))).replace(EVERY_VIEW, "(every view)")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_where_a_plan_is_right(rule: str, tmp_path: Path) -> None:
    """What looks alike and is right is left alone."""
    found = {
        case.name: case.check(tmp_path / str(number)) for number, case in enumerate(cases(rule, "right"))
    }
    assert {name: _spans(wrong) for name, wrong in found.items() if wrong} == {}
    assert found


def test_every_file_of_cases_is_a_rules() -> None:
    """That each rule has some, the tests above say."""
    assert {path.stem for path in HERE.glob("cases/*.yml")} == set(RULES)
