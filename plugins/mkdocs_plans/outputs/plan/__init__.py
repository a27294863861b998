"""The plan → what a terminal shows: its tables, its tree, all the facts of one thing.

All stands on the typed rows of `rows.py`, and says what the site's pages say: in the site's words and
language, from the same figures.
"""

from mkdocs_plans.outputs.plan.facts import Facts, Named
from mkdocs_plans.outputs.plan.lists import LISTS, list_blocks, tree_blocks
from mkdocs_plans.outputs.plan.rows import Rows

__all__ = ["LISTS", "Facts", "Named", "Rows", "list_blocks", "tree_blocks"]
