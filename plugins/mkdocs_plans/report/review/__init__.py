"""A review → what a person in a terminal or a program reads: one emitter a file."""

from mkdocs_plans.report.review.json import emit as review_json
from mkdocs_plans.report.review.json import schema as review_schema
from mkdocs_plans.report.review.text import emit as review_text

__all__ = ["review_json", "review_schema", "review_text"]
