"""The MkDocs adapter: `hooks.py` has what MkDocs calls, which hands over to the modules beside it."""

from mkdocs_plans.plugin.collector import loading

with loading():
    from mkdocs_plans.plugin.hooks import PlansPlugin

__all__ = ["PlansPlugin"]
