"""How a field type refuses a value: with a sentence for the author, a hint, and the rule that it breaks."""

from pydantic_core import PydanticCustomError

from mkdocs_plans.reading_rules.keys_and_values import INVALID_VALUE
from mkdocs_plans.rule import Rule


def refuse(message: str, hint: str = "", rule: Rule = INVALID_VALUE) -> PydanticCustomError:
    """Make the error that becomes a finding of `rule`."""
    escaped = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(rule.name, escaped, {"hint": hint})
