"""Two states of a plan → what changed between them, as plans and not as lines.

The way of a change through these files:

1. `matching` and `plan_pair` find what is the same in both plans, whatever it is called now, and give the
   plan before in the names of now. From here on the two are compared by ids.
2. `differences` compares field by field (texts by `prose`), and gives each `change` as typed values.
3. `verdicts` judges each change: whether it rewrites the past, lowers a promise (`promises`), costs, or is
   only wording.
4. `consequences` says what the change does to the plan as a whole, `reviewers` who should look at it and why,
   and `findings` what the check finds new and no more. `compare` gathers all of it: a `Review`.
5. `interaction` says what it and another open change do that neither does alone.
6. `telling` words each change, through a `voice` that knows the site's language and the organisation's words,
   as a `sentence` that keeps the plan's texts apart from ours.
7. `headline` says what it amounts to in one sentence, and `outline` puts what is told in order. The formats
   (`outputs/review`, `render/changes`) only escape it.

Nothing here reads a file, asks git or knows the day.
"""

from mkdocs_plans.changes.change import Change, Changed, ChangedPerson, Kind
from mkdocs_plans.changes.compare import Review, changed_files, changed_people, compare, review_of
from mkdocs_plans.changes.consequences import Consequence, Effect
from mkdocs_plans.changes.effects_told import tell_consequence
from mkdocs_plans.changes.findings import State, brought_in, same_files
from mkdocs_plans.changes.headline import tell_headline, tell_verdict, tell_verdicts
from mkdocs_plans.changes.interaction import find_clashes, find_effects
from mkdocs_plans.changes.outline import tell_reason, tell_summary
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.reviewers import Because, Reason, Reviewer
from mkdocs_plans.changes.sentence import Sentence
from mkdocs_plans.changes.telling import Teller, Wording
from mkdocs_plans.changes.together import Clash, Other, Together

__all__ = [
    "Because", "Change", "Changed", "ChangedPerson", "Clash", "Consequence", "Effect", "Kind", "Other",
    "PlanPair", "Reason", "Review", "Reviewer", "Sentence", "State", "Teller", "Together", "Wording",
    "brought_in", "changed_files", "changed_people", "compare", "find_clashes", "find_effects", "review_of",
    "same_files", "tell_consequence", "tell_headline", "tell_reason", "tell_summary", "tell_verdict",
    "tell_verdicts",
]  # fmt: skip
