"""A number can be read in two ways.

It has one point or one comma with three digits after it. `1.280` is one thousand two hundred and eighty in
German, Spanish or Dutch, and one point two eight in English and in YAML. The site's language
(`theme.language`) settles it where it can: `1,280` is read as 1280 in an English site, `1.280 €` as 1280 € in
a German one. Where it can't, the number is asked about and left out. The hint says what to write for each
reading.

Why it matters: a figure that is wrong by a factor of a thousand looks right in the file.

Wrong:

    type: tactic
    title: Print the interview guide
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Printing, cost: 1.280 EUR}

Right:

    type: tactic
    title: Print the interview guide
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Printing, cost: 1280 EUR}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
