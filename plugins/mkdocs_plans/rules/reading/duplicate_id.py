"""Two plans, themes, teams or goals have the same id.

Strategies and tactics share their ids; themes and teams have their own; a goal's is unique in its plan.

Why it matters: a link would lead to one of the two by chance.

Wrong:

    type: strategy
    title: Sell in the whole country
    goals:
      - {id: grow, title: Grow in the north}
      - {id: grow, title: Grow in the south}

Right:

    type: strategy
    title: Sell in the whole country
    goals:
      - {id: grow-north, title: Grow in the north}
      - {id: grow-south, title: Grow in the south}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
