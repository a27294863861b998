"""The order in which the keys of a front matter follow each other: what a plan is, whom it serves, when, and
what it consists of.
"""

from collections.abc import Mapping, Sequence

FILE = (
    *("type", "id", "number", "title", "summary", "audience", "ignore", "statement", "values"),
    *("lead", "theme", "strategy", "parent", "advances", "depends_on", "dri", "contributors", "team"),
    *("status", "start", "end", "originally", "when", "review", "outcome", "resources"),
    *("goals", "actions", "updates"),
)
GOAL = (
    *("id", "number", "title", "dri", "contributors", "measure", "unit", "keep", "baseline", "target"),
    *("targets", "due", "originally", "when", "met"),
)
ACTION = (
    *("id", "number", "do", "dri", "contributors", "measure", "due", "originally", "when", "done", "dropped"),
)
UPDATE = ("date", "health", "readings", "note")

PARTS: Mapping[str, Sequence[str]] = {"goals": GOAL, "actions": ACTION, "updates": UPDATE}
"""The order within the items of a list, by its key."""
