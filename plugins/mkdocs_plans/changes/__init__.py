"""Two states of a plan → what changed between them, as plans and not as lines.

`compare` gives a `Review`: what the change does to the plan as a whole, each changed plan with what changed
in it, as typed values, and who should look at it. `Teller` words it, in the site's language and the
organisation's words. Nothing here reads a file, asks git or knows the day.
"""

from mkdocs_plans.changes.changes import Change, Changed, ChangedPerson, Kind
from mkdocs_plans.changes.comparison import Review, compare, review_of
from mkdocs_plans.changes.consequences import Consequence, Effect
from mkdocs_plans.changes.reviewers import Because, Reason, Reviewer
from mkdocs_plans.changes.sentence import Sentence
from mkdocs_plans.changes.states import States
from mkdocs_plans.changes.telling import Teller, Told
from mkdocs_plans.changes.whole import tell_consequence, tell_reason, tell_summary

__all__ = [
    "Because", "Change", "Changed", "ChangedPerson", "Consequence", "Effect", "Kind", "Reason", "Review",
    "Reviewer", "Sentence", "States", "Teller", "Told", "compare", "review_of", "tell_consequence",
    "tell_reason", "tell_summary",
]  # fmt: skip
