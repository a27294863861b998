"""Each rule by its cases: `cases/RULE.yml` holds small plans that are wrong and right.

A case has a `name`, `files` (by path below the plan's folder, as they are written), and where needed
`settings` of the plugin. A file may also be `{text: …, encoding: utf-16}`, or `{link: ../elsewhere}`. A
wrong case says what the rule `finds`: path, line, and the text that is underlined. What the rule prints
for its wrong cases stands in `snapshots/RULE.txt`; after a change, `pytest tests/rules
--update-snapshots` writes it anew: read it before you commit it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml
from click import unstyle

from mkdocs_plans.findings import Located
from mkdocs_plans.report import FORMATS, Run
from mkdocs_plans.rules import RULES
from tests.small_site import CONFIG, all_found_in, text, write_site

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A small plan, and what a rule has to say of it."""

    rule: str
    name: str
    files: dict[str, str | dict[str, str]]
    settings: dict[str, Any]
    finds: tuple[tuple[str, int, str], ...] = ()

    def check(self, folder: Path) -> list[Located]:
        """Check the plan; give what the rule found."""
        options = yaml.safe_dump({"today": "2026-11-23", **self.settings}, sort_keys=False)
        config = text(CONFIG).replace("      today: 2026-11-23\n", indent(options, " " * 6))
        parts = {path: file for path, file in self.files.items() if isinstance(file, dict)}
        links = {path: part["link"] for path, part in parts.items() if "link" in part}
        written = {path: _bytes(file) for path, file in self.files.items() if path not in links}
        write_site(folder, written, config=config)
        for path, target in links.items():
            (folder / "plans" / path).symlink_to(target)
        return [one for one in all_found_in(folder) if one.finding.rule == self.rule]


def _bytes(file: str | dict[str, str]) -> bytes:
    return file.encode() if isinstance(file, str) else file["text"].encode(file["encoding"])


def cases(kind: str) -> list[Case]:
    """The wrong or the right cases of all rules."""
    return [
        _case(path.stem, case)
        for path in sorted(HERE.glob("cases/*.yml"))
        for case in yaml.safe_load(path.read_text("utf-8"))[kind]
    ]


def _case(rule: str, case: dict[str, Any]) -> Case:
    finds = tuple((found["path"], found["line"], str(found["underlined"])) for found in case.get("finds", ()))
    return Case(rule, case["name"], case["files"], case.get("settings", {}), finds)


def _id(case: Case) -> str:
    return f"{case.rule}: {case.name}"


@pytest.mark.parametrize("case", cases("wrong"), ids=_id)
def test_a_rule_fires_where_a_plan_is_wrong(case: Case, tmp_path: Path) -> None:
    """With the right span, and nowhere else."""
    found = [
        (one.finding.path, one.span.line, one.line[one.span.column - 1 : one.span.end_column - 1])
        for one in case.check(tmp_path)
    ]
    assert found == list(case.finds)
    assert found


@pytest.mark.parametrize("case", cases("right"), ids=_id)
def test_a_rule_is_silent_where_a_plan_is_right(case: Case, tmp_path: Path) -> None:
    """What looks alike and is right is left alone."""
    assert case.check(tmp_path) == []


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_prints_reads_well(rule: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The report of a rule's wrong cases is what somebody read and approved."""
    printed = "\n".join(
        f"# {case.name}\n{_report(case, tmp_path / str(index))}"
        for index, case in enumerate(case for case in cases("wrong") if case.rule == rule)
    )
    approved = HERE / "snapshots" / f"{rule}.txt"
    if request.config.getoption("--update-snapshots"):
        approved.write_text(printed, "utf-8")
    assert printed == approved.read_text("utf-8")


def _report(case: Case, folder: Path) -> str:
    return unstyle(FORMATS["text"](case.check(folder), Run(len(case.files), str)))


def test_every_rule_has_cases() -> None:
    """Wrong ones and right ones."""
    assert {case.rule for case in cases("wrong")} == set(RULES)
    assert {case.rule for case in cases("right")} == set(RULES)
