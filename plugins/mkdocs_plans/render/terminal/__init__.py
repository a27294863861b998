"""Plan → what a terminal shows: lists, a tree, all the facts of one thing.

It says what the site's pages say, in the site's words and language, from the same figures.
"""

from mkdocs_plans.render.terminal.facts import blocks_of
from mkdocs_plans.render.terminal.lists import LISTS, list_blocks
from mkdocs_plans.render.terminal.named import Named, named, names_of
from mkdocs_plans.render.terminal.page import terminal_page
from mkdocs_plans.render.terminal.screen import Screen
from mkdocs_plans.render.terminal.tree import tree_blocks

__all__ = [
    "LISTS", "Named", "Screen",
    "blocks_of", "list_blocks", "named", "names_of", "terminal_page", "tree_blocks",
]  # fmt: skip
