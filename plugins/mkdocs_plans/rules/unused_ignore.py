"""A plan ignores a rule that finds nothing in this file.

`ignore` leaves findings of a rule out, with a reason. This entry leaves nothing out: the mistake has been
fixed, or the rule's name is misspelt.

Why it matters: the next time the rule finds something here, nobody would hear about it.

Wrong:

    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
    ignore: {tactic-without-strategy: A trial of our own.}

Right:

    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
"""

from collections.abc import Collection

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.rule import Group, Rule
from mkdocs_plans.spelling import did_you_mean


def unused_ignore(name: str, path: str, known: Collection[str]) -> Finding:
    """The finding for one entry of `ignore` that did nothing. `known` are the names of rules."""
    at = Route.to_key("ignore", name)
    if name not in known:
        message, hint = f'there is no rule "{name}"', did_you_mean(name, known) or "remove the entry"
    else:
        message, hint = f"the rule {name} finds nothing here to ignore", "remove the entry"
    return RULE.finding(message, path, at, hint)


RULE = Rule("unused-ignore", Group.UPKEEP, Severity.WARNING, __doc__)
