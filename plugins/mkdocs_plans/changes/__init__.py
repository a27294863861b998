"""Two states of a plan → what changed between them, as plans and not as lines.

`compare` gives a `Review`: what the change does to the plan as a whole, each changed plan, and who
should look at it. Nothing here reads a file, asks git or knows the day.
"""

from mkdocs_plans.changes.changes import Change, Changed, ChangedPerson, Kind
from mkdocs_plans.changes.comparison import Review, compare, review_of
from mkdocs_plans.changes.prose import changed_sections
from mkdocs_plans.changes.reviewers import Because, Reason, Reviewer
from mkdocs_plans.changes.sentence import Sentence, counted
from mkdocs_plans.changes.states import States
from mkdocs_plans.changes.whole import Consequence, Effect

__all__ = [
    "Because", "Change", "Changed", "ChangedPerson", "Consequence", "Effect", "Kind", "Reason", "Review",
    "Reviewer", "Sentence", "States", "changed_sections", "compare", "counted", "review_of",
]  # fmt: skip
