"""A small plan that has one of everything: for tests of what pages, views and builds show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.findings import Severity
from mkdocs_plans.rules import PLAN_RULES
from tests.small_site import CONFIG, text, write_site

PEOPLE = """
ada: {name: Ada Ames, role: VP Sales, team: sales, email: ada@example.org, until: 2027-01-31}
ben: {role: Recruiting Lead, team: recruiting}
eve: {name: Eve East}
"""

MISSION = """
---
type: mission
statement: We help *small makers* reach their buyers.
---
"""

VISION = """
---
type: vision
statement: Every maker finds a buyer.
---
"""

VALUES = """
---
type: values
values: [Candour, {name: Craft, statement: Made by **hand**.}]
---
"""

PEOPLE_FIRST = """
---
type: theme
id: people
title: People first
number: "1"
statement: Who works here stays.
---
"""

CUSTOMERS = """
---
type: theme
number: "2"
---

# Customers

Those who buy.
"""

HIRE = """
---
type: strategy
number: "1.1"
title: Hire salespeople who stay
summary: A rep who leaves takes the region along.
theme: people
dri: ada
contributors: [ben]
team: sales
start: 2026-01-01
end: 2026-12-31
goals:
  - id: retention
    title: Keep more of the people we hire
    dri: ben
    measure: First-year retention
    unit: percent
    baseline: 62
    target: 80
    due: 2026-12-31
  - id: scorecard
    title: Every region hires by the scorecard
    met: 2026-06-12
  - id: answer
    title: Answer candidates fast
    measure: Hours to the first answer
    unit: hours
    keep: at most
    target: 8
updates:
  - date: 2026-06-30
    health: on-track
    note: A good start.
  - date: 2026-09-30
    health: at-risk
    readings: {retention: 74, answer: 6}
    note: Two regions still *lag*.
---

## Where we stand

Reps leave within the year.
"""

STAY = """
---
type: strategy
number: "1.2"
title: Be a place to stay
parent: hire
dri: eve
depends_on: [hire]
---
"""

SELL = """
---
type: strategy
number: "2.1"
title: Sell abroad
theme: customers
dri: ada
status: done
---
"""

LISTEN = """
---
type: strategy
title: Listen to buyers
dri: eve
status: proposed
---
"""

DRAFT_STRATEGY = """
---
type: strategy
title: Buy a rival
theme: people
dri: ada
status: draft
---
"""

ASK = """
---
type: tactic
number: "1.1.2"
title: Ask every candidate the same questions
strategy: hire
advances: [retention]
depends_on: [train, buy]
dri: ben
start: 2026-01-15
end: 2026-12-15
originally: 2026-10-31
outcome: Every panel scores the *same* qualities.
resources:
  - Interview guide
  - {name: Scoring tool, cost: 4800 USD, url: https://example.org/tool}
  - {name: Training, cost: 200 USD}
actions:
  - {do: Agree the qualities, id: agree, number: "1", dri: ada, contributors: [eve], due: 2026-01-31,
     done: 2026-02-03}
  - {do: Publish the guide, id: publish, due: 2026-11-11}
  - {do: Print the guide, id: print, dropped: 2026-03-01}
  - {do: Look back, id: look-back, when: after the first season}
---

How we ask.
"""

TRAIN = """
---
type: tactic
number: "1.1.1"
title: Train the recruiters
strategy: hire
dri: ben
status: done
---
"""

VISIT = """
---
type: tactic
title: Visit the buyers
strategy: sell
team: sales
dri: eve
status: paused
---
"""

DRAFT_TACTIC = """
---
type: tactic
title: Poach their best
strategy: hire
advances: [retention]
dri: ada
status: draft
actions: [{do: Call the headhunter, due: 2026-12-01}]
---
"""

SALES = """
---
type: team
title: Sales
summary: Those who sell.
lead: ada
---
"""

RECRUITING = """
---
type: team
title: Recruiting
lead: ben
parent: sales
---
"""

HANDBOOK = """
# Handbook

<!-- plans/tactics {team: recruiting, status: active} -->

```html
<!-- plans/strategies -->
```
"""

FILES: Mapping[str, str] = {
    "people.yml": PEOPLE,
    "mission.md": MISSION,
    "vision.md": VISION,
    "values.md": VALUES,
    "themes/people.md": PEOPLE_FIRST,
    "themes/customers.md": CUSTOMERS,
    "strategies/hire.md": HIRE,
    "strategies/stay.md": STAY,
    "strategies/sell.md": SELL,
    "strategies/listen.md": LISTEN,
    "strategies/buy.md": DRAFT_STRATEGY,
    "tactics/ask.md": ASK,
    "tactics/train.md": TRAIN,
    "tactics/visit.md": VISIT,
    "tactics/poach.md": DRAFT_TACTIC,
    "teams/sales.md": SALES,
    "teams/recruiting.md": RECRUITING,
    "handbook.md": HANDBOOK,
}
"""The plan's files: every type, every status but `dropped`, a strategy and a tactic as drafts, and a
page that is no plan file.
"""


LACKS = [*(rule.name for rule in PLAN_RULES if rule.severity is not Severity.ERROR), "missing-site-url"]

ERRORS_ALONE = text(CONFIG) + "      rules:\n" + "".join(f"        {name}: off\n" for name in LACKS)
"""The configuration of a site whose plan may be short: no rule asks for what a whole plan would have."""


def write_full_site(folder: Path, config: str = CONFIG, **changed: str) -> Path:
    """Write the site; `changed` gives other texts for files, by their names (`hire`)."""
    files: dict[str, str | bytes] = {
        path: changed.get(Path(path).stem, content) for path, content in FILES.items()
    }
    return write_site(folder, files, config=config)
