"""What authors ask for → files of the plan as they should become. Nothing is written here."""

from mkdocs_plans.authoring.typed import find_plan

__all__ = ["find_plan"]
