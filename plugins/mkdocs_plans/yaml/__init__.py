"""YAML: read as plain values, located by line and column, and written as a plan file has it."""

from mkdocs_plans.yaml.positions import Positions, line_starts, span_of
from mkdocs_plans.yaml.reading import Problem, Value, YamlRead, compose, read_yaml
from mkdocs_plans.yaml.writing import Bare, Written, as_field, as_item, in_one_line, quoted, scalar_text

__all__ = [
    "Bare", "Positions", "Problem", "Value", "Written", "YamlRead", "as_field", "as_item", "compose",
    "in_one_line", "line_starts", "quoted", "read_yaml", "scalar_text", "span_of",
]  # fmt: skip
