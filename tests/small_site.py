"""Small sites for tests: write a few plan files, load them, check them."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.load import Loaded, folder_of, load
from mkdocs_plans.model.dates import parse_date
from mkdocs_plans.reading_rules.files import MISSING_SITE_URL
from mkdocs_plans.rules import PLAN_RULES, check
from mkdocs_plans.rules.plan_rule import FirstPromises, Promised
from mkdocs_plans.settings import Site, find_site

TODAY = datetime.date(2026, 11, 23)

CONFIG = """
site_name: Small Makers
docs_dir: plans
theme: {name: material, font: false}
plugins:
  - search
  - plans:
      today: 2026-11-23
"""

QUIET = CONFIG + 'site_url: ""\n'
"""The same, with nothing left to say about it: it has no address, and says so."""

PEOPLE = "vp-sales: {role: VP Sales}\nrecruiting-lead: {role: Recruiting Lead}\n"

STRATEGY = """
---
type: strategy
title: Hire salespeople who stay
dri: vp-sales
goals:
  - id: first-year-retention
    title: Keep more of the people we hire
    unit: percent
    baseline: 62
    target: 80
---
"""

TACTIC = """
---
type: tactic
title: Ask every candidate the same questions
strategy: hire
advances: [first-year-retention]
dri: recruiting-lead
---
"""

UNREADABLE = """
---
type: tactic
title: Ask: every candidate
---
"""


def text(content: str) -> str:
    """Take the first line break and the indentation away that the test's layout adds."""
    return textwrap.dedent(content.removeprefix("\n"))


def write_site(folder: Path, files: Mapping[str, str | bytes] | None = None, *, config: str = CONFIG) -> Path:
    """Write a site with a people file and the given files below `plans/`; give its folder."""
    written: dict[str, str | bytes] = {"people.yml": PEOPLE, **(files or {})}
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(text(config), "utf-8")
    for path, content in written.items():
        target = folder / "plans" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else text(content).encode())
    return folder


def read_site(folder: Path) -> tuple[Loaded, Site]:
    """Load a written site."""
    site = find_site(folder)
    return load(folder_of(site), site), site


def all_found_in(folder: Path, promised: FirstPromises | None = None) -> list[Located]:
    """Check a written site: all findings in their order."""
    return list(check(*read_site(folder), promised=promised).found)


def promises(first: Mapping[str, object] | None) -> FirstPromises | None:
    """What was promised first, by `plan` or `plan/goals/goal`; None where nobody asked."""
    if first is None:
        return None
    keys = (tuple((*key.split("/"), "", "")[:3]) for key in first)
    day = datetime.date(2026, 1, 5)
    found = (Promised(parse_date(str(date), 1, "en"), "5c0f3f1d2b" * 4, day) for date in first.values())
    return FirstPromises(dict(zip(keys, found, strict=True)))  # type: ignore[arg-type]


def found_in(folder: Path) -> list[Located]:
    """Check a written site as the sketch that it is: what is wrong in it, without what a whole plan
    would have and this one lacks.
    """
    lacks = {rule.name for rule in PLAN_RULES if rule.severity is not Severity.ERROR}
    lacks.add(MISSING_SITE_URL.name)
    return [one for one in all_found_in(folder) if one.finding.rule not in lacks]


def write_document(values: dict[str, Any], body: str = "") -> str:
    """Write front matter and body as a plan file's text, so that reading it gives both again."""
    dumped = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=100)
    return f"---\n{dumped}---\n\n{body}\n"


def brief(found: list[Located]) -> list[tuple[str, str, int, int]]:
    """Findings as rule, path, line and column."""
    return [(one.finding.rule, one.finding.path, one.span.line, one.span.column) for one in found]
