"""A text in braces is cut off at a comma.

Between `{` and `}` a comma parts two fields, so what follows it begins a new one. It is found where that one
has no colon.

Why it matters: £14,000 becomes £14, and half of a sentence is lost.

Wrong:

    type: tactic
    title: Mend the heating
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Boiler, cost: £14,000}

Right:

    type: tactic
    title: Mend the heating
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Boiler, cost: "£14,000"}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
