"""A review → what a person in a terminal, a code host or a program reads: one format a file.

All of them write what `changes` tells; they differ in how they escape it.
"""

from mkdocs_plans.outputs.review.json import emit as review_json
from mkdocs_plans.outputs.review.json import schema as review_schema
from mkdocs_plans.outputs.review.markdown import review_markdown
from mkdocs_plans.outputs.review.text import emit as review_text

__all__ = ["review_json", "review_markdown", "review_schema", "review_text"]
