"""How a field type refuses a value: with a sentence for the author, a hint, and a rule's slug."""

from pydantic_core import PydanticCustomError


def refuse(message: str, hint: str = "", rule: str = "invalid-value") -> PydanticCustomError:
    """Make the error that becomes a finding of `rule`."""
    escaped = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(rule, escaped, {"hint": hint})
