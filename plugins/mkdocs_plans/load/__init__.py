"""A folder or a git revision → the resolved plan, its documents, and what reading met.

One mistake is one finding: what a file that couldn't be read would have held is noted as incomplete,
so that no link to it is reported as well.
"""

from mkdocs_plans.load.combined import Combined, KeptSource, Side, combine
from mkdocs_plans.load.loaded import Loaded
from mkdocs_plans.load.plan_file import kind_of
from mkdocs_plans.load.reading import Known, context_of, folder_of, load
from mkdocs_plans.load.states import StateNamed, base_named, day_of_state, state_named, zone_of
from mkdocs_plans.load.succession import Succession
from mkdocs_plans.load.theme_keys import wrong_theme_keys
from mkdocs_plans.load.type_words import type_words

__all__ = [
    "Combined", "KeptSource", "Known", "Loaded", "Side", "StateNamed", "Succession", "base_named", "combine",
    "context_of", "day_of_state", "folder_of", "kind_of", "load", "state_named", "type_words",
    "wrong_theme_keys", "zone_of",
]  # fmt: skip
