"""YAML: read as plain values, located by line and column, and written as a plan file has it."""

from mkdocs_plans.yaml.plain import Value, plain_fields
from mkdocs_plans.yaml.positions import TOP, Positions, line_starts, span_of
from mkdocs_plans.yaml.reading import Problem, YamlRead, compose, read_yaml
from mkdocs_plans.yaml.writing import (
    Bare,
    Written,
    quote,
    write_field,
    write_inline,
    write_item,
    write_scalar,
)

__all__ = [
    "TOP",
    "Bare",
    "Positions",
    "Problem",
    "Value",
    "Written",
    "YamlRead",
    "compose",
    "line_starts",
    "plain_fields",
    "quote",
    "read_yaml",
    "span_of",
    "write_field",
    "write_inline",
    "write_item",
    "write_scalar",
]  # fmt: skip
