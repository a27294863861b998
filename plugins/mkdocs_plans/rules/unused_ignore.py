"""A plan ignores a rule that finds nothing in it.

`ignore` leaves findings of a rule out, with a reason. This one leaves nothing out: what it was written
for has been mended, or the rule's name is misspelt.

Why it matters: the next time that the rule would have found something here, nobody would hear of it.

Wrong, in a tactic that serves a strategy:

    ignore: {tactic-without-strategy: A trial of our own.}

Right:

    strategy: hire-salespeople-who-stay
"""

from collections.abc import Iterable

from mkdocs_plans.findings import Finding, Route, Severity, did_you_mean

SEVERITY = Severity.WARNING


def finding(name: str, path: str, rules: Iterable[str]) -> Finding:
    """The finding for one entry of `ignore` that did nothing. `rules` are the names that there are."""
    known = list(rules)
    at = Route.to_key("ignore", name)
    if name not in known:
        message, hint = f'there is no rule "{name}"', did_you_mean(name, known) or "take it out"
    else:
        message, hint = f"{name} finds nothing here to ignore", "take it out"
    return Finding("unused-ignore", message, path, at, hint, severity=SEVERITY)
