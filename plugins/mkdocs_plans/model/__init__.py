"""The typed entities of a plan, its field types, and the arguments of views: all frozen values.

`make` turns the values of a front matter into an entity and says what is wrong with them.
"""

from mkdocs_plans.model.amounts import Amount, Cost
from mkdocs_plans.model.base import Entity, PlanFile
from mkdocs_plans.model.called import Thing, id_of, ids_called, people_with_name
from mkdocs_plans.model.dates import Date, meant_date, parse_date, says_when
from mkdocs_plans.model.fields import ENTITIES, FIELD_NAMES, FIELDS, TEXT_FIELDS, shown_label
from mkdocs_plans.model.foreign_keys import foreign_field, own_word
from mkdocs_plans.model.markup import plain_text
from mkdocs_plans.model.meant_words import keep_with_number, meant_own_word, meant_word
from mkdocs_plans.model.numbers import is_percentage, number_text
from mkdocs_plans.model.parts import Action, Goal, Resource, Update, ValueStatement
from mkdocs_plans.model.plans import (
    TYPES,
    LevelPlan,
    Mission,
    Person,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    Vision,
    person_path,
)
from mkdocs_plans.model.problems import (
    FOREIGN_KEYS,
    field_names,
    make,
    meant_field,
    unknown_key,
)
from mkdocs_plans.model.references import HANDLE, ID, GoalReference, handle_problem
from mkdocs_plans.model.slugs import FreeSlugs, composed, slug, words_in
from mkdocs_plans.model.views import VIEW_ARGUMENTS, ViewArguments
from mkdocs_plans.model.words import Cadence, Health, Keep, Status

__all__ = [
    "ENTITIES", "FIELDS", "FIELD_NAMES", "FOREIGN_KEYS", "HANDLE", "ID", "TEXT_FIELDS", "TYPES",
    "VIEW_ARGUMENTS",
    "Action", "Amount", "Cadence", "Cost", "Date", "Entity", "FreeSlugs", "Goal", "GoalReference", "Health",
    "Keep", "LevelPlan", "Mission", "Person", "PlanFile", "Resource", "Status", "Strategy", "Tactic", "Team",
    "Theme", "Thing", "Update", "ValueStatement", "Values", "ViewArguments", "Vision",
    "composed", "field_names", "foreign_field", "handle_problem", "id_of", "ids_called", "is_percentage",
    "keep_with_number", "make", "meant_date", "meant_field", "meant_own_word", "meant_word", "number_text",
    "own_word", "parse_date", "people_with_name", "person_path", "plain_text", "says_when", "shown_label",
    "slug", "unknown_key", "words_in",
]  # fmt: skip
