"""git → what became of a plan: each change that came to the default branch, and each date that moved.

The way through these files:

1. `history` asks git which commits touch the plan, goes through the `states` that they left it in, and has
   each one compared with the one before it.
2. `meaning` says what a commit means by way of `changes/`, as the `event` that it is. That is kept in the
   `cache` by the ids of both commits.
3. `lineage` follows each plan through the changes, through renames and moves.
4. `period` tells what changed in each year, quarter and month, as one `report`.
5. `slips` finds every date that moved: what was promised first, each day since, and the change that moved it.
6. `promises` gives rules what was promised first.
"""

from mkdocs_plans.history.event import Edit, Event, Meaning, PersonStep, Step, said
from mkdocs_plans.history.history import History, read_history
from mkdocs_plans.history.lineage import Lineage, Lineages
from mkdocs_plans.history.period import Period, read_past
from mkdocs_plans.history.promises import first_promises
from mkdocs_plans.history.slips import Moved, Slip, find_slips

__all__ = [
    "Edit", "Event", "History", "Lineage", "Lineages", "Meaning", "Moved", "Period", "PersonStep", "Slip",
    "Step", "find_slips", "first_promises", "read_history", "read_past", "said",
]  # fmt: skip
