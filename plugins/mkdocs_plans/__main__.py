"""`python -m mkdocs_plans` is the command `plans`."""

from mkdocs_plans.cli import main

main()
