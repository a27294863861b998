"""The small site that the examples of the rules' docstrings are dropped into: nothing in it is wrong.

An example is the front matter of a plan file (it begins with `type:`), or a whole file (it begins with
`---`). One that has the id of a file that is there takes its place. A label may say where it stands:

- `Wrong, in mkdocs.yml:` an extract of mkdocs.yml with the settings of the plugin, or with those of the
  site from `site_name` on;
- `Wrong, in people.yml:` people beside those that are there, or in the place of one of them;
- `Wrong, in a page:` the Markdown of a page that is no plan file;
- `Wrong, in mission.md:` a file of that name, with what stands in it;
- `Wrong, two files:` each headed by a line with its name, as `# tactics/train-the-recruiters.md`, or
  `# mkdocs.yml`;
- `Wrong, where git first had 2026-03-31:` what its end was in the default branch;
- `Wrong, saved as Latin-1:` the file's encoding.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.rule import Rule
from mkdocs_plans.rules import severity_of
from mkdocs_plans.rules.documentation import RuleExample
from mkdocs_plans.settings import Settings
from tests.small_site import all_found_in, promises, text, write_site

PEOPLE = """
vp-sales: {role: VP Sales}
recruiting-lead: {role: Recruiting Lead, team: recruiting}
people-partner: {role: People Partner, team: recruiting}
former-lead: {name: Noor Haddad, until: 2026-08-31}
"""

STRATEGY = """
---
type: strategy
id: hire-salespeople-who-stay
title: Hire salespeople who stay
theme: people
dri: vp-sales
start: 2026
end: 2026-12-31
goals:
  - id: first-year-retention
    title: Keep more of the people we hire
    measure: Reps still here after their first year
    unit: percent
    baseline: 62
    target: 80
    due: 2026-12-31
  - id: time-to-fill
    title: Fill an open post sooner
    unit: days
    baseline: 71
    target: 45
    due: 2026-12-31
updates:
  - {date: 2026-11-10, health: on-track, readings: {first-year-retention: 78, time-to-fill: 48}}
---

## Where we stand

In 2025 we hired 34 salespeople, and 13 of them left within a year.

## Where we want to be

Four out of five people we hire are still with us a year later.
"""

ASK = """
---
type: tactic
id: ask-every-candidate-the-same-questions
title: Ask every candidate the same questions
strategy: hire-salespeople-who-stay
advances: [first-year-retention]
dri: recruiting-lead
start: 2026-01-15
end: 2026-12-11
resources: [Interview guide]
actions:
  - {do: Agree the five qualities, due: 2026-01-31, done: 2026-01-29}
  - {do: Publish the guide, due: 2026-12-11}
updates:
  - {date: 2026-11-10, health: on-track, note: The guide is at the printer's.}
---
"""

TRAIN = """
---
type: tactic
id: train-the-recruiters
title: Train the recruiters
strategy: hire-salespeople-who-stay
advances: [time-to-fill]
dri: people-partner
start: 2026-02-02
end: 2026-12-18
resources: [Two rooms]
actions:
  - {do: Practise ten interviews, due: 2026-12-04}
updates:
  - {date: 2026-11-12, health: on-track, note: Six of ten are done.}
---
"""

CLOSED = """
---
type: strategy
id: close-the-old-office
title: Close the old office
dri: vp-sales
status: done
start: 2025
end: 2025-12-31
goals:
  - {id: lease-ended, title: End the lease, due: 2025-11-30, met: 2025-11-28}
---
"""

FILES = {
    "people.yml": PEOPLE,
    "mission.md": "---\ntype: mission\nstatement: We help clinics choose devices.\n---\n",
    "vision.md": "---\ntype: vision\nstatement: Every clinic works as the best hospital does.\n---\n",
    "themes/people.md": "---\ntype: theme\ntitle: People\nstatement: Who works here stays.\n---\n",
    "teams/recruiting.md": "---\ntype: team\ntitle: Recruiting\nlead: recruiting-lead\n---\n",
    "strategies/hire-salespeople-who-stay.md": STRATEGY,
    "strategies/close-the-old-office.md": CLOSED,
    "tactics/ask-every-candidate-the-same-questions.md": ASK,
    "tactics/train-the-recruiters.md": TRAIN,
}

CONFIG: dict[str, Any] = {
    "site_name": "Merrowby Medical",
    "site_url": "",
    "docs_dir": "plans",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", {"plans": {"today": "2026-11-23"}}],
}


def found(folder: Path) -> list[Located]:
    """Check the site as it is."""
    return all_found_in(write_site(folder, dict(FILES), config=yaml.safe_dump(CONFIG)))


def found_with(example: RuleExample, rule: Rule, folder: Path) -> list[Located]:
    """Check the site with an example in it, under a rule that may be off by default."""
    own = {rule.name: "notice"} if severity_of(rule, Settings()) == "off" else {}
    files: dict[str, str | bytes] = {**FILES, **_files(example)}
    settings = files.pop("mkdocs.yml", b"") or (
        example.text if example.label.endswith("in mkdocs.yml") else ""
    )
    config = _config(settings, own)
    first = re.search(r"git first had (\S+)$", example.label)
    known = {_id(example.text): first[1]} if first else None
    return all_found_in(write_site(folder, files, config=config), promises(known))


def errors_beside(rule: Rule, found: list[Located]) -> list[str]:
    """The rules whose errors an example has beside its own."""
    errors = {one.finding.rule for one in found if one.finding.severity is Severity.ERROR}
    return sorted(errors - {rule.name})


def _config(settings: str | bytes, rules: dict[str, str]) -> str:
    given = yaml.safe_load(settings) or {}
    config = {**CONFIG, **given}
    if "site_name" in given and "site_url" not in given:
        del config["site_url"]
    [options] = (one["plans"] for one in config["plugins"] if isinstance(one, dict))
    plans = {"today": "2026-11-23", "rules": rules, **options}
    return yaml.safe_dump({**config, "plugins": ["search", {"plans": plans}]})


def _files(example: RuleExample) -> dict[str, str | bytes]:
    place = re.search(r" in (\S+\.md|a page|mkdocs\.yml|people\.yml)$", example.label)
    if place is None:
        parts = re.split(r"^# (\S+\.(?:md|yml))\n", example.text, flags=re.MULTILINE)
        named = dict(zip(parts[1::2], parts[2::2], strict=True)) or {_path(example.text): example.text}
        encoding = "latin-1" if "Latin-1" in example.label else "utf-8"
        wholes = {path: one if path == "mkdocs.yml" else _whole(one) for path, one in named.items()}
        return {path: whole.encode(encoding) for path, whole in wholes.items()}
    match place[1]:
        case "mkdocs.yml":
            return {}
        case "people.yml":
            return {"people.yml": yaml.safe_dump(yaml.safe_load(PEOPLE) | yaml.safe_load(example.text))}
        case "a page":
            return {"page.md": example.text + "\n"}
    return {place[1]: _whole(example.text)}


def _path(example: str) -> str:
    """The file that an example takes the place of: the one with its id, else a file of its own."""
    wanted = f"id: {id_}\n" if (id_ := _id(example)) else None
    return next((path for path, content in FILES.items() if wanted and wanted in content), "example.md")


def _id(example: str) -> str:
    match = re.search(r"^id: (\S+)$", example, re.MULTILINE)
    return match[1] if match else ""


def _whole(example: str) -> str:
    """The file: an example that begins with a key is front matter alone."""
    return f"---\n{example.strip()}\n---\n" if re.match(r"\w+:", example) else text(example) + "\n"
