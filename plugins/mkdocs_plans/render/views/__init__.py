"""The views: what can be placed on any page, one file each, with a template of the same name.

A view is a function `show` under the decorator `view`: it is given the presenter of the page and the view's
typed arguments, and gives a dataclass, whose fields are what the template has. Every file here is imported,
and so registers its view.
"""

from importlib import import_module
from pkgutil import iter_modules

from mkdocs_plans.render.views.view import VIEWS, View

__all__ = ["VIEWS", "View"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
