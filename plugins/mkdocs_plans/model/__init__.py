"""The typed entities of a plan, its field types, and the arguments of views: all frozen values.

`make` turns the values of a front matter into an entity and says what is wrong with them.
"""

from mkdocs_plans.model.amounts import Amount, Cost
from mkdocs_plans.model.base import Entity, PlanFile
from mkdocs_plans.model.dates import Date, meant_date, parse_date
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
)
from mkdocs_plans.model.problems import (
    FOREIGN_KEYS,
    Typed,
    field_names,
    make,
    meant_field,
    own_word,
    unknown_key,
)
from mkdocs_plans.model.references import HANDLE, ID, GoalReference, slug
from mkdocs_plans.model.views import VIEWS, ViewArguments
from mkdocs_plans.model.words import Cadence, Health, Keep, Status

__all__ = [
    "FOREIGN_KEYS", "HANDLE", "ID", "TYPES", "VIEWS",
    "Action", "Amount", "Cadence", "Cost", "Date", "Entity", "Goal", "GoalReference", "Health", "Keep",
    "LevelPlan", "Mission", "Person", "PlanFile", "Resource", "Status", "Strategy", "Tactic", "Team",
    "Theme", "Typed", "Update", "ValueStatement", "Values", "ViewArguments", "Vision",
    "field_names", "is_percentage", "make", "meant_date", "meant_field", "number_text", "own_word",
    "parse_date", "slug", "unknown_key",
]  # fmt: skip
